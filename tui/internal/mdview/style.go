// Package mdview shows Markdown as styled lines for the screen. The layout is
// mdtext's; this package adds the colours, the links and the last cleaning.
package mdview

import (
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/cairn-learn/cairn/tui/internal/mdtext"
	"github.com/cairn-learn/cairn/tui/internal/theme"
)

// Style says how each part of a text looks. Only what styles a letter counts:
// colours, weight, slant, lines through and under; not sizes, margins, borders.
type Style struct {
	Heading1, Heading2, Heading3 lipgloss.Style

	Body     lipgloss.Style
	Dim      lipgloss.Style // addresses, numbers of footnotes
	Strong   lipgloss.Style
	Emphasis lipgloss.Style
	Strike   lipgloss.Style
	CodeSpan lipgloss.Style
	Link     lipgloss.Style
	Mark     lipgloss.Style // text under a marker pen

	Code     lipgloss.Style // a line of a code block; with a background it is filled up to one width
	Syntax   theme.Syntax   // what parts of the code have over Code
	Language lipgloss.Style // above a code block
	Gutter   lipgloss.Style // the numbers of its lines
	LineMark lipgloss.Style // beside a line that the author marks
	Cut      lipgloss.Style // the sign that a line of code goes on

	QuoteBar lipgloss.Style
	Border   lipgloss.Style // of tables; lines across
	Marker   lipgloss.Style // of list items

	Note, Tip, Important, Warning, Caution lipgloss.Style // bars and titles of alerts
}

// ThemeStyle is the style of the program's theme.
func ThemeStyle(t *theme.Theme) Style {
	return Style{
		Heading1: t.Title, Heading2: t.Title, Heading3: t.Subheading,
		Body: t.Text, Dim: t.Dim, Strong: t.Strong, Emphasis: lipgloss.NewStyle().Italic(true),
		Strike: lipgloss.NewStyle().Strikethrough(true), CodeSpan: t.Code, Link: t.Link,
		Mark: lipgloss.NewStyle().Reverse(true),
		Code: t.Block, Syntax: t.Syntax, Language: t.Dim, Gutter: t.Dim, LineMark: t.Info, Cut: t.Dim,
		QuoteBar: t.Faint, Border: t.Faint, Marker: t.Dim,
		Note: t.Info, Tip: t.Good, Important: t.Info, Warning: t.Warn, Caution: t.Bad,
	}
}

// of composes the style of a look: that of its part of the page, with what the
// flags change.
func (s Style) of(look mdtext.Look) lipgloss.Style {
	style := s.part(look.Part())
	for _, f := range [...]struct {
		flag mdtext.Look
		over lipgloss.Style
	}{
		{mdtext.Dim, s.Dim}, {mdtext.Marked, s.Mark}, {mdtext.Strike, s.Strike}, {mdtext.Emphasis, s.Emphasis},
		{mdtext.Strong, s.Strong}, {mdtext.Linked, s.Link}, {mdtext.CodeSpan, s.CodeSpan},
	} {
		if look.Has(f.flag) {
			style = f.over.Inherit(style)
		}
	}
	return style
}

func (s Style) part(part mdtext.Look) lipgloss.Style {
	if over, ok := s.code(part); ok {
		return over.Inherit(s.Code)
	}
	switch part {
	case mdtext.Heading1:
		return s.Heading1
	case mdtext.Heading2:
		return s.Heading2
	case mdtext.Heading3:
		return s.Heading3
	case mdtext.Code:
		return s.Code
	case mdtext.Lang:
		return s.Language
	case mdtext.Gutter:
		return s.Gutter
	case mdtext.LineMark:
		return s.LineMark
	case mdtext.Cut:
		return s.Cut
	case mdtext.Bar:
		return s.QuoteBar
	case mdtext.Border:
		return s.Border
	case mdtext.Marker:
		return s.Marker
	case mdtext.Note:
		return s.Note
	case mdtext.Tip:
		return s.Tip
	case mdtext.Important:
		return s.Important
	case mdtext.Warning:
		return s.Warning
	case mdtext.Caution:
		return s.Caution
	}
	return s.Body
}

// code is what a part of a line of code has over the rest of it.
func (s Style) code(part mdtext.Look) (over lipgloss.Style, ok bool) {
	switch part {
	case mdtext.Comment:
		return s.Syntax.Comment, true
	case mdtext.String:
		return s.Syntax.String, true
	case mdtext.Number:
		return s.Syntax.Number, true
	case mdtext.Keyword:
		return s.Syntax.Keyword, true
	case mdtext.Name:
		return s.Syntax.Name, true
	case mdtext.Prompt:
		return s.Syntax.Prompt, true
	case mdtext.Output:
		return s.Syntax.Output, true
	case mdtext.Added:
		return s.Syntax.Added, true
	case mdtext.Removed:
		return s.Syntax.Removed, true
	}
	return over, false
}

// ink is the escape sequences of a style: before a text and after it.
type ink struct{ on, off string }

// inks knows the sequences of every look met so far.
type inks struct {
	style Style
	known map[mdtext.Look]ink
}

func newInks(s Style) *inks { return &inks{style: s, known: map[mdtext.Look]ink{}} }

func (i *inks) of(look mdtext.Look) ink {
	if k, ok := i.known[look]; ok {
		return k
	}
	on, off, _ := strings.Cut(i.style.of(look).Inline(true).Render("x"), "x")
	k := ink{on, off}
	i.known[look] = k
	return k
}
