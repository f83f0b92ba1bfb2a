//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// program is what is run in a terminal.
type program struct {
	argv     []string
	text     string    // on the screen when the program is up; "re:" before a regular expression
	then     string    // a key pressed after that, to get to another screen; empty: none
	thenText string    // on that screen
	keys     [2]string // pressed in turns of five; empty: down and up
	data     string    // folder for progress, removed before each run; empty: none
	keep     string    // folder for progress that stays, in place of data
}

func (p program) env() []string {
	dir := p.data
	if p.keep != "" {
		dir = p.keep
	}
	return []string{"CAIRN_DATA=" + dir, "HOME=" + dir, "XDG_CONFIG_HOME=" + dir}
}

// result is the median over the runs of a program; of keys, the quantiles over
// all of them.
type result struct {
	textMS, peakMB           float64
	keyP50, keyP99, keyBytes float64
	idleBytes, idleCPU       float64 // in a second; CPU in ms
}

// window measures in a terminal of its own.
type window struct{}

// Times of the window.
const (
	rest     = 40 * time.Millisecond // without a byte ends a frame: more than two frames at 60 a second
	patience = 60 * time.Second
	idle     = 2 * time.Second
)

func (window) name() string { return "a terminal of its own" }

func (window) measure(a, b program, runs, keys int) (resA, resB result, err error) {
	var sides [2]samples
	for range runs {
		for i, p := range []program{a, b} {
			if err := sides[i].run(p, keys); err != nil {
				return resA, resB, err
			}
		}
	}
	return sides[0].result(), sides[1].result(), nil
}

// samples are the figures of the runs of one program.
type samples struct{ text, peak, key, bytes, idleBytes, idleCPU []float64 }

func (s *samples) result() result {
	return result{
		textMS: quantile(s.text, 0.5), peakMB: quantile(s.peak, 0.5),
		keyP50: quantile(s.key, 0.5), keyP99: quantile(s.key, 0.99), keyBytes: mean(s.bytes),
		idleBytes: mean(s.idleBytes), idleCPU: mean(s.idleCPU),
	}
}

// run runs a program once.
func (s *samples) run(p program, keys int) error {
	if p.data != "" && p.keep == "" {
		if err := os.RemoveAll(p.data); err != nil {
			return fmt.Errorf("clearing progress: %w", err)
		}
	}
	t, err := open(p)
	if err != nil {
		return err
	}
	defer t.close()
	at, err := t.see(p.text)
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(p.argv[0]), err)
	}
	s.text = append(s.text, ms(at.Sub(t.start)))
	t.settle()
	if p.then != "" {
		t.press(p.then)
		if _, err := t.see(p.thenText); err != nil {
			return err
		}
		t.settle()
	}
	for i := range keys {
		s.press(t, p, i)
	}
	if keys > 0 {
		before, cpu := t.written(), cpuOf(t.cmd.Process.Pid)
		time.Sleep(idle)
		s.idleBytes = append(s.idleBytes, float64(t.written()-before)/idle.Seconds())
		s.idleCPU = append(s.idleCPU, (cpuOf(t.cmd.Process.Pid)-cpu)/idle.Seconds())
	}
	s.peak = append(s.peak, peakOf(t.cmd.Process.Pid))
	return nil
}

// press presses a key of the program at a moment of its own.
func (s *samples) press(t *terminal, p program, i int) {
	keys := p.keys
	if keys == [2]string{} {
		keys = [2]string{"\x1b[B", "\x1b[A"}
	}
	time.Sleep(20*time.Millisecond + rand.N(34*time.Millisecond)) // on any phase of a frame
	before, start := t.written(), time.Now()
	t.press(keys[i/5%2])
	t.wait(2*time.Second, func() bool { return t.total > before })
	t.settle()
	if n := t.written() - before; n > 0 {
		s.key = append(s.key, ms(t.lastByte().Sub(start)))
		s.bytes = append(s.bytes, float64(n))
	}
}

// terminal is a window with a program in it.
type terminal struct {
	cmd   *exec.Cmd
	tty   *os.File
	start time.Time
	done  chan struct{}

	mu    sync.Mutex // guards what follows
	emu   *vt.Emulator
	total int // bytes written by the program
	last  time.Time
}

func open(p program) (*terminal, error) {
	cmd := exec.Command(p.argv[0], p.argv[1:]...)
	cmd.Dir = filepath.Dir(p.argv[0])
	if !filepath.IsAbs(cmd.Dir) {
		cmd.Dir = os.TempDir()
	}
	cmd.Env = append([]string{"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH")}, p.env()...)
	t := &terminal{cmd: cmd, emu: vt.NewEmulator(100, 30), done: make(chan struct{}), start: time.Now()}
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 100, Rows: 30})
	if err != nil {
		return nil, fmt.Errorf("starting %s: %w", p.argv[0], err)
	}
	t.tty = tty
	go t.read()
	go func() { _, _ = io.Copy(tty, t.emu) }() // answers to the program's questions
	return t, nil
}

func (t *terminal) read() {
	defer close(t.done)
	buf := make([]byte, 32<<10)
	for {
		n, err := t.tty.Read(buf)
		now := time.Now()
		t.mu.Lock()
		t.total, t.last = t.total+n, now
		_, _ = t.emu.Write(buf[:n])
		t.mu.Unlock()
		if err != nil {
			return
		}
	}
}

// wait waits until ok holds, which is asked under the lock.
func (t *terminal) wait(most time.Duration, ok func() bool) bool {
	for end := time.Now().Add(most); time.Now().Before(end); time.Sleep(200 * time.Microsecond) {
		t.mu.Lock()
		good := ok()
		t.mu.Unlock()
		if good {
			return true
		}
	}
	return false
}

// see waits for a text on the screen and tells when its last byte came.
func (t *terminal) see(text string) (at time.Time, err error) {
	pattern, regular := strings.CutPrefix(text, "re:")
	if !regular {
		pattern = regexp.QuoteMeta(text)
	}
	re, err := regexp.Compile(pattern)
	if err != nil {
		return at, fmt.Errorf("looking for %q: %w", text, err)
	}
	seen := 0
	if !t.wait(patience, func() bool {
		if t.total == seen {
			return false
		}
		seen, at = t.total, t.last
		return re.MatchString(t.emu.String())
	}) {
		return at, errors.New("there is no " + strconv.Quote(text) + " on the screen")
	}
	return at, nil
}

// settle waits until the program has nothing more to say.
func (t *terminal) settle() {
	t.wait(5*time.Second, func() bool { return time.Since(t.last) > rest })
}

func (t *terminal) press(key string) { _, _ = io.WriteString(t.tty, key) }

func (t *terminal) written() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.total
}

func (t *terminal) lastByte() time.Time {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.last
}

func (t *terminal) close() {
	_ = t.cmd.Process.Kill()
	_ = t.cmd.Wait()
	<-t.done
	_ = t.tty.Close()
	_ = t.emu.Close()
}

// peakOf is the largest memory of a process so far, in MB; 0 where the system
// does not tell.
func peakOf(pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	fields := bytes.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kB, err := strconv.ParseFloat(string(fields[0]), 64)
	if err != nil {
		return 0
	}
	return kB / 1024
}

// cpuOf is the processor time of a process so far, in ms; 0 where the system
// does not tell.
func cpuOf(pid int) float64 {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(stat, []byte(") "))
	var ticks float64
	const user, system, tick = 11, 12, 10 // fields behind the name; ms of a tick
	for i, field := range bytes.Fields(rest) {
		if n, err := strconv.ParseFloat(string(field), 64); err == nil && (i == user || i == system) {
			ticks += n
		}
	}
	return ticks * tick
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// quantile is the value below which a share of the list lies; 0 of none.
func quantile(list []float64, share float64) float64 {
	if len(list) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(list))
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}

func mean(list []float64) float64 {
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	return sum / max(float64(len(list)), 1)
}
