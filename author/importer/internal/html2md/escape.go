package html2md

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escapeSigns escapes what means something anywhere in a line. Addresses of
// the web are written as links.
func escapeSigns(text string) string {
	var b strings.Builder
	for at := 0; at < len(text); {
		if n := addressLen(text, at); n > 0 {
			b.WriteString("<" + text[at:at+n] + ">")
			at += n
			continue
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if needsEscape(text, at, r) {
			b.WriteByte('\\')
		}
		b.WriteString(text[at : at+size])
		at += size
	}
	return b.String()
}

func needsEscape(text string, at int, r rune) bool {
	rest := text[at+utf8.RuneLen(r):]
	if r == utf8.RuneError {
		return false
	}
	switch r {
	case '\\':
		// Before a letter a backslash is one; before a sign or a line's end it would go.
		next, _ := utf8.DecodeRuneInString(rest)
		return !isWord(next) || addressLen(text, at+1) > 0
	case '`', '*', '[', ']', '<', '$', '~':
		return true
	case '_': // between letters it is no emphasis
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(rest)
		return !isWord(before) || !isWord(after)
	case '&':
		return isEntity(rest)
	}
	return false
}

func isWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }

// isEntity reports whether what follows an ampersand makes a character of it.
func isEntity(rest string) bool {
	name, _, ok := strings.Cut(rest[:min(len(rest), 40)], ";")
	return ok && name != "" && strings.Trim(name, "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// addressLen returns how long the web address is that begins here, or 0.
func addressLen(text string, at int) int {
	rest := text[at:]
	if !strings.HasPrefix(rest, "http://") && !strings.HasPrefix(rest, "https://") {
		return 0
	}
	if before, _ := utf8.DecodeLastRuneInString(text[:at]); at > 0 && isWord(before) {
		return 0
	}
	end := strings.IndexFunc(rest, func(r rune) bool {
		return r <= ' ' || r >= utf8.RuneSelf || strings.ContainsRune("<>\"`\\^{}|$[]", r)
	})
	if end < 0 {
		end = len(rest)
	}
	end = len(strings.TrimRight(rest[:end], ".,;:!?'"))
	if strings.HasSuffix(rest[:end], ")") && !strings.Contains(rest[:end], "(") {
		end--
	}
	if end <= len("https://") {
		return 0
	}
	return end
}

// escapeStart escapes what means something at the start of a line only:
// headings, quotes, lists, rules, tables, definitions.
func escapeStart(line string) string {
	text := strings.TrimLeft(line, " \t")
	indent := line[:len(line)-len(text)]
	if len(indent) > 0 {
		indent = " " // four would make code of it
	}
	switch {
	case text == "":
		return line
	case strings.IndexByte("#>-+=:|", text[0]) >= 0 && startsBlock(text):
		return indent + `\` + text
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits > 0 && digits <= 9 && digits < len(text) && (text[digits] == '.' || text[digits] == ')') &&
		(digits+1 == len(text) || text[digits+1] == ' ' || text[digits+1] == '\t') {
		return indent + text[:digits] + `\` + text[digits:]
	}
	return indent + text
}

// startsBlock reports whether a sign at the start of a line means something.
func startsBlock(text string) bool {
	after := strings.TrimLeft(text, text[:1])
	spaced := after == "" || after[0] == ' ' || after[0] == '\t'
	switch text[0] {
	case '>', '|':
		return true
	case '#':
		return spaced && len(text)-len(after) <= 6
	case '=':
		return strings.TrimSpace(after) == ""
	}
	return spaced || strings.Trim(text, "|:- \t") == ""
}
