package place

import (
	"slices"
	"strings"
)

// scalar is a word of YAML with the keys above it. Lists add nothing to the
// keys.
type scalar struct {
	keys       []string // those it stands below; of a key, without itself
	key        bool
	alone      bool // a word on a line of its own: maybe a key that is being written
	start, end int
	text       string
	quoted     bool
}

// scan finds the words of a YAML mapping: block and flow, with comments and
// quotes. What YAML allows and the format does not (anchors, tags) is read as
// words. base is where the text stands in its file.
func scan(text string, base int) []scalar {
	s := scanner{text: text, base: base}
	for s.at < len(text) {
		s.line()
	}
	return s.found
}

type level struct {
	indent int
	key    string
}

type scanner struct {
	text  string
	depth int // braces and brackets that are open
	base  int
	at    int
	stack []level // keys of block mappings, outermost first
	found []scalar
}

// line reads one line of a block mapping.
func (s *scanner) line() {
	indent := 0
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t') {
		s.at++
		indent++
	}
	for s.at < len(s.text) && s.text[s.at] == '-' && (s.at+1 == len(s.text) || s.text[s.at+1] == ' ' || s.text[s.at+1] == '\n') {
		s.at++
		indent++
		for s.at < len(s.text) && s.text[s.at] == ' ' {
			s.at++
			indent++
		}
	}
	if s.end() {
		return
	}
	for len(s.stack) > 0 && s.stack[len(s.stack)-1].indent >= indent {
		s.stack = s.stack[:len(s.stack)-1]
	}
	s.entry(indent)
}

// end passes over the end of a line and a comment before it.
func (s *scanner) end() bool {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t' || s.text[s.at] == '\r') {
		s.at++
	}
	if s.at < len(s.text) && s.text[s.at] == '#' {
		s.skipLine()
		return true
	}
	if s.at < len(s.text) && s.text[s.at] == '\n' {
		s.at++
		return true
	}
	return s.at >= len(s.text)
}

func (s *scanner) skipLine() {
	if i := strings.IndexByte(s.text[s.at:], '\n'); i >= 0 {
		s.at += i + 1
		return
	}
	s.at = len(s.text)
}

// entry reads "key: value" or a value.
func (s *scanner) entry(indent int) {
	if s.text[s.at] == '{' || s.text[s.at] == '[' {
		s.flow(s.keys())
		s.rest()
		return
	}
	word, colon := s.word("")
	word.keys, word.key = s.keys(), colon
	if !colon {
		word.alone = true
		s.found = append(s.found, word)
		s.rest()
		return
	}
	s.found = append(s.found, word)
	s.stack = append(s.stack, level{indent, word.text})
	for s.at < len(s.text) && s.text[s.at] == ' ' {
		s.at++
	}
	switch {
	case s.at >= len(s.text) || s.text[s.at] == '\n' || s.text[s.at] == '#' || s.text[s.at] == '\r':
	case s.text[s.at] == '{' || s.text[s.at] == '[':
		s.flow(s.keys())
	case s.text[s.at] == '|' || s.text[s.at] == '>':
		s.block(indent)
		return
	default:
		value := s.value()
		value.keys = s.keys()
		s.found = append(s.found, value)
	}
	s.rest()
}

// block passes over a text of several lines.
func (s *scanner) block(indent int) {
	s.skipLine()
	for s.at < len(s.text) {
		line, _, _ := strings.Cut(s.text[s.at:], "\n")
		if trimmed := strings.TrimLeft(line, " "); trimmed != "" && len(line)-len(trimmed) <= indent {
			return
		}
		s.skipLine()
	}
}

func (s *scanner) rest() {
	for s.at < len(s.text) && !s.end() {
		s.at++
	}
}

func (s *scanner) keys() []string {
	keys := make([]string, 0, len(s.stack))
	for _, l := range s.stack {
		keys = append(keys, l.key)
	}
	return keys
}

// flow reads a mapping in braces or a list in brackets.
func (s *scanner) flow(keys []string) {
	const deepest = 20 // as deep as the format goes
	if s.depth >= deepest {
		s.at++
		return
	}
	s.depth++
	defer func() { s.depth-- }()
	opened := s.text[s.at]
	s.at++
	inner := keys
	for s.at < len(s.text) {
		switch c := s.text[s.at]; {
		case c == '}' || c == ']':
			s.at++
			return
		case c == ',':
			s.at++
			inner = keys
		case c == '{' || c == '[':
			s.flow(inner)
		case strings.IndexByte(" \t\n\r:", c) >= 0:
			s.at++
		case c == '#' && s.at > 0 && s.text[s.at-1] == ' ':
			s.skipLine()
		case len(inner) > len(keys) && isRule(inner[len(inner)-1]):
			rule := s.rule()
			rule.keys = inner
			s.found = append(s.found, rule)
		default:
			word, colon := s.word(",]}[{")
			word.keys, word.key = inner, colon
			word.alone = opened == '{' && len(inner) == len(keys) && !colon
			s.found = append(s.found, word)
			if colon {
				inner = append(slices.Clone(keys), word.text)
			}
		}
	}
}

// word reads one word up to a colon, to one of the marks or to the end of the
// line, and reports whether a colon ends it.
func (s *scanner) word(marks string) (scalar, bool) {
	if c := s.text[s.at]; c == '"' || c == '\'' {
		w := s.quoted(c)
		for s.at < len(s.text) && s.text[s.at] == ' ' {
			s.at++
		}
		if s.at < len(s.text) && s.text[s.at] == ':' {
			s.at++
			return w, true
		}
		return w, false
	}
	start := s.at
	for s.at < len(s.text) {
		c := s.text[s.at]
		if c == '\n' || c == '\r' || strings.IndexByte(marks, c) >= 0 || c == '#' && s.at > start && s.text[s.at-1] == ' ' {
			break
		}
		if c == ':' && (s.at+1 == len(s.text) || strings.IndexByte(" \t\r\n", s.text[s.at+1]) >= 0 || strings.IndexByte(marks, s.text[s.at+1]) >= 0) {
			w := s.scalar(start, s.at)
			s.at++
			return w, true
		}
		s.at++
	}
	if s.at == start {
		s.at++ // a mark of which nothing is known is passed over
	}
	return s.scalar(start, s.at), false
}

// value reads the rest of a line as one value; colons may stand in it.
func (s *scanner) value() scalar {
	start := s.at
	if c := s.text[s.at]; c == '"' || c == '\'' {
		w := s.quoted(c)
		rest, _, _ := strings.Cut(s.text[s.at:], "\n")
		if rest = strings.TrimSpace(rest); rest == "" || rest[0] == '#' {
			return w
		}
		s.at = start // a rule that begins with a word in quotes
	}
	for s.at < len(s.text) && s.text[s.at] != '\n' && s.text[s.at] != '\r' && (s.text[s.at] != '#' || s.text[s.at-1] != ' ') {
		s.at++
	}
	return s.scalar(start, s.at)
}

// isRule reports whether rules stand behind a key, which are read as they are.
func isRule(key string) bool { return key == "when" || key == "skip" }

// rule reads a rule within braces, up to the comma or brace behind it.
func (s *scanner) rule() scalar {
	start, depth, quote := s.at, 0, byte(0)
	for ; s.at < len(s.text) && s.text[s.at] != '\n'; s.at++ {
		switch c := s.text[s.at]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '[':
			depth++
		case c == ']' && depth > 0:
			depth--
		case depth == 0 && (c == ',' || c == '}' || c == ']'):
			return s.scalar(start, s.at)
		}
	}
	return s.scalar(start, s.at)
}

func (s *scanner) scalar(start, end int) scalar {
	text := strings.TrimRight(s.text[start:end], " \t\r")
	return scalar{start: s.base + start, end: s.base + start + len(text), text: text}
}

// quoted reads a word between quotation marks, up to the end of the line at most.
func (s *scanner) quoted(mark byte) scalar {
	s.at++
	start := s.at
	for s.at < len(s.text) && s.text[s.at] != mark && s.text[s.at] != '\n' {
		if s.text[s.at] == '\\' && mark == '"' && s.at+1 < len(s.text) && s.text[s.at+1] != '\n' {
			s.at++
		}
		s.at++
	}
	w := scalar{start: s.base + start, end: s.base + s.at, text: s.text[start:s.at], quoted: true}
	if s.at < len(s.text) && s.text[s.at] == mark {
		s.at++
	}
	return w
}
