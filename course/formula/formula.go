// Package formula writes TeX mathematics as text that can be read in a
// terminal: Greek letters, signs, raised and lowered digits, fractions.
//
// What it promises: nothing that the author wrote is lost, an unknown command
// is shown by its name, any input ends quickly, and no result holds a control.
// It is a subset of TeX for reading, not TeX: there are no macros and no sizes.
package formula

import (
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// maxSource is the length in bytes beyond which a formula is shown as it is
// written.
const maxSource = 8 << 10

// Line writes tex in one line. With names, signs outside ASCII are written as
// words or in ASCII: alpha, <=.
func Line(tex string, names bool) string {
	tex = textsafe.Line(tex)
	if len(tex) > maxSource {
		return strings.Join(strings.Fields(tex), " ")
	}
	w := liner{names: names}
	return w.list(parse(tex))
}

// Display writes tex in several lines, with stacked fractions, limits and
// matrices. ok is false where that would be wider than width cells; then Line
// is to be wrapped instead.
func Display(tex string, width int, names bool) (lines []string, ok bool) {
	if len(tex) > maxSource {
		return nil, false
	}
	s := stacker{liner: liner{names: names}, room: max(width, 1)}
	b := s.list(parse(textsafe.Line(tex)))
	if s.tooWide || b.width > width {
		return nil, false
	}
	for _, l := range b.lines {
		lines = append(lines, strings.TrimRight(l, " "))
	}
	return lines, true
}

// cells returns the width of s in cells.
func cells(s string) int { return displaywidth.String(s) }
