package formats_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/formats"
)

// block is an example of the page: its first line says what it is.
var block = regexp.MustCompile("(?ms)^(`{3,})([a-z]+) ([a-z]+)(?: ?([a-z]*)=(\\S+))?\n(.*?)^`{3,}$")

// TestDocumented imports the sources of docs/authoring/importing.md and compares
// what they become with what the page says, and that it names every format.
//
//	```text gift source=FILE   a source, of one file
//	```markdown becomes=FILE   a file of the course
//	```text report             what was lost
func TestDocumented(t *testing.T) {
	page, err := os.ReadFile("../../../docs/authoring/importing.md")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(page), "```markdown becomes", "```markdown is becomes")
	for _, f := range formats.All() {
		if !strings.Contains(text, "`cairn import "+f.Name+"`") {
			t.Errorf("the page does not say what `cairn import %s` reads", f.Name)
		}
	}
	var dir string
	var report importer.Report
	tried := 0
	for _, m := range block.FindAllStringSubmatch(text, -1) {
		word, key, name, content := m[3], m[4], m[5], m[6]
		if f, ok := formats.Named(word); ok && key == "source" {
			dir, report = run(t, f, name, content)
			tried++
			continue
		}
		switch {
		case key == "becomes":
			got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
			if err != nil || string(got) != content {
				t.Errorf("%s is\n%s\nthe page says\n%s\n%v", name, got, content, err)
			}
		case word == "report":
			var got bytes.Buffer
			if err := report.WriteLosses(&got); err != nil || strings.TrimSpace(got.String()) != strings.TrimSpace(content) {
				t.Errorf("the report is\n%s\nthe page says\n%s\n%v", got.String(), content, err)
			}
		default:
			t.Errorf("an example is nothing that is known: %s", m[0])
		}
	}
	if tried == 0 {
		t.Error("the page has no example")
	}
}

func run(t *testing.T, f importer.Format, name, content string) (string, importer.Report) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	src, closing, err := importer.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer closing()
	dir := filepath.Join(t.TempDir(), "course")
	report, err := importer.Import{Format: f, Others: formats.All(), Source: src, Dir: dir}.Run()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return dir, report
}
