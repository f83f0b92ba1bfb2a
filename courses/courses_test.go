package courses

import (
	"bytes"
	"context"
	"io/fs"
	"slices"
	"testing"

	"github.com/cairn-learn/cairn/author/paths"
	"github.com/cairn-learn/cairn/course"
)

func TestFoldersAreThere(t *testing.T) {
	entries, err := fs.ReadDir(FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			t.Errorf("%s is not a folder", e.Name())
		}
		names = append(names, e.Name())
	}
	if want := []string{"git", "go", "shell", "welcome", "write-a-course"}; !slices.Equal(names, want) {
		t.Fatalf("built-in courses are %v, want %v", names, want)
	}
	for _, name := range names {
		if _, err := fs.Stat(FS(), name+"/course.yaml"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCoursesHaveNoFindings(t *testing.T) {
	entries, err := fs.ReadDir(FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		t.Run(e.Name(), func(t *testing.T) {
			folder, err := fs.Sub(FS(), e.Name())
			if err != nil {
				t.Fatal(err)
			}
			c, findings, err := course.Load(folder, e.Name())
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range findings {
				if d.Severity == course.Error || d.Severity == course.Warning {
					t.Errorf("%s (%s)", d, d.Hint)
				}
			}
			if c.ID != e.Name() {
				t.Errorf("the course in folder %s has the id %s", e.Name(), c.ID)
			}
		})
	}
}

// TestPaths takes the learners of tests/paths.yaml through each course, and some
// by chance.
func TestPaths(t *testing.T) {
	entries, err := fs.ReadDir(FS(), ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		t.Run(e.Name(), func(t *testing.T) {
			folder, err := fs.Sub(FS(), e.Name())
			if err != nil {
				t.Fatal(err)
			}
			c, _, err := course.Load(folder, e.Name())
			if err != nil {
				t.Fatal(err)
			}
			suite, err := paths.Read(folder, c)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range suite.Diags {
				t.Errorf("%s (%s)", d, d.Hint)
			}
			if len(suite.Learners) < 2 {
				t.Errorf("there are %d learners in %s", len(suite.Learners), paths.File)
			}
			r, err := paths.Run(context.Background(), c, suite, paths.Options{Learners: 20, Seed: 1})
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := r.WriteText(&out, false); err != nil {
				t.Fatal(err)
			}
			if r.Failed > 0 {
				t.Error(out.String())
			}
		})
	}
}
