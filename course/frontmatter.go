package course

import (
	"strings"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// frontMatter is what the head of a Markdown file may say.
type frontMatter struct {
	ID      strictyaml.Scalar   `yaml:"id"`
	Title   strictyaml.Scalar   `yaml:"title"`
	Kind    strictyaml.Scalar   `yaml:"kind"`
	Skills  []strictyaml.Scalar `yaml:"skills"`
	Needs   []strictyaml.Scalar `yaml:"needs"`
	Minutes strictyaml.Scalar   `yaml:"minutes"`
	When    strictyaml.Scalar   `yaml:"when,raw"`
	Skip    strictyaml.Scalar   `yaml:"skip,raw"`
	Next    []nextEntry         `yaml:"next"`
	Stop    strictyaml.Scalar   `yaml:"stop"`
}

// nextEntry is one entry of a next list.
type nextEntry struct {
	strictyaml.Place
	When   strictyaml.Scalar `yaml:"when,raw"`
	Detour strictyaml.Scalar `yaml:"detour"`
	Go     strictyaml.Scalar `yaml:"go"`
	Ask    strictyaml.Scalar `yaml:"ask"`
}

// head is the front matter of a file as text.
type head struct {
	text   string // between the marks
	line   int    // lines of the file before text
	body   int    // offset at which the body begins
	closed bool   // false: the second mark is missing
	toml   bool   // between "+++", which other programs write
}

// cutHead finds the front matter of a file. A rule ("---") at the top of a
// plain text is not taken for one.
func cutHead(src string) (head, bool) {
	first, rest, _ := strings.Cut(src, "\n")
	mark := strings.TrimRight(first, " \t")
	if mark != "---" && mark != "+++" {
		return head{}, false
	}
	h := head{line: 1, body: len(src), toml: mark == "+++"}
	start := len(src) - len(rest)
	for at := start; at < len(src); {
		line, _, _ := strings.Cut(src[at:], "\n")
		next := min(at+len(line)+1, len(src))
		end := strings.TrimRight(line, " \t")
		if end == mark || mark == "---" && end == "..." {
			h.text, h.body, h.closed = src[start:at], next, true
			return h, h.toml || looksLikeKeys(h.text)
		}
		at = next
	}
	// Without a second mark the keys go on up to the first empty line.
	text, _, _ := strings.Cut(rest, "\n\n")
	h.text, h.body = text, min(start+len(text)+1, len(src))
	return h, looksLikeKeys(text)
}

// looksLikeKeys tells front matter from text between two rules: its first line
// that is not a comment is a key with a colon, or there is none.
func looksLikeKeys(text string) bool {
	for line := range strings.Lines(text) {
		trimmed := strings.TrimRight(line, " \t\r\n")
		if trimmed == "" || trimmed[0] == '#' && !strings.HasPrefix(trimmed, "##") && !strings.HasSuffix(trimmed, "#") {
			continue
		}
		key, rest, found := strings.Cut(strings.TrimLeft(trimmed, " \t"), ":")
		return found && key != "" && len(key) <= 40 && !strings.ContainsAny(key, "*[](){}<>!`.,;|") &&
			(rest == "" || rest[0] == ' ' || rest[0] == '\t') && strings.Count(key, " ") <= 2
	}
	return true
}

// decodeFront reads the front matter of a page. What is wrong with it is kept
// for reportFront.
func (p *page) decodeFront() {
	h, ok := cutHead(p.doc.src)
	if !ok {
		return
	}
	p.head = &h
	p.doc.body = h.body
	if h.toml {
		return
	}
	p.problems = cleanYAML().Decode([]byte(h.text), &p.front)
	for _, s := range p.front.scalars() {
		if s.Line > 0 {
			s.Line += h.line
		}
	}
	for i := range p.front.Next {
		p.front.Next[i].Line += h.line
	}
}

// reportFront reports what is wrong with the front matter of a page.
func (l *loader) reportFront(p *page) {
	h := p.head
	if h == nil {
		l.reportLateHead(p)
		return
	}
	first := Pos{File: p.file, Line: 1, Col: 1}
	switch {
	case h.toml:
		l.warn(codeFrontMatter, first, 3, "the TOML between +++ is not read", "write YAML between --- lines")
		return
	case !h.closed:
		l.report(l.frontSeverity(), codeFrontMatter, first, 3, "this front matter is never closed", `end it with a line "---"`)
	}
	for _, problem := range p.problems {
		problem.Line += h.line
		if problem.Code == strictyaml.UnknownKey && l.foreign(p.file, problem) {
			continue
		}
		l.yaml(p.file, problem, l.frontSeverity())
	}
}

// scalars lists every scalar of the front matter.
func (f *frontMatter) scalars() []*strictyaml.Scalar {
	list := []*strictyaml.Scalar{&f.ID, &f.Title, &f.Kind, &f.Minutes, &f.When, &f.Skip, &f.Stop}
	for i := range f.Skills {
		list = append(list, &f.Skills[i])
	}
	for i := range f.Needs {
		list = append(list, &f.Needs[i])
	}
	for i := range f.Next {
		n := &f.Next[i]
		list = append(list, &n.When, &n.Detour, &n.Go, &n.Ask)
	}
	return list
}

// frontSeverity is how much a mistake in front matter matters: in a folder of
// plain Markdown it may have been written for another program.
func (l *loader) frontSeverity() Severity {
	if l.plain {
		return Warning
	}
	return Error
}

// foreign takes note of a key that another program may know, to be reported
// once for all files. A key that looks mistyped is no such key.
func (l *loader) foreign(file string, p strictyaml.Problem) bool {
	if !l.plain || meant(p.Hint) != "" {
		return false
	}
	key := l.line(file, p.Line)[p.Col-1:][:p.Len]
	if len(l.foreignKeys) == 0 {
		l.foreignAt = Pos{File: file, Line: p.Line, Col: p.Col}
		l.foreignLen = p.Len
	}
	l.foreignKeys[key]++
	return true
}

// reportLateHead reports front matter that is none by its first lines.
func (l *loader) reportLateHead(p *page) {
	l.reportMeantHead(p)
	rest := strings.TrimLeft(p.doc.src, " \t\n")
	if len(rest) == len(p.doc.src) {
		return
	}
	if h, ok := cutHead(rest); ok && h.closed && !h.toml && strings.Contains(h.text, ":") {
		l.warn(codeFrontMatter, Pos{File: p.file, Line: 1, Col: 1}, 0, "this front matter is shown as text: it does not begin at the very start of the file",
			`take away the empty lines and spaces above and before the first "---"`)
	}
}

// reportMeantHead reports front matter that is read as text for how it begins: too
// many dashes or none, or a first key without a space behind its colon.
func (l *loader) reportMeantHead(p *page) {
	mark, rest, _ := strings.Cut(p.doc.src, "\n")
	mark = strings.TrimRight(mark, " \t")
	if len(mark) < 3 || strings.Trim(mark, "-") != "" {
		if n := keysAbove(p.doc.src); n > 0 {
			l.warn(codeFrontMatter, Pos{File: p.file, Line: 1, Col: 1}, len(mark), "this front matter is shown as text: there is no line of dashes above it",
				`begin and end it with a line "---"`)
		}
		return
	}
	line := 2
	for ; strings.HasPrefix(rest, "\n") || strings.HasPrefix(rest, "#"); line++ {
		_, rest, _ = strings.Cut(rest, "\n")
	}
	first, _, _ := strings.Cut(rest, "\n")
	first = strings.TrimRight(first, " \t")
	key, value, found := strings.Cut(first, ":")
	switch {
	case !found || !isFrontKey(key):
	case len(mark) > 3:
		l.warn(codeFrontMatter, Pos{File: p.file, Line: 1, Col: 1}, len(mark), "this front matter is shown as text: it begins with more than three dashes",
			`begin and end it with a line "---"`)
	case value != "" && !isSpace(value[0]):
		l.warn(codeFrontMatter, Pos{File: p.file, Line: line, Col: 1}, len(first), "this front matter is shown as text: there is no space behind this colon",
			"write "+named(key+": "+value))
	}
}

// keysAbove counts the lines with keys of front matter that a text begins with,
// where it was meant to be that: a line "---" ends them, or there are several.
func keysAbove(src string) int {
	const most = 12
	n := 0
	for line := range strings.Lines(src) {
		line = strings.TrimRight(line, " \t\n")
		key, value, found := strings.Cut(line, ":")
		switch {
		case n > 0 && line == "---":
			return n
		case n < most && found && isFrontKey(key) && (value == "" || isSpace(value[0])):
			n++
			continue
		case n > 1:
			return n
		}
		return 0
	}
	return 0
}

func isFrontKey(word string) bool {
	return isWord(word, "id", "title", "kind", "skills", "needs", "minutes", "when", "skip", "next", "stop")
}
