//go:build e2e && unix

package e2e

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// TestSignalInAStalledTerminal ends the program where nobody takes what it
// writes, as behind a connection that hangs: it cannot give the terminal back,
// and ends all the same.
func TestSignalInAStalledTerminal(t *testing.T) {
	for _, times := range []int{1, 3} {
		t.Run(strconv.Itoa(times), func(t *testing.T) {
			t.Parallel()
			signalStalled(t, times)
		})
	}
}

func signalStalled(t *testing.T, times int) {
	t.Helper()
	cmd := exec.Command(binary(t), "welcome")
	cmd.Dir = t.TempDir()
	cmd.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "HOME=" + t.TempDir(), "LANG=C.UTF-8"}, onData(data(t))...)
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 200, Rows: 50})
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = tty.Close() })
	shown(t, tty, "What brings you here")
	for i := range 80 { // each makes a frame, until no more is taken
		if err := pty.Setsize(tty, &pty.Winsize{Cols: uint16(150 + i%50), Rows: uint16(40 + i%10)}); err != nil {
			t.Fatal(err)
		}
		time.Sleep(15 * time.Millisecond)
	}
	for range times {
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		time.Sleep(100 * time.Millisecond)
	}
	select {
	case <-done:
		if got := cmd.ProcessState.ExitCode(); got != 143 {
			t.Errorf("ended with status %d, want 143", got)
		}
	case <-time.After(patience):
		t.Fatal("it goes on in a terminal that takes nothing")
	}
	if left, _ := io.ReadAll(tty); bytes.Contains(left, []byte("\x1b[?1049l")) {
		t.Error("the terminal was not stalled, for it was given back")
	}
}

// shown reads what the program writes until a text is in it.
func shown(t *testing.T, tty *os.File, text string) {
	t.Helper()
	var got []byte
	found := make(chan bool, 1)
	go func() {
		buf := make([]byte, 4<<10)
		for !bytes.Contains(got, []byte(text)) {
			n, err := tty.Read(buf)
			got = append(got, buf[:n]...)
			if err != nil {
				found <- false
				return
			}
		}
		found <- true
	}()
	select {
	case ok := <-found:
		if !ok {
			t.Fatalf("it ended before it showed %q", text)
		}
	case <-time.After(patience):
		t.Fatalf("it does not show %q", text)
	}
}
