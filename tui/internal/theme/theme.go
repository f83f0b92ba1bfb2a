// Package theme turns a palette into every style the screens use, once per
// change. Colour never stands alone: each state has a mark and a word beside it.
package theme

import (
	"charm.land/lipgloss/v2"
)

// Theme is every style, built once from a palette. It is never changed after
// New, so it may be shared.
type Theme struct {
	Palette Palette
	Dark    bool // the ground is dark
	ASCII   bool // marks keep to ASCII
	Mark    Marks

	Text       lipgloss.Style // what is read
	Strong     lipgloss.Style // a word that matters in it
	Dim        lipgloss.Style // what may be passed over
	Faint      lipgloss.Style // lines and empty bars
	Title      lipgloss.Style // titles of courses, lessons and questions
	Heading    lipgloss.Style // headings of groups
	Subheading lipgloss.Style // headings below those, in a text
	Accent     lipgloss.Style // where the learner is
	Key        lipgloss.Style // names of keys
	Good       lipgloss.Style // right, done
	Bad        lipgloss.Style // wrong, errors
	Warn       lipgloss.Style // close, not saved
	Info       lipgloss.Style // hints, reasons, notes
	Link       lipgloss.Style
	Code       lipgloss.Style // code within text
	Block      lipgloss.Style // a line of a code block, to be padded to the block's width
	Syntax     Syntax         // parts of a line of code
	Banner     lipgloss.Style // what must not be missed, on a line of its own

	grounds [4]string // of whole lines; see Lay
}

// New builds the styles of a palette. With ascii, marks keep to ASCII.
func New(p Palette, dark, ascii bool) *Theme {
	text := ink(p.Text)
	block := text
	if p.CodeBack != "" {
		block = block.Background(lipgloss.Color(p.CodeBack))
	}
	title := ink(p.Title).Bold(true)
	return &Theme{
		Palette: p, Dark: dark, ASCII: ascii, Mark: marks(ascii),
		Text: text, Strong: text.Bold(true), Dim: ink(p.Dim), Faint: ink(p.Faint),
		Title: title, Heading: ink(p.Accent).Bold(true), Subheading: subheading(p),
		Accent: ink(p.Accent).Bold(true), Key: title,
		Good: ink(p.Good), Bad: ink(p.Bad), Warn: ink(p.Warn), Info: ink(p.Info),
		Link: ink(p.Link).Underline(true), Code: ink(p.Code), Block: block,
		Syntax: newSyntax(p), Banner: ink(p.Warn).Bold(true), grounds: grounds(p),
	}
}

// ink is a style of one colour; an empty one leaves the terminal's own.
func ink(c string) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c == "" {
		return s
	}
	return s.Foreground(lipgloss.Color(c))
}
