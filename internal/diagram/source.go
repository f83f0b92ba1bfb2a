package diagram

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// statements cuts Mermaid into statements, without comments, and finds its
// title.
func statements(source string) (title string, out []string) {
	lines := strings.Split(strings.ReplaceAll(source, "\r", ""), "\n")
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	if len(lines) > 0 && strings.TrimSpace(lines[0]) == "---" {
		title, lines = frontMatter(lines[1:])
	}
	sequence := false
	inNote := false
	for _, line := range lines {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "%%") {
			continue
		}
		if strings.HasPrefix(line, "accDescr") || strings.HasPrefix(line, "accTitle") {
			continue
		}
		if len(out) == 0 {
			sequence = strings.HasPrefix(line, "sequenceDiagram")
		}
		// A note of a state diagram runs over lines to "end note".
		if inNote && !strings.HasPrefix(line, "end note") {
			out[len(out)-1] += " " + line
			continue
		}
		if sequence {
			out = append(out, strings.TrimRight(line, "; "))
			continue
		}
		out = append(out, split(line)...)
		inNote = strings.HasPrefix(line, "note ") && !strings.Contains(line, ":")
	}
	return title, out
}

// frontMatter reads the lines up to the closing "---".
func frontMatter(lines []string) (title string, rest []string) {
	for i, line := range lines {
		if strings.TrimSpace(line) == "---" {
			return title, lines[i+1:]
		}
		if t, ok := strings.CutPrefix(strings.TrimSpace(line), "title:"); ok {
			title = label(t)
		}
	}
	return "", nil
}

// split cuts a line at the semicolons outside quotes and brackets.
func split(line string) []string {
	var out []string
	depth, from := 0, 0
	quoted := false
	for i, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case quoted:
		case strings.ContainsRune("[({", r):
			depth++
		case strings.ContainsRune("])}", r):
			depth--
		case r == ';' && depth <= 0:
			out = append(out, strings.TrimSpace(line[from:i]))
			from = i + 1
		}
	}
	out = append(out, strings.TrimSpace(line[from:]))
	kept := out[:0]
	for _, s := range out {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// label is the text of a label without its quotes and marks.
func label(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		s = s[1 : len(s)-1]
	}
	if len(s) > 1 && s[0] == '`' && s[len(s)-1] == '`' {
		s = s[1 : len(s)-1]
	}
	for _, br := range []string{"<br/>", "<br />", "<br>", `\n`} {
		s = strings.ReplaceAll(s, br, "\n")
	}
	for strings.Contains(s, "#") && strings.Contains(s, ";") { // entities are written #quot; and #35;
		before, rest, _ := strings.Cut(s, "#")
		name, after, ok := strings.Cut(rest, ";")
		if !ok || name == "" || strings.ContainsAny(name, " #\n") {
			break
		}
		entity := "&" + name + ";"
		if name[0] >= '0' && name[0] <= '9' {
			entity = "&#" + name + ";"
		}
		text := html.UnescapeString(entity)
		if text == entity || strings.ContainsFunc(text, unicode.IsControl) || text == "#" {
			break
		}
		s = before + text + after
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.Join(strings.Fields(l), " ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// oneLine is a label for a sentence.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// scanner reads one statement.
type scanner struct {
	s  string
	at int
}

func (c *scanner) rest() string { return c.s[c.at:] }

func (c *scanner) skip() {
	for c.at < len(c.s) && (c.s[c.at] == ' ' || c.s[c.at] == '\t') {
		c.at++
	}
}

func (c *scanner) done() bool {
	c.skip()
	return c.at >= len(c.s)
}

// take passes over a prefix, if it is there.
func (c *scanner) take(prefix string) bool {
	if strings.HasPrefix(c.rest(), prefix) {
		c.at += len(prefix)
		return true
	}
	return false
}

// name reads an id: letters, digits and "_", with single "-" and "." within.
func (c *scanner) name() string {
	from := c.at
	for c.at < len(c.s) {
		r, n := utf8.DecodeRuneInString(c.rest())
		switch {
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
		case (r == '-' || r == '.' || r == '/') && c.at > from && c.follows(n):
		default:
			return c.s[from:c.at]
		}
		c.at += n
	}
	return c.s[from:c.at]
}

// follows reports whether an id goes on after a sign within it.
func (c *scanner) follows(n int) bool {
	r, _ := utf8.DecodeRuneInString(c.s[c.at+n:])
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// upto reads up to a mark outside quotes, and passes over the mark.
func (c *scanner) upto(mark string) (string, bool) {
	quoted := false
	for i := c.at; i < len(c.s); i++ {
		if c.s[i] == '"' {
			quoted = !quoted
		}
		if !quoted && strings.HasPrefix(c.s[i:], mark) {
			text := c.s[c.at:i]
			c.at = i + len(mark)
			return text, true
		}
	}
	return "", false
}
