// Package strain_test takes courses that are meant to hang or exhaust the
// program through all of it: they are read, opened and drawn by both front ends,
// in a process of their own, whose time and memory are counted.
package strain_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
)

// What a course may take: time of the processor, of all its threads, and memory
// at its highest.
const (
	mostTime   = time.Second
	mostMemory = 256 << 20
)

// childVariable names the cases that a child process takes, one a line.
const childVariable = "CAIRN_STRAIN_CASES"

// trial is a course and what must become of it.
type trial struct {
	name  string
	files folder
	codes []string      // findings that must be given; none: no finding of severity error may be
	shown []string      // must be seen on the first page, at its beginning or its end; none: it need not open
	most  time.Duration // of the processor; 0: mostTime
	// after is done with the course when it is open and its time was taken; nil: nothing.
	after func(*taken)
}

// outcome is what a child process found.
type outcome struct {
	Name   string
	Codes  []string // of findings of severity error, and of those that are awaited
	Screen string   // at the beginning and at the end of the first page
	Plain  string
	Time   time.Duration
	Faults []string
}

func TestMain(m *testing.M) {
	if names := os.Getenv(childVariable); names != "" {
		child(strings.Split(names, "\n"))
		return
	}
	os.Exit(m.Run())
}

// child takes courses and writes what it found, one line of JSON a course.
func child(names []string) {
	trials := slices.DeleteFunc(slices.Concat(badInputs(), largeCourses()), func(t trial) bool { return !slices.Contains(names, t.name) })
	for _, t := range trials {
		if err := json.NewEncoder(os.Stdout).Encode(t.take()); err != nil {
			panic(err)
		}
	}
}

// inChild takes trials in one child process.
func inChild(t *testing.T, trials []trial) (found []outcome, memory int64) {
	t.Helper()
	var names []string
	for _, tr := range trials {
		names = append(names, tr.name)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childVariable+"="+strings.Join(names, "\n"))
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := time.AfterFunc(5*time.Minute, func() { _ = cmd.Process.Kill() })
	defer kill.Stop()
	err := cmd.Wait()
	for dec := json.NewDecoder(&out); dec.More(); {
		var o outcome
		if err := dec.Decode(&o); err != nil {
			t.Fatal(err)
		}
		found = append(found, o)
	}
	if err != nil {
		t.Fatalf("after %d of %d courses: %v", len(found), len(trials), err)
	}
	return found, peak(cmd.ProcessState)
}

// TestNoCourseHangsOrExhausts takes every course of the list. Large ones have a
// child each; usually one takes all that are bad, so that memory is that of the
// greediest with all before it, and under torture each of those has its own.
func TestNoCourseHangsOrExhausts(t *testing.T) {
	chunks := [][]trial{badInputs()}
	if torture.Full() {
		chunks = slices.Collect(slices.Chunk(chunks[0], 1))
	}
	chunks = slices.AppendSeq(chunks, slices.Chunk(largeCourses(), 1))
	taken := 0
	var slowest outcome
	var greediest int64
	for _, chunk := range chunks {
		found, memory := inChild(t, chunk)
		greediest = max(greediest, memory)
		if memory > mostMemory && !raced {
			t.Errorf("%s: %d MB of memory", chunk[0].name, memory>>20)
		}
		taken += len(found)
		for i, o := range found {
			t.Run(o.Name, func(t *testing.T) { chunk[i].judge(t, o) })
			if o.Time > slowest.Time {
				slowest = o
			}
		}
	}
	torture.Report(t, "P14", "%d courses refused or shown by both front ends; the slowest, %q, took %d ms of processor time, the greediest %d MB",
		taken, slowest.Name, slowest.Time.Milliseconds(), greediest>>20)
}

// judge compares what became of a course with what must.
func (tr trial) judge(t *testing.T, o outcome) {
	for _, f := range o.Faults {
		t.Error(f)
	}
	for _, code := range tr.codes {
		if !slices.Contains(o.Codes, code) {
			t.Errorf("no finding %s among %q", code, o.Codes)
		}
	}
	if len(tr.codes) == 0 && len(o.Codes) > 0 {
		t.Errorf("findings: %q", o.Codes)
	}
	for _, words := range tr.shown {
		if !strings.Contains(o.Screen, words) {
			t.Errorf("the page does not show %q:\n%s", words, o.Screen)
		}
		if !strings.Contains(o.Plain, words) {
			t.Errorf("plain mode does not tell %q:\n%.2000s", words, o.Plain)
		}
	}
	if o.Time > cmp.Or(tr.most, mostTime) && !raced {
		t.Errorf("%d ms of processor time", o.Time.Milliseconds())
	}
}
