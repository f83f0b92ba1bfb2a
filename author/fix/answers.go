package fix

import (
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/course"
)

// undashed is the beginning of an answer that has another sign than a dash, or none.
var undashed = regexp.MustCompile(`^([ \t]*)(?:[–—−‐‑•●▪◦‣·]|-\x{a0})?[ \x{a0}]*(?:\[[ xX]?\] |(?i:Answer|Also|Close|Not|Otherwise):)`)

// dashed puts a dash before an answer, and before those like it up to the next
// heading.
func dashed(s spot, _ course.Diag) []Edit {
	var edits []Edit
	for at := s.start; at < len(s.text); at = nextLine(s.text, at) {
		line := s.text[at:lineEnd(s.text, at)]
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
			break
		}
		m := undashed.FindStringSubmatchIndex(line)
		if m == nil {
			continue
		}
		answer := strings.TrimLeft(line[m[3]:], " \u00a0–—−‐‑•●▪◦‣·-")
		edits = append(edits, Edit{at + m[3], at + len(line) - len(answer), "- "})
	}
	return edits
}

// opened is a comment with a setting on one line that does not end there.
var opened = regexp.MustCompile(`^<!--[ \t]*[a-z]+:[^<>]*?([ \t]*-*>?[ \t]*)$`)

// closedSettings closes a comment with settings at the end of its line.
func closedSettings(s spot, _ course.Diag) []Edit {
	m := opened.FindStringSubmatchIndex(s.line())
	if m == nil || strings.Contains(s.line(), "-->") {
		return nil
	}
	return []Edit{{s.start + m[2], s.start + m[3], " -->"}}
}
