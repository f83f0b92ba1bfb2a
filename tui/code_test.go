package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func (w *workbench) answer() string {
	w.t.Helper()
	text, err := os.ReadFile(filepath.Join(w.data, "practice", "bread", "loaves", "answer.sh"))
	if err != nil {
		w.t.Fatal(err)
	}
	return string(text)
}

// atCode is a learner on the page of a question that is answered with a program.
func atCode(t *testing.T, set func(*workbench)) *workbench {
	t.Helper()
	w := newWorkbench(t, set)
	w.press("s")
	w.sees("How many loaves?", "echo none")
	return w
}

// TestAProgramIsWrittenInPlace writes an answer without any other program, is told
// what is wrong with it, and mends it where it is wrong.
func TestAProgramIsWrittenInPlace(t *testing.T) {
	w := atCode(t, nil)
	w.press("tab")
	w.sees("answer.sh", "1 echo none")
	w.press("end")
	w.write("1")
	w.press("ctrl+s", "2", "enter") // yes, run this
	if got := w.answer(); got != "echo none1\n" {
		t.Fatalf("the file holds %q", got)
	}
	w.sees("It starts, and does something else than is asked.", "echo none1")
	w.press("tab")
	w.sees("It starts, and does something else than is asked.", "1 echo none1")
	w.press("end", "backspace", "backspace", "backspace", "backspace", "backspace")
	w.write("2")
	w.press("esc")
	w.sees("How many loaves?", "echo 2")
	w.press("x")
	w.sees("The tests pass: it is done.")
}

// TestAProgramIsSavedLineByLine has every line in the file that the learner left.
func TestAProgramIsSavedLineByLine(t *testing.T) {
	w := atCode(t, nil)
	w.press("tab", "end", "enter")
	w.write("echo more")
	if got := w.answer(); got != "echo none\n\n" {
		t.Errorf("after a new line the file holds %q", got)
	}
	w.press("up")
	if got := w.answer(); got != "echo none\necho more\n" {
		t.Errorf("after the line was left it holds %q", got)
	}
}

// TestAProgramIsSavedAtTheEnd leaves cairn in the middle of a line.
func TestAProgramIsSavedAtTheEnd(t *testing.T) {
	for _, end := range []struct {
		name string
		ends func(*workbench)
	}{
		{"by a key", func(w *workbench) { w.press("ctrl+c") }},
		{"from outside", func(w *workbench) {
			if !w.app.rescue() {
				w.t.Error("something was left unsaved")
			}
		}},
	} {
		t.Run(end.name, func(t *testing.T) {
			w := atCode(t, nil)
			w.press("tab", "end")
			w.write(" at all")
			end.ends(w)
			if got := w.answer(); got != "echo none at all\n" {
				t.Errorf("the file holds %q", got)
			}
		})
	}
}

// TestWhatAnotherWindowWroteIsKept writes over a file that changed meanwhile.
func TestWhatAnotherWindowWroteIsKept(t *testing.T) {
	w := atCode(t, nil)
	w.press("tab", "end", "enter")
	w.file("loaves/answer.sh", "echo theirs\n")
	w.write("echo mine")
	w.press("esc")
	w.sees("echo mine")
	if got := w.answer(); got != "echo none\necho mine\n" {
		t.Errorf("the file holds %q", got)
	}
	beside, err := os.ReadFile(filepath.Join(w.data, "practice", "bread", "loaves", "answer.sh.before-1"))
	if err != nil || string(beside) != "echo theirs\n" {
		t.Errorf("beside it is %q, %v", beside, err)
	}
	w.sees("The file was changed elsewhere meanwhile.")
}

// TestAProgramThatCannotBeSavedStays says why, and lets the learner go on.
func TestAProgramThatCannotBeSavedStays(t *testing.T) {
	w := atCode(t, nil)
	w.press("tab", "end")
	inTheWay := filepath.Join(w.data, "practice", "bread", "loaves", ".answer.sh.new")
	if err := os.MkdirAll(filepath.Join(inTheWay, "full"), 0o700); err != nil {
		t.Fatal(err)
	}
	w.write("1")
	w.press("esc")
	w.sees("1 echo none1", "What you wrote could not be saved")
	w.press("ctrl+c")
	if w.quit {
		t.Fatal("it left with something unsaved, without a word")
	}
	if err := os.RemoveAll(inTheWay); err != nil {
		t.Fatal(err)
	}
	w.press("esc")
	if got := w.answer(); got != "echo none1\n" {
		t.Errorf("the file holds %q", got)
	}
}

// TestAProgramIsWrittenWithoutAToolchain: writing runs nothing.
func TestAProgramIsWrittenWithoutAToolchain(t *testing.T) {
	w := atCode(t, func(w *workbench) { w.bare = true })
	w.press("tab", "end")
	w.write("1")
	w.press("esc")
	w.sees("echo none1")
	if w.ran != 0 {
		t.Error("something ran")
	}
}

// TestLongProgramsAreForTheEditor lays none over the page that does not fit in it.
func TestLongProgramsAreForTheEditor(t *testing.T) {
	w := atCode(t, nil)
	w.press("tab", "end", "enter", "esc")
	w.file("loaves/answer.sh", strings.Repeat("# long\n", 3000))
	w.press("tab")
	w.sees("too long to be written here")
	if w.app.overlay != nil {
		t.Error("it is written on all the same")
	}
}

// TestCodeStaysInSight moves through a program in a small window.
func TestCodeStaysInSight(t *testing.T) {
	w := atCode(t, nil)
	w.resize(40, 12)
	w.press("tab")
	w.send(tea.PasteMsg{Content: strings.Repeat("echo a long line that has to be broken somewhere\n", 20)})
	w.sees("21 echo none")
	w.press("pgup", "pgup", "pgup", "pgup", "pgup", "pgup")
	w.sees(" 1 echo a long line")
}

// TestAProgramIsWrittenWhileItIsTried takes letters for letters, and tries what was
// written last.
func TestAProgramIsWrittenWhileItIsTried(t *testing.T) {
	w := atCode(t, nil)
	w.press("x", "2", "enter")
	w.sees("two are wanted")
	ctx, _ := w.app.stack[w.app.stepAt()].screen.(*task).start()
	w.press("tab", "end", "backspace", "backspace", "backspace", "backspace")
	w.write("2")
	if got := w.app.overlay; got == nil || got.route != RouteCode {
		t.Fatalf("it is not written on:\n%s", w.screen())
	}
	w.press("ctrl+s")
	if ctx.Err() == nil {
		t.Error("what was there before is still tried")
	}
	w.sees("The tests pass: it is done.")
}
