package progress

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/torture"
)

// TestFullDiskOfTheMachine is promise P3 on a real file system of 400 kB: it is
// filled, opened while it is full, and has room again. Nothing is lost, the
// cause is told at once, and the same log goes on.
func TestFullDiskOfTheMachine(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("needs root to mount a small disk; the simulated disk covers the case")
	}
	saved, refused := 0, 0
	disks := torture.Times(2, 40)
	for n := range disks {
		s, r := fillUp(t, n)
		saved, refused = saved+s, refused+r
	}
	torture.Report(t, "P3", "%d disks of 400 kB filled up and grown: 0 of %d events lost, %d saves refused, each with its cause at once", disks, saved, refused)
}

// fillUp fills one disk; n decides how large the events are.
func fillUp(t *testing.T, n int) (events, refused int) {
	t.Helper()
	dir := t.TempDir()
	remount := func(options string) {
		if out, err := exec.Command("mount", "-t", "tmpfs", "-o", options, "none", dir).CombinedOutput(); err != nil {
			t.Fatalf("mount: %v %s", err, out)
		}
	}
	remount("size=400k")
	defer func() {
		if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
			t.Errorf("umount: %v %s", err, out)
		}
	}()
	home := filepath.Join(dir, "cairn")
	l := Open(home, Options{Machine: "test"})
	var saved []string
	try := func(size int) error {
		note := fmt.Sprintf("%d-%s", len(saved), strings.Repeat("x", size))
		began := time.Now()
		_, err := l.Append(event(note))
		if took := time.Since(began); took > time.Second {
			t.Fatalf("a save took %v", took)
		}
		if err == nil {
			saved = append(saved, note)
		} else if refused++; !errors.Is(err, learn.ErrFull) || l.Status().SaveError == "" {
			t.Fatalf("on a full disk: %v", err)
		}
		return err
	}
	for try(100+n*97%3000) == nil {
	}
	for range 20 { // what is small may still fit, and what does not leaves nothing behind
		_ = try(0)
		_ = try(5000)
	}
	full := Open(home, Options{Machine: "test"})
	wantNotes(t, full, saved...)
	if s := full.Status(); s.BadLines()+len(s.Missing)+len(s.Conflicts) > 0 {
		t.Fatalf("status on a full disk: %+v", s)
	}
	_ = full.Close() // may have no room for head.json
	remount("remount,size=1m")
	for range 10 {
		if err := try(200); err != nil {
			t.Fatalf("there is room again: %v", err)
		}
	}
	mustClose(t, l)
	last := Open(home, Options{Machine: "test"})
	wantNotes(t, last, saved...)
	if s := last.Status(); len(s.Missing)+len(s.Conflicts)+len(s.Files) > 0 {
		t.Fatalf("status when there is room again: %+v", s)
	}
	mustClose(t, last)
	return len(saved), refused
}

// TestFaultsOfTheMachine is promises P3 and P4 with the system's own calls: the
// n-th write or sync of a program fails, or all from there on. What it
// acknowledges is in what was synced without an error, and a full disk is called
// one. The simulated disk does the same with every call, always.
func TestFaultsOfTheMachine(t *testing.T) {
	if !torture.Full() {
		t.Skip("takes minutes: " + torture.Variable + " asks for it; the simulated disk covers the case")
	}
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("needs strace, which makes calls fail")
	}
	for _, fault := range []struct{ promise, name string }{{"P3", "ENOSPC"}, {"P4", "EIO"}} {
		for _, call := range []string{"pwrite64", "fsync"} {
			for _, when := range []string{"%d", "%d+"} {
				t.Run(fault.promise+" "+fault.name+" "+call+" "+fmt.Sprintf(when, 1), func(t *testing.T) {
					acknowledged, refused := 0, 0
					for n := 1; n <= 60; n++ {
						a, r := faulty(t, call, fault.name, fmt.Sprintf(when, n))
						acknowledged, refused = acknowledged+a, refused+r
					}
					torture.Report(t, fault.promise, "%s on %s at call 1 to 60 (%s): 0 of %d acknowledgements false, %d saves refused",
						fault.name, call, strings.Replace(when, "%d", "n", 1), acknowledged, refused)
				})
			}
		}
	}
}

// faulty runs a program under one fault and looks at what a disk would have.
func faulty(t *testing.T, call, fault, when string) (acknowledged, refused int) {
	t.Helper()
	dir := t.TempDir()
	trace := filepath.Join(t.TempDir(), "trace")
	p := start(t, dir, "it", "", 40, "strace", "-f", "-qq", "-y", "-s", "0", "-o", trace, "-e", "signal=none",
		"-e", "trace=pwrite64,fsync,ftruncate", "-e", "inject="+call+":error="+fault+":when="+when)
	acks, _ := p.wait()
	said := strings.TrimSpace(p.said.String())
	for line := range strings.Lines(said) {
		if strings.HasPrefix(line, "save progress") {
			refused++
		}
		if fault == "ENOSPC" && strings.HasPrefix(line, "save progress") && !strings.Contains(line, learn.ErrFull.Error()) {
			t.Fatalf("%s %s: no cause in %q", call, when, line)
		}
	}
	faults := forget(t, dir, trace)
	if faults == 0 && !strings.HasSuffix(when, "+") && acks == nil {
		t.Fatalf("%s %s: nothing happened: %s", call, when, said)
	}
	l := Open(dir, Options{Machine: "test"})
	defer l.Close()
	got := notesOf(t, l)
	for _, note := range acks {
		if n := count(got, note); n != 1 {
			t.Fatalf("%s %s: acknowledged event %s is there %d times", call, when, note, n)
		}
	}
	if s := l.Status(); len(s.Missing)+len(s.Conflicts) > 0 {
		t.Fatalf("%s %s: status %+v", call, when, s)
	}
	return len(acks), refused
}

// traced is one call in the output of strace.
var traced = regexp.MustCompile(`^(\w+)\(\d+<([^>]*)>(?:, ""\.\.\.)?(?:, (\d+))?(?:, (\d+))?\)? *\)? *= (-?\d+)`)

// forget cuts off every file of the log what no sync confirmed, which is what a
// system that reports a failed sync may do. It returns how many calls failed.
func forget(t *testing.T, dir, trace string) (faults int) {
	t.Helper()
	text, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	type kept struct {
		size, synced int64
		failed       bool
	}
	files, begun := map[string]*kept{}, map[string]string{}
	for line := range strings.Lines(string(text)) {
		pid, line, _ := strings.Cut(line, " ")
		line = strings.TrimSpace(line)
		if head, ok := strings.CutSuffix(line, "<unfinished ...>"); ok {
			begun[pid] = head
			continue
		}
		if strings.HasPrefix(line, "<... ") {
			_, tail, _ := strings.Cut(line, "resumed>")
			line = begun[pid] + strings.TrimPrefix(tail, ", ")
		}
		if strings.HasPrefix(line, "???") || strings.HasPrefix(line, "+++") {
			continue // a thread that ended
		}
		m := traced.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("cannot read %q of the trace", line)
		}
		first, _ := strconv.ParseInt(m[3], 10, 64)
		second, _ := strconv.ParseInt(m[4], 10, 64)
		result, _ := strconv.ParseInt(m[5], 10, 64)
		if files[m[2]] == nil {
			files[m[2]] = &kept{}
		}
		f := files[m[2]]
		switch {
		case result < 0:
			faults++
			f.failed = f.failed || m[1] == "fsync"
		case m[1] == "pwrite64":
			f.size = max(f.size, second+result)
		case m[1] == "ftruncate":
			f.size = first
			f.synced = min(f.synced, first)
		case !f.failed:
			f.synced = f.size
		}
	}
	for path, f := range files {
		if filepath.Dir(path) != filepath.Join(dir, logDir) || !strings.HasSuffix(path, ext) {
			continue
		}
		if err := os.Truncate(path, f.synced); err != nil && !errors.Is(err, syscall.ENOENT) {
			t.Fatal(err)
		}
	}
	return faults
}
