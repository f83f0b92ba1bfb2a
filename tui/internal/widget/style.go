package widget

import (
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/internal/cells"
	"github.com/cairn-learn/cairn/tui/internal/theme"
	"github.com/cairn-learn/cairn/tui/words"
)

// Style is how an Input looks: a theme, and how Markdown is laid out in it.
type Style struct {
	*theme.Theme
	Say *words.Answers

	// Inline renders one line of Markdown.
	Inline func(md string) string
	// Wrap breaks rendered text into lines of at most width cells, each of
	// which can be shown on its own.
	Wrap func(s string, width int) []string
	// Block renders Markdown of any length at a width.
	Block func(md string, width int) []string
}

// verdict is the mark of what is right or wrong.
func (st Style) verdict(ok bool) string {
	if ok {
		return st.Good.Render(st.Mark.Right)
	}
	return st.Bad.Render(st.Mark.Wrong)
}

// noVerdict is as much room as a verdict takes.
func (st Style) noVerdict() string {
	return strings.Repeat(" ", ansi.StringWidth(st.Mark.Right))
}

// pointer marks the selected row.
func (st Style) pointer(on bool) string {
	if on {
		return st.Accent.Render(st.Mark.Cursor)
	}
	return " "
}

// label is what picks a row.
func (st Style) label(s string, on bool) string {
	if on {
		return st.Accent.Render(s)
	}
	return st.Dim.Render(s)
}

// md renders one line of Markdown into lines of at most width cells.
func (st Style) md(md string, width int) []string {
	return st.Wrap(st.Inline(md), max(width, 1))
}

// words wraps words of the program in one style.
func (st Style) words(style lipgloss.Style, s string, width int) []string {
	return st.Wrap(style.Render(s), max(width, 1))
}

// hang puts a prefix before the first of the lines and as much room before the
// others.
func hang(prefix string, lines []string) []string {
	room := strings.Repeat(" ", ansi.StringWidth(prefix))
	out := make([]string, 0, max(len(lines), 1))
	for i, l := range lines {
		if i == 0 {
			out = append(out, prefix+l)
		} else {
			out = append(out, room+l)
		}
	}
	if len(out) == 0 {
		out = append(out, prefix)
	}
	return out
}

// item hangs one line of Markdown behind a prefix.
func (st Style) item(prefix, md string, width int) []string {
	return hang(prefix, st.md(md, width-ansi.StringWidth(prefix)))
}

// rows collects lines while a View is drawn.
type rows struct {
	View
	width int
	st    Style
}

// add appends lines, cut to the width as a last resort.
func (r *rows) add(lines ...string) {
	for _, l := range lines {
		if ansi.StringWidth(l) > r.width {
			l = cells.Fit(l, r.width, "")
		}
		r.Lines = append(r.Lines, l)
	}
}

// selected appends the lines of the selected part, on a ground of their own,
// with the cursor at the start of its first line.
func (r *rows) selected(lines ...string) {
	r.From = len(r.Lines)
	r.point(0)
	for _, l := range lines {
		r.add(r.st.Lay(theme.RowGround, l, r.width))
	}
	r.To = len(r.Lines)
}

// point puts the cursor at column x of the next line.
func (r *rows) point(x int) {
	r.Cursor = &Point{X: max(min(x, r.width-1), 0), Y: len(r.Lines)}
}
