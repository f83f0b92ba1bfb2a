//go:build unix

package progress

import (
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
)

// TestAMillionEvents is case B54: far more than a learner leaves in a lifetime
// open without loss. Only under torture are there a million, and are they held to
// a time.
func TestAMillionEvents(t *testing.T) {
	n := torture.Times(20_000, 1_000_000)
	dir := t.TempDir()
	filled(t, dir, n)
	if err := Open(dir, options(nil)).Close(); err != nil { // makes the backup of the day
		t.Fatal(err)
	}
	began, before := time.Now(), worked()
	l := Open(dir, options(nil))
	list, err := l.Events("git")
	took, work := time.Since(began), worked()-before
	if err != nil || len(list) != n {
		t.Fatalf("%d events of %d came back: %v", len(list), n, err)
	}
	for i, e := range list {
		if want := answered(i); e.Item != want.Item || e.Took != want.Took || !e.Time.Equal(want.Time) {
			t.Fatalf("event %d came back as %+v", i, e)
		}
	}
	if s := l.Status(); !s.Sound() {
		t.Errorf("the log complains: %+v", s)
	}
	var after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(list)
	if _, err := l.Append(answered(n)); err != nil {
		t.Errorf("saving one more: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	torture.Report(t, "P14", "B54: a log of %d events opened in %.1f s (%.1f s of processor time) and kept %d MB while open, 0 lost",
		n, took.Seconds(), work.Seconds(), after.HeapAlloc>>20)
	if torture.Full() && took >= 3*time.Second {
		t.Errorf("a log of %d events takes %v to open, %v of processor time; at most 3 s", n, took, work)
	}
}

// worked is the time of the processor that this process took.
func worked() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
