package course

import (
	"strings"
	"unicode"
)

// minLetters is how long a word is in which a slip may be pointed out. In a
// shorter one, one letter often makes another word.
const minLetters = 5

// word is one word of an answer: as written, and folded for comparing.
type word struct{ text, folded string }

// cutWords cuts normalised text at spaces and hyphens, without the marks
// around each word.
func (f folding) cutWords(s string) []word {
	var words []word
	for _, field := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' }) {
		if text := strings.Trim(field, `.,;:!?"'()。、।؟،؛`); text != "" {
			words = append(words, word{text, f.letters(text)})
		}
	}
	return words
}

// slip returns the word that was meant when got is the stated words but for
// one slip of one letter.
func slip(got, want []word) (meant string, ok bool) {
	i := oneEditApart(got, want)
	if i < 0 || !spelt(got[i].folded) || !spelt(want[i].folded) ||
		len(clusters(strings.ReplaceAll(want[i].folded, "'", ""))) < minLetters {
		return "", false
	}
	return want[i].text, true
}

// oneEditApart returns the index of the only word in which two texts differ,
// when one edit makes them the same, or -1.
func oneEditApart(got, want []word) int {
	if len(got) != len(want) {
		return -1
	}
	at := -1
	for i := range got {
		if got[i].folded == want[i].folded {
			continue
		}
		if at >= 0 || !oneEdit(clusters(got[i].folded), clusters(want[i].folded)) {
			return -1
		}
		at = i
	}
	return at
}

// spelt reports whether s is spelt with letters, and not with the signs of
// Han, of which each is a word of its own.
func spelt(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' || unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}

// clusters cuts s into letters, each with the marks that stand on it.
func clusters(s string) []string {
	var list []string
	for _, r := range s {
		if unicode.IsMark(r) && len(list) > 0 {
			list[len(list)-1] += string(r)
			continue
		}
		list = append(list, string(r))
	}
	return list
}

// oneEdit reports whether inserting, deleting or changing one letter, or
// exchanging two neighbours, makes a into b (Damerau, 1964).
func oneEdit(a, b []string) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 2 && len(b) == 2 {
		return a[0] == b[1] && a[1] == b[0]
	}
	return len(a)+len(b) == 1 || len(a) == 1 && len(b) == 1
}
