package aiken_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/aiken"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
)

var update = flag.Bool("update", false, "write testdata/want.txtar")

// sound imports a text and loads what comes of it.
func sound(t testing.TB, text string) (draft.Written, []draft.Loss) {
	t.Helper()
	src := importer.Source{Name: "source.txt", FS: archive.Files(map[string][]byte{"source.txt": []byte(text)}), File: "source.txt"}
	c, losses, err := aiken.Format().Read(src)
	if err != nil {
		t.Fatal(err)
	}
	if c.Title = "Course"; len(c.Files) == 0 {
		return draft.Written{}, losses
	}
	w, diags, more, err := c.Prove("course")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Errorf("%s: %s", d, d.Line)
		}
	}
	return w, append(losses, more...)
}

// TestImport: testdata/want.txtar is the course that testdata/source.txt becomes,
// and what was lost.
func TestImport(t *testing.T) {
	text, err := os.ReadFile("testdata/source.txt")
	if err != nil {
		t.Fatal(err)
	}
	w, losses := sound(t, string(text))
	var a txtar.Archive
	for _, name := range slices.Sorted(maps.Keys(w.Files)) {
		a.Files = append(a.Files, txtar.File{Name: name, Data: w.Files[name]})
	}
	var b strings.Builder
	for _, l := range losses {
		fmt.Fprintf(&b, "%s:%d: %s: %s\n", l.File, l.Line, l.What, l.Why)
	}
	a.Files = append(a.Files, txtar.File{Name: "losses", Data: []byte(b.String())})
	got := txtar.Format(&a)
	if *update {
		if err := os.WriteFile("testdata/want.txtar", got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/want.txtar")
	if err != nil || string(got) != string(want) {
		t.Errorf("it becomes\n%s\nwant\n%s\n%v (-update writes it)", got, want, err)
	}
}

// FuzzImport: whatever a file holds, a course comes of it that loads without an
// error.
func FuzzImport(f *testing.F) {
	text, err := os.ReadFile("testdata/source.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(text))
	f.Add("a\nA. x\nB. x\nANSWER: B")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 20_000 {
			sound(t, text)
		}
	})
}
