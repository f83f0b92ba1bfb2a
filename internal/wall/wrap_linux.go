package wall

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// systemFolders are those of programs and libraries, which everybody may read.
func systemFolders() []string {
	return []string{
		"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt",
		"/nix/store", "/run/current-system", "/gnu/store",
	}
}

// systemFiles are what programs need of /etc, of which the rest may be secret.
func systemFiles() []string {
	names := strings.Fields(`alternatives bash.bashrc ca-certificates crypto-policies debian_version fonts gai.conf group
		hosts inputrc java ld.so.cache ld.so.conf ld.so.conf.d ld.so.preload locale.alias locale.conf localtime magic
		magic.mime mime.types nsswitch.conf os-release passwd pki profile protocols python3 services shells ssl/certs
		ssl/openssl.cnf terminfo timezone vimrc`)
	for i, n := range names {
		names[i] = "/etc/" + n
	}
	return names
}

// wrap is what the guard starts: bubblewrap, or the program itself.
func wrap(s spec, temp string) (path string, args, env []string, err error) {
	e := entry{Level: s.Level, Script: s.Script, Limits: s.Limits, Tasks: tasks(s.Level, s.Limits.Threads)}
	if s.Level == Isolated {
		inside, err := s.wrapAs(e)
		return s.Bwrap, append(bubblewrap(s, temp), inside...), append(s.Env, "TMPDIR=/tmp"), err
	}
	tmp := filepath.Join(temp, "tmp")
	e.Read = append(append(append(systemFolders(), systemFiles()...), "/proc", s.Self), s.Read...)
	e.Read = append(e.Read, "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
	e.Write = []string{s.Dir, tmp, "/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"}
	if s.Cache != "" {
		e.Write = append(e.Write, s.Cache)
	}
	args, err = s.wrapAs(e)
	return s.Self, args, append(s.Env, "TMPDIR="+tmp), err
}

// bubblewrap is the call of bubblewrap up to the command.
func bubblewrap(s spec, temp string) []string {
	args := []string{
		s.Bwrap, "--unshare-user", "--unshare-all", "--new-session", "--die-with-parent", "--cap-drop", "ALL",
		"--hostname", "cairn", "--proc", "/proc", "--dev", "/dev",
	}
	args = append(args, s.Extra...)
	for _, name := range append(systemFolders(), systemFiles()...) {
		if target, err := os.Readlink(name); err == nil && !strings.HasPrefix(name, "/etc/") {
			args = append(args, "--symlink", target, name)
		} else if _, err := os.Stat(name); err == nil {
			args = append(args, "--ro-bind", name, name)
		}
	}
	args = append(args,
		"--bind", filepath.Join(temp, "tmp"), "/tmp",
		"--bind", filepath.Join(temp, "shm"), "/dev/shm")
	for _, name := range s.Read {
		args = append(args, "--ro-bind", name, name)
	}
	args = append(args, "--bind", s.Dir, s.Dir)
	if s.Cache != "" {
		args = append(args, "--bind", s.Cache, s.Cache)
	}
	return append(args, "--ro-bind", s.Self, enterName, "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", s.Dir, "--")
}

// tasks is how many threads the kernel may let the account have; 0 where it
// would not keep to it. It counts all of an account's, except behind bubblewrap,
// where there are no others, and lets root have any number.
func tasks(l Level, threads int) int {
	switch {
	case os.Getuid() == 0:
		return 0
	case l == Isolated:
		return threads
	default:
		return threads + threadsOf(os.Getuid())
	}
}

// threadsOf counts the threads of an account.
func threadsOf(uid int) int {
	n := 0
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return 0
	}
	for _, e := range entries {
		pid, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		if err != nil || !strings.HasPrefix(value(status, "Uid:"), strconv.Itoa(uid)+"\t") {
			continue
		}
		if s, ok := stat(pid); ok {
			n += s.threads
		}
	}
	return n
}
