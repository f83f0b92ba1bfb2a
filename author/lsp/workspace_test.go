package lsp

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestRootOf: a home folder is not read for a note in it.
func TestRootOf(t *testing.T) {
	top := t.TempDir()
	home, course := filepath.Join(top, "home"), filepath.Join(top, "course")
	for _, dir := range []string{home + "/in", course + "/in"} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	names := []string{course + "/course.yaml"}
	for i := range 5001 {
		names = append(names, fmt.Sprintf("%s/%d", home, i))
	}
	for _, name := range names {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ file, workspace, want string }{
		{home + "/a.md", "", ""},
		{home + "/a.md", home, ""},
		{home + "/in/a.md", home, home + "/in"},
		{course + "/in/a.md", "", course},
		{course + "/in/a.md", top, course},
	} {
		if got := rootOf(filepath.FromSlash(c.file), []string{c.workspace}); got != filepath.FromSlash(c.want) {
			t.Errorf("%s in %q belongs to %q", c.file, c.workspace, got)
		}
	}
}

func TestPathOf(t *testing.T) {
	for _, uri := range []string{"", "file:", "file:a.md", "%zz", "untitled:1", "http://a/b.md", "file://host/share/a.md", "file:///a%00b.md"} {
		if got := pathOf(uri); got != "" {
			t.Errorf("%q is the file %q", uri, got)
		}
	}
}
