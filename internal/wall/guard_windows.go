package wall

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// guard runs the command that it reads of, and reports. It puts itself into a
// job of the system first: what it starts is in the job as well, and when the
// guard ends, the system ends all of it.
func guard(in, out, err *os.File) int {
	var s spec
	input := bufio.NewReader(in)
	line, rerr := input.ReadBytes('\n')
	if rerr == nil {
		rerr = json.Unmarshal(line, &s)
	}
	if rerr != nil {
		return complain(err, fmt.Errorf("reading what to run: %w", rerr))
	}
	var r report
	if e := guarded(s, input, out, &r); e != nil {
		r.Error = e.Error()
	}
	data, e := json.Marshal(r)
	if e == nil {
		e = writeFrame(out, frameReport, data)
	}
	if e != nil {
		return complain(err, e)
	}
	return 0
}

func guarded(s spec, life io.Reader, out io.Writer, r *report) error {
	temp, err := os.MkdirTemp(s.Temp, "cairn-run-")
	if err != nil {
		return fmt.Errorf("making a folder for temporary files: %w", err)
	}
	defer func() { _ = os.RemoveAll(temp) }() // what a process still holds stays
	shell, err := exec.LookPath("sh")
	if err != nil {
		return errors.New("there is no sh on this machine; Git for Windows brings one")
	}
	if err := enterJob(s.Limits); err != nil {
		return fmt.Errorf("limiting the command: %w", err)
	}
	cmd := exec.Command(shell, "-c", s.Script) //nolint:gosec // that is what this is for
	cmd.Dir = s.Dir
	cmd.Env = append(slices.Clip(s.Env), "TMPDIR="+filepath.ToSlash(temp), "TEMP="+temp, "TMP="+temp)
	cmd.WaitDelay = 500 * time.Millisecond
	end := make(chan Ending, 3)
	k := &keeper{out: out, limit: s.Limits.Output, end: end}
	cmd.Stdout, cmd.Stderr = keeping{k, frameOut}, keeping{k, frameErr}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("starting %s: %w", shell, err)
	}
	go func() {
		_, _ = io.Copy(io.Discard, life) // until cairn wants an end, or is gone
		end <- Stopped
	}()
	done := make(chan struct{})
	go func() {
		_ = cmd.Wait() // what came out is in the state of the process
		close(done)
	}()
	select {
	case <-done:
		r.Exit = cmd.ProcessState.ExitCode()
		r.CPU = int64(cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime())
	case r.Ended = <-end:
	case <-time.After(s.Limits.Wall):
		r.Ended = TimedOut
	}
	if r.Ended != Exited {
		r.Exit = -1
		_ = cmd.Process.Kill()
	}
	k.close()
	r.Cut = k.cut
	return nil
}

// enterJob makes a job that ends with this process, puts the process into it,
// and reads the limits back.
func enterJob(l Limits) error {
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return err
	}
	var info windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	info.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | windows.JOB_OBJECT_LIMIT_ACTIVE_PROCESS |
		windows.JOB_OBJECT_LIMIT_JOB_MEMORY | windows.JOB_OBJECT_LIMIT_JOB_TIME
	info.BasicLimitInformation.ActiveProcessLimit = uint32(l.Processes) + 1 //nolint:gosec // above 0; this one counts as well
	info.BasicLimitInformation.PerJobUserTimeLimit = int64(l.CPU / 100)     // in units of 100 ns
	info.JobMemoryLimit = uintptr(l.Memory)
	size := uint32(unsafe.Sizeof(info))
	if _, err := windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation, uintptr(unsafe.Pointer(&info)), size); err != nil {
		return err
	}
	var got windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	if err := windows.QueryInformationJobObject(job, windows.JobObjectExtendedLimitInformation, uintptr(unsafe.Pointer(&got)), size, nil); err != nil {
		return err
	}
	if got.BasicLimitInformation.LimitFlags&info.BasicLimitInformation.LimitFlags != info.BasicLimitInformation.LimitFlags || got.JobMemoryLimit != info.JobMemoryLimit {
		return errors.New("the system did not take the limits")
	}
	return windows.AssignProcessToJobObject(job, windows.CurrentProcess())
}

// keeper passes on what is kept of the output, and nothing once it is closed.
type keeper struct {
	sync.Mutex
	out    io.Writer
	limit  int
	kept   [256]int
	count  int
	cut    bool
	closed bool
	end    chan<- Ending
}

type keeping struct {
	*keeper
	kind byte
}

// Write implements io.Writer.
func (k keeping) Write(p []byte) (int, error) {
	k.Lock()
	defer k.Unlock()
	if k.closed {
		return len(p), nil
	}
	keep := min(len(p), k.limit-k.kept[k.kind])
	k.kept[k.kind] += keep
	k.cut = k.cut || keep < len(p)
	k.count += len(p)
	if k.count > tooMuch*k.limit {
		select {
		case k.end <- TooMuchOutput:
		default: // it was said already
		}
	}
	if keep > 0 {
		if err := writeFrame(k.out, k.kind, p[:keep]); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}

func (k *keeper) close() {
	k.Lock()
	defer k.Unlock()
	k.closed = true
}
