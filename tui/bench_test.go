package tui

import (
	"fmt"
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// BenchmarkKey moves the selection by one row and draws the frame, in an
// outline of ten lessons and in one of ten thousand.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{10, 10_000} {
		b.Run(fmt.Sprintf("outline of %d", n), func(b *testing.B) {
			c := &course.Course{ID: "long", Title: "A long course"}
			p := learn.Progress{Of: n}
			for i := range n {
				l := &course.Lesson{ID: fmt.Sprint(i), Title: fmt.Sprintf("Lesson %d", i), Minutes: 10}
				c.Path = append(c.Path, course.Stop{Lesson: l, Module: fmt.Sprintf("Module %d", i/20)})
				p.Lessons = append(p.Lessons, learn.LessonProgress{Lesson: l, Module: fmt.Sprintf("Module %d", i/20), State: learn.LessonOpen})
			}
			a := New(Options{Shelf: newSampleShelf()})
			a.w, a.h = 80, 24
			page := newOutline("long")
			a.stack = []entry{a.newEntry(RouteOutline, page)}
			a.deliver(ForMsg{Screen: a.top().id, Msg: surveyed{c, p}})
			keys := [2]Intent{IntentDown, IntentUp}
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				a.intent(a.top(), keys[i/5%2])
				a.draw()
			}
		})
	}
}
