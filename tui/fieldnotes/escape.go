package fieldnotes

import (
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// inline makes plain text mean itself within a line of Markdown.
func inline(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(textsafe.Line(text)), " ") {
		if strings.ContainsRune("\\`*_[]<>&~|$", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return lineStart(b.String())
}

// lineStart keeps the beginning of a line from being a heading, a list, a rule
// or a quotation.
func lineStart(s string) string {
	if s == "" {
		return ""
	}
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	switch {
	case strings.IndexByte("#+-=:", s[0]) >= 0:
		return "\\" + s
	case digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')'):
		return s[:digits] + "\\" + s[digits:]
	}
	return s
}

// paragraphs writes plain text as it was typed: each line a line, and a new
// paragraph after an empty one.
func paragraphs(text string) string {
	var all, lines []string
	flush := func() {
		if len(lines) > 0 {
			all = append(all, broken(lines))
		}
		lines = nil
	}
	for line := range strings.SplitSeq(textsafe.Text(text), "\n") {
		if line = inline(line); line == "" {
			flush()
			continue
		}
		lines = append(lines, line)
	}
	flush()
	return strings.Join(all, "\n\n")
}

// broken joins lines by hard breaks. After a backslash of the text itself that
// is two spaces, as not every reader tells several backslashes apart.
func broken(lines []string) string {
	var b strings.Builder
	for i, line := range lines {
		b.WriteString(line)
		switch {
		case i == len(lines)-1:
		case strings.HasSuffix(line, "\\"):
			b.WriteString("  \n")
		default:
			b.WriteString("\\\n")
		}
	}
	return b.String()
}

// oneLine is one line of an author's Markdown, such as a prompt.
func oneLine(md string) string {
	line := strings.Join(strings.Fields(textsafe.Line(md)), " ")
	if strings.Count(line, "`")%2 != 0 || strings.Contains(line, "<!--") || strings.HasSuffix(line, "\\") {
		return inline(line) // it leaves something open
	}
	return lineStart(line)
}

// strong is one line of an author's Markdown within strong emphasis: it has none
// of its own. Two stars that begin or end none stay, as does all code.
func strong(md string) string {
	var b strings.Builder
	opened := -1 // where the last emphasis begun would have been written
	for rest := oneLine(md); rest != ""; {
		n := 1
		switch {
		case rest[0] == '\\' && len(rest) > 1:
			n = 2
		case rest[0] == '`':
			n = codeSpan(rest)
		case strings.HasPrefix(rest, "**"):
			rest = rest[2:]
			if opened >= 0 {
				opened = -1
			} else {
				opened = b.Len()
			}
			continue
		}
		b.WriteString(rest[:n])
		rest = rest[n:]
	}
	if s := b.String(); opened >= 0 {
		return s[:opened] + `\*\*` + s[opened:]
	}
	return b.String()
}

// codeSpan is the length of the code that a text begins with, or of its
// backquotes where nothing ends them.
func codeSpan(s string) int {
	open := len(s) - len(strings.TrimLeft(s, "`"))
	for i := open; i < len(s); {
		if s[i] != '`' {
			i++
			continue
		}
		n := len(s[i:]) - len(strings.TrimLeft(s[i:], "`"))
		if i += n; n == open {
			return i
		}
	}
	return open
}

// code writes typed text so that it stays what it is.
func code(text string) string {
	text = strings.Join(strings.Fields(textsafe.Line(text)), " ")
	if text == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}
