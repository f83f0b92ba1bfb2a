// Package importtest tries importers on cases that are written down, on hostile
// sources, and on courses that others wrote. It is imported by tests only.
package importtest

import (
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
)

// Reader is an importer.
type Reader func(source fs.FS) (*draft.Course, []draft.Loss, error)

var update = flag.Bool("update", false, "write what the importers make of the cases")

// Cases tries each testdata/*.txtar whose name begins with a prefix: the files
// below "in/" are the source, those below "out/" the course that it becomes, and
// "losses" what is lost, a line each. A source that is refused has an "error"
// instead. With -update, the cases are written anew.
func Cases(t *testing.T, prefix string, read Reader) {
	t.Helper()
	names, err := filepath.Glob("testdata/" + prefix + "*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			old := txtar.Parse(data)
			now := &txtar.Archive{Comment: old.Comment}
			for _, f := range old.Files {
				if strings.HasPrefix(f.Name, "in/") {
					now.Files = append(now.Files, f)
				}
			}
			now.Files = append(now.Files, outcome(t, read, Source(old))...)
			if *update {
				if err := os.WriteFile(name, txtar.Format(now), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			compare(t, old, now)
		})
	}
}

// Sources gives the source of every case by the name of its file.
func Sources(t testing.TB) map[string]fs.FS {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]fs.FS{}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = Source(a)
	}
	return out
}

// Text is a file of the source of a case.
func Text(t testing.TB, name, file string) string {
	t.Helper()
	data, err := fs.ReadFile(Sources(t)[name], file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Source is the files of a case below "in/".
func Source(a *txtar.Archive) fs.FS {
	in := fstest.MapFS{}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, "in/"); ok {
			in[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return in
}

// outcome is what a source becomes, as the files of a case.
func outcome(t *testing.T, read Reader, in fs.FS) []txtar.File {
	t.Helper()
	if _, _, err := read(in); err != nil {
		return []txtar.File{{Name: "error", Data: []byte(err.Error() + "\n")}}
	}
	written, losses := Sound(t, read, in)
	var files []txtar.File
	for _, name := range slices.Sorted(maps.Keys(written)) {
		data := written[name]
		if len(data) == 0 || data[len(data)-1] != '\n' {
			data = append(slices.Clone(data), '\n')
		}
		files = append(files, txtar.File{Name: "out/" + name, Data: data})
	}
	var b strings.Builder
	for _, l := range losses {
		fmt.Fprintf(&b, "%s:%d: %s: %s\n", l.File, l.Line, l.What, l.Why)
	}
	if b.Len() > 0 {
		files = append(files, txtar.File{Name: "losses", Data: []byte(b.String())})
	}
	return files
}

// Sound imports a source and holds what comes of it to be a course without an
// error, and without a link or picture that leads nowhere. It returns the files of
// the course, and the losses.
func Sound(t testing.TB, read Reader, source fs.FS) (map[string][]byte, []draft.Loss) {
	t.Helper()
	c, losses, err := read(source)
	if err != nil {
		t.Fatal(err)
	}
	written, diags, lost := prove(t, c)
	for _, d := range diags {
		if strings.HasPrefix(d.Code, "dead-") {
			t.Errorf("%s: %s", d, d.Line)
		}
	}
	return written.Files, append(losses, lost...)
}

// prove writes a course and holds it to being one without errors. One that has no
// title gets one, as from the name of a source.
func prove(t testing.TB, c *draft.Course) (draft.Written, []course.Diag, []draft.Loss) {
	t.Helper()
	if c.Title == "" {
		c.Title = "Course"
	}
	written, diags, lost, err := c.Prove("course")
	if err != nil && !empty(c) { // an import of nothing is refused
		t.Fatal(err)
	}
	for _, d := range diags {
		if err == nil && d.Severity == course.Error {
			t.Errorf("%s: %s\n%s", d, d.Line, written.Files[d.Pos.File])
		}
	}
	return written, diags, lost
}

func compare(t *testing.T, old, now *txtar.Archive) {
	t.Helper()
	want := map[string]string{}
	for _, f := range old.Files {
		want[f.Name] = string(f.Data)
	}
	for _, f := range now.Files {
		if text, ok := want[f.Name]; !ok {
			t.Errorf("%s is new:\n%s", f.Name, f.Data)
		} else if text != string(f.Data) {
			t.Errorf("%s is\n%s\nand should be\n%s", f.Name, f.Data, text)
		}
		delete(want, f.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		t.Errorf("%s is missing", name)
	}
}

// Folder is one of the courses that others wrote, in the folder that CAIRN_CORPORA
// names; without it the test is skipped.
func Folder(t *testing.T, name string) fs.FS {
	t.Helper()
	root := os.Getenv("CAIRN_CORPORA")
	if root == "" {
		t.Skip("CAIRN_CORPORA names no folder")
	}
	dir := filepath.Join(root, name)
	if _, err := os.Stat(dir); err != nil {
		t.Fatal(err)
	}
	return os.DirFS(dir)
}

// Corpus imports a course that others wrote, and gives what came of it. It holds
// the course to being without errors, and the import to give the same again.
func Corpus(t *testing.T, read Reader, name string) (*draft.Course, []draft.Loss) {
	t.Helper()
	source := Folder(t, name)
	c, losses, err := read(source)
	if err != nil {
		t.Fatal(err)
	}
	before, _, lost := prove(t, c)
	for _, l := range lost {
		t.Errorf("the written course could not hold %s:%d: %s: %s", l.File, l.Line, l.What, l.Why)
	}
	again, _, err := read(source)
	if err != nil {
		t.Fatal(err)
	}
	after, _, _ := prove(t, again)
	if !maps.EqualFunc(before.Files, after.Files, slices.Equal[[]byte]) {
		t.Error("a second import gave another course")
	}
	return c, losses
}

// Fuzz holds an import of hostile files to end without a panic, and to give a
// course without errors. It returns the files of the course; nil where the source
// was refused.
func Fuzz(t *testing.T, read Reader, source fs.FS) map[string][]byte {
	t.Helper()
	c, losses, err := read(source)
	if err != nil {
		return nil
	}
	for _, l := range losses {
		if l.File == "" || l.Line < 0 || l.What == "" || l.Why == "" {
			t.Errorf("a loss that says nothing: %+v", l)
		}
	}
	written, _, _ := prove(t, c)
	return written.Files
}

// Hostile holds an import of texts that are meant to hang it to an end, with a wide
// margin.
func Hostile(t *testing.T, read Reader, name string, texts map[string]string) {
	t.Helper()
	const enough = 30 * time.Second
	for what, text := range texts {
		t.Run(what, func(t *testing.T) {
			began := time.Now()
			c, _, err := read(fstest.MapFS{name: {Data: []byte(text)}})
			if took := time.Since(began); took > enough {
				t.Errorf("reading took %v", took)
			}
			if err == nil {
				prove(t, c)
			}
		})
	}
}

// empty reports whether nothing is left of a course.
func empty(c *draft.Course) bool {
	for _, f := range c.Files {
		if len(f.Blocks)+len(f.Cards)+len(f.Terms) > 0 {
			return false
		}
	}
	return true
}

// Counts tells what a course holds, to be compared with what was counted in the
// source by hand.
func Counts(c *draft.Course) string {
	lessons, questions, cards := 0, 0, 0
	for _, f := range c.Files {
		if f.Kind == "" || f.Kind == course.KindLesson {
			lessons++
		}
		cards += len(f.Cards)
		for _, b := range f.Blocks {
			if _, ok := b.(*draft.Question); ok {
				questions++
			}
		}
	}
	return fmt.Sprintf("%d lessons, %d questions, %d cards", lessons, questions, cards)
}
