//go:build unix && !linux

package wall

import "golang.org/x/sys/unix"

// newPipe makes a pipe that nothing inherits. The guard starts one process only,
// in the same thread, so that none can come in between.
func newPipe(fds *[2]int) error {
	if err := unix.Pipe(fds[:]); err != nil {
		return err
	}
	unix.CloseOnExec(fds[0])
	unix.CloseOnExec(fds[1])
	return nil
}

func closeOnExecFrom(uint) bool { return false }
