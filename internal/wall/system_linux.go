package wall

import "golang.org/x/sys/unix"

func newPipe(fds *[2]int) error { return unix.Pipe2(fds[:], unix.O_CLOEXEC) }
