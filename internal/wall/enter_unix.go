//go:build unix

package wall

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// statusFd is where the program inside the walls says that they stand.
const statusFd = 3

// entry is what the program inside the walls is told, as its only argument.
type entry struct {
	Level  Level
	Script string
	Limits Limits
	Tasks  int      // how many threads the kernel may let the account have; 0: no such limit
	Read   []string // for Landlock
	Write  []string
}

// limit is one of the limits that the kernel holds.
type limit struct {
	name     string
	resource int
	is       uint64
	more     uint64 // by which the hard limit is above
}

// enter sets the limits, makes sure that they and the walls hold, and becomes
// the command. Until all is well, nothing of the command has run.
func enter(arg string, err *os.File) int {
	runtime.LockOSThread() // some walls are those of a thread, which becomes the command
	keepToOneself()
	var e entry
	if jerr := json.Unmarshal([]byte(arg), &e); jerr != nil {
		return complain(err, fmt.Errorf("reading what to become: %w", jerr))
	}
	if werr := prepare(e); werr != nil {
		return tell("failed " + strings.ReplaceAll(werr.Error(), "\n", " "))
	}
	if tell("ready") != 0 {
		return 1 // nobody is there who would end the command
	}
	werr := syscall.Exec("/bin/sh", []string{"sh", "-c", e.Script}, os.Environ()) //nolint:gosec // that is what this is for
	return complain(err, fmt.Errorf("starting /bin/sh: %w", werr))
}

// tell says how far it came. It returns the status to end with.
func tell(s string) int {
	if _, err := unix.Write(statusFd, []byte(s+"\n")); err != nil {
		return 1
	}
	if strings.HasPrefix(s, "failed") {
		return 1
	}
	return 0
}

// prepare sets the limits and raises the walls that are raised from inside.
func prepare(e entry) error {
	unix.Umask(0o022)
	calm()
	if err := raise(e); err != nil {
		return err
	}
	limits := kernelLimits(e)
	for _, l := range limits {
		want := unix.Rlimit{Cur: rlim(l.is), Max: rlim(l.is + l.more)}
		if err := unix.Setrlimit(l.resource, &want); err != nil {
			return fmt.Errorf("limiting %s to %d: %w", l.name, l.is, err)
		}
	}
	for _, l := range limits {
		var got unix.Rlimit
		if err := unix.Getrlimit(l.resource, &got); err != nil || uint64(got.Cur) != l.is || uint64(got.Max) != l.is+l.more { //nolint:unconvert // not everywhere the same
			return fmt.Errorf("limiting %s to %d: it is %d to %d", l.name, l.is, got.Cur, got.Max)
		}
	}
	if group, err := unix.Getsid(0); err != nil || group == 0 && e.Level != Isolated {
		return fmt.Errorf("the session is not its own: %w", orEnded(err))
	}
	return standing(e)
}

// commonLimits are those of every unix. No core file is ever written.
func commonLimits(l Limits) []limit {
	return []limit{
		{"time on processors", unix.RLIMIT_CPU, uint64(max(1, l.CPU.Seconds())), 1},
		{"the size of a file", unix.RLIMIT_FSIZE, uint64(l.File), 0}, //nolint:gosec // filled: above 0
		{"core files", unix.RLIMIT_CORE, 0, 0},
		{"open files", unix.RLIMIT_NOFILE, 1024, 0},
	}
}

// wrapAs is how the program itself is started to become the command.
func (s spec) wrapAs(e entry) ([]string, error) {
	arg, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	if len(arg) > 120<<10 { // the kernel takes no argument of 128 KiB
		return nil, errors.New("the script is too long when it is quoted (" + strconv.Itoa(len(arg)) + " bytes)")
	}
	return []string{enterName, string(arg)}, nil
}
