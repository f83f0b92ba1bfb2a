package strictyaml

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// source is a YAML text on its way to the library. Every change made to it
// keeps lines and letters where they are, so that places stay true.
type source struct {
	orig     []byte   // as given
	text     []byte   // as the library reads it; rune for rune the same layout
	ascii    bool     // orig is printable ASCII
	last     int      // number of the last line of orig
	lines    [][]byte // of orig, without line ends; made when asked for
	flow     bool     // orig is the inside of a flow mapping
	raw      map[Place]string
	damaged  map[int]bool // lines that a repair has emptied
	problems []Problem

	wide     []int // byte offset of each letter of line wideLine; nil if it is ASCII
	wideLine int
}

func newSource(src []byte, flow bool) *source {
	s := &source{orig: src, text: src, flow: flow, ascii: plainASCII(src),
		last: bytes.Count(src, []byte{'\n'}) + 1}
	if !s.ascii {
		s.text = readable(src)
	}
	return s
}

// plainASCII reports a text without anything to clean and with one byte for
// every letter.
func plainASCII(src []byte) bool {
	for _, c := range src {
		if c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

// readable replaces what the library refuses or takes for a line end, rune for
// rune: control characters, broken UTF-8, byte order marks.
func readable(src []byte) []byte {
	if !needsCleaning(src) {
		return src
	}
	out := make([]byte, 0, len(src)+64)
	for len(src) > 0 {
		r, n := utf8.DecodeRune(src)
		if unreadable(r) || r == utf8.RuneError {
			out = append(out, "\uFFFD"...)
		} else {
			out = append(out, src[:n]...)
		}
		src = src[n:]
	}
	return out
}

func needsCleaning(src []byte) bool {
	for i := 0; i < len(src); i++ {
		c := src[i]
		if c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
			return true
		}
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRune(src[i:])
			if unreadable(r) || r == utf8.RuneError && n == 1 {
				return true
			}
			i += n - 1
		}
	}
	return false
}

func unreadable(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r < ' ' || r >= 0x7f && r < 0xa0:
		return true
	}
	return r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
}

// split returns the lines of the original text.
func (s *source) split() [][]byte {
	if s.lines == nil {
		s.lines = bytes.Split(s.orig, []byte{'\n'})
	}
	return s.lines
}

// line returns the given line of the original text, counting from 1.
func (s *source) line(n int) []byte {
	lines := s.split()
	if n < 1 || n > len(lines) {
		return nil
	}
	return lines[n-1]
}

// place turns a line and a column in letters, as the library counts them in
// what it was given, into a place in the original text.
func (s *source) place(line, col int) Place {
	if s.flow && line == 1 {
		col--
	}
	line, col = max(line, 1), max(col, 1)
	if line > s.last { // at the end: the last place there is
		return Place{s.last, len(s.line(s.last)) + 1}
	}
	if s.ascii {
		return Place{line, col}
	}
	return Place{line, s.offset(line, col-1) + 1}
}

// offset turns a number of letters on a line into a number of bytes. It
// remembers the line it was last asked about, so that one long line costs no
// more than many short ones.
func (s *source) offset(n, letters int) int {
	line := s.line(n)
	if n != s.wideLine {
		s.wideLine, s.wide = n, nil
		if !ascii(line) {
			for i := 0; i < len(line); {
				s.wide = append(s.wide, i)
				_, size := utf8.DecodeRune(line[i:])
				i += size
			}
		}
	}
	if s.wide == nil {
		return min(letters, len(line))
	}
	if letters < len(s.wide) {
		return s.wide[letters]
	}
	return len(line)
}

func ascii(text []byte) bool {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// maskRaw hides the values of keys that hold another language wherever YAML
// would stumble over them, and keeps their text by place.
func (s *source) maskRaw(keys func() []string) {
	if !bytes.ContainsAny(s.text, "\"'[{!*&") {
		return
	}
	for _, key := range keys() {
		if !bytes.Contains(s.text, []byte(key+":")) {
			continue
		}
		at := 0
		for n, line := range s.split() {
			s.maskLine(n, at, line, key)
			at += len(line) + 1
		}
	}
}

// maskLine masks the values of key on one line, which begins at offset at of
// the original text.
func (s *source) maskLine(n, at int, line []byte, key string) {
	if len(s.text) != len(s.orig) { // replaced characters: leave it to the library
		return
	}
	open := 0
	for from := 0; ; {
		i := bytes.Index(line[from:], []byte(key+":"))
		if i < 0 {
			return
		}
		open += depth(line[from : from+i])
		i += from
		from = i + len(key) + 1
		inFlow := s.flow || open > 0
		if from < len(line) && line[from] != ' ' || !keyPlace(line[:i], inFlow) {
			continue
		}
		start := from + len(line[from:]) - len(bytes.TrimLeft(line[from:], " "))
		value := rawValue(line[start:], inFlow)
		if value == "" || !stumbles(value, inFlow) {
			continue
		}
		if &s.text[0] == &s.orig[0] {
			s.text = bytes.Clone(s.orig)
			s.raw = map[Place]string{}
		}
		s.raw[Place{n + 1, start + 1}] = value
		for j := range value {
			if value[j] < utf8.RuneSelf {
				s.text[at+start+j] = 'r'
			}
		}
		from = start + len(value)
	}
}

// keyPlace reports whether a key may stand after the given text of its line.
func keyPlace(before []byte, inFlow bool) bool {
	before = bytes.TrimRight(before, " ")
	if len(before) == 0 {
		return true
	}
	last := before[len(before)-1]
	return inFlow && (last == '{' || last == ',') || last == '-' && len(bytes.Trim(before, " -")) == 0
}

// depth counts the brackets that are open at the end of a text.
func depth(text []byte) int {
	n := 0
	for _, c := range text {
		switch c {
		case '{', '[':
			n++
		case '}', ']':
			n--
		}
	}
	return n
}

// rawValue cuts the value off the text that begins with it: up to the end of
// the line or a comment and, in a flow collection, up to its next comma or end.
func rawValue(text []byte, inFlow bool) string {
	var quote byte
	open := 0
	end := len(text)
scan:
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"', c == '\'':
			quote = c
		case c == '#' && i > 0 && text[i-1] == ' ':
			end = i
			break scan
		case !inFlow:
		case c == '[', c == '{', c == '(':
			open++
		case (c == ']' || c == '}' || c == ',') && open == 0:
			end = i
			break scan
		case c == ']', c == '}', c == ')':
			open--
		}
	}
	return string(bytes.TrimRight(text[:end], " \t"))
}

// stumbles reports whether YAML would not read the value as plain text.
func stumbles(value string, inFlow bool) bool {
	if q := value[0]; q == '"' || q == '\'' {
		return strings.IndexByte(value[1:], q) != len(value)-2
	}
	return strings.ContainsAny(value[:1], "[{!*&") || inFlow && strings.ContainsAny(value, "[]{},")
}
