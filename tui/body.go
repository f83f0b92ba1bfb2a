package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"github.com/cairn-learn/cairn/tui/internal/widget"
)

// body is what a step shows below its head: lines that may be taller than the
// window, the part of them that must stay in sight, and the cursor.
type body struct {
	lines    []string
	from, to int // the part to keep in sight; none when empty
	cursor   *widget.Point
	spots    []Spot // what the mouse can click
	input0   int    // the first line of the widget; 0: none
	start    int    // the line to begin at where not all fits: what is above can wait
	more     bool   // lines follow that are not laid out yet
}

func (b *body) add(lines ...string) { b.lines = append(b.lines, lines...) }

// gap leaves one empty line after what came before.
func (b *body) gap() {
	if n := len(b.lines); n > 0 && b.lines[n-1] != "" {
		b.lines = append(b.lines, "")
	}
}

// para adds a paragraph of the program's own words.
func (b *body) para(style lipgloss.Style, s string, width int) {
	if s == "" {
		return
	}
	b.add(wrapStyled(style, s, width)...)
}

// input adds a widget and keeps its selected part in sight.
func (b *body) input(v widget.View) {
	top := len(b.lines)
	b.from, b.to, b.input0 = top+v.From, top+v.To, top
	if v.Cursor != nil {
		b.cursor = &widget.Point{X: v.Cursor.X, Y: top + v.Cursor.Y}
	}
	for _, s := range v.Spots {
		s.Y += top
		b.spots = append(b.spots, partSpot(s))
	}
	b.add(v.Lines...)
}

// keep makes the lines added since the n-th the part to keep in sight.
func (b *body) keep(n int) { b.from, b.to = n, len(b.lines) }

// scroll is how far a body is scrolled. It follows the part to keep in sight
// until the learner scrolls by hand, and again from the next key that is not
// scrolling.
type scroll struct {
	top   int
	hand  bool
	begun bool // the learner scrolled; until then the window stands at the body's start
}

// at returns the first line to draw in a window of h lines.
func (s scroll) at(b *body, h int) int {
	top := s.top
	if s.hand && !s.begun {
		top = b.start
	}
	if !s.hand && b.to > b.from {
		if b.to > top+h {
			top = b.to - h
		}
		if b.from < top {
			top = b.from
		}
	}
	return max(0, min(top, len(b.lines)-h))
}

// to puts a line at the top, as far as the text goes.
func (s *scroll) to(line int, b *body, h int) { s.by(line-s.at(b, h), b, h) }

// settle remembers where the window stands, so that it moves only when it must.
func (s *scroll) settle(b *body, h int) { s.top = s.at(b, h) }

// by scrolls by hand and reports whether anything moved.
func (s *scroll) by(n int, b *body, h int) bool {
	from := s.at(b, h)
	s.top = max(0, min(from+n, len(b.lines)-h))
	s.hand, s.begun = true, true
	return s.top != from
}

// intent scrolls for the keys that scroll, and reports whether it was one.
func (s *scroll) intent(i Intent, b *body, h int) bool {
	page := max(h-2, 1)
	switch i {
	case IntentUp:
		s.by(-1, b, h)
	case IntentDown:
		s.by(1, b, h)
	case IntentScrollUp:
		s.by(-wheelLines, b, h)
	case IntentScrollDown:
		s.by(wheelLines, b, h)
	case IntentPageUp:
		s.by(-page, b, h)
	case IntentPageDown:
		s.by(page, b, h)
	case IntentTop:
		s.by(-len(b.lines), b, h)
	case IntentBottom:
		s.by(len(b.lines), b, h)
	default:
		return false
	}
	return true
}

// end reports whether the last line is in sight.
func (s scroll) end(b *body, h int) bool { return !b.more && s.at(b, h)+h >= len(b.lines) }

// hides reports whether the part to answer in lies below the window, so that
// the learner still reads on.
func (s scroll) hides(b *body, h int) bool { return s.hand && b.input0 >= s.at(b, h)+h }

// far is how many lines of a page have to be laid out for a window of h lines
// and for what keys can bring into it.
func (s scroll) far(h int) int { return max(s.top, 0) + 4*max(h, 1) }

// reach is how many lines an intent needs, which may be all.
func (s scroll) reach(i Intent, h int) int {
	if _, ok := i.Row(); ok {
		return everyLine // a link may lead to any heading
	}
	switch i {
	case IntentBottom, IntentLinks, IntentContents, IntentNext, IntentCopy:
		return everyLine
	}
	return s.far(h)
}

// draw gives the window of h lines, w cells wide, with a mark in the last line
// when more follows.
func (s scroll) draw(env Env, b *body, h int) Frame {
	if h <= 0 {
		return Frame{}
	}
	top := s.at(b, h)
	lines := append([]string(nil), b.lines[top:min(top+h, len(b.lines))]...)
	for i := range lines {
		lines[i] = fit(env.Theme, lines[i], env.W)
	}
	f := Frame{Spots: within(b.spots, top, len(lines)), Sight: sight(top, h, len(b.lines))}
	f.Sight.More = b.more
	if c := b.cursor; c != nil && c.Y >= top && c.Y < top+len(lines) && c.X < env.W {
		f.Cursor = tea.NewCursor(c.X, c.Y-top)
		f.Cursor.Blink = false
	}
	f.Text = strings.Join(lines, "\n")
	return f
}
