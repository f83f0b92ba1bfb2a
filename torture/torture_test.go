package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestEveryPromiseHasTests holds that the list names tests that exist, since a
// pattern that matches nothing would hold anything.
func TestEveryPromiseHasTests(t *testing.T) {
	list, err := os.ReadFile("promises.txt")
	if err != nil {
		t.Fatal(err)
	}
	trials, err := parse(string(list))
	if err != nil {
		t.Fatal(err)
	}
	for _, trial := range trials {
		of, _, _ := strings.Cut(trial.pattern, "/") // cases of a test are named behind it
		pattern, err := regexp.Compile(of)
		if err != nil {
			t.Errorf("%s: %v", trial.promise, err)
		} else if !slices.ContainsFunc(tests(t, trial.pkg), pattern.MatchString) {
			t.Errorf("%s: no test of %s is called %s", trial.promise, trial.pkg, trial.pattern)
		}
	}
}

// tests lists the names of the tests of a package, whatever they are built for.
func tests(t *testing.T, pkg string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", filepath.FromSlash(pkg), "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range regexp.MustCompile(`(?m)^func (Test\w+)\(`).FindAllSubmatch(text, -1) {
			names = append(names, string(found[1]))
		}
	}
	return names
}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct {
		out     string
		passed  bool
		figures string
		skipped string
	}{
		"a figure": {
			out:    `{"Action":"output","Test":"TestA","Output":"    a_test.go:1: promise P1: 5 of 5\n"}` + "\n" + `{"Action":"pass","Test":"TestA"}`,
			passed: true, figures: "5 of 5",
		},
		"no test at all":   {out: `{"Action":"output","Output":"testing: warning: no tests to run\n"}` + "\n" + `{"Action":"pass"}`},
		"one that skipped": {out: `{"Action":"skip","Test":"TestA"}` + "\n" + `{"Action":"pass"}`, skipped: "TestA"},
	} {
		r := read([]byte(c.out))
		if r.passed != c.passed || strings.Join(r.figures, ",") != c.figures || strings.Join(r.skipped, ",") != c.skipped {
			t.Errorf("%s: got %+v", name, r)
		}
	}
}

func TestRecord(t *testing.T) {
	day := time.Date(2025, 3, 9, 0, 0, 0, 0, time.UTC)
	page := "# Page\n\n" + reportBegins + "\n" + reportEnds + "\n\nThe end.\n"
	first := result{trial: trial{promise: "P1", pkg: "./a", pattern: "^(A|B)$"}, passed: true, figures: []string{"5 of 5"}, took: 3 * time.Second}
	second := result{trial: trial{promise: "P2", pkg: "./a", pattern: "^C$"}, took: time.Minute}
	again := first
	again.figures = []string{"6 of 6"}
	var err error
	for _, r := range []result{first, second, again} {
		if page, err = record(page, r, day); err != nil {
			t.Fatal(err)
		}
	}
	want := "# Page\n\n" + reportBegins + "\n\n" + reportHeader +
		"| P1 | `./a ^(A\\|B)$` | 6 of 6 | held | 3s | 2025-03-09 |\n" +
		"| P2 | `./a ^C$` | no figure reported | **did not hold** | 1m0s | 2025-03-09 |\n\n" + reportEnds + "\n\nThe end.\n"
	if page != want {
		t.Errorf("got:\n%s\nwant:\n%s", page, want)
	}
	if _, err := record("# No place\n", first, day); err == nil {
		t.Error("a page without a place for the figures was taken")
	}
}
