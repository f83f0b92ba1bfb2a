package words

import (
	"errors"
	"fmt"
	"testing"

	"github.com/cairn-learn/cairn/course"
)

// TestLacksSaysEveryLack finds a lack that the catalogue does not say, and one
// that course and the catalogue say differently in English.
func TestLacksSaysEveryLack(t *testing.T) {
	lacks := constants(t, "../../course/form.go", "")
	if len(lacks) < 18 {
		t.Fatalf("found only %d lacks", len(lacks))
	}
	for _, l := range Languages() {
		w, seen := For(l.Tag), map[string]string{}
		for _, lack := range lacks {
			for blank := range 2 {
				err := &course.FormError{Lack: course.Lack(lack), Count: 3, Unit: "km", Blank: blank}
				said := w.Lacks(fmt.Errorf("in the course: %w", err))
				if other, ok := seen[said]; ok {
					t.Errorf("%s: %s is said like %s: %q", l.Tag, lack, other, said)
				}
				seen[said] = lack
				if l.Tag == "en" && said != err.Error() {
					t.Errorf("%s is %q here and %q in course", lack, said, err)
				}
			}
		}
		if got := w.Lacks(errors.New("xyz")); got != w.Errors.NotTaken {
			t.Errorf("%s: another error is said as %q", l.Tag, got)
		}
	}
}
