//go:build unix

package trouble

import "golang.org/x/sys/unix"

// IsNoRoom reports whether err says that there is no room: no blocks, no quota,
// or a file at the size the system allows it.
func IsNoRoom(err error) bool { return isAny(err, unix.ENOSPC, unix.EDQUOT, unix.EFBIG) }

// IsShut reports whether err says that the place may not be read or written.
func IsShut(err error) bool { return isAny(err, unix.EROFS, unix.EACCES, unix.EPERM) }
