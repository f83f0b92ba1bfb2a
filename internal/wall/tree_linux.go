package wall

import (
	"bytes"
	"errors"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// adopt makes processes of the command whose parents end children of this
// process, however they hide.
func adopt() error { return unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) }

// tree is what came of the command: all processes below this one.
type tree struct {
	scan bool // the kernel has no lists of children; all processes are looked through
}

// usage is what the processes of a tree use now.
type usage struct {
	processes int
	threads   int
	memory    int64
	cpu       time.Duration
}

// hertz is in what part of a second Linux tells time on processors.
const hertz = 100

// usage looks at all processes. Memory is exact only where it may be too much:
// until then pages that processes share are counted for each.
func (t *tree) usage(memory int64) usage {
	var u usage
	var pids []int
	for _, p := range t.below() {
		s, ok := stat(p)
		if !ok {
			continue
		}
		u.cpu += s.cpu
		if s.state != 'Z' {
			u.processes++
			u.threads += s.threads
			u.memory += s.resident
			pids = append(pids, p)
		}
	}
	if u.memory > memory {
		u.memory = 0
		for _, p := range pids {
			u.memory += shareOf(p)
		}
	}
	return u
}

// below are all processes below this one.
func (t *tree) below() []int {
	self := os.Getpid()
	if !t.scan {
		if all, ok := children(self, nil); ok {
			return all
		}
		t.scan = true
	}
	return scanBelow(self)
}

// children adds the processes below one, by the lists that the kernel keeps, or
// is false where it keeps none.
func children(pid int, to []int) ([]int, bool) {
	dir := "/proc/" + strconv.Itoa(pid) + "/task"
	tasks, err := os.ReadDir(dir)
	if err != nil {
		return to, true // gone
	}
	for _, task := range tasks {
		data, err := os.ReadFile(dir + "/" + task.Name() + "/children")
		if errors.Is(err, os.ErrNotExist) && pid == os.Getpid() {
			return nil, false
		}
		for _, f := range bytes.Fields(data) {
			child, err := strconv.Atoi(string(f))
			if err != nil || len(to) > 100_000 {
				continue
			}
			to = append(to, child)
			to, _ = children(child, to)
		}
	}
	return to, true
}

// scanBelow finds the processes below one among all there are.
func scanBelow(root int) []int {
	entries, err := os.ReadDir("/proc")
	if err != nil {
		return nil
	}
	parents := map[int]int{}
	for _, e := range entries {
		if pid, err := strconv.Atoi(e.Name()); err == nil {
			if s, ok := stat(pid); ok {
				parents[pid] = s.parent
			}
		}
	}
	var all []int
	for pid := range parents {
		for p, steps := parents[pid], 0; p > 0 && steps < len(parents); p, steps = parents[p], steps+1 {
			if p == root {
				all = append(all, pid)
				break
			}
		}
	}
	return all
}

// stats is what the kernel tells of a process.
type stats struct {
	state         byte
	parent, group int
	tty           int64 // the terminal of its session; 0: none
	threads       int
	cpu           time.Duration // with that of children it waited for
	resident      int64
}

func stat(pid int) (stats, bool) {
	data, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return stats{}, false
	}
	// The name of the program is in brackets, and may hold anything.
	_, rest, ok := bytes.Cut(data[max(0, bytes.LastIndexByte(data, ')')):], []byte(") "))
	f := bytes.Fields(rest)
	if !ok || len(f) < 22 {
		return stats{}, false
	}
	n := func(i int) int64 { // i: the field as the manual of proc counts it
		v, _ := strconv.ParseInt(string(f[i-3]), 10, 64) // the kernel wrote it
		return v
	}
	ticks := n(14) + n(15) + n(16) + n(17)
	return stats{
		state: f[0][0], parent: int(n(4)), group: int(n(5)), tty: n(7), threads: int(n(20)),
		cpu: time.Duration(ticks) * time.Second / hertz, resident: n(24) * int64(os.Getpagesize()),
	}, true
}

// shareOf is the memory of a process, with its share of what it has in common
// with others, without what is in files.
func shareOf(pid int) int64 {
	data, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/smaps_rollup")
	if err != nil {
		s, _ := stat(pid)
		return s.resident
	}
	var sum int64
	for line := range bytes.Lines(data) {
		for _, name := range []string{"Pss_Anon:", "Pss_Shmem:"} {
			if rest, ok := bytes.CutPrefix(line, []byte(name)); ok {
				kib, _ := strconv.ParseInt(string(bytes.Fields(rest)[0]), 10, 64)
				sum += kib << 10
			}
		}
	}
	return sum
}

// endAll ends all processes below this one and waits until they are gone. It
// returns how many were left after some seconds, which is none unless the kernel
// holds one fast.
func (w *watchman) endAll() int {
	for until := time.Now().Add(5 * time.Second); ; {
		left := scanBelow(os.Getpid())
		own := unix.Getpgrp()
		for _, pid := range left {
			// The group first, of which no member can have another one in between.
			if s, ok := stat(pid); ok && s.group > 1 && s.group != own {
				_ = unix.Kill(-s.group, unix.SIGKILL)
			}
			_ = unix.Kill(pid, unix.SIGKILL)
		}
		if w.reap() {
			return 0
		}
		if time.Now().After(until) {
			return max(1, len(left))
		}
		time.Sleep(time.Millisecond)
	}
}

// memoryLeft is the memory that programs can still be given.
func memoryLeft() (int64, bool) {
	data, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0, false
	}
	kib, err := strconv.ParseInt(strings.TrimSuffix(value(data, "MemAvailable:"), " kB"), 10, 64)
	return kib << 10, err == nil
}
