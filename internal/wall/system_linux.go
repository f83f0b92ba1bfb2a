package wall

import (
	"math"

	"golang.org/x/sys/unix"
)

func newPipe(fds *[2]int) error { return unix.Pipe2(fds[:], unix.O_CLOEXEC) }

// closeOnExecFrom does so for all descriptors from one on, or is false where the
// kernel cannot, before Linux 5.11.
func closeOnExecFrom(first uint) bool {
	return unix.CloseRange(first, math.MaxUint32, unix.CLOSE_RANGE_CLOEXEC) == nil
}
