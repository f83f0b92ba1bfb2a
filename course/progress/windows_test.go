package progress

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/internal/torture"
)

// TestManyWindows is promise P6: several programs save at once, on a file
// system with locks and on one without. Nobody is refused, nobody loses
// anything, and what they wrote is the same log however its lines are dealt out
// to files.
func TestManyWindows(t *testing.T) {
	for _, manner := range []string{"", mannerNoLocks} {
		for _, windows := range []int{2, 8} {
			t.Run(strings.TrimSpace(fmt.Sprint(windows, " windows ", manner)), func(t *testing.T) {
				saves := torture.Times(60, 500)
				dir := t.TempDir()
				var programs []*program
				for i := range windows {
					programs = append(programs, start(t, dir, fmt.Sprint("window", i), manner, saves))
				}
				var all []string
				for _, p := range programs {
					acks, err := p.wait()
					if want := eventsOf(saves); err != nil || len(acks) != want {
						t.Fatalf("%d events of %d were acknowledged, %v %s", len(acks), want, err, p.said.String())
					}
					all = append(all, acks...)
				}
				l := Open(dir, Options{Machine: "test"})
				got := notesOf(t, l)
				slices.Sort(got)
				slices.Sort(all)
				if !slices.Equal(got, all) {
					t.Fatalf("%d events were acknowledged, %d are there", len(all), len(got))
				}
				if s := l.Status(); !s.Sound() {
					t.Fatalf("status: %+v", s)
				}
				mustClose(t, l)
				runs := torture.Times(3, 1000)
				wantSameHoweverDealt(t, dir, runs)
				torture.Report(t, "P6", "%d windows of %d saves%s: %d events acknowledged, %d there; read the same in %d orders",
					windows, saves, strings.TrimRight(", "+manner, ", "), len(all), len(got), runs)
			})
		}
	}
}

// eventsOf is how many events a child saves in so many saves.
func eventsOf(saves int) int {
	n := 0
	for i := range saves {
		n += i%3 + 1
	}
	return n
}

// wantSameHoweverDealt deals the lines of a log out to other files in other
// orders, some of them twice, and reads them.
func wantSameHoweverDealt(t *testing.T, dir string, runs int) {
	t.Helper()
	l := Open(dir, Options{ReadOnly: true})
	want, err := l.Events("git")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	files, _ := filepath.Glob(filepath.Join(dir, logDir, "*"+ext))
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, slices.Collect(strings.Lines(string(data)))...)
	}
	for run := range runs {
		r := rand.New(rand.NewPCG(uint64(run), 6))
		d := newMemDisk()
		for name, text := range deal(r, lines) {
			d.put("/p/log/"+name+ext, text)
		}
		other := Open("/p", Options{ReadOnly: true, disk: d})
		got, err := other.Events("git")
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("run %d: %d events, want %d, and not the same, %v", run, len(got), len(want), err)
		}
		if s := other.Status(); !s.Sound() {
			t.Fatalf("run %d: %+v", run, s)
		}
	}
}

// deal deals lines out to up to five files in any order, a tenth of them twice.
// An empty line ends each file, so that nothing before it is unfinished.
func deal(r *rand.Rand, lines []string) map[string]string {
	again := slices.Clone(lines)
	for _, line := range lines {
		if r.IntN(10) == 0 {
			again = append(again, line)
		}
	}
	r.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
	texts := make([]strings.Builder, 1+r.IntN(5))
	for _, line := range again {
		texts[r.IntN(len(texts))].WriteString(line)
	}
	files := map[string]string{}
	for i := range texts {
		files[fmt.Sprint("dealt", i)] = texts[i].String() + "\n"
	}
	return files
}
