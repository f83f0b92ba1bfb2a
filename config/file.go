package config

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// The codes of findings, besides those of YAML.
const (
	codeFile     = "settings-file"  // it cannot be read
	codeValue    = "setting-value"  // a value that the setting cannot have
	codeIntent   = "keys-intent"    // nothing that a key can do
	codeKey      = "keys-name"      // no key is called so
	codeTaken    = "keys-taken"     // one key for two things
	codeNeeded   = "keys-needed"    // something that must stay within reach has no key
	codeTheme    = "theme-file"     // a theme that cannot be used
	codeColour   = "theme-colour"   // no colour, or nothing that has one
	codeContrast = "theme-contrast" // hard to read
)

// document is the file of settings as written.
type document struct {
	Language strictyaml.Scalar                   `yaml:"language"`
	Theme    strictyaml.Scalar                   `yaml:"theme"`
	Symbols  strictyaml.Scalar                   `yaml:"symbols"`
	Screen   strictyaml.Scalar                   `yaml:"screen"`
	Measure  strictyaml.Scalar                   `yaml:"measure"`
	Pictures strictyaml.Scalar                   `yaml:"pictures"`
	Links    strictyaml.Scalar                   `yaml:"links"`
	Mouse    strictyaml.Scalar                   `yaml:"mouse"`
	Editor   strictyaml.Scalar                   `yaml:"editor"`
	Run      strictyaml.Scalar                   `yaml:"run"`
	OnSave   strictyaml.Scalar                   `yaml:"check-on-save"`
	Keys     strictyaml.Map[[]strictyaml.Scalar] `yaml:"keys"`
}

// file is a text of settings and what was found wrong with it.
type file struct {
	name  string
	src   []byte
	lines [][]byte
	found []course.Diag
}

func newFile(name string, src []byte) *file {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	return &file{name: name, src: src, lines: bytes.Split(src, []byte("\n"))}
}

// decode reads the text into dst.
func (f *file) decode(dst any) {
	for _, p := range strictyaml.Decode(f.src, dst) {
		if p.Code == strictyaml.Comment {
			continue // a remark; a colour that is one is told by itself
		}
		f.found = append(f.found, course.Diag{
			Code: p.Code, Severity: course.Error, Pos: course.Pos{File: f.name, Line: p.Line, Col: p.Col},
			Len: p.Len, Line: f.line(p.Line), Msg: p.Msg, Hint: p.Hint,
		})
	}
}

func (f *file) document() document {
	var doc document
	f.decode(&doc)
	return doc
}

// at reports something about a value.
func (f *file) at(sev course.Severity, code string, s strictyaml.Scalar, msg, hint string) {
	f.found = append(f.found, course.Diag{
		Code: code, Severity: sev, Pos: course.Pos{File: f.name, Line: s.Line, Col: s.Col},
		Len: min(len(s.Text), max(len(f.line(s.Line))-s.Col+1, 0)), Line: f.line(s.Line), Msg: msg, Hint: hint,
	})
}

func (f *file) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return string(f.lines[n-1])
}

// sorted returns the findings from top to bottom.
func (f *file) sorted() []course.Diag {
	slices.SortStableFunc(f.found, func(a, b course.Diag) int {
		return cmp.Or(cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
	return f.found
}
