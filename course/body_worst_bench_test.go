package course

import (
	"strings"
	"testing"
)

// BenchmarkWorst reads the worst files that the limits let through.
func BenchmarkWorst(b *testing.B) {
	for _, c := range []struct{ name, src string }{
		{"4 MiB of code", "```go\n" + strings.Repeat("x := f(1) // a comment\n", 180_000) + "```\n"},
		{"4 MiB of code in one line", "```go\n" + strings.Repeat("x := f(1); ", 380_000) + "\n```\n"},
		{"links that never end", strings.Repeat("[a](", 4500)},
		{"a paragraph of 512 KiB", strings.Repeat("words of a paragraph\n", 20_000)},
		{"a table of 100 columns", strings.Repeat("|a", 99) + "\n" + strings.Repeat("|-", 99) + "\n" + strings.Repeat(strings.Repeat("|b", 99)+"\n", 1490)},
		{"2000 headings", strings.Repeat("## A\n\ntext\n\n", maxHeadings)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(c.src)))
			b.ReportAllocs()
			for b.Loop() {
				parseBody(&document{file: "x.md", id: "l", src: "# A\n\n" + c.src}, defaults{})
			}
		})
	}
}
