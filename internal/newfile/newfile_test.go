package newfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a")
	if err := Write(name, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := Write(name, []byte("two")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file: %v", err)
	}
	if got, err := os.ReadFile(name); string(got) != "one" || err != nil {
		t.Errorf("the file holds %q, %v", got, err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
	onlyNamed(t, dir, "a")
}

// TestWriteFollowsNoLink: a link that leads nowhere is something that is there.
func TestWriteFollowsNoLink(t *testing.T) {
	dir := t.TempDir()
	name, target := filepath.Join(dir, "link"), filepath.Join(dir, "target")
	if err := os.Symlink(target, name); err != nil {
		t.Skip("no links here:", err)
	}
	if err := Write(name, []byte("one")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("through a link: %v", err)
	}
	onlyNamed(t, dir, "link")
}

func TestWriteWhereNothingCanBe(t *testing.T) {
	if err := Write(filepath.Join(t.TempDir(), "none", "a"), []byte("one")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("in a folder that is not there: %v", err)
	}
}

// TestPlaceOverwritesNothing: the file came to be after it was looked for.
func TestPlaceOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	temp, name := filepath.Join(dir, "temp"), filepath.Join(dir, "a")
	for file, text := range map[string]string{temp: "new", name: "old"} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Place(temp, name); !errors.Is(err, fs.ErrExist) {
		t.Errorf("placed: %v", err)
	}
	if got, _ := os.ReadFile(name); string(got) != "old" {
		t.Errorf("the file holds %q", got)
	}
}

func onlyNamed(t *testing.T, dir, want string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != want {
		t.Errorf("the folder holds %v, %v, want %s alone", entries, err, want)
	}
}
