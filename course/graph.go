package course

import "slices"

// graph is names that lead to names.
type graph struct {
	nodes []string // in the order in which findings are wanted
	edges map[string][]string
}

func (g *graph) add(from, to string) {
	if g.edges == nil {
		g.edges = map[string][]string{}
	}
	if _, known := g.edges[from]; !known {
		g.nodes = append(g.nodes, from)
	}
	g.edges[from] = append(g.edges[from], to)
}

// cycles returns one cycle of every group of nodes that lead to each other,
// as a way from a node back to itself, and every node that leads to itself.
func (g *graph) cycles() [][]string {
	group := g.groups()
	done := map[int]bool{}
	var out [][]string
	for _, n := range g.nodes {
		if id := group[n]; !done[id] {
			if way := g.wayBack(n, group); way != nil {
				done[id] = true
				out = append(out, way)
				if len(way) == 2 {
					continue
				}
			}
		}
		if slices.Contains(g.edges[n], n) && !slices.ContainsFunc(out, func(way []string) bool { return len(way) == 2 && way[0] == n }) {
			out = append(out, []string{n, n})
		}
	}
	return out
}

// wayBack is the shortest way from a node to itself within its group, or nil.
func (g *graph) wayBack(start string, group map[string]int) []string {
	from := map[string]string{}
	queue := []string{start}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, to := range g.edges[n] {
			if to == start {
				way := []string{start}
				for ; n != start; n = from[n] {
					way = append([]string{n}, way...)
				}
				return append([]string{start}, way...)
			}
			if _, seen := from[to]; !seen && group[to] == group[start] {
				from[to] = n
				queue = append(queue, to)
			}
		}
	}
	return nil
}

// groups numbers the strongly connected components, from 1 (Tarjan 1972).
func (g *graph) groups() map[string]int {
	index, low, group := map[string]int{}, map[string]int{}, map[string]int{}
	var stack []string
	groups := 0
	var visit func(n string)
	visit = func(n string) {
		index[n] = len(index) + 1
		low[n] = index[n]
		stack = append(stack, n)
		for _, to := range g.edges[n] {
			if index[to] == 0 {
				visit(to)
				low[n] = min(low[n], low[to])
			} else if group[to] == 0 {
				low[n] = min(low[n], index[to])
			}
		}
		if low[n] < index[n] {
			return
		}
		groups++
		for {
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			group[top] = groups
			if top == n {
				return
			}
		}
	}
	for _, n := range g.nodes {
		if index[n] == 0 {
			visit(n)
		}
	}
	return group
}

// reach returns everything that can be reached from the given names.
func (g *graph) reach(from []string) map[string]bool {
	seen := map[string]bool{}
	stack := append([]string(nil), from...)
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !seen[n] {
			seen[n] = true
			stack = append(stack, g.edges[n]...)
		}
	}
	return seen
}
