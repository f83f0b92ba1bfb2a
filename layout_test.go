// Package cairn_test holds the tests of the project as a whole.
package cairn_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/cairn-learn/cairn"

// listed is what go list tells of a package.
type listed struct {
	ImportPath string
	Imports    []string // what its files name
	Deps       []string // everything they need
}

// TestImports keeps the layers apart: what an author writes knows nothing of
// learners, the engine nothing of disks and screens, and only the full-screen
// front end draws.
func TestImports(t *testing.T) {
	packages := list(t)
	below := func(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }
	pkg := func(name string) string { return module + "/" + name }
	rules := []struct {
		of     func(path string) bool
		says   string
		allows func(dep string) bool // dep is a package of the module, or of charm.land
	}{
		{
			of: func(p string) bool {
				return below(p, pkg("course")) && !below(p, pkg("course/learn")) && !below(p, pkg("course/progress")) && !below(p, pkg("course/search"))
			},
			says: "course needs textsafe and what all may use only",
			allows: func(d string) bool {
				return d == pkg("course") || d == pkg("course/textsafe") || below(d, pkg("internal"))
			},
		},
		{
			of:     func(p string) bool { return below(p, pkg("internal")) },
			says:   "what all may use needs nothing above it",
			allows: func(d string) bool { return below(d, pkg("internal")) },
		},
		{
			of:   func(p string) bool { return below(p, pkg("course/learn")) || below(p, pkg("course/search")) },
			says: "the engine and the search need the course only",
			allows: func(d string) bool {
				return below(d, pkg("course")) && !below(d, pkg("course/progress")) || below(d, pkg("internal"))
			},
		},
		{
			of:   func(p string) bool { return below(p, pkg("course/progress")) || below(p, pkg("library")) },
			says: "the log and the library need no front end",
			allows: func(d string) bool {
				return below(d, pkg("course")) || below(d, pkg("courses")) || below(d, pkg("library")) || below(d, pkg("internal"))
			},
		},
		{
			of:   func(p string) bool { return below(p, pkg("author")) },
			says: "tools for authors need no front end",
			allows: func(d string) bool {
				return below(d, pkg("author")) || below(d, pkg("course")) || below(d, pkg("courses")) || below(d, pkg("exercise")) || below(d, pkg("internal"))
			},
		},
		{
			of:   func(p string) bool { return below(p, pkg("exercise")) },
			says: "what runs exercises needs no front end and no log",
			allows: func(d string) bool {
				return below(d, pkg("exercise")) || d == pkg("course") || d == pkg("course/textsafe") || below(d, pkg("internal"))
			},
		},
		{
			of: func(p string) bool {
				return below(p, pkg("tui/words")) || below(p, pkg("tui/plain")) || below(p, pkg("tui/internal/chart"))
			},
			says:   "words, pictures and the plain front end need no terminal",
			allows: func(d string) bool { return strings.HasPrefix(d, module) },
		},
	}
	for _, p := range packages {
		for _, rule := range rules {
			if !rule.of(p.ImportPath) {
				continue
			}
			for _, d := range p.Deps {
				ours := strings.HasPrefix(d, module) || strings.HasPrefix(d, "charm.land/")
				if ours && d != p.ImportPath && !rule.allows(d) {
					t.Errorf("%s depends on %s, but %s", p.ImportPath, d, rule.says)
				}
			}
		}
		for _, d := range p.Imports {
			if strings.HasPrefix(d, "github.com/hanwen/go-fuse/") && p.ImportPath != pkg("torture/powercut") {
				t.Errorf("%s imports %s, but only torture/powercut makes disks", p.ImportPath, d)
			}
			if strings.HasPrefix(d, "charm.land/") && !below(p.ImportPath, pkg("tui")) && p.ImportPath != pkg("bench/empty") {
				t.Errorf("%s imports %s, but only tui draws", p.ImportPath, d)
			}
		}
	}
	for _, name := range []string{"course", "course/learn", "tui", "tui/words"} {
		if !slices.ContainsFunc(packages, func(p listed) bool { return p.ImportPath == pkg(name) }) {
			t.Errorf("there is no package %s to hold to the rules", name)
		}
	}
}

// list returns every package of the module.
func list(t *testing.T) []listed {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports,Deps", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}
