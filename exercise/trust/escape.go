package trust

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// wide is how many spaces in a row are shown as they are. More may push what
// follows out of sight.
const wide = 16

// Escape is a text on one line, in which everything is to be seen: a line break,
// an escape, a mark without width, a space that is not the one of the keyboard
// become <U+000A> and the like, and many spaces their number. So does what looks
// like something else to a shell: dashes, quotation marks, brackets and other signs
// that are not those of the keyboard, and letters of another alphabet within a word
// of Latin ones. Words of every language stay as they are.
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
	all := []rune(s)
	mixed := mixedIn(all)
	for i, r := range all {
		if r == ' ' {
			spaces++
			continue
		}
		flush()
		if plain(r) && !mixed[i] {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "<U+%04X>", r)
		}
	}
	flush()
	return b.String()
}

// plain reports whether a sign shows itself, in its own place, and is not taken for
// one of the keyboard: marks that sit on others may cover them.
func plain(r rune) bool {
	switch {
	case r < 0x80:
		return r > ' ' && r < 0x7f
	case r == unicode.ReplacementChar, blank(r), isASCII(norm.NFKC.String(string(r))):
		return false
	case unicode.In(r, unicode.P):
		return strings.ContainsRune("¿¡§¶。、", r)
	default:
		return unicode.In(r, unicode.L, unicode.Nd, unicode.Nl, unicode.No, unicode.So, unicode.Sc) && !unicode.In(r, unicode.Lm) && !stroke(r)
	}
}

// isASCII reports whether a sign is another form of what the keyboard has, such as a
// wide semicolon.
func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

// stroke reports whether a letter or symbol is a sign of the keyboard to the eye: the
// letters of clicks look like | and !, and there are sticks that look like them too.
func stroke(r rune) bool {
	return r >= 0x01c0 && r <= 0x01c3 || r >= 0x2500 && r <= 0x259f || r >= 0x23b8 && r <= 0x23bd || r >= 0x2758 && r <= 0x2775
}

// mixedIn are the places of letters that look like Latin ones and stand in a word
// with some.
func mixedIn(s []rune) map[int]bool {
	mixed := map[int]bool{}
	for i := 0; i < len(s); {
		end, latin, alike := i, false, []int(nil)
		for ; end < len(s) && unicode.IsLetter(s[end]); end++ {
			if unicode.In(s[end], unicode.Latin) {
				latin = true
			} else if unicode.In(s[end], unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee, unicode.Coptic, unicode.Lisu, unicode.Deseret) {
				alike = append(alike, end)
			}
		}
		if latin {
			for _, at := range alike {
				mixed[at] = true
			}
		}
		i = end + 1
	}
	return mixed
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
