package course

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug makes an id from words a person wrote: letters and digits of any script
// in lower case, joined by single hyphens. It is empty when s has neither.
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFC.String(s) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Mc, r):
			if gap && b.Len() > longSlug {
				return b.String()
			}
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’':
			// "don't" becomes "dont", not "don-t".
		default:
			gap = true
		}
		if b.Len() > maxSlug {
			break
		}
	}
	return b.String()
}

// An id that is made from a whole sentence ends at the first word behind
// longSlug bytes, and in any case behind maxSlug.
const (
	longSlug = 40
	maxSlug  = 60
)

// idSet hands out ids that are unique among those it has seen: how often each
// was asked for, at least 1.
type idSet map[string]int

// add notes an id that is taken.
func (s idSet) add(id string) { s[id] = max(s[id], 1) }

// take returns want, or the first free of want-2, want-3 and so on.
func (s idSet) take(want string) string {
	id := want
	for s[id] > 0 {
		s[want]++
		id = want + "-" + strconv.Itoa(s[want])
	}
	s[id] = 1
	return id
}
