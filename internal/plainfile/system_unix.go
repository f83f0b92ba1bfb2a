//go:build unix

package plainfile

import (
	"io/fs"
	"os"
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

// Own reports whether a file belongs to who runs the program.
func Own(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int64(stat.Uid) == int64(os.Geteuid())
}
