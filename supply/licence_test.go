package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/internal/torture"
)

// TestMadeOf asks once what everything is made of, which takes seconds, and holds
// to it what is written of that.
func TestMadeOf(t *testing.T) {
	all, err := works("..")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("licences", func(t *testing.T) { holdLicences(t, all) })
	t.Run("reasons", func(t *testing.T) { holdReasons(t, all) })
	t.Run("list in SPDX", func(t *testing.T) { holdSBOM(t, all) })
}

// holdLicences holds the page and the notices to what is linked, and what is
// linked to the licences that are allowed.
func holdLicences(t *testing.T, all []work) {
	if err := permitted(all); err != nil {
		t.Error(err)
	}
	built, err := systems("..")
	if err != nil {
		t.Fatal(err)
	}
	linked := 0
	for _, w := range all {
		if len(w.systems) > 0 {
			linked++
		}
	}
	if len(built) < 6 || linked < 20 {
		t.Fatalf("only %d works on %d systems were looked at", linked, len(built))
	}
	for name, want := range map[string]string{licencesPage: page(all, built), noticesFile: notices(all)} {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is not as things are: run make licences, and read the difference", name)
		}
	}
	torture.Report(t, "P25", "%d works linked on %d systems and %d for tests and tools only, 0 licences that are unknown or not allowed", linked, len(built), len(all)-linked)
}

// TestIdentify tells licences by their words, and takes nothing for a licence
// that says more, or less.
func TestIdentify(t *testing.T) {
	mit := read(t, "../LICENSE")
	bsd3 := read(t, "testdata/bsd-3-clause.txt")
	before, rest, _ := strings.Cut(bsd3, "   * Neither")
	_, after, _ := strings.Cut(rest, "permission.\n")
	bsd2 := before + after
	for _, c := range []struct{ name, text, want string }{
		{"MIT", mit, "MIT"},
		{"MIT, on lines of other lengths", strings.ReplaceAll(strings.ReplaceAll(mit, "\n\n", "\r\n\r\n"), " to ", "\nto "), "MIT"},
		{"MIT without the condition", strings.Replace(mit, "The above copyright notice and this permission notice shall be included in all", "Copy it.", 1), ""},
		{"MIT with a condition more", mit + "\nThe Software shall be used for Good, and for nothing that its holders have not been asked about before.\n", ""},
		{"three clauses", bsd3, "BSD-3-Clause"},
		{"two clauses", bsd2, "BSD-2-Clause"},
		{"three clauses and a fourth", strings.Replace(bsd3, "   * Neither", "   * All advertising materials mentioning features or use of this software must display the name of its author.\n   * Neither", 1), ""},
		{"nothing", "", ""},
		{"all rights", "Copyright (c) 2020. All rights reserved.", ""},
		{"a title alone", "MIT License", ""},
		{"another", "This is free software under the GNU General Public License, version 3.", ""},
	} {
		got, err := identify(c.text)
		if got != c.want || (err == nil) != (c.want != "") {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

// TestNothingElseIsLinked refuses a licence that the program may not have, and
// takes it for tests.
func TestNothingElseIsLinked(t *testing.T) {
	w := work{module: module{path: "example.com/m"}, licences: []string{"MPL-2.0"}}
	if err := permitted([]work{w}); err != nil {
		t.Errorf("for tests: %v", err)
	}
	w.systems = []string{"windows/arm64"}
	if permitted([]work{w}) == nil {
		t.Error("it may be linked")
	}
}

// TestAModuleWithoutALicence is refused, and so is one with a text that is
// unknown in a folder that a package comes from.
func TestAModuleWithoutALicence(t *testing.T) {
	dir := t.TempDir()
	m := module{path: "example.com/m", dir: dir, folders: map[string]bool{dir: true}}
	if _, err := m.read(); err == nil {
		t.Error("a module without a licence was taken")
	}
	write(t, filepath.Join(dir, "LICENSE"), read(t, "../LICENSE"))
	if w, err := m.read(); err != nil || w.terms() != "MIT" {
		t.Errorf("got %q, %v", w.terms(), err)
	}
	below := filepath.Join(dir, "copied")
	if err := os.Mkdir(below, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(below, "COPYING.txt"), "Ask before you use this.")
	m.folders[below] = true
	if _, err := m.read(); err == nil {
		t.Error("a folder with a text of its own was passed over")
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
