//go:build e2e

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// inShell opens a course from a shell with job control, and gives the number of
// its process.
func inShell(t *testing.T) (w *terminal, pid int) {
	t.Helper()
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash to go back to")
	}
	file := filepath.Join(t.TempDir(), "pid")
	w = startIn(t, 80, 24, onData(data(t), "PS1=shell: "), shell, "--norc", "--noprofile", "-i")
	w.see("shell:")
	w.press("sh -c 'echo $$ >" + file + "; exec " + binary(t) + " welcome'\r")
	w.see("What brings you here?", "I want to look around")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if pid, err = strconv.Atoi(strings.TrimSpace(string(text))); err != nil {
		t.Fatal(err)
	}
	return w, pid
}

// leaveBoth ends the course and the shell.
func leaveBoth(w *terminal) {
	w.t.Helper()
	w.choose("I want to look around")
	w.see("How would you like things explained?")
	w.press("q")
	w.wait("come back to the shell", func(screen string) bool { return strings.HasSuffix(strings.TrimSpace(screen), "shell:") })
	w.left()
	w.press("exit 7\r")
	w.ends(7)
}

// TestStoppedFromOutside stops the program by the signals of job control that
// another process sends, the one that can be caught and the one that cannot. The
// shell has the terminal meanwhile, and after fg the page is whole.
func TestStoppedFromOutside(t *testing.T) {
	for _, s := range []struct {
		name   string
		signal syscall.Signal
		left   bool // the terminal is given back before
	}{{"SIGTSTP", syscall.SIGTSTP, true}, {"SIGSTOP", syscall.SIGSTOP, false}} {
		t.Run(s.name, func(t *testing.T) {
			w, pid := inShell(t)
			if err := syscall.Kill(pid, s.signal); err != nil {
				t.Fatal(err)
			}
			w.see("Stopped", "shell:")
			if s.left {
				w.left()
			}
			w.press("printf 'over%s' 'written'\r")
			w.see("overwritten")
			w.press("fg\r")
			w.wait("have the page whole", func(screen string) bool {
				return shows(screen, []string{"What brings you here?", "I want to look around"}) && !strings.Contains(screen, "overwritten") && !strings.Contains(screen, "shell:")
			})
			leaveBoth(w)
		})
	}
}

// TestWrittenOver stops the program, writes over its page, and lets it go on
// where no shell helps: the page is whole again.
func TestWrittenOver(t *testing.T) {
	w := start(t, 80, 24, onData(data(t)), "welcome")
	w.see("What brings you here?")
	w.signal(syscall.SIGSTOP)
	w.mu.Lock()
	_, _ = w.emu.Write([]byte("\x1b[2J\x1b[Hwritten over"))
	w.mu.Unlock()
	w.signal(syscall.SIGCONT)
	w.wait("have the page whole", func(screen string) bool {
		return shows(screen, []string{"What brings you here?", "I want to look around"}) && !strings.Contains(screen, "written over")
	})
	w.choose("I want to look around")
	w.see("How would you like things explained?")
	w.press("q")
	w.ends(0)
	w.clean()
}
