package trust_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/exercise/trust"
)

func TestListAndRevoke(t *testing.T) {
	dir := t.TempDir()
	s := trust.Open(dir, noon)
	for _, c := range []string{"shell", "git"} {
		for _, task := range []string{"b", "a"} {
			r := bread()
			r.Course, r.Task = c, task
			must(t, s.Grant(r))
		}
	}
	must(t, os.WriteFile(filepath.Join(dir, trust.Folder, "notes.txt"), []byte("mine"), 0o600))
	all, bad := s.List()
	var got []string
	for _, g := range all {
		got = append(got, g.Course+"/"+g.Task+" "+g.When.Format(time.RFC3339)+" "+strings.Join(g.Commands, "; "))
	}
	if want := "git/a 2026-03-09T12:00:00Z git init -q; wc -l recipe.txt"; len(got) != 4 || got[0] != want || len(bad) > 0 {
		t.Errorf("%q, %v", got, bad)
	}
	if n, err := s.Revoke("git"); n != 2 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	if all, _ := s.List(); len(all) != 2 || all[0].Course != "shell" {
		t.Errorf("left: %v", all)
	}
	if n, err := s.RevokeAll(); n != 2 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	entries, err := os.ReadDir(filepath.Join(dir, trust.Folder))
	if len(entries) != 1 || err != nil {
		t.Errorf("left: %v, %v", entries, err)
	}
}

// TestRevokeLeavesNothing: neither files of others in the folder, nor a newer cairn,
// nor a file that cannot be opened keep anything from being taken back silently.
func TestRevokeLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s := trust.Open(dir, noon)
	must(t, s.Grant(bread()))
	folder := filepath.Join(dir, trust.Folder)
	for n := range 11_000 {
		must(t, os.WriteFile(filepath.Join(folder, fmt.Sprintf("notes-%d", n)), nil, 0o600))
	}
	newer := filepath.Join(folder, strings.Repeat("0", 64)+".json")
	must(t, os.WriteFile(newer, []byte(`{"v": 2, "course": "git", "task": "x", "commands": ["ls"]}`), 0o600))
	if n, err := s.Revoke("git"); n != 2 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	granted(t, s, bread(), false)
	must(t, s.Grant(bread()))
	must(t, os.Mkdir(newer, 0o700))
	if n, err := s.Revoke("git"); n != 1 || err == nil {
		t.Errorf("%d, %v: what could not be opened is not told", n, err)
	}
	must(t, s.Grant(bread()))
	if n, err := s.RevokeAll(); n != 2 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
	granted(t, s, bread(), false)
}
