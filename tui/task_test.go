package tui

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/library"
)

const benchLesson = "# Bake\n\n" +
	"### Task: Write the recipe down\n<!-- id: recipe -->\n\nAdd water.\n\n" +
	"```setup\necho flour > recipe.txt\n```\n\n" +
	"```check\n- run: cat recipe.txt; echo looked >&2\n  expect: { contains: water }\n  otherwise: There is no *water* in it.\n  capture: recipe\n" +
	"- file: shop.txt\n- ask: What does `ls` say?\n  expect: { matches: recipe }\n- ask: Are you hungry?\n```\n\n" +
	"### Question: How many loaves?\n<!-- id: loaves -->\n\nYou wrote {{recipe}}.\n\n" +
	"```sh start\necho none\n```\n\n```sh test\n[ \"$(sh ./answer.sh)\" = 2 ] || { echo two are wanted; exit 1; }\n```\n\n```sh solution\necho 2\n```\n"

// plainShell runs commands of tests as they are: what walls hold is tested where
// they are.
type plainShell struct{ ran *int }

func (s plainShell) Run(ctx context.Context, c wall.Command) (wall.Result, error) {
	*s.ran++
	cmd := exec.CommandContext(ctx, "sh", "-c", c.Script)
	cmd.Dir, cmd.Env = c.Dir, append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + c.Dir}, c.Env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var status *exec.ExitError
	if err != nil && !errors.As(err, &status) {
		return wall.Result{}, err
	}
	return wall.Result{Exit: cmd.ProcessState.ExitCode(), Stdout: out.Bytes(), Stderr: errs.Bytes(), Level: wall.Isolated}, nil
}

// benchShelf holds one course whose tasks are done for real.
type benchShelf struct {
	sampleShelf
	course *course.Course
	files  fstest.MapFS
	log    *learn.Memory
}

func (s *benchShelf) Open(string) (library.Opened, error) {
	session, err := learn.Open(s.course, learn.Deps{Log: s.log, Now: benchNow, Seed: 7})
	if err != nil {
		return library.Opened{}, err
	}
	for {
		if a, ok := session.Step().(learn.Asking); !ok || a.Lesson != nil {
			return library.Opened{Session: session, Files: s.files}, nil
		}
		if _, err := session.Do(learn.Skip{}); err != nil {
			return library.Opened{}, err
		}
	}
}

func benchNow() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

// workbench is a learner at a task of a real course, at a window.
type workbench struct {
	*driver
	data  string
	ran   int
	level wall.Level
	never bool
	bare  bool // there is no toolchain
	guest []*exec.Cmd

	watched int    // times that something was begun to be watched
	onSave  bool   // a setting
	first   string // was said before the last guest
}

// unwatched tells of no save by itself: the test does.
type unwatched struct {
	watched *int
	*exercise.Bench
}

func (u unwatched) Watch(context.Context, *course.Task) <-chan error {
	*u.watched++
	told := make(chan error)
	close(told)
	return told
}

func newWorkbench(t *testing.T, set func(*workbench)) *workbench {
	t.Helper()
	w := &workbench{data: t.TempDir(), level: wall.Isolated}
	if set != nil {
		set(w)
	}
	files := fstest.MapFS{"one.md": {Data: []byte(benchLesson)}, "course.yaml": {Data: []byte("id: bread\ntitle: Bread\npath: [one.md]\n")}}
	c, diags, err := course.Load(files, "bread")
	if err != nil {
		t.Fatal(err, diags)
	}
	shelf := &benchShelf{course: c, files: files, log: learn.NewMemory(benchNow)}
	look := exec.LookPath
	if w.bare {
		look = func(string) (string, error) { return "", exec.ErrNotFound }
	}
	bench := func(o library.Opened) Bench {
		return unwatched{&w.watched, &exercise.Bench{
			Data: w.data, Course: o.Session.Course(), Files: o.Files, Trust: trust.Open(w.data, benchNow), Now: benchNow, Runner: plainShell{&w.ran},
			Never: func() bool { return w.never },
			Look:  func() wall.Walls { return wall.Walls{Level: w.level, Lacks: []wall.Lack{wall.LackSignals}} },
			Machine: code.Machine{Look: look, Ask: func(program string, args ...string) (string, error) {
				out, err := exec.Command(program, args...).Output()
				return string(out), err
			}},
		}}
	}
	o := Options{Preferences: Preferences{OnSave: w.onSave}, Shelf: shelf, Start: RouteCourse.To("bread"), Bench: bench, Environ: []string{"SHELL=/bin/sh", "EDITOR=true"}}
	d := &driver{t: t, app: New(o), guard: newGuard(nil)}
	d.app.exec = func(cmd *exec.Cmd, first string, done tea.ExecCallback) tea.Cmd {
		w.guest, w.first = append(w.guest, cmd), first
		return func() tea.Msg { return done(nil) }
	}
	w.driver = d.started(80, 40)
	if d.app.stepAt() >= 0 && d.app.stepAt() < len(d.app.stack)-1 {
		d.press("esc")
	}
	return w
}

func (w *workbench) file(name, text string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.data, "practice", "bread", name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

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
	w.sees("What is asked for is not in what you said.", "3 of 4 hold.")
	w.press("x")
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

// TestWhatIsAskedStandsOpen takes what the learner says when they want to say it, keeps
// what they said before they went back, and is not asked twice for what holds.
func TestWhatIsAskedStandsOpen(t *testing.T) {
	w := newWorkbench(t, nil)
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
	w.sees("Are you hungry?")
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
	w.sees("practice/bread/loaves", "whenever you check these tasks?", "Yes, run all of this")
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
		if got := ansi.Strip(strings.Join(pathLines(th, "The folder: {path}", path, c.width), "|")); got != c.want {
			t.Errorf("in %d cells: %q, want %q", c.width, got, c.want)
		}
	}
}
