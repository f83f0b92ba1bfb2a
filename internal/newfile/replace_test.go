package newfile

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// TestReplaceAtOnce: whoever comes last, the file is one of those that were
// written, whole, under the longest name that a file can have.
func TestReplaceAtOnce(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	name := strings.Repeat("n", 255)
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for range 10 {
				if err := Replace(root, name, bytes.Repeat([]byte{byte('a' + i)}, 1000*(i+1))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	got, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil || len(got) == 0 || len(got) != 1000*int(got[0]-'a'+1) || strings.Trim(string(got), string(got[:1])) != "" {
		t.Errorf("%d bytes, mixed, %v", len(got), err)
	}
	onlyNamed(t, dir, name)
}

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
