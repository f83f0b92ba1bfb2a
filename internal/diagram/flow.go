package diagram

import "strings"

// parseFlow reads the statements of a flowchart.
func parseFlow(heading string, lines []string) (*graph, bool) {
	g := newGraph()
	switch strings.TrimRight(heading, "; ") {
	case "", "TB", "TD", "v":
	case "BT", "^":
		g.direction = up
	case "LR", ">":
		g.direction = right
	case "RL", "<":
		g.direction = left
	default:
		return nil, false
	}
	var open []int // groups
	for _, line := range lines {
		word, rest, _ := strings.Cut(line, " ")
		switch word {
		case "classDef", "class", "style", "linkStyle", "click", "direction":
			continue
		case "subgraph":
			parent := 0
			if len(open) > 0 {
				parent = open[len(open)-1] + 1
			}
			open = append(open, len(g.groups))
			g.groups = append(g.groups, subgraph(rest, parent))
			continue
		case "end":
			if len(open) == 0 {
				return nil, false
			}
			open = open[:len(open)-1]
			continue
		}
		before := len(g.vertices)
		p := flowParser{scanner{s: line}, g, 0}
		if len(open) > 0 {
			p.group = open[len(open)-1] + 1
		}
		if !p.statement() || len(g.vertices)+len(g.arrows) > maxParts {
			return nil, false
		}
		for i := before; i < len(g.vertices); i++ {
			g.vertices[i].group = p.group
		}
	}
	// A group that an arrow names is its vertex, not a member of itself.
	for i, gr := range g.groups {
		if v, ok := g.index[gr.id]; ok && g.vertices[v].group == i+1 {
			g.vertices[v].group = gr.parent
		}
	}
	return g, len(open) == 0 && g.settle()
}

// subgraph reads the head of a group: an id, a title, or id[title].
func subgraph(s string, parent int) group {
	s = strings.TrimSpace(s)
	if id, title, ok := strings.Cut(s, "["); ok && strings.HasSuffix(title, "]") {
		return group{id: strings.TrimSpace(id), title: label(strings.TrimSuffix(title, "]")), parent: parent}
	}
	return group{id: s, title: label(s), parent: parent}
}

type flowParser struct {
	scanner
	g     *graph
	group int
}

// statement reads boxes joined by arrows.
func (p *flowParser) statement() bool {
	from, ok := p.boxes()
	if !ok {
		return false
	}
	for !p.done() {
		link, ok := p.link()
		if !ok {
			return false
		}
		to, ok := p.boxes()
		if !ok {
			return false
		}
		for _, a := range from {
			for _, b := range to {
				link.from, link.to = a, b
				p.g.arrows = append(p.g.arrows, link)
				if len(p.g.arrows) > maxParts {
					return false
				}
			}
		}
		from = to
	}
	return true
}

// boxes reads boxes joined by "&".
func (p *flowParser) boxes() ([]int, bool) {
	var all []int
	for {
		p.skip()
		id := p.name()
		if id == "" {
			return nil, false
		}
		v := p.g.vertex(id)
		if !p.shape(v) {
			return nil, false
		}
		if p.take(":::") {
			p.name()
		}
		all = append(all, v)
		p.skip()
		if !p.take("&") {
			return all, true
		}
	}
}

// shape reads the brackets after an id.
func (p *flowParser) shape(v int) bool {
	if p.take("@{") {
		return p.attributes(v)
	}
	for _, s := range []struct {
		open, close string
		shape       shape
	}{
		{"(((", ")))", rounded}, {"((", "))", rounded}, {"([", "])", rounded}, {"[(", ")]", doubled}, {"[[", "]]", doubled},
		{"{{", "}}", pointed}, {"[/", "/]", slanted}, {`[\`, `\]`, slanted}, {"[/", `\]`, slanted}, {`[\`, "/]", slanted},
		{"(", ")", rounded}, {"{", "}", pointed}, {"[", "]", square}, {">", "]", slanted},
	} {
		at := p.at
		if !p.take(s.open) {
			continue
		}
		text, ok := p.upto(s.close)
		if !ok {
			p.at = at
			continue
		}
		if l := label(text); l != "" {
			p.g.vertices[v].label = l
		}
		p.g.vertices[v].shape = s.shape
		return true
	}
	return !strings.HasPrefix(p.rest(), "[") && !strings.HasPrefix(p.rest(), "(") && !strings.HasPrefix(p.rest(), "{")
}

// attributes reads the newer form, A@{ shape: diam, label: "Text" }.
func (p *flowParser) attributes(v int) bool {
	text, ok := p.upto("}")
	if !ok {
		return false
	}
	for _, part := range splitOutsideQuotes(text, ',') {
		key, value, _ := strings.Cut(part, ":")
		switch strings.TrimSpace(key) {
		case "label":
			p.g.vertices[v].label = label(value)
		case "shape":
			p.g.vertices[v].shape = namedShape(strings.TrimSpace(value))
		}
	}
	return true
}

func splitOutsideQuotes(s string, sep byte) []string {
	var out []string
	from, quoted := 0, false
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == sep && !quoted:
			out = append(out, s[from:i])
			from = i + 1
		}
	}
	return append(out, s[from:])
}

func namedShape(name string) shape {
	switch name {
	case "rounded", "stadium", "circle", "pill", "circ", "event", "terminal", "dbl-circ":
		return rounded
	case "diam", "diamond", "decision", "question", "hex", "hexagon", "prepare":
		return pointed
	case "cyl", "db", "database", "cylinder", "subproc", "subprocess", "subroutine", "fr-rect":
		return doubled
	case "lean-r", "lean-l", "trap-b", "trap-t", "in-out", "out-in", "odd":
		return slanted
	}
	return square
}

// link reads an arrow with its label.
func (p *flowParser) link() (arrow, bool) {
	p.skip()
	p.linkName()
	a := arrow{tail: p.linkTail()}
	begins, ends := "--", "--"
	switch rest := p.rest(); {
	case strings.HasPrefix(rest, "~~~"):
		p.at += len(rest) - len(strings.TrimLeft(rest, "~"))
		a.stroke = unseen
		return a, true
	case strings.HasPrefix(rest, "-."):
		a.stroke, begins, ends = dotted, "-.", ".-"
	case strings.HasPrefix(rest, "=="):
		a.stroke, begins, ends = thick, "==", "=="
	case strings.HasPrefix(rest, "--"):
	default:
		return a, false
	}
	p.at += len(begins)
	text, whole := p.body(begins, ends)
	if !whole {
		return a, false
	}
	a.label, a.head = label(text), p.linkHead()
	p.skip()
	if p.take("|") {
		text, ok := p.upto("|")
		if !ok {
			return a, false
		}
		a.label = label(text)
	}
	return a, true
}

// linkName passes over the name of an arrow.
func (p *flowParser) linkName() {
	const longest = 9
	if n := strings.IndexByte(p.rest(), '@'); n > 0 && n <= longest && strings.IndexFunc(p.rest()[:n], notWord) < 0 {
		p.at += n + 1
	}
}

// linkTail passes over what an arrow begins with, and reports whether it is a
// head.
func (p *flowParser) linkTail() bool {
	c := p.rest()
	if len(c) < 3 {
		return false
	}
	dot := (c[0] == 'o' || c[0] == 'x') && (c[1] == '-' || c[1] == '=')
	if dot || c[0] == '<' {
		p.at++
	}
	return c[0] == '<'
}

// linkHead passes over what an arrow ends with, and reports whether it is a
// head.
func (p *flowParser) linkHead() bool {
	if headDot(p.rest()) {
		p.at++
		return false
	}
	return p.take(">")
}

// headDot reports whether an arrow ends here in a dot or a cross.
func headDot(c string) bool {
	return len(c) > 1 && (c[0] == 'x' || c[0] == 'o') && (c[1] == ' ' || c[1] == '|')
}

func notWord(r rune) bool {
	letter := 'a' <= r|0x20 && r|0x20 <= 'z'
	digit := '0' <= r && r <= '9'
	return !letter && !digit && r != '_'
}

// body reads the rest of an arrow after its first two signs, up to its head,
// with the text that may stand within it.
func (p *flowParser) body(begins, ends string) (text string, ok bool) {
	rest := p.rest()
	sign := ends[len(ends)-1:]
	if begins == "-." {
		trimmed := strings.TrimLeft(rest, ".")
		if strings.HasPrefix(trimmed, "-") {
			p.at += len(rest) - len(trimmed) + 1
			return "", true
		}
	} else if trimmed := strings.TrimLeft(rest, sign); len(trimmed) < len(rest) || strings.HasPrefix(trimmed, ">") ||
		headDot(trimmed) && !strings.Contains(trimmed, ends) {
		p.at += len(rest) - len(trimmed)
		return "", true
	}
	text, ok = p.upto(ends)
	p.at += len(p.rest()) - len(strings.TrimLeft(p.rest(), sign))
	return text, ok
}
