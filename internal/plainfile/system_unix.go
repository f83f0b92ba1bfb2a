//go:build unix

package plainfile

import (
	"io/fs"
	"syscall"
)

// NoWait is the flag with which opening a pipe returns at once.
const NoWait = syscall.O_NONBLOCK

// Links is how many names a file has: more than 1 where there are hard links to
// it, 0 where the file system does not tell.
func Links(info fs.FileInfo) uint64 {
	if stat, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(stat.Nlink) //nolint:unconvert // its size is not the same on every system
	}
	return 0
}
