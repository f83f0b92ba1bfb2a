package carpentries_test

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/importer/carpentries"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
)

// FuzzImport holds the importer to what it promises of any source: it ends, and
// what it makes loads without an error.
func FuzzImport(f *testing.F) {
	for _, s := range []string{
		"::: challenge\n1. a\n2. b\n::: solution\n1. Yes\n2. No\n:::\n:::", "> ## A\n> > b\n> {: .solution}\n{: .challenge}", "---\ntitle: [\n---\na",
		"[a]{#b}\n: c\n: d", "::: a\n::: b\n::: c\n", "~~~\na\n~~~\n{: .language-x}", "{% include figure.html src=\"a\" alt='b' %}{{ x }}",
	} {
		f.Add(s, true)
		f.Add(s, false)
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
			f.Add(string(file.Data), filepath.Base(name) == "jekyll.txtar")
		}
	}
	f.Fuzz(func(t *testing.T, src string, jekyll bool) {
		page, folder, config := &fstest.MapFile{Data: []byte(src)}, "episodes", "config.yaml"
		if jekyll {
			folder, config = "_episodes", "_config.yml"
		}
		importtest.Fuzz(t, carpentries.Import, fstest.MapFS{folder + "/a.md": page, config: page, "index.md": page, "reference.md": page})
	})
}
