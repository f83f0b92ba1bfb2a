package tui

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// TestATaskIsDoneInTheWindow takes a learner from the question whether to run
// anything to the end of a task.
func TestATaskIsDoneInTheWindow(t *testing.T) {
	w := newWorkbench(t, func(w *workbench) { w.data = filepath.Join(w.data, "Library", "Application Support", "cairn") })
	w.sees("Write the recipe down", "The folder:", "shop.txt")
	w.press("x")
	w.sees("Before anything is run", "echo flour > recipe.txt", "cat recipe.txt; echo looked >&2", "Isolated", "It can end other programs", "No, run nothing")
	w.press("esc")
	w.sees("Nothing was run.")
	if w.ran != 0 {
		t.Fatalf("%d commands ran before the learner agreed", w.ran)
	}
	w.press("x", "down", "enter")
	w.sees("There is no water in it.", "There is no file shop.txt.", "Nothing was said to this yet.", "0 of 4 hold.", "Say what you saw")
	if w.app.overlay != nil {
		t.Fatal("the learner is asked before the rest holds")
	}
	w.press("O")
	w.sees("What the command wrote:", "looked")
	w.file("recipe/recipe.txt", "flour, water\n")
	w.file("recipe/shop.txt", "")
	w.press("x")
	w.sees("What does", "ls")
	w.write("nothing")
	w.press("enter")
	w.sees("Are you hungry?")
	w.press("1", "enter")
	w.sees("What is asked for is not in what you said.", "3 of 4 hold.", "Say what you saw")
	w.press("2", "enter")
	w.write("recipe.txt")
	w.press("enter")
	w.sees("4 of 4 hold.", "Everything holds: it is done.", "Go on")
	w.press("R")
	w.sees("Press the key again")
	w.press("R")
	w.sees("The folder is as it was at the beginning.")
	if path := "cairn/practice/bread/.before/recipe/2026-03-02T090000"; !strings.Contains(strings.Join(strings.Fields(w.screen()), ""), path) {
		t.Errorf("it does not say where the folder is, which is %s:\n%s", path, w.screen())
	}
	w.press("enter")
	w.sees("How many loaves?", "You wrote flour, water.")
}

// TestWhatCanBeDoneNextIsInSight shows in a small window the checks where one does not
// hold, and else how to go on.
func TestWhatCanBeDoneNextIsInSight(t *testing.T) {
	w := newWorkbench(t, nil)
	w.resize(40, 12)
	w.press("x", "G", "2", "enter")
	w.sees("It is done when · 0 of 4 hold.")
	w.file("recipe/recipe.txt", "flour, water\n")
	w.file("recipe/shop.txt", "")
	w.press("x")
	w.write("recipe.txt")
	w.press("enter", "1", "enter")
	w.sees("Everything holds: it is done.", "Go on")
}

// TestWhatIsAskedStandsOpen takes what the learner says when they want to say it, keeps
// what they said before they went back, and is not asked twice for what holds.
func TestWhatIsAskedStandsOpen(t *testing.T) {
	for _, backwards := range []bool{false, true} {
		whatIsAskedStandsOpen(t, backwards)
	}
}

func whatIsAskedStandsOpen(t *testing.T, backwards bool) {
	t.Helper()
	w := newWorkbench(t, nil)
	w.backwards = backwards
	w.press("x", "2", "enter", "2", "enter")
	w.sees("What does")
	w.write("recipe.txt")
	w.press("enter")
	w.sees("Are you hungry?")
	w.press("esc")
	w.sees("1 of 4 hold.", "Nothing was said to this yet.")
	w.file("recipe/recipe.txt", "flour, water\n")
	w.file("recipe/shop.txt", "")
	w.press("x")
	if w.sees("Are you hungry?"); w.app.overlay == nil {
		t.Errorf("backwards %t: it is not asked", backwards)
	}
	w.press("esc")
	if w.sees("3 of 4 hold."); w.app.overlay != nil {
		t.Fatal("who goes back is asked again")
	}
	w.press("2", "enter", "1", "enter")
	w.sees("4 of 4 hold.", "Everything holds: it is done.")
}

// TestTheFolderIsThereWhereNothingIsAsked makes the folder when the page opens, unless
// its setup waits for a yes.
func TestTheFolderIsThereWhereNothingIsAsked(t *testing.T) {
	w := newWorkbench(t, nil)
	there := func(name string) bool {
		_, err := os.Stat(filepath.Join(w.data, "practice", "bread", name))
		return err == nil
	}
	w.sees("The folder is made when you first check the task")
	if there("recipe") {
		t.Error("a folder was made whose setup nobody agreed to")
	}
	if w.press("s"); !there("loaves/answer.sh") || w.ran != 0 {
		t.Errorf("the answer cannot be opened elsewhere yet, %d commands ran", w.ran)
	}
	w = newWorkbench(t, func(w *workbench) { w.never = true })
	if w.lacks("The folder is made when"); !there("recipe") || w.ran != 0 {
		t.Errorf("there is no folder where nothing may be run, %d commands ran", w.ran)
	}
}

// TestTheShellKnowsWhatWasKept opens a shell with the learner's own environment, the
// values that checks kept, and a line that says how to come back.
func TestTheShellKnowsWhatWasKept(t *testing.T) {
	w := newWorkbench(t, nil)
	w.press("$", "2", "enter", "x")
	w.file("recipe/recipe.txt", "flour, water\n")
	w.press("x", "$")
	if len(w.guest) != 2 {
		t.Fatalf("%d shells", len(w.guest))
	}
	env := strings.Join(w.guest[1].Env, "\n")
	for _, want := range []string{"CAIRN_RECIPE=flour, water", "SHELL=/bin/sh", "EDITOR=true", "PWD=" + w.guest[1].Dir} {
		if !strings.Contains(env, want) {
			t.Errorf("%q is not in the environment:\n%s", want, env)
		}
	}
	if want := "You are in " + w.guest[1].Dir + ". Type exit to come back to cairn."; w.first != want {
		t.Errorf("%q is said, want %q", w.first, want)
	}
	var out bytes.Buffer
	g := guest{exec.Command("true"), "Type exit\x1b[2J", func(*exec.Cmd) error { out.WriteString("$ "); return nil }}
	g.SetStdout(&out)
	if err := g.Run(); err != nil || !strings.HasPrefix(out.String(), "Type exit") || strings.ContainsRune(out.String(), 0x1b) || !strings.HasSuffix(out.String(), "\n$ ") {
		t.Errorf("before the shell %q is said, %v", out.String(), err)
	}
}

// TestWhatIsNotKeptYetStandsOpen shows no name in braces, of a task that was passed over.
func TestWhatIsNotKeptYetStandsOpen(t *testing.T) {
	w := newWorkbench(t, nil)
	w.press("s")
	w.sees("You wrote ….", "Where … stands, something is missing")
	w.lacks("{{")
}

// TestALongTaskIsReadOn pages through a task that the window does not hold with the keys
// of any text, and says so as long as there is more.
func TestALongTaskIsReadOn(t *testing.T) {
	for _, key := range []string{"space", "enter"} {
		w := newWorkbench(t, nil)
		w.resize(60, 14)
		page := w.app.stack[w.app.stepAt()].screen.(*task)
		pages := 0
		for ; page.below && pages < 20; pages++ {
			w.sees("enter more")
			w.lacks("enter go on")
			before := w.screen()
			if w.press(key); w.screen() == before {
				t.Fatalf("%s does nothing:\n%s", key, before)
			}
		}
		if pages == 0 || pages == 20 {
			t.Fatalf("it was read with %d times %s", pages, key)
		}
		w.sees("1  Check", "enter go on")
		w.lacks("enter more")
		w.lacks("Say first how it stands")
		w.press("enter")
		w.sees("Say first how it stands")
	}
}

// TestASolutionIsShown on asking, and the task stays open.
func TestASolutionIsShown(t *testing.T) {
	w := newWorkbench(t, nil)
	w.press("s")
	w.lacks("echo 2")
	w.press("a")
	w.sees("One way to do it", "echo 2", "counts for no skill", "How many loaves?")
	w.press("a")
	w.sees("One way to do it")
}

// TestCodeIsTriedInTheWindow writes an answer in the learner's editor.
func TestCodeIsTriedInTheWindow(t *testing.T) {
	w := newWorkbench(t, nil)
	w.press("s")
	w.sees("How many loaves?", "echo none", "Your answer is kept in")
	w.press("E")
	if len(w.guest) != 1 || !strings.HasSuffix(w.guest[0].Args[1], "answer.sh") {
		t.Fatalf("the editor was not opened with the file: %v", w.guest)
	}
	w.press("x", "2", "enter")
	w.sees("It starts, and does something else than is asked.", "two are wanted")
	w.file("loaves/answer.sh", "echo 2\n")
	w.press("x")
	w.sees("The tests pass: it is done.", "echo 2")
	w.press("$")
	if len(w.guest) != 2 || w.guest[1].Dir != filepath.Join(w.data, "practice", "bread", "loaves") {
		t.Fatalf("no shell was opened in the folder: %v", w.guest)
	}
}

// TestBarredTasksSayWhy leaves it to the learner to say how it stands.
func TestBarredTasksSayWhy(t *testing.T) {
	w := newWorkbench(t, func(w *workbench) { w.never = true })
	w.sees("Your settings say that nothing of a course is run. What can be seen", "To do it yourself, run this there:", "echo flour > recipe.txt", "Not tried.")
	w.press("$")
	if len(w.guest) != 1 {
		t.Error("no shell was opened")
	}
	w.file("recipe/shop.txt", "")
	w.press("x")
	w.write("recipe")
	w.press("enter", "1", "enter")
	w.sees("3 of 4 hold.", "Not tried.")
	w.lacks("Say what you saw")
	if w.app.overlay != nil || w.ran != 0 {
		t.Error("something was run")
	}
	w.press("2", "enter")
	w.sees("How many loaves?")
	w.press("x")
	if w.sees("Your settings say"); w.ran != 0 {
		t.Error("code was run")
	}
	w.sees("It is done")
}

func TestWithoutAToolchainOneGoesOn(t *testing.T) {
	w := newWorkbench(t, func(w *workbench) { w.bare = true })
	w.press("s")
	w.sees("To check this, sh is needed", "say yourself when it is done", "It is done")
	w.press("down", "down", "enter")
	w.sees("Through with")
}

// TestWhatIsUnderWayEndsWithItsPage leaves a task for the library while it is
// being checked, and stops a check by its key.
func TestWhatIsUnderWayEndsWithItsPage(t *testing.T) {
	for _, key := range []string{"l", "x"} {
		w := newWorkbench(t, nil)
		ctx, _ := w.app.stack[w.app.stepAt()].screen.(*task).start()
		w.press(key)
		if ctx.Err() == nil {
			t.Errorf("it goes on after %s", key)
		}
	}
}

// TestLateTriesAreDropped takes nothing of a task that was left for another.
func TestLateTriesAreDropped(t *testing.T) {
	w := newWorkbench(t, nil)
	at := w.app.stack[w.app.stepAt()]
	old := at.screen.(*task)
	late := triedMsg{task: old.step.Task, run: old.work.run + 1}
	w.press("s")
	w.send(ForMsg{Screen: at.id, Msg: late})
	if w.app.stack[w.app.stepAt()].screen.(*task).work.try != nil {
		t.Error("what came of another task was taken for this one")
	}
}

// TestTheEndOfAPathIsInSight keeps the last folders of a path readable in windows of
// any width.
func TestTheEndOfAPathIsInSight(t *testing.T) {
	const path = "/home/robin/.local/share/cairn/practice/a-course-with-a-long-name/write-the-recipe-down"
	th := newTheme(LookMono, true, false)
	for _, c := range []struct {
		width int
		want  string
	}{
		{100, "The folder: " + path},
		{80, "The folder:|/home/robin/.local/share/cairn/practice/a-course-with-a-long-name/|write-the-recipe-down"},
		{40, "The folder:|…cairn/practice/|a-course-with-a-long-name/|write-the-recipe-down"},
		{16, "The folder:|…write-the-recip|e-down"},
	} {
		if got := ansi.Strip(strings.Join(pathEndLines(th, "The folder: {path}", path, c.width), "|")); got != c.want {
			t.Errorf("in %d cells: %q, want %q", c.width, got, c.want)
		}
	}
}

// TestAMendedToolchainIsNoticed: one that did not work is asked again when its page is
// shown or the learner checks, and not at every look between.
func TestAMendedToolchainIsNoticed(t *testing.T) {
	w := newWorkbench(t, nil)
	shown := w.anew
	w.press("x")
	if w.anew != shown+1 {
		t.Errorf("a check asked %d times anew", w.anew-shown)
	}
	w.press("2", "enter")  // and all that follows from the yes
	if w.anew != shown+2 { // the page was shown again
		t.Errorf("a check that was agreed to asked %d times anew", w.anew-shown)
	}
	w.press("down", "up", "O")
	if w.anew != shown+2 {
		t.Error("moving on the page asks anew")
	}
}
