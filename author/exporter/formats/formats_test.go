package formats_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/exporter/formats"
	"github.com/cairn-learn/cairn/author/exporter/internal/tried"
)

// block is an example of the page: its first line says what it is.
var block = regexp.MustCompile("(?ms)^(`{3,})([a-z]+) ([a-z]+)(?:=(\\S+))?\n(.*?)^`{3,}$")

// TestDocumented exports the courses of docs/authoring/exporting.md and compares what
// they become with what the page says, and that it names every format.
//
//	```markdown lesson=FILE   a course of one lesson
//	```text exports=FORMAT    what it becomes
//	```text report            what was lost of it
func TestDocumented(t *testing.T) {
	page, err := os.ReadFile("../../../docs/authoring/exporting.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range formats.All() {
		if !strings.Contains(string(page), "`cairn export "+f.Name+"`") {
			t.Errorf("the page does not say what `cairn export %s` writes", f.Name)
		}
	}
	var src exporter.Source
	var w exporter.Written
	exported := 0
	for _, m := range block.FindAllStringSubmatch(string(page), -1) {
		key, value, content := m[3], m[4], m[5]
		switch key {
		case "lesson":
			src = tried.Load(t, fstest.MapFS{value: &fstest.MapFile{Data: []byte(content)}}, "course")
		case "exports":
			f, ok := formats.Named(value)
			if !ok {
				t.Fatalf("there is no format %s", value)
			}
			if w, err = f.Write(src); err != nil || string(w.Data) != content {
				t.Errorf("%s is\n%s\nthe page says\n%s\n%v", value, w.Data, content, err)
			}
			exported++
		case "report":
			if got := string(tried.Losses(w.Losses)); got != content {
				t.Errorf("lost is\n%s\nthe page says\n%s", got, content)
			}
		default:
			t.Errorf("an example is nothing that is known: %s", m[0])
		}
	}
	if exported == 0 {
		t.Error("the page has no example")
	}
}

// TestSameBytes: the same course gives the same file, and something of each course
// that comes with the program.
func TestSameBytes(t *testing.T) {
	for _, f := range formats.All() {
		for _, src := range []exporter.Source{tried.Every(t), tried.BuiltIn(t, "git"), tried.BuiltIn(t, "go"), tried.BuiltIn(t, "shell"), tried.BuiltIn(t, "welcome"), tried.BuiltIn(t, "write-a-course")} {
			a, err := f.Write(src)
			b, again := f.Write(src)
			switch {
			case f.Name == "anki" && len(src.Course.Cards) == 0:
				if err == nil {
					t.Errorf("%s of %s: cards without cards", f.Name, src.Course.ID)
				}
			case err != nil || again != nil || len(a.Data) == 0 || string(a.Data) != string(b.Data):
				t.Errorf("%s of %s: %d and %d bytes, %v", f.Name, src.Course.ID, len(a.Data), len(b.Data), err)
			}
		}
	}
}
