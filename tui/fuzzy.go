package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fuzzy reports how well typed letters fit a name, and where they stand in it.
// The letters have to come in their order; those at the beginnings of words and
// those that follow each other count for more, and a short name for more than a
// long one. Spaces between typed words mean nothing.
func fuzzy(typed, name string) (score int, marks [][2]int, ok bool) {
	typed = strings.ToLower(strings.Join(strings.Fields(typed), ""))
	if typed == "" {
		return 0, nil, true
	}
	for start := 0; start <= len(name); {
		s, m, fits := fuzzyFrom(typed, name, start)
		if !fits {
			break
		}
		if !ok || s > score {
			score, marks, ok = s, m, true
		}
		start = m[0][0] + 1
		for start < len(name) && !utf8.RuneStart(name[start]) {
			start++
		}
	}
	return score - utf8.RuneCountInString(name)/4, marks, ok
}

// fuzzyFrom takes each letter where it comes first, from a place on.
func fuzzyFrom(typed, name string, start int) (score int, marks [][2]int, ok bool) {
	const begins, follows = 8, 5
	at, last := start, -1
	for _, want := range typed {
		found := false
		for at < len(name) {
			r, size := utf8.DecodeRuneInString(name[at:])
			if unicode.ToLower(r) != want {
				at += size
				continue
			}
			before, _ := utf8.DecodeLastRuneInString(name[:at])
			switch {
			case last == at && len(marks) > 0:
				score += follows
				marks[len(marks)-1][1] = at + size
			default:
				marks = append(marks, [2]int{at, at + size})
			}
			if at == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) {
				score += begins
			}
			at += size
			last, found = at, true
			break
		}
		if !found {
			return 0, nil, false
		}
		score++
	}
	return score, marks, true
}
