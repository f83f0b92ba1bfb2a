package mdtext

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
)

// heading lays out a heading and notes where it is.
func (l *layouter) heading(n *ast.Heading) {
	look := [...]Look{Heading1, Heading2, Heading3}
	c := collector{lay: l}
	c.all(n, look[min(n.Level, len(look))-1])
	l.headed(c.runs, n.Level)
}

// headed lays out the text of a heading of a level, 1 to 6.
func (l *layouter) headed(runs []run, level int) {
	from := len(l.doc.Lines)
	blank := l.blank
	l.emit(runs)
	if len(l.doc.Lines) == from {
		return
	}
	if blank {
		from++
	}
	text := strings.Join(strings.Fields(runsString(runs)), " ")
	l.doc.Headings = append(l.doc.Headings, Heading{Line: from, Level: level, Text: text, ID: l.slug(text)})
	if level > 1 || !l.opt.Underline {
		return
	}
	width := 0
	for _, line := range l.doc.Lines[from:] {
		width = max(width, lineCells(line)-l.indent)
	}
	line, left := l.begin()
	l.end(append(line, Span{Text: strings.Repeat(l.signs.under, max(min(width, l.measure-left), 1)), Look: Border}))
}

// slug is the name by which a link leads to a heading: its letters and digits
// in small letters, hyphens for the spaces, and a number where it is not the
// first of its name. Code hosts do the same.
func (l *layouter) slug(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '-' || r == '_':
			b.WriteRune(r)
		case r == ' ':
			b.WriteByte('-')
		}
	}
	id := b.String()
	n := l.slugs[id]
	l.slugs[id]++
	if n > 0 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}
