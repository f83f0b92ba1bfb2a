package chart

import (
	"math"
	"slices"
)

// Timeline is a forecast: a line from today to a far day, on which a wide range
// holds a narrow one, and a target. Positions are days from today; fractions
// are fine.
type Timeline struct {
	Far    float64    // where the line ends. 0: at the last thing on it
	Wide   [2]float64 // the range of 80 %, from and to
	Narrow [2]float64 // the range of 50 %, from and to, inside the wide one

	HasTarget bool
	Target    float64

	// Labels, such as dates. Where there is no room for all, those are left out
	// first that come first in this order: narrow range, today, far end, wide
	// range. The target's is cut at worst.
	TodayText  string
	FarText    string
	WideText   [2]string
	NarrowText [2]string
	TargetText string
}

// far is the day at which the line ends.
func (d Timeline) far() float64 {
	far := top(d.Far, d.Wide[0], d.Wide[1], d.Narrow[0], d.Narrow[1])
	if d.HasTarget && finite(d.Far) == 0 {
		far = max(far, finite(d.Target))
	}
	return far
}

// spans are the ranges put right: in order, from 0 up, the narrow one inside
// the wide one.
func (d Timeline) spans() (wide, narrow [2]float64) {
	wide = [2]float64{finite(d.Wide[0]), finite(d.Wide[1])}
	wide[1] = math.Max(wide[0], wide[1])
	narrow[0] = math.Min(math.Max(finite(d.Narrow[0]), wide[0]), wide[1])
	narrow[1] = math.Min(math.Max(finite(d.Narrow[1]), narrow[0]), wide[1])
	return wide, narrow
}

// Draw draws the line in at most w cells and h lines: the target above it where
// h is 2 or more, and below it as many labels as fit, each under its place or
// joined to it by a line down. What lies beyond the far end has an arrow there.
func (d Timeline) Draw(w, h int, st Style) []string {
	if w < 3 || h < 1 {
		return nil
	}
	c := newCanvas(w, h)
	y := 0
	if d.HasTarget && h > 1 {
		d.target(c, st)
		y = 1
	}
	d.line(c, y, st)
	d.labels(c, y+1, st)
	return c.lines(st)
}

// column is where a day is on a line of w cells.
func (d Timeline) column(day float64, w int) int {
	return int(share(day, d.far())*float64(w-1) + 0.5)
}

// target draws the target and its label above the line.
func (d Timeline) target(c *canvas, st Style) {
	sign := st.Signs().Target
	if finite(d.Target) > d.far() {
		sign = ">"
	}
	x := d.column(d.Target, c.w)
	c.put(x, 0, sign, InkAccent)
	if text := fit(d.TargetText, c.w-x-2, ""); text != "" && cells(text) == widest(1, func(int) string { return d.TargetText }) {
		c.text(x+2, 0, text, InkAccent)
	} else if x-1 > c.w-x-2 {
		c.right(x-1, 0, fit(d.TargetText, x-1, st.More), InkAccent)
	} else {
		c.text(x+2, 0, fit(d.TargetText, c.w-x-2, st.More), InkAccent)
	}
}

// line draws the axis and the ranges on it.
func (d Timeline) line(c *canvas, y int, st Style) {
	s := st.Signs()
	left, right := "├", "┤"
	if st.ASCII {
		left, right = "|", "|"
	}
	wide, narrow := d.spans()
	if wide[1] > d.far() {
		right = ">"
	}
	c.repeat(0, y, c.w, s.Axis, InkFaint)
	c.put(0, y, left, InkFaint)
	d.span(c, y, wide, s.Wide)
	d.span(c, y, narrow, s.Narrow)
	if right == ">" || d.column(wide[1], c.w) < c.w-1 || wide[1] == 0 {
		c.put(c.w-1, y, right, InkFaint)
	}
}

// span draws a range. One that is empty, from today to today, is not drawn.
func (d Timeline) span(c *canvas, y int, of [2]float64, sign string) {
	if of[1] == 0 {
		return
	}
	a, b := d.column(of[0], c.w), d.column(of[1], c.w)
	c.repeat(a, y, b-a+1, sign, InkInfo)
}

// tag is a label below the line and where it belongs.
type tag struct {
	x     int
	text  string
	ink   Ink
	right bool // it belongs to the right half of its pair
	row   int  // the highest row that it may have
}

// labels draws the labels below the line from row y on.
func (d Timeline) labels(c *canvas, y int, st Style) {
	taken := d.arrange(c.w, c.h-y, st)
	stem := "│"
	if st.ASCII {
		stem = "|"
	}
	for _, p := range taken {
		for k := range p.row {
			c.put(p.tag.x, y+k, stem, InkDim)
		}
		c.text(p.from, y+p.row, p.tag.text, p.tag.ink)
	}
}

// arrange places the labels in w cells and h rows. It tries a few ways, and
// takes the first of those that leave out the least.
func (d Timeline) arrange(w, h int, st Style) []place {
	wide, narrow := d.spans()
	tags := []tag{ // those that matter most first
		{d.column(wide[1], w), d.WideText[1], InkText, true, 0},
		{d.column(wide[0], w), d.WideText[0], InkText, false, 0},
		{w - 1, d.FarText, InkDim, true, 0},
		{0, d.TodayText, InkDim, false, 0},
		{d.column(narrow[1], w), d.NarrowText[1], InkDim, true, 0},
		{d.column(narrow[0], w), d.NarrowText[0], InkDim, false, 0},
	}
	var best []place
	most := -1
	for _, way := range []struct {
		order   []int
		outward bool
		below   bool // the first label leaves the highest row to others
		tight   bool // a label may begin right beside the stem of another
	}{
		{order: []int{0, 1, 2, 3, 4, 5}}, {order: []int{0, 1, 2, 3, 4, 5}, outward: true},
		{order: []int{0, 1, 2, 3, 4, 5}, below: true}, {order: []int{0, 1, 2, 3, 4, 5}, outward: true, below: true},
		{order: []int{4, 1, 0, 5, 2, 3}, outward: true}, {order: []int{5, 0, 1, 4, 2, 3}, outward: true}, {order: []int{4, 5, 0, 1, 2, 3}},
		{order: []int{0, 1, 2, 3, 4, 5}, outward: true, tight: true},
	} {
		r, score := room{w: w, h: h, outward: way.outward, tight: way.tight}, 0
		for _, i := range way.order {
			t := tags[i]
			if i == 0 && way.below {
				t.row = 1
			}
			if t.text = fit(t.text, w, st.More); t.text != "" && r.add(t) {
				score += 1 << (len(tags) - i)
			}
		}
		if score > most {
			best, most = r.taken, score
		}
	}
	return best
}

// place is a label with its row below the line and its first cell. In the rows
// above its own, a stem joins it to the line.
type place struct {
	tag       tag
	row, from int
}

func (p place) end() int { return p.from + cells(p.tag.text) }

// room is where labels have been placed.
type room struct {
	w, h    int
	outward bool // labels go away from the middle of their pair rather than around their place
	tight   bool // a label may begin right beside the stem of another
	taken   []place
}

// add places a label around its place in the highest row that has room, or else
// beside it, and reports whether there was any. At the edges of the picture a
// label is moved inside.
func (r *room) add(t tag) bool {
	width := cells(t.text)
	around, after, before := t.x-(width-1)/2, t.x, t.x-width+1
	ways := []int{around, after, before}
	if r.outward && t.right {
		ways = []int{after, around, before}
	} else if r.outward {
		ways = []int{before, around, after}
	}
	for _, from := range ways {
		from = max(min(from, r.w-width), 0)
		for row := t.row; row < r.h; row++ {
			p := place{tag: t, row: row, from: from}
			if !slices.ContainsFunc(r.taken, func(q place) bool { return p.hits(q, r.tight) }) {
				r.taken = append(r.taken, p)
				return true
			}
		}
	}
	return false
}

// hits reports whether two labels, or the stem of one and the other, are in
// each other's way. A stem keeps a cell from a label, but where they may be close.
func (p place) hits(q place, tight bool) bool {
	if p.row == q.row {
		return p.from < q.end()+1 && q.from < p.end()+1
	}
	if p.row > q.row {
		p, q = q, p
	}
	// The stem of q goes through the row of p; two stems in one column look like one.
	before := p.from - 1
	if tight {
		before = p.from
	}
	return p.tag.x == q.tag.x || before <= q.tag.x && q.tag.x <= p.end()
}

// Where says where a target is in a forecast.
type Where int

// Where a target can be.
const (
	NoTarget  Where = iota
	BeforeAll       // before the wide range: not to be expected
	EarlyWide       // in the wide range, before the narrow one
	InNarrow        // in the narrow range
	LateWide        // in the wide range, after the narrow one
	AfterAll        // after the wide range: to be expected
)

// TimelineFacts says in numbers what a Timeline shows. Days are from today.
type TimelineFacts struct {
	Far          float64
	Wide, Narrow [2]float64 // put in order, from 0 up, the narrow one inside the wide one
	Where        Where      // of the target
	Spare        float64    // days from the end of the wide range to the target; below 0: the target comes first
}

// Facts gives what the picture shows.
func (d Timeline) Facts() TimelineFacts {
	f := TimelineFacts{Far: d.far()}
	f.Wide, f.Narrow = d.spans()
	if !d.HasTarget {
		return f
	}
	t := finite(d.Target)
	f.Spare = t - f.Wide[1]
	switch {
	case t < f.Wide[0]:
		f.Where = BeforeAll
	case t < f.Narrow[0]:
		f.Where = EarlyWide
	case t <= f.Narrow[1]:
		f.Where = InNarrow
	case t <= f.Wide[1]:
		f.Where = LateWide
	default:
		f.Where = AfterAll
	}
	return f
}
