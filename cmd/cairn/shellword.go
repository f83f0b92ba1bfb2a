package main

import (
	"strings"
	"unicode"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// shellWord is a word of a command line that can be copied: as it is where a
// shell takes it so, or else between quotes.
func shellWord(s string) string {
	s = textsafe.Line(s)
	plain := s != "" && s[0] != '-' && s[0] != '~'
	for _, r := range s {
		plain = plain && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(`-_./:@%+=~\`, r))
	}
	if plain {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
