// Package roadmap draws a course as a graph: its lessons with all that leads from
// one to another, or its skills with what they need, what teaches and what checks
// them. A graph is plain data; every form is written from it alone.
package roadmap

import "slices"

// Graph is what is drawn.
type Graph struct {
	Title string `json:"title"`
	About About  `json:"about"`
	Nodes []Node `json:"nodes"` // in the author's order
	Edges []Edge `json:"edges"`
}

// About says what the nodes of a graph are.
type About string

// The graphs.
const (
	OfLessons About = "lessons"
	OfSkills  About = "skills"
)

// Node is a place of the graph.
type Node struct {
	ID      string   `json:"id"`
	Kind    NodeKind `json:"kind"`
	Title   string   `json:"title"`
	Module  string   `json:"module,omitempty"` // title of the module that it is in
	Rule    string   `json:"rule,omitempty"`   // on the road while it holds
	Skip    string   `json:"skip,omitempty"`   // known already while it holds
	Offered bool     `json:"offered,omitempty"`
	Off     bool     `json:"off,omitempty"`   // nothing leads here
	Share   *float64 `json:"share,omitempty"` // of simulated learners who meet it

	Pick   int      `json:"pick,omitempty"`   // of a fork: how many lessons are taken
	Taught []string `json:"taught,omitempty"` // of a skill: ids of lessons
	Checks int      `json:"checks,omitempty"` // of a skill: questions and tasks that check it
}

// NodeKind is what a node is.
type NodeKind string

// The kinds of nodes.
const (
	NodeStart     NodeKind = "start" // the first questions
	NodePlacement NodeKind = "placement"
	NodeLesson    NodeKind = "lesson"
	NodeProject   NodeKind = "project"
	NodeExtra     NodeKind = "extra"
	NodeDetour    NodeKind = "detour"
	NodeFork      NodeKind = "fork"
	NodeEnd       NodeKind = "end"
	NodeSkill     NodeKind = "skill"
)

// Edge leads from one node to another.
type Edge struct {
	From   string   `json:"from"`
	To     string   `json:"to"`
	Kind   EdgeKind `json:"kind"`
	Labels []string `json:"labels,omitempty"` // rules, mix-ups and questions that open it
}

// EdgeKind is what an edge is.
type EdgeKind string

// The kinds of edges.
const (
	EdgePath   EdgeKind = "path"   // next on the road
	EdgeOffer  EdgeKind = "offer"  // offered, and not required
	EdgeRule   EdgeKind = "rule"   // next on the road while the label holds
	EdgeFork   EdgeKind = "fork"   // chosen
	EdgeMixup  EdgeKind = "mixup"  // a detour, by a wrong idea
	EdgeAnswer EdgeKind = "answer" // a detour, by an answer to the question
	EdgeDetour EdgeKind = "detour" // a detour, by a rule at a lesson's end
	EdgeGo     EdgeKind = "go"     // on from there
	EdgeAsk    EdgeKind = "ask"    // an Ask is asked again
	EdgeNeeds  EdgeKind = "needs"  // comes first
)

// Branch reports whether the edge leads off the road.
func (k EdgeKind) Branch() bool {
	switch k {
	case EdgeMixup, EdgeAnswer, EdgeDetour, EdgeGo, EdgeAsk:
		return true
	case EdgePath, EdgeOffer, EdgeRule, EdgeFork, EdgeNeeds:
	}
	return false
}

// says are the words for an edge in a picture.
func (e Edge) says() []string {
	with := map[EdgeKind]string{EdgeMixup: "", EdgeAnswer: "answer to ", EdgeDetour: "when ", EdgeGo: "go on: ", EdgeAsk: "asks again ", EdgeRule: "when "}
	var list []string
	for _, label := range e.Labels {
		list = append(list, with[e.Kind]+label)
	}
	if len(list) == 0 && e.Kind == EdgeOffer {
		list = append(list, "offered")
	}
	return list
}

// index finds nodes by their ids.
func (g Graph) index() map[string]*Node {
	at := make(map[string]*Node, len(g.Nodes))
	for i := range g.Nodes {
		at[g.Nodes[i].ID] = &g.Nodes[i]
	}
	return at
}

// drawn are the edges that a picture has. That a lesson needs one before it on
// the road says nothing new, and is left out.
func (g Graph) drawn() []Edge {
	if g.About == OfSkills {
		return g.Edges
	}
	at := map[string]int{}
	for i, n := range g.Nodes {
		at[n.ID] = i
	}
	return slices.DeleteFunc(slices.Clone(g.Edges), func(e Edge) bool { return e.Kind == EdgeNeeds && at[e.From] < at[e.To] })
}

// Share puts on each lesson the share of simulated learners who meet it.
func (g *Graph) Share(met map[string]float64) {
	for i := range g.Nodes {
		if share, ok := met[g.Nodes[i].ID]; ok && g.Nodes[i].Kind != NodeSkill {
			g.Nodes[i].Share = &share
		}
	}
}
