package filelock

import (
	"os"

	"golang.org/x/sys/windows"
)

// lock locks one byte far behind the end, as Windows keeps others from reading
// what is locked: they see the lock and can still read the file.
func lock(f *os.File, wait bool) error {
	const farBehind = 1 << 30 // in units of 4 GiB
	at := windows.Overlapped{OffsetHigh: farBehind}
	how := uint32(windows.LOCKFILE_EXCLUSIVE_LOCK)
	if !wait {
		how |= windows.LOCKFILE_FAIL_IMMEDIATELY
	}
	err := windows.LockFileEx(windows.Handle(f.Fd()), how, 0, 1, 0, &at)
	switch {
	case err == nil:
		return nil
	case isAny(err, windows.ERROR_LOCK_VIOLATION, windows.ERROR_IO_PENDING, windows.ERROR_SHARING_VIOLATION):
		return ErrBusy
	case isAny(err, windows.ERROR_NOT_SUPPORTED, windows.ERROR_INVALID_FUNCTION, windows.ERROR_CALL_NOT_IMPLEMENTED):
		return ErrNone
	}
	return err
}
