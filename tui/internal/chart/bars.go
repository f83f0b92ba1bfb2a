package chart

import (
	"math"
	"slices"
	"strconv"
)

// Bar is one row of Bars.
type Bar struct {
	Label string
	Text  string  // the value as the reader should see it, such as "72 %"
	Value float64 // from 0 up; NaN: not known, drawn without a bar
	Was   float64 // what it was before, where Bars.Compare is set; NaN: not known
}

// Bars are horizontal bars, a row each, in the order given.
type Bars struct {
	Rows []Bar

	// Max is the value of a full bar. 0: the largest value there is.
	Max float64

	// Line is the value at which a marker line stands in every bar, such as
	// the one from which a skill counts as mastered. 0: none.
	Line float64

	// Compare shows what changed from Was to Value: the part that is new and
	// the part that is gone each have a sign of their own.
	Compare bool
}

// scale is the value of a full bar.
func (b Bars) scale() float64 {
	values := []float64{b.Line}
	for _, r := range b.Rows {
		values = append(values, r.Value)
		if b.Compare {
			values = append(values, r.Was)
		}
	}
	return top(b.Max, values...)
}

// Draw draws the bars in at most w cells and h lines. Of bars that do not all
// fit, the last line says how many are left out. Where there is no room for a
// bar of six cells beside label and value, rows have no bar.
func (b Bars) Draw(w, h int, st Style) []string {
	c := newCanvas(w, h)
	shown := len(b.Rows)
	if shown > h {
		shown = max(h-1, min(h, 1))
	}
	text := min(widest(len(b.Rows), func(i int) string { return b.Rows[i].Text }), w)
	label := widest(len(b.Rows), func(i int) string { return b.Rows[i].Label })
	bar := min(max((w-text)/2-2, 0), 40)
	label = min(label, w-text-bar-4)
	bar = min(w-label-text-4, 40)
	gap := 2
	if label < 5 && bar < 12 || bar < 6 {
		bar, gap = 0, 1
		label = w - text - 1
	}
	for y := range max(shown, 0) {
		r := b.Rows[y]
		c.text(0, y, fit(r.Label, label, st.More), InkText)
		x := label + gap
		if bar > 0 && !math.IsNaN(r.Value) {
			b.bar(c, x, y, bar, r, st.Signs())
		}
		if bar > 0 {
			x += bar + gap
		}
		c.right(x+text, y, fit(r.Text, text, st.More), InkDim)
	}
	if left := len(b.Rows) - shown; left > 0 && shown < h {
		c.text(0, shown, fit(st.More+" +"+strconv.Itoa(left), w, ""), InkDim)
	}
	return c.lines(st)
}

// bar draws one bar.
func (b Bars) bar(c *canvas, x, y, width int, r Bar, s Signs) {
	full := b.scale()
	now := fill(share(r.Value, full), width)
	line := -1
	if l := finite(b.Line); l > 0 && full > 0 {
		line = width - 1
		if l < full { // room behind the line for what is more, but not all
			line = min(int(share(l, full)*float64(width)), width-2)
		}
		if r.Value >= l {
			now = max(now, line+1)
		} else {
			now = min(now, line)
		}
	}
	was := now
	if b.Compare && !math.IsNaN(r.Was) && !math.IsNaN(r.Value) {
		was = fill(share(r.Was, full), width)
	}
	for i := range width {
		sign, ink := s.Empty, InkFaint
		switch {
		case i < now && i < was:
			sign, ink = s.Full, InkGood
		case i < now:
			sign, ink = s.Gained, InkAccent
		case i < was:
			sign, ink = s.Lost, InkWarn
		}
		if i == line && i < now {
			sign, ink = s.Reached, InkGood
		} else if i == line {
			sign, ink = s.Line, InkDim
		}
		c.put(x+i, y, sign, ink)
	}
}

// BarsFacts says in numbers what Bars shows.
type BarsFacts struct {
	Share   []float64 // of each row, in 0..1 of a full bar
	Change  []float64 // of each row, Value - Was; 0 where either is not known or not compared
	Order   []int     // indexes of the rows whose value is known, the largest first
	Reached []int     // rows at or above the line, in the order given; nil without a line
	Short   []int     // rows below the line, in the order given; nil without a line
}

// Facts gives what the picture shows.
func (b Bars) Facts() BarsFacts {
	f := BarsFacts{Share: make([]float64, len(b.Rows)), Change: make([]float64, len(b.Rows))}
	full := b.scale()
	for i, r := range b.Rows {
		if math.IsNaN(r.Value) {
			continue
		}
		f.Share[i] = share(r.Value, full)
		f.Order = append(f.Order, i)
		if b.Compare && !math.IsNaN(r.Was) {
			f.Change[i] = finite(r.Value) - finite(r.Was)
		}
		switch l := finite(b.Line); {
		case l == 0:
		case r.Value >= l:
			f.Reached = append(f.Reached, i)
		default:
			f.Short = append(f.Short, i)
		}
	}
	slices.SortStableFunc(f.Order, func(i, j int) int {
		switch a, b := b.Rows[i].Value, b.Rows[j].Value; {
		case a > b:
			return -1
		case a < b:
			return 1
		}
		return 0
	})
	return f
}
