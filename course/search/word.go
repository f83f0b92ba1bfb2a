package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	maxWords  = 16 // of a query that count
	maxLength = 64 // letters of a word that count
	minSlip   = 4  // letters of a word in which a slip is forgiven
)

// word is a word asked for.
type word struct {
	text  string // folded
	whole bool   // two characters of a script without spaces: they stand for themselves only
}

// begins reports whether a folded word begins with the one asked for.
func (a word) begins(w string) bool {
	if a.whole {
		return a.text == w
	}
	return strings.HasPrefix(w, a.text)
}

// share is what a match counts for: a whole word most, a longer word the less
// the longer it is.
func (a word) share(w string) float32 {
	if len(w) == len(a.text) {
		return wholeWord
	}
	return wordPart * (0.5 + 0.5*float32(len(a.text))/float32(len(w)))
}

// nearly reports whether a folded word begins with the one asked for but for
// one letter that is another, is too many, is missing, or has changed places
// with its neighbour.
func (a word) nearly(w string) bool {
	if a.whole || utf8.RuneCountInString(a.text) < minSlip || utf8.RuneCountInString(w) < minSlip-1 {
		return false
	}
	i := sharedLetters(a.text, w)
	q, v := a.text[i:], w[i:]
	return q == "" || oneSlip(q, v)
}

// sharedLetters is how many bytes the letters take that both words begin with.
func sharedLetters(a, b string) int {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	for i > 0 && (i < len(a) && !utf8.RuneStart(a[i]) || i < len(b) && !utf8.RuneStart(b[i])) {
		i--
	}
	return i
}

// oneSlip reports whether v begins with q but for a slip at its first letter.
func oneSlip(q, v string) bool {
	q1, qn := utf8.DecodeRuneInString(q)
	rest := q[qn:]
	if strings.HasPrefix(v, rest) {
		return true // a letter too many
	}
	if v == "" {
		return false
	}
	v1, vn := utf8.DecodeRuneInString(v)
	if strings.HasPrefix(v[vn:], rest) || strings.HasPrefix(v[vn:], q) {
		return true // another letter, or one missing
	}
	q2, qm := utf8.DecodeRuneInString(rest)
	v2, vm := utf8.DecodeRuneInString(v[vn:])
	return qm > 0 && vm > 0 && q1 == v2 && q2 == v1 && strings.HasPrefix(v[vn+vm:], rest[qm:])
}

// queryWords takes a query apart.
func queryWords(query string) []word {
	var asked []word
	paired := -1 // where the last pair of characters ended
	eachWord(query, func(w string, at Span, last bool) {
		r, _ := utf8.DecodeRuneInString(query[at.From:])
		switch {
		case !unspaced(r):
			asked = append(asked, word{w, false})
		case !last:
			paired = at.To
			asked = append(asked, word{w, true})
		case paired != at.To: // by itself: it stands for all pairs that begin with it
			asked = append(asked, word{w, false})
		}
	})
	return asked[:min(len(asked), maxWords)]
}

// eachWord calls f with every word of a text, folded, and where it stands. Of
// scripts that are written without spaces it gives every two characters that
// stand together, and the last one by itself; last says that it is.
func eachWord(s string, f func(w string, at Span, last bool)) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case !inWord(r):
			i += size
		case unspaced(r):
			i = eachPair(s, i, f)
		default:
			from := i
			for i < len(s) {
				r, size = utf8.DecodeRuneInString(s[i:])
				if !inWord(r) || unspaced(r) {
					break
				}
				i += size
			}
			for i < len(s) && (s[i] == '+' || s[i] == '#') && (i+1 == len(s) || !alnum(s[i+1])) {
				i++ // as in C++ and C#
			}
			f(fold(s[from:i]), Span{from, i}, false)
		}
	}
}

// eachPair does it for a row of characters without spaces.
func eachPair(s string, i int, f func(w string, at Span, last bool)) int {
	for {
		end := i + cluster(s[i:])
		r, _ := utf8.DecodeRuneInString(s[end:])
		if end >= len(s) || !unspaced(r) {
			f(fold(s[i:end]), Span{i, end}, true)
			return end
		}
		f(fold(s[i:end+cluster(s[end:])]), Span{i, end + cluster(s[end:])}, false)
		i = end
	}
}

// cluster is the length of a character with the marks on it.
func cluster(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsMark(r) {
			break
		}
		n += size
	}
	return n
}

func alnum(c byte) bool {
	return c >= utf8.RuneSelf || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// inWord reports whether a rune is part of a word.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return alnum(byte(r))
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}

// unspaced reports whether a rune belongs to a script that is written without
// spaces between words.
func unspaced(r rune) bool {
	if r < 0x0e00 {
		return false
	}
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && unicode.IsLetter(r)
}

// fold forgets capitals and the accents of Latin, Greek and Cyrillic letters,
// and other ways of writing the same letter, such as wide ones.
func fold(s string) string {
	plain, lower := true, true
	for i := range len(s) {
		c := s[i]
		plain = plain && c < utf8.RuneSelf
		lower = lower && (c < 'A' || c > 'Z')
	}
	if plain {
		if s = s[:min(len(s), maxLength)]; lower {
			return s
		}
		return strings.ToLower(s)
	}
	var b strings.Builder
	letters, bare := 0, false
	for _, r := range norm.NFKD.String(s) {
		if unicode.Is(unicode.Mn, r) && bare {
			continue
		}
		bare = unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
		if letters++; letters > maxLength {
			break
		}
		r = unicode.ToLower(r)
		if to, ok := spelled(r); ok {
			b.WriteString(to)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// spelled is how a letter is typed on a keyboard that does not have it.
func spelled(r rune) (string, bool) {
	switch r {
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'ø':
		return "o", true
	case 'ł':
		return "l", true
	case 'đ', 'ð':
		return "d", true
	case 'þ':
		return "th", true
	case 'ı':
		return "i", true
	case 'ς':
		return "σ", true
	}
	return "", false
}
