//go:build unix

package main

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// endingSignals are those that want the program to end.
func endingSignals() []os.Signal {
	return []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}
}

// isKey reports whether a signal is what a key of a terminal sends.
func isKey(s os.Signal) bool { return s == syscall.SIGINT || s == syscall.SIGQUIT }

func isStop(s os.Signal) bool { return s == syscall.SIGTSTP }

// isGoOn reports whether a signal says that the program was stopped and goes on.
func isGoOn(s os.Signal) bool { return s == syscall.SIGCONT }

// listenToJobControl takes the signal that stops the program, and the one that
// comes when it goes on.
func listenToJobControl(c chan<- os.Signal) { signal.Notify(c, syscall.SIGTSTP, syscall.SIGCONT) }

// stopHere stops this process as the shell expects it. Once a Go program has
// asked for SIGTSTP the system's own way of stopping does not come back, so the
// signal that nobody can take does it.
func stopHere() { _ = syscall.Kill(syscall.Getpid(), syscall.SIGSTOP) }

// listening is a terminal whose end is told. The system sends a signal of it to
// the leader of the session only, and Bubble Tea waits on for keys.
type listening struct {
	*os.File
	ended func()
}

// Read implements io.Reader. In a raw terminal nothing is read only when it is gone.
func (l listening) Read(p []byte) (int, error) {
	n, err := l.File.Read(p)
	if n == 0 && len(p) > 0 && !errors.Is(err, syscall.EINTR) && !errors.Is(err, syscall.EAGAIN) {
		l.ended()
	}
	return n, err
}

// listenTo takes the end of a terminal for the signal of a window that was closed.
func (w *watch) listenTo(in io.Reader) io.Reader {
	if f, ok := in.(*os.File); ok {
		return listening{f, func() { w.took(syscall.SIGHUP) }}
	}
	return in
}

// terminalOf is the terminal itself behind what listens to it: another program
// must have that.
func terminalOf(in io.Reader) io.Reader {
	if l, ok := in.(listening); ok {
		return l.File
	}
	return in
}

// hangUp is the number of the signal of a window that was closed.
const hangUp = int(syscall.SIGHUP)

// isRaw reports whether a terminal does not edit lines or does not show them.
func isRaw(s *term.State) bool { return s.Lflag&unix.ICANON == 0 || s.Lflag&unix.ECHO == 0 }

// numberOf is the number of a signal.
func numberOf(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok {
		return int(n)
	}
	return 0
}
