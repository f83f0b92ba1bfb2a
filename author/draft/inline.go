package draft

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Plain makes Markdown of text that is none, so that whoever reads it sees the
// very text. Lines stay lines.
func Plain(s string) string {
	lines := strings.Split(tidy(s), "\n")
	for i, line := range lines {
		lines[i] = plainLine(line)
	}
	for i := range lines[:len(lines)-1] {
		if lines[i] != "" && lines[i+1] != "" {
			lines[i] += `\`
		}
	}
	return strings.Join(lines, "\n")
}

// plainLine is one line of text that is no Markdown.
func plainLine(line string) string {
	line = strings.TrimSpace(line)
	var b strings.Builder
	for i := range len(line) {
		c := line[i]
		switch {
		case strings.IndexByte("\\`*_[]<&$~|", c) >= 0 && needsMark(line, i):
			b.WriteByte('\\')
		case i == 0 && strings.IndexByte("#>+-=:", c) >= 0:
			b.WriteByte('\\')
		case (c == '.' || c == ')') && i > 0 && strings.Trim(line[:i], "0123456789") == "":
			b.WriteByte('\\')
		case c == '#' && strings.Trim(line[i:], "#") == "":
			b.WriteByte('\\')
		}
		b.WriteByte(c)
	}
	return b.String()
}

// needsMark reports whether the sign at i could mean something. An underscore
// within a word and a lone "&" do not, and read better without a backslash.
func needsMark(line string, i int) bool {
	word := func(j int) bool {
		return j >= 0 && j < len(line) && (line[j] >= '0' && line[j] <= '9' || line[j]|0x20 >= 'a' && line[j]|0x20 <= 'z')
	}
	switch line[i] {
	case '_':
		return !word(i-1) || !word(i+1)
	case '&':
		return i+1 < len(line) && (word(i+1) || line[i+1] == '#')
	}
	return true
}

// inline is Markdown on one line, as it may stand behind a mark: nothing in it
// begins a block, holds settings or is a blank.
func inline(md string) string {
	s := oneLine(tidy(md))
	if s == "" {
		return ""
	}
	src := []byte(s)
	e := &edits{src: src, to: len(src)}
	e.gaps()
	for i := 0; i < len(src); {
		switch {
		case src[i] == '\\':
			i += 2
		case src[i] == '`':
			i += codeSpan(src[i:])
		case strings.HasPrefix(s[i:], "<!--"):
			e.put(i, `\`)
			i++
		default:
			i++
		}
	}
	return e.String()
}

// oneLine is Markdown with its lines joined; a break of the line is a space then.
func oneLine(md string) string {
	lines := strings.Split(strings.TrimSpace(md), "\n")
	for i, l := range lines[:len(lines)-1] {
		if marks := len(l) - len(strings.TrimRight(l, `\`)); marks%2 == 1 {
			lines[i] = l[:len(l)-1]
		}
	}
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
}

// heading is inline Markdown behind the word of a heading: it does not end as a
// heading may.
func heading(md string) string {
	s := inline(md)
	if rest := strings.TrimRight(s, "#"); rest != s && (rest == "" || strings.HasSuffix(rest, " ")) {
		s = rest + `\` + s[len(rest):]
	}
	if strings.HasSuffix(s, "-->") { // as settings at the end of a heading do
		s = s[:len(s)-1] + `\>`
	}
	return s
}

// item is inline Markdown that begins a block of its own, such as a step of a
// numbered list: it stays a paragraph and is no answer.
func item(md string) string {
	s := inline(md)
	if s == "" {
		return ""
	}
	if strings.HasPrefix(s, "[") || s[0] == '`' && strings.HasPrefix(s, "```") {
		return `\` + s
	}
	src := []byte(s)
	e := &edits{src: src, to: len(src)}
	e.unlabel(answerLabel, 0, len(src))
	s = e.String()
	if first := pieces([]byte(s + "\n")); len(first) == 1 && first[0].node.Kind() == ast.KindParagraph {
		return s
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	return s[:digits] + `\` + s[digits:]
}

// cell is inline Markdown in a table.
func cell(md string) string {
	return strings.ReplaceAll(inline(md), "|", `\|`)
}

// quotedWords is words between quotation marks, as a stated answer has them: with
// nothing in them that could be read as Markdown or as another answer.
func quotedWords(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case strings.ContainsRune("\"&<>[]`\\|", r), (r == '*' || r == '_') && (i == 0 || i == len(s)-1):
			b.WriteString(entity(r))
		default:
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}

func entity(r rune) string {
	switch r {
	case '[':
		return "&#91;"
	case ']':
		return "&#93;"
	case '`':
		return "&#96;"
	case '\\':
		return "&#92;"
	case '|':
		return "&#124;"
	case '*':
		return "&#42;"
	case '_':
		return "&#95;"
	}
	return html.EscapeString(string(r))
}
