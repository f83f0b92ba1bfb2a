package theme

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Ground is a colour behind a whole line.
type Ground int

// The grounds.
const (
	RowGround  Ground = iota // of the chosen row
	GoodGround               // of a verdict, by how it is
	BadGround
	WarnGround
)

// Lay draws a line on a ground of width cells. The styles in the line stay as
// they are. A palette without that ground leaves the line as it is.
func (t *Theme) Lay(g Ground, line string, width int) string {
	on := t.grounds[g]
	if on == "" {
		return line
	}
	if room := width - ansi.StringWidth(line); room > 0 {
		line += strings.Repeat(" ", room)
	}
	const off = "\x1b[m"
	return on + strings.ReplaceAll(line, off, off+on) + off
}

// grounds are the sequences that begin each ground; empty: the palette has none.
func grounds(p Palette) [4]string {
	var out [4]string
	for g, colour := range [4]string{RowGround: p.RowBack, GoodGround: p.GoodBack, BadGround: p.BadBack, WarnGround: p.WarnBack} {
		if colour != "" {
			out[g], _, _ = strings.Cut(lipgloss.NewStyle().Background(lipgloss.Color(colour)).Render("x"), "x")
		}
	}
	return out
}
