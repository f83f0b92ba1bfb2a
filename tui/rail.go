package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// rail is the course at a glance, at the left of a wide window: the lessons
// around the learner, and the cairn, a stone for every part of the skills that
// is known. It shows what the outline and the map have in full.
type rail struct {
	session Session // that it was read from
	rows    []railRow
	here    int // the row of the lesson that the learner is in
	cairn   cairnOf
}

// railRow is a lesson on the road, the title of a module, or a free line.
type railRow struct {
	module string
	lesson *learn.LessonProgress
}

// newRail lists the lessons on the road under their modules. It is all that
// goes through the whole course: drawing looks at the rows in sight.
func newRail(s Session, p learn.Progress) rail {
	r := rail{session: s, cairn: cairnFrom(p)}
	module := ""
	for i := range p.Lessons {
		l := &p.Lessons[i]
		if l.State == learn.LessonOff || l.Optional && !l.Here && l.State == learn.LessonOpen {
			continue
		}
		if l.Module != module {
			if module = l.Module; len(r.rows) > 0 {
				r.rows = append(r.rows, railRow{})
			}
			r.rows = append(r.rows, railRow{module: module})
		}
		if l.Here {
			r.here = len(r.rows)
		}
		r.rows = append(r.rows, railRow{lesson: l})
	}
	return r
}

// railRead is a rail that was read.
type railRead struct{ rail rail }

// railed reports whether a page has the rail beside it.
func (a *App) railed(e *entry) bool {
	return a.w >= railWidth && a.roomy() && a.session != nil && e != a.overlay &&
		e.route != RouteLibrary && a.stepAt() >= 0
}

// readRail reads the rail anew, off the event loop, where there is room for it
// or for the cairn.
func (a *App) readRail() tea.Cmd {
	s := a.session
	if s == nil || a.w < roomyWidth {
		return nil
	}
	return a.enqueue(func() (result tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				_ = a.caught(r)     // makes the report
				result = railRead{} // the page that needs the same says what is wrong
			}
		}()
		return railRead{newRail(s, s.Progress())}
	})
}

// draw draws the rail in w cells and h lines.
func (r *rail) draw(env Env, w, h int) []string {
	const art = cairnLines + 1
	list := h
	if r.cairn.of > 0 && h >= art+10 {
		list = h - art - 1
	}
	lines := r.list(env.Theme, w, list)
	if list == h {
		return lines
	}
	for len(lines) < list+1 {
		lines = append(lines, "")
	}
	lines = append(lines, r.cairn.draw(env.Theme, w, cairnLines)...)
	return append(lines, env.Theme.Dim.Render(fit(env.Theme, env.Words.Map.Known(r.cairn.known, r.cairn.of), w)))
}

// list draws the h rows around the lesson that the learner is in.
func (r *rail) list(th *Theme, w, h int) []string {
	first := max(0, min(r.here-h/2, len(r.rows)-h))
	var lines []string
	for _, row := range r.rows[first:min(first+h, len(r.rows))] {
		switch {
		case row.lesson != nil:
			lines = append(lines, railLine(th, *row.lesson, w))
		case row.module != "":
			lines = append(lines, th.Dim.Render(fit(th, textsafe.Line(row.module), w)))
		default:
			lines = append(lines, "")
		}
	}
	return lines
}

func railLine(th *Theme, l learn.LessonProgress, w int) string {
	mark, ink := lessonMark(th, l.State)
	style := th.Dim
	if l.Here {
		style = th.Accent
	}
	room := w - ansi.StringWidth(mark) - 1
	return ink.Render(mark) + " " + style.Render(fit(th, titleOf(l.Lesson), room))
}

// withRail puts the rail at the left of the lines of a page.
func (a *App) withRail(lines []string, l layout, env Env) []string {
	drawn := []string{}
	if a.rail.session == a.session && a.session != nil {
		drawn = a.rail.draw(env, railCells-4, l.body)
	}
	out := make([]string, l.body)
	for i := range out {
		left, right := "", ""
		if i < len(drawn) {
			left = drawn[i]
		}
		if i < len(lines) {
			right = lines[i]
		}
		out[i] = strings.TrimRight(pad(left, railCells)+right, " ")
	}
	return out
}
