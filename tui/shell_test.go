package tui

import (
	"errors"
	"os/exec"
	"testing"
)

// TestAShellThatIsNotThere is named, with where it comes from; nothing is said of an
// editor.
func TestAShellThatIsNotThere(t *testing.T) {
	for _, name := range []string{"no-such-shell", "/no/such/shell"} {
		w := newWorkbench(t, nil)
		w.app.o.Environ = []string{"SHELL=" + name}
		w.press("$", "2", "enter")
		w.sees("There is no "+name+" on this machine", "SHELL")
		if len(w.guest) != 0 {
			t.Errorf("something was started: %v", w.guest)
		}
	}
}

// TestAShellThatEndsBadly says so. What its last command ended with is nothing to say.
func TestAShellThatEndsBadly(t *testing.T) {
	w := newWorkbench(t, nil)
	w.send(guestLeft{guestMsg{err: &exec.ExitError{}}})
	w.lacks("did not end well")
	w.send(guestLeft{guestMsg{err: errors.New("no terminal")}})
	w.sees("The shell did not end well: no terminal")
	w.send(guestLeft{guestMsg{editor: true, err: errors.New("it broke off")}})
	w.sees("it broke off")
}
