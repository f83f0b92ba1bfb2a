package draft

import "strings"

// Ticks is a run of backticks between which a text can stand as code: one longer
// than any in it, and at least so many.
func Ticks(text string, least int) string {
	run := 0
	for i := range len(text) {
		if text[i] != '`' {
			run = 0
			continue
		}
		run++
		least = max(least, run+1)
	}
	return strings.Repeat("`", least)
}

// Fenced is a text as a block of code in a language, which may be empty, whatever
// it holds.
func Fenced(language, code string) string {
	mark := Ticks(code, 3)
	return mark + language + "\n" + code + "\n" + mark
}
