package diagram

import (
	"strconv"
	"strings"
)

// The labels of the beginning and the end of a state diagram, before the
// program's words take their place.
const (
	startLabel = "\x00start"
	endLabel   = "\x00end"
)

// parseStates reads the statements of a state diagram.
func parseStates(lines []string) (*graph, bool) {
	g := newGraph()
	var open []int // composite states
	for _, line := range lines {
		scope := 0
		if len(open) > 0 {
			scope = open[len(open)-1] + 1
		}
		before := len(g.vertices)
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case word == "state" && strings.HasSuffix(rest, "{"):
			id, title := stateName(strings.TrimSpace(strings.TrimSuffix(rest, "{")))
			open = append(open, len(g.groups))
			g.groups = append(g.groups, group{id: id, title: title, parent: scope})
			continue
		case line == "}":
			if len(open) == 0 {
				return nil, false
			}
			open = open[:len(open)-1]
			continue
		}
		if !g.stateLine(line, scope) || len(g.vertices)+len(g.arrows) > maxParts {
			return nil, false
		}
		for i := before; i < len(g.vertices); i++ {
			g.vertices[i].group = scope
		}
	}
	for i := range g.vertices {
		if g.vertices[i].shape == square {
			g.vertices[i].shape = rounded
		}
	}
	return g, len(open) == 0 && g.settle()
}

// stateLine reads a statement that neither begins nor ends a composite state.
func (g *graph) stateLine(line string, scope int) bool {
	if line == "--" || line == "end note" {
		return true
	}
	switch word, rest, _ := strings.Cut(line, " "); word {
	case "classDef", "class", "style", "hide", "scale": // looks only
	case "direction":
		g.direction = map[string]direction{"LR": right, "RL": left, "BT": up}[strings.TrimSpace(rest)]
	case "state":
		g.state(rest)
	case "note":
		return g.stateNote(rest)
	default:
		return g.transition(line, scope)
	}
	return true
}

// stateName reads a state's id and title: "Title" as id, or id alone.
func stateName(s string) (id, title string) {
	if t, after, ok := strings.Cut(s, " as "); ok {
		return strings.TrimSpace(after), label(t)
	}
	return s, label(s)
}

// state reads a state's declaration.
func (g *graph) state(s string) {
	if id, kind, ok := strings.Cut(s, "<<"); ok {
		v := g.vertex(strings.TrimSpace(id))
		if strings.HasPrefix(kind, "choice") {
			g.vertices[v].shape = pointed
		}
		return
	}
	id, title := stateName(strings.TrimSpace(s))
	g.vertices[g.vertex(id)].label = title
}

// stateNote reads a note beside a state.
func (g *graph) stateNote(s string) bool {
	for _, side := range []string{"right of ", "left of "} {
		rest, ok := strings.CutPrefix(s, side)
		if !ok {
			continue
		}
		about, text, found := strings.Cut(rest, ":")
		if !found {
			about, text, _ = strings.Cut(rest, " ")
		}
		g.notes = append(g.notes, [2]string{strings.TrimSpace(about), label(text)})
		return true
	}
	return false
}

// transition reads "A --> B: label", "A: description" or a state alone.
func (g *graph) transition(line string, scope int) bool {
	c := scanner{s: line}
	from, ok := g.end(&c, scope, startLabel)
	if !ok {
		return false
	}
	c.skip()
	if c.take("-->") {
		c.skip()
		to, ok := g.end(&c, scope, endLabel)
		if !ok {
			return false
		}
		a := arrow{from: from, to: to, head: true}
		c.skip()
		if c.take(":") {
			a.label = label(c.rest())
			c.at = len(c.s)
		}
		g.arrows = append(g.arrows, a)
		return c.done()
	}
	if c.take(":") {
		v := &g.vertices[from]
		if v.label == v.id {
			v.label = label(c.rest())
		} else {
			v.label += "\n" + label(c.rest())
		}
		return true
	}
	return c.done()
}

// end reads one end of a transition. "[*]" is a state of its own in every
// composite state.
func (g *graph) end(c *scanner, scope int, point string) (int, bool) {
	if c.take("[*]") {
		v := g.vertex(point + strconv.Itoa(scope))
		g.vertices[v].label, g.vertices[v].shape = point, rounded
		return v, true
	}
	id := c.name()
	if id == "" {
		return 0, false
	}
	if c.take(":::") {
		c.name()
	}
	return g.vertex(id), true
}
