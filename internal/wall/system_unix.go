//go:build unix

package wall

import (
	"io/fs"
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// systemEnv is what of the system a command finds in its environment. Nothing is
// taken from cairn's.
func systemEnv() []string {
	return []string{"PATH=/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin:/run/current-system/sw/bin"}
}

// guardEnv is the guard's environment: nothing, because a command that is not
// isolated can read it.
func guardEnv() []string { return []string{} }

// apart starts the guard in a session of its own, which has no terminal, and
// which no key of this one reaches.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

// endGroup ends a group of processes, where there is one.
func endGroup(group int) {
	if group > 1 {
		_ = unix.Kill(-group, unix.SIGKILL) // or there is none any more
	}
}

// used is what a file takes on the disk, so that one with holes counts for what
// is in it.
func used(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Blocks * 512
	}
	return info.Size()
}

// keepToOneself keeps everything that is open here from what this process starts
// or becomes, but for the three streams: whoever started cairn may have left
// something open to it, such as a file or the terminal.
func keepToOneself() {
	if closeOnExecFrom(firstOther) {
		return
	}
	most := uint64(mostOpen)
	var open unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &open); err == nil {
		most = min(most, uint64(open.Cur)) //nolint:unconvert // not everywhere the same
	}
	for fd := firstOther; fd < int(most); fd++ { //nolint:gosec // at most mostOpen
		unix.CloseOnExec(fd) // or it is not open
	}
}

const (
	firstOther = 3       // the first descriptor that is none of the three streams
	mostOpen   = 1 << 20 // no system has more open, unless it was told to
)
