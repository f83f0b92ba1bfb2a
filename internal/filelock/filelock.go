// Package filelock keeps a file for one window at a time. The system gives a
// lock back when the file is closed or the process ends in any way.
package filelock

import (
	"errors"
	"os"
)

var (
	// ErrBusy says that another window has the lock.
	ErrBusy = errors.New("in use by another window")
	// ErrNone says that the file system has no locks.
	ErrNone = errors.New("this file system has no locks")
)

// Try locks a file, or fails with ErrBusy at once.
func Try(f *os.File) error { return lock(f, false) }

// Wait locks a file as soon as no other window has it.
func Wait(f *os.File) error { return lock(f, true) }

func isAny(err error, of ...error) bool {
	for _, e := range of {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
