package course

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestCyclesAreThoseThatReachThemselves compares with walking from every node.
func TestCyclesAreThoseThatReachThemselves(t *testing.T) {
	name := rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f"})
	rapid.Check(t, func(t *rapid.T) {
		var g graph
		for range rapid.IntRange(0, 12).Draw(t, "edges") {
			g.add(name.Draw(t, "from"), name.Draw(t, "to"))
		}
		circular := map[string]bool{}
		for _, n := range g.nodes {
			circular[n] = g.reach(g.edges[n])[n]
		}
		group := g.groups()
		covered := map[int]bool{}
		for _, way := range g.cycles() {
			if way[0] != way[len(way)-1] {
				t.Fatalf("%v is no circle", way)
			}
			for i, n := range way[1:] {
				if !slices.Contains(g.edges[way[i]], n) {
					t.Fatalf("%v takes a way that is not there", way)
				}
			}
			covered[group[way[0]]] = true
		}
		for n, in := range circular {
			if in != covered[group[n]] {
				t.Fatalf("%s leads to itself: %v, reported: %v", n, in, !in)
			}
			if slices.Contains(g.edges[n], n) && !slices.ContainsFunc(g.cycles(), func(way []string) bool { return len(way) == 2 && way[0] == n }) {
				t.Fatalf("%s → %s is not reported", n, n)
			}
		}
	})
}
