// Package textsafe keeps content from talking to the terminal. Everything that
// came from a file or from a learner passes Line or Text on the way in, and
// everything rendered passes Styled on the way out.
//
// Line and Text show what they disarm, so that nobody reads a text that hides
// something:
//
//   - C0 controls and DEL become control pictures (U+2400..U+2421), so a
//     backspace shows as ␈ and a carriage return as ␍
//   - C1 controls, other bidi controls, invisible characters, tag characters and
//     noncharacters become their number, such as <U+202E>
//   - NUL and bytes that are not UTF-8 become U+FFFD
//   - of more than four combining marks in a row the rest is dropped
//   - soft hyphens and marks of direction are dropped, as honest texts have them;
//     see Silent
//
// Joiners stay where a script or an emoji needs them, variation selectors
// stay behind a character, and the three flags written with tags stay whole.
//
// All three functions return their argument, without allocating, when there is
// nothing to change, and applying one twice changes no more than once.
package textsafe

import (
	"strings"
	"unicode/utf8"
)

// Line makes s safe to show on one line: controls, escapes and bidi controls
// become visible marks, line breaks and tabs become spaces.
func Line(s string) string { return clean(s, true) }

// Text is Line for text of several lines: it keeps line feeds and tabs. CRLF
// and the Unicode line and paragraph separators become line feeds.
func Text(s string) string { return clean(s, false) }

// Index returns the byte offset of the first thing in s that Text would
// change, or -1 when s is clean.
func Index(s string) int {
	if printable(s) {
		return -1
	}
	sc := scanner{s: s}
	for sc.next() {
		if sc.out != keep {
			return sc.at
		}
	}
	return -1
}

// printable is the fast way past plain ASCII on one line.
func printable(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

func clean(s string, line bool) string {
	if printable(s) {
		return s
	}
	sc := scanner{s: s, line: line}
	var b strings.Builder
	copied := 0
	for sc.next() {
		if sc.out == keep {
			continue
		}
		if copied == 0 && b.Len() == 0 {
			b.Grow(len(s) + 16)
		}
		b.WriteString(s[copied:sc.at])
		switch sc.out {
		case space:
			b.WriteByte(' ')
		case feed:
			b.WriteByte('\n')
		case mark:
			writeMark(&b, sc.r)
		case drop, keep:
		}
		copied = sc.end
	}
	if copied == 0 {
		return s
	}
	b.WriteString(s[copied:])
	return b.String()
}

// writeMark shows a character that must not reach the terminal.
func writeMark(b *strings.Builder, r rune) {
	switch {
	case r == utf8.RuneError || r == 0:
		b.WriteRune(utf8.RuneError)
	case r < ' ':
		b.WriteRune(0x2400 + r)
	case r == 0x7f:
		b.WriteRune(0x2421)
	default:
		const hex = "0123456789ABCDEF"
		b.WriteString("<U+")
		digits := 4
		if r > 0xffff {
			digits = 5
		}
		if r > 0xfffff {
			digits = 6
		}
		for shift := 4 * (digits - 1); shift >= 0; shift -= 4 {
			b.WriteByte(hex[r>>shift&15])
		}
		b.WriteByte('>')
	}
}
