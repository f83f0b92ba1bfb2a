package progress

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// wantReadOnly checks that a log reads, does not save, and says why.
func wantReadOnly(t *testing.T, l *Log, reason string, notes ...string) {
	t.Helper()
	wantNotes(t, l, notes...)
	if s := l.Status(); !s.ReadOnly || !strings.Contains(s.Reason, reason) {
		t.Fatalf("status: %+v", s)
	}
	if _, err := l.Append(event("x")); !errors.Is(err, learn.ErrReadOnly) {
		t.Fatalf("Append: %v", err)
	}
	mustClose(t, l)
}

func TestNoFolder(t *testing.T) { wantReadOnly(t, Open("", options(nil)), "no folder") }

func TestFileWhereTheFolderShouldBe(t *testing.T) {
	for _, at := range []string{"p", "p/log"} {
		dir := t.TempDir()
		path := filepath.Join(dir, filepath.FromSlash(at))
		os.MkdirAll(filepath.Dir(path), 0o700)
		if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		wantReadOnly(t, Open(filepath.Join(dir, "p"), options(nil)), "")
		if data, _ := os.ReadFile(path); string(data) != "mine" {
			t.Fatal("the file was changed")
		}
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions do not bind this user; the simulated disk covers the case")
	}
	dir := t.TempDir()
	l := Open(dir, options(nil))
	mustAppend(t, l, "a")
	mustClose(t, l)
	for _, name := range []string{logDir, backupDir, ""} {
		os.Chmod(filepath.Join(dir, name), 0o500)
		defer os.Chmod(filepath.Join(dir, name), 0o700)
	}
	os.Chmod(filepath.Join(dir, logDir, l.writer+ext), 0o400)
	wantReadOnly(t, Open(dir, options(nil)), "denied", "a")
}

// TestPlaceThatTakesNoWrites refuses every call that writes.
func TestPlaceThatTakesNoWrites(t *testing.T) {
	for _, cause := range []error{syscall.EROFS, syscall.EACCES, syscall.EPERM, errors.New("something nobody thought of")} {
		d, _, _ := logOf(t, five...)
		d.fail = func(_ int, op string) error {
			switch op {
			case "open", "create", "write", "truncate", "sync", "mkdir", "rename", "remove", "syncdir":
				return cause
			}
			return nil
		}
		before := d.dump()
		wantReadOnly(t, Open("/p", options(d)), cause.Error(), "a", "b", "c", "d", "e")
		if d.dump() != before {
			t.Fatalf("%v: the disk was changed", cause)
		}
	}
}

func TestFolderThatCannotBeListedIsNotWritten(t *testing.T) {
	d, path, data := logOf(t, five...)
	d.fail = func(_ int, op string) error {
		if op == "list" {
			return syscall.EIO
		}
		return nil
	}
	wantReadOnly(t, Open("/p", options(d)), "input/output")
	if string(d.names[path].data) != string(data) {
		t.Fatal("the log was written though it could not be read")
	}
}

func TestOpenedForReadingOnly(t *testing.T) {
	d, path, data := logOf(t, five...)
	d.names[path].data = slices.Concat(data, []byte("unfinished"))
	o := options(d)
	o.ReadOnly = true
	before := d.dump()
	l := Open("/p", o)
	if s := l.Status(); len(s.Torn)+len(s.Files) > 0 {
		t.Fatalf("what another window may be writing is no damage: %+v", s)
	}
	wantReadOnly(t, l, "reading only", "a", "b", "c", "d", "e")
	if d.dump() != before || d.names[path].locked {
		t.Fatal("the disk was changed")
	}
	empty := newMemDisk()
	wantReadOnly(t, Open("/q", Options{ReadOnly: true, disk: empty}), "reading only")
	if len(empty.dirs)+len(empty.names) > 0 {
		t.Fatal("something was made")
	}
}

func TestOneFileThatCannotBeReadCostsItself(t *testing.T) {
	dir := t.TempDir()
	l := Open(dir, options(nil))
	mustAppend(t, l, "a")
	mustClose(t, l)
	os.Mkdir(filepath.Join(dir, logDir, "folder.jsonl"), 0o700)
	l = Open(dir, options(nil))
	wantNotes(t, l, "a")
	mustAppend(t, l, "b")
	if s := l.Status(); len(s.Files) != 1 || s.Files[0].Error == "" || filepath.Base(s.Files[0].Path) != "folder.jsonl" {
		t.Fatalf("status: %+v", s)
	}
	mustClose(t, l)
}

// TestOwnFileIsAFolder: the name is taken, so the next one is used.
func TestOwnFileIsAFolder(t *testing.T) {
	dir := t.TempDir()
	l := Open(dir, options(nil))
	mustAppend(t, l, "a")
	mustClose(t, l)
	own := filepath.Join(dir, logDir, l.writer+ext)
	os.Remove(own)
	os.Mkdir(own, 0o700)
	l = Open(dir, options(nil))
	mustAppend(t, l, "b")
	wantNotes(t, l, "b")
	if s := l.Status(); s.ReadOnly || len(s.Missing) != 1 {
		t.Fatalf("status: %+v", s)
	}
	mustClose(t, l)
}

func TestFilesAreForTheOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such permissions")
	}
	dir := filepath.Join(t.TempDir(), "a", "b")
	for range 2 {
		l := Open(dir, options(nil))
		mustAppend(t, l, "a")
		mustClose(t, l)
	}
	seen := 0
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o600)
		if e.IsDir() {
			want = 0o700
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s: %v, want %v", path, info.Mode().Perm(), want)
		}
		seen++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen != 6 { // three folders, the log, head.json, a backup
		t.Errorf("%d files and folders", seen)
	}
}

func TestDefaultDir(t *testing.T) {
	home := filepath.Join(t.TempDir(), "ada")
	for _, c := range []struct {
		name, system string
		env          map[string]string
		want         string
	}{
		{"linux", "linux", map[string]string{"HOME": home}, filepath.Join(home, ".local", "share", "cairn")},
		{"macOS", "darwin", map[string]string{"HOME": home}, filepath.Join(home, "Library", "Application Support", "cairn")},
		{"Windows", "windows", map[string]string{"LOCALAPPDATA": home}, filepath.Join(home, "cairn")},
		{"Windows without LOCALAPPDATA", "windows", map[string]string{"USERPROFILE": home}, filepath.Join(home, "AppData", "Local", "cairn")},
		{"XDG_DATA_HOME goes first", "linux", map[string]string{"HOME": "/x", "XDG_DATA_HOME": home}, filepath.Join(home, "cairn")},
		{"XDG_DATA_HOME on macOS", "darwin", map[string]string{"HOME": "/x", "XDG_DATA_HOME": home}, filepath.Join(home, "cairn")},
		{"a relative XDG_DATA_HOME is ignored", "linux", map[string]string{"HOME": home, "XDG_DATA_HOME": "data"}, filepath.Join(home, ".local", "share", "cairn")},
		{"no home", "linux", nil, ""},
		{"no home on Windows", "windows", map[string]string{"HOME": home}, ""},
		{"a relative home", "linux", map[string]string{"HOME": "here"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := defaultDir(c.system, func(name string) string { return c.env[name] }); got != c.want {
				t.Fatalf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestOptionsHaveDefaults(t *testing.T) {
	before := time.Now().UnixMilli()
	l := Open(t.TempDir(), Options{})
	saved := mustAppend(t, l, "a")[0]
	if ms := int64(saved.Clock >> 16); ms < before || ms > before+60_000 || !isDevice(saved.Device) {
		t.Fatalf("saved: %+v", saved)
	}
	mustClose(t, l)
}
