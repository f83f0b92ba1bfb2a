package chart

import "math"

// Calendar is a heat map of days: how much was done on each, told by a shade.
type Calendar struct {
	Days    []float64 // from 0 up, a day each, the oldest first; NaN: not part of it
	Weekday int       // of the first day: 0 is Monday, 6 Sunday; others count on from there
	Today   int       // index of today among Days, marked with brackets; outside of them: none

	// Max is the value of the strongest level. 0: the largest value there is.
	// Anything above nothing is at least the first of the four levels.
	Max float64

	Weekdays [7]string // labels of the days of the week, Monday first
	Months   []Month   // labels of the months, in order
}

// Month is the label of a month in a Calendar.
type Month struct {
	At   int // index of its first day among Days
	Text string
}

// Widths of the parts of a calendar, in cells.
const (
	dayPitch     = 2 // from one day to the next
	widePitch    = 3 // the same where labels of two cells stand above
	weekdayLabel = 3 // room of a weekday's label at the left
	monthLabel   = 4 // room of a month's label at the left
)

// level is how strong a day shows: 0 nothing, up to 4; -1: not part of it.
func (d Calendar) level(i int, most float64) int {
	if i < 0 || i >= len(d.Days) || math.IsNaN(d.Days[i]) {
		return -1
	}
	return min(int(math.Ceil(share(d.Days[i], most)*4)), 4)
}

// offset is the weekday of the first day, in 0..6.
func (d Calendar) offset() int { return (d.Weekday%7 + 7) % 7 }

// weeks is how many weeks the days touch.
func (d Calendar) weeks() int { return (d.offset() + len(d.Days) + 6) / 7 }

// Draw draws the calendar in at most w cells and h lines. Weeks are columns,
// with Monday at the top and the months above, where that shows as many weeks
// as the other way; otherwise they are lines, with Monday at the left and the
// months beside. Weeks for which there is no room are left out, the oldest
// first.
func (d Calendar) Draw(w, h int, st Style) []string {
	weeks := d.weeks()
	if len(d.Days) == 0 || w <= 0 || h <= 0 {
		return nil
	}
	across, down := 0, max(min(weeks, h-1), 0)
	if h >= 7 {
		across = max(min(weeks, (w-weekdayLabel-1)/dayPitch), 0)
	}
	if w < 7*dayPitch+1 {
		down = 0
	}
	c := newCanvas(w, h)
	switch {
	case across == 0 && down == 0:
		return nil
	case across >= down:
		d.across(c, weeks-across, st)
	default:
		d.down(c, weeks-down, st)
	}
	return c.lines(st)
}

// day draws one day with its brackets.
func (d Calendar) day(c *canvas, x, y, i int, most float64, st Style) {
	s := st.Signs()
	l := d.level(i, most)
	if l < 0 && i != d.Today || i < 0 || i >= len(d.Days) {
		return
	}
	ink := InkGood
	if l <= 0 {
		ink, l = InkFaint, 0
	}
	c.put(x, y, s.Levels[l], ink)
	if i == d.Today {
		c.put(x-1, y, s.Today[0], InkAccent)
		c.put(x+1, y, s.Today[1], InkAccent)
	}
}

// across draws weeks as columns, from a week on.
func (d Calendar) across(c *canvas, from int, st Style) {
	most, y0 := top(d.Max, d.Days...), 0
	if c.h > 7 {
		y0 = 1
	}
	for k := range 7 {
		c.text(0, y0+k, fit(d.Weekdays[k], weekdayLabel, ""), InkDim)
	}
	x0 := weekdayLabel + 1
	for i := range d.Days {
		at := d.offset() + i
		if week := at/7 - from; week >= 0 {
			d.day(c, x0+week*dayPitch, y0+at%7, i, most, st)
		}
	}
	if y0 == 0 {
		return
	}
	free := x0
	for _, m := range d.Months {
		x := x0 + (d.week(m.At)-from)*dayPitch
		text := fit(m.Text, c.w-x, "")
		if m.At < 0 || m.At >= len(d.Days) || x < free || text == "" || cells(text) < widest(1, func(int) string { return m.Text }) {
			continue
		}
		c.text(x, 0, text, InkDim)
		free = x + cells(text) + 1
	}
}

// week is the week in which a day is.
func (d Calendar) week(day int) int { return (d.offset() + day) / 7 }

// down draws weeks as lines, from a week on.
func (d Calendar) down(c *canvas, from int, st Style) {
	most, pitch, x0 := top(d.Max, d.Days...), dayPitch, 1
	if c.w >= 7*widePitch {
		pitch = widePitch
	}
	months := min(monthLabel, c.w-7*pitch-1)
	if months > 0 {
		x0 = months + 1
	}
	for k := range 7 {
		c.text(x0+k*pitch, 0, fit(d.Weekdays[k], pitch-1, ""), InkDim)
	}
	for i := range d.Days {
		at := d.offset() + i
		if week := at/7 - from; week >= 0 {
			d.day(c, x0+at%7*pitch, 1+week, i, most, st)
		}
	}
	last := -1
	for _, m := range d.Months {
		if week := d.week(m.At) - from; m.At >= 0 && m.At < len(d.Days) && week > last {
			c.text(0, 1+week, fit(m.Text, months, ""), InkDim)
			last = week
		}
	}
}

// CalendarFacts says in numbers what a Calendar shows.
type CalendarFacts struct {
	Levels    []int      // of each day: 0 nothing, 1..4 how strong; -1: not part of it
	Active    int        // days with anything
	Sum       float64    // of all days
	Best      int        // index of the first of the strongest days; -1: nothing was done
	ByWeekday [7]float64 // sums, Monday first
	ByWeek    []float64  // sums of the weeks from Monday to Sunday, the oldest first
}

// Facts gives what the picture shows, of all days, also of those for which
// there may be no room.
func (d Calendar) Facts() CalendarFacts {
	f := CalendarFacts{Levels: make([]int, len(d.Days)), Best: -1, ByWeek: make([]float64, d.weeks())}
	most := top(d.Max, d.Days...)
	for i, v := range d.Days {
		f.Levels[i] = d.level(i, most)
		v = finite(v)
		if v == 0 {
			continue
		}
		f.Active++
		f.Sum += v
		if f.Best < 0 || v > finite(d.Days[f.Best]) {
			f.Best = i
		}
		f.ByWeekday[(d.offset()+i)%7] += v
		f.ByWeek[d.week(i)] += v
	}
	return f
}
