package fix

import (
	"regexp"
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

// quotedText puts what the finding is about into quotes, where nothing else can be
// meant.
func quotedText(s spot, d course.Diag) []Edit {
	if whole := quote(s.marked()); d.Hint == "put the text in quotes: "+whole {
		return s.replace(whole)
	}
	return nil
}

// quotedNumber puts a text into quotes that goes on with a number, as in "Bread #1".
// What else stands behind the sign may be a comment. Nor does it change an id.
func quotedNumber(s spot, d course.Diag) []Edit {
	_, rest, _ := strings.Cut(s.marked(), "#")
	if rest == "" || rest[0] < '0' || rest[0] > '9' || strings.HasPrefix(strings.TrimLeft(s.line(), " -"), "id:") {
		return nil
	}
	return quotedText(s, d)
}

// bulleted is what people put before the items of a list.
var bulleted = regexp.MustCompile(`^(?:[-*+•–—‣◦] *|[0-9]+[.)] +)?`)

// asList writes a list as one: in brackets, or with dashes before the line of the
// finding and those below it that begin in the same column.
func asList(s spot, d course.Diag) []Edit {
	if list, ok := strings.CutPrefix(d.Hint, "write "); ok && list[0] == '[' {
		return s.replace(list)
	}
	indent := s.text[s.start:s.at]
	if d.Hint != `begin each with "- "` || strings.Trim(indent, " ") != "" {
		return nil
	}
	var edits []Edit
	for at := s.start; at < len(s.text); at = nextLine(s.text, at) {
		item, ok := strings.CutPrefix(s.text[at:lineEnd(s.text, at)], indent)
		if !ok || item == "" || item[0] == ' ' || item[0] == '#' || strings.HasPrefix(item, "- ") || valueStart(item) > 0 && item[0] != '*' {
			break
		}
		from := at + len(indent)
		edits = append(edits, Edit{from, from + len(bulleted.FindString(item)), "- "})
	}
	return edits
}

// aligned gives an item of a list, and those like it below, the indentation of the
// nearest item above. Of a key nobody knows what it belongs to.
func aligned(s spot, d course.Diag) []Edit {
	own, item := indentation(s.line())
	if !item || strings.HasPrefix(d.Msg, "a list cannot stand") {
		return nil
	}
	best, near := -1, 0
	for at := s.start; at > 0; {
		at = lineStartBefore(s.text, at)
		line := s.text[at:lineEnd(s.text, at)]
		if strings.HasPrefix(line, "---") {
			break
		}
		n, dash := indentation(line)
		if strings.TrimSpace(line) == "" || strings.HasPrefix(strings.TrimSpace(line), "#") || dash != item {
			continue
		}
		switch off := max(n-own, own-n); {
		case best < 0 || off < near:
			best, near = n, off
		case off == near && n != best:
			return nil // it may belong with either
		}
		if n == 0 {
			break
		}
	}
	if best < 0 || best == own {
		return nil
	}
	var edits []Edit
	for at := s.start; at < len(s.text); at = nextLine(s.text, at) {
		line := s.text[at:lineEnd(s.text, at)]
		if n, dash := indentation(line); n != own || dash != item || strings.TrimSpace(line) == "" {
			break
		}
		edits = append(edits, Edit{at, at + own, strings.Repeat(" ", best)})
	}
	return edits
}

// indentation is how many spaces a line begins with, and whether an item of a list
// follows.
func indentation(line string) (n int, item bool) {
	rest := strings.TrimLeft(line, " ")
	return len(line) - len(rest), strings.HasPrefix(rest, "- ")
}

// lineStartBefore is the offset of the line above the one that begins at an offset.
func lineStartBefore(text string, at int) int { return strings.LastIndexByte(text[:at-1], '\n') + 1 }

// dashesAway is the hint of a list of pairs.
const dashesAway = "take the dashes away: these are pairs and no list"

// withoutDashes takes the dashes of a list of pairs away, where pairs without them
// belong.
func withoutDashes(s spot, d course.Diag) []Edit {
	indent := s.text[s.start:s.at]
	if d.Hint != dashesAway || strings.Trim(indent, " ") != "" {
		return nil
	}
	var edits []Edit
	for at := s.start; at < len(s.text); at = nextLine(s.text, at) {
		item, ok := strings.CutPrefix(s.text[at:lineEnd(s.text, at)], indent+"- ")
		if !ok {
			break
		}
		from := at + len(indent)
		edits = append(edits, Edit{from, from + len("- ") + len(item) - len(strings.TrimLeft(item, " ")), ""})
	}
	return edits
}
