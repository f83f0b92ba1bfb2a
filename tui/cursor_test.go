package tui

import (
	"regexp"
	"strings"
	"testing"
)

// TestTheCursorIsWhereTheLearnerIs plays every script and looks at each screen:
// where a row has the mark of the selected one, or a field waits for text, the
// terminal's own cursor is there.
func TestTheCursorIsWhereTheLearnerIs(t *testing.T) {
	row := regexp.MustCompile(`^ {1,4}[>$] `)
	total := 0
	for _, file := range scripts(t) {
		looked := 0
		p := &play{t: t, seen: func(d *driver) {
			e := d.app.top()
			if e == nil || d.app.tooSmall() || d.app.w >= railWidth || d.quit {
				return
			}
			if d.app.overlay != nil {
				return // the row on the page behind it is not where the learner is
			}
			c := d.app.View().Cursor
			switch e.screen.(type) {
			case *reading, *reread, *fakeStep:
				return // the mark is on the explanation that is shown, or the page is a stand-in
			}
			if q, ok := e.screen.(*question); ok && q.sure != nil {
				return // the answer above has its mark still
			}
			if e.typing() && c == nil {
				t.Errorf("%s: text is typed and there is no cursor:\n%s", file, d.screen())
			}
			if _, answer := e.screen.(Writer); e.typing() && !answer || e == d.app.overlay {
				return // what is typed narrows the rows down, and the cursor is there; or a page lies behind
			}
			for y, line := range strings.Split(d.screen(), "\n") {
				if !row.MatchString(line) {
					continue
				}
				looked++
				if w, ok := e.screen.(Writer); ok {
					if _, text := w.Writing(); text && !e.typing() {
						return // the field was left
					}
				}
				if c != nil && c.Y < y && e.typing() {
					return // what is typed above narrows the rows down
				}
				if c == nil || c.Y != y {
					t.Errorf("%s: line %d is selected, and the cursor is at %+v:\n%s", file, y, c, d.screen())
				}
				return
			}
		}}
		p.all(read(t, file))
		total += looked
	}
	if total < 100 {
		t.Errorf("%d screens with a selected row were looked at, want hundreds", total)
	}
}
