package roadmap

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// Look says how the text is drawn.
type Look struct {
	Width int  // of a line, in cells; taken as 40 to 120
	ASCII bool // no signs but those of ASCII; titles stay as they are
}

// marks are the signs that a text is drawn with.
type marks struct {
	road, tee, corner, rail string
	to, between, more       string
	kinds                   map[NodeKind]string
}

func (l Look) marks() marks {
	if l.ASCII {
		return marks{
			road: "|", tee: "|-", corner: "`-", rail: "| ", to: "-> ", between: " - ", more: "...",
			kinds: map[NodeKind]string{
				NodeStart: "?", NodePlacement: "%", NodeLesson: "*", NodeProject: "*", NodeExtra: "o", NodeDetour: ">", NodeFork: "<", NodeEnd: "#", NodeSkill: "*",
			},
		}
	}
	return marks{
		road: "│", tee: "├─", corner: "╰─", rail: "│ ", to: "→ ", between: " · ", more: "…",
		kinds: map[NodeKind]string{
			NodeStart: "◇", NodePlacement: "◈", NodeLesson: "●", NodeProject: "●", NodeExtra: "○", NodeDetour: "▷", NodeFork: "◆", NodeEnd: "■", NodeSkill: "●",
		},
	}
}

// sheet collects lines of a width.
type sheet struct {
	marks
	width int
	out   strings.Builder
}

// WriteText prints the graph for a terminal: lessons as a road with its branches,
// skills as a tree.
func (g Graph) WriteText(w io.Writer, look Look) error {
	s := &sheet{marks: look.marks(), width: min(max(look.Width, 40), 120)}
	s.line("", "", g.Title, "")
	s.out.WriteString("\n")
	if g.About == OfSkills {
		g.tree(s)
	} else {
		g.roadText(s)
	}
	return write(w, s.out.String())
}

// line prints a text behind a prefix, wrapped, each further line behind another
// prefix; right stands at the end of the first line.
func (s *sheet) line(first, next, text, right string) {
	prefix := first
	room := s.width - displaywidth.String(right)
	if right != "" {
		room -= 2
	}
	for i, line := range s.wrap(textsafe.Line(text), room-displaywidth.String(first), s.width-displaywidth.String(next)) {
		row := prefix + line
		if i == 0 && right != "" {
			row += strings.Repeat(" ", max(2, s.width-displaywidth.String(row)-displaywidth.String(right))) + right
		}
		s.out.WriteString(strings.TrimRight(row, " ") + "\n")
		prefix = next
	}
}

// wrap cuts a text into lines at its spaces; a word that is longer than a line
// is cut where it does not fit.
func (s *sheet) wrap(text string, room, later int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		for _, piece := range s.pieces(word, max(1, min(room, later))) {
			switch {
			case line == "":
				line = piece
			case displaywidth.String(line+" "+piece) <= room:
				line += " " + piece
			default:
				lines, line, room = append(lines, line), piece, later
			}
		}
	}
	return append(lines, line)
}

// pieces cuts a word that is too long.
func (s *sheet) pieces(word string, room int) []string {
	var list []string
	piece := ""
	g := displaywidth.StringGraphemes(word)
	for g.Next() {
		if piece != "" && displaywidth.String(piece+g.Value()) > room {
			list, piece = append(list, piece), ""
		}
		piece += g.Value()
	}
	return append(list, piece)
}

// roadText draws the road from top to bottom.
func (g Graph) roadText(s *sheet) {
	at, from := g.index(), map[string][]Edge{}
	for _, e := range g.Edges {
		from[e.From] = append(from[e.From], e)
	}
	module, behindFork := "", 0
	for _, n := range g.Nodes {
		if n.Kind == NodeDetour || n.Off {
			continue
		}
		indent := ""
		if behindFork > 0 {
			indent, behindFork = "  ", behindFork-1
		}
		if n.Module != module && n.Module != "" {
			s.line(s.road, s.road, "", "")
			s.line(s.tee+" ", s.road+"  ", n.Module, "")
			s.line(s.road, s.road, "", "")
		}
		module = n.Module
		s.stop(n, indent)
		s.branches(from[n.ID], at, indent)
		if n.Kind == NodeFork {
			behindFork = len(from[n.ID])
		}
	}
	var off []string
	for _, n := range g.Nodes {
		if n.Off {
			off = append(off, n.ID)
		}
	}
	if len(off) > 0 {
		s.out.WriteString("\n")
		s.line("", "  ", "Nothing leads to: "+strings.Join(off, ", "), "")
	}
}

// stop draws one place of the road, and below it what is to be known of it.
func (s *sheet) stop(n Node, indent string) {
	rail := s.road
	if n.Kind == NodeEnd {
		rail = " "
	}
	first, next := s.kinds[n.Kind]+"  ", rail+indent+"    "
	if indent != "" {
		first = s.road + " " + first
	}
	s.line(first, next, s.called(n), n.met())
	for _, note := range n.notes() {
		s.line(next, next+"  ", note, "")
	}
}

// branches draws what leads off the road.
func (s *sheet) branches(edges []Edge, at map[string]*Node, indent string) {
	next := s.road + indent + "    "
	for _, e := range edges {
		to := at[e.To]
		if to == nil || !e.Kind.Branch() {
			continue
		}
		share := ""
		if to.Kind == NodeDetour {
			share = to.met()
		}
		s.line(next+s.to, next+"   ", s.called(*to)+": "+e.opened(), share)
	}
}

// met is the share of simulated learners who meet the node; empty: not known.
func (n Node) met() string {
	if n.Share == nil {
		return ""
	}
	return percent(*n.Share)
}

// called is a node in one line: its title and its id.
func (s *sheet) called(n Node) string {
	lines := n.lines()
	switch n.Kind {
	case NodeLesson, NodeProject, NodeExtra, NodeDetour:
		if n.Title != n.ID && n.Title != "" {
			return lines[0] + s.between + n.ID
		}
	case NodeFork:
		return fmt.Sprintf("%s: choose %d", lines[0], n.Pick)
	case NodePlacement:
		return lines[0] + s.between + "offered"
	case NodeStart, NodeEnd, NodeSkill:
	}
	return lines[0]
}

// notes are what is to be known of a place.
func (n Node) notes() []string {
	var list []string
	if n.Offered && n.Kind != NodePlacement {
		list = append(list, "offered")
	}
	if n.Rule != "" {
		list = append(list, "when "+n.Rule)
	}
	if n.Skip != "" {
		list = append(list, "known already when "+n.Skip)
	}
	return list
}

// opened says in words what opens a branch.
func (e Edge) opened() string {
	labels := strings.Join(e.Labels, ", ")
	switch e.Kind {
	case EdgeMixup:
		return "mix-up " + labels
	case EdgeAnswer:
		return "an answer to " + labels
	case EdgeGo:
		return "goes on there: " + labels
	case EdgeAsk:
		return "asks again " + labels
	case EdgeDetour:
		return "when " + labels
	case EdgePath, EdgeOffer, EdgeRule, EdgeFork, EdgeNeeds:
	}
	return labels
}

// tree draws skills below what they need. A skill that needs several stands below
// the last of them, and names the others.
func (g Graph) tree(s *sheet) {
	needs, children := map[string][]string{}, map[string][]string{}
	for _, e := range g.Edges {
		needs[e.To] = append(needs[e.To], e.From)
	}
	var roots []string
	for _, n := range g.Nodes {
		if list := needs[n.ID]; len(list) > 0 {
			last := list[len(list)-1]
			children[last] = append(children[last], n.ID)
			continue
		}
		roots = append(roots, n.ID)
	}
	drawn, at := map[string]bool{}, g.index()
	var draw func(id, first, next string)
	draw = func(id, first, next string) {
		if drawn[id] {
			return // needs that lead back to themselves
		}
		drawn[id] = true
		n := at[id]
		text := n.lines()[0]
		if n.Title != n.ID {
			text += s.between + n.ID
		}
		s.line(first, next+"  ", text, "")
		below := next + s.rail
		if len(children[id]) == 0 {
			below = next + "  "
		}
		about := fmt.Sprintf("taught in %s; checked by %d", listed(n.Taught, 3), n.Checks)
		if more := needs[id]; len(more) > 1 {
			about += "; needs " + strings.Join(more[:len(more)-1], ", ") + " too"
		}
		s.line(below, below+"  ", about, "")
		for i, child := range children[id] {
			if i == len(children[id])-1 {
				draw(child, next+s.corner+" ", next+"   ")
			} else {
				draw(child, next+s.tee+" ", next+s.rail+" ")
			}
		}
	}
	for _, id := range roots {
		draw(id, "", "")
	}
	for _, n := range g.Nodes {
		if !drawn[n.ID] && !slices.Contains(roots, n.ID) {
			draw(n.ID, "", "")
		}
	}
}
