package trust

import (
	"fmt"
	"strings"
	"unicode"
)

// wide is how many spaces in a row are shown as they are. More may push what
// follows out of sight.
const wide = 16

// Escape is a text on one line, in which everything is to be seen: a line break,
// an escape, a mark without width, a space that is not the one of the keyboard
// become <U+000A> and the like, and many spaces their number. What a learner can
// type stays as it is.
func Escape(s string) string {
	var b strings.Builder
	spaces := 0
	flush := func() {
		if spaces > wide {
			fmt.Fprintf(&b, "<%d spaces>", spaces)
		} else {
			b.WriteString(strings.Repeat(" ", spaces))
		}
		spaces = 0
	}
	for _, r := range s {
		if r == ' ' {
			spaces++
			continue
		}
		flush()
		if plain(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "<U+%04X>", r)
		}
	}
	flush()
	return b.String()
}

// plain reports whether a letter shows itself, and in its own place: marks that
// sit on others may cover them.
func plain(r rune) bool {
	switch {
	case r < 0x80:
		return r > ' ' && r < 0x7f
	case r == unicode.ReplacementChar:
		return false
	default:
		return unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) && !blank(r)
	}
}

// blank reports whether a letter or symbol shows nothing though it is one.
func blank(r rune) bool {
	switch r {
	case 0x115f, 0x1160, 0x3164, 0xffa0, 0x2800: // the fillers of Hangul, and Braille without dots
		return true
	default:
		return false
	}
}
