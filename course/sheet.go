package course

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// Sheet is a file of YAML that lies beside a course and is no part of it, such as
// the expectations of its tests. What is found wrong with it is said as of the
// files of the course.
type Sheet struct {
	Diags []Diag // in the order in which they were found

	file  string
	lines []string
}

// ReadSheet reads such a file into dst, as strictyaml.Decode does. The error
// says that there is none (fs.ErrNotExist) or that it cannot be read; mistakes
// in it are findings.
func ReadSheet(fsys fs.FS, file string, dst any) (*Sheet, error) {
	read := readFile(fsys, file, strictyaml.MaxSize)
	switch {
	case errors.Is(read.err, errTooLarge):
		return nil, fmt.Errorf("reading %s: it is larger than %d MiB; make it shorter", file, strictyaml.MaxSize>>20)
	case read.err != nil:
		return nil, fmt.Errorf("reading %s: %w", file, withoutPath(read.err))
	}
	s := &Sheet{file: file, lines: strings.Split(read.text, "\n")}
	for _, d := range read.diags {
		s.add(d)
	}
	if read.crlf {
		s.add(Diag{Code: codeCRLF, Severity: Warning, Pos: Pos{File: file}, Msg: fmt.Sprintf(crlfMsg, ""), Hint: crlfHint})
	}
	if !read.ok {
		return s, nil
	}
	for _, p := range cleanYAML().Decode([]byte(read.text), dst) {
		s.add(Diag{Code: p.Code, Severity: yamlSeverity(p, Error), Pos: Pos{File: file, Line: p.Line, Col: p.Col}, Len: p.Len, Msg: p.Msg, Hint: p.Hint})
	}
	return s, nil
}

// Fail reports an error about a value in the file.
func (s *Sheet) Fail(code string, at strictyaml.Scalar, msg, hint string) {
	s.add(Diag{Code: code, Severity: Error, Pos: scalarPos(s.file, at), Len: len(at.Text), Msg: msg, Hint: hint})
}

// add takes in a finding with its line. A length that is more than the line has,
// as of a text with escapes, is cut.
func (s *Sheet) add(d Diag) {
	if len(s.Diags) >= maxPerFile {
		return
	}
	if n := d.Pos.Line; n > 0 && n <= len(s.lines) {
		d.Line = s.lines[n-1]
		d.Len = max(0, min(d.Len, len(d.Line)-d.Pos.Col+1))
	}
	s.Diags = append(s.Diags, d)
}

// Sorted are the findings by line and column.
func (s *Sheet) Sorted() []Diag {
	sortDiags(s.Diags)
	return s.Diags
}
