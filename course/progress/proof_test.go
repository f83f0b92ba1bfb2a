package progress

import (
	"fmt"
	"strings"
	"testing"
)

// summed is a line with a checksum of its own, whatever its text is.
func summed(text string) string { return fmt.Sprintf("%08x %s\n", checksum([]byte(text)), text) }

// TestProof is when a bad line is proved to have cost nothing. The file is called
// after its device, and "bad" is the line in question; the log holds what the file
// holds, and what stands in another.
func TestProof(t *testing.T) {
	event := func(seq uint64) string { return written(deskID, seq, seq, fmt.Sprint(seq)) }
	const bad = "what is left of a line\n"
	packed := `{"v":2,"dev":"` + deskID + `","pack":["two","events"]}`
	for _, c := range []struct {
		name   string
		file   []string
		other  []string // lines of another file
		line   int      // the bad one
		proved bool
	}{
		{"nothing lacks between its neighbours", []string{event(1), bad, event(3)}, []string{event(2)}, 2, true},
		{"nothing can have been between its neighbours", []string{event(1), bad, event(2)}, nil, 2, true},
		{"an event lacks between its neighbours", []string{event(1), bad, event(3)}, nil, 2, false},
		{"one of two events lacks", []string{event(1), bad, event(4)}, []string{event(2)}, 2, false},
		{"the first of its own file", []string{bad, event(2)}, []string{event(1)}, 1, true},
		{"the first, and the first event lacks", []string{bad, event(2)}, nil, 1, false},
		{"the last: nobody knows how far the file went", []string{event(1), bad}, []string{event(2)}, 2, false},
		{"between two devices", []string{event(1), bad, written(lapID, 2, 2, "")}, []string{event(2), written(lapID, 1, 1, "")}, 2, false},
		{"in a file that is not in order", []string{event(3), event(1), bad, event(2)}, nil, 3, false},
		{"of a newer cairn, and without a number of its own", []string{event(1), strings.Replace(summed(packed), "two", "twO", 1), event(2)}, nil, 2, false},
		{"of a version that no number holds", []string{event(1), `"v":99999999999999999999` + "\n", event(2)}, nil, 2, false},
		{"beside what a newer cairn wrote", []string{event(1), bad, event(2), summed(packed)}, nil, 2, false},
		{"beside a line without a number", []string{event(1), bad, event(2), summed(`{"v":1,"what":"of nobody"}`)}, nil, 2, false},
		{"beside events of a newer cairn", []string{event(1), bad, event(2), summed(fmt.Sprintf(`{"v":2,"dev":%q,"seq":3,"clk":3,"kind":"noted"}`, deskID))}, nil, 2, false},
		{"it still is an event that is there twice", []string{event(1), "x" + event(2)[1:], event(3)}, []string{event(2)}, 2, true},
	} {
		f := scan([]byte(strings.Join(c.file, "")))
		u := unite([]scanned{f, scan([]byte(strings.Join(c.other, "")))})
		if len(f.bad) != 1 || f.bad[0] != c.line {
			t.Fatalf("%s: the lines %v are bad", c.name, f.bad)
		}
		if got := provedIn(logFile{deskID + ext, true, f}, u)[c.line]; got != c.proved {
			t.Errorf("%s: proved is %v, want %v", c.name, got, c.proved)
		}
	}
}
