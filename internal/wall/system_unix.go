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
