package progress

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// pictureOf is everything about a folder that looking at it must leave as it
// is: names, modes, times of change and bytes.
func pictureOf(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s %s %s", path, info.Mode(), info.ModTime().Format(time.RFC3339Nano))
		if info.Mode().IsRegular() {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, " %x", data)
		}
		b.WriteByte('\n')
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestExaminingChangesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	for range 2 {
		l := Open(dir, options(nil))
		mustAppend(t, l, "a", "b")
		mustClose(t, l)
	}
	if err := os.WriteFile(filepath.Join(dir, logDir, "abcdefghijklmnop.jsonl"), []byte("damaged\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := pictureOf(t, filepath.Dir(dir))
	e := Examine(dir, options(nil))
	if _, err := PlanRepair(dir, options(nil), true); err != nil {
		t.Fatal(err)
	}
	if after := pictureOf(t, filepath.Dir(dir)); after != before {
		t.Fatalf("looking changed the folder\nbefore\n%s\nafter\n%s", before, after)
	}
	if e.Status.Events != 4 || len(e.Files) != 2 || len(e.Backups) != 1 || e.Backups[0].Events != 2 || len(e.Devices) != 1 || !e.Devices[0].Here {
		t.Fatalf("found %+v", e)
	}
	if p := e.Place; !p.Exists || p.Unwritable != "" || p.Untried {
		t.Fatalf("the place is %+v", p)
	}
	if runtime.GOOS != "windows" && (len(e.Place.Loose) != 1 || filepath.Base(e.Place.Loose[0].Path) != "abcdefghijklmnop.jsonl") {
		t.Fatalf("others may use %v", e.Place.Loose)
	}
}

func TestExaminingAFolderThatIsNotThere(t *testing.T) {
	dir := t.TempDir()
	before := pictureOf(t, dir)
	e := Examine(filepath.Join(dir, "a", "b"), options(nil))
	if e.Place.Exists || e.Place.Unwritable != "" || e.Place.Error != "" || len(e.Files) > 0 {
		t.Fatalf("found %+v", e)
	}
	if pictureOf(t, dir) != before {
		t.Fatal("looking changed the folder above")
	}
	if r, err := Repair(filepath.Join(dir, "a", "b"), options(nil), true); err != nil || len(r.Steps) > 0 || pictureOf(t, dir) != before {
		t.Fatalf("repairing nothing did %v, %v", r, err)
	}
}

// TestTryingWithAName tries a place where files must have names.
func TestTryingWithAName(t *testing.T) {
	dir := t.TempDir()
	before := pictureOf(t, dir)
	f, remove, err := named(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("x"); err != nil {
		t.Fatal(err)
	}
	remove()
	if after := pictureOf(t, dir); after != before {
		t.Fatalf("before\n%s\nafter\n%s", before, after)
	}
}

func TestEventsOfTheFutureAreTold(t *testing.T) {
	d := newMemDisk()
	o := options(d)
	o.Now = at(noon.AddDate(3, 0, 0)) // the clock was three years ahead
	l := Open("/p", o)
	late := event("a")
	late.Time = o.Now()
	if _, err := l.Append(late); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
	d = d.restarted()
	l = Open("/p", options(d))
	mustAppend(t, l, "b") // the clock is right again, and the order counts on
	mustClose(t, l)
	e := Examine("/p", options(d.restarted()))
	if e.Ahead.Events != 1 || e.Ahead.Latest.Year() != 2028 {
		t.Fatalf("ahead: %+v", e.Ahead)
	}
}

func TestExaminingBackups(t *testing.T) {
	d, path := hurt(t, func(b []byte) []byte { from, _ := lineAt(b, 3); return b[:from] }, true)
	e := Examine("/p", options(d))
	if len(e.Backups) != 1 || e.Backups[0].Bad != 0 || e.Backups[0].Extra != 4 || e.Backups[0].Other != 0 {
		t.Fatalf("backups: %+v", e.Backups)
	}
	n := d.names["/p/backups/2025-03-09.jsonl"]
	n.data = flip(n.data, 20)
	if e := Examine("/p", options(d)); e.Backups[0].Bad != 1 || e.Backups[0].Extra != 4 {
		t.Fatalf("damaged: %+v", e.Backups)
	}
	n.data = flip(n.data, 20)
	_, _, other := logOf(t, []string{"another a"})
	d.names[path].data = other
	if e := Examine("/p", options(d)); e.Backups[0].Other != 1 || e.Backups[0].Extra != 4 {
		t.Fatalf("differing: %+v", e.Backups)
	}
}

func TestRepairOfPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no such permissions")
	}
	dir := filepath.Join(t.TempDir(), "data")
	l := Open(dir, options(nil))
	mustAppend(t, l, "a")
	mustClose(t, l)
	for path, mode := range map[string]fs.FileMode{
		dir: 0o777, filepath.Join(dir, logDir): 0o755, l.path(l.writer + ext): 0o000, filepath.Join(dir, headFile): 0o644,
	} {
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Repair(dir, options(nil), false); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]fs.FileMode{
		dir: 0o700, filepath.Join(dir, logDir): 0o700, l.path(l.writer + ext): 0o600, filepath.Join(dir, headFile): 0o600,
	} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has %v, %v, want %v", path, info.Mode().Perm(), err, want)
		}
	}
	if e := Examine(dir, options(nil)); !e.Status.Sound() || len(e.Place.Loose) > 0 || e.Status.Events != 1 {
		t.Fatalf("then: %+v", e)
	}
}

// TestRepairLeavesPermissionsOfOthers: in a folder that is not cairn's alone, only
// what cairn made is mended.
func TestRepairLeavesPermissionsOfOthers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no such permissions")
	}
	dir := filepath.Join(t.TempDir(), "data")
	l := Open(dir, options(nil))
	mustAppend(t, l, "a")
	mustClose(t, l)
	mustClose(t, Open(dir, options(nil))) // makes a backup
	want := map[string]fs.FileMode{l.path(l.writer + ext): 0o600, filepath.Join(dir, headFile): 0o600, filepath.Join(dir, backupDir): 0o700}
	for path := range want {
		if err := os.Chmod(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"public.html", "log/nginx.jsonl", "torn/photo.jpg", "aside/keep/tax.pdf"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
		for ; path != filepath.Dir(dir); path = filepath.Dir(path) {
			want[path] = 0o755
			if err := os.Chmod(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := Repair(dir, options(nil), false); err != nil {
		t.Fatal(err)
	}
	for path, mode := range want {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s has %v, %v, want %v", path, info.Mode().Perm(), err, mode)
		}
	}
	if p := survey(dir); len(p.Loose) > 0 || len(p.Shared) == 0 || p.Shared[0].Path != dir {
		t.Errorf("then: %v, shared %v", p.Loose, p.Shared)
	}
}

func TestSyncedFolders(t *testing.T) {
	for dir, want := range map[string]string{
		"/home/u/Dropbox/cairn": "Dropbox", "/home/u/OneDrive - Firm/x": "OneDrive", "/Users/u/Library/Mobile Documents/x": "iCloud",
		"/home/u/.local/share/cairn": "", "": "",
	} {
		if got := syncedBy(filepath.FromSlash(dir)); got != want {
			t.Errorf("%q is synced by %q, want %q", dir, got, want)
		}
	}
}

// TestExamineTellsNonsenseClocks: also where the time beside the clock is well.
func TestExamineTellsNonsenseClocks(t *testing.T) {
	d := newMemDisk()
	d.put("/p/log/aa.jsonl", written("aa", 1, lastClock, "last")+written("aa", 2, lastClock+1, "nonsense"))
	if e := Examine("/p", options(d)); !slices.Equal(e.Clocks, []string{learn.EventID("aa", 2)}) {
		t.Fatalf("clocks: %q", e.Clocks)
	}
}
