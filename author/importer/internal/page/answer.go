package page

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
)

// Distinct makes texts of options differ in words: learners could not tell them
// apart otherwise.
func Distinct(texts []*string) {
	seen, next := map[string]bool{}, map[string]int{}
	for _, t := range texts {
		if strings.TrimSpace(*t) == "" {
			*t = "…"
		}
		first, text := Key(*t), *t
		words := first
		for seen[words] {
			next[first]++
			*t = text + " (" + strconv.Itoa(next[first]+1) + ")"
			words = Key(*t)
		}
		seen[words] = true
	}
}

// Key is what a line of Markdown is to who reads it, whatever its capitals.
func Key(md string) string { return strings.ToLower(Plain(md)) }

var number = regexp.MustCompile(`^-?\d{1,15}(?:[.,]\d{1,9})?$`)

// Accepted makes an answer of a stated one, a line of Markdown: a number, code, or
// words. It reports false where it is nothing that can be typed.
func Accepted(md string) (draft.Accept, bool) {
	const longest = 200
	words := Plain(md)
	if words == "" || len(words) > longest || strings.Contains(words, "\ufffd") {
		return draft.Accept{}, false
	}
	padded := len(words) > 1 && words[0] == '0' && '0' <= words[1] && words[1] <= '9' // 007 is a name
	if number.MatchString(words) && !padded {
		if v, err := strconv.ParseFloat(strings.Replace(words, ",", ".", 1), 64); err == nil {
			return draft.Number(v, v), true
		}
	}
	if strings.HasPrefix(strings.TrimSpace(md), "`") {
		return draft.Code(words), true
	}
	return draft.Words(words), true
}
