package tui

import (
	"testing"

	"github.com/cairn-learn/cairn/internal/wall"
)

// TestWithoutWallsTheLearnerIsAskedTwice runs nothing after the first yes.
func TestWithoutWallsTheLearnerIsAskedTwice(t *testing.T) {
	w := newWorkbench(t, func(w *workbench) { w.level = wall.None })
	w.press("$")
	w.sees("Not isolated")
	w.press("2", "enter")
	w.sees("Nothing keeps this from your files")
	if len(w.guest) != 0 || w.ran != 0 {
		t.Fatal("the first yes was enough")
	}
	w.press("2", "enter")
	if len(w.guest) != 1 {
		t.Fatal("the second yes was not taken")
	}
}

// TestTheBoxIsTrue says for what it asks, why the walls are no better, and how a yes
// ends: also where a shell asks, and where nothing is kept.
func TestTheBoxIsTrue(t *testing.T) {
	w := newWorkbench(t, func(w *workbench) { w.level, w.why = wall.Limited, "no bwrap\x1b[2J" })
	w.press("$")
	w.sees("For “Write the recipe down”, the course", "Why there are no better walls here: no bwrap␛[2J", "from now on, whenever this task needs it?", "cairn trust revoke")
	w.lacks("To check")
	w = newWorkbench(t, func(w *workbench) { w.why, w.pass = "it is not said", true })
	w.press("x")
	w.sees("it holds until cairn ends.")
	w.lacks("cairn trust revoke")
	w.lacks("Why there are no better walls")
}

// TestNothingIsAnsweredUnseen shows the consent in a window that it does not fit.
func TestNothingIsAnsweredUnseen(t *testing.T) {
	w := newWorkbench(t, nil)
	w.resize(40, 12)
	w.press("x", "2", "enter", "2")
	if w.ran != 0 || w.app.overlay == nil {
		t.Fatal("it was answered before the end was in sight")
	}
	for range 20 {
		w.press("space")
	}
	w.press("2", "enter")
	if w.app.overlay != nil || w.ran != 2 {
		t.Fatalf("the yes was not taken:\n%s", w.screen())
	}
}

// TestAfterNoTheRestIsTried looks at what can be seen without running anything, does
// not ask again by itself, and asks when the learner wants to.
func TestAfterNoTheRestIsTried(t *testing.T) {
	w := newWorkbench(t, nil)
	w.press("x", "enter")
	w.sees("0 of 4 hold.")
	w.press("2", "enter")
	w.sees("What does", "ls")
	w.write("recipe")
	w.press("enter", "1", "enter")
	w.sees("2 of 4 hold.", "Not tried.", "There is no file shop.txt.", "To do it yourself, run this there:", "Nothing was run. What can be seen")
	w.file("recipe/shop.txt", "")
	w.press("x")
	w.sees("3 of 4 hold.")
	if w.ran != 0 {
		t.Fatalf("%d commands were run", w.ran)
	}
	w.press("5", "enter")
	w.sees("Before anything is run")
	w.press("2", "enter")
	w.sees("3 of 4 hold.", "There is no water in it.", "The folder was not made ready.")
	if w.ran != 1 {
		t.Errorf("%d commands were run in a folder that the learner worked in", w.ran)
	}
	w.press("R", "R", "x")
	if w.lacks("The folder was not made ready."); w.ran != 3 {
		t.Errorf("%d commands were run after starting over", w.ran)
	}
}

// TestAYesAfterNoSetsUp makes up for a setup where nothing was done meanwhile.
func TestAYesAfterNoSetsUp(t *testing.T) {
	w := newWorkbench(t, nil)
	w.press("$", "enter")
	if len(w.guest) != 1 || w.ran != 0 {
		t.Fatalf("%d shells, %d commands", len(w.guest), w.ran)
	}
	w.press("5", "enter", "2", "enter")
	if w.lacks("The folder was not made ready."); w.ran != 2 {
		t.Errorf("%d commands were run", w.ran)
	}
}

// TestKeysFromBeforeAnswerNothing gives the box keys that were meant for the page.
func TestKeysFromBeforeAnswerNothing(t *testing.T) {
	w := newWorkbench(t, nil)
	w.press("x")
	c := w.app.overlay.screen.(*consent)
	c.ready = false
	w.press("2", "enter", "enter", "down", "enter")
	if w.app.overlay == nil || w.ran != 0 {
		t.Fatal("they were taken for an answer")
	}
	w.send(ForMsg{Screen: w.app.overlay.id, Msg: consentReadyMsg{}})
	w.press("enter")
	if w.sees("Nothing was run."); w.ran != 0 {
		t.Error("Enter is not no")
	}
}

// TestACourseIsAgreedToAtOnce reads what all tasks run, says yes once, and is not
// asked at the next task.
func TestACourseIsAgreedToAtOnce(t *testing.T) {
	w := newWorkbench(t, nil)
	w.resize(80, 20)
	w.press("x", "G")
	w.sees("No, run nothing", "Show me what all tasks")
	w.press("3", "enter")
	w.sees("“Bread” wants to run exactly this", "“Write the recipe down”")
	if w.ran != 0 {
		t.Fatal("something ran before the learner agreed")
	}
	w.press("2", "enter")
	if w.ran != 0 {
		t.Fatal("it was agreed to before its end was in sight")
	}
	w.press("G")
	w.sees("bread/loaves", "whenever one of these tasks needs it?", "Yes, run all of this")
	w.press("2", "enter")
	w.press("s", "x")
	w.sees("It starts, and does something else than is asked.")
	if w.app.overlay != nil {
		t.Errorf("it is asked again:\n%s", w.screen())
	}
}

// TestNoToACourseIsNoToAllOfIt keeps nothing of what was read.
func TestNoToACourseIsNoToAllOfIt(t *testing.T) {
	w := newWorkbench(t, nil)
	w.press("x", "G", "3", "enter", "G", "1", "enter")
	w.sees("Nothing was run.")
	w.press("s", "x")
	w.sees("Before anything is run", "How many loaves?")
	if w.ran != 0 {
		t.Error("something ran")
	}
}

// TestACourseIsAgreedToTwiceWithoutWalls takes no single yes for all of it.
func TestACourseIsAgreedToTwiceWithoutWalls(t *testing.T) {
	w := newWorkbench(t, func(w *workbench) { w.level = wall.None })
	w.press("x", "G", "3", "enter", "G", "2", "enter")
	w.sees("Nothing keeps this from your files")
	if w.ran != 0 {
		t.Fatal("the first yes was enough")
	}
	w.press("G", "2", "enter", "s", "x")
	w.sees("It starts, and does something else than is asked.")
}
