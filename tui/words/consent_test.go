package words

import (
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
)

// TestWhyWallsAreNoBetterIsShort: what a system says of it is free, and the box is for
// reading what is run.
func TestWhyWallsAreNoBetterIsShort(t *testing.T) {
	for _, l := range Languages() {
		c := For(l.Tag).Practice.Consent
		long := c.NoBetter(trust.Request{Level: wall.None, Why: "bubblewrap:\x1b[2J\n" + strings.Repeat("no ", 400)})
		if n := len([]rune(long)); n > 300 || !strings.Contains(long, "no no no") || strings.ContainsAny(long, "\x1b\n{}") {
			t.Errorf("%s: %d signs: %q", l.Tag, n, long)
		}
		for _, r := range []trust.Request{{Level: wall.Isolated, Why: "x"}, {Level: wall.Limited}} {
			if got := c.NoBetter(r); got != "" {
				t.Errorf("%s: of %v it says %q", l.Tag, r.Level, got)
			}
		}
	}
}

// TestAYesEndsAsItIsSaid tells of cairn trust only where something is kept.
func TestAYesEndsAsItIsSaid(t *testing.T) {
	for _, l := range Languages() {
		c := For(l.Tag).Practice.Consent
		for _, all := range []bool{false, true} {
			if kept, passing := c.Question("bread", all, false), c.Question("bread", all, true); !strings.Contains(kept, "cairn trust revoke bread") || strings.Contains(passing, "cairn trust revoke") {
				t.Errorf("%s: %q and %q", l.Tag, kept, passing)
			}
		}
	}
}
