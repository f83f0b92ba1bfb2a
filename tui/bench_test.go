package tui

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

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
			page := newOutline()
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

// BenchmarkRail draws the rail of a wide window, in courses of two sizes.
func BenchmarkRail(b *testing.B) {
	for _, n := range []int{10, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var p learn.Progress
			for i := range n {
				l := &course.Lesson{ID: fmt.Sprint(i), Title: fmt.Sprintf("Lesson %d", i)}
				p.Lessons = append(p.Lessons, learn.LessonProgress{Lesson: l, Module: fmt.Sprintf("Module %d", i/20), Here: i == n/2})
			}
			a := New(Options{Shelf: newSampleShelf()})
			a.w, a.h = 140, 40
			a.stack = []entry{a.newEntry(RouteOutline, newOutline())}
			r, env := newRail(nil, p), a.env(a.top())
			b.ReportAllocs()
			for b.Loop() {
				r.draw(env, railCells-4, 30)
			}
		})
	}
}

// BenchmarkLesson opens a page of lesson text, and moves down a line on it.
func BenchmarkLesson(b *testing.B) {
	for _, kB := range []int{1, 100, 1000} {
		text := strings.Repeat("## A heading\n\nSome *prose* about `git add`, as long as a line or two of a lesson usually is, and a [link](https://example.org).\n\n- one\n- two\n\n```sh\ngit status\n```\n\n", kB*5)
		step := learn.Reading{Page: learn.Page{ID: "p", Parts: []learn.Part{learn.TextPart{Text: course.Text{Markdown: text}}}}}
		open := func() *App {
			a := New(Options{Shelf: newSampleShelf()})
			a.w, a.h = 80, 24
			a.stack = []entry{a.newEntry(RouteCourse, newReading(step))}
			a.draw()
			return a
		}
		b.Run(fmt.Sprintf("open %d kB", len(text)/1000), func(b *testing.B) {
			for b.Loop() {
				open()
			}
		})
		b.Run(fmt.Sprintf("key in %d kB", len(text)/1000), func(b *testing.B) {
			a := open()
			for b.Loop() {
				a.intent(a.top(), IntentDown)
				a.draw()
			}
		})
	}
}

// BenchmarkMap goes down the map of a course of 400 skills, a key at a time.
func BenchmarkMap(b *testing.B) {
	v := newSampleViews()
	skill := v.skills.Skills[2]
	v.skills.Skills = nil
	for i := range 400 {
		skill.Skill.ID, skill.Needs = strconv.Itoa(i), nil
		if i > 2 {
			skill.Needs = []int{i - 1, i / 2}
		}
		v.skills.Skills = append(v.skills.Skills, skill)
	}
	t := &testing.T{}
	d := viewDriver(t, v, "map/git", false)
	for b.Loop() {
		d.app.Update(tea.KeyPressMsg(keyNamed(t, "down")))
	}
}

// BenchmarkView draws the frame of each page, and of the boxes over a page.
func BenchmarkView(b *testing.B) {
	pages := append(viewRoutes(), "library", "help", "outline/git", "glossary/git", "cards/git", "reread/git", "notes/git", "search", "settings")
	for _, start := range pages {
		b.Run(string(start), func(b *testing.B) {
			d := viewDriver(&testing.T{}, newSampleViews(), start, false)
			b.ReportAllocs()
			for b.Loop() {
				d.app.draw()
			}
		})
	}
	b.Run("palette", func(b *testing.B) {
		d := viewDriver(&testing.T{}, newSampleViews(), "library", false)
		d.press("ctrl+p")
		b.ReportAllocs()
		for b.Loop() {
			d.app.draw()
		}
	})
}
