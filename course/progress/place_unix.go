//go:build unix

package progress

import (
	"io/fs"
	"os"
	"syscall"
)

// permitted says that files have permissions here.
const permitted = true

// owned reports whether a file is this user's.
func owned(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return !ok || int(stat.Uid) == os.Geteuid()
}
