package lia

import (
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// header is what the comment at the top of a course says.
type header struct {
	keys  []entry
	macro []entry // macros that it makes; the value is their body
}

// entry is one key of a header.
type entry struct {
	key, value string
	n          int // its line
}

// readHeader reads the comment at the top of a course: keys in the manner of
// "author: A", with values of several lines that are indented, and macros, which
// begin with an @ and last a line, or until @end.
func readHeader(c page.Comment) header {
	var h header
	lines := strings.Split(c.Text, "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimRight(lines[i], " \t\r")
		name, value, ok := strings.Cut(line, ":")
		switch {
		case strings.HasPrefix(line, "@"):
			e := entry{key: strings.Fields(line)[0], n: c.N + i}
			if name = strings.TrimSpace(name); ok && !strings.ContainsAny(name, " ({") {
				e.key, e.value = name, strings.TrimSpace(value)
			} else if end := macroEnd(lines, i); end > 0 {
				e.value = strings.Join(lines[i+1:end], "\n")
				i = end
			}
			h.macro = append(h.macro, e)
		case ok && line[0] != ' ' && line[0] != '\t' && isKey(name):
			h.keys = append(h.keys, entry{strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(value), c.N + i})
		case len(h.keys) > 0:
			last := &h.keys[len(h.keys)-1]
			last.value = strings.TrimSpace(last.value + "\n" + strings.TrimSpace(line))
		}
	}
	return h
}

func isKey(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && len(s) < 40 && strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz0123456789_-") == ""
}

// macroEnd finds the line that ends the macro that begins at from, or -1. No two
// macros look further than the header is long together, since all of one is passed
// over.
func macroEnd(lines []string, from int) int {
	for i := from + 1; i < len(lines); i++ {
		switch word := strings.TrimSpace(lines[i]); {
		case word == "@end":
			return i
		case strings.HasPrefix(lines[i], "@") && i == from+1:
			return -1
		}
	}
	return -1
}

// line returns the line of a key, 0 where there is none.
func (h header) line(key string) int {
	for _, e := range h.keys {
		if e.key == key {
			return e.n
		}
	}
	return 0
}

// get returns the first value of a key on one line.
func (h header) get(key string) string {
	for _, e := range h.keys {
		if e.key == key {
			return strings.Join(strings.Fields(e.value), " ")
		}
	}
	return ""
}

// tell writes into the course what the header of a file says of it, and notes the
// rest. Of several files, each has a title, and the first says who wrote them.
func (h header) tell(r *reader) {
	l, c := &r.losses, r.course
	r.name = page.Plain(h.get("title"))
	if r.several {
		if summary := h.get("comment"); summary != "" {
			l.Add(h.line("comment"), "comment: "+summary, "a module has no summary")
		}
	} else {
		c.Title, c.Summary, c.Version, c.License = r.name, h.get("comment"), h.get("version"), h.get("license")
	}
	if c.Language == "" {
		c.Language = language(h.get("language"))
	}
	for _, a := range strings.FieldsFunc(h.get("author"), func(r rune) bool { return r == ';' || r == ',' }) {
		if a = strings.TrimSpace(a); a != "" && !slices.Contains(c.Authors, a) {
			c.Authors = append(c.Authors, a)
		}
	}
	for _, e := range h.keys {
		value := page.Excerpt(e.value)
		switch e.key {
		case "title", "comment", "version", "language", "license", "author":
			continue
		case "import":
			l.Add(e.n, "import: "+value, "macros of other files are not fetched")
		case "link", "script":
			l.Add(e.n, e.key+": "+value, "a terminal has no use for style sheets, and a course runs nothing")
		default:
			l.Add(e.n, e.key+": "+value, "a course has no place for it")
		}
	}
	for _, m := range h.macro {
		l.Add(m.n, "the macro "+m.key, "a course has no macros")
	}
}

// language returns a tag as a course has it, or "".
func language(s string) string {
	if len(s) < 2 || len(s) > 12 || strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz-") != "" {
		return ""
	}
	return s
}
