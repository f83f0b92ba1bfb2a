package mdtext

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// decode takes the backslashes off escaped characters and reads entities. What
// comes out may hold any character and is to be cleaned.
func decode(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			b.WriteByte(s[i+1])
			i += 2
		case s[i] == '&':
			r, n := entity(s[i:])
			b.WriteString(r)
			i += n
		default:
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// decodeEntities is decode without backslashes, for HTML.
func decodeEntities(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(s, "&")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		r, n := entity("&" + after)
		b.WriteString(r)
		s = after[n-1:]
	}
}

// entity reads the character reference at the start of s. It returns the text
// it stands for and its length; what is no reference stands for its "&".
func entity(s string) (string, int) {
	const longest = 40
	end := strings.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 {
		return "&", 1
	}
	name := s[1:end]
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "&", 1
	}
	digits, base, most := name[1:], 10, 7
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	if len(digits) > most {
		return "&", 1
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return "&", 1
	}
	if v == 0 || !utf8.ValidRune(rune(v)) {
		return "\uFFFD", end + 1
	}
	return string(rune(v)), end + 1
}
