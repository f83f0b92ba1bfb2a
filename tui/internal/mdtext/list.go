package mdtext

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
)

func (l *layouter) list(n *ast.List) {
	bullet := l.signs.bullet
	if l.bullets > 0 {
		bullet = l.signs.deeper
	}
	if !n.IsOrdered() {
		l.bullets++
		defer func() { l.bullets-- }()
	}
	last := n.Start + n.ChildCount() - 1
	start := len(l.doc.Lines)
	number := n.Start
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if !n.IsTight {
			l.separate(start)
		}
		marker := bullet
		box := taskBox(c)
		switch {
		case n.IsOrdered():
			marker = strconv.Itoa(number) + string(n.Marker)
			marker = strings.Repeat(" ", len(strconv.Itoa(last))-len(strconv.Itoa(number))) + marker
			number++
		case box != nil:
			marker = checkbox(box.IsChecked)
			box.Parent().RemoveChild(box.Parent(), box)
		}
		l.item(marker, c, n.IsTight)
	}
}

func (l *layouter) item(marker string, n ast.Node, tight bool) {
	first := Span{Text: marker + " ", Look: Marker}
	l.push(first, Span{Text: strings.Repeat(" ", cells(first.Text))})
	l.children(n, tight)
	l.pop()
}

// taskBox finds the check box with which an item begins, or nil.
func taskBox(item ast.Node) *extast.TaskCheckBox {
	text := item.FirstChild()
	if text == nil || text.FirstChild() == nil {
		return nil
	}
	box, _ := text.FirstChild().(*extast.TaskCheckBox)
	return box
}

func (l *layouter) definitions(n ast.Node) {
	start := len(l.doc.Lines)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *extast.DefinitionTerm:
			l.separate(start)
			l.paragraph(c, Strong)
		case *extast.DefinitionDescription:
			indent := Span{Text: "  "}
			l.push(indent, indent)
			l.children(c, false)
			l.pop()
		}
	}
}

// footnotes lists the notes under a line. A note that nothing refers to has no
// number and keeps the author's label.
func (l *layouter) footnotes(n *extast.FootnoteList) {
	line, _ := l.begin()
	l.end(append(line, Span{Text: strings.Repeat(l.signs.rule, min(8, max(l.measure-l.indent, 1))), Look: Border}))
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		label, number := "", 0
		if note, ok := c.(*extast.Footnote); ok {
			label = textsafe.Line(string(note.Ref))
			if number = note.Index; number > 0 {
				label = strconv.Itoa(note.Index)
			}
		}
		at := len(l.doc.Lines)
		l.item("["+label+"]", c, false)
		if number > 0 && len(l.doc.Lines) > at {
			l.doc.Footnotes = append(l.doc.Footnotes, Footnote{Line: at, Number: number})
		}
	}
}
