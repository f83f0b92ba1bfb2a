package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// maxRepairs is how many syntax errors of one text are looked for.
const maxRepairs = 12

// compose reads the text into nodes. After a syntax error it empties the line
// at fault and reads again, so that one mistake does not hide the next. It
// returns nil when nothing can be read.
func (s *source) compose() *yaml.Node {
	last := 0
	for range maxRepairs {
		root, err := s.load()
		if err == nil {
			return root
		}
		var le *yaml.LoadError
		if !errors.As(err, &le) {
			s.add(Problem{Code: Syntax, Line: 1, Col: 1, Msg: "this cannot be read as YAML"})
			return nil
		}
		p := s.explain(le)
		if p.Line <= last { // the repair did not help: what follows would be noise
			return nil
		}
		last = p.Line
		s.add(p)
		if s.flow || p.Code == Limit || !s.repair(p) {
			return nil
		}
	}
	return nil
}

// load composes the first document and looks for a second one.
func (s *source) load() (*yaml.Node, error) {
	text := s.text
	if s.flow {
		text = slices.Concat([]byte("{"), text, []byte("\n}\n"))
	}
	loader, err := yaml.NewLoader(bytes.NewReader(text), yaml.WithPlugin(limits{}))
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := loader.Load(&doc); errors.Is(err, io.EOF) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var second yaml.Node
	if err := loader.Load(&second); err == nil {
		at := s.place(second.Line, second.Column)
		s.add(Problem{Code: Documents, Line: at.Line, Col: at.Col, Len: len(bytes.TrimSpace(s.line(at.Line))),
			Msg: "a second YAML document begins here", Hint: `remove the line "---"`})
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, nil
	}
	return doc.Content[0], nil
}

// limits stops the library early. Aliases are not followed when composing.
type limits struct{}

var errDepth = fmt.Errorf("lists and keys within each other deeper than %d", MaxDepth)

func (limits) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > MaxDepth+1 {
		return errDepth
	}
	return nil
}

func (limits) CheckAlias(_, _ int) error { return nil }

// repair empties the value on the line of a problem, or the whole line if it is
// out of place or has no key; and with an item of a list the items below it. Stars
// before items become dashes. It reports false if there is nothing to repair.
func (s *source) repair(p Problem) bool {
	start, ok := s.textLine(p.Line)
	if !ok {
		return false
	}
	s.text = bytes.Clone(s.text)
	if p.Code == List {
		return s.dashes(p, start)
	}
	repaired := s.empty(p, p.Line, start)
	if item := s.line(p.Line); repaired && p.Code == Indent && bytes.HasPrefix(item[p.Col-1:], []byte("- ")) {
		for n := p.Line + 1; n <= s.last && bytes.HasPrefix(s.line(n), item[:p.Col+1]); n++ {
			start = s.lineEnd(start) + 1
			s.empty(p, n, start)
		}
	}
	return repaired
}

// dashes puts dashes before the item at a problem and those below it. Its line
// begins at start.
func (s *source) dashes(p Problem, start int) bool {
	star := append(bytes.Repeat([]byte{' '}, p.Col-1), "* "...)
	repaired := false
	for n := p.Line; n <= s.last && bytes.HasPrefix(s.line(n), star); n++ {
		s.text[start+p.Col-1], repaired = '-', true
		start = s.lineEnd(start) + 1
	}
	return repaired
}

// textLine is where a line begins in the text that the library reads.
func (s *source) textLine(line int) (start int, ok bool) {
	for range line - 1 {
		i := bytes.IndexByte(s.text[start:], '\n')
		if i < 0 {
			return 0, false
		}
		start += i + 1
	}
	return start, true
}

// lineEnd is where the line that begins at start ends, without its line end.
func (s *source) lineEnd(start int) int {
	if i := bytes.IndexByte(s.text[start:], '\n'); i >= 0 {
		return start + i
	}
	return len(s.text)
}

// empty empties the line that begins at start, as far as a problem asks for it.
func (s *source) empty(p Problem, line, start int) bool {
	end := s.lineEnd(start)
	text := s.text[start:end]
	keep := keyEnd(text)
	if p.Code == Indent || p.Code == Tab {
		keep = 0
	}
	if len(bytes.TrimSpace(text[keep:])) == 0 {
		return false
	}
	for i := start + keep; i < end; i++ {
		s.text[i] = ' '
	}
	if s.damaged == nil {
		s.damaged = map[int]bool{}
	}
	s.damaged[line] = true
	return true
}

// keyEnd returns the offset after "key:" or after the dashes of a list item.
func keyEnd(line []byte) int {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '-' && i+1 < len(line) && line[i+1] == ' ') {
		i++
	}
	if i < len(line) && !strings.ContainsRune("\"'[]{}#&*!|>%@`,", rune(line[i])) {
		if c := bytes.Index(line[i:], []byte(": ")); c > 0 {
			return i + c + 1
		}
		if bytes.HasSuffix(line, []byte(":")) {
			return len(line)
		}
	}
	return i
}
