// Package tried tries exporters on courses, and imports what they write. Only tests
// import it.
package tried

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/exporter"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/internal/archive"
)

var update = flag.Bool("update", false, "write what the exporters make of the course")

//go:embed every.txtar
var every []byte

// pixel is a PNG of one pixel.
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

// Every is a small course with every form of question and part.
func Every(t testing.TB) exporter.Source {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range txtar.Parse(every).Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	data, err := base64.StdEncoding.DecodeString(pixel)
	if err != nil {
		t.Fatal(err)
	}
	files["images/fold.png"] = &fstest.MapFile{Data: data}
	return Load(t, files, "bakery")
}

// Load reads a course that has no errors.
func Load(t testing.TB, files fs.FS, name string) exporter.Source {
	t.Helper()
	c, diags, err := course.Load(files, name)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Fatalf("the course has an error: %s", d)
		}
	}
	return exporter.Source{Course: c, Asset: func(from, to string) ([]byte, error) { return course.ReadAsset(files, from, to) }}
}

// BuiltIn is a built-in course.
func BuiltIn(t testing.TB, name string) exporter.Source {
	t.Helper()
	files, err := fs.Sub(courses.FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	return Load(t, files, name)
}

// Import reads what an exporter wrote, as cairn import does, into a course without
// errors.
func Import(t testing.TB, f importer.Format, name string, data []byte) (*course.Course, []draft.Loss) {
	t.Helper()
	src := importer.Source{Name: name, FS: archive.Files(map[string][]byte{name: data}), File: name}
	if strings.HasSuffix(name, ".zip") {
		files, err := archive.Read(bytes.NewReader(data), int64(len(data)), archive.Limits{Size: 64 << 20, Total: 64 << 20, File: 64 << 20, Files: 5000, Ratio: 1000, Depth: 10})
		if err != nil {
			t.Fatal(err)
		}
		src = importer.Source{Name: name, FS: files}
	}
	d, losses, err := f.Read(src)
	if err != nil {
		t.Fatal(err)
	}
	d.Title = "Course"
	w, diags, more, err := d.Prove("course")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Errorf("the course that comes back: %s: %s", d, d.Line)
		}
	}
	c, _, err := course.Load(w.FS(), "course")
	if err != nil {
		t.Fatal(err)
	}
	return c, append(losses, more...)
}

// Golden compares what was written with a file, and writes that with -update.
func Golden(t testing.TB, file string, got []byte) {
	t.Helper()
	file = filepath.Join("testdata", file)
	if *update {
		if err := os.MkdirAll("testdata", 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(filepath.Clean(file))
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is other than what is written (-update writes it): %v\n%s", file, err, firstDifference(string(got), string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			old := ""
			if i < len(w) {
				old = w[i]
			}
			return fmt.Sprintf("line %d: %q\nwant    %q", i+1, g[i], old)
		}
	}
	return "it ends early"
}

// Losses are losses as lines.
func Losses(list []draft.Loss) []byte {
	var b strings.Builder
	for _, l := range list {
		fmt.Fprintf(&b, "%s:%d: %s: %s\n", l.File, l.Line, l.What, l.Why)
	}
	return []byte(b.String())
}
