//go:build unix

package course

import (
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestPipesDoNotHang loads a folder in which Markdown files are pipes and
// sockets that nobody writes to.
func TestPipesDoNotHang(t *testing.T) {
	dir := t.TempDir()
	mustDo(t, os.WriteFile(filepath.Join(dir, "one.md"), []byte("# One\n"), 0o644))
	for _, name := range []string{"intro.md", "course.yaml", "SUMMARY.md"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Skipf("no pipes here: %v", err)
		}
	}
	if l, err := net.Listen("unix", filepath.Join(dir, "socket.md")); err == nil {
		defer func() { _ = l.Close() }()
	}
	fsys, err := OpenDir(dir)
	mustDo(t, err)
	c, diags, err := Load(fsys, "course")
	mustDo(t, err)
	if len(c.Lessons) != 1 {
		t.Errorf("%d lessons", len(c.Lessons))
	}
	for _, d := range diags {
		if d.Code != codeNotRegular {
			t.Errorf("unexpected: %v", d)
		}
	}
	if len(diags) < 3 {
		t.Errorf("findings: %v", diags)
	}
	if _, err := fs.ReadFile(fsys, "intro.md"); err == nil {
		t.Error("a pipe could be read")
	}
}

func TestAFileThatCannotBeOpenedCostsItself(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("everything can be opened by this user")
	}
	dir := t.TempDir()
	mustDo(t, os.WriteFile(filepath.Join(dir, "one.md"), []byte("# One\n"), 0o644))
	mustDo(t, os.WriteFile(filepath.Join(dir, "two.md"), []byte("# Two\n"), 0o000))
	fsys, err := OpenDir(dir)
	mustDo(t, err)
	c, diags, err := Load(fsys, "course")
	mustDo(t, err)
	if len(c.Lessons) != 1 || len(diags) != 1 || diags[0].Code != codeUnreadable {
		t.Errorf("%d lessons, findings %v", len(c.Lessons), diags)
	}
}
