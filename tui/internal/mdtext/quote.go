package mdtext

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// alert is a kind of call-out.
type alert struct {
	look Look
	sign string // tells the kind without colour
	word string
}

func (l *layouter) quote(n *ast.Blockquote) {
	a, title, skip, ok := l.alert(n)
	if !ok {
		bar := Span{Text: l.signs.bar + " ", Look: Bar}
		l.push(bar, bar)
		l.children(n, false)
		l.pop()
		return
	}
	bar := Span{Text: l.signs.alert + " ", Look: a.look}
	l.push(bar, bar)
	if title == "" {
		title = a.word
	}
	l.emit([]run{{text: a.sign + " " + title, look: a.look | Strong}})
	l.rest(n, skip)
	l.pop()
}

// rest lays out the blocks of an alert without the marker it begins with.
func (l *layouter) rest(n ast.Node, skip int) {
	first := n.FirstChild()
	c := collector{lay: l, skip: skip}
	c.all(first, Body)
	start := len(l.doc.Lines)
	l.emit(c.runs)
	for b := first.NextSibling(); b != nil; b = b.NextSibling() {
		l.separate(start)
		l.block(b)
	}
}

// alert reads "[!NOTE]" and what may follow it on the first line of a quote.
// skip is the offset in the source at which that line ends.
func (l *layouter) alert(n *ast.Blockquote) (a alert, title string, skip int, ok bool) {
	p, isParagraph := n.FirstChild().(*ast.Paragraph)
	if !isParagraph || p.Lines().Len() == 0 {
		return a, "", 0, false
	}
	seg := p.Lines().At(0)
	line := strings.TrimSpace(l.slice(seg))
	name, rest, closed := strings.Cut(strings.TrimPrefix(line, "[!"), "]")
	if !closed || !strings.HasPrefix(line, "[!") {
		return a, "", 0, false
	}
	w := l.opt.Words
	switch strings.ToLower(name) {
	case "note":
		a = alert{Note, "(i)", or(w.Note, "Note")}
	case "tip":
		a = alert{Tip, "(+)", or(w.Tip, "Tip")}
	case "important":
		a = alert{Important, "(*)", or(w.Important, "Important")}
	case "warning":
		a = alert{Warning, "(!)", or(w.Warning, "Warning")}
	case "caution":
		a = alert{Caution, "(x)", or(w.Caution, "Caution")}
	default:
		return a, "", 0, false
	}
	if rest = strings.TrimSpace(rest); rest != "" {
		spans, _ := Inline(rest, Options{})
		title = spans.String()
	}
	return a, title, seg.Stop, true
}

func or(word, english string) string {
	if word != "" {
		return word
	}
	return english
}
