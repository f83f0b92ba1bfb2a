package progress

import (
	"runtime"
	"strings"
	"testing"
)

// TestScanOfNothingTakesNoRoom: a file of line ends, which packs to a thousandth,
// is read in little more room than it has itself.
func TestScanOfNothingTakesNoRoom(t *testing.T) {
	for _, c := range []struct {
		name, text string
		most       uint64 // bytes for each byte of the file
		bad        int
	}{
		{"line ends", "\n", 2, 0}, {"CR LF", "\r\n", 2, 0}, {"one letter a line", "a\n", 24, 4 << 20},
	} {
		data := []byte(strings.Repeat(c.text, 8<<20/len(c.text)))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		f := scan(data)
		runtime.ReadMemStats(&after)
		took := after.TotalAlloc - before.TotalAlloc
		if took > c.most*uint64(len(data)) {
			t.Errorf("%s: %d bytes took %d", c.name, len(data), took)
		}
		if f.count != len(data)/len(c.text) || len(f.bad) != c.bad || len(f.lines) > 0 {
			t.Errorf("%s: %d lines, %d bad", c.name, f.count, len(f.bad))
		}
	}
}
