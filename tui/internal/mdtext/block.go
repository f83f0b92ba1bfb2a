package mdtext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/dollars"
)

func (l *layouter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		l.paragraph(n, Body)
	case *ast.Heading:
		l.heading(n)
	case *ast.ThematicBreak:
		l.rule()
	case *dollars.Block:
		l.formula(l.blockText(n))
	case *ast.FencedCodeBlock:
		if l.drawn(n) {
			return
		}
		l.codeBlock(l.blockText(n), l.codeInfo(n))
	case *ast.CodeBlock:
		l.codeBlock(l.blockText(n), codeInfo{})
	case *ast.Blockquote:
		l.quote(n)
	case *ast.List:
		l.list(n)
	case *ast.HTMLBlock:
		l.htmlBlock(n)
	case *ast.LinkReferenceDefinition:
	case *extast.Table:
		l.table(n)
	case *extast.DefinitionList:
		l.definitions(n)
	case *extast.FootnoteList:
		l.footnotes(n)
	default:
		l.children(n, false)
	}
}

func (l *layouter) paragraph(n ast.Node, look Look) {
	if l.picture(n) {
		return
	}
	c := collector{lay: l}
	c.all(n, look)
	l.emit(c.runs)
}

func (l *layouter) rule() {
	line, width := l.begin()
	line = append(line, Span{Text: strings.Repeat(l.signs.rule, max(l.measure-width, 1)), Look: Border})
	l.end(line)
}

// blockText is the text of a code block as it is written, made safe to show.
func (l *layouter) blockText(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		b.Write(seg.Value(l.src))
	}
	return strings.TrimSuffix(textsafe.Text(b.String()), "\n")
}
