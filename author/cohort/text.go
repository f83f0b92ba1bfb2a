package cohort

import (
	"fmt"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// WriteText prints the report for people.
func (r Report) WriteText(w io.Writer) error {
	var b strings.Builder
	for _, s := range wrapped(r.foreword(), textWidth) {
		b.WriteString(s + "\n")
	}
	for _, c := range r.Courses {
		fmt.Fprintf(&b, "\n%s\n%s\n", c.Title, c.head())
		if c.Unnamed {
			b.WriteString(rowsOfFew + "\n")
		}
		for _, t := range c.tables() {
			if c.Learners > 0 || t.part == "learners" {
				t.text(&b)
			}
		}
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("printing the report: %w", err)
	}
	return nil
}

// text prints one table in columns; what an author is to look at or to paste
// stands below its row.
func (t table) text(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s\n", t.title)
	if len(t.rows) == 0 {
		fmt.Fprintf(b, "  %s\n", t.nothing)
		return
	}
	var grid [][]string
	head := append([]string{}, t.keys...)
	for i, h := range t.heads {
		if !t.below(i) {
			head = append(head, h)
		}
	}
	grid = append(grid, head)
	for _, row := range t.rows {
		cells := []string{clip(row.label)}
		if len(t.keys) > 1 {
			cells = append(cells, clip(row.keys[2]))
		}
		for i, c := range row.cells {
			if !t.below(i) {
				cells = append(cells, orDash(c.text))
			}
		}
		grid = append(grid, cells)
	}
	widths := make([]int, len(head))
	for _, row := range grid {
		for i, s := range row {
			widths[i] = max(widths[i], displaywidth.String(s))
		}
	}
	for n, row := range grid {
		var line strings.Builder
		for i, s := range row {
			pad := strings.Repeat(" ", widths[i]-displaywidth.String(s))
			if i < len(t.keys) {
				line.WriteString(s + pad + "  ")
			} else {
				line.WriteString(pad + s + "  ")
			}
		}
		fmt.Fprintf(b, "  %s\n", strings.TrimRight(line.String(), " "))
		if n == 0 {
			continue
		}
		for i, c := range t.rows[n-1].cells {
			if t.below(i) && c.text != "" {
				fmt.Fprintf(b, "      %s: %s\n", t.heads[i], c.text)
			}
		}
	}
	if t.about != "" {
		for _, s := range wrapped(t.about, textWidth) {
			fmt.Fprintf(b, "  %s\n", s)
		}
	}
}

// below reports whether a measure is a text that stands below its row.
func (t table) below(i int) bool {
	return t.part == "items" && t.names[i] == "look" || t.part == "disputes" && i > 0
}

// In cells.
const (
	widestKey = 44
	textWidth = 90
)

// clip cuts what would push the figures off the screen.
func clip(s string) string { return cut(s, widestKey) }

// cut is a text of so many cells at most.
func cut(s string, most int) string {
	if displaywidth.String(s) <= most {
		return s
	}
	var b strings.Builder
	width := 0
	for g := displaywidth.StringGraphemes(s); g.Next(); {
		if width += g.Width(); width >= most {
			break
		}
		b.WriteString(g.Value())
	}
	return b.String() + "…"
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// wrapped breaks a text into lines.
func wrapped(s string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(s) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
