package tui

import (
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/internal/chart"
)

// cairnOf says how much of a course is known: of so many skills, or of so many
// lessons in a course without skills.
type cairnOf struct{ known, of int }

// cairnFrom counts what is known.
func cairnFrom(p learn.Progress) cairnOf {
	if len(p.Skills) == 0 {
		return cairnOf{known: p.Done, of: p.Of}
	}
	c := cairnOf{of: len(p.Skills)}
	for _, k := range p.Skills {
		if k.Mastery >= k.Line {
			c.known++
		}
	}
	return c
}

// cairnRoom is how many cells the cairn takes beside a page, and cairnLines how
// many lines.
const (
	cairnRoom  = 26
	cairnLines = 8
)

// draw draws a cairn of as many stones as are known; nil without anything to
// know.
func (c cairnOf) draw(th *Theme, w, h int) []string {
	if c.of == 0 {
		return nil
	}
	return chart.Cairn{Share: float64(c.known) / float64(c.of)}.Draw(w, h, th.Chart())
}

// beside puts a cairn at the right of lines that were drawn in the room beside
// it, with what it stands for below it. env is that of the whole page.
func (c cairnOf) beside(env Env, lines []string) []string {
	art := c.draw(env.Theme, cairnRoom-4, cairnLines)
	if art == nil {
		return lines
	}
	art = append(art, env.Theme.Dim.Render(env.Words.Map.Known(c.known, c.of)))
	return beside(lines, art, min(env.W-cairnRoom, env.Measure())+4)
}

// room is what a page has left beside a cairn; ok is false where there is no
// room for one, or where the rail shows it.
func (c cairnOf) room(env Env) (left Env, ok bool) {
	if env.W < 72 || env.Rail || c.of == 0 {
		return env, false
	}
	env.W = min(env.W-cairnRoom, env.Measure())
	return env, true
}
