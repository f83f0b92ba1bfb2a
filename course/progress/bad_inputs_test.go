package progress

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// badInputs are what may happen to a log and to the machine it is on, by the
// numbers of the list of bad inputs. Other tests try most of them many times;
// here each has one place where it can be found.
var badInputs = []struct {
	name string
	try  func(t *testing.T)
}{
	{"E84 kill -9 in the middle of a save", func(t *testing.T) {
		var sum killed
		if sum.kill(t, "", 5); sum.lost+sum.unopened > 0 {
			t.Fatalf("%+v", sum)
		}
	}},
	{"E85 power cut after saved", func(t *testing.T) {
		for seed := range uint64(20) {
			d := newMemDisk()
			mustAppend(t, Open("/p", options(d)), "a", "b")
			l := Open("/p", options(d.unplugged(rand.New(rand.NewPCG(seed, 85)))))
			wantNotes(t, l, "a", "b")
		}
	}},
	{"E86 disk full in the middle of a line", func(t *testing.T) {
		for _, undone := range []bool{true, false} { // the half line can be cut off at once, or not
			d := newMemDisk()
			l := Open("/p", options(d))
			mustAppend(t, l, "a")
			d.fail = func(_ int, op string) error {
				if op == "write" || op == "truncate" && !undone || op == "create" {
					return syscall.ENOSPC
				}
				return nil
			}
			if _, err := l.Append(event("half")); !errors.Is(err, learn.ErrFull) {
				t.Fatalf("got %v", err)
			}
			d.fail = nil
			mustAppend(t, l, "b")
			mustClose(t, l)
			again := Open("/p", options(d.restarted()))
			if wantNotes(t, again, "a", "b"); again.Status().BadLines() > 0 {
				t.Fatalf("status: %+v", again.Status())
			}
		}
	}},
	{"E87 fsync fails with EIO", func(t *testing.T) {
		TestFailedSyncIsNeverTrusted(t)
		TestFailingDiskIsGivenUp(t)
	}},
	{"E88 a log cut at a line end", func(t *testing.T) {
		d, path, data := logOf(t, five...)
		for n := range 5 {
			from, _ := lineAt(data, n)
			one := d.restarted()
			one.names[path].data = slices.Clone(data[:from])
			s := Open("/p", options(one)).Status()
			if len(s.Missing) != 1 || s.Missing[0].To != 5 {
				t.Fatalf("cut before line %d: %+v", n+1, s)
			}
		}
	}},
	{"E89 a block of zeros", func(t *testing.T) {
		notes := strings.Split(strings.Repeat(strings.Repeat("x", 300)+" ", 60), " ")[:60]
		d, path, data := logOf(t, notes[:30], notes[30:])
		clear(data[4096:8192])
		d.names[path].data = slices.Clone(data)
		l := Open("/p", options(d))
		s, got := l.Status(), notesOf(t, l)
		if s.BadLines() == 0 || len(s.Missing) != 1 || int(s.Missing[0].To-s.Missing[0].From+1) != 60-len(got) {
			t.Fatalf("%d events, status %+v", len(got), s)
		}
		wantBytesKept(t, d, s, path, data)
	}},
	{"E90 a log edited by hand, or its line ends by a program", func(t *testing.T) {
		for _, c := range damages {
			if strings.Contains(c.name, "by hand") || strings.Contains(c.name, "CR") || strings.Contains(c.name, "UTF-16") {
				d, path, data := logOf(t, five...)
				d.names[path].data = c.damage(data)
				found := slices.Clone(d.names[path].data)
				l := Open("/p", options(d))
				if s := l.Status(); s.Sound() {
					t.Errorf("%s: not reported", c.name)
				}
				mustAppend(t, l, "f")
				if now := d.names[path].data; !bytes.HasPrefix(now, found) && !bytes.Contains(found, []byte("\r\n")) {
					t.Errorf("%s: bytes were changed", c.name)
				}
			}
		}
	}},
	{"E91 a log of a newer version", func(t *testing.T) {
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS("testdata/golden/newer")); err != nil {
			t.Fatal(err)
		}
		before := contents(t, dir)
		l := Open(dir, options(nil))
		mustAppend(t, l, "mine")
		if s := l.Status(); s.Newer == 0 || s.Unread == 0 {
			t.Fatalf("status: %+v", s)
		}
		mustClose(t, l)
		wantSame(t, before, contents(t, dir), logDir)
	}},
	{"E92 two windows", func(t *testing.T) {
		TestSecondWindowWritesASecondFile(t)
		TestWindowsOnDisk(t)
	}},
	{"E93 a conflicted copy", conflictedCopy},
	{"E94 the clock goes back, repeats itself, or moves to another zone", strangeClock},
	{"E95 no home, a full quota, a closed file, a folder in the file's place", func(t *testing.T) {
		TestNoFolder(t)
		TestFileWhereTheFolderShouldBe(t)
		TestOwnFileIsAFolder(t)
		TestOneFileThatCannotBeReadCostsItself(t)
		closedFile(t)
		fullQuota(t)
	}},
	{"E98 a backup of a year ago over a newer log", oldBackup},
}

func TestBadInputs(t *testing.T) {
	for _, c := range badInputs {
		t.Run(c.name, c.try)
	}
}

// conflictedCopy: two machines wrote to one file, as far as the sync program
// knows, and it kept both.
func conflictedCopy(t *testing.T) {
	d, path, data := logOf(t, five...)
	from, _ := lineAt(data, 3)
	copied := string(data[:from]) + "\n" + written("anotherdevice234", 1, 1<<40, "theirs")
	name := strings.TrimSuffix(path, ext) + " (Ada's conflicted copy 2025-03-09)" + ext
	d.put(name, copied)
	l := Open("/p", options(d))
	wantNotes(t, l, "theirs", "a", "b", "c", "d", "e")
	if s := l.Status(); !s.Sound() {
		t.Fatalf("status: %+v", s)
	}
	mustAppend(t, l, "f")
	mustClose(t, l)
	if string(d.names[name].data) != copied {
		t.Fatal("the copy was changed")
	}
}

// strangeClock: whatever the clock says, what was saved later comes later, and
// what it said is kept.
func strangeClock(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip("no zones on this machine: " + err.Error())
	}
	summer := time.Date(2025, 10, 26, 2, 59, 0, 0, berlin)
	leap := time.Date(2016, 12, 31, 23, 59, 59, 0, time.UTC)
	for name, times := range map[string][]time.Time{
		"three years back":  {noon, noon.AddDate(-3, 0, 0), noon.AddDate(-3, 0, 1), noon.AddDate(0, 0, 1)},
		"the end of summer": {summer, summer.Add(2 * time.Minute), summer.Add(62 * time.Minute)},
		"a leap second":     {leap, leap.Add(time.Second), leap, leap.Add(time.Second)}, // 23:59:60 is 23:59:59 again
		"another zone":      {noon, noon.In(time.FixedZone("", -9*3600)), noon.Add(time.Hour).In(time.FixedZone("", 14*3600))},
		"before 1970":       {noon, time.Unix(-1e9, 0), time.Unix(0, 0)},
	} {
		d := newMemDisk()
		var want []string
		for i, now := range times {
			l := Open("/p", Options{Now: at(now), Rand: ids(1), disk: d})
			e := event(fmt.Sprint(i))
			e.Time = now
			saved, err := l.Append(e)
			if err != nil {
				t.Fatal(err)
			}
			if got := saved[0].Time; !got.Equal(now) || got.Format(time.RFC3339) != now.Format(time.RFC3339) {
				t.Errorf("%s: %v was kept as %v", name, now, got)
			}
			want = append(want, e.Note)
			mustClose(t, l)
		}
		wantNotes(t, Open("/p", options(d)), want...)
	}
}

// closedFile: the log of the machine itself may not be opened (mode 0000). It is
// told of, stays as it is, and the next file is used.
func closedFile(t *testing.T) {
	d, path, data := logOf(t, five...)
	own := d.names[path]
	l := Open("/p", options(&barredDisk{memDisk: d, path: path}))
	if s := l.Status(); len(s.Files) != 1 || s.Files[0].Path != path || s.Files[0].Error == "" || s.ReadOnly {
		t.Fatalf("status: %+v", s)
	}
	if saved := mustAppend(t, l, "f"); saved[0].Device == deviceOf(path) {
		t.Fatalf("numbers of a file that cannot be read are used: %+v", saved)
	}
	mustClose(t, l)
	if !bytes.Equal(own.data, data) {
		t.Fatal("the file was changed")
	}
	got := notesOf(t, Open("/p", options(d.restarted())))
	if slices.Sort(got); strings.Join(got, "") != "abcdef" {
		t.Fatalf("got %q", got)
	}
}

// barredDisk lets nobody open or read one file.
type barredDisk struct {
	*memDisk
	path string
}

func (d *barredDisk) Open(name string) (file, error) {
	if name == d.path {
		return nil, pathError("open", name, syscall.EACCES)
	}
	return d.memDisk.Open(name)
}

func (d *barredDisk) Read(name string) ([]byte, error) {
	if name == d.path {
		return nil, pathError("open", name, syscall.EACCES)
	}
	return d.memDisk.Read(name)
}

// fullQuota: the learner's share of the disk is used up, which is a full disk.
func fullQuota(t *testing.T) {
	d := newMemDisk()
	l := Open("/p", options(d))
	d.fail = func(_ int, op string) error {
		if op == "write" || op == "create" {
			return syscall.EDQUOT
		}
		return nil
	}
	if _, err := l.Append(event("a")); !errors.Is(err, learn.ErrFull) {
		t.Fatalf("got %v", err)
	}
}

// oldBackup: a backup put beside the log changes nothing. Put in the log's place
// it takes away what no other backup has, which is told with its numbers; the
// rest comes back from the backup that is named.
func oldBackup(t *testing.T) {
	d := newMemDisk()
	day := func(at time.Time, note string) {
		l := Open("/p", Options{Now: func() time.Time { return at }, Rand: ids(1), disk: d})
		mustAppend(t, l, note)
		mustClose(t, l)
	}
	yearAgo := noon.AddDate(-1, 0, 0)
	day(yearAgo.AddDate(0, 0, -2), "a")
	day(yearAgo.AddDate(0, 0, -1), "b")
	day(yearAgo, "c")
	day(noon.AddDate(0, 0, -1), "d")
	day(noon, "e")
	old := string(d.names[filepath.Join("/p", backupDir, yearAgo.Format(time.DateOnly)+ext)].data) // made before c
	files, _ := d.List("/p/log")
	log := "/p/log/" + files[0]

	beside := d.restarted()
	beside.put("/p/log/restored.jsonl", old)
	l := Open("/p", options(beside))
	if wantNotes(t, l, "a", "b", "c", "d", "e"); !l.Status().Sound() {
		t.Fatalf("status: %+v", l.Status())
	}

	over := d.restarted()
	over.put(log, old)
	l = Open("/p", options(over))
	wantNotes(t, l, "a", "b")
	newest := l.Status().Missing
	if len(newest) != 1 || newest[0].From != 3 || newest[0].To != 5 || newest[0].Backup == "" {
		t.Fatalf("missing: %+v", newest)
	}
	if saved := mustAppend(t, l, "f"); saved[0].Seq != 6 {
		t.Fatalf("a number is used again: %+v", saved[0])
	}
	mustClose(t, l)
	over = over.restarted()
	over.put("/p/log/restored.jsonl", string(over.names[newest[0].Backup].data))
	l = Open("/p", options(over))
	wantNotes(t, l, "a", "b", "c", "d", "f") // e was in no backup yet
	if s := l.Status(); len(s.Missing) != 1 || s.Missing[0].From != 5 || s.Missing[0].To != 5 {
		t.Fatalf("missing: %+v", s.Missing)
	}
}
