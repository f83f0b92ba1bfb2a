package textsafe

import (
	"strings"
	"unicode"
)

// Seen drops the characters of s that show nothing where they stand: spaces
// without width, joiners and selectors that join and select nothing, marks of
// direction. It is for what a learner types or pastes, which may bring them along
// from a page without anybody knowing; a mark for each would make a right answer
// wrong. Joiners stay where a script or an emoji needs them. What else Line and
// Text do not let pass stays too, so that they show it.
//
// before is what stands before s, as it decides about a joiner that comes alone.
func Seen(before, s string) string {
	if printable(s) {
		return s
	}
	sc := scanner{s: before + s, silent: true}
	var b strings.Builder
	copied := len(before)
	for sc.next() {
		if sc.at >= copied && (sc.out == mark || sc.out == drop) && unseen(sc.r) {
			b.WriteString(sc.s[copied:sc.at])
			copied = sc.end
		}
	}
	b.WriteString(sc.s[copied:])
	return b.String()
}

// unseen reports whether r is one of the characters that the comparison of
// answers passes over, controls aside: those may have done something where the
// text comes from.
func unseen(r rune) bool {
	return r == 0x34f || unicode.In(r, unicode.Cf, unicode.Variation_Selector)
}
