package newfile

import (
	"os"
	"path/filepath"
	"testing"
)

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	for _, text := range []string{"one", "two"} {
		if err := Replace(root, "in/a.md", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(dir, "in", "a.md")); string(got) != text || err != nil {
			t.Errorf("the file holds %q, %v", got, err)
		}
	}
	onlyNamed(t, filepath.Join(dir, "in"), "a.md")
	for _, name := range []string{"../b", "/b", ""} {
		if err := Replace(root, name, nil); err == nil {
			t.Errorf("%q was written", name)
		}
	}
	// A link out of the folder is replaced, not written through.
	if err := os.Symlink(filepath.Join(t.TempDir(), "out"), filepath.Join(dir, "link")); err != nil {
		t.Skip("no links here:", err)
	}
	if err := Replace(root, "link", []byte("x")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(filepath.Join(dir, "link")); err != nil || !info.Mode().IsRegular() {
		t.Errorf("the link is still one: %v", err)
	}
}
