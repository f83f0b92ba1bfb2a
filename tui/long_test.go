package tui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// longApp is the program at a page of two texts with n headings in each, of
// which nothing that comes late was carried out.
func longApp(n int) (*App, *reading) {
	var texts [2]strings.Builder
	for i := range texts {
		for h := range n {
			fmt.Fprintf(&texts[i], "## Heading %d.%d\n\nSome *prose* and a [link](https://example.org/%d).\n\n```sh\ngit status\n```\n\n", i+1, h+1, h+1)
		}
		texts[i].WriteString("The end of it.\n")
	}
	r := newReading(learn.Reading{Page: learn.Page{ID: "p", Parts: []learn.Part{
		learn.TextPart{Text: course.Text{Markdown: texts[0].String()}}, learn.TextPart{Text: course.Text{Markdown: texts[1].String()}},
	}}})
	a := New(Options{Shelf: newSampleShelf()})
	a.w, a.h = 80, 24
	a.stack = []entry{a.newEntry(RouteCourse, r)}
	a.draw()
	return a, r
}

// laidLines is how many lines of a page are laid out, and whether more follow.
func laidLines(a *App, r *reading) (int, bool) {
	pg := r.page(a.env(a.top()), 0)
	return len(pg.lines), pg.more
}

// TestLongPageOpensAtOnce holds that a long page is shown before it is all laid
// out, that the rest is laid out a little at a time, and that it is then known
// how long it is.
func TestLongPageOpensAtOnce(t *testing.T) {
	a, r := longApp(3000)
	d := &driver{t: t, app: a}
	if n, more := laidLines(a, r); n > 400 || !more {
		t.Errorf("%d lines are laid out before the first is seen, more follow: %v", n, more)
	}
	d.sees("Heading 1.1", "lines 1 to 19")
	if strings.Contains(d.screen(), "lines 1 to 19 of") {
		t.Errorf("says how long the page is before that is known:\n%s", d.screen())
	}
	before, steps := 0, 0
	for cmd := a.layMore(); cmd != nil; cmd = a.layMore() {
		if a.layMore() != nil {
			t.Fatal("asks twice at a time")
		}
		_, _ = a.Update(cmd())
		a.laying = false // its command is the one that this loop makes
		n, _ := laidLines(a, r)
		if n-before > layLines+500 {
			t.Errorf("%d lines laid out in one go", n-before)
		}
		before = n
		steps++
	}
	whole := r.page(a.env(a.top()), everyLine)
	if n, more := laidLines(a, r); more || n != len(whole.lines) || steps < 5 {
		t.Errorf("%d of %d lines laid out in %d steps, more follow: %v", n, len(whole.lines), steps, more)
	}
	d.sees(a.o.Words.Frame.Lines(1, 19, len(whole.lines)))
}

// TestLongPageIsWhole presses keys on a page of which only the beginning is laid
// out: they reach all of it.
func TestLongPageIsWhole(t *testing.T) {
	for _, tt := range []struct {
		keys string
		want string
	}{
		{"G", "The end of it."},
		{"G g", "Heading 1.1"},
		{"tab tab", "lines 15 to 33"},
		{"down down down", "lines 4 to 22"},
		{"space space space space", "lines 69 to 87"},
	} {
		t.Run(tt.keys, func(t *testing.T) {
			a, _ := longApp(3000)
			d := &driver{t: t, app: a}
			for _, k := range strings.Fields(tt.keys) {
				_, _ = a.Update(tea.KeyPressMsg(keyNamed(t, k)))
			}
			d.sees(tt.want)
		})
	}
	a, r := longApp(50)
	env := a.env(a.top())
	pg := r.page(env, r.scroll.reach(IntentContents, env.H))
	if heads, links := pg.heads(), pg.links(); len(heads) != 100 || len(links) != 100 {
		t.Errorf("%d headings and %d links, want 100 of each", len(heads), len(links))
	} else if last := heads[99]; !strings.Contains(pg.lines[last.Line], last.Text) {
		t.Errorf("heading %q is not on its line: %q", last.Text, pg.lines[last.Line])
	}
}
