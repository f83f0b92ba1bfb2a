//go:build unix

package progress

import "golang.org/x/sys/unix"

// isFull reports whether err says that there is no room: no blocks, no quota,
// or a file at the size the system allows it.
func isFull(err error) bool { return isAny(err, unix.ENOSPC, unix.EDQUOT, unix.EFBIG) }

// isReadOnly reports whether err says that the place does not take writes.
func isReadOnly(err error) bool {
	return isAny(err, unix.EROFS, unix.EACCES, unix.EPERM, unix.ENOTDIR, unix.EISDIR)
}
