package main

import (
	"io"
	"os"
	"syscall"

	"github.com/charmbracelet/x/term"
)

// endingSignals are those that want the program to end. Windows has the first
// for keys, and the second for a window that is closed.
func endingSignals() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM} }

// isKey reports whether a signal is what a key of a terminal sends.
func isKey(s os.Signal) bool { return s == os.Interrupt }

func isStop(os.Signal) bool { return false }

func isGoOn(os.Signal) bool { return false }

// listenToJobControl does nothing: no program is stopped there.
func listenToJobControl(chan<- os.Signal) {}

func stopHere() {}

// listenTo leaves the console as it is: closing it sends a signal.
func (w *watch) listenTo(in io.Reader) io.Reader { return in }

func terminalOf(in io.Reader) io.Reader { return in }

// hangUp is the number of the signal of a window that was closed.
const hangUp = int(syscall.SIGHUP)

// isRaw never reports that: a console comes back to itself when a program ends.
func isRaw(*term.State) bool { return false }

// numberOf is the number of a signal.
func numberOf(s os.Signal) int {
	if n, ok := s.(syscall.Signal); ok {
		return int(n)
	}
	return 0
}
