//go:build unix

package main

import (
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

// listenToJobControl takes the signal that stops the program.
func listenToJobControl(c chan<- os.Signal) { signal.Notify(c, syscall.SIGTSTP) }

// stopHere stops this process as the shell expects it. Once a Go program has
// asked for SIGTSTP the system's own way of stopping does not come back, so the
// signal that nobody can take does it.
func stopHere() { _ = syscall.Kill(syscall.Getpid(), syscall.SIGSTOP) }

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
