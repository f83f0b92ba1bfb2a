package lia_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
)

// FuzzImport holds the importer to what it promises of any source: it ends, and
// what it makes loads without an error.
func FuzzImport(f *testing.F) {
	for _, s := range []string{
		"# A\n\n[[a|(b)]]\n\n- [[X]] c\n", "<!--\ntitle: x\n-->\n[[ [a] [b] ]\n[ [X] [ ] ] c", "{{1}}\n***\na\n***", "# \n## \n[(1)] a\n[[?]] b",
		"!?[](x) @a(b [^1](c", "[->[(![](a)) | b ]] c [[d]]", "[[a]]\n<script>\n", "[(a) (b)]\n[( ) (X)] c\n****\nd\n****", "a\n===\n[[___]]",
	} {
		f.Add(s)
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
			f.Add(string(file.Data))
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		importtest.Fuzz(t, read, fstest.MapFS{"a.md": &fstest.MapFile{Data: []byte(src)}})
	})
}
