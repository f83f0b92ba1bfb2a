package mdtext

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/displaywidth"
)

// cells returns the width of s in cells.
func cells(s string) int { return displaywidth.String(s) }

// ideographic reports whether r belongs to a script that is written without
// spaces, in full-width characters, so that a line may break beside it.
func ideographic(r rune) bool {
	switch {
	case r < 0x2e80:
		return false
	case r <= 0x2fdf, 0x3000 <= r && r <= 0x30ff, 0x31f0 <= r && r <= 0x31ff:
		return true
	case 0x3400 <= r && r <= 0x9fff, 0xf900 <= r && r <= 0xfaff, 0xff01 <= r && r <= 0xff60:
		return true
	}
	return 0x20000 <= r && r <= 0x3ffff
}

// breaks reports whether a line may break between two characters that have no
// space between them. Closing signs do not start a line, opening ones do not
// end it.
func breaks(a, b rune) bool {
	if a == 0x200b {
		return true
	}
	if !ideographic(a) && !ideographic(b) {
		return false
	}
	return !strings.ContainsRune(notFirst, b) && !strings.ContainsRune(notLast, a) && !unicode.Is(unicode.Mn, b)
}

const (
	notFirst = ",.;:!?)]}%'\"»、。，．・：；？！）］｝」』】〕〉》”’…‥％々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ\u00a0"
	notLast  = "([{«'\"（［｛「『【〔〈《“‘\u00a0"
)

// expandTabs replaces tabs by spaces up to the next of the stops at every
// fourth cell.
func expandTabs(s string) string {
	const stop = 4
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	col := 0
	for {
		before, after, ok := strings.Cut(s, "\t")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		col += cells(before)
		n := stop - col%stop
		b.WriteString("    "[:n])
		col += n
		s = after
	}
}

// view is the part of a line that is in sight: lead spaces, then the bytes
// from..to.
type view struct {
	lead, from, to int
	before, after  bool // there is more on this side
}

// window finds the part of s that lies in the cells from..from+width. A wide
// character that only half fits leaves spaces.
func window(s string, from, width int) view {
	if from <= 0 && len(s) <= width {
		return view{to: len(s)}
	}
	v := view{from: -1}
	col, at := 0, 0
	g := displaywidth.StringGraphemes(s)
	for g.Next() {
		w := g.Width()
		switch {
		case col+w <= from && w > 0:
			v.before = true
		case col < from:
			v.before = v.before || w > 0
			v.lead += max(min(col+w, from+width)-from, 0)
		case col+w > from+width:
			if v.from < 0 {
				v.from = at
			}
			v.to, v.after = at, true
			return v
		case v.from < 0:
			v.from = at
		}
		col += w
		at += len(g.Value())
	}
	if v.from < 0 {
		v.from = len(s)
	}
	v.to = len(s)
	return v
}
