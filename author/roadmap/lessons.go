package roadmap

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// The ids of nodes that are no lessons. No id of a course has a space.
const (
	idStart = "first questions"
	idEnd   = "the end"
)

// Lessons is the graph of a course's lessons: the road, and what leads off it.
func Lessons(c *course.Course) Graph {
	b := &builder{course: c, Graph: Graph{Title: textsafe.Line(c.Title), About: OfLessons, Nodes: []Node{}, Edges: []Edge{}}, ask: map[string]string{}, known: map[string]bool{}, joined: map[joint]int{}}
	b.start()
	b.road()
	for _, l := range c.Lessons {
		b.lesson(l, Node{})
	}
	for _, l := range c.Lessons {
		b.branches(l)
	}
	b.mark()
	return b.Graph
}

type builder struct {
	Graph
	course *course.Course
	last   []string          // what the next stop of the road follows
	ask    map[string]string // the node that an Ask is in
	known  map[string]bool   // nodes, by id
	joined map[joint]int     // edges, by what they join
}

// joint is what an edge joins, and how.
type joint struct {
	from, to string
	kind     EdgeKind
}

func (b *builder) add(n Node) {
	if !b.known[n.ID] {
		b.known[n.ID] = true
		n.Title, n.Module, n.Rule, n.Skip = textsafe.Line(n.Title), textsafe.Line(n.Module), textsafe.Line(n.Rule), textsafe.Line(n.Skip)
		b.Nodes = append(b.Nodes, n)
	}
}

// edge adds an edge, or its label to the one that is there.
func (b *builder) edge(from, to string, kind EdgeKind, label string) {
	label = textsafe.Line(label)
	at := joint{from, to, kind}
	if i, ok := b.joined[at]; ok {
		if e := &b.Edges[i]; label != "" && !slices.Contains(e.Labels, label) {
			e.Labels = append(e.Labels, label)
		}
		return
	}
	b.joined[at] = len(b.Edges)
	e := Edge{From: from, To: to, Kind: kind}
	if label != "" {
		e.Labels = []string{label}
	}
	b.Edges = append(b.Edges, e)
}

// start is what comes before the first lesson.
func (b *builder) start() {
	if len(b.course.Onboarding) > 0 {
		b.add(Node{ID: idStart, Kind: NodeStart, Title: "First questions"})
		b.last = []string{idStart}
		for _, a := range b.course.Onboarding {
			b.ask[a.ID] = idStart
		}
	}
	if p := b.course.Placement; p != nil {
		b.add(Node{ID: p.ID, Kind: NodePlacement, Title: p.Title, Offered: true})
		for _, from := range b.last {
			b.edge(from, p.ID, EdgeOffer, "")
		}
		b.last = []string{p.ID}
	}
}

// road adds the stops of the path in their order.
func (b *builder) road() {
	for _, s := range b.course.Path {
		rule := source(s.When)
		if s.Choose != nil {
			b.add(Node{ID: s.Choose.ID, Kind: NodeFork, Title: s.Choose.Title, Module: s.Module, Rule: rule, Offered: s.Optional, Pick: s.Choose.Pick})
			b.follow(s.Choose.ID, rule, s.Optional)
			b.last = nil
			for _, l := range s.Choose.From {
				b.lesson(l, Node{Module: s.Module})
				b.edge(s.Choose.ID, l.ID, EdgeFork, source(l.When))
				b.last = append(b.last, l.ID)
			}
			continue
		}
		if rule == "" {
			rule = source(s.Lesson.When)
		}
		b.lesson(s.Lesson, Node{Module: s.Module, Rule: rule, Offered: s.Optional})
		b.follow(s.Lesson.ID, rule, s.Optional)
		b.last = []string{s.Lesson.ID}
	}
	b.add(Node{ID: idEnd, Kind: NodeEnd, Title: "The end"})
	b.follow(idEnd, "", false)
}

// follow leads from what was last to the next stop.
func (b *builder) follow(to, rule string, offered bool) {
	kind := EdgePath
	switch {
	case rule != "":
		kind = EdgeRule
	case offered:
		kind = EdgeOffer
	}
	for _, from := range b.last {
		b.edge(from, to, kind, rule)
	}
}

func source(r *course.Rule) string {
	if r == nil {
		return ""
	}
	return r.Source
}

// lesson adds a lesson with what is known of its place.
func (b *builder) lesson(l *course.Lesson, n Node) {
	n.ID, n.Title, n.Skip = l.ID, l.Title, source(l.Skip)
	switch l.Kind {
	case course.KindDetour:
		n.Kind = NodeDetour
	case course.KindExtra:
		n.Kind, n.Offered = NodeExtra, true
	case course.KindProject:
		n.Kind = NodeProject
	default:
		n.Kind = NodeLesson
	}
	b.add(n)
}

// branches adds what leads away from a lesson, and what comes before it.
func (b *builder) branches(l *course.Lesson) {
	l.EachBlock(func(block course.Block) {
		switch block := block.(type) {
		case *course.Ask:
			b.ask[block.ID] = l.ID
		case *course.Question:
			for _, r := range block.Replies() {
				b.reply(l, block, r)
			}
		default:
		}
	})
	for _, n := range l.Next {
		rule := source(n.When)
		if rule == "" {
			rule = "always"
		}
		switch {
		case n.Detour != "":
			b.edge(l.ID, n.Detour, EdgeDetour, rule)
		case n.Go != "":
			b.edge(l.ID, n.Go, EdgeGo, rule)
		case n.Ask != "":
			to := b.ask[n.Ask]
			if to == "" {
				to = l.ID
			}
			b.edge(l.ID, to, EdgeAsk, n.Ask+": "+rule)
		}
	}
	for _, id := range l.Needs {
		if b.known[id] {
			b.edge(id, l.ID, EdgeNeeds, "")
		}
	}
}

// reply adds where an answer leads: its own way comes before that of the mix-up.
func (b *builder) reply(l *course.Lesson, q *course.Question, r course.Reply) {
	switch {
	case r.Go != "":
		b.edge(l.ID, r.Go, EdgeGo, q.ID)
	case r.Detour != "" && r.Mixup != "":
		b.edge(l.ID, r.Detour, EdgeMixup, r.Mixup)
	case r.Detour != "":
		b.edge(l.ID, r.Detour, EdgeAnswer, q.ID)
	case r.Mixup != "":
		for _, m := range b.course.Mixups {
			if m.ID == r.Mixup && m.Detour != "" {
				b.edge(l.ID, m.Detour, EdgeMixup, m.ID)
			}
		}
	}
}

// mark finds the lessons that nothing leads to.
func (b *builder) mark() {
	reached := map[string]bool{}
	for _, e := range b.Edges {
		if e.Kind != EdgeNeeds {
			reached[e.To] = true
		}
	}
	onRoad := map[string]bool{}
	for _, s := range b.course.Path {
		if s.Lesson != nil {
			onRoad[s.Lesson.ID] = true
		}
	}
	for i, n := range b.Nodes {
		switch n.Kind {
		case NodeLesson, NodeProject, NodeExtra, NodeDetour:
			b.Nodes[i].Off = !reached[n.ID] && !onRoad[n.ID]
		default:
		}
	}
}
