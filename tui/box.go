package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// boxCells is how wide the text in a box may be.
const boxCells = 72

// boxed reports whether what is drawn over a page is a box on it. In a small
// window it takes the page's place.
func (l layout) boxed() bool { return l.rule && l.block >= roomyWidth-4 }

// boxRoom is how many cells and lines an overlay may draw.
func boxRoom(l layout) (w, h int) {
	if !l.boxed() {
		return l.width(), l.body
	}
	return min(l.block-8, boxCells), l.body - 3
}

// over draws an overlay as a box on the page below it, which steps back.
func (a *App) over(below, e *entry) (string, *tea.Cursor) {
	page, _ := a.page(below)
	frame := a.frame(e)
	l := a.layout(e)
	w, h := boxRoom(l)
	text := strings.Split(clip(frame.Text, w, h), "\n")
	box := boxLines(a.theme, e.screen.Title(a.o.Words), text, w, a.sight(frame.Sight, w-2))
	x, y := (a.w-w-4)/2, l.top
	lines := strings.Split(page, "\n")
	feet := max(len(l.footer), len(a.layout(below).footer))
	for i, line := range lines {
		plain := ansi.Strip(line)
		switch {
		case i >= len(lines)-feet && i >= y+len(box):
			line = ""
		case i >= y && i < y+len(box):
			line = strings.Repeat(" ", x) + box[i-y] // rests of words beside it would be noise
		default:
			line = a.behind(plain)
		}
		lines[i] = line
	}
	for i, f := range l.footer {
		lines[len(lines)-len(l.footer)+i] = strings.Repeat(" ", l.margin) + f
	}
	a.mouse.spots = append(moveSpots(within(frame.Spots, 0, h), x+2, y+1), moveSpots(l.keys, l.margin, len(lines)-len(l.footer))...)
	c := frame.Cursor
	if c != nil && (c.X < 0 || c.Y < 0 || c.X > w || c.Y >= h) {
		c = nil
	}
	if c != nil {
		moved := *c
		moved.X, moved.Y, moved.Blink = c.X+x+2, c.Y+y+1, false
		c = &moved
	}
	return strings.Join(lines, "\n"), c
}

// behind is text that something else is drawn over.
func (a *App) behind(plain string) string {
	if strings.TrimSpace(plain) == "" {
		return plain
	}
	return a.theme.Faint.Render(plain)
}

// boxLines draws a frame around text of w cells, with a title above it and a
// word below.
func boxLines(th *Theme, title string, text []string, w int, foot string) []string {
	b := lipgloss.RoundedBorder()
	line := func(left, word, right string, style lipgloss.Style) string {
		if word != "" {
			word = " " + fit(th, word, w-2) + " "
		}
		rest := max(w+2-1-ansi.StringWidth(word), 0)
		return th.Faint.Render(left+b.Top) + style.Render(word) + th.Faint.Render(strings.Repeat(b.Top, rest)+right)
	}
	out := []string{line(b.TopLeft, title, b.TopRight, th.Title)}
	side := th.Faint.Render(b.Left)
	for _, t := range text {
		out = append(out, side+" "+pad(t, w)+" "+side)
	}
	return append(out, line(b.BottomLeft, foot, b.BottomRight, th.Dim))
}
