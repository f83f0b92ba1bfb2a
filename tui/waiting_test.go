package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/torture"
)

// TestTheFirstFrameNeedsNoDisk draws the library before any command has run,
// such as those that read the log and the courses.
func TestTheFirstFrameNeedsNoDisk(t *testing.T) {
	a := New(Options{Shelf: noShelf{}, Late: func() (string, string) { panic("read before the first frame") }})
	a.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	a.Init()
	a.Update(GoMsg{To: RouteLibrary})
	d := &driver{t: t, app: a, guard: newGuard(nil)}
	d.sees("Courses", "? help")
}

// noShelf has nothing yet.
type noShelf struct{ Shelf }

// TestWhatIsKnownLater is said when it is known.
func TestWhatIsKnownLater(t *testing.T) {
	shelf := newSampleShelf()
	shelf.set(t, "begun")
	late := func() (string, string) { return "the folder is a file", "" }
	d := newDriver(t, Options{Shelf: shelf, Late: late}, 80, 24)
	d.sees("Nothing is saved this time: the folder is a file")
	d.press("enter")
	d.sees("Nothing is saved this time: the folder is a file")

	late = func() (string, string) { return "", "Something is damaged." }
	newDriver(t, Options{Shelf: shelf, Late: late}, 80, 24).sees("Something is damaged.")
}

// still is a session that fails the test when it is asked to save something
// while a message is being taken, which is when no key is.
type still struct {
	Session
	t      *testing.T
	taking *bool
	saved  *int
}

// Do implements Session.
func (s still) Do(a learn.Action) (learn.Step, error) {
	if *s.taking {
		s.t.Errorf("%T is saved while keys wait", a)
	}
	*s.saved++
	return s.Session.Do(a)
}

// TestNoKeyWaitsForTheDisk presses keys in a course and holds that nothing is
// saved before the key is done with: saving runs beside.
func TestNoKeyWaitsForTheDisk(t *testing.T) {
	p := noting(t)
	d, taking, saved := p.d, false, 0
	d.app.session = still{d.app.session, t, &taking, &saved}
	keys := strings.Fields("enter 1 enter enter B n x enter enter 2 enter h s enter o esc w esc enter 1 enter enter")
	for range torture.Times(3, 100) {
		for _, k := range keys {
			taking = true
			_, cmd := d.app.Update(tea.KeyPressMsg(keyNamed(t, k)))
			taking = false
			d.run(cmd)
		}
	}
	if saved < len(keys)/2 {
		t.Fatalf("only %d things were saved: the keys lead nowhere", saved)
	}
	torture.Report(t, "P11", "%d actions by key, none saved while a key waited", saved)
}
