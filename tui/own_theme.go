package tui

import "github.com/cairn-learn/cairn/tui/internal/theme"

// Palette is the colours of a theme; see theme.Palette.
type Palette = theme.Palette

// Weak is a colour that is hard to read; see theme.Weak.
type Weak = theme.Weak

// OwnTheme is a theme that the learner wrote. Its palette's name is the Look
// that chooses it.
type OwnTheme struct {
	Palette Palette
	Dark    bool // it is made for a dark ground
}

// PaletteOf returns the palette of a built-in look on a dark or a light ground.
// Auto, and a look that is not built in, has the one of that ground.
func PaletteOf(l Look, dark bool) Palette { return newTheme(l, dark, false).Palette }

// Looks lists the looks that can be chosen: those built in, then the learner's
// own.
func (p Preferences) Looks() []Look {
	all := Looks()
	for _, own := range p.Themes {
		all = append(all, Look(own.Palette.Name))
	}
	return all
}

// theme builds the theme of the look on the terminal's ground.
func (p Preferences) theme(dark bool) *Theme {
	for _, own := range p.Themes {
		if Look(own.Palette.Name) == p.Look {
			return theme.New(own.Palette, own.Dark, p.ASCII)
		}
	}
	return newTheme(p.Look, dark, p.ASCII)
}

// ContrastAA is the contrast that text should have at least.
const ContrastAA = theme.ContrastAA

// Grounds lists the grounds that terminals really have, dark or light ones.
func Grounds(dark bool) []string { return theme.Grounds(dark) }
