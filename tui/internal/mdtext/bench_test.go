package mdtext_test

import (
	"os"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// lesson is a text of about n bytes, with all that a lesson has in it.
func lesson(b *testing.B, n int) string {
	b.Helper()
	data, err := os.ReadFile("testdata/lesson.md")
	if err != nil {
		b.Fatal(err)
	}
	return strings.Repeat(string(data), max(n/len(data), 1))
}

func BenchmarkRender(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"2.5kB", 2_500}, {"100kB", 100_000}, {"1MB", 1_000_000}} {
		b.Run(size.name, func(b *testing.B) {
			md := lesson(b, size.n)
			b.SetBytes(int64(len(md)))
			b.ReportAllocs()
			for b.Loop() {
				mdtext.Render(md, 80, mdtext.Options{})
			}
		})
	}
}

// BenchmarkFirstScreen lays out what is seen first of a long text.
func BenchmarkFirstScreen(b *testing.B) {
	md := lesson(b, 1_000_000)
	b.SetBytes(int64(len(md)))
	for b.Loop() {
		mdtext.New(md, 80, mdtext.Options{}).Upto(24)
	}
}

func BenchmarkInline(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		mdtext.Inline("What does `git add notes.md` do to **this** file?", mdtext.Options{})
	}
}
