package fix

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func put(t *testing.T, dir, name, text string, mode os.FileMode) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
}

func holds(t *testing.T, dir, name, want string) {
	t.Helper()
	if got, err := os.ReadFile(filepath.Join(dir, name)); string(got) != want || err != nil {
		t.Errorf("%s holds %q, %v, want %q", name, got, err, want)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a/one.md", "one", 0o640)
	put(t, dir, "two.md", "changed since", 0o600)
	put(t, dir, "three.md", "three", 0o600)
	done, err := Write(dir, []Change{
		{File: "a/one.md", Before: "one", After: "1"},
		{File: "gone.md", Before: "x", After: "y"},
		{File: "three.md", Before: "three", After: "3"},
		{File: "two.md", Before: "two", After: "2"},
	})
	if !errors.Is(err, ErrChanged) || !errors.Is(err, os.ErrNotExist) || len(done) != 2 || done[0].File != "a/one.md" || done[1].File != "three.md" {
		t.Errorf("%v, %v", done, err)
	}
	holds(t, dir, "a/one.md", "1")
	holds(t, dir, "two.md", "changed since")
	holds(t, dir, "three.md", "3")
	if info, err := os.Stat(filepath.Join(dir, "a", "one.md")); err != nil || info.Mode().Perm() != 0o640 && runtime.GOOS != "windows" {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
	for folder, n := range map[string]int{".": 3, "a": 1} {
		if entries, err := os.ReadDir(filepath.Join(dir, folder)); len(entries) != n || err != nil {
			t.Errorf("%s holds %v, %v", folder, entries, err)
		}
	}
}

// TestWriteLeavesTheFolderAlone: neither through a link nor out of the folder.
func TestWriteLeavesTheFolderAlone(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	put(t, outside, "one.md", "one", 0o600)
	if err := os.Symlink(filepath.Join(outside, "one.md"), filepath.Join(dir, "one.md")); err != nil {
		t.Skip("no links here:", err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "a")); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"one.md", "a/one.md", "../" + filepath.Base(outside) + "/one.md"} {
		if done, err := Write(dir, []Change{{File: file, Before: "one", After: "1"}}); err == nil || len(done) > 0 {
			t.Errorf("%s: %v, %v", file, done, err)
		}
	}
	holds(t, outside, "one.md", "one")
}

// TestWriteAfterAnInterruptedOne: what a power cut left behind is in nobody's way.
func TestWriteAfterAnInterruptedOne(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "one.md", "one", 0o600)
	put(t, dir, ".cairn-fix-0-one.md.new", "hal", 0o600)
	if done, err := Write(dir, []Change{{File: "one.md", Before: "one", After: "1"}}); err != nil || len(done) != 1 {
		t.Errorf("%v, %v", done, err)
	}
	holds(t, dir, "one.md", "1")
	holds(t, dir, ".cairn-fix-0-one.md.new", "hal")
}

// TestWriteLeavesWhatMayNotBeWritten: the author has closed the file.
func TestWriteLeavesWhatMayNotBeWritten(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "one.md", "one", 0o400)
	if done, err := Write(dir, []Change{{File: "one.md", Before: "one", After: "1"}}); !errors.Is(err, os.ErrPermission) || len(done) > 0 {
		t.Errorf("%v, %v", done, err)
	}
	holds(t, dir, "one.md", "one")
}
