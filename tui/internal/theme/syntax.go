package theme

import "charm.land/lipgloss/v2"

// Syntax is what the parts of a line of code have over the rest of it. Colour
// only helps the eye here: the code says all there is.
type Syntax struct {
	Comment, String, Number, Keyword, Name, Prompt, Output, Added, Removed lipgloss.Style
}

// newSyntax builds the styles of code. Where the palette has no colour for them,
// keywords are bold, and comments are slanted in any case.
func newSyntax(p Palette) Syntax {
	keyword := ink(p.Keyword)
	if p.Keyword == "" {
		keyword = keyword.Bold(true)
	}
	return Syntax{
		Comment: ink(p.Comment).Italic(true), String: ink(p.String), Number: ink(p.Number), Keyword: keyword, Name: ink(p.Type),
		Prompt: ink(p.Dim), Output: ink(p.Dim), Added: ink(p.Good), Removed: ink(p.Bad),
	}
}

// subheading is quieter than a title; without colours it is slanted.
func subheading(p Palette) lipgloss.Style {
	if p.Dim == "" {
		return ink(p.Title).Bold(true).Italic(true)
	}
	return ink(p.Dim).Bold(true)
}
