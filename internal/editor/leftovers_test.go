package editor

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestLeftovers: only a folder that holds texts, and nothing else, was an editor's.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"TMPDIR", "TMP", "TEMP"} {
		t.Setenv(name, dir)
	}
	for folder, files := range map[string][]string{
		"cairn-1": {"answer.txt"}, "cairn-2": {"answer.txt", ".answer.txt.swp"},
		"cairn-3": {}, "cairn-4": {"answer.txt", "other"}, "cairn-x": {"answer.txt"}, "other-5": {"answer.txt"},
	} {
		if err := os.Mkdir(filepath.Join(dir, folder), 0o700); err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if err := os.WriteFile(filepath.Join(dir, folder, file), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	want := []string{filepath.Join(dir, "cairn-1"), filepath.Join(dir, "cairn-2")}
	if got := Leftovers(); !slices.Equal(got, want) {
		t.Errorf("left over are %q, want %q", got, want)
	}
}
