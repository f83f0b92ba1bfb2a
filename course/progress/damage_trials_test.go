package progress

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/torture"
)

// page is the size of a page of memory, the unit in which disks tend to lose.
const page = 4096

// damageTrials are kinds of damage done at random to a log whose events are
// known.
var damageTrials = []struct {
	name  string
	times func() int
	do    func(r *rand.Rand, data []byte) []byte
	most  int // events that it may cost
}{
	{"flip of a bit", func() int { return torture.Times(40, 10_000) },
		func(r *rand.Rand, data []byte) []byte {
			data[r.IntN(len(data))] ^= 1 << r.IntN(8)
			return data
		},
		2},
	{"flip of a bit in one of the last five line ends", func() int { return torture.Times(20, 1000) },
		func(r *rand.Rand, data []byte) []byte {
			_, end := lineAt(data, trialEvents-1-r.IntN(5))
			data[end] ^= 1 << r.IntN(8)
			return data
		}, 2},
	{"cut", func() int { return torture.Times(40, 10_000) },
		func(r *rand.Rand, data []byte) []byte { return data[:r.IntN(len(data))] },
		trialEvents},
	{"cut at a line end", func() int { return torture.Times(20, 1000) },
		func(r *rand.Rand, data []byte) []byte {
			from, _ := lineAt(data, r.IntN(trialEvents))
			return data[:from]
		},
		trialEvents},
	{"page of zeros", func() int { return torture.Times(20, 1000) },
		func(r *rand.Rand, data []byte) []byte {
			at := r.IntN(len(data)/page) * page
			clear(data[at : at+page])
			return data
		},
		page/trialLine + 2},
}

const (
	trialEvents = 500
	trialLine   = 160 // bytes of the shortest line
)

// TestDamageTrials is promise P5: a log of 500 events is damaged at random. No
// event is read that was not saved so; when one is not read the status says so,
// and whatever is cut off is noticed through head.json; no damage costs more
// than the lines it touches; no byte is lost; and the log goes on.
func TestDamageTrials(t *testing.T) {
	d, path, data, saved := trialLog(t)
	for _, trial := range damageTrials {
		t.Run(trial.name, func(t *testing.T) {
			t.Parallel()
			lost, worst, harmless := 0, 0, 0
			for n := range trial.times() {
				damaged := trial.do(rand.New(rand.NewPCG(uint64(n), 5)), slices.Clone(data))
				cost := damageTrial(t, d, path, damaged, saved)
				if lost += cost; cost == 0 {
					harmless++
				}
				worst = max(worst, cost)
				if cost > trial.most {
					t.Errorf("trial %d cost %d events", n, cost)
				}
			}
			torture.Report(t, "P5", "%d times %s: 0 silent, %d without loss, %.1f events lost on average, %d at worst",
				trial.times(), trial.name, harmless, float64(lost)/float64(trial.times()), worst)
		})
	}
}

// trialLog makes a log of trialEvents events in saves of one to five.
func trialLog(t *testing.T) (d *memDisk, path string, data []byte, saved []learn.Event) {
	t.Helper()
	var saves [][]string
	for n := 0; n < trialEvents; {
		var notes []string
		for range min(5-len(saves)%5, trialEvents-n) {
			notes = append(notes, fmt.Sprintf("%d-%s", n, strings.Repeat("x", n*37%200)))
			n++
		}
		saves = append(saves, notes)
	}
	if last := len(saves) - 1; len(saves[last]) < 3 {
		t.Fatalf("the last save has %d events: more may be lost with one bit", len(saves[last]))
	}
	d, path, data = logOf(t, saves...)
	saved, err := Open("/p", Options{ReadOnly: true, disk: d}).Events("git")
	if err != nil || len(saved) != trialEvents || len(data) < trialEvents*trialLine {
		t.Fatalf("%d events in %d bytes, %v", len(saved), len(data), err)
	}
	return d.restarted(), path, data, saved
}

// damageTrial opens a log with a damaged file and returns how many events it
// cost.
func damageTrial(t *testing.T, undamaged *memDisk, path string, damaged []byte, saved []learn.Event) (cost int) {
	t.Helper()
	d := undamaged.restarted()
	d.names[path].data = slices.Clone(damaged)
	l := Open("/p", options(d))
	got, err := l.Events("git")
	if err != nil {
		t.Fatal(err)
	}
	for i, from := 0, 0; i < len(got); i, from = i+1, from+1 {
		for from < len(saved) && saved[from].Seq < got[i].Seq {
			from++
		}
		if from == len(saved) || !reflect.DeepEqual(got[i], saved[from]) {
			t.Fatalf("read %+v, which was not saved", got[i])
		}
	}
	cost = len(saved) - len(got)
	s := l.Status()
	missing := 0
	for _, m := range s.Missing {
		missing += int(m.To - m.From + 1)
	}
	if missing != cost {
		t.Fatalf("%d events lost, %d reported: %+v", cost, missing, s)
	}
	wantBytesKept(t, d, s, path, damaged)
	if next := mustAppend(t, l, "new")[0]; next.Device == deviceOf(path) && next.Seq <= trialEvents {
		t.Fatalf("number %d is used again", next.Seq)
	}
	mustClose(t, l)
	again := notesOf(t, Open("/p", Options{ReadOnly: true, disk: d.restarted()}))
	if len(again) != len(got)+1 || again[len(got)] != "new" {
		t.Fatalf("%d events after one more save on %d", len(again), len(got))
	}
	return cost
}
