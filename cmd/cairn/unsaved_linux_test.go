package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
)

// unwritable are the ways in which a place takes no progress. Each makes one
// below dir and returns the environment that names it.
var unwritable = []struct {
	name string
	root bool // permissions have to bind: not for root
	make func(t *testing.T, dir string) map[string]string
}{
	{"HOME is not set", false, func(*testing.T, string) map[string]string { return nil }},
	{"HOME is no path", false, func(*testing.T, string) map[string]string { return map[string]string{"HOME": "nowhere"} }},
	{"a file where the folder should be", false, func(t *testing.T, dir string) map[string]string {
		return data(put(t, filepath.Join(dir, "data")))
	}},
	{"a file above the folder", false, func(t *testing.T, dir string) map[string]string {
		return data(filepath.Join(put(t, filepath.Join(dir, "file")), "data"))
	}},
	{"a file where the folder of the log should be", false, func(t *testing.T, dir string) map[string]string {
		put(t, filepath.Join(dir, "log"))
		return data(dir)
	}},
	{"a link that leads nowhere", false, func(t *testing.T, dir string) map[string]string {
		link := filepath.Join(dir, "data")
		must(t, os.Symlink(filepath.Join(dir, "gone", "away"), link))
		return data(link)
	}},
	{"a link to itself", false, func(t *testing.T, dir string) map[string]string {
		link := filepath.Join(dir, "data")
		must(t, os.Symlink(link, link))
		return data(link)
	}},
	{"a path that is too long", false, func(_ *testing.T, dir string) map[string]string {
		return data(filepath.Join(dir, strings.Repeat("x", 300)))
	}},
	{"a file system that takes no folders", false, func(*testing.T, string) map[string]string { return data("/proc/cairn") }},
	{"a file system that is for reading only", false, readOnlyMount},
	{"a file system that is full", false, fullMount},
	{"a folder for reading only", true, func(t *testing.T, dir string) map[string]string {
		must(t, os.Chmod(dir, 0o555))
		return data(dir)
	}},
	{"a folder above that takes nothing", true, func(t *testing.T, dir string) map[string]string {
		must(t, os.Chmod(dir, 0o555))
		return data(filepath.Join(dir, "data"))
	}},
	{"a log that cannot be listed", true, func(t *testing.T, dir string) map[string]string {
		must(t, os.Mkdir(filepath.Join(dir, "log"), 0o000))
		return data(dir)
	}},
}

func data(dir string) map[string]string { return map[string]string{"CAIRN_DATA": dir} }

func put(t *testing.T, path string) string {
	t.Helper()
	must(t, os.WriteFile(path, []byte("mine"), 0o600))
	return path
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func readOnlyMount(t *testing.T, dir string) map[string]string {
	mount(t, dir, syscall.MS_RDONLY, "size=400k")
	return data(dir)
}

func fullMount(t *testing.T, dir string) map[string]string {
	mount(t, dir, 0, "size=400k,nr_inodes=1")
	return data(dir)
}

func mount(t *testing.T, dir string, flags uintptr, options string) {
	t.Helper()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", flags, options); err != nil {
		t.Skipf("nothing can be mounted here: %v", err)
	}
	t.Cleanup(func() { must(t, syscall.Unmount(dir, 0)) })
}

// TestPlacesThatTakeNoProgress holds P7: a course opens and can be taken, it is
// said that nothing is saved, why, and how to save elsewhere; and cairn doctor
// says the same. E95 is among them.
func TestPlacesThatTakeNoProgress(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the places are made for Linux")
	}
	tried := 0
	for _, c := range unwritable {
		t.Run(c.name, func(t *testing.T) {
			if c.root && os.Geteuid() == 0 {
				t.Skip("permissions do not bind root; the faults of course/progress cover the case")
			}
			dir := t.TempDir()
			t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
			vars := c.make(t, dir)
			status, said := inPlace(vars, "look\n", "welcome", "--plain")
			if status != exitUnfinished || !strings.Contains(said, "Nothing is saved this time: ") ||
				!strings.Contains(said, "CAIRN_DATA=FOLDER cairn") || !strings.Contains(said, "How would you like things explained?") {
				t.Fatalf("status %d:\n%s", status, said)
			}
			status, said = inPlace(vars, "", "doctor")
			if status != exitFailed || !strings.Contains(said, "! wrong: ") || !strings.Contains(said, "CAIRN_DATA") {
				t.Fatalf("doctor ended with status %d:\n%s", status, said)
			}
			tried++
		})
	}
	torture.Report(t, "P7", "%d places that take no progress: the course opens, it is said, no crash", tried)
}

// inPlace runs cairn with an environment, and returns the status and all that
// is printed.
func inPlace(vars map[string]string, typed string, args ...string) (int, string) {
	var out bytes.Buffer
	env := environment{
		args: args, getenv: func(name string) string { return vars[name] }, now: time.Now,
		in: strings.NewReader(typed), out: &out, err: &out, width: 80,
	}
	return run(env), out.String()
}
