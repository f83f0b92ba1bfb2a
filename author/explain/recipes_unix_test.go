//go:build unix

package explain

import (
	"archive/zip"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/cairn-learn/cairn/author/inspect"
	"github.com/cairn-learn/cairn/course"
)

// onDisk makes what a file system in memory cannot hold, and finds what is wrong
// with it.
func onDisk(t *testing.T, recipe string) []course.Diag {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "bread")
	must(t, os.Mkdir(dir, 0o700))
	one := filepath.Join(dir, "one.md")
	must(t, os.WriteFile(filepath.Join(dir, "start.md"), []byte("# Start\n"), 0o600))
	path := dir
	switch recipe {
	case "symlink":
		outside := filepath.Join(filepath.Dir(dir), "one.md")
		must(t, os.WriteFile(outside, []byte("# One\n"), 0o600))
		must(t, os.Symlink("../one.md", one))
	case "pipe":
		must(t, syscall.Mkfifo(one, 0o600))
	case "unreadable":
		if os.Getuid() == 0 {
			t.Skip("to the administrator everything is readable")
		}
		must(t, os.WriteFile(one, []byte("# One\n"), 0o000))
	case "hardlink":
		must(t, os.WriteFile(one, []byte("# One\n"), 0o600))
		must(t, os.Link(one, filepath.Join(filepath.Dir(dir), "other.md")))
	case "archive", "good-archive":
		path = dir + ".zip"
		zipped(t, path, map[string]string{"archive": "../one.md", "good-archive": "one.md"}[recipe])
	default:
		t.Fatalf("nothing makes %s", recipe)
	}
	fsys, name, err := course.Open(path)
	if err != nil {
		return course.Refused(err)
	}
	_, diags, err := inspect.Course(fsys, name)
	must(t, err)
	must(t, fsys.Close())
	return diags
}

func zipped(t *testing.T, path, name string) {
	t.Helper()
	f, err := os.Create(path)
	must(t, err)
	z := zip.NewWriter(f)
	w, err := z.Create(name)
	must(t, err)
	_, err = w.Write([]byte("# One\n"))
	must(t, err)
	must(t, z.Close())
	must(t, f.Close())
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
