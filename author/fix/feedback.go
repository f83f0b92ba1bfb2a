package fix

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// item is the beginning of a list item.
var item = regexp.MustCompile(`^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+`)

// indented puts a quote that stands at the margin, or too far from it, under the
// answer above it.
func indented(s spot, _ course.Diag) []Edit {
	indent := answerIndent(s)
	if indent == "" {
		return nil
	}
	var edits []Edit
	for at := s.start; at < len(s.text); at = nextLine(s.text, at) {
		line := s.text[at:lineEnd(s.text, at)]
		space := len(line) - len(strings.TrimLeft(line, " \t"))
		if !strings.HasPrefix(line[space:], ">") {
			break
		}
		edits = append(edits, Edit{at, at + space, indent})
	}
	return edits
}

// quoted makes text under an answer a quote of that answer.
func quoted(s spot, _ course.Diag) []Edit {
	indent := answerIndent(s)
	if indent == "" {
		return nil
	}
	var edits []Edit
	for at := s.start; at < len(s.text); at = nextLine(s.text, at) {
		line := s.text[at:lineEnd(s.text, at)]
		text := strings.TrimLeft(line, " \t")
		if text == "" || strings.ContainsAny(text[:1], ">#`~|<") || item.MatchString(line) {
			break
		}
		edits = append(edits, Edit{at, at + len(line) - len(text), indent + "> "})
	}
	return edits
}

// answerIndent is the white space under which the text of the nearest answer
// above stands; empty when there is none.
func answerIndent(s spot) string {
	for at := s.start; at > 0; {
		at = strings.LastIndexByte(s.text[:at-1], '\n') + 1
		line := s.text[at:lineEnd(s.text, at)]
		if mark := item.FindString(line); mark != "" {
			if strings.Contains(mark, "\t") {
				return ""
			}
			return strings.Repeat(" ", min(len(mark), 6))
		}
		if strings.HasPrefix(line, "#") {
			return ""
		}
	}
	return ""
}
