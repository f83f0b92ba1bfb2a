package diagram

import (
	"strings"
)

// shape is how the box around a label is drawn.
type shape byte

const (
	square  shape = iota
	rounded       // also circles and states
	pointed       // questions: diamonds and hexagons
	doubled       // routines and databases
	slanted
	bare // no box: the label of an arrow
)

// direction is where the arrows of a graph lead.
type direction byte

const (
	down direction = iota
	up
	right
	left
)

type vertex struct {
	id, label string
	shape     shape
	group     int // index into groups plus one; 0: none
}

type stroke byte

const (
	solid stroke = iota
	dotted
	thick
	unseen
)

// arrow joins two vertices, by their indexes.
type arrow struct {
	from, to   int
	label      string
	stroke     stroke
	head, tail bool // an arrow head at to, at from
}

type group struct {
	id, title string
	parent    int // index plus one; 0: none
}

type graph struct {
	direction direction
	vertices  []vertex
	arrows    []arrow
	groups    []group
	notes     [][2]string // about what, and the note

	index map[string]int // of vertices by id
}

func newGraph() *graph { return &graph{index: map[string]int{}} }

// vertex returns the vertex of an id, a new one if need be.
func (g *graph) vertex(id string) int {
	if i, ok := g.index[id]; ok {
		return i
	}
	g.index[id] = len(g.vertices)
	g.vertices = append(g.vertices, vertex{id: id, label: id})
	return len(g.vertices) - 1
}

// settle gives vertices that stand for a group its title.
func (g *graph) settle() bool {
	for i := range g.groups {
		if v, ok := g.index[g.groups[i].id]; ok && g.vertices[v].label == g.vertices[v].id {
			g.vertices[v].label = g.groups[i].title
		}
	}
	return len(g.vertices) > 0 && len(g.vertices)+len(g.arrows) <= maxParts
}

// members lists the labels of a group.
func (g *graph) members(group int, w *Words) []string {
	var out []string
	for _, v := range g.vertices {
		if v.group == group+1 {
			out = append(out, oneLine(g.labelOf(v, w)))
		}
	}
	for _, sub := range g.groups {
		if sub.parent == group+1 {
			out = append(out, oneLine(sub.title))
		}
	}
	return out
}

// labelOf is the label of a vertex; the beginning and end of a state diagram
// have the program's words.
func (g *graph) labelOf(v vertex, w *Words) string {
	switch v.label {
	case startLabel:
		return w.Start
	case endLabel:
		return w.End
	}
	return v.label
}

func (g *graph) groupLines(w *Words) []string {
	var out []string
	for i, gr := range g.groups {
		if m := g.members(i, w); len(m) > 0 {
			out = append(out, w.Group(oneLine(gr.title), strings.Join(m, ", ")))
		} else if gr.title != "" {
			out = append(out, w.Alone(oneLine(gr.title)))
		}
	}
	for _, n := range g.notes {
		out = append(out, w.Note(oneLine(n[0]), oneLine(n[1])))
	}
	return out
}

func (g *graph) sentences(w *Words) []string {
	var out []string
	joined := make([]bool, len(g.vertices))
	for _, a := range g.arrows {
		joined[a.from], joined[a.to] = true, true
		say := w.Leads
		switch {
		case a.stroke == unseen && a.label == "":
			continue
		case a.head && a.tail:
			say = w.Both
		case !a.head && !a.tail:
			say = w.Joined
		case a.tail:
			a.from, a.to = a.to, a.from
		}
		out = append(out, say(oneLine(g.labelOf(g.vertices[a.from], w)), oneLine(g.labelOf(g.vertices[a.to], w)), oneLine(a.label)))
	}
	for i, v := range g.vertices {
		if !joined[i] {
			out = append(out, w.Alone(oneLine(g.labelOf(v, w))))
		}
	}
	return append(out, g.groupLines(w)...)
}
