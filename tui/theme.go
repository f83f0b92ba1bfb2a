package tui

import "github.com/cairn-learn/cairn/tui/internal/theme"

// Theme is every style, built once from a palette.
type Theme = theme.Theme

// Look is which palette to draw with.
type Look string

// The looks. With auto the terminal is asked whether its ground is dark, and
// one that does not answer counts as what Options.Light says.
const (
	LookAuto         Look = "auto"
	LookDark         Look = "dark"
	LookLight        Look = "light"
	LookHighContrast Look = "high-contrast"
	LookSixteen      Look = "16-colour"
	LookMono         Look = "mono"
)

// Looks lists every look in the order in which they are offered.
func Looks() []Look {
	return []Look{LookAuto, LookDark, LookLight, LookHighContrast, LookSixteen, LookMono}
}

// newTheme builds the theme of a look. dark says what the terminal's ground
// is; a look that names a ground overrules it.
func newTheme(l Look, dark, ascii bool) *Theme {
	switch l {
	case LookDark:
		return theme.New(theme.Dark(), true, ascii)
	case LookLight:
		return theme.New(theme.Light(), false, ascii)
	case LookHighContrast:
		return theme.New(theme.HighContrast(dark), dark, ascii)
	case LookSixteen:
		return theme.New(theme.Sixteen(dark), dark, ascii)
	case LookMono:
		return theme.New(theme.Mono(), dark, ascii)
	case LookAuto:
	}
	if dark {
		return theme.New(theme.Dark(), true, ascii)
	}
	return theme.New(theme.Light(), false, ascii)
}
