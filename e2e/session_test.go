//go:build e2e && unix

package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// sizes are the windows that flows run in: an ordinary one, and about the
// smallest that cairn is made for.
func sizes() [][2]int { return [][2]int{{80, 24}, {40, 12}} }

// eachSize runs a flow in every window.
func eachSize(t *testing.T, flow func(t *testing.T, cols, rows int)) {
	for _, size := range sizes() {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) { flow(t, size[0], size[1]) })
	}
}

// onData is the environment of a learner whose progress is in a folder.
func onData(dir string, more ...string) []string {
	return append([]string{"CAIRN_DATA=" + dir}, more...)
}

// cairn runs a command without a terminal and returns what it prints, with its
// status.
func cairn(t *testing.T, dir string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(binary(t), args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append(onData(dir), "HOME="+t.TempDir())
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	if ended := (*exec.ExitError)(nil); err != nil && !errors.As(err, &ended) {
		t.Fatal(err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

// TestAFirstSession opens the library and takes the welcome course to its end,
// with a wrong answer on purpose, its detour, a slip in the spelling, and an
// answer that is not known.
func TestAFirstSession(t *testing.T) {
	eachSize(t, func(t *testing.T, cols, rows int) {
		dir := data(t)
		w := start(t, cols, rows, onData(dir))
		w.see("Welcome to cairn", "not begun")
		w.press("enter")
		w.choose("I want to look around")
		w.choose("Tell me how it works")
		w.choose("Slowly")
		w.see("Outline", "Getting about")
		w.press("enter")

		w.see("This is a page.")
		w.until("space", "One idea")
		w.until("space", "You have read an explanation")
		w.choose("w")
		w.see("Right")
		w.press("enter")
		w.see("A wrong answer, on purpose")
		w.until("space", "What happens here")
		w.choose("It counts against me")
		w.see("Not right")
		w.press("enter")
		w.see("This is a detour")
		w.until("space", "What happens here")
		w.choose("I am told what is wrong")
		w.see("Right")
		w.press("enter")
		w.see("Through with", "Getting about")
		w.press("enter")

		w.see("In some questions you type")
		w.until("space", "with one letter left out")
		w.press("m", "o", "n", "t", "a", "i", "n", "enter")
		w.see("This did not cost a try", "> montain")
		w.press("backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace")
		w.press("m", "o", "u", "n", "t", "a", "i", "n", "enter")
		w.see("Right")
		w.press("enter")
		w.see("When you don't know")
		w.until("space", "How many stones")
		w.press("ctrl+n")
		w.see("23")
		w.press("enter")
		w.see("Your road")
		w.until("space", "What do you have to do")
		w.choose("Nothing")
		w.see("Right")
		w.press("enter")
		w.see("What fits you")
		w.until("space", "You meant to learn")
		w.choose("Nothing. The plan")
		w.see("Right")
		w.press("enter")
		w.see("Where to go from here")
		w.until("space", "Through with", "Answering, or not")
		w.press("enter")
		w.choose("No, go on without it")
		w.see("The end of “Welcome to cairn”")
		w.press("q")
		w.ends(0)
		w.usable()

		if out, status := cairn(t, dir, "progress"); status != 0 || !strings.Contains(out, "finished: 2 of 2 lessons") {
			t.Errorf("what was done is not there afterwards, status %d:\n%s", status, out)
		}
	})
}

// toFirstQuestion opens the welcome course and goes to its first question.
func toFirstQuestion(w *terminal) {
	w.t.Helper()
	toFirstPage(w)
	w.until("space", "You have read an explanation")
}

// TestACrashLosesNothing kills the program at a question, at feedback and in a
// detour; each time it comes back where it was.
func TestACrashLosesNothing(t *testing.T) {
	eachSize(t, func(t *testing.T, cols, rows int) {
		dir := data(t)
		again := func() *terminal { return start(t, cols, rows, onData(dir), "welcome") }
		w := again()
		toFirstQuestion(w)
		w.kill()

		w = again()
		w.see("You have read an explanation")
		w.choose("w")
		w.see("Right")
		w.kill()

		w = again()
		w.see("Right")
		w.press("enter")
		w.see("A wrong answer, on purpose")
		w.until("space", "What happens here")
		w.choose("It counts against me")
		w.see("Not right")
		w.press("enter")
		w.see("This is a detour")
		w.kill()

		w = again()
		w.see("This is a detour")
		w.press("u")
		w.see("Not right")
		w.press("q")
		w.ends(0)
	})
}

// TestTwoWindows answers in two windows at once on one folder of progress. What
// was done in both is kept.
func TestTwoWindows(t *testing.T) {
	dir := data(t)
	first := start(t, 80, 24, onData(dir), "welcome")
	first.see("What brings you here?")
	second := start(t, 80, 24, onData(dir), "git")
	second.see("What do you want to do with Git?")
	first.choose("I want to look around")
	second.choose("Keep my own work safe")
	first.see("How would you like things explained?", "saved")
	second.see("How much Git have you used?", "2/5")
	first.choose("Tell me how it works")
	second.choose("None, or I once followed")
	first.see("How fast would you like to go?")
	second.see("How much time do you have")
	first.kill()
	second.press("q")
	second.ends(0)

	first = start(t, 80, 24, onData(dir), "welcome")
	first.see("How fast would you like to go?")
	second = start(t, 80, 24, onData(dir), "git")
	second.see("How much time do you have")
	first.press("q")
	first.ends(0)
	second.press("q")
	second.ends(0)
}

// TestNoColour sends no colours when NO_COLOR is set, to whatever it is set: not in
// a lesson, and not on the pages beside it.
func TestNoColour(t *testing.T) {
	colours := regexp.MustCompile(`\x1b\[[0-9;:]*m`)
	isColour := regexp.MustCompile(`(^|[;\[])(3[0-8]|4[0-8]|9[0-7]|10[0-7])([;:m]|$)`)
	for _, value := range []string{"yes", "1"} {
		w := start(t, 80, 24, onData(data(t), "NO_COLOR="+value), "welcome")
		toFirstQuestion(w)
		w.choose("w")
		w.see("Right")
		for _, key := range []string{"?", "T", "m", "I", "P", "W", "o", "N", "n", ":", "/", ",", "p"} { // the pages beside the lesson
			w.wait("be back at the answer", func(screen string) bool { return shows(screen, []string{"Right", "enter go on"}) })
			before := w.text()
			w.press(key)
			w.wait("see what "+key+" opens", func(screen string) bool { return screen != before })
			w.press("esc")
		}
		w.wait("be back at the answer", func(screen string) bool { return shows(screen, []string{"Right", "enter go on"}) })
		w.press("q")
		w.ends(0)
		for _, code := range colours.FindAllString(w.written(), -1) {
			if isColour.MatchString(code) {
				t.Fatalf("with NO_COLOR=%s the code %q was sent", value, code)
			}
		}
	}
	w := start(t, 80, 24, onData(data(t)), "welcome")
	w.see("What brings you here?")
	w.press("q")
	w.ends(0)
	if !isColour.MatchString(strings.Join(colours.FindAllString(w.written(), -1), "")) {
		t.Error("without NO_COLOR no colour is sent either: the test sees none")
	}
}

// TestResize changes the size of the window while a question is open and an
// answer is half typed.
func TestResize(t *testing.T) {
	w := start(t, 80, 24, onData(data(t)), "welcome", "--from", "spelling")
	w.see("with one letter left out")
	w.press("m", "o", "u", "n")
	w.see("> moun")
	for _, size := range [][2]int{{40, 12}, {120, 40}, {20, 5}, {200, 60}, {80, 24}} {
		w.resize(size[0], size[1])
		if size[0] >= 40 {
			w.see("letter left out", "> moun")
		} else {
			w.see("too small")
		}
	}
	w.press("t", "a", "i", "n", "enter")
	w.see("Right")
	w.press("q")
	w.ends(0)
	w.usable()
}

// TestLeaving leaves from everywhere, and leaves the terminal usable.
func TestLeaving(t *testing.T) {
	for _, c := range []struct {
		name  string
		args  []string
		leave func(w *terminal)
		keys  []string
	}{
		{"q in the library", nil, func(w *terminal) { w.see("Courses") }, []string{"q"}},
		{"ctrl+c in the library", nil, func(w *terminal) { w.see("Courses") }, []string{"ctrl+c"}},
		{"q at a question", []string{"welcome"}, func(w *terminal) { w.see("What brings you here?") }, []string{"q"}},
		{"ctrl+c at a question", []string{"welcome"}, func(w *terminal) { w.see("What brings you here?") }, []string{"ctrl+c"}},
		{
			"ctrl+c while typing", []string{"welcome", "--from", "spelling"},
			func(w *terminal) { w.see("with one letter left out"); w.press("m"); w.see("> m") },
			[]string{"ctrl+c"},
		},
		{
			"esc and q while typing", []string{"welcome", "--from", "spelling"},
			func(w *terminal) {
				w.see("with one letter left out")
				w.press("m", "o", "u")
				w.see("> mou")
				w.press("esc")
				w.see("tab type")
			},
			[]string{"q"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := start(t, 80, 24, onData(data(t)), c.args...)
			c.leave(w)
			w.press(c.keys...)
			w.ends(0)
			w.usable()
		})
	}
}

// TestAnUnsentAnswerIsKept leaves while an answer is half typed and finds it
// again.
func TestAnUnsentAnswerIsKept(t *testing.T) {
	dir := data(t)
	w := start(t, 80, 24, onData(dir), "welcome", "--from", "spelling")
	w.see("with one letter left out")
	w.press("m", "o", "u")
	w.see("> mou")
	w.press("ctrl+c")
	w.ends(0)
	w = start(t, 80, 24, onData(dir), "welcome")
	w.see("with one letter left out", "> mou")
}

// TestClosingTheWindow ends the program, and what was done is there.
func TestClosingTheWindow(t *testing.T) {
	dir := data(t)
	w := start(t, 80, 24, onData(dir), "welcome")
	toFirstQuestion(w)
	w.hangUp()
	w = start(t, 80, 24, onData(dir), "welcome")
	w.see("You have read an explanation")
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
