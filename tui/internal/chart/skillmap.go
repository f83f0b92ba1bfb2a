package chart

import (
	"math"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// table is how the room of a map is divided.
type table struct {
	w     int
	mark  int // cells of a mark
	text  int // cells of a share
	bar   int // cells of a bar; 0: none
	title int // cells that a title has at least
}

// leastTitle is how narrow a title may get before the rails give way.
const leastTitle = 12

func (d SkillMap) table(w int) table {
	n := len(d.Skills)
	t := table{
		w:    w,
		mark: min(widest(n, func(i int) string { return d.Skills[i].Mark }), 3),
		text: min(widest(n, func(i int) string { return d.Skills[i].Text }), max(w/4, 0)),
	}
	switch {
	case w >= 72:
		t.bar = 12
	case w >= 56:
		t.bar = 8
	case w >= 36:
		t.bar = 5
	}
	t.title = leastTitle
	if w >= 56 {
		t.title = 2 * leastTitle
	}
	return t
}

// right is how many cells bar and share take, with the gap before them.
func (t table) right() int {
	n := t.bar
	if t.text > 0 {
		n += t.text + 1
	}
	if n > 0 {
		n++
	}
	return n
}

// calmRails is how many rails the eye follows well: with these, new ones begin
// again at the left instead of going on to the right.
const calmRails = 8

// lead is where rails begin: after the cursor.
const lead = 2

// rails is how many rails fit beside titles.
func (t table) rails() int {
	return max((t.w-lead-t.mark-1-t.title-t.right())/railPitch, 0)
}

// Draw draws the map in at most w cells, in as many lines as it takes. The
// skills stay in the order given where their prerequisites allow it and the
// rails fit; otherwise they stand in an order that needs few rails, and bars
// give way. Where rails do not fit even so, skills are indented by depth and
// their prerequisites named below them.
func (d SkillMap) Draw(w int, st Style) Map {
	if len(d.Skills) == 0 || w <= 0 {
		return Map{Row: make([]int, len(d.Skills))}
	}
	g, t := d.graph(), d.table(w)
	bare := t
	bare.bar = 0
	inGiven, inCompact := g.order(given), g.order(g.compact)
	for _, try := range []struct {
		order []int
		most  int
		table table
	}{
		{inGiven, min(t.rails(), calmRails), t},
		{inGiven, t.rails(), t},
		{inCompact, t.rails(), t},
		{inGiven, bare.rails(), bare},
		{inCompact, bare.rails(), bare},
	} {
		if rows := g.rails(try.order, try.most); rows != nil {
			return d.drawRails(g, try.order, rows, try.table, st)
		}
	}
	return d.drawNeeds(g, t, st)
}

// drawRails draws the map with rails.
func (d SkillMap) drawRails(g graph, order []int, rows []railRow, t table, st Style) Map {
	m := Map{Row: make([]int, len(d.Skills)), Order: order, Rails: true}
	c := newCanvas(t.w, len(rows))
	for y, r := range rows {
		r.draw(c, lead, y, st)
		d.row(c, g, lead+r.width(), y, r.skill, t, st)
		m.Row[r.skill] = y
	}
	m.Lines = c.lines(st)
	return m
}

// row draws what is said of a skill, from column x on.
func (d SkillMap) row(c *canvas, g graph, x, y, i int, t table, st Style) {
	k, title := d.Skills[i], InkText
	switch s := st.Signs(); {
	case i == d.Selected:
		title = InkAccent
		c.text(0, y, fit(st.Cursor, 1, ""), InkAccent)
	case slices.Contains(g.leads[i], d.Selected):
		c.put(0, y, s.Before, InkDim)
	case slices.Contains(g.needs[i], d.Selected):
		c.put(0, y, s.After, InkDim)
	}
	c.text(x, y, fit(k.Mark, min(t.mark, c.w-x), ""), k.Ink)
	if t.mark > 0 {
		x += t.mark + 1
	}
	end := t.w - t.right()
	name := fit(k.Title, end-x, st.More)
	c.text(x, y, name, title)
	x += cells(name) + 2
	if note := textsafe.Line(k.Note); end-x >= min(cells(note), 8) {
		c.text(x, y, fit(note, end-x, st.More), InkDim)
	}
	if t.bar > 0 && !math.IsNaN(k.Share) {
		n := fill(share(k.Share, 1), t.bar)
		c.repeat(end+1, y, n, st.Full, InkGood)
		c.repeat(end+1+n, y, t.bar-n, st.Empty, InkFaint)
	}
	c.right(t.w, y, fit(k.Text, t.text, st.More), InkDim)
}

// drawNeeds draws the map without rails: indented by depth, with the titles of
// prerequisites on lines of their own.
func (d SkillMap) drawNeeds(g graph, t table, st Style) Map {
	m := Map{Row: make([]int, len(d.Skills)), Order: g.order(given)}
	depth := g.depth()
	c := newCanvas(t.w, math.MaxInt)
	most := max((t.w-lead-t.mark-1-t.title-t.right())/railPitch, 0)
	y := 0
	for _, i := range m.Order {
		x := lead + railPitch*min(depth[i], most)
		m.Row[i] = y
		c.row(y, 0)
		d.row(c, g, x, y, i, t, st)
		y++
		if t.mark > 0 {
			x += t.mark + 1
		}
		for _, line := range d.needs(g.needs[i], t.w-x, st) {
			c.row(y, 0)
			c.text(x, y, line, InkDim)
			y++
		}
	}
	m.Lines = c.lines(st)
	return m
}

// needs names prerequisites in lines of at most width cells. Each title is whole
// or cut on a line that it has to itself; none is left out.
func (d SkillMap) needs(needs []int, width int, st Style) []string {
	if len(needs) == 0 || width <= 0 {
		return nil
	}
	var lines []string
	line := fit(d.NeedsText, width, st.More)
	for n, p := range needs {
		title := textsafe.Line(d.Skills[p].Title)
		if n+1 < len(needs) {
			title += ","
		}
		joined := strings.TrimLeft(line+" "+title, " ")
		if cells(joined) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = fit(title, width, st.More)
	}
	return append(lines, line)
}
