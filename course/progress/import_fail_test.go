package progress

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/torture"
)

// TestImportMayFailAtAnyCall makes each call to the disk fail, once or from then
// on: afterwards all of the import is there or nothing, what was there stays,
// and an import that was said to be done is.
func TestImportMayFailAtAnyCall(t *testing.T) {
	_, lap := logOn(t, lapID, "lap 1", "lap 2")
	done := 0
	for _, fault := range []error{syscall.EIO, syscall.ENOSPC, syscall.EROFS} {
		for _, lasting := range []bool{false, true} {
			for call := 1; ; call++ {
				base, _ := logOn(t, deskID, "desk 1", "desk 2")
				d := base.restarted()
				l := Open("/p", options(d))
				d.calls, d.fail = 0, func(n int, _ string) error {
					if n == call || lasting && n > call {
						return fault
					}
					return nil
				}
				got, err := l.Import(sources(lap), false)
				reached := d.calls >= call
				d.fail = nil
				_, appendErr := l.Append(event("after"))
				l.Close()
				again := Open("/p", options(d.restarted()))
				notes := notesOf(t, again)
				came := slices.Contains(notes, "lap 1")
				switch {
				case came != slices.Contains(notes, "lap 2"), err == nil && !came,
					err == nil && got.Taken != 2, !slices.Contains(notes, "desk 2"), !slices.Contains(notes, "desk 1"),
					appendErr == nil && !slices.Contains(notes, "after"), len(again.Status().Conflicts) > 0:
					t.Fatalf("%v at call %d (lasting %v): import %v, append %v, events %q\n%s", fault, call, lasting, err, appendErr, notes, d.dump())
				case errors.Is(fault, syscall.ENOSPC) && err != nil && !errors.Is(err, learn.ErrFull):
					t.Fatalf("a full disk is told as %v", err)
				}
				if onlyGrew(t, base, d); !reached {
					break
				}
				done++
			}
		}
	}
	if done < 50 {
		t.Fatalf("only %d calls were made to fail", done)
	}
}

// TestImportIsReadBack: what the disk keeps otherwise than it was written gets no
// name in the log.
func TestImportIsReadBack(t *testing.T) {
	_, lap := logOn(t, lapID, "lap 1", "lap 2")
	d, _ := logOn(t, deskID, "desk 1")
	l := Open("/p", options(d))
	defer l.Close()
	d.garble = func(name string) bool { return strings.Contains(name, "import.") }
	got, err := l.Import(sources(lap), false)
	if err == nil || got.File != "" {
		t.Fatalf("taken in as %q, %v", got.File, err)
	}
	for name := range d.names {
		if strings.Contains(name, "import") {
			t.Errorf("%s is left", name)
		}
	}
	wantNotes(t, l, "desk 1")
}

// TestImportThatMayStay: when it is not known whether the new file stays on the
// disk, and it cannot be removed, nothing more is saved: it might take numbers
// that the file has.
func TestImportThatMayStay(t *testing.T) {
	d, desk := logOn(t, deskID, "desk 1")
	l := Open("/p", options(d))
	defer l.Close()
	placed := false
	d.fail = func(_ int, op string) error {
		placed = placed || op == "rename"
		if placed && (op == "syncdir" || op == "remove") {
			return syscall.EIO
		}
		return nil
	}
	if _, err := l.Import(sources(desk+written(deskID, 2, uint64(noon.UnixMilli())<<16+9, "desk 2")), false); err == nil || !placed {
		t.Fatalf("placed: %v, %v", placed, err)
	}
	d.fail = nil
	if _, err := l.Append(event("after")); !errors.Is(err, learn.ErrReadOnly) {
		t.Fatalf("saved after it: %v", err)
	}
	if s := l.Status(); !s.ReadOnly {
		t.Errorf("it is not told: %+v", s)
	}
	if s := Open("/p", options(d.restarted())).Status(); len(s.Conflicts) > 0 {
		t.Errorf("two events of one number: %+v", s)
	}
}

// TestImportSurvivesAPowerCut pulls the plug at every call and after it.
func TestImportSurvivesAPowerCut(t *testing.T) {
	_, lap := logOn(t, lapID, "lap 1", "lap 2")
	errCut := errors.New("the power is cut")
	r := rand.New(rand.NewPCG(1, 2))
	cuts := 0
	for cut := 1; ; cut++ {
		reached := false
		for range torture.Times(5, 200) {
			base, _ := logOn(t, deskID, "desk 1", "desk 2")
			d := base.restarted()
			l := Open("/p", options(d))
			d.calls, d.fail = 0, func(n int, _ string) error {
				if n >= cut {
					return errCut
				}
				return nil
			}
			_, err := l.Import(sources(lap), false)
			reached = d.calls >= cut
			notes := notesOf(t, Open("/p", options(d.unplugged(r))))
			came := slices.Contains(notes, "lap 1")
			if came != slices.Contains(notes, "lap 2") || err == nil && !came || !slices.Contains(notes, "desk 1") || !slices.Contains(notes, "desk 2") {
				t.Fatalf("power cut at call %d: import %v, events %q", cut, err, notes)
			}
			cuts++
		}
		if !reached {
			break
		}
	}
	torture.Report(t, "P23", "%d power cuts during an import, all of it there or nothing, nothing lost", cuts)
}
