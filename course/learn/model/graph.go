package model

// Spec is what a course says of one skill.
type Spec struct {
	Needs  []int   // prerequisites; what is out of range or itself is passed over
	Line   float64 // mastery from which the author calls it known, 0..1; 0: the preset's
	Module int     // module of the lesson that teaches it; -1: none
	Cards  bool    // all that is asked on it is judged by the learner
	Asked  int     // questions that there are on it; 0: not told
}

// Graph is the skills of a course in its order. It is immutable and may be
// shared. A circle of prerequisites is broken where it closes.
type Graph struct {
	specs   []Spec
	needs   [][]int // as given, without what makes no sense
	order   []int   // prerequisites before what builds on them
	builds  []int   // how many skills build on each, directly or not
	modules int
}

// NewGraph builds the graph of a course.
func NewGraph(specs []Spec) *Graph {
	g := &Graph{specs: specs, needs: make([][]int, len(specs)), builds: make([]int, len(specs))}
	for i, s := range specs {
		for _, n := range s.Needs {
			if n >= 0 && n < len(specs) && n != i {
				g.needs[i] = append(g.needs[i], n)
			}
		}
		g.modules = max(g.modules, s.Module+1)
	}
	g.sort()
	for i := range specs {
		for _, below := range g.Below(i) {
			g.builds[below]++
		}
	}
	return g
}

// sort orders the skills and drops the prerequisites that close a circle.
func (g *Graph) sort() {
	const fresh, open, done = 0, 1, 2
	mark := make([]int, len(g.specs))
	var visit func(int)
	visit = func(i int) {
		mark[i] = open
		kept := g.needs[i][:0]
		for _, n := range g.needs[i] {
			if mark[n] == open {
				continue
			}
			if mark[n] == fresh {
				visit(n)
			}
			kept = append(kept, n)
		}
		g.needs[i] = kept
		mark[i] = done
		g.order = append(g.order, i)
	}
	for i := range g.specs {
		if mark[i] == fresh {
			visit(i)
		}
	}
}

// Len is the number of skills.
func (g *Graph) Len() int { return len(g.specs) }

// Needs are the direct prerequisites of a skill. Callers must not change them.
func (g *Graph) Needs(i int) []int { return g.needs[i] }

// Below are all the skills that a skill builds on, directly or not, without
// itself, nearest first.
func (g *Graph) Below(i int) []int {
	if len(g.needs[i]) == 0 {
		return nil
	}
	seen := make([]bool, len(g.specs))
	seen[i] = true
	var out []int
	for queue := []int{i}; len(queue) > 0; queue = queue[1:] {
		for _, n := range g.needs[queue[0]] {
			if !seen[n] {
				seen[n] = true
				out = append(out, n)
				queue = append(queue, n)
			}
		}
	}
	return out
}

// Closure is the given skills and all that they build on.
func (g *Graph) Closure(skills []bool) []bool {
	closed := make([]bool, g.Len())
	copy(closed, skills)
	for k := len(g.order) - 1; k >= 0; k-- {
		if i := g.order[k]; closed[i] {
			for _, n := range g.needs[i] {
				closed[n] = true
			}
		}
	}
	return closed
}

// Builds is how many skills build on a skill, directly or not.
func (g *Graph) Builds(i int) int { return g.builds[i] }
