package course

import (
	"io/fs"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// Header is what course.yaml says of a course as a whole.
type Header struct {
	Title   string
	Summary string
}

// Glance reads the header of the course in a folder, and nothing else of it: in
// a millisecond also where the course is large. Nothing is checked; what cannot
// be read is empty, and without a title of its own the course has name, as far
// as a glance tells. See Load for the course itself.
func Glance(fsys fs.FS, name string) Header {
	var said struct {
		Title   strictyaml.Scalar `yaml:"title"`
		Summary strictyaml.Scalar `yaml:"summary"`
	}
	if f := readFile(fsys, courseFile, maxFileSize); f.ok {
		cleanYAML().Decode([]byte(headerLines(f.text)), &said)
	}
	h := Header{Title: cutTitle(oneLine(said.Title.Text)), Summary: oneLine(said.Summary.Text)}
	if h.Title == "" {
		h.Title = orName("", textsafe.Line(name))
	}
	return h
}

// headerLines keeps the entries of course.yaml that Glance is after, each with
// the indented lines that go on with it.
func headerLines(src string) string {
	var out strings.Builder
	wanted := false
	for line := range strings.Lines(src) {
		if line[0] != ' ' && line[0] != '\t' && line[0] != '\n' {
			key, _, _ := strings.Cut(line, ":")
			wanted = key == "title" || key == "summary"
		}
		if wanted {
			out.WriteString(line)
		}
	}
	return out.String()
}
