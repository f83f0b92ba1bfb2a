// Package cells measures, cuts and wraps text for a terminal, by letters as
// they are read: an accent, a joined picture or a syllable of several code
// points is never divided, and a letter two cells wide never half drawn. Text
// may be styled; its escape sequences take no room and are kept, so that what
// was switched on is switched off.
package cells

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/clipperhouse/displaywidth"
)

// Width returns the cells that a line takes.
func Width(s string) int {
	if strings.IndexByte(s, 0x1b) >= 0 {
		s = ansi.Strip(s)
	}
	return displaywidth.String(s)
}

// First returns the first letter of s, which is not empty.
func First(s string) string {
	g := displaywidth.StringGraphemes(s)
	if !g.Next() || g.Value() == "" {
		return s[:1]
	}
	return g.Value()
}

// Fit cuts a line to at most w cells, the mark more at its end included where
// something was cut off.
func Fit(s string, w int, more string) string {
	if len(s) <= w || Width(s) <= w { // a cell takes a byte at least
		return s
	}
	return clip(s, 0, max(w-Width(more), 0), more, false)
}

// Cut returns the cells of a line from one column up to another. Where only
// half of a wide letter falls in, a space stands for that half.
func Cut(s string, from, to int) string { return clip(s, max(from, 0), max(to, from), "", true) }

// clip keeps the cells from one column to another and puts more where the rest
// was; halves says whether a space stands for half a letter at the end.
func clip(s string, from, to int, more string, halves bool) string {
	var b strings.Builder
	col, done := 0, false
	each(s, func(part string, w int) {
		switch {
		case w < 0:
			b.WriteString(part)
			return
		case done:
		case col+w > to:
			if half := to - max(col, from); halves && half > 0 {
				b.WriteString(strings.Repeat(" ", half))
			}
			b.WriteString(more)
			done = true
		case col >= from:
			b.WriteString(part)
		case col+w > from:
			b.WriteString(strings.Repeat(" ", col+w-from))
		}
		col += w
	})
	return b.String()
}

// each takes a line apart into letters with their widths, and escape sequences
// with the width -1.
func each(s string, part func(string, int)) {
	for s != "" {
		n := sequence(s)
		if n > 0 {
			part(s[:n], -1)
			s = s[n:]
			continue
		}
		end := strings.IndexByte(s[1:], 0x1b) + 1
		if end == 0 {
			end = len(s)
		}
		g := displaywidth.StringGraphemes(s[:end])
		for g.Next() {
			part(g.Value(), g.Width())
		}
		s = s[end:]
	}
}

// sequence is the length of the escape sequence that s begins with; 0: it
// begins with none.
func sequence(s string) int {
	if s[0] != 0x1b {
		return 0
	}
	_, _, n, _ := ansi.DecodeSequence(s, ansi.NormalState, nil)
	return max(n, 1)
}

// Wrap breaks plain text into lines of at most w cells: after spaces, between
// letters of scripts that are written without, and where a word is wider than a
// line, anywhere. The spaces at a break are dropped. There is one line at least;
// a letter wider than w has a line of its own.
func Wrap(s string, w int) []string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		out = append(out, wrapLine(line, max(w, 1))...)
	}
	return out
}

// wrapLine breaks text without line ends.
func wrapLine(s string, w int) []string {
	if len(s) <= w {
		return []string{s}
	}
	var out []string
	start, at, col := 0, 0, 0 // of the line
	gap, last := -1, ""       // where the spaces before this letter begin, and the letter before
	end, next := 0, 0         // the last place to break: where the line ends, and the next begins
	g := displaywidth.StringGraphemes(s)
	for ; g.Next(); at += len(last) {
		letter, width := g.Value(), g.Width()
		switch {
		case letter == " ":
			if last != " " {
				gap = at
			}
			last, col = letter, col+1
			continue
		case last == " " && gap > start:
			end, next = gap, at
		case at > start && unspaced(last) && unspaced(letter):
			end, next = at, at
		}
		for col+width > w && at > start {
			if end <= start {
				end, next = at, at
			}
			out = append(out, s[start:end])
			start, col = next, Width(s[next:at])
		}
		last, col = letter, col+width
	}
	rest := s[start:]
	if col > w {
		rest = strings.TrimRight(rest, " ")
	}
	return append(out, rest)
}

// unspaced reports whether a letter belongs to a script without spaces between
// words, so that a line may break beside it. Signs that open or close do not.
func unspaced(letter string) bool {
	for _, r := range letter {
		return r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff || r >= 0x20000 && r <= 0x3ffff
	}
	return false
}
