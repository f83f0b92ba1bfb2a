package theme

import (
	"charm.land/lipgloss/v2"

	"github.com/cairn-learn/cairn/tui/internal/chart"
)

// Chart is how pictures look in the theme.
func (t *Theme) Chart() chart.Style {
	return chart.Style{
		ASCII: t.ASCII, Cursor: t.Mark.Cursor, More: t.Mark.More, Full: t.Mark.BarFull, Empty: t.Mark.BarEmpty,
		Paint: func(ink chart.Ink, text string) string { return t.chartInk(ink).Render(text) },
	}
}

func (t *Theme) chartInk(ink chart.Ink) lipgloss.Style {
	switch ink {
	case chart.InkDim:
		return t.Dim
	case chart.InkFaint:
		return t.Faint
	case chart.InkGood:
		return t.Good
	case chart.InkAccent:
		return t.Accent
	case chart.InkInfo:
		return t.Info
	case chart.InkWarn:
		return t.Warn
	case chart.InkText:
	}
	return t.Text
}
