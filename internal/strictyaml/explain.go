package strictyaml

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

const quoteIt = "put the text in quotes"

// explain says what a syntax error of the library means to an author.
func (s *source) explain(e *yaml.LoadError) Problem {
	at := s.place(e.Mark.Line, e.Mark.Column)
	began := at
	if e.ContextMark.Line > 0 {
		began = s.place(e.ContextMark.Line, e.ContextMark.Column)
	}
	line := s.line(at.Line)
	rest := line[min(at.Col-1, len(line)):]

	switch msg := e.Message; {
	case strings.Contains(msg, errDepth.Error()):
		return Problem{Code: Limit, Line: at.Line, Col: at.Col, Msg: errDepth.Error(), Hint: "flatten it"}
	case strings.Contains(msg, "tab character") || bytes.HasPrefix(rest, []byte("\t")):
		return s.tab(at)
	case strings.Contains(msg, "mapping values are not allowed"):
		return s.colon(at)
	case strings.Contains(e.ContextMsg, "quoted scalar"):
		return s.quoted(e, began, at)
	case strings.Contains(msg, "unknown anchor"), strings.Contains(msg, "expected alphabetic or numeric"):
		return s.start(s.signBefore(at))
	case strings.Contains(e.ContextMsg, "a tag"), strings.Contains(msg, "tag handle"),
		strings.Contains(e.ContextMsg, "a block scalar"):
		return s.start(s.signBefore(began))
	case strings.Contains(msg, "cannot start any token"), strings.Contains(msg, "expected node content") && len(rest) > 0,
		strings.Contains(e.ContextMsg, "a directive"):
		if len(rest) == 0 {
			at = began
		}
		return s.start(at)
	case strings.Contains(msg, "could not find expected ':'"):
		text, hint := trimmedFrom(s.line(began.Line), began.Col), "is the colon missing after a key?"
		if glued(string(text)) {
			hint = spaceBehind
		}
		return Problem{Code: Syntax, Line: began.Line, Col: began.Col, Len: len(text),
			Msg: `neither "key: value" nor a list item`, Hint: hint}
	case strings.Contains(e.ContextMsg, "flow"):
		return s.unclosed(began, at)
	case strings.Contains(msg, "expected key"), strings.Contains(msg, "expected '-'"),
		strings.Contains(msg, "not allowed in this context"), strings.Contains(msg, "document start"):
		return s.misplaced(at)
	default:
		return Problem{Code: Syntax, Line: at.Line, Col: at.Col, Msg: "this cannot be read as YAML: " + msg}
	}
}

// spaceBehind is what to do about a key that is glued to its value.
const spaceBehind = "put a space behind the colon"

// glued reports a text that begins with a key and its value, without the space
// behind the colon.
func glued(text string) bool {
	key, value, found := strings.Cut(text, ":")
	return found && plainKey(key) && value != "" && !strings.HasPrefix(value, "//") && value[0] != ' '
}

// plainKey reports a short word that needs no quotes as a key.
func plainKey(word string) bool {
	return word != "" && len(word) <= 40 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz_-") == ""
}

func trimmedFrom(line []byte, col int) []byte {
	return bytes.TrimSpace(line[min(col-1, len(line)):])
}

// tab points at the first tab of the indentation at or after a place: the
// library may stop at the line before.
func (s *source) tab(at Place) Problem {
	for n := at.Line; n <= min(at.Line+1, s.last); n++ {
		line := s.line(n)
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t-"))]
		if i := bytes.IndexByte(indent, '\t'); i >= 0 && !s.damaged[n] {
			at = Place{n, i + 1}
			break
		}
	}
	return Problem{Code: Tab, Line: at.Line, Col: at.Col, Len: 1,
		Msg: "YAML cannot be indented with tabs", Hint: "use two spaces for each level"}
}

// colon tells a second ": " in one line from a line that is indented wrongly.
func (s *source) colon(at Place) Problem {
	line := s.line(at.Line)
	before := line[:min(at.Col-1, len(line))]
	if i := keyEnd(before); i > 0 && i < len(before) && before[i-1] == ':' {
		return Problem{Code: Colon, Line: at.Line, Col: at.Col, Len: 1,
			Msg: `a second ": " in one line`, Hint: quoteIt}
	}
	return s.indent(at.Line)
}

func (s *source) indent(n int) Problem {
	line := s.line(n)
	col := len(line) - len(bytes.TrimLeft(line, " ")) + 1
	if above := s.line(n - 1); bytes.HasPrefix(line[col-1:], []byte("- ")) && keyColumn(above) == col {
		if i := keyEnd(above); i > 0 && above[i-1] == ':' && len(bytes.TrimSpace(above[i:])) > 0 {
			return Problem{Code: Indent, Line: n, Col: col, Len: len(trimmedFrom(line, col)),
				Msg:  fmt.Sprintf("a list cannot stand right below %q", short(string(trimmedFrom(above, col)))),
				Hint: "write the key that it belongs to in a line above it, with a colon"}
		}
	}
	return Problem{Code: Indent, Line: n, Col: col, Len: len(trimmedFrom(line, col)),
		Msg: "this line is indented differently from the line above", Hint: "begin it in the same column as the lines that it belongs with"}
}

// keyColumn is the column of the key of a line, behind the dash of an item.
func keyColumn(line []byte) int {
	rest := bytes.TrimLeft(line, " -")
	return len(line) - len(rest) + 1
}

func (s *source) quoted(e *yaml.LoadError, began, at Place) Problem {
	if strings.Contains(e.Message, "escape") || strings.Contains(e.Message, "hexadecimal") {
		return Problem{Code: Quote, Line: at.Line, Col: at.Col, Len: 1,
			Msg:  "this backslash begins no escape that YAML knows",
			Hint: `write \\ for a backslash, or use single quotes`}
	}
	return s.unclosedQuote(began)
}

func (s *source) unclosedQuote(at Place) Problem {
	line := s.line(at.Line)
	quote := `"`
	if at.Col <= len(line) {
		quote = string(line[at.Col-1])
	}
	return Problem{Code: Quote, Line: at.Line, Col: at.Col, Len: 1,
		Msg: "this quote is never closed", Hint: "end the text with " + quote}
}

// signBefore moves back over the letters of a name to the sign it belongs to.
func (s *source) signBefore(at Place) Place {
	line := s.line(at.Line)
	for i := min(at.Col, len(line)); i > 0; i-- {
		if strings.IndexByte("*&!|>", line[i-1]) >= 0 {
			return Place{at.Line, i}
		}
		if line[i-1] == ' ' && i < at.Col {
			break
		}
	}
	return at
}

func (s *source) start(at Place) Problem {
	if text := bytes.TrimLeft(s.line(at.Line), " "); bytes.HasPrefix(text, []byte("* ")) && len(s.line(at.Line))-len(text) == at.Col-1 {
		return Problem{Code: List, Line: at.Line, Col: at.Col, Len: 1, Msg: `the items of a list begin with "-" here, not with "*"`, Hint: bulletHint}
	}
	r, n := utf8.DecodeRune(trimmedFrom(s.line(at.Line), at.Col))
	if n == 0 {
		return Problem{Code: Syntax, Line: at.Line, Col: at.Col, Msg: "a value is missing here"}
	}
	return Problem{Code: Start, Line: at.Line, Col: at.Col, Len: n,
		Msg: fmt.Sprintf("text cannot start with %q", string(r)), Hint: quoteIt}
}

// unclosed explains a list or mapping in brackets that does not end.
func (s *source) unclosed(began, at Place) Problem {
	if p, ok := s.afterQuote(at); ok {
		return p
	}
	if s.flow {
		at = s.wordBefore(at)
		return Problem{Code: Syntax, Line: at.Line, Col: at.Col, Len: len(trimmedFrom(s.line(at.Line), at.Col)),
			Msg: "a comma is missing before this", Hint: `write "key: value, key: value", or put the text in quotes`}
	}
	line := s.line(began.Line)
	open, end := byte('{'), "}"
	if began.Col <= len(line) && line[began.Col-1] == '[' {
		open, end = '[', "]"
	}
	if at.Line == began.Line {
		at = s.wordBefore(at)
		return Problem{Code: Syntax, Line: at.Line, Col: at.Col, Len: 1,
			Msg:  fmt.Sprintf("a comma or %q is missing before this", end),
			Hint: "separate the entries with commas, or put the text in quotes"}
	}
	return Problem{Code: Syntax, Line: began.Line, Col: began.Col, Len: 1,
		Msg: fmt.Sprintf("this %q is never closed", string(open)), Hint: fmt.Sprintf("end it with %q", end)}
}

// wordBefore moves from a colon to the start of its key.
func (s *source) wordBefore(at Place) Place {
	line := s.line(at.Line)
	if at.Col > len(line) || line[at.Col-1] != ':' {
		return at
	}
	return Place{at.Line, bytes.LastIndexAny(line[:at.Col-1], " ,{[") + 2}
}

// misplaced explains a line that fits nowhere.
func (s *source) misplaced(at Place) Problem {
	if p, ok := s.afterQuote(at); ok {
		return p
	}
	line := s.line(at.Line)
	if s.flow {
		i := bytes.LastIndexAny(line[:min(at.Col, len(line))], "}]")
		return Problem{Code: Syntax, Line: at.Line, Col: max(i, 0) + 1, Len: 1,
			Msg: "this bracket closes nothing", Hint: quoteIt}
	}
	if i := keyEnd(line); i < len(line) {
		value := bytes.TrimLeft(line[i:], " ")
		if col := len(line) - len(value) + 1; len(value) > 0 && (value[0] == '[' || value[0] == '{') && at.Col > col {
			return s.start(Place{at.Line, col})
		}
	}
	for n := at.Line; n >= max(1, at.Line-100); n-- {
		if i := s.openQuote(n); i >= 0 && !s.damaged[n] {
			return s.unclosedQuote(Place{n, i + 1})
		}
	}
	return s.indent(at.Line)
}

// openQuote returns the offset of a value's opening quote that is not closed
// on its line, or -1.
func (s *source) openQuote(n int) int {
	line := s.line(n)
	i := keyEnd(line)
	i += len(line[i:]) - len(bytes.TrimLeft(line[i:], " "))
	if i >= len(line) || line[i] != '"' && line[i] != '\'' {
		return -1
	}
	if bytes.IndexByte(line[i+1:], line[i]) >= 0 {
		return -1
	}
	return i
}

// afterQuote finds text that follows a closed quote on the same line.
func (s *source) afterQuote(at Place) (Problem, bool) {
	line := s.line(at.Line)
	before := bytes.TrimRight(line[:min(at.Col-1, len(line))], " ")
	value := bytes.TrimLeft(before[keyEnd(before):], " ")
	if c := bytes.LastIndex(before, []byte(": ")); c >= 0 {
		value = bytes.TrimLeft(before[c+2:], " ")
	}
	word, _, _ := bytes.Cut(trimmedFrom(line, at.Col), []byte(" "))
	if bytes.HasSuffix(word, []byte(":")) { // a key: what is missing is a comma
		return Problem{}, false
	}
	if len(value) < 2 || value[0] != '"' && value[0] != '\'' || value[len(value)-1] != value[0] {
		return Problem{}, false
	}
	hint := `put the whole text in quotes of the other kind: '…"…'`
	if value[0] == '\'' {
		hint = `put the whole text in quotes of the other kind: "…'…"`
	}
	return Problem{Code: Quote, Line: at.Line, Col: at.Col, Len: len(trimmedFrom(line, at.Col)),
		Msg: "text after the closing quote", Hint: hint}, true
}
