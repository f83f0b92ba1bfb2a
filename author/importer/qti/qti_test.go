package qti

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
	"github.com/cairn-learn/cairn/internal/archive"
)

func readFS(source fs.FS) (*draft.Course, []draft.Loss, error) {
	return Format().Read(importer.Source{Name: "quiz", FS: source})
}

func TestCases(t *testing.T) { importtest.Cases(t, "", readFS) }

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
	head, tail := "<questestinterop><assessment><section>", "</section></assessment></questestinterop>"
	err := fs.WalkDir(importtest.Sources(f)["canvas.txtar"], ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		for i, part := range strings.Split(importtest.Text(f, "canvas.txtar", name), "<item ") {
			if i > 0 {
				item, _, _ := strings.Cut(part, "</item>")
				f.Add(head + "<item " + item + "</item>" + tail)
			}
		}
		return nil
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 20_000 {
			importtest.Fuzz(t, readFS, archive.Files(map[string][]byte{"a.xml": []byte(text)}))
		}
	})
}
