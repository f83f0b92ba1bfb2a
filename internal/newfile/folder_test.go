package newfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestFolder(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "deep", "course")
	files := map[string][]byte{"a.md": []byte("one"), "b/c.md": []byte("two")}
	if err := Folder(name, files); err != nil {
		t.Fatal(err)
	}
	for file, want := range files {
		if got, err := os.ReadFile(filepath.Join(name, file)); string(got) != string(want) || err != nil {
			t.Errorf("%s holds %q, %v", file, got, err)
		}
	}
	onlyNamed(t, filepath.Join(dir, "deep"), "course")
	if err := Folder(name, map[string][]byte{"d.md": nil}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a folder: %v", err)
	}
	if _, err := os.Stat(filepath.Join(name, "d.md")); err == nil {
		t.Error("it was put into a folder that was there")
	}
}

func TestFolderInAnEmptyOne(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "empty")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Folder(dir, map[string][]byte{"a.md": []byte("one")}); err != nil {
		t.Fatal(err)
	}
	onlyNamed(t, dir, "a.md")
}

// TestFolderIsWholeOrNot: one bad name, and nothing is there.
func TestFolderIsWholeOrNot(t *testing.T) {
	for _, bad := range []string{"../out.md", "/out.md", "", "a.md/b.md"} {
		dir := t.TempDir()
		if err := Folder(filepath.Join(dir, "course"), map[string][]byte{"a.md": []byte("one"), bad: []byte("two")}); err == nil {
			t.Errorf("%q was written", bad)
		}
		if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
			t.Errorf("%q left %v, %v", bad, entries, err)
		}
	}
}

func TestFolderThatIsAFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "course")
	if err := os.WriteFile(name, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Folder(name, nil); err == nil {
		t.Error("a file gave way to a folder")
	}
	if got, _ := os.ReadFile(name); string(got) != "mine" {
		t.Errorf("the file holds %q", got)
	}
}
