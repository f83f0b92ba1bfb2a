package roadmap

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// margin is around the picture.
const margin = 24.0

func cells(s string) int { return displaywidth.String(textsafe.Line(s)) }

// colours of nodes, ground and line. On white, text on each has a contrast of 7
// to 1 and more.
func colours(k NodeKind) (ground, line string) {
	switch k {
	case NodeStart, NodeEnd:
		return "#eeeeee", "#555555"
	case NodePlacement, NodeFork:
		return "#fdf3d0", "#8a6d00"
	case NodeDetour:
		return "#fde7e3", "#a3402b"
	case NodeExtra:
		return "#eef6ea", "#4d7a3a"
	case NodeLesson, NodeProject, NodeSkill:
	}
	return "#e6f0fa", "#2b5f93"
}

// WriteSVG prints the graph as a picture that needs nothing else.
func (g Graph) WriteSVG(w io.Writer) error {
	p, err := g.layout()
	if err != nil {
		return err
	}
	var b strings.Builder
	wide, high := p.w+2*margin, p.h+2*margin+2*lineHigh
	wide = max(wide, float64(cells(g.Title))*cellWide*1.3+2*margin)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f" font-family="sans-serif" font-size="12" role="img">`+"\n", wide, high, wide, high)
	fmt.Fprintf(&b, "<title>%s</title>\n", inXML(g.Title))
	b.WriteString(`<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z" fill="#555555"/></marker></defs>` + "\n")
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="#ffffff"/>`+"\n"+`<text x="%.0f" y="%.0f" font-size="16" font-weight="bold" fill="#222222">%s</text>`+"\n", margin, margin+lineHigh-4, inXML(g.Title))
	fmt.Fprintf(&b, `<g transform="translate(%.0f %.0f)">`+"\n", margin, margin+2*lineHigh)
	for _, r := range p.routes {
		r.draw(&b, g.About)
	}
	for _, it := range p.items {
		it.draw(&b)
	}
	b.WriteString("</g>\n</svg>\n")
	return write(w, b.String())
}

// draw draws an edge as a curve through its bends, downwards.
func (r route) draw(b *strings.Builder, about About) {
	from := r.by[0]
	y := from.y + from.h/2
	d := fmt.Sprintf("M%.1f %.1f", from.x, y)
	down := func(to float64) {
		if to-y > .05 { // a line of no length has no direction, and would turn the arrow's head
			d += fmt.Sprintf("V%.1f", to)
		}
	}
	for _, it := range r.by[1:] {
		middle := (from.bottom + it.top) / 2 // between the layers, where nothing else is
		down(from.bottom)
		d += fmt.Sprintf("C%.1f %.1f %.1f %.1f %.1f %.1f", from.x, middle, it.x, middle, it.x, it.top)
		y = it.top
		down(it.y - it.h/2)
		y, from = it.y+it.h/2, it
	}
	style, end := "", "marker-end"
	switch {
	case r.edge.Kind == EdgeNeeds && about == OfLessons:
		style = ` stroke-dasharray="1 4"`
	case r.edge.Kind == EdgeOffer, r.edge.Kind == EdgeRule, r.edge.Kind.Branch():
		style = ` stroke-dasharray="5 3"`
	}
	if r.reversed {
		end = "marker-start"
	}
	fmt.Fprintf(b, `<path d="%s" fill="none" stroke="#555555"%s %s="url(#arrow)"/>`+"\n", d, style, end)
}

// draw draws a box or a label; a bend is nothing to see.
func (it *item) draw(b *strings.Builder) {
	lines := it.text
	x, y := it.x-it.w/2, it.y-it.h/2
	switch {
	case it.node != nil:
		ground, line := colours(it.node.Kind)
		round, dash := 4.0, ""
		if it.node.Kind == NodeStart || it.node.Kind == NodeEnd || it.node.Kind == NodeExtra {
			round = it.h / 2
		}
		if it.node.Offered || it.node.Off {
			dash = ` stroke-dasharray="5 3"`
		}
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="%.1f" fill="%s" stroke="%s"%s/>`+"\n", x, y, it.w, it.h, round, ground, line, dash)
	case len(lines) > 0:
		fmt.Fprintf(b, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="#ffffff"/>`+"\n", x, y, it.w, it.h)
	default:
		return
	}
	top := it.y - float64(len(lines))*lineHigh/2
	for i, line := range lines {
		style := ` fill="#222222"`
		if it.node == nil || i > 0 {
			style = ` fill="#444444" font-size="11"`
		}
		fmt.Fprintf(b, `<text x="%.1f" y="%.1f" text-anchor="middle"%s>%s</text>`+"\n", it.x, top+float64(i)*lineHigh+12.5, style, inXML(line))
	}
}

// inXML writes a text for an element.
func inXML(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(textsafe.Line(s))) // a Builder takes everything
	return b.String()
}
