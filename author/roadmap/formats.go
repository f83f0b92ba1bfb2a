package roadmap

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// WriteJSON prints the graph for programs.
func (g Graph) WriteJSON(w io.Writer) error {
	data, err := json.MarshalIndent(g, "", "  ")
	if err != nil {
		return fmt.Errorf("printing the map: %w", err)
	}
	return write(w, string(textsafe.JSON(data))+"\n")
}

func write(w io.Writer, text string) error {
	if _, err := io.WriteString(w, text); err != nil {
		return fmt.Errorf("printing the map: %w", err)
	}
	return nil
}

// lines are what a node says, the first its title.
func (n Node) lines() []string {
	title := n.Title
	if title == "" {
		title = n.ID
	}
	if n.Kind == NodeFork && n.Title == "" {
		title = fmt.Sprintf("Choose %d", n.Pick)
	}
	list := []string{title}
	switch n.Kind {
	case NodeSkill:
		list = append(list, "taught in "+listed(n.Taught, 3), fmt.Sprintf("checked by %d", n.Checks))
	case NodeFork:
		if n.Title != "" {
			list = append(list, fmt.Sprintf("choose %d", n.Pick))
		}
	case NodeLesson, NodeProject, NodeExtra, NodeDetour:
		if id := n.ID[strings.LastIndex(n.ID, " ")+1:]; n.Title != id { // behind the lesson that it is drawn beside
			list = append(list, id)
		}
	case NodeStart, NodePlacement, NodeEnd:
	}
	if n.Off {
		list = append(list, "nothing leads here")
	}
	if share := n.met(); share != "" {
		list = append(list, share)
	}
	return list
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }

// listed joins names, so many at most.
func listed(names []string, most int) string {
	if len(names) == 0 {
		return "no lesson"
	}
	text := strings.Join(names[:min(most, len(names))], ", ")
	if n := len(names) - most; n > 0 {
		text += fmt.Sprintf(" and %d more", n)
	}
	return text
}

// numbers gives each node a name that every format takes.
func (g Graph) numbers() map[string]string {
	names := map[string]string{}
	for i, n := range g.Nodes {
		names[n.ID] = fmt.Sprintf("n%d", i+1)
	}
	return names
}

// modules cuts the nodes into runs of one module.
func (g Graph) modules() [][]Node {
	var runs [][]Node
	for i, n := range g.Nodes {
		if i == 0 || n.Module != g.Nodes[i-1].Module {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], n)
	}
	return runs
}

// WriteMermaid prints the graph as a Mermaid flowchart.
func (g Graph) WriteMermaid(w io.Writer) error {
	var b strings.Builder
	names := g.numbers()
	b.WriteString("flowchart TD\n")
	g.mermaidClasses(&b)
	for i, run := range g.modules() {
		indent := "  "
		if run[0].Module != "" {
			fmt.Fprintf(&b, "  subgraph m%d[\"%s\"]\n", i+1, inMermaid(run[0].Module))
			indent = "    "
		}
		for _, n := range run {
			open, end := mermaidShape(n.Kind)
			var lines []string
			for _, line := range n.lines() {
				lines = append(lines, inMermaid(line))
			}
			fmt.Fprintf(&b, "%s%s%s\"%s\"%s:::%s\n", indent, names[n.ID], open, strings.Join(lines, "<br/>"), end, n.class())
		}
		if run[0].Module != "" {
			b.WriteString("  end\n")
		}
	}
	for _, e := range g.drawn() {
		arrow := "-->"
		switch {
		case e.Kind == EdgeNeeds && g.About == OfLessons, e.Kind == EdgeOffer, e.Kind == EdgeRule, e.Kind.Branch():
			arrow = "-.->"
		}
		label := ""
		if says := e.says(); len(says) > 0 {
			for i := range says {
				says[i] = inMermaid(says[i])
			}
			label = "|\"" + strings.Join(says, "<br/>") + "\"|"
		}
		fmt.Fprintf(&b, "  %s %s%s %s\n", names[e.From], arrow, label, names[e.To])
	}
	return write(w, b.String())
}

// class is what a node looks like, by name: its kind, and whether it is offered only.
func (n Node) class() string {
	if n.Offered || n.Off {
		return string(n.Kind) + "Offered"
	}
	return string(n.Kind) + "Node" // "end" alone is a word of Mermaid
}

// mermaidClasses writes the looks that nodes have.
func (g Graph) mermaidClasses(b *strings.Builder) {
	seen := map[string]bool{}
	for _, n := range g.Nodes {
		if seen[n.class()] {
			continue
		}
		seen[n.class()] = true
		ground, line := colours(n.Kind)
		dash := ""
		if n.Offered || n.Off {
			dash = ",stroke-dasharray:5 3"
		}
		fmt.Fprintf(b, "  classDef %s fill:%s,stroke:%s,color:#222222%s\n", n.class(), ground, line, dash)
	}
}

func mermaidShape(k NodeKind) (open, end string) {
	switch k {
	case NodeStart, NodeEnd:
		return "([", "])"
	case NodeFork:
		return "{", "}"
	case NodePlacement:
		return "{{", "}}"
	case NodeDetour:
		return "[/", "/]"
	case NodeExtra:
		return "(", ")"
	case NodeLesson, NodeProject, NodeSkill:
	}
	return "[", "]"
}

// inMermaid writes a text for quotes: whatever may mean something there is the
// number of its character.
func inMermaid(s string) string {
	var b strings.Builder
	for _, r := range textsafe.Line(s) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune(" .,:-_/?!()%'", r), r > 0x7f:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
	}
	return b.String()
}

// WriteDOT prints the graph in the language of Graphviz.
func (g Graph) WriteDOT(w io.Writer) error {
	var b strings.Builder
	names := g.numbers()
	fmt.Fprintf(&b, "digraph course {\n  label=%s;\n  rankdir=TB;\n  node [shape=box, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\", fontsize=10];\n", inDOT(g.Title))
	for i, run := range g.modules() {
		indent := "  "
		if run[0].Module != "" {
			fmt.Fprintf(&b, "  subgraph cluster_%d {\n    label=%s;\n", i+1, inDOT(run[0].Module))
			indent = "    "
		}
		for _, n := range run {
			fmt.Fprintf(&b, "%s%s [label=%s%s];\n", indent, names[n.ID], inDOT(strings.Join(n.lines(), "\n")), n.dotLook())
		}
		if run[0].Module != "" {
			b.WriteString("  }\n")
		}
	}
	place := map[string]int{}
	for i, n := range g.Nodes {
		place[n.ID] = i
	}
	for _, e := range g.drawn() {
		style := ""
		switch {
		case e.Kind == EdgeNeeds && g.About == OfLessons:
			style = ", style=dotted"
		case e.Kind == EdgeOffer || e.Kind == EdgeRule || e.Kind.Branch():
			style = ", style=dashed"
		}
		switch {
		case place[e.To] < place[e.From]:
			style += ", constraint=false" // one that leads back turns no ranks round
		case e.Kind == EdgePath || e.Kind == EdgeOffer || e.Kind == EdgeRule:
			style += ", weight=10" // the road stays straight
		}
		fmt.Fprintf(&b, "  %s -> %s [label=%s%s];\n", names[e.From], names[e.To], inDOT(strings.Join(e.says(), "\n")), style)
	}
	b.WriteString("}\n")
	return write(w, b.String())
}

// dotLook is the shape of a node and its colours: those of the picture. What is offered
// only has a broken line.
func (n Node) dotLook() string {
	shape, style := "", "filled"
	switch n.Kind {
	case NodeStart, NodeEnd:
		shape = ", shape=oval"
	case NodeFork:
		shape = ", shape=diamond"
	case NodePlacement:
		shape = ", shape=hexagon"
	case NodeDetour, NodeExtra:
		style += ",rounded"
	case NodeLesson, NodeProject, NodeSkill:
	}
	if n.Offered || n.Off {
		style += ",dashed"
	}
	ground, line := colours(n.Kind)
	return fmt.Sprintf(", color=%q, fillcolor=%q%s, style=%q", line, ground, shape, style)
}

// inDOT quotes a text. Graphviz reads entities and backslashes in it.
func inDOT(s string) string {
	lines := strings.Split(s, "\n")
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "&", "&amp;", "<", "&lt;", ">", "&gt;")
	for i := range lines {
		lines[i] = escape.Replace(textsafe.Line(lines[i]))
	}
	return `"` + strings.Join(lines, `\n`) + `"`
}
