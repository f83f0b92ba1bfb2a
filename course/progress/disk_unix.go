//go:build unix

package progress

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncDir makes the names in a folder durable. File systems that cannot do it
// for folders are taken as they are.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }() // nothing was written through it
	if err := d.Sync(); err != nil && !isAny(err, unix.EINVAL, unix.ENOTSUP, unix.EOPNOTSUPP) {
		return err
	}
	return nil
}

// isFull reports whether err says that there is no room: no blocks, no quota,
// or a file at the size the system allows it.
func isFull(err error) bool { return isAny(err, unix.ENOSPC, unix.EDQUOT, unix.EFBIG) }

// isReadOnly reports whether err says that the place does not take writes.
func isReadOnly(err error) bool {
	return isAny(err, unix.EROFS, unix.EACCES, unix.EPERM, unix.ENOTDIR, unix.EISDIR)
}
