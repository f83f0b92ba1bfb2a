package mdtext

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/internal/diagram"
)

// maxDrawings is how many diagrams and formulas between fences are drawn in one
// text. Of the others the source is shown.
const maxDrawings = 500

// drawn lays out a block of code that is written to be drawn, and reports
// whether it was one. Its source can still be copied.
func (l *layouter) drawn(n *ast.FencedCodeBlock) bool {
	var draw func(text string) bool
	switch strings.ToLower(string(n.Language(l.src))) {
	case "math":
		draw = func(text string) bool { l.formula(text); return true }
	case "mermaid":
		draw = l.diagram
	default:
		return false
	}
	if l.drawings++; l.drawings > maxDrawings {
		return false
	}
	text := l.blockText(n)
	block := CodeBlock{Line: len(l.doc.Lines), Text: text}
	if l.blank {
		block.Line++
	}
	if !draw(text) {
		return false
	}
	if block.Lines = len(l.doc.Lines) - block.Line; block.Lines > 0 {
		l.doc.Code = append(l.doc.Code, block)
	}
	return true
}

// diagram lays out a diagram: drawn where it fits, else as a list of what leads
// where; for readers who want rows told, in sentences. It reports false for one
// that is not understood.
func (l *layouter) diagram(source string) bool {
	d, ok := diagram.Parse(source)
	if !ok {
		return false
	}
	say := l.opt.Words.Diagram
	if say == nil {
		say = diagram.English()
	}
	if !l.opt.Rows {
		indent := Span{Text: "  "}
		l.push(indent, indent)
		lines, fits := d.Draw(l.width-l.indent, l.opt.ASCII, say)
		for _, s := range lines {
			line, _ := l.begin()
			if s != "" {
				line = append(line, Span{Text: s})
			}
			l.end(line)
		}
		l.pop()
		if fits {
			return true
		}
	}
	told := d.List(l.opt.ASCII, say)
	if l.opt.Rows {
		told = d.Sentences(say)
	}
	l.emit([]run{{text: say.Intro}})
	for _, s := range told {
		text := strings.TrimLeft(s, " ")
		indent := Span{Text: s[:len(s)-len(text)]}
		bullet := Span{Text: l.signs.bullet + " ", Look: Marker}
		l.push(indent, indent)
		l.push(bullet, Span{Text: "  "})
		l.emit([]run{{text: text}})
		l.pop()
		l.pop()
	}
	return true
}
