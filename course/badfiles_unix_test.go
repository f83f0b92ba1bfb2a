//go:build unix

package course

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
)

// secret stands in a file beside the course, which must not be read.
const secret = "the secret of this machine"

// badFile is something in a course's folder that an author of good will would not
// put there.
type badFile struct {
	name     string
	put      func(t *testing.T, dir string)
	code     string // of the finding; empty: none
	severity Severity
	file     string
	lessons  int // that are taken all the same
}

func badFiles() []badFile {
	link := func(target, name string) func(*testing.T, string) {
		return func(t *testing.T, dir string) { mustDo(t, os.Symlink(target, filepath.Join(dir, name))) }
	}
	pipe := func(name string) func(*testing.T, string) {
		return func(t *testing.T, dir string) { mustDo(t, syscall.Mkfifo(filepath.Join(dir, name), 0o600)) }
	}
	write := func(names ...string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			for i, name := range names {
				file := filepath.Join(dir, name)
				mustDo(t, os.MkdirAll(filepath.Dir(file), 0o700))
				mustDo(t, os.WriteFile(file, fmt.Appendf(nil, "---\nid: lesson-%d\n---\n\n# A lesson\n", i), 0o600))
			}
		}
	}
	return []badFile{
		{"C57 a link to a folder of secrets", link("..", "keys"), codeSymlink, Error, "keys", 1},
		{"C57 a link to a secret", link("../secret.md", "two.md"), codeSymlink, Error, "two.md", 1},
		{"C57 a link to a secret by its full name", link("/etc/passwd", "two.md"), codeSymlink, Error, "two.md", 1},
		{"C57 a link to what the system tells of processes", link("/proc/self/environ", "two.md"), codeSymlink, Error, "two.md", 1},
		{"C57 course.yaml is a link to a secret", link("../secret.md", "course.yaml"), codeSymlink, Error, "course.yaml", 1},
		{"C57 a link within the folder", link("one.md", "two.md"), codeSymlink, Warning, "two.md", 1},
		{"C57 a link to itself", link("two.md", "two.md"), codeSymlink, Warning, "two.md", 1},
		{"C58 a hard link to a secret", func(t *testing.T, dir string) {
			mustDo(t, os.Link(filepath.Join(dir, "..", "secret.md"), filepath.Join(dir, "two.md")))
		}, codeHardLink, Warning, "two.md", 2},
		{"C59 a named pipe called intro.md", pipe("intro.md"), codeNotRegular, Error, "intro.md", 1},
		{"C59 a named pipe called course.yaml", pipe("course.yaml"), codeNotRegular, Error, "course.yaml", 1},
		{"C59 a named pipe called SUMMARY.md", pipe("SUMMARY.md"), codeNotRegular, Error, "SUMMARY.md", 1},
		{"C59 a named pipe that no lesson is called", pipe("fifo"), "", "", "", 1},
		{"C60 a socket called two.md", func(t *testing.T, dir string) {
			l, err := net.Listen("unix", filepath.Join(dir, "two.md"))
			if err != nil {
				t.Skipf("no sockets here: %v", err)
			}
			t.Cleanup(func() { _ = l.Close() })
		}, codeNotRegular, Error, "two.md", 1},
		{"C60 a device called two.md", func(t *testing.T, dir string) {
			if err := syscall.Mknod(filepath.Join(dir, "two.md"), syscall.S_IFCHR|0o600, 1<<8|5); err != nil {
				t.Skipf("no device can be made: %v", err)
			}
		}, codeNotRegular, Error, "two.md", 1},
		{"C60 a folder called two.md", func(t *testing.T, dir string) { mustDo(t, os.Mkdir(filepath.Join(dir, "two.md"), 0o700)) }, "", "", "", 1},
		{"C63 A.md and a.md", write("A.md", "a.md"), codeFileName, Warning, "a.md", 3},
		{"C63 é.md put together in two ways", write("\u00e9.md", "e\u0301.md"), codeFileName, Warning, "\u00e9.md", 3},
		{"C63 folders that differ in case", write("Part/a.md", "part/b.md"), codeFileName, Warning, "part", 3},
		{"C65 a file of 1 TB with nothing in it", func(t *testing.T, dir string) {
			write("two.md")(t, dir)
			mustDo(t, os.Truncate(filepath.Join(dir, "two.md"), 1<<40))
		}, codeFileTooLarge, Error, "two.md", 1},
		{"C69 names with spaces and emoji", write("the river 🏞️/👩‍🏫 two.md"), "", "", "", 2},
		{"C69 a name of 255 bytes", write(strings.Repeat("a", 252) + ".md"), "", "", "", 2},
		{"C69 a name that is not UTF-8", write("two\xff.md"), codeFileName, Error, ".", 1},
		{"C69 a name with an escape", write("two\x1b[2J.md"), codeFileName, Warning, "two\x1b[2J.md", 2},
		{"C69 a folder that is read-only", func(t *testing.T, dir string) {
			mustDo(t, os.Chmod(dir, 0o500))
			t.Cleanup(func() { mustDo(t, os.Chmod(dir, 0o700)) })
		}, "", "", "", 1},
	}
}

// TestBadFiles opens a folder with each of the bad files in it. Each costs itself
// at most, is told, and nothing outside the folder is read.
func TestBadFiles(t *testing.T) {
	list := badFiles()
	var slowest time.Duration
	for _, c := range list {
		t.Run(c.name, func(t *testing.T) {
			base := t.TempDir()
			dir := filepath.Join(base, "a course")
			mustDo(t, os.Mkdir(dir, 0o700))
			mustDo(t, os.WriteFile(filepath.Join(base, "secret.md"), []byte("# "+secret+"\n"), 0o600))
			mustDo(t, os.WriteFile(filepath.Join(dir, "one.md"), []byte("# One\n"), 0o600))
			c.put(t, dir)
			fsys, err := OpenDir(dir)
			mustDo(t, err)
			defer func() { mustDo(t, fsys.Close()) }()
			began := time.Now()
			course, diags, err := Load(fsys, "course")
			mustDo(t, err)
			slowest = max(slowest, time.Since(began))
			if len(course.Lessons) != c.lessons {
				t.Errorf("%d lessons are taken, want %d", len(course.Lessons), c.lessons)
			}
			if c.code == "" && len(diags) > 0 {
				t.Errorf("findings: %v", diags)
			}
			if c.code != "" && (len(diags) != 1 || diags[0].Code != c.code || diags[0].Severity != c.severity || diags[0].Pos.File != c.file) {
				t.Errorf("findings: %v, want a %s %s of %q", diags, c.severity, c.code, c.file)
			}
			for _, l := range course.Lessons {
				if l.Title == secret && c.code != codeHardLink { // that it is said is all that can be done
					t.Error("the secret is a lesson")
				}
			}
			if data, err := ReadAsset(fsys, "one.md", "two.md"); c.lessons == 1 && err == nil {
				t.Errorf("a lesson shows %q", data)
			}
		})
	}
	torture.Report(t, "P15", "%d folders with links, pipes, sockets, devices, odd names and sizes; the slowest opened in %d ms", len(list), slowest.Milliseconds())
}

// TestSwappedWhileLoading loads a folder in which a name is now a file, now a
// pipe, a link out of the folder, a link to a device: between the look
// at a name and its opening there is always time to swap it. However busy the
// machine is, it goes on until the swapping was met.
func TestSwappedWhileLoading(t *testing.T) {
	base := t.TempDir()
	dir, kinds := filepath.Join(base, "course"), filepath.Join(base, "kinds")
	mustDo(t, os.Mkdir(kinds, 0o700))
	mustDo(t, os.Mkdir(dir, 0o700))
	mustDo(t, os.WriteFile(filepath.Join(base, "secret.md"), []byte("# "+secret+"\n"), 0o600))
	mustDo(t, os.WriteFile(filepath.Join(dir, "one.md"), []byte("# One\n"), 0o600))
	kind := []func(name string) error{
		func(name string) error { return os.WriteFile(name, []byte("# A file\n"), 0o600) },
		func(name string) error { return syscall.Mkfifo(name, 0o600) },
		func(name string) error { return os.Symlink(filepath.Join(base, "secret.md"), name) },
		func(name string) error { return os.Symlink("../secret.md", name) },
		func(name string) error { return os.Symlink("/dev/zero", name) },
		func(name string) error { return os.Symlink("/proc/self/environ", name) },
	}
	var swaps atomic.Int64
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			swaps.Store(int64(i))
			next := filepath.Join(kinds, "next")
			if err := kind[i%len(kind)](next); err != nil {
				t.Error(err)
				return
			}
			if err := os.Rename(next, filepath.Join(dir, "two.md")); err != nil {
				t.Error(err)
				return
			}
		}
	}()
	loads, files := 0, 0
	met := func() bool { return files >= 3 && swaps.Load() >= int64(loads/10) }
	hang := time.AfterFunc(time.Minute, func() { panic("a load hangs") })
	defer hang.Stop()
	start, long := time.Now(), torture.For(300*time.Millisecond, time.Minute)
	for ; time.Since(start) < long || !met() && time.Since(start) < long+2*time.Minute; loads++ {
		hang.Reset(time.Minute)
		fsys, err := OpenDir(dir)
		mustDo(t, err)
		c, _, err := Load(fsys, "course")
		mustDo(t, err)
		for _, l := range c.Lessons {
			if l.Title != "One" && l.Title != "A file" && l.Title != "Two" {
				t.Fatalf("a lesson is called %q", l.Title)
			}
			if l.Title == "A file" {
				files++
			}
		}
		if data, err := ReadAsset(fsys, "one.md", "two.md"); err == nil && string(data) != "# A file\n" && len(data) > 0 {
			t.Fatalf("a picture is %q", data)
		}
		mustDo(t, fsys.Close())
	}
	close(stop)
	<-stopped
	if !met() {
		t.Errorf("%d swaps in %d loads, of which %d met a file: nothing was tried", swaps.Load(), loads, files)
	}
	torture.Report(t, "P15", "%d loads while a name was swapped %d times (file, pipe, links to a secret, a device, the environment): 0 escapes, 0 hangs", loads, swaps.Load())
}

// TestWhatIsNoFolderIsNotWaitedFor opens a pipe as if it were a course.
func TestWhatIsNoFolderIsNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"course", "course.zip"} {
		pipe := filepath.Join(dir, name)
		mustDo(t, syscall.Mkfifo(pipe, 0o600))
		for how, open := range map[string]func() error{
			"C59 OpenDir of a pipe":     func() error { _, err := OpenDir(pipe); return err },
			"C59 Open of a pipe":        func() error { _, _, err := Open(pipe); return err },
			"C59 OpenArchive of a pipe": func() error { _, _, err := OpenArchive(pipe); return err },
		} {
			done := make(chan error, 1)
			go func() { done <- open() }()
			select {
			case err := <-done:
				if err == nil || errors.Is(err, fs.ErrNotExist) {
					t.Errorf("%s %s: %v", how, name, err)
				}
			case <-time.After(10 * time.Second):
				t.Fatalf("%s %s: it is waited for", how, name)
			}
		}
	}
}
