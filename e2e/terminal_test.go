//go:build e2e && unix

// Package e2e drives the built program in a real pseudo-terminal, as a person
// would, and looks at the screen.
package e2e

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// patience is how long a screen may take before the test gives up. Machines
// are slow at times; a screen that comes is seen within milliseconds.
const patience = 30 * time.Second

// terminal is a window with a program in it.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	mu   sync.Mutex // guards what follows
	emu  *vt.Emulator
	raw  []byte        // everything the program wrote
	done chan struct{} // closed when the program has ended
	gone chan struct{} // closed to close the window
	fd   int32         // of the terminal
}

// data is a folder for one learner's progress.
func data(t *testing.T) string { return filepath.Join(t.TempDir(), "data") }

// start opens a window of the given size and runs cairn in it.
func start(t *testing.T, cols, rows int, env []string, args ...string) *terminal {
	t.Helper()
	return startIn(t, cols, rows, env, binary(t), args...)
}

// binary is the built program.
func binary(t *testing.T) string {
	t.Helper()
	bin := os.Getenv("CAIRN_BIN")
	if bin == "" {
		t.Fatal("CAIRN_BIN must name the built program; run make e2e")
	}
	return bin
}

// startIn opens a window and runs any program in it.
func startIn(t *testing.T, cols, rows int, env []string, program string, args ...string) *terminal {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "HOME=" + t.TempDir(), "LANG=C.UTF-8"}, env...)
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)})
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, cmd: cmd, tty: tty, emu: vt.NewEmulator(cols, rows), done: make(chan struct{}), gone: make(chan struct{}), fd: int32(tty.Fd())}
	go term.screen()
	go func() { _, _ = io.Copy(tty, term.emu) }() // answers to the program's questions
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-term.done
		_ = tty.Close()
		_ = term.emu.Close()
	})
	return term
}

// screen feeds what the program writes to the emulator until it ends.
func (w *terminal) screen() {
	buf := make([]byte, 32<<10)
	for {
		n, err := w.read(buf)
		w.mu.Lock()
		w.raw = append(w.raw, buf[:n]...)
		_, _ = w.emu.Write(buf[:n])
		w.mu.Unlock()
		if err != nil || n == 0 {
			_ = w.cmd.Wait()
			close(w.done)
			return
		}
	}
}

// read waits for what the program writes, or for its end. It never holds the
// terminal by waiting in a read, so that the window can be closed for real.
func (w *terminal) read(buf []byte) (int, error) {
	for {
		select {
		case <-w.gone:
			return 0, w.tty.Close()
		default:
		}
		const aWhile = 20 // milliseconds
		ready := []unix.PollFd{{Fd: w.fd, Events: unix.POLLIN}}
		if n, err := unix.Poll(ready, aWhile); n == 0 || errors.Is(err, unix.EINTR) {
			continue
		}
		return w.tty.Read(buf)
	}
}

// close closes the window: nothing can be read from the terminal any more, or
// written to it.
func (w *terminal) close() { close(w.gone) }

func (w *terminal) text() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.emu.String()
}

// written is everything the program wrote so far.
func (w *terminal) written() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return string(w.raw)
}

// see waits until every one of the words is on the screen.
func (w *terminal) see(words ...string) {
	w.t.Helper()
	w.wait("see "+strings.Join(words, ", "), func(screen string) bool { return shows(screen, words) })
}

// shows reports whether every one of the words is on a screen, be it on one line
// or wrapped.
func shows(screen string, words []string) bool {
	flat := strings.Join(strings.Fields(screen), " ")
	for _, word := range words {
		if !strings.Contains(flat, word) {
			return false
		}
	}
	return true
}

func (w *terminal) wait(what string, ok func(string) bool) {
	w.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		ended := w.ended()
		if ok(w.text()) {
			return
		}
		if ended {
			break
		}
	}
	w.t.Fatalf("waited in vain to %s; the screen:\n%s", what, w.text())
}

// ended reports whether the program has ended.
func (w *terminal) ended() bool {
	select {
	case <-w.done:
		return true
	default:
		return false
	}
}

// until presses a key until every one of the words is on the screen. Each press
// has to change something.
func (w *terminal) until(key string, words ...string) {
	w.t.Helper()
	const most = 60
	for range most {
		before := w.whole()
		if shows(before, words) {
			return
		}
		w.press(key)
		w.wait("see what "+key+" does", func(screen string) bool { return screen != before })
	}
	w.t.Fatalf("pressing %s never shows %q; the screen:\n%s", key, words, w.text())
}

// whole is the screen once nothing was written for a moment: a screen that is
// read while it is drawn can lack its cursor, and a key too many be pressed.
func (w *terminal) whole() string {
	w.t.Helper()
	const moment = 50 * time.Millisecond
	last := len(w.written())
	for end := time.Now().Add(patience); time.Now().Before(end); {
		time.Sleep(moment)
		n := len(w.written())
		if n == last {
			return w.text()
		}
		last = n
	}
	w.t.Fatalf("the screen does not come to rest:\n%s", w.text())
	return ""
}

// choose goes to the answer that begins with the given words, and takes it. The
// answers are gone through downwards, and from the last one back up.
func (w *terminal) choose(answer string) {
	w.t.Helper()
	chosen := regexp.MustCompile("> +\\d+ +`?" + regexp.QuoteMeta(answer))
	const most, turn = 30, 2 * time.Second
	way := "down"
	for range most {
		before := w.whole()
		if chosen.MatchString(before) {
			w.press("enter")
			w.wait("leave the question", func(screen string) bool { return screen != before })
			return
		}
		w.press(way)
		for end := time.Now().Add(turn); w.text() == before; time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				way = "up"
				break
			}
		}
	}
	w.t.Fatalf("there is no answer %q; the screen:\n%s", answer, w.text())
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
	case "pgdown":
		return "\x1b[6~"
	case "backspace":
		return "\x7f"
	case "tab":
		return "\t"
	case "space":
		return " "
	case "ctrl+c":
		return "\x03"
	case "ctrl+d":
		return "\x04"
	case "ctrl+n":
		return "\x0e"
	case "ctrl+x":
		return "\x18"
	case "ctrl+z":
		return "\x1a"
	case "ctrl+_":
		return "\x1f"
	case "alt+e":
		return "\x1be"
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

// usable wants the terminal as the program found it: no alternate screen, the
// cursor shown, lines edited and shown as they are typed.
func (w *terminal) usable() {
	w.t.Helper()
	w.left()
	state, err := unix.IoctlGetTermios(int(w.tty.Fd()), getTermios)
	if err != nil {
		w.t.Fatal(err)
	}
	if !sane(state) {
		w.t.Error("the terminal is left raw: what is typed is not shown")
	}
	raw := w.written()
	if strings.LastIndex(raw, "\x1b[?2004h") > strings.LastIndex(raw, "\x1b[?2004l") {
		w.t.Error("bracketed paste is left switched on")
	}
}

// left wants the full-screen page gone and the cursor shown.
func (w *terminal) left() {
	w.t.Helper()
	raw := w.written()
	for _, mode := range []struct {
		name    string
		on, off string
		want    bool
	}{
		{"the alternate screen", "\x1b[?1049h", "\x1b[?1049l", false},
		{"the cursor", "\x1b[?25h", "\x1b[?25l", true},
		{"reporting of the mouse", "\x1b[?1002h", "\x1b[?1002l", false},
	} {
		on, off := strings.LastIndex(raw, mode.on), strings.LastIndex(raw, mode.off)
		if on != off && (on > off) != mode.want {
			w.t.Errorf("%s is left switched the wrong way", mode.name)
		}
	}
}

// hangUp tells the program that its window was closed.
func (w *terminal) hangUp() {
	w.t.Helper()
	if err := w.cmd.Process.Signal(syscall.SIGHUP); err != nil {
		w.t.Fatal(err)
	}
	select {
	case <-w.done:
	case <-time.After(patience):
		w.t.Fatal("did not end when its window was closed")
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
