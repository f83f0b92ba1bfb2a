package strictyaml

import (
	"bytes"

	"go.yaml.in/yaml/v4"
)

// simple reads the YAML that nearly every file and heading has: keys with
// plain words or lists of plain words, nothing nested, nothing quoted. It gives
// the nodes that the library would give, at a tenth of the cost, or nil for any
// text that could mean something else.
func (s *source) simple() *yaml.Node {
	if !s.ascii {
		return nil
	}
	root := &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	r := simpleReader{root: root}
	if s.flow {
		root.Style = yaml.FlowStyle
		if bytes.IndexByte(s.text, '\n') >= 0 || !r.flow(s.text) {
			return nil
		}
		return root
	}
	rest := s.text
	for n := 1; len(rest) > 0; n++ {
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte{'\n'})
		if len(line) > 0 && !r.entry(line, n, 0) {
			return nil
		}
	}
	if len(root.Content) == 0 {
		return nil
	}
	return root
}

// simpleReader builds one mapping.
type simpleReader struct {
	root  *yaml.Node
	spare []yaml.Node // made together
}

// scalar makes the node of a plain word.
func (r *simpleReader) scalar(text []byte, line, col int) *yaml.Node {
	const together = 4
	if len(r.spare) == 0 {
		r.spare = make([]yaml.Node, together)
	}
	n := &r.spare[0]
	r.spare = r.spare[1:]
	n.Kind, n.Value, n.Line, n.Column = yaml.ScalarNode, string(text), line, col
	return n
}

// flow reads "key: value, key: value".
func (r *simpleReader) flow(text []byte) bool {
	for at := 0; at < len(text); {
		end := at
		for open := false; end < len(text) && (open || text[end] != ','); end++ {
			switch text[end] {
			case '[':
				open = true
			case ']':
				open = false
			}
		}
		start := at + len(text[at:end]) - len(bytes.TrimLeft(text[at:end], " "))
		// The library counts the brace that stands before the text.
		if !r.entry(text[start:end], 1, start+1) || !r.plainInFlow() {
			return false
		}
		at = end + 1
		if at == len(text) {
			return false // a comma at the end
		}
	}
	return len(r.root.Content) > 0
}

// plainInFlow reports whether the value just read ends where it would in a
// flow collection.
func (r *simpleReader) plainInFlow() bool {
	last := r.root.Content[len(r.root.Content)-1]
	return last.Kind == yaml.SequenceNode || !bytes.ContainsAny([]byte(last.Value), "[]{},:?")
}

// entry reads "key: value" on the given line; offset is the column before it.
func (r *simpleReader) entry(text []byte, line, offset int) bool {
	k := 0
	for k < len(text) && keyByte(text[k], k == 0) {
		k++
	}
	if k == 0 || k+2 >= len(text) || text[k] != ':' || text[k+1] != ' ' {
		return false
	}
	value := bytes.Trim(text[k+2:], " ")
	at := offset + k + 3 + (len(text[k+2:]) - len(bytes.TrimLeft(text[k+2:], " ")))
	node := r.value(value, line, at)
	if node == nil {
		return false
	}
	r.root.Content = append(r.root.Content, r.scalar(text[:k], line, offset+1), node)
	return true
}

// value reads a plain word or a list of them.
func (r *simpleReader) value(text []byte, line, col int) *yaml.Node {
	if !bytes.HasPrefix(text, []byte("[")) {
		if !plainScalar(text) {
			return nil
		}
		return r.scalar(text, line, col)
	}
	inner, closed := bytes.CutSuffix(text[1:], []byte("]"))
	if !closed {
		return nil
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle, Line: line, Column: col}
	for at := 0; at <= len(inner); {
		item, _, _ := bytes.Cut(inner[at:], []byte(","))
		word := bytes.Trim(item, " ")
		if !plainScalar(word) || bytes.ContainsAny(word, "[]{}:?") {
			return nil
		}
		start := at + len(item) - len(bytes.TrimLeft(item, " "))
		list.Content = append(list.Content, r.scalar(word, line, col+1+start))
		at += len(item) + 1
	}
	return list
}

// keyByte reports the letters of a key that needs no thought.
func keyByte(c byte, first bool) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || !first && (c == '_' || c == '-' || c >= '0' && c <= '9')
}

// plainScalar reports text that YAML takes as it stands.
func plainScalar(text []byte) bool {
	if len(text) == 0 || !keyByte(text[0], false) || text[0] == '-' || text[0] == '_' || text[len(text)-1] == ':' {
		return false
	}
	return !bytes.Contains(text, []byte(": ")) && !bytes.Contains(text, []byte(" #")) && bytes.IndexByte(text, '\t') < 0
}
