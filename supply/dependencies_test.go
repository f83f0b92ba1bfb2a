package main

import (
	"regexp"
	"strings"
	"testing"
)

// holdReasons finds each module that go.mod asks for directly
// in the table of docs/architecture.md, with the licence that it has and a reason,
// and nothing in the table that go.mod does not ask for.
func holdReasons(t *testing.T, all []work) {
	licences := map[string]string{}
	for _, w := range all {
		licences[w.path] = w.terms()
	}
	direct := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^(?:require)?\s+(\S+\.\S+/\S+|\S+\.net/\S+) v\S+$`).FindAllStringSubmatch(read(t, "../go.mod"), -1) {
		direct[m[1]] = true
	}
	if len(direct) < 15 {
		t.Fatalf("only %d dependencies were read from go.mod", len(direct))
	}
	for _, row := range table(t) {
		names := regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(row[0], -1)
		if len(names) == 0 || row[1] == "" || len(row[3]) < 15 {
			t.Errorf("a row that does not say which module, what for or why: %q", row)
		}
		for _, name := range names {
			if !direct[name[1]] {
				t.Errorf("%s is in the table, once too often or without being in go.mod", name[1])
			}
			delete(direct, name[1])
			if row[2] != licences[name[1]] {
				t.Errorf("%s is under %s, not %q", name[1], licences[name[1]], row[2])
			}
		}
	}
	for name := range direct {
		t.Errorf("%s has no row with its reason in docs/architecture.md", name)
	}
}

// table reads the rows of the table of dependencies: module, for, licence, why.
func table(t *testing.T) [][4]string {
	t.Helper()
	_, section, _ := strings.Cut(read(t, "../docs/architecture.md"), "\n## Dependencies, and why\n")
	section, _, _ = strings.Cut(section, "\n## ")
	_, rows, ok := strings.Cut(section, "|---|---|---|---|\n")
	if !ok {
		t.Fatal("docs/architecture.md has no table of dependencies")
	}
	var found [][4]string
	for line := range strings.Lines(rows) {
		if !strings.HasPrefix(line, "|") {
			break
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != 4 {
			t.Fatalf("a row of %d cells: %s", len(cells), line)
		}
		var row [4]string
		for i, c := range cells {
			row[i] = strings.TrimSpace(c)
		}
		found = append(found, row)
	}
	return found
}
