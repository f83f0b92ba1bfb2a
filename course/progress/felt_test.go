package progress

import (
	"slices"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/torture"
)

// TestSavingTakesTheSameHoweverLongTheLog counts what a save asks of the disk:
// one write and one sync, with ten events stored and with ten thousand.
func TestSavingTakesTheSameHoweverLongTheLog(t *testing.T) {
	for _, stored := range []int{10, 10_000} {
		d := newMemDisk()
		l := Open("/p", options(d))
		list := make([]learn.Event, stored)
		for i := range list {
			list[i] = answered(i)
		}
		for part := range slices.Chunk(list, 1000) {
			if _, err := l.Append(part...); err != nil {
				t.Fatal(err)
			}
		}
		var ops []string
		d.fail = func(_ int, op string) error { ops = append(ops, op); return nil }
		if _, err := l.Append(answered(stored)); err != nil {
			t.Fatal(err)
		}
		if want := []string{"write", "sync"}; !slices.Equal(ops, want) {
			t.Errorf("with %d events a save asks for %v, not %v", stored, ops, want)
		}
	}
}

// TestSavingIsNotFelt measures saves on this machine's disk with ten thousand
// events stored. Only under torture are they held to a time.
func TestSavingIsNotFelt(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir, 10_000)
	l := Open(dir, options(nil))
	defer l.Close()
	took := make([]time.Duration, torture.Times(50, 5000))
	for i := range took {
		began := time.Now()
		if _, err := l.Append(answered(i)); err != nil {
			t.Fatal(err)
		}
		took[i] = time.Since(began)
	}
	slices.Sort(took)
	p99 := took[len(took)*99/100]
	torture.Report(t, "P11", "%d saves with 10,000 events stored: half within %v, 99 of 100 within %v, all within %v",
		len(took), took[len(took)/2].Round(time.Microsecond), p99.Round(time.Microsecond), took[len(took)-1].Round(time.Microsecond))
	if torture.Full() && p99 >= 20*time.Millisecond {
		t.Errorf("99 of 100 saves take %v, at most 20ms", p99)
	}
}
