package gift_test

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/gift"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
	"github.com/cairn-learn/cairn/internal/archive"
)

func read(source fs.FS) (*draft.Course, []draft.Loss, error) {
	return gift.Format().Read(importer.Source{Name: "source.gift", FS: source, File: "source.gift"})
}

// source is one file as a source.
func source(text string) fs.FS {
	return archive.Files(map[string][]byte{"source.gift": []byte(text)})
}

func TestCases(t *testing.T) { importtest.Cases(t, "", read) }

// FuzzImport: whatever a file holds, a course comes of it that loads without an
// error, and no entry takes down another.
func FuzzImport(f *testing.F) {
	text := importtest.Text(f, "forms.txtar", "source.gift")
	f.Add(text)
	for _, part := range strings.Split(text, "\n\n") {
		f.Add(part)
	}
	f.Add("::a::b{=a->b =c->d")
	f.Add("{#1:1e400}")
	f.Add("[html]<p>{T")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			return
		}
		importtest.Fuzz(t, read, source(text))
		if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
			return // all of it is UTF-16 then, also what is put behind it
		}
		found := false
		for _, data := range importtest.Fuzz(t, read, source(text+"\n\nLast, but {=not =least}.\n")) {
			found = found || strings.Contains(string(data), "least")
		}
		if !found && !strings.Contains(text, "//") {
			t.Error("the last question was lost")
		}
	})
}
