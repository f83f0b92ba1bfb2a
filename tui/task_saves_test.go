package tui

import (
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/exercise"
)

func (w *workbench) task() *task {
	w.t.Helper()
	return w.app.stack[w.app.stepAt()].screen.(*task)
}

// tells lets the watch of the page tell something.
func (w *workbench) tells(err error) {
	w.t.Helper()
	t := w.task()
	w.send(ForMsg{Screen: w.app.stack[w.app.stepAt()].id, Msg: savedWork{task: t.step.Task, watch: t.work.saves.watch, err: err}})
	w.check()
}

// agreed is a learner at a task who agreed to its commands and said nothing yet to
// what its checks ask, with saves that are checked.
func agreed(t *testing.T, set func(*workbench)) *workbench {
	t.Helper()
	w := newWorkbench(t, func(w *workbench) {
		w.onSave = true
		if set != nil {
			set(w)
		}
	})
	w.press("$", "down", "enter")
	w.sees("Each save is checked by itself.")
	return w
}

// TestSavesAreChecked turns it on by its key, and sees a save through.
func TestSavesAreChecked(t *testing.T) {
	w := newWorkbench(t, nil)
	w.tells(nil)
	if w.watched != 0 || w.task().work.saves.due {
		t.Error("it is watched without being wanted")
	}
	w.press("C")
	w.sees("Saves are checked by themselves once you have agreed; x shows what is run.")
	w.tells(nil)
	if w.watched != 0 || w.ran != 0 || w.app.overlay != nil {
		t.Error("something is done before the learner agreed")
	}
	w.press("$", "down", "enter")
	w.sees("Each save is checked by itself.")
	if w.watched != 1 {
		t.Errorf("watched %d times", w.watched)
	}
	ran := w.ran
	w.file("recipe/recipe.txt", "flour, water\n")
	w.tells(nil)
	w.sees("Checked, because you saved something.", "1 of 4 hold.", "There is no file shop.txt.", "Nothing was said to this yet.")
	if w.ran != ran+1 || w.app.overlay != nil {
		t.Errorf("%d commands ran, and over the page lies %v", w.ran-ran, w.app.overlay)
	}
	w.press("C")
	if strings.Contains(w.screen(), "Each save") {
		t.Error("it is not turned off")
	}
	ran = w.ran
	w.tells(nil)
	if w.ran != ran {
		t.Error("it was checked after it was turned off")
	}
}

// TestWhatWasSaidStays keeps what the learner said to a check, also on a page that
// was left in between.
func TestWhatWasSaidStays(t *testing.T) {
	w := agreed(t, nil)
	w.press("x", "2", "enter")
	w.write("recipe.txt")
	w.press("enter", "2", "enter")
	w.sees("1 of 4 hold.", "Are you hungry?")
	w.press("l")
	w.send(GoMsg{To: RouteCourse.To("bread")})
	w.file("recipe/shop.txt", "")
	w.tells(nil)
	w.sees("2 of 4 hold.", "There is no water in it.")
}

// TestASaveWaitsForThePage checks nothing while something lies over the page, and
// takes no key from the learner.
func TestASaveWaitsForThePage(t *testing.T) {
	for _, key := range []string{"?", "o", "n", "ctrl+p"} {
		w := agreed(t, nil)
		w.press(key)
		ran, before := w.ran, w.screen()
		w.tells(nil)
		if w.ran != ran || w.screen() != before {
			t.Errorf("%s: it is checked behind what lies over it:\n%s", key, w.screen())
		}
		w.press("esc")
		if w.ran == ran {
			t.Errorf("%s: it is not checked when that has gone", key)
		}
		w.sees("Checked, because you saved something.")
	}
}

// TestASaveMovesNothing keeps what is in sight and what is picked.
func TestASaveMovesNothing(t *testing.T) {
	w := agreed(t, nil)
	w.press("down") // "Check" is picked
	w.resize(80, 14)
	w.press("home")
	top, picked := w.task().scroll, w.task().pick.value()
	w.tells(nil)
	if now := w.task(); now.scroll != top || now.pick.value() != picked || picked != taskCheck {
		t.Errorf("before %+v %q, after %+v %q", top, picked, now.scroll, now.pick.value())
	}
}

// TestTheLearnerComesFirst wants something else while a save is checked.
func TestTheLearnerComesFirst(t *testing.T) {
	w := agreed(t, nil)
	ctx, _ := w.task().start()
	w.task().work.saves.try = true
	w.press("$")
	if ctx.Err() == nil || len(w.guest) != 2 {
		t.Error("the shell waits for the check of a save")
	}
	ctx, _ = w.task().start()
	w.task().work.saves.try = true
	w.tells(nil)
	if !w.task().work.saves.due {
		t.Error("a save during a check is forgotten")
	}
	w.press("x")
	if ctx.Err() == nil {
		t.Error("x does not stop the check of a save")
	}
}

// TestAWatchEndsWithThePage leaves it, and what it still tells is dropped.
func TestAWatchEndsWithThePage(t *testing.T) {
	w := agreed(t, nil)
	old := w.task()
	late := savedWork{task: old.step.Task, watch: old.work.saves.watch}
	w.press("s")
	w.sees("How many loaves?")
	if old == w.task() && w.task().work.saves.stop != nil {
		t.Error("the watch goes on for another task, to which nobody agreed")
	}
	ran := w.ran
	w.send(ForMsg{Screen: w.app.stack[w.app.stepAt()].id, Msg: late})
	if w.ran != ran {
		t.Error("another task is checked for it")
	}
	w = agreed(t, nil)
	old = w.task()
	w.press("l")
	if old.work.saves.stop != nil {
		t.Error("the watch goes on in the library")
	}
}

// TestAWatchThatCannotBeSaysSo has too many files, and a task that is barred.
func TestAWatchThatCannotBeSaysSo(t *testing.T) {
	w := agreed(t, nil)
	w.tells(exercise.ErrTooMany)
	w.sees("There are too many files in the folder")
	if strings.Contains(w.screen(), "Each save") {
		t.Error("it says two things")
	}
	w = newWorkbench(t, func(w *workbench) { w.onSave, w.never = true, true })
	w.press("C")
	w.sees("Your settings say that nothing of a course is run.")
	if w.watched != 0 || strings.Contains(w.screen(), "Each save") {
		t.Error("what is not run is watched")
	}
}

// TestConsentThatWasTakenBackEndsIt runs nothing, and asks nothing.
func TestConsentThatWasTakenBackEndsIt(t *testing.T) {
	w := agreed(t, nil)
	bench := w.app.benches.get("bread").(unwatched).Bench
	if _, err := bench.Trust.RevokeAll(); err != nil {
		t.Fatal(err)
	}
	ran := w.ran
	w.tells(nil)
	w.sees("once you have agreed")
	if w.ran != ran || w.app.overlay != nil || w.task().work.saves.stop != nil {
		t.Error("it goes on")
	}
}

// TestSavesKeepWhatIsNew looks at what is kept of saves: an event only where
// something came of them.
func TestSavesKeepWhatIsNew(t *testing.T) {
	w := agreed(t, nil)
	count := func() int {
		n := 0
		for _, m := range w.msgs {
			if j, ok := m.(jobMsg); ok {
				if a, ok := j.result.(acted); ok {
					if c, ok := a.action.(learn.Checked); ok && c.Saved {
						n++
					}
				}
			}
		}
		return n
	}
	w.tells(nil)
	w.tells(nil)
	if count() != 2 {
		t.Errorf("the session was told %d times", count())
	}
	if len(w.task().step.Held) != 0 {
		t.Error("nothing held before, and nothing holds: an event")
	}
	w.sees("0 of 4 hold.")
}
