package textsafe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks in a row are kept: more than any
// language needs, fewer than it takes to paint over the lines above.
const maxMarks = 4

// verdict says what becomes of a character.
type verdict uint8

const (
	keep  verdict = iota
	mark          // shown as a mark
	space         // becomes a space
	feed          // becomes a line feed
	drop          // left out
)

// scanner judges the characters of s one after the other. It stops at the
// characters that are not plain ASCII: those in between are all kept.
type scanner struct {
	s      string
	line   bool // line feeds and tabs become spaces
	silent bool // no marks are shown but U+FFFD, so they come between nothing

	r       rune    // the character judged
	at, end int     // its place in s
	out     verdict // what becomes of it

	prev  rune // the last character kept, 0 at the start
	marks int  // combining marks kept since the last other character
}

// next judges the next character that may need a change and reports whether
// there was one.
func (sc *scanner) next() bool {
	i := sc.end
	for i < len(sc.s) && ' ' <= sc.s[i] && sc.s[i] < 0x7f {
		i++
	}
	if i > sc.end {
		sc.prev, sc.marks = rune(sc.s[i-1]), 0
	}
	if i == len(sc.s) {
		sc.end = i
		return false
	}
	sc.at = i
	size := 1
	sc.r = rune(sc.s[i])
	if sc.r >= utf8.RuneSelf {
		sc.r, size = utf8.DecodeRuneInString(sc.s[i:])
	}
	sc.end = i + size
	sc.out = sc.judge(size)
	switch sc.out {
	case keep:
		if unicode.In(sc.r, unicode.Mn, unicode.Me) {
			sc.marks++
		} else if sc.r != zwj && sc.r != zwnj {
			sc.marks = 0
		}
		sc.prev = sc.r
	case mark:
		if !sc.silent || sc.r == utf8.RuneError {
			sc.prev, sc.marks = '>', 0
		}
	case space, feed:
		sc.prev, sc.marks = ' ', 0
	case drop:
	}
	return true
}

func (sc *scanner) judge(size int) verdict {
	r := sc.r
	switch {
	case r < ' ' || r == 0x7f:
		return sc.control()
	case r == utf8.RuneError:
		if size == 1 {
			return mark
		}
		return keep
	case plain(r):
		return keep
	case r == 0x2028 || r == 0x2029:
		if sc.line {
			return space
		}
		return feed
	case r == zwj || r == zwnj || r == zwsp:
		return sc.joiner()
	case r == waving:
		sc.end += flagTags(sc.s[sc.end:])
		return keep
	case selector(r):
		if sc.selects() {
			return keep
		}
		return mark
	case Silent(r):
		return drop
	case hidden(r):
		return mark
	case sc.marks >= maxMarks && unicode.In(r, unicode.Mn, unicode.Me):
		return drop
	}
	return keep
}

func (sc *scanner) control() verdict {
	switch sc.r {
	case '\n', '\t':
		if sc.line {
			return space
		}
		return keep
	case '\r':
		if strings.HasPrefix(sc.s[sc.end:], "\n") {
			sc.end++
			if sc.line {
				return space
			}
			return feed
		}
	}
	return mark
}

// joiner judges the zero-width characters that decide how their neighbours are
// drawn or where a line may break.
func (sc *scanner) joiner() verdict {
	switch {
	case sc.r == zwj && pictograph(sc.nextRune()) && (pictograph(sc.prev) || selector(sc.prev)):
		return keep
	case sc.r == zwsp && unicode.In(sc.prev, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan):
		return keep
	case sc.r != zwsp && joining(sc.prev):
		return keep
	}
	return mark
}

// selects reports whether a variation selector stands where it can select.
func (sc *scanner) selects() bool {
	switch {
	case sc.prev <= ' ' || selector(sc.prev):
		return false
	case sc.r >= 0xe0100:
		return unicode.Is(unicode.Han, sc.prev)
	case sc.r < 0x1900:
		return unicode.Is(unicode.Mongolian, sc.prev)
	}
	return true
}

func (sc *scanner) nextRune() rune {
	r, _ := utf8.DecodeRuneInString(sc.s[sc.end:])
	return r
}
