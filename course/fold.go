package course

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folding says what is forgiven in words, apart from spaces and a final dot.
type folding struct {
	accents  bool // accents are forgiven
	capitals bool // capitals are forgiven
}

// wordForms is a normalised text in the forms in which words are compared.
type wordForms struct {
	plain   string // accents kept
	folded  string // all folded that is forgiven
	spelled string // letters with an e or a ring written as two, then folded
}

// forms folds a normalised text.
func (f folding) forms(s string) wordForms {
	w := wordForms{plain: folding{capitals: f.capitals}.words(s)}
	w.folded = w.plain
	if f.accents {
		w.folded = f.words(s)
	}
	w.spelled = w.folded
	if f.accents && strings.ContainsAny(s, "äöüåøÄÖÜÅØ") {
		w.spelled = f.words(spellOut(s))
	}
	return w
}

// likeness reports how much two texts are the same words. Besides accents it
// forgives the common ways to write letters that a keyboard lacks: Mueller for
// Müller, Strasse for Straße.
func (w wordForms) likeness(o wordForms) likeness {
	switch {
	case w.plain == o.plain:
		return equally
	case w.folded == o.folded, w.spelled == o.spelled:
		return loosely
	}
	return unlike
}

// spellOut writes letters with an e or a ring as two letters.
func spellOut(s string) string {
	if !strings.ContainsAny(s, "äöüåøÄÖÜÅØ") {
		return s
	}
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "ø", "oe",
		"Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Å", "Aa", "Ø", "Oe").Replace(s)
}

// words folds normalised words: letters, punctuation that only ends a phrase,
// quotation marks around the whole, and spaces and hyphens inside.
func (f folding) words(s string) string {
	return joinWords(dropStops(f.letters(unquote(s))))
}

// letters folds each letter of a normalised text.
func (f folding) letters(s string) string {
	if isPlainASCII(s) {
		if f.capitals {
			return strings.ToLower(s)
		}
		return s
	}
	var b strings.Builder
	var base rune
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			base = r
		}
		b.WriteString(f.letter(r, base))
	}
	return norm.NFC.String(b.String())
}

// letter folds one rune; base is the letter that a mark stands on.
func (f folding) letter(r, base rune) string {
	if d, ok := digitValue(r); ok {
		return string(rune('0' + d))
	}
	switch r {
	case 'ـ': // tatweel only stretches a word
		return ""
	case 'ك': // the same letter on Arabic and Persian keyboards
		return "ک"
	case 'ي':
		return "ی"
	}
	if f.capitals {
		r = unicode.ToLower(r)
		if r == 'ς' {
			r = 'σ'
		}
	}
	if !f.accents {
		return string(r)
	}
	return unaccent(r, base)
}

// unaccent takes the accents off a rune. What is another letter to those who
// write the script stays: й and ї, が and か, the vowel signs of Devanagari.
func unaccent(r, base rune) string {
	if unicode.Is(unicode.Mn, r) {
		if forgivenMark(r) && (!unicode.Is(unicode.Cyrillic, base) || r == '\u0300' || r == '\u0301') {
			return ""
		}
		return string(r)
	}
	if plain := plainLetter(unicode.ToLower(r)); plain != "" {
		if unicode.IsUpper(r) {
			return strings.ToUpper(plain)
		}
		return plain
	}
	if unicode.Is(unicode.Cyrillic, r) {
		return string(r)
	}
	return strings.Map(func(r rune) rune {
		if forgivenMark(r) {
			return -1
		}
		return r
	}, norm.NFD.String(string(r)))
}

// plainLetter gives the plain form of letters that Unicode does not take
// apart, and of the Cyrillic letters whose accent is often left out.
func plainLetter(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ı':
		return "i"
	case 'þ':
		return "th"
	case 'ё', 'ѐ':
		return "е"
	case 'ѝ':
		return "и"
	}
	return ""
}

// forgivenMark reports whether a combining mark is an accent, a Hebrew point
// or an Arabic vowel sign, all of which are commonly left out.
func forgivenMark(r rune) bool {
	switch {
	case r >= 0x0300 && r <= 0x036f:
	case r >= 0x0591 && r <= 0x05c7:
	case r >= 0x0610 && r <= 0x061a, r >= 0x064b && r <= 0x065f, r == 0x0670, r >= 0x06d6 && r <= 0x06ed:
	default:
		return false
	}
	return unicode.Is(unicode.Mn, r)
}

// unquote takes off quotation marks that stand around the whole.
func unquote(s string) string {
	if n := len(s); n > 2 && s[0] == s[n-1] && (s[0] == '"' || s[0] == '\'') {
		return strings.TrimSpace(s[1 : n-1])
	}
	return s
}

// dropStops drops punctuation that ends a phrase: any after a letter and
// before a space or the end, and one dot at the very end.
func dropStops(s string) string {
	if isPlainASCII(s) && !strings.ContainsAny(s, ".,;:!?") {
		return s
	}
	in := []rune(s)
	out := in[:0:0]
	for i, r := range in {
		last := i == len(in)-1
		before := i > 0 && (unicode.IsLetter(in[i-1]) || unicode.IsMark(in[i-1]))
		ends := last || in[i+1] == ' '
		if before && ends && strings.ContainsRune(".,;:!?。、।؟،؛", r) {
			continue
		}
		if last && i > 0 && strings.ContainsRune(".。।", r) && in[i-1] != r {
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// joinWords drops spaces and hyphens inside: "ice cream", "ice-cream" and
// "icecream" are alike. They stay between digits, and a hyphen between two
// single characters stays: it may be a minus sign.
func joinWords(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, " -") {
		return s
	}
	in := []rune(s)
	var out []rune
	for i := 0; i < len(in); i++ {
		if in[i] != ' ' && in[i] != '-' {
			out = append(out, in[i])
			continue
		}
		end := i
		hyphen := false
		for end < len(in) && (in[end] == ' ' || in[end] == '-') {
			hyphen = hyphen || in[end] == '-'
			end++
		}
		switch {
		case len(out) == 0 || end == len(in):
			out = append(out, in[i:end]...)
		case hyphen && (betweenDigits(in, i, end) || lone(in, i-1, -1) && lone(in, end, 1)):
			out = append(out, '-')
		case betweenDigits(in, i, end):
			out = append(out, ' ')
		}
		i = end - 1
	}
	return string(out)
}

func betweenDigits(in []rune, start, end int) bool {
	return unicode.IsDigit(in[start-1]) && unicode.IsDigit(in[end])
}

// lone reports whether the character at i is a whole word, looking on in one
// direction.
func lone(in []rune, i, step int) bool {
	next := i + step
	return next < 0 || next >= len(in) || in[next] == ' ' || in[next] == '-'
}
