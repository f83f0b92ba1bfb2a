// Package strictyaml reads the YAML of courses and settings: it reports all
// problems at once, each with its place and a cure, keeps scalars as they were
// typed, and refuses what could eat memory or time.
//
// Anchors, aliases, merge keys, tags and second documents are refused. A key
// that the Go type does not know is a problem, and so is a key given twice.
package strictyaml

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
)

// Problem is one thing wrong with a YAML text. Line and Col count from 1, in
// lines and bytes, within the text given to Decode.
type Problem struct {
	Code      string
	Line, Col int
	Len       int // bytes of the line it is about; 0: none in particular
	Msg, Hint string
}

// The codes of problems.
const (
	Syntax      = "yaml-syntax"       // none of the other mistakes, but not YAML
	Tab         = "yaml-tab"          // indented with a tab
	Indent      = "yaml-indent"       // indented unlike the lines around it
	Colon       = "yaml-colon"        // a second ": " in one line
	Quote       = "yaml-quote"        // a quote never closed, or text after a closed one
	Start       = "yaml-start"        // text that starts with a sign of YAML
	List        = "yaml-list"         // a list that is written as something else
	Comma       = "yaml-comma"        // text in braces that a comma cuts in two
	Comment     = "yaml-comment"      // text that a "#" ends
	Alias       = "yaml-alias"        // anchors, aliases, merge keys and tags
	UnknownKey  = "yaml-unknown-key"  // a key that means nothing here
	RepeatedKey = "yaml-repeated-key" // a key given twice
	Type        = "yaml-type"         // a value of the wrong kind
	Limit       = "yaml-limit"        // too large, too deep or too many
	Documents   = "yaml-documents"    // more than one document
	Control     = "control-character" // an escape that stands for a control character
	Bidi        = "bidi-character"    // an escape that stands for a direction control
)

// The limits. They are far above what people write by hand and low enough that
// the worst text stays under a second and a hundred megabytes.
const (
	MaxSize  = 2 << 20 // bytes
	MaxDepth = 20      // lists and mappings within each other
	MaxKeys  = 5000    // of one mapping whose keys are the author's own
	maxNodes = 300_000 // keys and values, estimated from the signs between them
	maxFound = 100     // problems reported for one text
)

// Decode reads one YAML document into dst, a pointer. It fills what it can:
// a problem with one value leaves the others in place. A nil result means that
// all of src was understood.
//
// dst may be built of structs with yaml tags, Scalar, string, int, float64,
// bool, slices, pointers and Map. A single value is taken for a list of one. A
// struct that implements ScalarTaker may be given as a scalar, and its fields
// of type Place are set to where it stands. A field tagged `yaml:"key,raw"`
// holds a line of another language, such as a rule: quotes and brackets in it
// need no quoting. Control characters in src become U+FFFD; finding those that
// stand in the file itself is left to the caller.
func Decode(src []byte, dst any) []Problem { return Reader{}.Decode(src, dst) }

// DecodeFlow is Decode for the inside of a flow mapping, such as
// `id: stage-1, skill: staging`. Places are those within src.
func DecodeFlow(src []byte, dst any) []Problem { return Reader{}.DecodeFlow(src, dst) }

// Reader reads as Decode and DecodeFlow do, and sees to every text before dst
// gets it: an escape in quotes stands for characters that a look at the file
// does not find.
type Reader struct {
	Clean func(string) string // of every value and of every key of a Map; nil: as it is
}

// Decode is the function Decode with clean texts.
func (r Reader) Decode(src []byte, dst any) []Problem { return r.decode(src, false, dst) }

// DecodeFlow is the function DecodeFlow with clean texts.
func (r Reader) DecodeFlow(src []byte, dst any) []Problem { return r.decode(src, true, dst) }

func (r Reader) decode(src []byte, flow bool, dst any) []Problem {
	if p := tooLarge(src); p != nil {
		return []Problem{*p}
	}
	s := newSource(src, flow)
	root := s.simple()
	if root == nil {
		s.maskRaw(func() []string { return rawKeys(dst) })
		root = s.compose()
	}
	if root != nil {
		d := decoder{src: s, clean: r.Clean}
		if d.clean == nil {
			d.clean = func(text string) string { return text }
		}
		d.root(root, dst)
	}
	return s.sorted()
}

// tooLarge refuses a text by its size and by the number of values it can hold,
// before any memory is spent on it.
func tooLarge(src []byte) *Problem {
	if len(src) > MaxSize {
		return &Problem{Code: Limit, Line: 1, Col: 1,
			Msg: fmt.Sprintf("more than %d MiB of YAML", MaxSize>>20), Hint: "make it shorter; the text of a course belongs in Markdown files"}
	}
	n := 0
	for _, sign := range []string{",", "\n", "[", "{", ": ", "- "} {
		n += bytes.Count(src, []byte(sign))
	}
	if n > maxNodes {
		return &Problem{Code: Limit, Line: 1, Col: 1,
			Msg: fmt.Sprintf("more than %d values in one YAML text", maxNodes), Hint: "make it shorter, or split the course"}
	}
	return nil
}

// add records a problem, once for each place and code, and keeps it within its
// line.
func (s *source) add(p Problem) {
	if s.full() {
		return
	}
	p.Col = min(p.Col, len(s.line(p.Line))+1)
	p.Len = min(p.Len, len(s.line(p.Line))+1-p.Col)
	for _, q := range s.problems {
		if q.Line == p.Line && q.Col == p.Col && q.Code == p.Code {
			return
		}
	}
	s.problems = append(s.problems, p)
}

// full reports that enough problems were found.
func (s *source) full() bool { return len(s.problems) >= maxFound }

func (s *source) sorted() []Problem {
	slices.SortStableFunc(s.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return s.problems
}
