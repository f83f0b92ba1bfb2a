package mdtext

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/course/formula"
	"github.com/cairn-learn/cairn/internal/dollars"
)

// formula adds a formula to the text. A short one is not broken.
func (c *collector) formula(n *dollars.Span, look Look) {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			b.WriteString(c.lay.slice(t.Segment))
		}
	}
	s := formula.Line(strings.ReplaceAll(b.String(), "\n", " "), c.lay.opt.Names)
	if s == "" {
		return
	}
	c.add(s, look)
	c.runs[len(c.runs)-1].glue = cells(s) <= min(maxGlued, c.lay.measure/2)
}

// formula lays out a formula on lines of its own; where it is too wide for
// that, as text.
func (l *layouter) formula(tex string) {
	indent := Span{Text: "  "}
	l.push(indent, indent)
	defer l.pop()
	lines, ok := formula.Display(tex, l.measure-l.indent, l.opt.Names)
	if !ok || l.opt.Rows {
		l.emit([]run{{text: formula.Line(tex, l.opt.Names)}})
		return
	}
	for _, s := range lines {
		line, _ := l.begin()
		l.end(append(line, Span{Text: s}))
	}
}
