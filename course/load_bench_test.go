package course

import (
	"io/fs"
	"testing"

	"github.com/cairn-learn/cairn/bench/material"
)

// writeCourse fills a folder with a generated course.
func writeCourse(tb testing.TB, dir string, lessons int) {
	tb.Helper()
	if err := material.Course(dir, lessons); err != nil {
		tb.Fatal(err)
	}
}

func TestAGeneratedCourseHasNoFindings(t *testing.T) {
	dir := t.TempDir()
	writeCourse(t, dir, 120)
	c, diags := openCourse(t, dir)
	if len(diags) > 0 || len(c.Lessons) != 120 || len(c.Path) != 120 {
		t.Errorf("%d lessons, %d on the path, findings %v", len(c.Lessons), len(c.Path), diags)
	}
}

// BenchmarkLoad opens a course of 10,000 lessons from disk, with every check.
func BenchmarkLoad(b *testing.B) { benchmark(b, Load) }

// BenchmarkInspect does so with all advice.
func BenchmarkInspect(b *testing.B) { benchmark(b, Inspect) }

func benchmark(b *testing.B, open func(fs.FS, string) (*Course, []Diag, error)) {
	dir := b.TempDir()
	writeCourse(b, dir, 10_000)
	b.ReportAllocs()
	for b.Loop() {
		fsys, err := OpenDir(dir)
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := open(fsys, "generated"); err != nil {
			b.Fatal(err)
		}
		if err := fsys.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
