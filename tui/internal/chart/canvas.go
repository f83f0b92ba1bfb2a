package chart

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// cells returns the width of s in cells.
func cells(s string) int { return displaywidth.String(s) }

// fit makes a label safe to draw and cuts it to room cells, with more at the
// end of one that was cut.
func fit(s string, room int, more string) string {
	s = textsafe.Line(s)
	switch {
	case room <= 0:
		return ""
	case cells(s) <= room:
		return s
	case room < cells(more):
		return cut(s, room)
	}
	return cut(s, room-cells(more)) + more
}

// cut returns as many whole letters of s as fit in room cells.
func cut(s string, room int) string {
	g := displaywidth.StringGraphemes(s)
	end := 0
	for g.Next() {
		if room -= g.Width(); room < 0 {
			break
		}
		end += len(g.Value())
	}
	return s[:end]
}

// widest returns the width of the widest label, as it would be drawn.
func widest(n int, label func(int) string) int {
	w := 0
	for i := range n {
		w = max(w, cells(textsafe.Line(label(i))))
	}
	return w
}

// cell is one cell of a canvas; the zero value is blank.
type cell struct {
	s    string
	ink  Ink
	tail bool // the right half of the wide letter before it
}

// canvas is where a picture is drawn. What is drawn outside of it is lost, so
// no picture is larger than its canvas.
type canvas struct {
	w, h int
	rows [][]cell
}

func newCanvas(w, h int) *canvas { return &canvas{w: max(w, 0), h: max(h, 0)} }

// row returns line y with room for at least n cells; nil when y is outside.
func (c *canvas) row(y, n int) []cell {
	if y < 0 || y >= c.h {
		return nil
	}
	for len(c.rows) <= y {
		c.rows = append(c.rows, nil)
	}
	if grow := min(n, c.w) - len(c.rows[y]); grow > 0 {
		c.rows[y] = append(c.rows[y], make([]cell, grow)...)
	}
	return c.rows[y]
}

// put draws one sign of a cell.
func (c *canvas) put(x, y int, sign string, ink Ink) { c.place(x, y, cell{s: sign, ink: ink}, 1) }

// place draws a letter of width cells. A wide letter that was half covered
// goes altogether.
func (c *canvas) place(x, y int, letter cell, width int) {
	row := c.row(y, x+width)
	if x < 0 || x+width > len(row) {
		return
	}
	if row[x].tail {
		row[x-1] = cell{}
	}
	if end := x + width; end < len(row) && row[end].tail {
		row[end] = cell{}
	}
	row[x] = letter
	for i := 1; i < width; i++ {
		row[x+i] = cell{ink: letter.ink, tail: true}
	}
}

// repeat draws a sign n times.
func (c *canvas) repeat(x, y, n int, sign string, ink Ink) {
	for i := range min(n, c.w-x) {
		c.put(x+i, y, sign, ink)
	}
}

// text draws a label from column x on, in as many cells as it needs. The label
// must have been fitted; a mark that has no letter to stand on is left out.
func (c *canvas) text(x, y int, s string, ink Ink) {
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		width := g.Width()
		if width == 0 {
			continue
		}
		c.place(x, y, cell{s: g.Value(), ink: ink}, width)
		x += width
	}
}

// right draws a label that ends before column x.
func (c *canvas) right(x, y int, s string, ink Ink) { c.text(x-cells(s), y, s, ink) }

// lines gives the picture line by line, without blanks at the ends.
func (c *canvas) lines(st Style) []string {
	out := make([]string, len(c.rows))
	for y, row := range c.rows {
		end := len(row)
		for end > 0 && row[end-1].s == "" && !row[end-1].tail {
			end--
		}
		out[y] = paint(row[:end], st)
	}
	return out
}

// paint joins cells, one call of the style for each run of an ink. Blanks take
// the ink of what stands before them.
func paint(row []cell, st Style) string {
	var out, run strings.Builder
	ink := InkText
	flush := func() {
		s := run.String()
		if st.Paint != nil && strings.TrimSpace(s) != "" {
			s = st.Paint(ink, s)
		}
		out.WriteString(s)
		run.Reset()
	}
	for _, c := range row {
		switch {
		case c.tail:
			continue
		case c.s == "":
			run.WriteByte(' ')
			continue
		case c.ink != ink:
			flush()
			ink = c.ink
		}
		run.WriteString(c.s)
	}
	flush()
	return out.String()
}
