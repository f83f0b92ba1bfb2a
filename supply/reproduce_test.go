package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/internal/torture"
)

// TestReproducible builds the program for every system twice, from nothing, in
// two places.
func TestReproducible(t *testing.T) {
	if !torture.Full() {
		t.Skip("two builds from nothing take minutes; make reproducible and make torture do them")
	}
	all, err := systems("..")
	if err != nil {
		t.Fatal(err)
	}
	sums, err := reproduce("..", "v1.2.3", "", all)
	if err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + strings.Join(sums, "\n"))
	torture.Report(t, "P25", "2 builds for each of %d systems in two places: %d pairs of the same bytes", len(all), len(sums))
}

// TestCompare finds one program that differs.
func TestCompare(t *testing.T) {
	same := map[string]string{"cairn": "1", "cross/cairn-linux-arm64": "2"}
	other := map[string]string{"cairn": "1", "cross/cairn-linux-arm64": "3"}
	built := filepath.Join(t.TempDir(), "cairn")
	write(t, built, "another program")
	for _, c := range []struct {
		name  string
		sums  [2]map[string]string
		built string
		want  int
		says  string
	}{
		{"the same", [2]map[string]string{same, same}, "", 2, ""},
		{"one differs", [2]map[string]string{same, other}, "", 2, "differs"},
		{"one is missing", [2]map[string]string{same, same}, "", 3, "were built"},
		{"what was built before differs", [2]map[string]string{same, same}, built, 2, "in copies of this tree"},
	} {
		lines, err := compare(c.sums, c.built, c.want)
		switch {
		case c.says == "" && (err != nil || len(lines) != c.want):
			t.Errorf("%s: got %v, %v", c.name, lines, err)
		case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
			t.Errorf("%s: got %v", c.name, err)
		}
	}
}

// TestCopyTree leaves behind what git keeps and what was built, so that nothing
// of a place comes along.
func TestCopyTree(t *testing.T) {
	to := filepath.Join(t.TempDir(), "copy")
	if err := copyTree(to, ".."); err != nil {
		t.Fatal(err)
	}
	sums, err := sumsOf(to)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"go.mod", "Makefile", "cmd/cairn/main.go", "courses/welcome/course.yaml"} {
		if sums[filepath.FromSlash(name)] == "" {
			t.Errorf("%s was not copied", name)
		}
	}
	for name := range sums {
		if strings.HasPrefix(name, ".git"+string(filepath.Separator)) || name == ".git" || strings.HasPrefix(name, "bin"+string(filepath.Separator)) || strings.Contains(name, ".victim-") {
			t.Errorf("%s was copied", name)
		}
	}
}
