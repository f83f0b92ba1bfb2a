package formats_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/formats"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
)

var update = flag.Bool("update", false, "write the links of the cases in testdata/moved")

// link is a link or picture of a course.
var link = regexp.MustCompile(`\]\([^)]*\)|\]: .*`)

// TestLinksFollowFiles reads testdata/moved: each archive, by the name of its
// format, is a source before and after parts of it were renamed. Imported again,
// files keep their names, no link is dead, and the links are those listed.
func TestLinksFollowFiles(t *testing.T) {
	cases, err := filepath.Glob("testdata/moved/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range cases {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			format, ok := formats.Named(name)
			if !ok {
				t.Fatalf("there is no format %s", name)
			}
			dir := filepath.Join(t.TempDir(), "course")
			for _, when := range []string{"before/", "after/", "after/", "later/"} {
				if len(below(a, when)) == 0 {
					continue
				}
				im := importer.Import{Format: format, Source: importer.Source{Name: "bread", FS: archive.Files(below(a, when))}, Dir: dir}
				if _, err := im.Run(); err != nil {
					t.Fatal(err)
				}
			}
			got := links(t, dir)
			want := string(below(a, "links")[""])
			if *update {
				a.Files = append(slices.DeleteFunc(a.Files, func(f txtar.File) bool { return f.Name == "links" }), txtar.File{Name: "links", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(a), 0o600); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("the links are\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// below are the files of an archive under a name, by what follows it.
func below(a *txtar.Archive, under string) map[string][]byte {
	files := map[string][]byte{}
	for _, f := range a.Files {
		if name, ok := strings.CutPrefix(f.Name, under); ok {
			files[name] = f.Data
		}
	}
	return files
}

// links lists the links of a course by file, and fails when one is dead.
func links(t *testing.T, dir string) string {
	t.Helper()
	_, diags, err := course.Load(os.DirFS(dir), "bread")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if strings.HasPrefix(d.Code, "dead-") {
			t.Errorf("%s: %s", d, d.Line)
		}
	}
	var list strings.Builder
	for _, file := range course.Files(os.DirFS(dir)) {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&list, "%s: %s\n", file, strings.Join(link.FindAllString(string(data), -1), " "))
	}
	return list.String()
}
