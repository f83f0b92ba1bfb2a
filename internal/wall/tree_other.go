//go:build unix && !linux

package wall

import (
	"errors"
	"time"

	"golang.org/x/sys/unix"
)

// adopt does nothing: here a process whose parent ends becomes one of the
// system's, and nobody can tell where it came from.
func adopt() error { return nil }

type tree struct{}

type usage struct {
	processes int
	threads   int
	memory    int64
	cpu       time.Duration
}

// usage is not known here. The kernel holds the limits of each process.
func (*tree) usage(int64) usage { return usage{} }

// endAll ends the processes that did not leave the command's group. It returns
// how many of them are left after some seconds.
func (w *watchman) endAll() int {
	group := w.group
	for until := time.Now().Add(5 * time.Second); ; {
		err := unix.Kill(-group, unix.SIGKILL)
		w.reap()
		if errors.Is(err, unix.ESRCH) || errors.Is(err, unix.EPERM) && w.child == 0 {
			return 0 // EPERM: of a group that only zombies are left of
		}
		if time.Now().After(until) {
			return 1
		}
		time.Sleep(time.Millisecond)
	}
}

// memoryLeft is not known here.
func memoryLeft() (int64, bool) { return 0, false }
