package words_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestEveryTroubleHasWords: whatever is wrong with a place, the learner reads which
// one it is in a sentence of their language; of any other error, the error.
func TestEveryTroubleHasWords(t *testing.T) {
	for _, l := range words.Languages() {
		p := words.For(l.Tag).Practice
		for _, kind := range []trouble.Kind{trouble.NoRoom, trouble.Shut, trouble.InTheWay, trouble.Gone, trouble.NoTemp} {
			err := &trouble.Error{Kind: kind, Path: "/the/place", Err: errors.New("what the system says")}
			if said := p.Because(errors.Join(err)); !strings.Contains(said, "/the/place") || strings.Contains(said, "system says") {
				t.Errorf("%s: of %s it says %q", l.Tag, kind, said)
			}
		}
		if said := p.Because(errors.New("something")); said != "something" {
			t.Errorf("%s: of another error it says %q", l.Tag, said)
		}
	}
}
