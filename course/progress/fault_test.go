package progress

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/torture"
	"pgregory.net/rapid"
)

// session is what a test knows of the saves it made.
type session struct {
	saved []string // notes that Append returned
	lost  []string // notes whose Append failed
}

// work saves some batches and closes the log.
func (s *session) work(l *Log, name string) (errs []error) {
	for i, size := range []int{1, 3, 1, 2} {
		var notes []string
		for j := range size {
			notes = append(notes, fmt.Sprintf("%s%d.%d", name, i, j))
		}
		if _, err := l.Append(events(notes...)...); err != nil {
			s.lost, errs = append(s.lost, notes...), append(errs, err)
		} else {
			s.saved = append(s.saved, notes...)
		}
	}
	l.Close()
	return errs
}

// started returns a disk with two earlier sessions on it.
func started(t testing.TB, s *session) *memDisk {
	d := newMemDisk()
	for _, name := range []string{"first", "second"} {
		if errs := s.work(Open("/p", options(d)), name); errs != nil {
			t.Fatal(errs)
		}
	}
	return d
}

// TestAnyCallMayFail makes every call to the disk fail, once or from then on,
// with every error. What was acknowledged is there afterwards, each event
// once, also when the power is cut then. After a single failure what was not acknowledged is not there.
func TestAnyCallMayFail(t *testing.T) {
	for _, c := range []struct {
		promise string
		fault   error
	}{{"P3", syscall.ENOSPC}, {"P3", syscall.EDQUOT}, {"P4", syscall.EIO}, {"other", syscall.EROFS}, {"other", syscall.EACCES}} {
		for _, lasting := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s %v lasting %v", c.promise, c.fault, lasting), func(t *testing.T) {
				call := 1
				for anyCallMayFail(t, call, c.fault, lasting) {
					call++
				}
				if call <= 60 {
					t.Errorf("only %d calls were tried", call-1)
				}
				if c.promise != "other" {
					torture.Report(t, c.promise, "%q from the simulated disk at call 1 to %d, lasting %v: 0 false acknowledgements", c.fault.Error(), call-1, lasting)
				}
			})
		}
	}
}

// anyCallMayFail reports whether there was such a call.
func anyCallMayFail(t *testing.T, call int, fault error, lasting bool) bool {
	var s session
	d := started(t, &s)
	ops := []string{}
	d.calls, d.fail = 0, func(n int, op string) error {
		ops = append(ops, op)
		if n == call || lasting && n > call {
			return fault
		}
		return nil
	}
	var errs []error
	for _, name := range []string{"third", "fourth", "fifth", "sixth"} {
		errs = append(errs, s.work(Open("/p", options(d)), name)...)
		d.settle()
	}
	reached := d.calls >= call

	l := Open("/p", options(d.restarted()))
	got := notesOf(t, l)
	for _, note := range s.saved {
		if n := count(got, note); n != 1 {
			t.Fatalf("call %d %s: saved event %s is there %d times\n%s", call, ops[call-1], note, n, d.dump())
		}
	}
	after := notesOf(t, Open("/p", options(d.unplugged(rand.New(rand.NewPCG(uint64(call), 4))))))
	for _, note := range s.saved {
		if n := count(after, note); n != 1 {
			t.Fatalf("call %d %s: saved event %s is there %d times after a power cut\n%s", call, ops[call-1], note, n, d.dump())
		}
	}
	for _, note := range s.lost {
		if n := count(got, note); n > 0 && !lasting {
			t.Fatalf("call %d %s: event %s was called lost and is there %d times\n%s", call, ops[call-1], note, n, d.dump())
		} else if n > 1 {
			t.Fatalf("call %d %s: event %s is there %d times\n%s", call, ops[call-1], note, n, d.dump())
		}
	}
	for _, err := range errs {
		if !errors.Is(fault, syscall.EIO) && !errors.Is(err, learn.ErrFull) && !errors.Is(err, learn.ErrReadOnly) {
			t.Fatalf("call %d %s: no cause in %v", call, ops[call-1], err)
		}
	}
	if s := l.Status(); len(s.Missing)+len(s.Conflicts)+s.BadLines()+s.Unread > 0 {
		t.Fatalf("call %d: status %+v\n%s", call, s, d.dump())
	}
	return reached
}

func count(list []string, s string) int {
	n := 0
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

// TestFullDisk fills up in the middle of a session and has room again later.
func TestFullDisk(t *testing.T) {
	d := newMemDisk()
	l := Open("/p", options(d))
	mustAppend(t, l, "before")
	d.fail = func(_ int, op string) error {
		if op == "write" || op == "create" {
			return syscall.ENOSPC
		}
		return nil
	}
	for range 3 {
		if _, err := l.Append(event("full"), event("full")); !errors.Is(err, learn.ErrFull) || !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("on a full disk: %v", err)
		}
	}
	if s := l.Status(); s.SaveError == "" || s.Sound() {
		t.Fatalf("status on a full disk: %+v", s)
	}
	other := Open("/p", options(d.restarted()))
	if wantNotes(t, other, "before"); other.Status().BadLines() > 0 {
		t.Fatalf("a full disk left rubbish:\n%s", d.dump())
	}
	d.fail = nil
	if saved := mustAppend(t, l, "after"); saved[0].Seq != 2 {
		t.Fatalf("seq after a full disk: %d", saved[0].Seq)
	}
	mustClose(t, l)
	wantNotes(t, Open("/p", options(d)), "before", "after")
	if files, _ := d.List("/p/log"); len(files) != 1 {
		t.Fatalf("a full disk is no reason for another file: %q", files)
	}
}

// TestStartOnFullDisk cannot make its first file, and does as soon as it can.
func TestStartOnFullDisk(t *testing.T) {
	d := newMemDisk()
	d.fail = func(_ int, op string) error {
		if op == "create" {
			return syscall.ENOSPC
		}
		return nil
	}
	l := Open("/p", options(d))
	if s := l.Status(); !s.ReadOnly || s.Reason == "" {
		t.Fatalf("status: %+v", s)
	}
	if _, err := l.Append(event("a")); !errors.Is(err, learn.ErrFull) {
		t.Fatalf("got %v", err)
	}
	d.fail = nil
	mustAppend(t, l, "b")
	if s := l.Status(); s.ReadOnly || s.Reason != "" || s.SaveError != "" {
		t.Fatalf("status after there is room: %+v", s)
	}
	mustClose(t, l)
	wantNotes(t, Open("/p", options(d)), "b")
}

// TestFailedSyncIsNeverTrusted: after a sync that failed the system may call
// the bytes written though they are lost. They are on the disk after a power
// cut all the same, in another file and under the same numbers.
func TestFailedSyncIsNeverTrusted(t *testing.T) {
	d := newMemDisk()
	l := Open("/p", options(d))
	mustAppend(t, l, "a")
	syncs := 0
	d.fail = func(_ int, op string) error {
		if op == "sync" {
			if syncs++; syncs == 1 {
				return syscall.EIO
			}
		}
		return nil
	}
	first := mustAppend(t, l, "b", "c")
	second := mustAppend(t, l, "d")
	if first[0].Seq != 2 || second[0].Seq != 4 || second[0].Device != first[0].Device {
		t.Fatalf("numbers changed: %+v %+v", first, second)
	}
	for seed := range uint64(20) {
		after := Open("/p", options(d.unplugged(rand.New(rand.NewPCG(seed, 0)))))
		wantNotes(t, after, "a", "b", "c", "d")
		if s := after.Status(); len(s.Missing)+len(s.Conflicts)+s.BadLines() > 0 {
			t.Fatalf("status: %+v", s)
		}
		if saved := mustAppend(t, after, "e"); saved[0].Seq != 5 {
			t.Fatalf("a number is used again: %+v", saved[0])
		}
	}
}

func TestFailingDiskIsGivenUp(t *testing.T) {
	d := newMemDisk()
	l := Open("/p", options(d))
	mustAppend(t, l, "a")
	files := len(d.names)
	d.fail = func(_ int, op string) error {
		if op == "sync" {
			return syscall.EIO
		}
		return nil
	}
	for range 20 {
		if _, err := l.Append(event("b")); !errors.Is(err, syscall.EIO) {
			t.Fatalf("got %v", err)
		}
	}
	if n := len(d.names) - files; n >= maxFailed {
		t.Fatalf("%d files were made on a failing disk", n)
	}
	wantNotes(t, l, "a")
}

// TestFileChangedWhileOpen: a sync program puts another file in the place of
// ours, cuts it, or removes it. What is saved afterwards is not saved into
// nothing.
func TestFileChangedWhileOpen(t *testing.T) {
	for name, change := range map[string]func(d *memDisk, path string){
		"replaced": func(d *memDisk, path string) {
			d.names[path] = &inode{data: slices.Clone(d.names[path].data)}
		},
		"removed": func(d *memDisk, path string) { delete(d.names, path) },
		"longer": func(d *memDisk, path string) {
			d.names[path].data = append(d.names[path].data, "x"...)
		},
		"cut": func(d *memDisk, path string) { d.names[path].data = d.names[path].data[:10] },
	} {
		t.Run(name, func(t *testing.T) {
			d := newMemDisk()
			l := Open("/p", options(d))
			mustAppend(t, l, "a")
			change(d, l.seg.path)
			mustAppend(t, l, "b")
			mustAppend(t, l, "c")
			mustClose(t, l)
			again := Open("/p", options(d.restarted()))
			if got := strings.Join(notesOf(t, again), ""); !strings.HasSuffix(got, "bc") {
				t.Fatalf("got %s\n%s", got, d.dump())
			}
			lost := name == "removed" || name == "cut"
			if s := again.Status(); (len(s.Missing) == 1) != lost || len(s.Conflicts) > 0 {
				t.Fatalf("status: %+v", s)
			}
		})
	}
}

var errPower = errors.New("the power is off")

// TestPowerCut pulls the plug at any call of a session. What was acknowledged
// is there; a save that was cut off is there whole or not at all, unless the
// disk left holes in it, which are reported.
func TestPowerCut(t *testing.T) {
	acknowledged, pulled := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		var s session
		d := newMemDisk()
		d.noLocks = rapid.Bool().Draw(t, "no locks")
		for cuts := range rapid.IntRange(1, 4).Draw(t, "cuts") {
			at := rapid.IntRange(1, 60).Draw(t, "call")
			d.calls, d.fail = 0, func(n int, op string) error {
				if n >= at {
					return errPower
				}
				return nil
			}
			var now session
			now.work(Open("/p", options(d)), fmt.Sprint("session", cuts, "-"))
			d = d.unplugged(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)))
			s.saved, s.lost = append(s.saved, now.saved...), now.lost
			acknowledged, pulled = acknowledged+len(now.saved), pulled+1

			l := Open("/p", options(d))
			got := notesOf(t, l)
			for _, note := range s.saved {
				if n := count(got, note); n != 1 {
					t.Fatalf("saved event %s is there %d times\n%s", note, n, d.dump())
				}
			}
			status := l.Status()
			if len(status.Missing)+len(status.Conflicts) > 0 {
				t.Fatalf("status %+v\n%s", status, d.dump())
			}
			if status.BadLines() == 0 {
				allOrNone(t, got, s.lost)
			}
			for _, note := range got { // what came through after all stays
				if !slices.Contains(s.saved, note) {
					s.saved = append(s.saved, note)
				}
			}
			l.Close()
			d = d.restarted()
		}
	})
	torture.Report(t, "P2", "on the simulated disk: %d power cuts, 0 of %d acknowledged events lost", pulled, acknowledged)
}

// allOrNone checks that of each save, named by the part before the dot, either
// every event is there or none.
func allOrNone(t *rapid.T, got, lost []string) {
	there, gone := map[string]bool{}, map[string]bool{}
	for _, note := range lost {
		save, _, _ := strings.Cut(note, ".")
		if slices.Contains(got, note) {
			there[save] = true
		} else {
			gone[save] = true
		}
	}
	for save := range there {
		if gone[save] {
			t.Fatalf("save %s is there in part: %q", save, got)
		}
	}
}
