package progress

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

func onDay(d disk, day time.Time) *Log {
	return Open("/p", Options{Now: at(day), Rand: ids(1), disk: d})
}

func TestFirstStartOfADayBacksUp(t *testing.T) {
	d := newMemDisk()
	day := func(n int) time.Time { return noon.AddDate(0, 0, n) }
	for _, start := range []struct {
		when    time.Time
		save    string
		backups []string
	}{
		{day(0), "a", nil}, // nothing to back up yet
		{day(0).Add(time.Hour), "b", []string{"2025-03-09"}},
		{day(0).Add(2 * time.Hour), "c", []string{"2025-03-09"}},
		{day(1), "", []string{"2025-03-10", "2025-03-09"}},
		{day(2), "", []string{"2025-03-10", "2025-03-09"}}, // nothing new
		{day(3), "d", []string{"2025-03-10", "2025-03-09"}},
		{day(3).Add(time.Hour), "", []string{"2025-03-12", "2025-03-10", "2025-03-09"}},
	} {
		l := onDay(d, start.when)
		if got := l.backups(); !slices.Equal(got, start.backups) {
			t.Fatalf("%v: backups %q, want %q", start.when, got, start.backups)
		}
		if start.backups != nil && l.Status().Backup != "/p/backups/"+start.backups[0]+ext {
			t.Fatalf("newest backup: %q", l.Status().Backup)
		}
		if start.save != "" {
			mustAppend(t, l, start.save)
		}
		if s := l.Status(); !s.Sound() {
			t.Fatalf("%v: status %+v", start.when, s)
		}
		mustClose(t, l)
	}
}

func TestBackupIsALog(t *testing.T) {
	d, path, data := logOf(t, five...)
	d.put("/p/log/other.jsonl", written("bb", 1, 5, "other")+"damaged\n"+written("aa", 2, 1, "gap"))
	d.names[path].data = slices.Concat(data, data[:9]) // a broken save
	onDay(d, noon).Close()
	fresh := newMemDisk()
	fresh.put("/q/log/restored.jsonl", string(d.names["/p/backups/2025-03-09.jsonl"].data))
	l := Open("/q", options(fresh))
	wantNotes(t, l, "gap", "other", "a", "b", "c", "d", "e")
	if s := l.Status(); s.BadLines() > 0 || len(s.Files) > 0 {
		t.Fatalf("a backup holds whole lines only: %+v", s)
	}
}

// TestBackupOfABrokenSave: the last line of the backup is of a save whose other
// lines are damaged. It is kept all the same.
func TestBackupOfABrokenSave(t *testing.T) {
	d, path, data := logOf(t, []string{"a", "b"})
	from, _ := lineAt(data, 1)
	d.names[path].data = flip(data, from+20)
	l := onDay(d, noon)
	if s := l.Status(); s.BackupError != "" || s.Backup == "" {
		t.Fatalf("status: %+v", s)
	}
	fresh := newMemDisk()
	fresh.put("/q/log/restored.jsonl", string(d.names[l.Status().Backup].data))
	wantNotes(t, Open("/q", options(fresh)), "a")
}

func TestBackupThatFailsIsSaidAndLeavesNothingHalf(t *testing.T) {
	base, _, _ := logOf(t, five...)
	for call := 1; ; call++ {
		d := base.restarted()
		failed := false
		d.fail = func(n int, op string) error {
			if n == call {
				failed = true
				return syscall.EIO
			}
			return nil
		}
		l := onDay(d, noon)
		if !failed {
			break
		}
		d.fail = nil
		mustClose(t, l)
		for _, day := range l.backups() {
			got := scan(d.names["/p/backups/"+day+ext].data)
			if len(got.lines) != 5 || len(got.bad) > 0 {
				t.Fatalf("call %d: half a backup\n%s", call, d.dump())
			}
		}
		if s := l.Status(); !s.ReadOnly && s.Sound() && len(l.backups()) == 0 {
			t.Fatalf("call %d: no backup and no word of it: %+v", call, s)
		}
	}
}

func TestCopyThatDiffersIsNoBackup(t *testing.T) {
	d, _, _ := logOf(t, five...)
	l := onDay(d, noon.AddDate(0, 0, -1))
	lines := l.union.all()
	if err := l.copyTo("/p/backups/x.jsonl", []byte(written("aa", 1, 1, "not the same")), lines); err == nil {
		t.Fatal("a copy that differs was taken for a backup")
	}
	if d.names["/p/backups/x.jsonl"] != nil {
		t.Fatal("it got its name")
	}
}

func TestOldBackupsAreThinned(t *testing.T) {
	var days []string
	for n := range 800 {
		days = append([]string{noon.AddDate(0, 0, n).Format(time.DateOnly)}, days...)
	}
	keep := kept(days)
	got := slices.DeleteFunc(days, func(day string) bool { return !keep[day] })
	want := []string{
		"2027-05-17", "2027-05-16", "2027-05-15", "2027-05-14", "2027-05-13", "2027-05-12", "2027-05-11", // days
		"2027-05-09", "2027-05-02", // weeks, with the two above
		"2027-04-30", "2027-03-31", "2027-02-28", "2027-01-31", "2026-12-31", "2026-11-30", // months
		"2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30",
	}
	if !slices.Equal(got, want) {
		t.Fatalf("got  %s\nwant %s", strings.Join(got, " "), strings.Join(want, " "))
	}
}

// TestNoBackupIsRemovedWhileEventsAreMissing: one of them may be the last to
// hold what is missing.
func TestNoBackupIsRemovedWhileEventsAreMissing(t *testing.T) {
	for damaged, want := range map[bool]int{false: 9, true: 20} {
		d, path, data := logOf(t, five...)
		if damaged {
			from, _ := lineAt(data, 4)
			d.names[path].data = data[:from]
		}
		d.put("/p/backups/notes.txt", "none of ours")
		for n := range 20 {
			l := onDay(d, noon.AddDate(0, 0, n))
			mustAppend(t, l, "n")
			mustClose(t, l)
			d = d.restarted()
		}
		if got := onDay(d, noon.AddDate(0, 0, 19)).backups(); len(got) != want {
			t.Errorf("damaged %v: %d backups are left, want %d: %q", damaged, len(got), want, got)
		}
		if d.names["/p/backups/notes.txt"] == nil {
			t.Error("a file that is no backup was removed")
		}
	}
}

// TestBackupNow: a backup can be asked for at any time. It has a name of its
// own, and is not made twice of the same log.
func TestBackupNow(t *testing.T) {
	d := newMemDisk()
	l := onDay(d, noon)
	for _, step := range []struct{ save, path string }{
		{"", ""}, // nothing to back up
		{"a", "/p/backups/2025-03-09.jsonl"},
		{"", "/p/backups/2025-03-09.jsonl"}, // nothing new
		{"b", "/p/backups/2025-03-09.2.jsonl"},
		{"c", "/p/backups/2025-03-09.3.jsonl"},
	} {
		if step.save != "" {
			mustAppend(t, l, step.save)
		}
		got, err := l.Backup()
		if err != nil || got != step.path || l.Status().Backup != step.path {
			t.Fatalf("after %q: %q, %v, want %q; status %+v", step.save, got, err, step.path, l.Status())
		}
	}
	fresh := newMemDisk()
	fresh.put("/q/log/restored.jsonl", string(d.names["/p/backups/2025-03-09.3.jsonl"].data))
	wantNotes(t, Open("/q", options(fresh)), "a", "b", "c")
	mustClose(t, l)
	if _, err := l.Backup(); err == nil {
		t.Fatal("a closed log was backed up")
	}
	if _, err := Open("/p", Options{ReadOnly: true, disk: d}).Backup(); !errors.Is(err, learn.ErrReadOnly) {
		t.Fatalf("a log for reading was backed up: %v", err)
	}
}

// TestBackupsOfTwoWindowsAtOnce: both look for a free name before either has
// made its file. Neither backup takes the place of the other.
func TestBackupsOfTwoWindowsAtOnce(t *testing.T) {
	for _, dayHasOne := range []bool{false, true} {
		d := newMemDisk()
		early := onDay(d, noon.AddDate(0, 0, -1))
		mustAppend(t, early, "a")
		first := "/p/backups/2025-03-09.jsonl"
		if dayHasOne {
			early.now = at(noon)
			if _, err := early.Backup(); err != nil {
				t.Fatal(err)
			}
			first = "/p/backups/2025-03-09.2.jsonl"
		}
		mustAppend(t, early, "b")
		theirs := ""
		d.fail = func(_ int, op string) error {
			if op == "place" && theirs == "" {
				theirs = written("cc", 1, 1, "of the other window")
				d.put(first, theirs)
			}
			return nil
		}
		early.now = at(noon)
		got, err := early.Backup()
		if err != nil || got == first || string(d.names[first].data) != theirs {
			t.Errorf("the backup is %q, %v; %s holds %q", got, err, first, d.names[first].data)
		}
		if f := scan(d.names[got].data); len(f.lines) != 2 {
			t.Errorf("%s holds %d lines", got, len(f.lines))
		}
		mustClose(t, early)
	}
}

// TestFirstBackupOfTheDayOfTwoWindows: the one that comes second needs none.
func TestFirstBackupOfTheDayOfTwoWindows(t *testing.T) {
	d, _, _ := logOf(t, five...)
	const path, theirs = "/p/backups/2025-03-09.jsonl", "of the other window\n"
	d.fail = func(_ int, op string) error {
		if op == "place" && d.names[path] == nil {
			d.put(path, theirs)
		}
		return nil
	}
	l := onDay(d, noon)
	if s := l.Status(); s.BackupError != "" || string(d.names[path].data) != theirs {
		t.Errorf("status %+v, the backup holds %q", s, d.names[path].data)
	}
	mustClose(t, l)
}

// TestBackupsOfADayAreKeptAndDroppedTogether: the tenth of a day comes after
// the ninth, and all go with their day.
func TestBackupsOfADayAreKeptAndDroppedTogether(t *testing.T) {
	d := newMemDisk()
	l := onDay(d, noon)
	for n := range 10 {
		mustAppend(t, l, fmt.Sprint(n))
		if _, err := l.Backup(); err != nil {
			t.Fatal(err)
		}
	}
	if got := l.backups(); len(got) != 10 || got[0] != "2025-03-09.10" || got[1] != "2025-03-09.9" || got[9] != "2025-03-09" {
		t.Fatalf("backups: %q", got)
	}
	mustClose(t, l)
	kept := func(months int) int {
		for n := 1; n <= months; n++ {
			l := onDay(d, noon.AddDate(0, n, 0))
			mustAppend(t, l, fmt.Sprint("month ", n))
			mustClose(t, l)
		}
		of := 0
		for _, name := range onDay(d, noon.AddDate(0, months+1, 0)).backups() {
			if strings.HasPrefix(name, "2025-03-09") {
				of++
			}
		}
		return of
	}
	if n := kept(keepMonths - 2); n != 10 {
		t.Fatalf("%d of the 10 backups of a month that is kept are left", n)
	}
	if n := kept(keepMonths + 1); n != 0 {
		t.Fatalf("%d of the 10 backups of a month that is not kept are left", n)
	}
}

// TestDamagedBackupIsNoBackup: a backup that was damaged, and has as many bytes
// as before, does not pass for the log as it is.
func TestDamagedBackupIsNoBackup(t *testing.T) {
	d, _, _ := logOf(t, five...)
	l := onDay(d, noon)
	defer l.Close()
	first, err := l.Backup()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := l.Backup(); err != nil || again != first {
		t.Fatalf("nothing changed, and there is a new backup: %q, %v", again, err)
	}
	d.names[first].data = flip(d.names[first].data, 20)
	second, err := l.Backup()
	if err != nil || second == first {
		t.Fatalf("the damaged backup passes for a whole one: %q, %v", second, err)
	}
	if f := scan(d.names[second].data); len(f.bad) > 0 || len(f.lines) != len(slices.Concat(five...)) {
		t.Fatalf("the new backup has %d lines, bad are %v", len(f.lines), f.bad)
	}
}
