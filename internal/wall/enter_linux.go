package wall

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// calm makes this the first that the kernel ends where memory runs out, and ends
// it where something ended the guard.
func calm() {
	_ = unix.Prctl(unix.PR_SET_PDEATHSIG, uintptr(unix.SIGKILL), 0, 0, 0)
	_ = os.WriteFile("/proc/self/oom_score_adj", []byte("1000"), 0o600)
}

// raise raises the walls that a process has around itself.
func raise(e entry) error {
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return fmt.Errorf("giving up all rights of other programs: %w", err)
	}
	dropRights()
	if e.Level == None {
		return nil
	}
	if e.Level == Limited {
		if err := landlock(e.Read, e.Write); err != nil {
			return fmt.Errorf("raising Landlock: %w", err)
		}
	}
	if !filters() {
		return nil // Look knows that the other walls are enough
	}
	if err := filterCalls(e.Level); err != nil {
		return fmt.Errorf("filtering system calls: %w", err)
	}
	return nil
}

// dropRights gives up what root can do beyond the files of its account, for good.
// Some of it reaches around Landlock. standing makes sure that nothing is left.
func dropRights() {
	for right := range uintptr(64) {
		_ = unix.Prctl(unix.PR_CAPBSET_DROP, right, 0, 0, 0) // refused to those who have none to lose
	}
	head := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
	var none [2]unix.CapUserData
	_ = unix.Capset(&head, &none[0])
}

// kernelLimits are those of every process of the command. Address space is not
// limited, because Go, Node and Java reserve much more of it than they use; what
// counts is memory that can be written to.
func kernelLimits(e entry) []limit {
	all := append(commonLimits(e.Limits), limit{"memory", unix.RLIMIT_DATA, uint64(e.Limits.Memory), 0}) //nolint:gosec // filled: above 0
	if e.Tasks > 0 {
		all = append(all, limit{"processes", unix.RLIMIT_NPROC, uint64(e.Tasks), 0}) //nolint:gosec // above 0
	}
	return all
}

// standing tries the walls from inside.
func standing(e entry) error {
	if one, err := unix.PrctlRetInt(unix.PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0); err != nil || one != 1 {
		return errors.New("rights of other programs can still be had")
	}
	status, err := os.ReadFile("/proc/thread-self/status")
	if err != nil {
		return err
	}
	if s, ok := stat(os.Getpid()); !ok || s.tty != 0 {
		return errors.New("there is a terminal")
	}
	for _, name := range []string{"CapEff:", "CapPrm:", "CapInh:", "CapAmb:"} {
		if caps := value(status, name); strings.Trim(caps, "0") != "" {
			return fmt.Errorf("there are rights above those of the account: %s %s", name, caps)
		}
	}
	if caps := value(status, "CapBnd:"); os.Getuid() == 0 && strings.Trim(caps, "0") != "" {
		return fmt.Errorf("rights above those of the account can be had: %s", caps)
	}
	if e.Level >= Limited && filters() && value(status, "Seccomp:") != "2" {
		return errors.New("system calls are not filtered")
	}
	switch e.Level {
	case Limited:
		return refused("/")
	case Isolated:
		return alone()
	default:
		return nil
	}
}

// alone makes sure that this process sees no others and no network, and cannot
// write to the system's folders.
func alone() error {
	if pid := os.Getpid(); pid > 3 {
		return fmt.Errorf("there are other processes: this one is number %d", pid)
	}
	devices, err := os.ReadFile("/proc/net/dev")
	if err != nil {
		return err
	}
	for line := range bytes.Lines(devices) {
		name, _, isDevice := bytes.Cut(line, []byte(":"))
		if isDevice && string(bytes.TrimSpace(name)) != "lo" {
			return fmt.Errorf("there is a network: %s", bytes.TrimSpace(name))
		}
	}
	if f, err := os.OpenFile("/usr/.cairn", os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600); err == nil {
		return errors.Join(errors.New("the system's folders can be written to"), f.Close(), os.Remove(f.Name()))
	}
	return nil
}

// refused makes sure that what nobody allowed cannot be opened.
func refused(names ...string) error {
	for _, name := range names {
		if f, err := os.Open(name); err == nil {
			return errors.Join(fmt.Errorf("%s can be read", name), f.Close())
		}
	}
	return nil
}

// value is what a line of /proc/…/status says.
func value(status []byte, name string) string {
	for line := range bytes.Lines(status) {
		if rest, ok := bytes.CutPrefix(line, []byte(name)); ok {
			return string(bytes.TrimSpace(rest))
		}
	}
	return ""
}
