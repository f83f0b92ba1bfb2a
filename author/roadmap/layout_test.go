package roadmap

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// In a picture nothing lies on anything else, every edge goes downwards through
// its layers, and nothing is outside of it.
func TestLayout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Graph{About: OfLessons}
		kinds := []NodeKind{NodeLesson, NodeLesson, NodeDetour, NodeFork, NodeExtra}
		n := rapid.IntRange(1, 25).Draw(t, "nodes")
		for i := range n {
			g.Nodes = append(g.Nodes, Node{ID: fmt.Sprint("x", i), Title: rapid.StringN(0, 40, -1).Draw(t, "title"), Kind: rapid.SampledFrom(kinds).Draw(t, "kind")})
		}
		edges := []EdgeKind{EdgePath, EdgeMixup, EdgeGo, EdgeRule, EdgeNeeds, EdgeDetour}
		for range rapid.IntRange(0, 40).Draw(t, "edges") {
			g.Edges = append(g.Edges, Edge{
				From: fmt.Sprint("x", rapid.IntRange(0, n-1).Draw(t, "from")), To: fmt.Sprint("x", rapid.IntRange(0, n-1).Draw(t, "to")),
				Kind: rapid.SampledFrom(edges).Draw(t, "kind"), Labels: rapid.SliceOfN(rapid.StringN(0, 60, -1), 0, 2).Draw(t, "labels"),
			})
		}
		p, err := g.layout()
		if err != nil {
			t.Fatal(err)
		}
		for i, a := range p.items {
			if a.x-a.w/2 < -0.01 || a.x+a.w/2 > p.w+0.01 || a.y-a.h/2 < -0.01 || a.y+a.h/2 > p.h+0.01 {
				t.Fatalf("%v at %.0f,%.0f is outside of %.0f by %.0f", a.text, a.x, a.y, p.w, p.h)
			}
			for _, b := range p.items[:i] {
				if a.x-a.w/2 < b.x+b.w/2-0.01 && b.x-b.w/2 < a.x+a.w/2-0.01 && a.y-a.h/2 < b.y+b.h/2-0.01 && b.y-b.h/2 < a.y+a.h/2-0.01 {
					t.Fatalf("%v lies on %v", a.text, b.text)
				}
			}
		}
		for _, r := range p.routes {
			for i := range r.by[1:] {
				if r.by[i].layer >= r.by[i+1].layer {
					t.Fatalf("the edge from %s to %s does not go downwards", r.edge.From, r.edge.To)
				}
			}
		}
	})
}
