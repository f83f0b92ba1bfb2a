package tui

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// fit cuts one line to at most w cells and marks that it goes on.
func fit(th *Theme, s string, w int) string {
	if w <= 0 {
		return ""
	}
	more := th.Mark.More
	if ansi.StringWidth(more) >= w {
		more = ""
	}
	return ansi.Truncate(s, w, more)
}

// wrap breaks text into lines of at most w cells, between words where it can.
func wrap(s string, w int) []string {
	return strings.Split(ansi.Wrap(s, max(w, 1), ""), "\n")
}

// wrapStyled is wrap, with a style on every line.
func wrapStyled(st lipgloss.Style, s string, w int) []string {
	lines := wrap(s, w)
	for i := range lines {
		lines[i] = st.Render(lines[i])
	}
	return lines
}

// pad fills a line with spaces up to w cells.
func pad(s string, w int) string {
	return s + strings.Repeat(" ", max(0, w-ansi.StringWidth(s)))
}

// spread puts left and right on one line of w cells, at least two cells apart;
// left gives way.
func spread(th *Theme, left, right string, w int) string {
	room := w - ansi.StringWidth(right) - 2
	if right == "" {
		return fit(th, left, w)
	}
	if room < 1 {
		return fit(th, left, w)
	}
	return pad(fit(th, left, room), room+2) + right
}

// headerLine draws the line at the top: the trail to this page, and at the
// right the first of the given facts, from long to short, that leaves the
// trail whole. Where room is short the trail loses its beginning first.
func headerLine(th *Theme, trail []string, facts []string, w int) string {
	if len(facts) == 0 {
		facts = []string{""}
	}
	sep := " " + th.Mark.Sep + " "
	for from := range trail {
		left := strings.Join(trail[from:], sep)
		for _, fact := range facts {
			if ansi.StringWidth(left)+2+ansi.StringWidth(fact) <= w {
				return spread(th, drawTrail(th, trail[from:]), th.Dim.Render(fact), w)
			}
		}
	}
	if len(trail) > 0 {
		trail = trail[len(trail)-1:]
	}
	fact := facts[len(facts)-1]
	if ansi.StringWidth(fact) > w/2 {
		fact = ""
	}
	return spread(th, drawTrail(th, trail), th.Dim.Render(fact), w)
}

func drawTrail(th *Theme, trail []string) string {
	parts := make([]string, len(trail))
	for i, s := range trail {
		parts[i] = th.Dim.Render(s)
	}
	if n := len(trail); n > 0 {
		parts[n-1] = th.Title.Render(trail[n-1])
	}
	return strings.Join(parts, th.Dim.Render(" "+th.Mark.Sep+" "))
}

// footerLines draws the keys that can be had now, in their order, in at most
// lines lines of w cells. While text is typed, letters are no keys. A key that does not fit is left out whole, and the
// help still has it. The spots are where they stand.
func footerLines(th *Theme, keys Keymap, bs []Binding, typing bool, w, lines int) (out []string, spots []Spot) {
	line, used, apart := "", 0, 3
	if w < 60 {
		apart = 2
	}
	for _, b := range bs {
		label := keys.Label(b.Intent, typing)
		if b.Quiet || b.Disabled != "" || label == "" {
			continue
		}
		cost := ansi.StringWidth(label) + 1 + ansi.StringWidth(b.Words)
		gap := apart
		if used == 0 {
			gap = 0
		}
		if used+gap+cost > w {
			if used == 0 || len(out)+1 >= lines || cost > w {
				continue
			}
			out, line, used, gap = append(out, line), "", 0, 0
		}
		line += strings.Repeat(" ", gap) + th.Key.Render(label) + " " + th.Dim.Render(b.Words)
		spots = append(spots, keySpot(b.Intent, used+gap, len(out), cost))
		used += gap + cost
	}
	if used > 0 {
		out = append(out, line)
	}
	return out, spots
}
