//go:build e2e && unix

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// used is the time of the processor that a program took that has ended, with all
// that it started and waited for.
func used(w *terminal) time.Duration {
	return w.cmd.ProcessState.UserTime() + w.cmd.ProcessState.SystemTime()
}

// TestTheWindowIsGone closes the terminal for real, with the signal that comes of
// it and without: the program ends by itself, is not busy with it, and what was
// answered and half typed is there.
func TestTheWindowIsGone(t *testing.T) {
	const busy = 3 * time.Second // of the processor; a loop would take all of patience
	for _, c := range []struct {
		name string
		args []string // before the program
	}{
		{"with a signal", nil},
		// The system tells the leader of the session only. Here that is a shell,
		// which passes it over.
		{"without a signal", []string{"/bin/sh", "-c", `trap "" HUP; "$@"; echo $? >"$STATUS"`, "sh"}},
	} {
		t.Run("E97 "+c.name, func(t *testing.T) {
			dir, status := data(t), filepath.Join(t.TempDir(), "status")
			command := slices.Concat(c.args, []string{binary(t), "welcome", "--from", "spelling"})
			w := startIn(t, 80, 24, onData(dir, "STATUS="+status), command[0], command[1:]...)
			w.see("with one letter left out")
			w.press("m", "o", "u")
			w.see("> mou")
			w.close()
			select {
			case <-w.done:
			case <-time.After(patience):
				t.Fatal("it goes on in a window that is closed")
			}
			if took := used(w); took > busy {
				t.Errorf("it took %v of the processor", took)
			}
			if c.args == nil {
				if got := w.cmd.ProcessState.ExitCode(); got != 129 {
					t.Errorf("ended with status %d, want 129", got)
				}
			} else if text, err := os.ReadFile(status); err != nil || strings.TrimSpace(string(text)) != "129" {
				t.Errorf("ended with status %q, want 129: %v", text, err)
			}
			if _, err := os.Stat(filepath.Join(dir, "crashes")); err == nil {
				t.Error("it met a fault")
			}
			w = start(t, 80, 24, onData(dir), "welcome")
			w.see("with one letter left out", "mou")
		})
	}
}

// TestTheEditorUnderASignal ends the program while an editor has the terminal:
// the editor ends with it, and the text is as it was before.
func TestTheEditorUnderASignal(t *testing.T) {
	for _, s := range []struct {
		name   string
		signal syscall.Signal
		status int
	}{{"SIGTERM", syscall.SIGTERM, 143}, {"SIGHUP", syscall.SIGHUP, 129}} {
		t.Run(s.name, func(t *testing.T) {
			command, _ := editor(t, "exit 0")
			dir := data(t)
			w := start(t, 80, 24, onData(dir, "VISUAL="+command), "welcome", "--from", "spelling")
			w.see("with one letter left out")
			w.press("m", "o", "u")
			w.see("> mou")
			w.press("alt+e")
			w.see("The editor is open on a whole terminal with: mou")
			w.signal(s.signal)
			w.ends(s.status)
			w.clean()
			w = start(t, 80, 24, onData(dir), "welcome")
			w.see("with one letter left out", "mou")
		})
	}
}

// TestHeadOfAReport prints into a reader that takes one line and goes: nobody
// says anything.
func TestHeadOfAReport(t *testing.T) {
	for _, args := range []string{"progress", "today", "licences", "privacy", "progress --json", "help", "completion bash"} {
		cmd := exec.Command("/bin/sh", "-c", `"$CAIRN" `+args+` | head -n 1`)
		dir := data(t)
		cmd.Env = append(onData(dir), "HOME="+t.TempDir(), "CAIRN="+binary(t), "PATH="+os.Getenv("PATH"))
		out, err := cmd.CombinedOutput()
		if err != nil || strings.Count(string(out), "\n") > 1 {
			t.Errorf("cairn %s: %v: %s", args, err, out)
		}
		if _, err := os.Stat(filepath.Join(dir, "crashes")); err == nil {
			t.Errorf("cairn %s met a fault", args)
		}
	}
}
