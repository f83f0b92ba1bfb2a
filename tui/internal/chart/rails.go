package chart

import "slices"

// railPitch is the cells from one rail to the next.
const railPitch = 2

// railRow is what the rails are on the row of one skill.
type railRow struct {
	skill int
	at    int   // the rail on which the skill stands, or would
	opens bool  // a rail begins at the skill: something builds on it
	joins []int // rails of its prerequisites, from the left
	above []int // of each rail, the skill that it comes from; -1: free
	below []int // the same, below the row
}

// rails lays a rail for each skill that something builds on, from its row down
// to the last row that needs it, on most rails. A skill stands right of what it
// needs where there is a rail free, otherwise on the first free one. It returns
// nil when there are not enough.
func (g graph) rails(order []int, most int) []railRow {
	remaining := make([]int, len(g.leads))
	for p, leads := range g.leads {
		remaining[p] = len(leads)
	}
	var rails []int // the skill that each rail comes from; -1: free
	rows := make([]railRow, 0, len(order))
	for _, i := range order {
		row := railRow{skill: i, at: -1, above: slices.Clone(rails)}
		for _, p := range g.needs[i] {
			row.joins = append(row.joins, slices.Index(rails, p))
		}
		slices.Sort(row.joins)
		row.opens = len(g.leads[i]) > 0
		row.at = freeRail(rails, row.joins, row.opens, most)
		if row.at < 0 {
			return nil
		}
		for row.opens && len(rails) <= row.at {
			rails = append(rails, -1)
		}
		for _, p := range g.needs[i] {
			if remaining[p]--; remaining[p] == 0 {
				rails[slices.Index(rails, p)] = -1
			}
		}
		if row.opens {
			rails[row.at] = i
		}
		for len(rails) > 0 && rails[len(rails)-1] < 0 {
			rails = rails[:len(rails)-1]
		}
		row.below = slices.Clone(rails)
		rows = append(rows, row)
	}
	return rows
}

// freeRail returns the rail for a skill that joins others: the first free one
// right of them, or else the first free one; -1: none among the first most. A
// skill that opens no rail needs none, and stands right of all if it must.
func freeRail(rails, joins []int, opens bool, most int) int {
	from := 0
	if len(joins) > 0 {
		from = joins[len(joins)-1] + 1
	}
	if !opens {
		most = max(most, len(rails)+1)
	}
	for _, start := range []int{from, 0} {
		for k := start; k < most; k++ {
			if k >= len(rails) || rails[k] < 0 {
				return k
			}
		}
	}
	return -1
}

// width is how many cells the rails of the row take.
func (r railRow) width() int {
	return max(len(r.above), len(r.below), r.at+1) * railPitch
}

// used is the skill of rail k, or -1.
func used(rails []int, k int) int {
	if k < len(rails) {
		return rails[k]
	}
	return -1
}

// draw draws the rails of a row from column x on. A line to the side goes behind
// the rails that it does not join. Only a skill that opens a rail has a sign on
// it, so that two below each other never look joined.
func (r railRow) draw(c *canvas, x, y int, st Style) {
	from, to := r.at, r.at
	if len(r.joins) > 0 {
		from, to = min(r.at, r.joins[0]), max(r.at, r.joins[len(r.joins)-1])
	}
	s := railSigns(st.ASCII)
	for k := range max(len(r.above), len(r.below), r.at+1) {
		sign := ""
		switch on := used(r.above, k) >= 0; {
		case k == r.at && r.opens:
			c.put(x+k*railPitch, y, st.Signs().Skill, InkText)
		case k == r.at && from < to:
			sign = s.across
		case slices.Contains(r.joins, k):
			sign = s.join(k > from, k < to, used(r.below, k) >= 0)
		case on:
			sign = s.down
		case k > from && k < to:
			sign = s.across
		}
		if sign != "" {
			c.put(x+k*railPitch, y, sign, InkDim)
		}
		if k >= from && k < to {
			c.put(x+k*railPitch+1, y, s.across, InkDim)
		}
	}
}

// railSet is the signs of rails. Where a rail is joined, the sign tells whether
// the rail goes on, and to which sides the line goes.
type railSet struct {
	down, across              string
	goRight, goLeft, goBoth   string // the rail goes on
	endRight, endLeft, endAll string // the rail ends
}

func railSigns(ascii bool) railSet {
	if ascii {
		return railSet{down: "|", across: "-", goRight: "+", goLeft: "+", goBoth: "+", endRight: "`", endLeft: "'", endAll: "^"}
	}
	return railSet{down: "│", across: "─", goRight: "├", goLeft: "┤", goBoth: "┼", endRight: "└", endLeft: "┘", endAll: "┴"}
}

func (s railSet) join(left, right, on bool) string {
	switch {
	case left && right && on:
		return s.goBoth
	case left && right:
		return s.endAll
	case right && on:
		return s.goRight
	case right:
		return s.endRight
	case on:
		return s.goLeft
	}
	return s.endLeft
}
