package chart

import "slices"

// Skill is one node of a SkillMap.
type Skill struct {
	Title string
	Mark  string  // the sign of its state; all of a map should be as wide as one another
	Ink   Ink     // of the mark
	Share float64 // mastery, in 0..1; NaN: not known, drawn without a bar
	Text  string  // the share as the reader should see it, such as "72 %"
	Note  string  // what there is to say, such as what it waits for
	Needs []int   // indexes of its prerequisites
}

// SkillMap is skills and what leads to what: a graph without cycles, drawn with
// a row for each skill, prerequisites above what builds on them.
type SkillMap struct {
	Skills []Skill

	// Selected is the index of the selected skill, which the cursor marks. What
	// it needs and what builds on it have signs too. Outside: none.
	Selected int

	// NeedsText stands before the names of prerequisites where the map is too
	// narrow for rails, such as "needs:".
	NeedsText string
}

// Map is a drawn SkillMap. It may be longer than a screen; Show cuts it.
type Map struct {
	Lines []string
	Row   []int // of each skill, the line on which it stands
	Order []int // the skills from top to bottom
	Rails bool  // connections are drawn; without, prerequisites are named below each skill
}

// Show returns at most h lines of the map, from line first on.
func (m Map) Show(first, h int) []string {
	first = min(max(first, 0), len(m.Lines))
	return m.Lines[first:min(first+max(h, 0), len(m.Lines))]
}

// graph is the needs of a map put right.
type graph struct {
	needs [][]int // each once, only what there is, no cycles
	leads [][]int // the other way round
	left  int     // how many needs were left out
}

// graph puts the needs right: a skill is needed once, by others than itself,
// and exists. Of a cycle, the need is left out that points back to what comes
// first when the skills that remain are taken in the order given.
func (d SkillMap) graph() graph {
	n := len(d.Skills)
	g := graph{needs: make([][]int, n), leads: make([][]int, n)}
	for i, s := range d.Skills {
		seen := make(map[int]bool, len(s.Needs))
		for _, p := range s.Needs {
			if p < 0 || p >= n || p == i || seen[p] {
				g.left++
				continue
			}
			seen[p] = true
			g.needs[i] = append(g.needs[i], p)
		}
	}
	g.breakCycles()
	for i, needs := range g.needs {
		for _, p := range needs {
			g.leads[p] = append(g.leads[p], i)
		}
	}
	return g
}

// breakCycles leaves out needs until there is an order.
func (g *graph) breakCycles() {
	placed := make([]bool, len(g.needs))
	waits := func(i int) bool {
		for _, p := range g.needs[i] {
			if !placed[p] {
				return true
			}
		}
		return false
	}
	for range g.needs {
		next := -1
		for i := range g.needs {
			if placed[i] {
				continue
			}
			if !waits(i) {
				next = i
				break
			}
		}
		if next < 0 { // all that remain wait: the first of them goes ahead
			next = slices.Index(placed, false)
			var kept []int
			for _, p := range g.needs[next] {
				if placed[p] {
					kept = append(kept, p)
				}
			}
			g.left += len(g.needs[next]) - len(kept)
			g.needs[next] = kept
		}
		placed[next] = true
	}
}

// order is the skills with prerequisites first. Of those that can come next it
// takes the one of the lowest cost, and of these the first.
func (g graph) order(cost func(i int, placed []bool) int) []int {
	placed := make([]bool, len(g.needs))
	waits := make([]int, len(g.needs))
	for i, needs := range g.needs {
		waits[i] = len(needs)
	}
	order := make([]int, 0, len(g.needs))
	for range g.needs {
		best, least := -1, 0
		for i := range g.needs {
			if placed[i] || waits[i] > 0 {
				continue
			}
			if c := cost(i, placed); best < 0 || c < least {
				best, least = i, c
			}
		}
		placed[best] = true
		order = append(order, best)
		for _, i := range g.leads[best] {
			waits[i]--
		}
	}
	return order
}

// given costs nothing: skills stay in the order given where it can be.
func given(int, []bool) int { return 0 }

// compact is how many more rails there are below a skill than above it: one
// that it opens, less those that end at it. Skills that stand alone come last.
func (g graph) compact(i int, placed []bool) int {
	if len(g.leads[i])+len(g.needs[i]) == 0 {
		return 2
	}
	open := 0
	if len(g.leads[i]) > 0 {
		open++
	}
	for _, p := range g.needs[i] {
		last := true
		for _, j := range g.leads[p] {
			last = last && (j == i || placed[j])
		}
		if last {
			open--
		}
	}
	return open
}

// depth is how many skills are above each on the longest way down to it.
func (g graph) depth() []int {
	depth := make([]int, len(g.needs))
	for _, i := range g.order(given) {
		for _, p := range g.needs[i] {
			depth[i] = max(depth[i], depth[p]+1)
		}
	}
	return depth
}

// SkillFacts says in numbers what a SkillMap shows. Skills are indexes.
type SkillFacts struct {
	Order []int   // prerequisites first, otherwise as given
	Depth []int   // of each skill, how many are above it on the longest way
	Needs [][]int // of each skill, its prerequisites, each once
	Leads [][]int // of each skill, what builds on it
	Left  int     // needs left out: twice the same, unknown, or in a circle
}

// Facts gives what the picture shows.
func (d SkillMap) Facts() SkillFacts {
	g := d.graph()
	return SkillFacts{Order: g.order(given), Depth: g.depth(), Needs: g.needs, Leads: g.leads, Left: g.left}
}
