package progress

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"pgregory.net/rapid"
)

// importing opens the log of a disk, imports into it, and closes it.
func importing(t failer, d *memDisk, files ...string) Imported {
	t.Helper()
	l := Open("/p", options(d))
	got, err := l.Import(sources(files...), false)
	if err != nil {
		t.Fatalf("import: %v", err)
	}
	mustClose(t, l)
	return got
}

func sources(files ...string) []Source {
	var list []Source
	for i, data := range files {
		list = append(list, Source{Name: fmt.Sprintf("file %d", i+1), Data: []byte(data)})
	}
	return list
}

// exported is what another machine's log holds.
func exported(l *Log) string { return string(l.Extract(Selection{}).Data) }

// logOn returns a log of the given device with one event a note, and its lines.
func logOn(t failer, device string, notes ...string) (d *memDisk, lines string) {
	t.Helper()
	d = newMemDisk()
	d.put("/p/head.json", fmt.Sprintf(`{"v":1,"machines":{"":%q},"marks":{},"crc":"%08x"}`, device,
		checksum([]byte(fmt.Sprintf(`[{"":%q},{}]`, device)))))
	l := Open("/p", options(d))
	for _, note := range notes {
		mustAppend(t, l, note)
	}
	if got := l.Status().Writer; got != device {
		t.Fatalf("the device is %q, want %q", got, device)
	}
	lines = exported(l)
	mustClose(t, l)
	return d, lines
}

const (
	deskID = "aaaaaaaaaaaaaaaa"
	lapID  = "bbbbbbbbbbbbbbbb"
)

// TestImport is what becomes of lines from elsewhere in a log that holds the
// events desk 1 to desk 3.
func TestImport(t *testing.T) {
	_, lap := logOn(t, lapID, "lap 1", "lap 2")
	_, desk := logOn(t, deskID, "desk 1", "desk 2", "desk 3")
	first, _ := lineAt([]byte(lap), 1)
	one := lap[:first]
	newer := "{\"v\":9,\"dev\":\"cc\",\"seq\":1,\"clk\":5,\"kind\":\"new\",\"course\":\"git\",\"more\":\"?\"}"
	newer = fmt.Sprintf("%08x %s\n", checksum([]byte(newer)), newer)
	nobody := "{\"v\":9,\"what\":\"no device\"}"
	nobody = fmt.Sprintf("%08x %s\n", checksum([]byte(nobody)), nobody)
	for _, c := range []struct {
		name      string
		files     []string
		taken     int
		unread    int
		here      int
		bad       []int // lines of the first file
		conflicts []string
		notes     string // of all events afterwards
	}{
		{name: "another machine", files: []string{lap}, taken: 2, notes: "desk 1, lap 1, desk 2, lap 2, desk 3"},
		{name: "the same in two files", files: []string{lap, lap}, taken: 2, notes: "desk 1, lap 1, desk 2, lap 2, desk 3"},
		{name: "in parts", files: []string{one, lap}, taken: 2, notes: "desk 1, lap 1, desk 2, lap 2, desk 3"},
		{name: "what came from here", files: []string{desk}, here: 3, notes: "desk 1, desk 2, desk 3"},
		{name: "nothing", files: nil, notes: "desk 1, desk 2, desk 3"},
		{name: "an empty file", files: []string{""}, notes: "desk 1, desk 2, desk 3"},
		{name: "E93 a conflicted copy of the own log, with later events",
			files: []string{desk + written(deskID, 4, uint64(noon.UnixMilli())<<16+9, "desk 4")},
			taken: 1, here: 3, notes: "desk 1, desk 2, desk 3, desk 4"},
		{name: "E93 a conflicted copy with CR LF", files: []string{strings.ReplaceAll(lap, "\n", "\r\n")}, taken: 2,
			notes: "desk 1, lap 1, desk 2, lap 2, desk 3"},
		{name: "a damaged line", files: []string{string(flip([]byte(lap), 20))}, taken: 1, bad: []int{1}, notes: "desk 1, desk 2, lap 2, desk 3"},
		{name: "any other file", files: []string{"dear diary\n\x1b]0;x\x07\n"}, bad: []int{1, 2}, notes: "desk 1, desk 2, desk 3"},
		{name: "an event that is here with another content", files: []string{written(deskID, 2, 1, "forged") + one},
			taken: 1, conflicts: []string{deskID + "-2 file 1:1"}, notes: "desk 1, lap 1, desk 2, desk 3"},
		{name: "two contents of which none is here", files: []string{one, written(lapID, 1, 1, "earlier")}, taken: 2,
			notes: "earlier, desk 1, desk 2, desk 3"},
		{name: "a number that no machine comes to", files: []string{written(deskID, lastSeq, 1, "last") + one}, taken: 1, bad: []int{1},
			notes: "desk 1, lap 1, desk 2, desk 3"},
		{name: "a clock that no machine comes to", files: []string{one + written("cc", 1, lastClock+1, "end of time")}, taken: 1, bad: []int{2},
			notes: "desk 1, lap 1, desk 2, desk 3"},
		{name: "lines of a newer version", files: []string{newer + nobody + nobody}, taken: 1, unread: 1, here: 1, notes: ", desk 1, desk 2, desk 3"},
		{name: "a line in which no event is found", files: []string{nobody}, unread: 1, notes: "desk 1, desk 2, desk 3"},
		{name: "a device that is called like a path", files: []string{written(deskID+"/../../x", 1, 1, "out")}, taken: 1,
			notes: "out, desk 1, desk 2, desk 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := logOn(t, deskID, "desk 1", "desk 2", "desk 3")
			before := d.restarted()
			dry, err := Open("/p", Options{ReadOnly: true, disk: d}).Import(sources(c.files...), true)
			if err != nil || d.dump() != before.dump() {
				t.Fatalf("telling what would come: %v, or it changed something", err)
			}
			got := importing(t, d, c.files...)
			if got.Taken != c.taken || got.Here != c.here || dry.Taken != c.taken || dry.Here != c.here {
				t.Errorf("%d were taken and %d here, said before were %d and %d; want %d and %d",
					got.Taken, got.Here, dry.Taken, dry.Here, c.taken, c.here)
			}
			if got.Unread != c.unread || dry.Unread != c.unread {
				t.Errorf("%d lines without an event, said before were %d; want %d", got.Unread, dry.Unread, c.unread)
			}
			if came := c.taken+c.unread > 0; (got.File != "") != came || (got.Backup != "") != came {
				t.Errorf("the file is %q, the backup %q", got.File, got.Backup)
			}
			var bad []int
			for _, f := range got.Files {
				bad = append(bad, f.Bad...)
			}
			var conflicts []string
			for _, x := range got.Conflicts {
				conflicts = append(conflicts, fmt.Sprintf("%s %s:%d", x.Event, x.Source, x.Line))
			}
			if !slices.Equal(bad, c.bad) || !slices.Equal(conflicts, c.conflicts) {
				t.Errorf("bad lines %v, conflicts %q; want %v, %q", bad, conflicts, c.bad, c.conflicts)
			}
			if again := importing(t, d, c.files...); again.Taken+again.Unread != 0 || again.Here < c.taken+c.unread {
				t.Errorf("the second time %d were taken, %d here", again.Taken, again.Here)
			}
			l := Open("/p", options(d))
			defer l.Close()
			if notes := strings.Join(notesOf(t, l), ", "); notes != c.notes {
				t.Errorf("events: %s\nwant:   %s", notes, c.notes)
			}
			if next := mustAppend(t, l, "next")[0]; next.Device != deskID || next.Seq < 4 || next.Seq > 5 {
				t.Errorf("the next event is %s", next.ID())
			}
			onlyGrew(t, before, d)
		})
	}
}

// onlyGrew holds that every file of the log before is there as it was.
func onlyGrew(t failer, before, after *memDisk) {
	t.Helper()
	for name, n := range before.names {
		now := after.names[name]
		if strings.Contains(name, "/log/") && (now == nil || !bytes.HasPrefix(now.data, n.data)) {
			t.Fatalf("%s was changed:\n%s", name, after.dump())
		}
	}
}

// TestImportIntoTheLogThatGoesOn: what came in counts at once, and what is saved
// next takes none of its numbers.
func TestImportIntoTheLogThatGoesOn(t *testing.T) {
	d, before := logOn(t, deskID, "a", "b", "c")
	_ = d
	old, _ := logOn(t, deskID, "a")
	l := Open("/p", options(old))
	if _, err := l.Import(sources(before), false); err != nil {
		t.Fatal(err)
	}
	wantNotes(t, l, "a", "b", "c")
	if e := mustAppend(t, l, "d")[0]; e.ID() != learn.EventID(deskID, 4) {
		t.Fatalf("the next event is %s", e.ID())
	}
	if got := l.Courses(); len(got) != 1 || got[0].Events != 4 {
		t.Fatalf("courses: %+v", got)
	}
	mustClose(t, l)
	l = Open("/p", options(old))
	if wantNotes(t, l, "a", "b", "c", "d"); !l.Status().Sound() {
		t.Fatalf("status: %+v", l.Status())
	}
}

// TestImportFillsGaps: E98, events that are missing come back from a backup, and
// are no longer told as missing.
func TestImportFillsGaps(t *testing.T) {
	d, path, data := logOf(t, []string{"a"}, []string{"b"}, []string{"c"})
	backup := string(data)
	from, to := lineAt(data, 1)
	d.names[path].data = slices.Concat(data[:from], data[to+1:])
	l := Open("/p", options(d))
	if s := l.Status(); len(s.Missing) != 1 {
		t.Fatalf("missing: %+v", s.Missing)
	}
	got, err := l.Import(sources(backup), false)
	if err != nil || got.Taken != 1 || got.Here != 2 {
		t.Fatalf("%+v, %v", got, err)
	}
	wantNotes(t, l, "a", "b", "c")
	if s := l.Status(); len(s.Missing) != 0 {
		t.Fatalf("missing: %+v", s.Missing)
	}
	mustClose(t, l)
	if s := Open("/p", options(d)).Status(); len(s.Missing) != 0 {
		t.Fatalf("missing: %+v", s.Missing)
	}
}

// TestImportWhileAnotherWindowWrites: the log was put back from an old backup,
// two windows are open, and an export has later events of both. Taking them
// would let the other window give their numbers again.
func TestImportWhileAnotherWindowWrites(t *testing.T) {
	d, _ := logOn(t, deskID, "a")
	first := Open("/p", options(d))
	second := Open("/p", options(d))
	mustAppend(t, second, "mine")
	before := d.dump()
	later := written(deskID, 2, 5, "later") + written(lapID, 1, 6, "lap")
	_, err := second.Import(sources(later), false)
	if !errors.Is(err, ErrInUse) || d.dump() != before {
		t.Fatalf("import beside a window that writes the same device: %v\n%s", err, d.dump())
	}
	if got, err := second.Import(sources(written(lapID, 1, 6, "lap")), false); err != nil || got.Taken != 1 {
		t.Fatalf("import of another machine's: %+v, %v", got, err)
	}
	mustClose(t, first)
	if got, err := second.Import(sources(later), false); err != nil || got.Taken != 1 || got.Here != 1 {
		t.Fatalf("import after the other window was closed: %+v, %v", got, err)
	}
	third := Open("/p", options(d))
	if e := mustAppend(t, third, "third")[0]; e.ID() != learn.EventID(deskID, 3) {
		t.Fatalf("the window after it writes %s", e.ID())
	}
}

// TestImportOfAWindowThatIsNotThere: events of a second window come in, and a
// second window is opened afterwards.
func TestImportOfAWindowThatIsNotThere(t *testing.T) {
	d, _ := logOn(t, deskID, "a")
	first := Open("/p", options(d))
	if _, err := first.Import(sources(written(deskID+".2", 1, 5, "x")+written(deskID+".2", 2, 6, "y")), false); err != nil {
		t.Fatal(err)
	}
	second := Open("/p", options(d))
	if e := mustAppend(t, second, "z")[0]; e.ID() != learn.EventID(deskID+".2", 3) {
		t.Fatalf("the second window writes %s", e.ID())
	}
}

// machine is one of several that exchange what they saved.
type machine struct {
	disk *memDisk
	id   string
}

// TestImportKeepsEveryByte: an export of the whole log is imported into an empty
// one, whatever the log holds, and exports the same again.
func TestImportKeepsEveryByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newMemDisk()
		l := Open("/p", options(d))
		for range rapid.IntRange(1, 5).Draw(t, "saves") {
			// Some of these cannot be saved; then nothing is.
			_, _ = l.Append(rapid.SliceOfN(anyEvent(), 1, 4).Draw(t, "events")...)
		}
		out := exported(l)
		fresh := Open("/q", Options{Now: at(noon), Rand: ids(9), Machine: "other", disk: newMemDisk()})
		if _, err := fresh.Import(sources(out), false); err != nil {
			t.Fatal(err)
		}
		if back := exported(fresh); back != out {
			t.Fatalf("exported\n%q\nand after the import\n%q", out, back)
		}
	})
}

func TestImportSaysWhyNot(t *testing.T) {
	_, lap := logOn(t, lapID, "lap 1")
	d, _ := logOn(t, deskID, "desk 1")
	l := Open("/p", Options{ReadOnly: true, disk: d})
	if _, err := l.Import(sources(lap), false); !errors.Is(err, learn.ErrReadOnly) {
		t.Fatalf("a log for reading: %v", err)
	}
	l = Open("/p", options(d))
	mustClose(t, l)
	if _, err := l.Import(sources(lap), false); !errors.Is(err, fs.ErrClosed) {
		t.Fatalf("a closed log: %v", err)
	}
}

// TestImportTellsManyLinesAtOnce: each line that is not taken is told with its
// number, without the file being searched for it. A search for each would read
// this file a hundred thousand times.
func TestImportTellsManyLinesAtOnce(t *testing.T) {
	const n = 100_000
	var b strings.Builder
	var want []int
	for i := range n {
		if i%7 == 0 {
			b.WriteString("\r\n")
		}
		b.WriteString(written(lapID, lastImported+1+uint64(i), 1, "far"))
		want = append(want, i+1+i/7+1)
	}
	d, _ := logOn(t, deskID, "desk 1")
	l := Open("/p", options(d))
	began := time.Now()
	got, err := l.Import(sources(b.String()), false)
	if err != nil || len(got.Files) != 1 || !slices.Equal(got.Files[0].Bad, want) {
		t.Fatalf("%d files have something wrong, %v", len(got.Files), err)
	}
	if took := time.Since(began); took > 20*time.Second {
		t.Fatalf("it took %v", took)
	}
	again := written(deskID, 1, 1, "forged")
	told, err := l.Import(sources("\n"+again+"x\n"+again), false)
	if want := []Conflict{{learn.EventID(deskID, 1), "file 1", 2}}; err != nil || !slices.Equal(told.Conflicts, want) {
		t.Fatalf("conflicts: %+v, %v", told.Conflicts, err)
	}
}
