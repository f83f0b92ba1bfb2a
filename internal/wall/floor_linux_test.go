package wall

import (
	"testing"

	"github.com/cairn-learn/cairn/internal/smalldisk"
)

func TestFloor(t *testing.T) {
	left, known := int64(1000), true
	f := newFloor(func() (int64, bool) { return left, known }, 300, DiskFull)
	for _, c := range []struct {
		left  int64
		known bool
		want  bool
	}{{1000, true, false}, {300, true, false}, {299, true, true}, {0, false, false}} {
		if left, known = c.left, c.known; f.reached() != c.want {
			t.Errorf("%+v", c)
		}
	}
	left, known = 100, true
	f = newFloor(func() (int64, bool) { return left, known }, 300, DiskFull)
	if left = 50; f.reached() {
		t.Error("of little, half may be taken")
	}
	if left = 49; !f.reached() {
		t.Error("of little, more than half was taken")
	}
	if n, ok := memoryLeft(); !ok || n < 1<<20 {
		t.Errorf("%d bytes of memory are left, %v", n, ok)
	}
}

// TestFilesWithoutAName take room as long as they are open, and cannot be found. A
// command that fills the disk with them is ended before it is full.
func TestFilesWithoutAName(t *testing.T) {
	for _, w := range levels(t) {
		t.Run(w.Level.String(), func(t *testing.T) {
			dir := t.TempDir()
			smalldisk.Mount(t, dir, "32m")
			r, err := w.Run(t.Context(), Command{Dir: dir, NotIsolated: true, Script: `for i in 1 2 3 4 5 6 7; do
				( exec 9> file; rm file; head -c 4000000 /dev/zero >&9; sleep 20 ) &
				sleep 0.2; done; wait`})
			if err != nil || r.Ended != DiskFull {
				t.Errorf("it ended: %v, %v: %s", r.Ended, err, r.Stderr)
			}
		})
	}
}
