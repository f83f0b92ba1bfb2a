package fix

import (
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// spacesForTabs writes two spaces for each tab that indents a line of YAML: in
// the line of the finding, and in those that follow up to the end of the YAML.
func spacesForTabs(s spot, _ course.Diag) []Edit {
	var edits []Edit
	for at := s.start; at < len(s.text); at = nextLine(s.text, at) {
		line := s.text[at:lineEnd(s.text, at)]
		if strings.HasPrefix(line, "---") || strings.HasPrefix(line, "```") || strings.HasPrefix(line, "-->") {
			break
		}
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		if spaces := strings.ReplaceAll(line[:indent], "\t", "  "); spaces != line[:indent] {
			edits = append(edits, Edit{at, at + indent, spaces})
		}
	}
	return edits
}

// quotedValue puts the value of the line into quotes: of "key: value" all that is
// behind the key, of "- value" all that is behind the dash.
func quotedValue(s spot, _ course.Diag) []Edit {
	from := s.start + valueStart(s.line())
	to := s.start + len(strings.TrimRight(s.line(), " \t"))
	value := s.text[from:max(from, to)]
	switch {
	case s.at < from:
		return nil // it is about the key
	case value == "" || strings.HasSuffix(value, "\\"):
		return nil
	case len(value) > 1 && strings.ContainsAny(value[:1], "\"'") && strings.Count(value, value[:1]) == 2 && value[len(value)-1] == value[0]:
		return nil // in quotes already
	case value[0] == '{' || value[0] == '[':
		return nil // the author's own brackets
	case strings.Contains(value, " #"):
		return nil // maybe a comment
	}
	return []Edit{{from, to, quote(value)}}
}

// valueStart is the offset of the value in a line of YAML.
func valueStart(line string) int {
	at := len(line) - len(strings.TrimLeft(line, " "))
	for strings.HasPrefix(line[at:], "- ") {
		at += len(line[at:]) - len(strings.TrimLeft(line[at+1:], " "))
	}
	if i := strings.Index(line[at:], ": "); i > 0 && !strings.ContainsAny(line[at:at+i], " \"'{}[],") {
		at += i + 1
		at += len(line[at:]) - len(strings.TrimLeft(line[at:], " "))
	}
	return at
}

// quote writes a text as YAML in quotes: single ones, in which nothing but
// themselves has a meaning, where double ones stand in the text.
func quote(text string) string {
	if strings.ContainsAny(text, "\"\\") {
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	return `"` + text + `"`
}
