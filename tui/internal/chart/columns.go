package chart

import (
	"math"
	"slices"
)

// Columns are values over time, a column for a day or a week, the oldest at
// the left.
type Columns struct {
	Values  []float64 // from 0 up; NaN: not known, drawn as a gap
	Planned []float64 // what was planned for the same days; nil: nothing was. 0 or NaN: nothing on that day

	// Max is the value of a full column. 0: the largest value there is.
	Max float64

	Top   string // label of the top of the scale, such as "60 min"; left out where it takes a third of the room
	First string // label below the oldest column
	Last  string // label below the newest column
}

// plannedLines is how many lines columns need to show what was planned.
const plannedLines = 2

// Draw draws the columns in at most w cells and h lines: the last line holds
// the labels of the ends where there are any and h is 2 or more. Where there
// are more values than cells, each column is the mean of neighbours. What was
// planned is drawn where columns have two lines or more: as a line in the air
// over a column that fell short of it, and across one that did not.
func (d Columns) Draw(w, h int, st Style) []string {
	if len(d.Values) == 0 || w <= 0 || h <= 0 {
		return nil
	}
	c := newCanvas(w, h)
	lines := h
	if h > 1 && (d.First != "" || d.Last != "") {
		lines--
	}
	x := d.axis(c, lines, st)
	values := group(d.Values, w-x)
	var planned []float64
	if lines >= plannedLines && len(d.Planned) > 0 {
		same := make([]float64, len(d.Values))
		copy(same, d.Planned)
		planned = group(same, w-x)
	}
	full := top(d.Max, append(slices.Clone(values), planned...)...)
	wide, pitch := columnWidth(len(values), w-x)
	for i, v := range values {
		column := stack(v, full, lines, st.ASCII, st.Signs().None)
		if i < len(planned) {
			plan(column, v, planned[i], full, st)
		}
		for y, part := range column {
			c.repeat(x+i*pitch, lines-1-y, wide, part.s, part.ink)
		}
	}
	if lines < h {
		d.ends(c, x, lines, (len(values)-1)*pitch+wide, st)
	}
	return c.lines(st)
}

// axis draws the scale at the left and returns the column where the picture
// begins.
func (d Columns) axis(c *canvas, lines int, st Style) int {
	width := widest(1, func(int) string { return d.Top })
	if width == 0 || width > c.w/3 || lines < 2 {
		return 0
	}
	end, side := "┤", "│"
	if st.ASCII {
		end, side = "+", "|"
	}
	c.text(0, 0, fit(d.Top, width, st.More), InkDim)
	c.put(width+1, 0, end, InkFaint)
	for y := 1; y < lines; y++ {
		c.put(width+1, y, side, InkFaint)
	}
	return width + 2
}

// ends draws the labels below the first and the last column, which together
// are span cells wide. The last one goes before the first.
func (d Columns) ends(c *canvas, x, y, span int, st Style) {
	room := c.w - x
	last := fit(d.Last, room, st.More)
	at := max(min(span, room)-cells(last), 0)
	first := fit(d.First, room, st.More)
	if need := cells(first) + 1 + cells(last); at < cells(first)+1 && need <= room && last != "" {
		at = cells(first) + 1 // few columns: the labels reach beyond them
	}
	if last != "" {
		first = fit(d.First, at-1, st.More)
	}
	c.text(x, y, first, InkDim)
	c.text(x+at, y, last, InkDim)
}

// columnWidth is how wide each of n columns is, and how far it is from one to
// the next, in room cells.
func columnWidth(n, room int) (wide, pitch int) {
	wide = 1
	for wide < 3 && n*(wide+2)-1 <= room {
		wide++
	}
	if n*(wide+1)-1 <= room {
		return wide, wide + 1
	}
	return 1, 1
}

// group makes at most n means of neighbours out of values. What is not known
// does not count; the newest group is always whole.
func group(values []float64, n int) []float64 {
	if len(values) <= n || n <= 0 {
		return values[:min(len(values), max(n, 0))]
	}
	size := (len(values) + n - 1) / n
	var out []float64
	for end := len(values); end > 0; end -= size {
		sum, known := 0.0, 0
		for _, v := range values[max(end-size, 0):end] {
			if !math.IsNaN(v) {
				sum, known = sum+finite(v), known+1
			}
		}
		out = append(out, sum/float64(known)) // NaN where nothing is known
	}
	slices.Reverse(out)
	return out
}

// stack draws a value as a column of lines cells, from below.
func stack(v, full float64, lines int, ascii bool, none string) []cell {
	out := make([]cell, lines)
	if math.IsNaN(v) {
		return out
	}
	parts := []rune("▁▂▃▄▅▆▇█")
	switch {
	case ascii && lines == 1: // no height to tell, only how dark it is
		parts = []rune(".:-=+*#")
	case ascii:
		parts = []rune(".:#")
	}
	n := fill(share(v, full), lines*len(parts))
	if n == 0 {
		out[0] = cell{s: none, ink: InkFaint}
	}
	for y := range out {
		if k := min(n-y*len(parts), len(parts)); k > 0 {
			out[y] = cell{s: string(parts[k-1]), ink: InkGood}
		}
	}
	return out
}

// plan marks in a column how much was planned. The mark of a plan that was not
// reached is in the air; in the lowest line it goes up by one, so that it does
// not hide the column.
func plan(column []cell, v, planned, full float64, st Style) {
	s := st.Signs()
	p := finite(planned)
	if p == 0 {
		return
	}
	at := min(int(math.Ceil(share(p, full)*float64(len(column))))-1, len(column)-1)
	at = max(at, 0)
	if v >= p {
		column[at] = cell{s: s.Kept, ink: InkGood}
		return
	}
	if column[at].s != "" && finite(v) > 0 && at+1 < len(column) {
		at++
	}
	column[at] = cell{s: s.Planned, ink: InkDim}
}

// ColumnsFacts says in numbers what Columns shows.
type ColumnsFacts struct {
	Known   int     // how many values are known
	Sum     float64 // of them
	Mean    float64 // of them; 0 where none is known
	Highest int     // index of the first of the largest; -1: none is known
	Lowest  int     // index of the first of the smallest; -1: none is known

	Planned float64 // the sum of what was planned
	Kept    []int   // indexes at which as much as planned was done
	Short   []int   // indexes at which less was done, or nothing is known
}

// Facts gives what the picture shows.
func (d Columns) Facts() ColumnsFacts {
	f := ColumnsFacts{Highest: -1, Lowest: -1}
	for i, v := range d.Values {
		if i < len(d.Planned) && finite(d.Planned[i]) > 0 {
			f.Planned += finite(d.Planned[i])
			if v >= d.Planned[i] {
				f.Kept = append(f.Kept, i)
			} else {
				f.Short = append(f.Short, i)
			}
		}
		if math.IsNaN(v) {
			continue
		}
		f.Known++
		f.Sum += finite(v)
		if f.Highest < 0 || v > d.Values[f.Highest] {
			f.Highest = i
		}
		if f.Lowest < 0 || v < d.Values[f.Lowest] {
			f.Lowest = i
		}
	}
	if f.Known > 0 {
		f.Mean = f.Sum / float64(f.Known)
	}
	return f
}
