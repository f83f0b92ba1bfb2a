//go:build unix

package plainfile

import "syscall"

// NoWait is the flag with which opening a pipe returns at once.
const NoWait = syscall.O_NONBLOCK
