package mdbook_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
	"github.com/cairn-learn/cairn/author/importer/mdbook"
)

// FuzzImport holds the importer to what it promises of any source: it ends, and
// what it makes loads without an error.
func FuzzImport(f *testing.F) {
	for _, s := range []string{
		"{{#include a.md}}", "{{#rustdoc_include b.rs:x}} {{#quiz q.toml}}", "\\{{#title a}}", "```rust,a\n# b\n```", "<Listing caption=\"a", "[a](a.md#b) ![c](q.toml)",
	} {
		f.Add(s, "[a](a.md)", "[[questions]]\ntype = \"Tracing\"\nprompt.program = \"a\"\nanswer.doesCompile = true\nanswer.stdout = \"b\\nc\"")
	}
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range cases {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range txtar.Parse(data).Files {
			f.Add(string(file.Data), "# A\n- [a](a.md)", string(file.Data))
		}
	}
	f.Fuzz(func(t *testing.T, page, summary, quiz string) {
		importtest.Fuzz(t, mdbook.Import, fstest.MapFS{
			"src/SUMMARY.md": &fstest.MapFile{Data: []byte(summary)},
			"src/a.md":       &fstest.MapFile{Data: []byte(page + "\n{{#quiz q.toml}}\n")},
			"src/q.toml":     &fstest.MapFile{Data: []byte(quiz)},
			"book.toml":      &fstest.MapFile{Data: []byte("[book]\ntitle = \"a\"\n")},
		})
	})
}
