package course

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normalise is the first step of checking a typed answer: one form for each
// character (NFKC), straight quotation marks and hyphens, no characters that
// cannot be seen, single spaces, none at the ends.
func normalise(s string) string {
	return squeezed(straighten(s))
}

// straighten is normalise without touching spaces and line breaks.
func straighten(s string) string {
	if isPlainASCII(s) {
		return s
	}
	var b strings.Builder
	for _, r := range cleanRunes(s) {
		b.WriteString(straightRune(r))
	}
	return norm.NFKC.String(b.String())
}

// isPlainASCII reports whether s holds nothing but what any keyboard types:
// printable ASCII, spaces, tabs and line feeds.
func isPlainASCII(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

// cleanRunes drops what cannot be seen: controls, zero-width and bidi marks,
// soft hyphens, variation selectors. Bytes that are no UTF-8 become U+FFFD.
func cleanRunes(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return r
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r), r == '\u034f':
			return -1
		}
		return r
	}, s)
}

// straightRune gives the plain form of a quotation mark or a dash, and any
// other rune as it is. What NFKC would take apart badly is done here.
func straightRune(r rune) string {
	switch r {
	case '“', '”', '„', '‟', '«', '»', '″', '״', '〝', '〞', '＂':
		return `"`
	case '‘', '’', '‚', '‛', '‹', '›', '′', '´', 'ʼ', 'ʹ', '׳', '＇':
		return "'"
	case '–', '‐', '‑', '‒', '−', '﹣', '－':
		return "-"
	case '—', '―': // what editors make of two hyphens
		return "--"
	}
	return string(r)
}

// typings gives the ways to read what was typed: as it stands, without prompt
// signs that were pasted along, without the backticks of a code span, and with
// hyphens for a dash in front of a word. They are clean, and not yet
// straightened.
func typings(text string) []string {
	text = strings.TrimSpace(strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, cleanRunes(text)))
	list := []string{text}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = withoutPrompt(line)
	}
	if bare := strings.TrimSpace(strings.Join(lines, "\n")); bare != text && bare != "" {
		list = append(list, bare)
	}
	if in := strings.TrimSpace(strings.Trim(text, "`")); in != text && in != "" && !strings.Contains(in, "`") {
		list = append(list, withoutPrompt(in))
	}
	for _, read := range list {
		for _, hyphens := range []func(flag string) string{
			func(string) string { return "--" },
			func(string) string { return "-" },
			hyphensOfFlag,
		} {
			if flags := withHyphens(read, hyphens); flags != read && !slices.Contains(list, flags) {
				list = append(list, flags)
			}
		}
	}
	return list
}

// hyphensOfFlag is what most programs want: one hyphen before a letter, two
// before a word.
func hyphensOfFlag(flag string) string {
	if utf8.RuneCountInString(flag) == 1 {
		return "-"
	}
	return "--"
}

// withHyphens writes hyphens for each dash that stands before a word, as in
// "–oneline". Editors make such a dash of two hyphens, and some of one.
func withHyphens(s string, hyphens func(flag string) string) string {
	if !strings.ContainsAny(s, "–—―") {
		return s
	}
	fields := strings.Split(s, " ")
	for i, field := range fields {
		for _, dash := range []string{"–", "—", "―"} {
			flag, ok := strings.CutPrefix(field, dash)
			if first, _ := utf8.DecodeRuneInString(flag); ok && unicode.IsLetter(first) {
				fields[i] = hyphens(flag) + flag
			}
		}
	}
	return strings.Join(fields, " ")
}

func withoutPrompt(line string) string {
	for _, prompt := range []string{"$ ", "> ", "% ", ">>> "} {
		if rest, ok := strings.CutPrefix(line, prompt); ok {
			return rest
		}
	}
	return line
}
