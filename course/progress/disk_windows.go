package progress

import (
	"os"

	"golang.org/x/sys/windows"
)

// lock takes the file for this process alone. Windows keeps others from
// reading what is locked, so one byte far behind the end is locked: others see
// the lock and can still read and back up the log.
func lock(f *os.File) error {
	const farBehind = 1 << 30 // in units of 4 GiB
	at := windows.Overlapped{OffsetHigh: farBehind}
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at)
	switch {
	case err == nil:
		return nil
	case isAny(err, windows.ERROR_LOCK_VIOLATION, windows.ERROR_IO_PENDING, windows.ERROR_SHARING_VIOLATION):
		return errBusy
	case isAny(err, windows.ERROR_NOT_SUPPORTED, windows.ERROR_INVALID_FUNCTION, windows.ERROR_CALL_NOT_IMPLEMENTED):
		return errNoLock
	}
	return err
}

// syncDir does nothing: Windows has no such call, and NTFS journals names.
func syncDir(string) error { return nil }

// isFull reports whether err says that there is no room.
func isFull(err error) bool {
	return isAny(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

// isReadOnly reports whether err says that the place does not take writes.
func isReadOnly(err error) bool {
	return isAny(err, windows.ERROR_WRITE_PROTECT, windows.ERROR_ACCESS_DENIED, windows.ERROR_PATH_NOT_FOUND, windows.ERROR_DIRECTORY)
}
