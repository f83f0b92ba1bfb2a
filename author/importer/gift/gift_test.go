package gift_test

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
	"github.com/cairn-learn/cairn/author/importer/gift"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
)

var update = flag.Bool("update", false, "write testdata/want.txtar")

// source is one file as a source.
func source(name, text string) importer.Source {
	return importer.Source{Name: name, FS: archive.Files(map[string][]byte{name: []byte(text)}), File: name}
}

// sound imports a text and loads what comes of it.
func sound(t testing.TB, text string) (draft.Written, []draft.Loss) {
	t.Helper()
	c, losses, err := gift.Format().Read(source("source.gift", text))
	if err != nil {
		t.Fatal(err)
	}
	c.Title = "Course"
	if len(c.Files) == 0 {
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

// TestImport: testdata/want.txtar is the course that testdata/source.gift becomes,
// and what was lost.
func TestImport(t *testing.T) {
	text, err := os.ReadFile("testdata/source.gift")
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
// error, and no entry takes down another.
func FuzzImport(f *testing.F) {
	text, err := os.ReadFile("testdata/source.gift")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(text))
	for _, part := range strings.Split(string(text), "\n\n") {
		f.Add(part)
	}
	f.Add("::a::b{=a->b =c->d")
	f.Add("{#1:1e400}")
	f.Add("[html]<p>{T")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			return
		}
		sound(t, text)
		w, _ := sound(t, text+"\n\nLast, but {=not =least}.\n")
		found := false
		for _, data := range w.Files {
			found = found || strings.Contains(string(data), "least")
		}
		if !found && !strings.Contains(text, "//") {
			t.Error("the last question was lost")
		}
	})
}
