package course

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/bounded"
)

// A list item or a quote is Markdown of its own once the marks in front of its
// lines are gone. The types here do that and keep the place of every line.

// textLine is one line inside a container: a range of the source, with the
// columns of a tab that the container's edge has cut in two.
type textLine struct {
	span
	pad int
}

type textLines []textLine

// child is a node inside a container, with its lines.
type child struct {
	node  ast.Node
	lines textLines
}

// linesOf returns the lines of a range, without blank ones at its end.
func (b *body) linesOf(s span) textLines {
	s = b.withoutBlankLines(s)
	out := make(textLines, 0, strings.Count(b.src[s.start:max(s.start, s.end)], "\n")+1)
	for i := b.lineAt(s.start); i < len(b.starts) && b.starts[i] < s.end; i++ {
		line := b.lineSpan(i)
		out = append(out, textLine{span: span{max(line.start, s.start), min(line.end, s.end)}})
	}
	return out
}

// text joins lines as they are.
func (b *body) text(ls textLines) string {
	if len(ls) == 1 && ls[0].pad == 0 {
		return b.src[ls[0].start:ls[0].end]
	}
	var out strings.Builder
	for i, l := range ls {
		if i > 0 {
			out.WriteByte('\n')
		}
		out.WriteString(strings.Repeat(" ", l.pad))
		out.WriteString(b.src[l.start:l.end])
	}
	return out.String()
}

// linesMarkdown returns lines as Markdown that can be shown alone.
func (b *body) linesMarkdown(ls textLines) string {
	for len(ls) > 0 && b.blank(ls[0]) {
		ls = ls[1:]
	}
	for len(ls) > 0 && b.blank(ls[len(ls)-1]) {
		ls = ls[:len(ls)-1]
	}
	if len(ls) == 0 {
		return ""
	}
	s := span{ls[0].start, ls[len(ls)-1].end}
	return textsafe.Text(strings.TrimRight(b.text(ls), " \t") + b.definitions(s))
}

func (b *body) blank(l textLine) bool { return strings.TrimSpace(b.src[l.start:l.end]) == "" }

// children pairs the nodes inside a container with their lines.
func (b *body) children(n ast.Node, ls textLines) []child {
	out := make([]child, 0, n.ChildCount())
	at := 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		pos := bounded.Begin(c)
		i := at
		for i < len(ls) && pos > ls[i].end {
			i++
		}
		if pos < 0 || i >= len(ls) {
			i = min(at, len(ls))
		}
		if len(out) > 0 {
			last := &out[len(out)-1]
			last.lines = last.lines[:max(len(last.lines)-(len(ls)-i), 0)]
		}
		out = append(out, child{c, ls[i:]})
		at = i
	}
	for i := range out {
		for n := len(out[i].lines); n > 0 && b.blank(out[i].lines[n-1]); n-- {
			out[i].lines = out[i].lines[:n-1]
		}
	}
	return out
}

// quoteLines takes the mark of a quote off each line. A line that continues the
// quote lazily has none.
func (b *body) quoteLines(ls textLines) textLines {
	out := make(textLines, len(ls))
	for i, l := range ls {
		out[i] = b.unquoted(l)
	}
	return out
}

// unquoted takes the mark of a quote off a line that has one: behind up to three
// columns of white space, of which a tab may be several, and with one behind it.
func (b *body) unquoted(l textLine) textLine {
	s := b.src[l.start:l.end]
	space := len(s) - len(strings.TrimLeft(s, " \t"))
	if !strings.HasPrefix(s[space:], ">") {
		return l
	}
	edge := b.column(l.start) // behind the columns of a tab that was cut in two
	mark := b.column(l.start + space)
	if mark-edge+l.pad > 3 {
		return l
	}
	l.start, l.pad = l.start+space+1, 0
	switch rest := s[space+1:]; {
	case strings.HasPrefix(rest, " "):
		l.start++
	case strings.HasPrefix(rest, "\t"):
		l.start++
		l.pad = 3 - (mark+1)%4
	}
	return l
}

// column is the column of an offset in its line, from 0, with a tab up to the next
// one that four divides.
func (b *body) column(at int) int {
	col := 0
	for _, c := range []byte(b.src[b.lineStart(at):at]) {
		if c == '\t' {
			col += 4 - col%4
		} else {
			col++
		}
	}
	return col
}

// indented takes the mark of a list item off its first line, and as many columns
// of white space off the others.
func (b *body) indented(ls textLines) textLines {
	out := make(textLines, len(ls))
	mark, width := b.itemMark(ls[0])
	for i, l := range ls {
		if i == 0 {
			out[i] = textLine{span: span{min(l.start+mark, l.end), l.end}}
			continue
		}
		out[i] = b.outdented(l, width)
	}
	return out
}

// outdented takes columns of white space off a line, as far as it has them.
func (b *body) outdented(l textLine, width int) textLine {
	col := l.pad
	for l.pad = 0; col < width && l.start < l.end; l.start++ {
		switch b.src[l.start] {
		case ' ':
			col++
		case '\t':
			col += 4 - col%4
		default:
			return l
		}
	}
	l.pad = max(col-width, 0)
	return l
}

// box is the check box of an option.
type box int

const (
	noBox box = iota
	emptyBox
	checkedBox
)

// listItem is one item of a list.
type listItem struct {
	text  string // first paragraph on one line, without the check box
	raw   string // the same as the author typed it
	at    span   // where that text stands
	box   box
	odd   bool      // the box is written in a way that other programs do not know
	first textLines // the lines of the first paragraph
	kids  []child   // what follows it
	lines textLines
}

// items returns the items of a list.
func (b *body) items(list ast.Node, ls textLines) []listItem {
	kids := b.children(list, ls)
	out := make([]listItem, 0, len(kids))
	for _, c := range kids {
		if node, ok := c.node.(*ast.ListItem); ok && len(c.lines) > 0 {
			out = append(out, b.item(node, c.lines))
		}
	}
	return out
}

func (b *body) item(node *ast.ListItem, ls textLines) listItem {
	it := listItem{}
	it.lines = b.indented(ls)
	it.kids = b.children(node, it.lines)
	it.at = span{it.lines[0].start, it.lines[0].end}
	if len(it.kids) == 0 {
		it.at = b.trimmed(ls[0].span)
		return it
	}
	switch it.kids[0].node.Kind() {
	case ast.KindParagraph, ast.KindTextBlock:
	default:
		return it
	}
	first := it.kids[0].lines
	it.kids = it.kids[1:]
	it.first = first
	b.setText(&it)
	return it
}

// setText reads the lines of an item's first paragraph.
func (b *body) setText(it *listItem) {
	raw := b.text(it.first)
	var rest string
	it.box, rest, it.odd = cutBox(raw)
	it.raw = squeezed(rest)
	it.text = b.oneLine(rest)
	if len(it.first) > 0 {
		it.at = b.trimmed(it.first[0].span)
		if lead := len(raw) - len(rest); lead > 0 && it.at.start+lead <= it.at.end {
			it.at.start += lead
		}
	}
}

// itemMark returns how many bytes of an item's first line are its mark, and the
// column at which its text begins.
func (b *body) itemMark(l textLine) (bytes, columns int) {
	s := b.src[l.start:l.end]
	i := len(s) - len(strings.TrimLeft(s, " "))
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	i = min(i+1, len(s))
	mark, col := i, l.pad+i
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		if s[i] == '\t' {
			col += 4 - col%4
		} else {
			col++
		}
		i++
	}
	if i == len(s) || col-l.pad-mark > 4 { // no text yet, or code
		return min(mark+1, len(s)), l.pad + mark + 1
	}
	return i, col
}

// cutBox cuts a check box off the text of an item: "[ ]" and "[x]" as GFM has
// them, and the odd forms that people type.
func cutBox(s string) (box, string, bool) {
	if !strings.HasPrefix(s, "[") {
		return noBox, s, false
	}
	end := strings.IndexByte(s, ']')
	if end < 0 || end > len("[ ✓ ]") {
		return noBox, s, false
	}
	rest := s[end+1:]
	if rest != "" && strings.ContainsAny(rest[:1], "([:") {
		return noBox, s, false // a link
	}
	inner := s[1:end]
	odd := len(inner) != 1 || rest != "" && !isSpace(rest[0])
	rest = strings.TrimLeft(rest, " \t\n")
	switch strings.TrimSpace(inner) {
	case "":
		return emptyBox, rest, odd
	case "x", "X":
		return checkedBox, rest, odd
	case "✓", "✔", "*":
		return checkedBox, rest, true
	}
	return noBox, s, false
}
