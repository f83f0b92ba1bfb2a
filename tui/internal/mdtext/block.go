package mdtext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
)

func (l *layouter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		l.paragraph(n, Body)
	case *ast.Heading:
		look := [...]Look{Heading1, Heading2, Heading3}
		l.paragraph(n, look[min(n.Level, len(look))-1])
	case *ast.ThematicBreak:
		l.rule()
	case *formulaBlock:
		l.formula(l.blockText(n))
	case *ast.FencedCodeBlock:
		if l.drawn(n) {
			return
		}
		l.code(n, string(n.Language(l.src)))
	case *ast.CodeBlock:
		l.code(n, "")
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
	c := collector{lay: l}
	c.all(n, look)
	l.emit(c.runs)
}

func (l *layouter) rule() {
	line, width := l.begin()
	line = append(line, Span{Text: strings.Repeat(l.signs.rule, max(l.measure-width, 1)), Look: Border})
	l.end(line)
}

func (l *layouter) code(n ast.Node, lang string) {
	l.codeBlock(l.blockText(n), textsafe.Line(decode(lang)))
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

// codeBlock lays out code: indented, never wrapped, cut at the window's edge
// with a sign that it goes on.
func (l *layouter) codeBlock(text, lang string) {
	indent := Span{Text: "  "}
	l.push(indent, indent)
	defer l.pop()

	if lang != "" && lang != "text" && lang != "txt" && lang != "plain" {
		l.emit([]run{{text: lang, look: Lang}})
	}
	block := CodeBlock{Line: len(l.doc.Lines), Text: text}
	if l.blank {
		block.Line++
	}
	lines := strings.Split(expandLines(text), "\n")
	pad := 0
	if l.opt.PadCode {
		pad = l.codeWidth(lines)
	}
	for _, s := range lines {
		line, left := l.begin()
		line, cut := l.codeLine(line, s, l.width-left, pad)
		block.Wide = block.Wide || cut
		l.end(line)
	}
	block.Lines = len(l.doc.Lines) - block.Line
	l.doc.Code = append(l.doc.Code, block)
}

// codeWidth is the common width of the lines of a block.
func (l *layouter) codeWidth(lines []string) int {
	w := l.measure - l.indent
	for _, s := range lines {
		w = max(w, cells(s))
	}
	return min(w, l.width-l.indent)
}

// codeLine adds the visible part of a line of code and reports whether there
// is more to the left or right. Where pad is positive, the line is filled up to
// that many cells.
func (l *layouter) codeLine(line Line, s string, room, pad int) (Line, bool) {
	if l.opt.WholeCode {
		room = max(room, cells(s))
	}
	from := l.opt.CodeOffset
	part, before, after := window(s, from, room)
	if before {
		line = append(line, Span{Text: l.signs.before, Look: Cut})
		from, room, pad = from+1, room-1, pad-1
		part, _, after = window(s, from, room)
	}
	if after {
		part, _, _ = window(s, from, room-1)
		pad = room - 1
	}
	if pad > 0 {
		part += strings.Repeat(" ", max(min(pad, room)-cells(part), 0))
	} else {
		part = strings.TrimRight(part, " ")
	}
	if part != "" {
		line = append(line, Span{Text: part, Look: Code})
	}
	if after {
		line = append(line, Span{Text: l.signs.after, Look: Cut})
	}
	return line, before || after
}

func expandLines(text string) string {
	if !strings.Contains(text, "\t") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, s := range lines {
		lines[i] = expandTabs(s)
	}
	return strings.Join(lines, "\n")
}
