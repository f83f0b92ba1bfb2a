package wall

import (
	"errors"
	"fmt"
	"os"
	"unsafe"

	"golang.org/x/sys/unix"
)

// Versions of Landlock, by what came with them.
const (
	landlockLeast   = 3 // files outside cannot be cut to nothing any more
	landlockDevices = 5 // nor devices be told anything
	landlockSignals = 6 // nor other programs be ended
)

// What Landlock calls reading and running, what can be done with a file, and all
// of the versions up to landlockLeast.
const (
	accessRead = unix.LANDLOCK_ACCESS_FS_EXECUTE | unix.LANDLOCK_ACCESS_FS_READ_FILE | unix.LANDLOCK_ACCESS_FS_READ_DIR
	accessFile = unix.LANDLOCK_ACCESS_FS_EXECUTE | unix.LANDLOCK_ACCESS_FS_READ_FILE | unix.LANDLOCK_ACCESS_FS_WRITE_FILE |
		unix.LANDLOCK_ACCESS_FS_TRUNCATE
	accessAll = unix.LANDLOCK_ACCESS_FS_TRUNCATE<<1 - 1
)

// landlockVersion is the version of the kernel's Landlock.
func landlockVersion() (int, error) {
	v, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, 0, 0, unix.LANDLOCK_CREATE_RULESET_VERSION)
	switch errno {
	case 0:
		return int(v), nil
	case unix.ENOSYS:
		return 0, errors.New("the kernel has none")
	case unix.EOPNOTSUPP:
		return 0, errors.New("the kernel was started without it")
	default:
		return 0, errno
	}
}

// landlock lets this thread, and what it becomes, read and run what is below
// some files and folders, do everything below others, and open nothing else. A
// file that is not there is left out.
func landlock(read, write []string) error {
	version, err := landlockVersion()
	if err != nil {
		return err
	}
	attr := unix.LandlockRulesetAttr{Handled_access_fs: accessAll}
	if version >= landlockDevices {
		attr.Handled_access_fs |= unix.LANDLOCK_ACCESS_FS_IOCTL_DEV
	}
	if version >= landlockSignals {
		attr.Scoped = unix.LANDLOCK_SCOPE_SIGNAL | unix.LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET
	}
	// The kernel takes fields it does not know where they are zero; three are told.
	fd, _, errno := unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, uintptr(unsafe.Pointer(&attr)), 3*8, 0) //nolint:gosec // as the manual has it
	if errno == unix.E2BIG {
		fd, _, errno = unix.Syscall(unix.SYS_LANDLOCK_CREATE_RULESET, uintptr(unsafe.Pointer(&attr)), 8, 0) //nolint:gosec // before version 4 there is one field
	}
	if errno != 0 {
		return errno
	}
	rules := int(fd)
	defer func() { _ = unix.Close(rules) }()
	for _, name := range read {
		if err := allow(rules, name, accessRead); err != nil {
			return err
		}
	}
	for _, name := range write {
		if err := allow(rules, name, accessAll); err != nil {
			return err
		}
	}
	if _, _, errno := unix.Syscall(unix.SYS_LANDLOCK_RESTRICT_SELF, uintptr(rules), 0, 0); errno != 0 {
		return errno
	}
	return nil
}

// allow adds a rule for what is below a file or a folder.
func allow(rules int, name string, access uint64) error {
	fd, err := unix.Open(name, unix.O_PATH|unix.O_CLOEXEC, 0)
	if errors.Is(err, unix.ENOENT) || errors.Is(err, unix.EACCES) {
		return nil
	}
	if err != nil {
		return &os.PathError{Op: "opening", Path: name, Err: err}
	}
	defer func() { _ = unix.Close(fd) }()
	var st unix.Stat_t
	if err := unix.Fstat(fd, &st); err != nil {
		return &os.PathError{Op: "looking at", Path: name, Err: err}
	}
	if st.Mode&unix.S_IFMT != unix.S_IFDIR {
		access &= accessFile
	}
	rule := unix.LandlockPathBeneathAttr{Allowed_access: access, Parent_fd: int32(fd)}                                                                                  //nolint:gosec // descriptors are small
	if _, _, errno := unix.Syscall6(unix.SYS_LANDLOCK_ADD_RULE, uintptr(rules), unix.LANDLOCK_RULE_PATH_BENEATH, uintptr(unsafe.Pointer(&rule)), 0, 0, 0); errno != 0 { //nolint:gosec // as the manual has it
		return fmt.Errorf("allowing %s: %w", name, errno)
	}
	return nil
}
