package diagram

import (
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// The sides of a cell that lines leave it by.
const (
	toUp = 1 << iota
	toDown
	toLeft
	toRight
)

// canvas is cells of lines and text. Text hides lines.
type canvas struct {
	w, h  int
	lines []byte
	look  []stroke
	text  []string // of a cell; "\x00": the second half of a wide character
	ascii bool
}

func newCanvas(w, h int, ascii bool) *canvas {
	return &canvas{w: w, h: h, ascii: ascii, lines: make([]byte, w*h), look: make([]stroke, w*h), text: make([]string, w*h)}
}

func (c *canvas) in(x, y int) bool { return x >= 0 && y >= 0 && x < c.w && y < c.h }

// line draws a straight line between two cells, ends included.
func (c *canvas) line(x1, y1, x2, y2 int, s stroke) {
	if s == unseen {
		return
	}
	if x1 > x2 || y1 > y2 {
		x1, y1, x2, y2 = x2, y2, x1, y1
	}
	for x := x1; x < x2; x++ {
		c.join(x, y1, toRight, s)
		c.join(x+1, y1, toLeft, s)
	}
	for y := y1; y < y2; y++ {
		c.join(x1, y, toDown, s)
		c.join(x1, y+1, toUp, s)
	}
}

func (c *canvas) join(x, y int, side byte, s stroke) {
	if c.in(x, y) {
		c.lines[y*c.w+x] |= side
		c.look[y*c.w+x] = s
	}
}

// write puts text over what was drawn.
func (c *canvas) write(x, y int, s string) {
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		w := g.Width()
		if w == 0 || !c.in(x, y) || !c.in(x+w-1, y) {
			continue
		}
		c.text[y*c.w+x] = g.Value()
		for i := 1; i < w; i++ {
			c.text[y*c.w+x+i] = "\x00"
		}
		x += w
	}
}

// strings returns the lines, without spaces at their ends.
func (c *canvas) strings() []string {
	out := make([]string, c.h)
	for y := range c.h {
		var b strings.Builder
		for x := range c.w {
			switch i := y*c.w + x; {
			case c.text[i] == "\x00":
			case c.text[i] != "":
				b.WriteString(c.text[i])
			default:
				b.WriteString(c.stroke(c.lines[i], c.look[i]))
			}
		}
		out[y] = strings.TrimRight(b.String(), " ")
	}
	return out
}

// stroke is the character of a cell of lines.
func (c *canvas) stroke(sides byte, s stroke) string {
	const (
		light = " ╵╷│╴┘┐┤╶└┌├─┴┬┼"
		plain = " |||-++|-++|-+++"
	)
	vertical, horizontal := sides&(toLeft|toRight) == 0, sides&(toUp|toDown) == 0
	if sides != 0 && (vertical || horizontal) && s != solid {
		signs := "┆╌┃━"
		if c.ascii {
			signs = ":.|="
		}
		at := 0
		if s == thick {
			at = 2
		}
		if horizontal {
			at++
		}
		return string([]rune(signs)[at])
	}
	set := light
	if c.ascii {
		set = plain
	}
	return string([]rune(set)[sides])
}
