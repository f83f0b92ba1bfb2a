package qti

import (
	"flag"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
)

var update = flag.Bool("update", false, "write the cases of testdata anew")

func TestCases(t *testing.T) {
	importtest.Cases(t, "", func(in fs.FS) (*draft.Course, []draft.Loss, error) {
		return Format().Read(importer.Source{Name: "quiz", FS: in})
	}, *update)
}

// TestBounds: a document that is meant to exhaust a reader is refused.
func TestBounds(t *testing.T) {
	for name, doc := range map[string]string{
		"entities": `<!DOCTYPE q [<!ENTITY a "b">]><q>&a;</q>`,
		"outside":  `<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/hosts">]><q>&a;</q>`,
		"deep":     strings.Repeat("<q>", 100) + strings.Repeat("</q>", 100),
		"encoding": `<?xml version="1.0" encoding="UTF-7"?><q/>`,
		"empty":    "",
		"cut":      "<q><a>",
	} {
		if _, err := parseXML([]byte(doc)); err == nil {
			t.Errorf("%s: it was read", name)
		}
	}
}

// FuzzImport: whatever a file holds, a course comes of it that loads without an
// error.
func FuzzImport(f *testing.F) {
	data, err := os.ReadFile("testdata/canvas.txtar")
	if err != nil {
		f.Fatal(err)
	}
	head, tail := "<questestinterop><assessment><section>", "</section></assessment></questestinterop>"
	for i, part := range strings.Split(string(data), "<item ") {
		if i > 0 {
			item, _, _ := strings.Cut(part, "</item>")
			f.Add(head + "<item " + item + "</item>" + tail)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			return
		}
		src := importer.Source{Name: "a.xml", FS: archive.Files(map[string][]byte{"a.xml": []byte(text)}), File: "a.xml"}
		c, _, err := Format().Read(src)
		if err != nil || len(c.Files) == 0 {
			return
		}
		c.Title = "Course"
		_, diags, _, err := c.Prove("course")
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range diags {
			if d.Severity == course.Error {
				t.Errorf("%s: %s", d, d.Line)
			}
		}
	})
}
