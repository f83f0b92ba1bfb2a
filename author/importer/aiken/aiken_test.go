package aiken_test

import (
	"io/fs"
	"testing"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/aiken"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
	"github.com/cairn-learn/cairn/internal/archive"
)

func read(source fs.FS) (*draft.Course, []draft.Loss, error) {
	return aiken.Format().Read(importer.Source{Name: "source.txt", FS: source, File: "source.txt"})
}

func TestCases(t *testing.T) { importtest.Cases(t, "", read) }

// FuzzImport: whatever a file holds, a course comes of it that loads without an
// error.
func FuzzImport(f *testing.F) {
	f.Add(importtest.Text(f, "forms.txtar", "source.txt"))
	f.Add("a\nA. x\nB. x\nANSWER: B")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 20_000 {
			importtest.Fuzz(t, read, archive.Files(map[string][]byte{"source.txt": []byte(text)}))
		}
	})
}
