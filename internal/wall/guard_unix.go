//go:build unix

package wall

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// watchman is the guard of one command. It does everything in one thread: it
// waits for output, for the end of its own input and for time to pass, and looks
// after each of them.
type watchman struct {
	spec   spec
	out    io.Writer
	child  int // the process that was started, until it ended; then 0
	group  int // the same, and its group
	life   int // descriptor of its input
	pipes  []*pipe
	status *pipe // what the program inside says before it becomes the command
	said   []byte
	count  int64 // bytes of output so far
	r      report
	ended  bool // from here: r.Ended says why
	start  time.Time
	used   time.Duration // time on processors of processes that are gone
	tree   tree
	folder []*folderWatch
	floors []floor
	looked time.Time
}

// pipe is one that is read from.
type pipe struct {
	kind byte
	fd   int // -1 when it came to its end
	kept int
}

// guard runs the command that it reads of, and reports.
func guard(in, out, err *os.File) int {
	// bubblewrap is ended when the thread ends that started it, and this one does not.
	runtime.LockOSThread()
	keepToOneself()
	// Where cairn is gone, a write says so, and does not end the guard before the command.
	signal.Notify(make(chan os.Signal, 1), unix.SIGPIPE)
	line, rerr := bufio.NewReader(in).ReadBytes('\n')
	w := &watchman{out: out, life: int(in.Fd())}
	if rerr == nil {
		rerr = json.Unmarshal(line, &w.spec)
	}
	if rerr != nil {
		return complain(err, fmt.Errorf("reading what to run: %w", rerr))
	}
	temp, terr := os.MkdirTemp(w.spec.Temp, "cairn-run-")
	if terr != nil {
		return complain(err, fmt.Errorf("making a folder for temporary files: %w", terr))
	}
	if e := w.run(temp); e != nil {
		w.r.Error = e.Error()
	}
	RemoveAll(temp)
	data, e := json.Marshal(w.r)
	if e == nil {
		e = writeFrame(out, frameReport, data)
	}
	if e != nil {
		return complain(err, e)
	}
	return 0
}

func (w *watchman) run(temp string) error {
	if err := adopt(); err != nil {
		return fmt.Errorf("taking over the processes of the command: %w", err)
	}
	if temp, err := filepath.EvalSymlinks(temp); err != nil || os.Mkdir(filepath.Join(temp, "tmp"), 0o700) != nil || os.Mkdir(filepath.Join(temp, "shm"), 0o700) != nil {
		return fmt.Errorf("making a folder for temporary files in %s: %w", temp, orEnded(err))
	}
	for _, dir := range []string{w.spec.Dir, w.spec.Cache, temp} {
		if dir != "" {
			w.folder = append(w.folder, watchFolder(dir))
		}
	}
	defer func() {
		for _, f := range w.folder {
			f.close()
		}
	}()
	w.floors = floors(w.spec.Dir, w.spec.Cache, temp)
	w.start = time.Now()
	if err := w.begin(temp); err != nil {
		return err
	}
	for !w.over() {
		w.wait()
		w.reap()
		w.look()
	}
	w.r.Left = w.endAll()
	w.drain()
	w.r.CPU = int64(w.used)
	switch status, why, _ := strings.Cut(strings.TrimSpace(string(w.said)), " "); {
	case status == "failed":
		return errors.New(why)
	case status != "ready" && !w.ended:
		return fmt.Errorf("its walls were not ready, status %d", w.r.Exit)
	}
	return nil
}

// begin starts the command, or what puts walls around it.
func (w *watchman) begin(temp string) error {
	path, args, env, err := wrap(w.spec, temp)
	if err != nil {
		return err
	}
	null, err := os.Open(os.DevNull)
	if err != nil {
		return err
	}
	defer func() { _ = null.Close() }()
	files := []uintptr{null.Fd()}
	var ends []int
	for _, kind := range []byte{frameOut, frameErr, 0} {
		var fds [2]int
		if err := newPipe(&fds); err != nil {
			return fmt.Errorf("making a pipe: %w", err)
		}
		p := &pipe{kind: kind, fd: fds[0]}
		w.pipes, ends, files = append(w.pipes, p), append(ends, fds[1]), append(files, uintptr(fds[1]))
		w.status = p
	}
	w.child, err = syscall.ForkExec(path, args, &syscall.ProcAttr{
		Dir: w.spec.Dir, Env: env, Files: files, Sys: &syscall.SysProcAttr{Setsid: true},
	})
	for _, fd := range ends {
		_ = unix.Close(fd)
	}
	if err != nil {
		return fmt.Errorf("starting %s: %w", path, err)
	}
	w.group = w.child
	if err := writeFrame(w.out, frameGroup, []byte(strconv.Itoa(w.group))); err != nil {
		w.end(Stopped) // nobody listens any more
	}
	return nil
}

// over reports whether the command ended, or is to end.
func (w *watchman) over() bool { return w.ended || w.child == 0 }

// end decides that the command is to end. The first reason is the one that counts.
func (w *watchman) end(why Ending) {
	if !w.ended {
		w.ended, w.r.Ended, w.r.Exit = true, why, -1
	}
}

// tick is how often the guard looks at what the command uses.
const tick = 20 * time.Millisecond

// wait waits for output, for cairn, or for some time.
func (w *watchman) wait() {
	fds := []unix.PollFd{{Fd: int32(w.life), Events: unix.POLLIN}} //nolint:gosec // descriptors are small
	timeout := 1                                                   // where all pipes came to their end the command is about to
	for _, p := range w.pipes {
		fds = append(fds, unix.PollFd{Fd: int32(p.fd), Events: unix.POLLIN}) //nolint:gosec // or -1, which is passed over
		if p.fd >= 0 {
			timeout = int(tick / time.Millisecond)
		}
	}
	if _, err := unix.Poll(fds, timeout); err != nil {
		return // interrupted; what there is comes with the next call
	}
	if fds[0].Revents != 0 {
		w.end(Stopped) // cairn says nothing more: it wants an end, or is gone
	}
	for i, p := range w.pipes {
		if fds[i+1].Revents != 0 {
			w.read(p)
		}
	}
}

// read takes what is there of a pipe and passes on what is kept of it.
func (w *watchman) read(p *pipe) {
	buf := make([]byte, 64<<10)
	n, err := unix.Read(p.fd, buf)
	switch {
	case errors.Is(err, unix.EINTR):
		return
	case err != nil || n <= 0:
		_ = unix.Close(p.fd)
		p.fd = -1
		return
	case p == w.status:
		w.said = append(w.said, buf[:min(n, 4000-len(w.said))]...)
		return
	}
	w.count += int64(n)
	keep := min(n, w.spec.Limits.Output-p.kept)
	if keep < n {
		w.r.Cut = true
	}
	p.kept += keep
	if keep > 0 {
		if err := writeFrame(w.out, p.kind, buf[:keep]); err != nil {
			w.end(Stopped) // nobody listens any more
		}
	}
	if w.count > tooMuch*int64(w.spec.Limits.Output) {
		w.end(TooMuchOutput)
	}
}

// reap takes note of processes that ended, and reports whether none is left.
func (w *watchman) reap() (none bool) {
	for {
		var status unix.WaitStatus
		var usage unix.Rusage
		pid, err := unix.Wait4(-1, &status, unix.WNOHANG, &usage)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil || pid <= 0 {
			return errors.Is(err, unix.ECHILD)
		}
		w.used += time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
		if pid != w.child {
			continue
		}
		w.child = 0
		if w.ended {
			continue
		}
		w.r.Exit = status.ExitStatus()
		if status.Signaled() {
			w.r.Exit = 128 + int(status.Signal())
		}
		w.r.Ended = meant(w.r.Exit)
	}
}

// meant is what a status tells of the limits that the kernel holds.
func meant(exit int) Ending {
	switch exit {
	case 128 + int(unix.SIGXCPU):
		return OutOfCPU
	case 128 + int(unix.SIGXFSZ):
		return FileTooBig
	default:
		return Exited
	}
}

// look compares what the command uses with what it may use.
func (w *watchman) look() {
	now := time.Now()
	if w.over() || now.Sub(w.looked) < tick {
		return
	}
	w.looked = now
	l := w.spec.Limits
	if now.Sub(w.start) > l.Wall {
		w.end(TimedOut)
	}
	u := w.tree.usage(l.Memory)
	w.r.Peak = max(w.r.Peak, u.memory)
	switch {
	case u.processes > l.Processes, u.threads > l.Threads:
		w.end(TooManyProcesses)
	case u.memory > l.Memory:
		w.end(OutOfMemory)
	case u.cpu+w.used > l.CPU:
		w.end(OutOfCPU)
	}
	files, bytes := 0, int64(0)
	for _, f := range w.folder {
		f.step(2 * time.Millisecond)
		files, bytes = files+f.files, bytes+f.bytes
		if f.deep {
			w.end(DiskFull)
		}
	}
	for _, f := range w.floors {
		if f.reached() {
			w.end(f.why)
		}
	}
	if files > l.Files || bytes > l.Disk {
		w.end(DiskFull)
	}
}

// drain reads what the command said last. Nobody writes to the pipes any more,
// unless a process could not be ended.
func (w *watchman) drain() {
	until := time.Now().Add(500 * time.Millisecond)
	for _, p := range w.pipes {
		for p.fd >= 0 && time.Now().Before(until) {
			fds := []unix.PollFd{{Fd: int32(p.fd), Events: unix.POLLIN}} //nolint:gosec // descriptors are small
			if n, err := unix.Poll(fds, 50); err == nil && n > 0 {
				w.read(p)
			}
		}
		if p.fd >= 0 {
			_ = unix.Close(p.fd)
		}
	}
}
