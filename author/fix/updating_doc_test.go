package fix

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
)

// TestUpdatingPage does what the first half of docs/authoring/updating.md tells:
// ids are written, the lock is made, and a changed prompt is found.
func TestUpdatingPage(t *testing.T) {
	src, err := os.ReadFile("../../docs/authoring/updating.md")
	if err != nil {
		t.Fatal(err)
	}
	files, texts := fstest.MapFS{}, map[string]string{}
	page, _, _ := strings.Cut(string(src), "\n## What an update does\n")
	for _, m := range regexp.MustCompile("(?ms)^```(\\w+) (?:file=)?(\\S+)\n(.*?)^```$").FindAllStringSubmatch(page, -1) {
		if m[1] == "text" {
			texts[m[2]] = m[3]
			continue
		}
		files[m[2]] = &fstest.MapFile{Data: []byte(m[3])}
	}
	changes, left, err := IDs(files, "bread")
	if err != nil || len(changes) != 1 || len(left) > 0 || changes[0].Diff() != texts["fixed"] {
		t.Fatalf("%v: left %v:\n%s", err, left, changes[0].Diff())
	}
	lock, ok, err := Lock(files, "bread", changes)
	if _, lines, _ := strings.Cut(lock.After, "format 1\n"); err != nil || !ok || "format 1\n"+lines != texts["lock"] {
		t.Errorf("%v:\n%s", err, lock.After)
	}
	text := strings.Replace(changes[0].After, "What makes it grow", "What lets it grow", 1)
	files = fstest.MapFS{changes[0].File: {Data: []byte(text)}, lock.File: {Data: []byte(lock.After)}}
	_, diags, err := course.Inspect(files, "bread")
	var printed strings.Builder
	if err = errors.Join(err, course.WriteDiags(&printed, diags)); err != nil || printed.String() != texts["changed"] {
		t.Errorf("%v:\n%s", err, printed.String())
	}
}

// TestWriteTheLock: a lock that is not there yet is made, one that came meanwhile
// is not written over.
func TestWriteTheLock(t *testing.T) {
	dir := t.TempDir()
	change := Change{File: course.LockFile, After: "format 1\n", New: true}
	if done, err := Write(dir, []Change{change}); err != nil || len(done) != 1 {
		t.Fatal(done, err)
	}
	if data, err := os.ReadFile(dir + "/" + course.LockFile); err != nil || string(data) != change.After {
		t.Errorf("%q, %v", data, err)
	}
	change.After = "format 1\nlesson other\n"
	if done, err := Write(dir, []Change{change}); !errors.Is(err, fs.ErrExist) || len(done) > 0 {
		t.Errorf("%v, %v", done, err)
	}
}
