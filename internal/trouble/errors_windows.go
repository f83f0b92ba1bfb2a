package trouble

import "golang.org/x/sys/windows"

// IsNoRoom reports whether err says that there is no room.
func IsNoRoom(err error) bool {
	return isAny(err, windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED)
}

// IsShut reports whether err says that the place may not be read or written.
func IsShut(err error) bool {
	return isAny(err, windows.ERROR_WRITE_PROTECT, windows.ERROR_ACCESS_DENIED)
}
