package fix

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/inspect"
)

var update = flag.Bool("update", false, "write what the program does into testdata")

// The parts of an archive that say what becomes of the others.
const (
	wantCured = "WANT CURED"
	wantFile  = "WANT "
)

// hidden are words that stand for characters which a text file cannot show.
func hidden() *strings.Replacer {
	return strings.NewReplacer("<ESC>", "\x1b", "<CR>", "\r", "<BOM>", "\ufeff", "<RLO>", "\u202e", "<ZWSP>", "\u200b", "<TAB>", "\t")
}

func shown(s string) string {
	return strings.NewReplacer("\x1b", "<ESC>", "\r", "<CR>", "\ufeff", "<BOM>", "\u202e", "<RLO>", "\u200b", "<ZWSP>", "\t", "<TAB>").Replace(s)
}

func files(archive *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if !strings.HasPrefix(f.Name, wantFile) {
			fsys[f.Name] = &fstest.MapFile{Data: []byte(hidden().Replace(string(f.Data)))}
		}
	}
	return fsys
}

// TestPlan reads testdata: each archive is the folder of a course, what is cured
// in it, and what becomes of the files that change.
func TestPlan(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	cured := map[string]bool{}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := planned(t, files(archive), cured)
			if *update {
				archive.Files = append(slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return strings.HasPrefix(f.Name, wantFile) }), got...)
				if err := os.WriteFile(path, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := &txtar.Archive{}
			for _, f := range archive.Files {
				if strings.HasPrefix(f.Name, wantFile) {
					want.Files = append(want.Files, f)
				}
			}
			if a, b := txtar.Format(&txtar.Archive{Files: got}), txtar.Format(want); string(a) != string(b) {
				t.Errorf("got:\n%s\nwant:\n%s", a, b)
			}
		})
	}
	for _, code := range Codes() {
		if !cured[code] && !*update {
			t.Errorf("no case cures %s", code)
		}
	}
}

// planned plans for a course and puts down what comes of it.
func planned(t *testing.T, fsys fstest.MapFS, cured map[string]bool) []txtar.File {
	t.Helper()
	changes, left, err := Plan(fsys, "course", inspect.Course)
	if err != nil {
		t.Fatal(err)
	}
	var list strings.Builder
	var out []txtar.File
	for _, c := range changes {
		for _, d := range c.Cured {
			cured[d.Code] = true
			fmt.Fprintf(&list, "cured %s\n", shown(d.String()))
		}
		out = append(out, txtar.File{Name: wantFile + c.File, Data: []byte(shown(c.After))})
	}
	for _, d := range left {
		fmt.Fprintf(&list, "left %s\n", shown(d.String()))
	}
	return append([]txtar.File{{Name: wantCured, Data: []byte(list.String())}}, out...)
}

// TestPlanningAgainChangesNothing: what was cured stays so.
func TestPlanningAgainChangesNothing(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		fsys := files(archive)
		changes, _, err := Plan(fsys, "course", inspect.Course)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range changes {
			if c.Before == c.After || string(fsys[c.File].Data) != c.Before {
				t.Errorf("%s: %s is not changed from what it was", path, c.File)
			}
			fsys[c.File] = &fstest.MapFile{Data: []byte(c.After)}
		}
		if again, _, err := Plan(fsys, "course", inspect.Course); err != nil || len(again) > 0 {
			t.Errorf("%s: again %v, %v", path, again, err)
		}
	}
}

func TestWhatIsNoCourseIsNotPlanned(t *testing.T) {
	for _, fsys := range []fs.FS{fstest.MapFS{}, fstest.MapFS{"course.yaml": {Data: []byte("format: 2\ntitel: x\n")}, "one.md": {Data: []byte("# One\n")}}} {
		if changes, _, err := Plan(fsys, "course", inspect.Course); err == nil || len(changes) > 0 {
			t.Errorf("%v, %v", changes, err)
		}
	}
}
