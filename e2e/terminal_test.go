//go:build e2e && unix

// Package e2e drives the built program in a real pseudo-terminal, as a person
// would, and looks at the screen.
package e2e

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a screen may take before the test gives up. Machines
// are slow at times; a screen that comes is seen within milliseconds.
const patience = 30 * time.Second

// terminal is a window with cairn in it.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	mu   sync.Mutex // the emulator is not safe for concurrent use
	emu  *vt.Emulator
	done chan error
}

// data is a folder for one learner's progress.
func data(t *testing.T) string { return filepath.Join(t.TempDir(), "data") }

// start opens a window of the given size and runs cairn in it.
func start(t *testing.T, cols, rows int, env []string, args ...string) *terminal {
	t.Helper()
	bin := os.Getenv("CAIRN_BIN")
	if bin == "" {
		t.Fatal("CAIRN_BIN must name the built program; run make e2e")
	}
	cmd := exec.Command(bin, args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "HOME=" + t.TempDir(), "LANG=C.UTF-8"}, env...)
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, cmd: cmd, tty: tty, emu: vt.NewEmulator(cols, rows), done: make(chan error, 1)}
	go term.screen()
	go func() { _, _ = io.Copy(tty, term.emu) }() // answers to the program's questions
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = tty.Close()
	})
	return term
}

// screen feeds what the program writes to the emulator until it ends.
func (w *terminal) screen() {
	buf := make([]byte, 32<<10)
	for {
		n, err := w.tty.Read(buf)
		w.mu.Lock()
		_, _ = w.emu.Write(buf[:n])
		w.mu.Unlock()
		if err != nil {
			w.done <- w.cmd.Wait()
			return
		}
	}
}

func (w *terminal) text() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.emu.String()
}

// see waits until every one of the words is on the screen.
func (w *terminal) see(words ...string) {
	w.t.Helper()
	w.wait("see "+strings.Join(words, ", "), func(screen string) bool {
		for _, word := range words {
			if !strings.Contains(screen, word) {
				return false
			}
		}
		return true
	})
}

// gone waits until the words are not on the screen.
func (w *terminal) gone(words string) {
	w.t.Helper()
	w.wait("lose "+words, func(screen string) bool { return !strings.Contains(screen, words) })
}

func (w *terminal) wait(what string, ok func(string) bool) {
	w.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if ok(w.text()) {
			return
		}
	}
	w.t.Fatalf("waited in vain to %s; the screen:\n%s", what, w.text())
}

// press types keys, one after another.
func (w *terminal) press(keys ...string) {
	w.t.Helper()
	for _, key := range keys {
		if _, err := io.WriteString(w.tty, bytesOf(key)); err != nil {
			w.t.Fatal(err)
		}
	}
}

// bytesOf is what a terminal sends for a key; any other text is itself.
func bytesOf(key string) string {
	switch key {
	case "enter":
		return "\r"
	case "esc":
		return "\x1b"
	case "down":
		return "\x1b[B"
	case "up":
		return "\x1b[A"
	case "tab":
		return "\t"
	case "space":
		return " "
	case "ctrl+c":
		return "\x03"
	}
	return key
}

// resize changes the window's size.
func (w *terminal) resize(cols, rows int) {
	w.t.Helper()
	w.mu.Lock()
	w.emu.Resize(cols, rows)
	w.mu.Unlock()
	if err := pty.Setsize(w.tty, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		w.t.Fatal(err)
	}
}

// ends waits for the program to end and wants the given status.
func (w *terminal) ends(status int) {
	w.t.Helper()
	select {
	case <-w.done:
		if got := w.cmd.ProcessState.ExitCode(); got != status {
			w.t.Fatalf("ended with status %d, want %d; the screen:\n%s", got, status, w.text())
		}
	case <-time.After(patience):
		w.t.Fatalf("did not end; the screen:\n%s", w.text())
	}
}

// kill ends the program as a crash would.
func (w *terminal) kill() {
	w.t.Helper()
	if err := w.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		w.t.Fatal(err)
	}
	<-w.done
}
