package progress

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
	"pgregory.net/rapid"
)

// put writes a file into the log by hand.
func (d *memDisk) put(name, content string) {
	n := &inode{data: []byte(content), synced: []byte(content)}
	d.names[name], d.durable[name] = n, n
	d.dirs[filepath.Dir(name)] = true
}

// written is the line of an event of another writer.
func written(device string, seq, clock uint64, note string) string {
	e := event(note)
	e.Device, e.Seq, e.Clock = device, seq, clock
	buf, err := appendLine(nil, record{Format: format, Event: e})
	if err != nil {
		panic(err)
	}
	return string(buf)
}

func TestFilesAreMergedByEvent(t *testing.T) {
	one, two := written("aa", 1, 10, "a1"), written("aa", 2, 20, "a2")
	for _, c := range []struct {
		name      string
		files     map[string]string
		notes     string
		conflicts []string
		missing   []Missing
		unread    int
	}{
		{name: "two devices interleave by clock",
			files: map[string]string{"aa.jsonl": one + two, "bb.jsonl": written("bb", 1, 15, "b1")}, notes: "a1 b1 a2"},
		{name: "the same clock: the device's name decides",
			files: map[string]string{"bb.jsonl": written("bb", 1, 10, "b1"), "aa.jsonl": one}, notes: "a1 b1"},
		{name: "a conflicted copy with more in it",
			files: map[string]string{"aa.jsonl": one, "aa (conflicted copy 2025-03-09).jsonl": one + two}, notes: "a1 a2"},
		{name: "a sync program's copy",
			files: map[string]string{"aa.jsonl": one, "aa.sync-conflict-20250309-120000-ABCDEFG.jsonl": one}, notes: "a1"},
		{name: "two halves in two files",
			files: map[string]string{"x.jsonl": two, "y.jsonl": one}, notes: "a1 a2"},
		{name: "two contents for one event: the earlier clock, and then the text, decides",
			files: map[string]string{"aa.jsonl": one + written("aa", 2, 25, "late"), "copy.jsonl": one + two},
			notes: "a1 a2", conflicts: []string{"aa-2"}},
		{name: "three contents for one event",
			files: map[string]string{"a.jsonl": one + written("aa", 1, 10, "z"), "b.jsonl": written("aa", 1, 10, "b") + one},
			notes: "a1", conflicts: []string{"aa-1"}},
		{name: "a gap",
			files: map[string]string{"aa.jsonl": one + written("aa", 5, 50, "a5")}, notes: "a1 a5",
			missing: []Missing{{Device: "aa", From: 2, To: 4}}},
		{name: "no number, no device, nonsense numbers",
			files: map[string]string{"aa.jsonl": one + written("aa", 0, 1, "x") + written("", 1, 1, "x") + written("aa", 1<<63, 1, "x")},
			notes: "a1", unread: 3},
		{name: "other files are none of ours",
			files: map[string]string{"aa.jsonl": one, "aa.jsonl.tmp": two, ".aa.jsonl": two, "._aa.jsonl": "x", "notes.txt": "x"}, notes: "a1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newMemDisk()
			for name, content := range c.files {
				d.put("/p/log/"+name, content)
			}
			l := Open("/p", options(d))
			if got := strings.Join(notesOf(t, l), " "); got != c.notes {
				t.Fatalf("events: got %q, want %q", got, c.notes)
			}
			s := l.Status()
			if !slices.Equal(s.Conflicts, c.conflicts) || !slices.Equal(s.Missing, c.missing) || s.Unread != c.unread || s.BadLines() > 0 {
				t.Fatalf("status: %+v", s)
			}
			mustAppend(t, l, "mine")
			mustClose(t, l)
			for name, content := range c.files {
				if got := string(d.names["/p/log/"+name].data); got != content {
					t.Fatalf("%s was changed", name)
				}
			}
		})
	}
}

func TestClockFollowsOtherDevicesButNoNonsense(t *testing.T) {
	future := uint64(noon.AddDate(50, 0, 0).UnixMilli()) << 16
	d := newMemDisk()
	d.put("/p/log/aa.jsonl", written("aa", 1, future, "from the future")+written("aa", 2, 1<<64-1, "nonsense"))
	l := Open("/p", options(d))
	saved := mustAppend(t, l, "now")
	if saved[0].Clock != future+1 {
		t.Fatalf("clock %d, want %d", saved[0].Clock, future+1)
	}
	wantNotes(t, l, "nonsense", "from the future", "now")
	mustClose(t, l)
	wantNotes(t, Open("/p", options(d)), "nonsense", "from the future", "now")
}

// TestNoEventSetsTheFutureBack: whatever clock an event has that was copied in,
// what is learned after it comes after it, in this run and in the next ones.
func TestNoEventSetsTheFutureBack(t *testing.T) {
	for _, clock := range []uint64{1 << 62, lastClock - 2, lastClock + 1, 1<<64 - 1} {
		d := newMemDisk()
		d.put("/p/log/aa.jsonl", written("aa", 1, clock, "everything is set back"))
		for _, note := range []string{"one", "two"} {
			l := Open("/p", options(d))
			mustAppend(t, l, note)
			mustClose(t, l)
		}
		wantNotes(t, Open("/p", options(d)), "everything is set back", "one", "two")
	}
}

// TestClockStaysWithinItsEnd: what is saved when the clock is used up is in its
// order, and can be imported.
func TestClockStaysWithinItsEnd(t *testing.T) {
	d := newMemDisk()
	d.put("/p/log/aa.jsonl", written("aa", 1, lastClock, "the end"))
	l := Open("/p", options(d))
	for _, e := range mustAppend(t, l, "one", "two", "three") {
		if e.Clock != lastClock {
			t.Fatalf("the clock is %d", e.Clock)
		}
	}
	notes := notesOf(t, l)
	mustClose(t, l)
	wantNotes(t, Open("/p", options(d)), notes...)
	fresh := Open("/q", Options{Now: at(noon), Rand: ids(9), Machine: "other", disk: newMemDisk()})
	if got, err := fresh.Import(sources(exported(l)), false); err != nil || got.Taken != 4 {
		t.Fatalf("%+v, %v", got, err)
	}
	wantNotes(t, fresh, notes...)
}

// TestMergeDoesNotDependOnFiles: the same lines, in any order, in any files and
// any number of times, are the same log.
func TestMergeDoesNotDependOnFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var lines []string
		for range rapid.IntRange(1, 20).Draw(t, "lines") {
			device := rapid.SampledFrom([]string{"aa", "bb", "cc"}).Draw(t, "device")
			seq, clock := rapid.Uint64Range(1, 9).Draw(t, "seq"), rapid.Uint64Range(1, 9).Draw(t, "clock")
			lines = append(lines, written(device, seq, clock, fmt.Sprint(device, seq, rapid.IntRange(0, 1).Draw(t, "content"))))
		}
		read := func(files map[string]string) ([]learn.Event, Status) {
			d := newMemDisk()
			for name, content := range files {
				d.put("/p/log/"+name+ext, content)
			}
			l := Open("/p", options(d))
			list, _ := l.Events("git")
			s := l.Status()
			s.Writer, s.Backup = "", ""
			return list, s
		}
		files := map[string]string{}
		again := append(slices.Clone(lines), rapid.SliceOf(rapid.SampledFrom(lines)).Draw(t, "doubles")...)
		for _, line := range rapid.Permutation(again).Draw(t, "order") {
			files[fmt.Sprint(rapid.IntRange(0, 3).Draw(t, "file"))] += line
		}
		want, wantStatus := read(map[string]string{"all": strings.Join(lines, "")})
		got, status := read(files)
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(status, wantStatus) {
			t.Fatalf("got  %+v\nwant %+v\nstatus %+v\nwant   %+v", got, want, status, wantStatus)
		}
	})
}
