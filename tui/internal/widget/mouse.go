package widget

import (
	"fmt"
	"strconv"
	"strings"
)

// Spot is a part of a View that the mouse can point at.
type Spot struct {
	X, Y, W, H int  // its cells
	Part       int  // which part; goes into Click and Drag
	Chosen     bool // a click on it again means Enter
}

// Has reports whether a cell belongs to the spot.
func (s Spot) Has(x, y int) bool { return x >= s.X && x < s.X+s.W && y >= s.Y && y < s.Y+s.H }

// Click returns the intent of a click on a part, at the cell x, y of its spot.
func Click(part, x, y int) Intent { return Intent(fmt.Sprintf("click-%d-%d-%d", part, x, y)) }

// Click returns what Click was given; ok is false for every other intent.
func (i Intent) Click() (part, x, y int, ok bool) {
	n, ok := i.numbers("click-", 3)
	if !ok {
		return 0, 0, 0, false
	}
	return n[0], n[1], n[2], true
}

// Drag returns the intent of drawing the part that was pointed at last to where
// another part is. by is negative where the mouse went up and positive where it
// went down: only in that direction does the part move, so that rows of
// different heights do not jump to and fro below a mouse that rests.
func Drag(part, by int) Intent { return Intent(fmt.Sprintf("drag-%d-%d", part, by)) }

// drag returns what Drag was given; ok is false for every other intent.
func (i Intent) drag() (part, by int, ok bool) {
	n, ok := i.numbers("drag-", 2)
	if !ok {
		return 0, 0, false
	}
	return n[0], n[1], true
}

// numbers reads the numbers of an intent that carries some.
func (i Intent) numbers(name string, count int) (list []int, ok bool) {
	rest, found := strings.CutPrefix(string(i), name)
	if !found {
		return nil, false
	}
	for range count {
		word := rest
		if at := strings.IndexByte(rest[min(1, len(rest)):], '-'); at >= 0 { // a sign is no separator
			word, rest = rest[:at+1], rest[at+2:]
		}
		n, err := strconv.Atoi(word)
		if err != nil {
			return nil, false
		}
		list = append(list, n)
	}
	return list, true
}

// spot makes the lines added next, n of them, a part to point at.
func (r *rows) spot(part, n int, chosen bool) {
	r.Spots = append(r.Spots, Spot{Y: len(r.Lines), W: r.width, H: n, Part: part, Chosen: chosen})
}
