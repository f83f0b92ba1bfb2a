//go:build e2e && unix

package e2e

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestPlainInATerminal takes a course line by line in a terminal: nothing but
// text is sent, and what is typed is shown once.
func TestPlainInATerminal(t *testing.T) {
	for _, c := range []struct {
		name  string
		env   []string
		args  []string
		leave string
	}{
		{"asked for", nil, []string{"welcome", "--plain"}, "ctrl+d"},
		{"TERM=dumb", []string{"TERM=dumb"}, []string{"welcome"}, ":quit\r"},
		{"ACCESSIBLE", []string{"ACCESSIBLE=1"}, []string{"welcome"}, "ctrl+c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := start(t, 80, 40, onData(data(t), c.env...), c.args...)
			w.see("What brings you here?", "Type a number from 1 to 3.")
			w.press("nonsense\r")
			w.see("“nonsense” is not among the answers.")
			w.press("1\r")
			w.see("How would you like things explained?")
			w.press(c.leave)
			w.see("The course is not finished.")
			w.ends(3)
			if i := strings.IndexByte(w.written(), 0x1b); i >= 0 {
				t.Errorf("an escape is sent: %q", w.written()[i:])
			}
			if n := strings.Count(w.written(), "> nonsense"); n != 1 {
				t.Errorf("what is typed is shown %d times", n)
			}
		})
	}
}

// TestErrorsAreShownWhereTheyStay prints what goes wrong before a course is
// open on the ordinary screen.
func TestErrorsAreShownWhereTheyStay(t *testing.T) {
	for _, c := range []struct {
		args []string
		cure string
	}{
		{[]string{"wellcome"}, "did you mean \"welcome\"?"},
		{[]string{"welcome", "--from", "nowhere"}, "has no lesson or question of that id"},
		{[]string{"--nonsense"}, "Run cairn --help"},
	} {
		w := start(t, 80, 24, onData(data(t)), c.args...)
		w.ends(2)
		w.see("cairn: ", c.cure)
		if strings.Contains(w.written(), "\x1b") {
			t.Errorf("%v: more than text is sent: %q", c.args, w.written())
		}
	}
}

// TestABrokenCourseShowsItsFindings opens a folder that holds nothing to take.
func TestABrokenCourseShowsItsFindings(t *testing.T) {
	course := t.TempDir()
	write(t, filepath.Join(course, "course.yaml"), "format: 99\n")
	write(t, filepath.Join(course, "01-one.md"), "# One\n\nText.\n")
	w := start(t, 80, 24, onData(data(t)), course)
	w.see("Findings", "course.yaml, line 1")
	w.press("q")
	w.ends(0)
	w.usable()
}

// TestNothingCanBeSaved takes a course where progress cannot be kept, and says
// so all the time.
func TestNothingCanBeSaved(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "I am a file.")
	w := start(t, 80, 24, onData(file), "welcome")
	w.see("What brings you here?", "Nothing is saved this time")
	w.choose("I want to look around")
	w.see("How would you like things explained?", "Nothing is saved this time")
	w.press("q")
	w.ends(0)
}

// TestSuspending goes to the shell and back.
func TestSuspending(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash to go back to")
	}
	w := startIn(t, 80, 24, onData(data(t), "PS1=shell: "), shell, "--norc", "--noprofile", "-i")
	w.see("shell:")
	w.press(binary(t) + " welcome\r")
	w.see("What brings you here?")
	w.press("ctrl+z")
	w.see("Stopped", "shell:")
	w.left()
	w.press("fg\r")
	w.see("What brings you here?", "I want to look around")
	w.choose("I want to look around")
	w.see("How would you like things explained?")
	w.press("q")
	w.wait("come back to the shell", func(screen string) bool { return strings.HasSuffix(strings.TrimSpace(screen), "shell:") })
	w.press("exit 7\r")
	w.ends(7)
}
