package course

import (
	"strings"
	"unicode"
)

// codeForm squeezes runs of spaces in a straightened line of code. Spaces
// inside string literals stay; where quotes are not balanced, none are
// literals.
func codeForm(s string) string {
	var b strings.Builder
	spaces := false
	quoted, balanced := quotedBytes(s)
	for i := 0; i < len(s); i++ {
		if inString := balanced && quoted[i]; !inString && isSpace(s[i]) {
			spaces = true
			continue
		}
		if spaces && b.Len() > 0 {
			b.WriteByte(' ')
		}
		spaces = false
		b.WriteByte(s[i])
	}
	return b.String()
}

// looseCode drops the spaces that languages commonly leave to taste: on both
// sides of an operator, inside parentheses and braces, around commas and
// semicolons. A space that may carry meaning stays, such as in "a .b", "k: v",
// "# Title", "a - b" and "[ -f x ]".
func looseCode(s string) string {
	s = codeForm(s)
	quoted, balanced := quotedBytes(s)
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if inString := balanced && quoted[i]; s[i] == ' ' && !inString && idleSpace(s, i) {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// idleSpace reports whether the single space at i is a matter of taste.
func idleSpace(s string, i int) bool {
	if i == 0 || i == len(s)-1 {
		return false
	}
	before, after := s[i-1], s[i+1]
	switch {
	case strings.IndexByte(",;", before) >= 0, strings.IndexByte(",;", after) >= 0,
		before == '(', after == ')', before == '{', after == '}', before == ')' && after == '{':
		return true
	case after == '(':
		return before == '_' || before >= 0x80 || unicode.IsLetter(rune(before)) || isDigit(before)
	}
	return spacedOperator(s, i, 1) || spacedOperator(s, i, -1)
}

// spacedOperator reports whether an operator with a space on each side stands
// next to the space at i. A lone hyphen is none: it may be part of a name.
func spacedOperator(s string, i, step int) bool {
	const operators = "=+*/%<>|&^"
	j, sure := i+step, false
	for j >= 0 && j < len(s) && strings.IndexByte(operators+"-!:", s[j]) >= 0 {
		sure = sure || strings.IndexByte(operators, s[j]) >= 0
		j += step
	}
	return sure && j > 0 && j < len(s)-1 && s[j] == ' '
}

// quotedBytes tells of each byte whether it stands in a string literal, and
// whether all literals end.
func quotedBytes(s string) (quoted []bool, balanced bool) {
	quoted = make([]bool, len(s))
	var open byte
	for i := 0; i < len(s); i++ {
		switch {
		case open == 0 && strings.IndexByte("\"'`", s[i]) >= 0:
			open = s[i]
		case open != 0 && s[i] == '\\':
			quoted[i] = true
			i++
			if i < len(s) {
				quoted[i] = true
			}
		case open != 0 && s[i] == open:
			open = 0
		case open != 0:
			quoted[i] = true
		}
	}
	return quoted, open == 0
}

// nearMiss says what keeps typed code from being the stated code when that is
// only spaces or the kind of quotation marks; "" otherwise.
func (s statedText) nearMiss(typed *textForms) Lack {
	noSpaces := func(s string) string { return strings.Join(strings.Fields(s), "") }
	oneQuote := strings.NewReplacer("'", `"`, "`", `"`).Replace
	switch s.Kind {
	case AnswerCode:
		if noSpaces(s.straight) == noSpaces(typed.straight) {
			return LackSpaces
		}
		if looseCode(oneQuote(s.straight)) == looseCode(oneQuote(typed.straight)) {
			return LackQuotes
		}
	case AnswerShell:
		want, ok := s.shell()
		got, okTyped := typed.shell()
		if ok && okTyped && noSpaces(want) == noSpaces(got) {
			return LackSpaces
		}
	}
	return ""
}
