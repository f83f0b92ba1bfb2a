package progress

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/internal/torture"
)

// unproved are the damages of TestDamage that no repair can prove to have cost
// nothing, although a backup has every event: nobody knows what else the file
// held.
func unproved() []string {
	return []string{"lines end in CR", "turned into UTF-16", "an endless last line", "not a log at all"}
}

// hurt returns a disk with a damaged log of five events, and a backup of it
// where that is wanted.
func hurt(t failer, damage func([]byte) []byte, backedUp bool) (d *memDisk, path string) {
	t.Helper()
	d, path, data := logOf(t, five...)
	if backedUp {
		mustClose(t, Open("/p", options(d))) // makes the backup of the day
		d = d.restarted()
	}
	d.names[path].data = damage(slices.Clone(data))
	return d, path
}

func mustRepair(t failer, d *memDisk, accept bool) Repairs {
	t.Helper()
	done, err := Repair("/p", options(d), accept)
	if err != nil {
		t.Fatalf("repair: %v", err)
	}
	return done
}

// look opens the log without changing it.
func look(d *memDisk) *Log {
	o := options(d)
	o.ReadOnly = true
	return Open("/p", o)
}

func TestRepairWithABackup(t *testing.T) {
	for _, c := range damages {
		t.Run(c.name, func(t *testing.T) {
			d, path := hurt(t, c.damage, true)
			found := slices.Clone(d.names[path].data)
			mustRepair(t, d, false)
			l := look(d.restarted())
			wantNotes(t, l, "a", "b", "c", "d", "e")
			s := l.Status()
			if want := !slices.Contains(unproved(), c.name); s.Sound() != want {
				t.Fatalf("sound: %v, status %+v", s.Sound(), s)
			}
			wantKeptAside(t, d, path, found)
			d = d.restarted()
			mustRepair(t, d, true)
			if s := look(d.restarted()).Status(); !s.Sound() {
				t.Fatalf("after it was accepted: %+v", s)
			}
		})
	}
}

func TestRepairWithoutABackup(t *testing.T) {
	for _, c := range damages {
		t.Run(c.name, func(t *testing.T) {
			d, path := hurt(t, c.damage, false)
			found := slices.Clone(d.names[path].data)
			mustRepair(t, d, false)
			l := look(d.restarted())
			if got := strings.Join(notesOf(t, l), ""); got != c.kept {
				t.Fatalf("events: got %q, want %q", got, c.kept)
			}
			if s := l.Status(); c.missing != "" && len(s.Missing) == 0 {
				t.Fatalf("what is missing is not told any more: %+v", s)
			}
			wantKeptAside(t, d, path, found)
			mustRepair(t, d, true)
			l = look(d.restarted())
			if s := l.Status(); !s.Sound() {
				t.Fatalf("after it was accepted: %+v", s)
			}
			if got := strings.Join(notesOf(t, l), ""); got != c.kept {
				t.Fatalf("accepting changed the events: %q, want %q", got, c.kept)
			}
			if again := mustRepair(t, d, true); len(again.Steps) > 0 {
				t.Fatalf("a second repair finds %v", again.Steps)
			}
		})
	}
}

// TestRepairOfAnotherMachinesFile: that file is never written.
func TestRepairOfAnotherMachinesFile(t *testing.T) {
	for _, c := range damages {
		t.Run(c.name, func(t *testing.T) {
			d, path := hurt(t, c.damage, true)
			found := slices.Clone(d.names[path].data)
			o := options(d)
			o.Machine, o.Rand = "another", ids(2)
			if _, err := Repair("/p", o, false); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(d.names[path].data, found) {
				t.Fatal("the file was written")
			}
			o.ReadOnly = true
			l := Open("/p", o)
			wantNotes(t, l, "a", "b", "c", "d", "e")
			if s := l.Status(); s.Sound() == slices.Contains(unproved(), c.name) {
				t.Fatalf("status: %+v", s)
			}
		})
	}
}

// wantKeptAside checks that a copy of the file as it was found was kept, where
// anything was done, and that the file itself lost nothing but a broken save at
// its end.
func wantKeptAside(t failer, d *memDisk, path string, found []byte) {
	t.Helper()
	now := d.names[path].data
	if bytes.Equal(now, found) {
		return
	}
	if !bytes.HasPrefix(found, bytes.TrimSuffix(now, []byte("\n"))) && !bytes.Equal(now, append(slices.Clone(found), '\n')) {
		t.Fatalf("bytes were changed\nfound %q\nkept  %q", found, now)
	}
	for name, n := range d.names {
		if strings.HasPrefix(name, "/p/"+asideDir) && bytes.Equal(n.data, found) {
			return
		}
	}
	t.Fatalf("no copy was kept\n%s", d.dump())
}

// TestPlanningChangesNothing: what a repair would do is told without doing it,
// and then done.
func TestPlanningChangesNothing(t *testing.T) {
	for _, c := range damages {
		d, _ := hurt(t, c.damage, true)
		before := d.dump()
		planned, err := PlanRepair("/p", options(d), true)
		if err != nil {
			t.Fatal(err)
		}
		Examine("/p", options(d))
		if d.dump() != before {
			t.Fatalf("%s: looking changed the disk", c.name)
		}
		done := mustRepair(t, d, true)
		if got, want := fmt.Sprint(done.Steps), fmt.Sprint(planned.Steps); len(done.Steps) != len(planned.Steps) {
			t.Fatalf("%s: planned %s\ndone    %s", c.name, want, got)
		}
	}
}

// TestAcceptingCanBeTakenBack: without settled.json all is told again.
func TestAcceptingCanBeTakenBack(t *testing.T) {
	for _, c := range damages {
		d, _ := hurt(t, c.damage, false)
		mustClose(t, Open("/p", options(d))) // sets a broken save aside
		d = d.restarted()
		before := look(d).Status()
		mustRepair(t, d, true)
		delete(d.names, "/p/"+settledFile)
		after := look(d.restarted()).Status()
		if fmt.Sprint(before.Missing, before.BadLines()) != fmt.Sprint(after.Missing, after.BadLines()) {
			t.Fatalf("%s: before %+v\nafter %+v", c.name, before, after)
		}
	}
}

// TestNewDamageIsToldAgain: accepting one damage hides no other.
func TestNewDamageIsToldAgain(t *testing.T) {
	d, path := hurt(t, func(b []byte) []byte { return flip(b, 20) }, false)
	mustRepair(t, d, true)
	from, _ := lineAt(d.names[path].data, 2)
	d.names[path].data[from+30] ^= 1
	s := look(d.restarted()).Status()
	if s.BadLines() != 1 || len(s.Missing) != 1 || s.Missing[0].From != 3 || s.Missing[0].To != 3 {
		t.Fatalf("status: %+v", s)
	}
}

func TestRepairMakesADamagedHeadAnew(t *testing.T) {
	for _, name := range []string{headFile, settledFile} {
		d, _, _ := logOf(t, five...)
		d.put("/p/"+name, "{ nonsense")
		done := mustRepair(t, d, false)
		if s := look(d.restarted()).Status(); !s.Sound() {
			t.Fatalf("%s: %+v", name, s)
		}
		i := slices.IndexFunc(done.Aside, func(path string) bool { return strings.HasSuffix(path, "-"+name) })
		if i < 0 || string(d.names[done.Aside[i]].data) != "{ nonsense" {
			t.Fatalf("%s was not kept: %v", name, done.Aside)
		}
	}
}

// TestConflictIsAccepted: with the same contents it is told no more.
func TestConflictIsAccepted(t *testing.T) {
	d, path, data := logOf(t, five...)
	from, _ := lineAt(data, 4)
	other := written(deviceOf(path), 5, uint64(noon.UnixMilli())<<16+9, "another e")
	d.names[path].data = slices.Concat(data[:from], []byte(other))
	mustRepair(t, d, false)
	if s := look(d).Status(); len(s.Conflicts) != 1 {
		t.Fatalf("not told: %+v", s)
	}
	mustRepair(t, d, true)
	if s := look(d).Status(); !s.Sound() {
		t.Fatalf("told after it was accepted: %+v", s)
	}
	third := written(deviceOf(path), 5, uint64(noon.UnixMilli())<<16+10, "a third e")
	d.put("/p/log/third.jsonl", third)
	if s := look(d).Status(); len(s.Conflicts) != 1 {
		t.Fatalf("a third content is not told: %+v", s)
	}
}

// TestRepairLeavesWhatIsInUse: a file that a window holds is not mended, and a
// repair does not say that it was. Once the window is closed, it is.
func TestRepairLeavesWhatIsInUse(t *testing.T) {
	d := newMemDisk()
	window := Open("/p", options(d))
	mustAppend(t, window, "a")
	path := window.seg.path
	inode := d.names[path]
	inode.data = append(slices.Clone(inode.data), "half a save"...)

	done := mustRepair(t, d, false)
	ends := func(steps []Step) bool {
		return slices.ContainsFunc(steps, func(s Step) bool { return s.Kind == StepEnd && s.Path == path })
	}
	if ends(done.Steps) || len(done.Left) != 1 || done.Left[0].Path != path || !errors.Is(done.Left[0].Err, ErrInUse) {
		t.Fatalf("with a window open: done %v, left %v", done.Steps, done.Left)
	}
	if !bytes.HasSuffix(inode.data, []byte("half a save")) {
		t.Fatalf("the file was written: %q", inode.data)
	}
	mustClose(t, window)
	if done = mustRepair(t, d, false); !ends(done.Steps) || len(done.Left) > 0 {
		t.Fatalf("after it was closed: done %v, left %v", done.Steps, done.Left)
	}
}

// TestRestoredIsReadBack: events that the disk keeps otherwise than they were in
// the backup are not told as restored, and a file of them does not stay.
func TestRestoredIsReadBack(t *testing.T) {
	d, _ := hurt(t, func(b []byte) []byte { return flip(b, 20) }, true)
	d.garble = func(name string) bool { return strings.Contains(name, "restored-") }
	done, err := Repair("/p", options(d), false)
	if err == nil {
		t.Fatalf("repaired: %v", done.Steps)
	}
	for name := range d.names {
		if strings.Contains(name, "restored-") {
			t.Errorf("%s is left", name)
		}
	}
	d.garble = nil
	mustRepair(t, d.restarted(), false)
}

// TestRepairThatFailsLosesNothing makes every call to the disk fail.
func TestRepairThatFailsLosesNothing(t *testing.T) {
	for call := 1; ; call++ {
		d, _ := hurt(t, func(b []byte) []byte { return flip(b, 20) }, true)
		d.calls, d.fail = 0, func(n int, _ string) error {
			if n == call {
				return fmt.Errorf("call %d fails", n)
			}
			return nil
		}
		_, _ = Repair("/p", options(d), true) // it may fail
		reached := d.calls >= call
		d.fail = nil
		got := strings.Join(notesOf(t, look(d.restarted())), "")
		if got != "bcde" && got != "abcde" {
			t.Fatalf("call %d: %q", call, got)
		}
		d = d.restarted()
		mustRepair(t, d, false)
		l := look(d.restarted())
		wantNotes(t, l, "a", "b", "c", "d", "e")
		if s := l.Status(); !s.Sound() {
			t.Fatalf("call %d: the next repair leaves %+v", call, s)
		}
		if !reached {
			return
		}
	}
}

// TestRepairIsHonest damages logs at random, some with a backup of an earlier
// day. A repair loses no event that was read before it and adds none but those
// of a backup, word for word; what it makes the log silent about is there.
func TestRepairIsHonest(t *testing.T) {
	tried := 0
	defer func() { torture.Report(t, "P5", "%d damaged logs repaired, no event lost or made up", tried) }()
	rapid.Check(t, func(t *rapid.T) {
		tried++
		d := newMemDisk()
		var saved []string
		closed := false
		work := func(name string) {
			l := Open("/p", options(d))
			for i := range rapid.IntRange(1, 6).Draw(t, name) {
				var notes []string
				for j := range rapid.IntRange(1, 3).Draw(t, "events") {
					notes = append(notes, fmt.Sprintf("%s%d.%d", name, i, j))
				}
				mustAppend(t, l, notes...)
				saved = append(saved, notes...)
			}
			if closed = rapid.Bool().Draw(t, "closed"); closed {
				mustClose(t, l)
			}
			d = d.restarted()
		}
		work("first")
		work("second") // begins with the day's backup of the first
		backedUp := map[string]bool{}
		for name, n := range d.names {
			if strings.HasPrefix(name, "/p/"+backupDir) {
				for _, l := range scan(n.data).lines {
					backedUp[l.event().Note] = true
				}
			}
		}
		kind := damageOne(t, d)
		before := notesOf(t, look(d))
		accept := rapid.Bool().Draw(t, "accept")
		done := mustRepair(t, d, accept)
		d = d.restarted()
		l := look(d)
		after := notesOf(t, l)
		for _, note := range before {
			if count(after, note) != 1 {
				t.Fatalf("%q was there and is there %d times", note, count(after, note))
			}
		}
		for _, note := range after {
			if !slices.Contains(before, note) && !backedUp[note] {
				t.Fatalf("%q came from nowhere", note)
			}
		}
		// What a process that was killed saved last has no mark yet: a cut there
		// looks like the save that was never made, or is a broken one.
		unmarked := !closed && (kind == "cut" || kind == "line out" || strings.Contains(fmt.Sprint(done.Aside), "/"+tornDir+"/"))
		if s := l.Status(); !accept && s.Sound() && len(after) < len(saved) && !unmarked {
			t.Fatalf("%d of %d events are there and nothing is told", len(after), len(saved))
		}
		if s := l.Status(); accept && !s.Sound() {
			t.Fatalf("told after all was accepted: %+v", s)
		}
	})
}

// damageOne damages one log file at random, and tells how.
func damageOne(t *rapid.T, d *memDisk) string {
	var logs []string
	for _, name := range sortedKeys(d.names) {
		if strings.HasPrefix(name, "/p/"+logDir) && len(d.names[name].data) > 0 {
			logs = append(logs, name)
		}
	}
	n := d.names[rapid.SampledFrom(logs).Draw(t, "file")]
	at := rapid.IntRange(0, len(n.data)-1).Draw(t, "at")
	kind := rapid.SampledFrom([]string{"flip", "cut", "zero", "line end", "line out"}).Draw(t, "kind")
	switch kind {
	case "flip":
		n.data[at] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
	case "cut":
		n.data = n.data[:at]
	case "zero":
		clear(n.data[at:min(at+rapid.IntRange(1, 2000).Draw(t, "size"), len(n.data))])
	case "line end":
		n.data = bytes.Replace(n.data, []byte("\n"), []byte(" "), 1)
	case "line out":
		from := bytes.LastIndexByte(n.data[:at], '\n') + 1
		to := at + bytes.IndexByte(append(n.data[at:], '\n'), '\n')
		n.data = slices.Delete(n.data, from, min(to+1, len(n.data)))
	}
	return kind
}
