package progress

import "golang.org/x/sys/windows"

// isFull reports whether err says that there is no room.
func isFull(err error) bool {
	return isAny(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

// isReadOnly reports whether err says that the place does not take writes.
func isReadOnly(err error) bool {
	return isAny(err, windows.ERROR_WRITE_PROTECT, windows.ERROR_ACCESS_DENIED, windows.ERROR_PATH_NOT_FOUND, windows.ERROR_DIRECTORY)
}
