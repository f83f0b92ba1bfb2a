package progress

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn"
)

func TestDamagedHeadIsSetAsideAndNothingElseIsLost(t *testing.T) {
	for name, damage := range map[string]func(string) string{
		"cut":                        func(s string) string { return s[:len(s)/2] },
		"empty":                      func(string) string { return "" },
		"another number":             func(s string) string { return strings.Replace(s, `"seq": 5`, `"seq": 7`, 1) },
		"another machine":            func(s string) string { return strings.Replace(s, `"machines"`, `"nachines"`, 1) },
		"null":                       func(string) string { return "null" },
		"a list":                     func(string) string { return "[]" },
		"a device id that is a path": func(s string) string { return strings.Replace(s, `"": "`, `"": "../../`, 1) },
	} {
		t.Run(name, func(t *testing.T) {
			d, path, data := logOf(t, five...)
			text := damage(string(d.names["/p/head.json"].data))
			d.put("/p/head.json", text)
			o := options(d)
			o.Rand = ids(2)
			l := Open("/p", o)
			wantNotes(t, l, "a", "b", "c", "d", "e")
			s := l.Status()
			if len(s.Files) != 1 || filepath.Base(s.Files[0].Path) != headFile || len(s.Missing) > 0 {
				t.Fatalf("status: %+v", s)
			}
			mustAppend(t, l, "f")
			mustClose(t, l)
			if string(d.names[path].data) != string(data) {
				t.Fatal("without a head the file is another device's, and it was written")
			}
			aside := ""
			for name, n := range d.names {
				if strings.HasPrefix(name, "/p/torn/head-") {
					aside = string(n.data)
				}
			}
			if aside != text {
				t.Fatalf("set aside: %q", aside)
			}
			again := Open("/p", options(d.restarted()))
			if s := again.Status(); !s.Sound() {
				t.Fatalf("status after that: %+v", s)
			}
		})
	}
}

func TestHeadOfANewerProgramIsKept(t *testing.T) {
	d, _, _ := logOf(t, five...)
	var fields map[string]any
	if err := json.Unmarshal(d.names["/p/head.json"].data, &fields); err != nil {
		t.Fatal(err)
	}
	fields["v"], fields["new"] = 2, true
	text, _ := json.Marshal(fields)
	d.put("/p/head.json", string(text))
	l := Open("/p", options(d))
	if saved := mustAppend(t, l, "f"); saved[0].Seq != 6 {
		t.Fatalf("the device was not found: %+v", saved[0])
	}
	mustClose(t, l)
	if got := string(d.names["/p/head.json"].data); got != string(text) {
		t.Fatalf("changed to %s", got)
	}
}

// TestWrongVersionOfTheHeadIsToldAndMended: a wrong bit of the version makes no
// newer program of it, which would keep head.json from being written for ever.
func TestWrongVersionOfTheHeadIsToldAndMended(t *testing.T) {
	for name, mend := range map[string]func(*memDisk){
		"by the next save": func(d *memDisk) {
			l := Open("/p", options(d))
			if saved := mustAppend(t, l, "f"); saved[0].Seq != 6 {
				t.Fatalf("the device was not found: %+v", saved[0])
			}
			mustClose(t, l)
		},
		"by a repair": func(d *memDisk) {
			if done := mustRepair(t, d, false); !slices.ContainsFunc(done.Steps, func(s Step) bool { return s.Kind == StepHead }) {
				t.Fatalf("not mended: %+v", done.Steps)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			d, _, _ := logOf(t, five...)
			text := string(d.names["/p/head.json"].data)
			d.put("/p/head.json", strings.Replace(text, `"v": 1`, `"v": 3`, 1))
			if s := look(d).Status(); len(s.Files) != 1 || !strings.Contains(s.Files[0].Error, "version 3") {
				t.Fatalf("not told: %+v", s)
			}
			mend(d)
			if s := look(d.restarted()).Status(); !s.Sound() {
				t.Fatalf("status after that: %+v", s)
			}
			if got := string(d.names["/p/head.json"].data); !strings.Contains(got, `"v": 1`) {
				t.Fatalf("head is now %s", got)
			}
		})
	}
}

func TestUnknownFieldsOfTheHeadAreKept(t *testing.T) {
	d, _, _ := logOf(t, five...)
	text := strings.Replace(string(d.names["/p/head.json"].data), "{", `{"extra":{"a":1},`, 1)
	d.put("/p/head.json", text)
	l := Open("/p", options(d))
	mustAppend(t, l, "f")
	mustClose(t, l)
	if got := string(d.names["/p/head.json"].data); !strings.Contains(got, `"extra"`) || !strings.Contains(got, `"seq": 6`) {
		t.Fatalf("head is now %s", got)
	}
}

func TestMissingStaysReportedUntilItIsBack(t *testing.T) {
	d, path, data := logOf(t, five...)
	Open("/p", options(d)).Close() // makes the backup of the day
	d = d.restarted()
	from, _ := lineAt(data, 4)
	d.names[path].data = data[:from]
	for range 3 {
		l := Open("/p", options(d))
		s := l.Status()
		if len(s.Missing) != 1 || s.Missing[0] != (Missing{Device: deviceOf(path), From: 5, To: 5, Backup: "/p/backups/2025-03-09.jsonl"}) {
			t.Fatalf("missing: %+v", s.Missing)
		}
		mustAppend(t, l, "later")
		mustClose(t, l)
	}
	// The way back: the backup is a log file like any other.
	d.put("/p/log/restored.jsonl", string(d.names["/p/backups/2025-03-09.jsonl"].data))
	l := Open("/p", options(d))
	wantNotes(t, l, "a", "b", "c", "d", "e", "later", "later", "later")
	if s := l.Status(); !s.Sound() {
		t.Fatalf("status: %+v", s)
	}
}

func TestWholeLogGoneIsMissing(t *testing.T) {
	d, path, _ := logOf(t, five...)
	delete(d.names, path)
	l := Open("/p", options(d))
	if s := l.Status(); len(s.Missing) != 1 || s.Missing[0].From != 1 || s.Missing[0].To != 5 {
		t.Fatalf("missing: %+v", s.Missing)
	}
	if saved := mustAppend(t, l, "f"); saved[0].Seq != 6 {
		t.Fatalf("a number is used again: %d", saved[0].Seq)
	}
}

func TestHistoryThatWasReplacedIsAConflict(t *testing.T) {
	d, path, data := logOf(t, five...)
	from, _ := lineAt(data, 4)
	d.names[path].data = slices.Concat(data[:from], []byte(written(deviceOf(path), 5, uint64(noon.UnixMilli())<<16+9, "another e")))
	l := Open("/p", options(d))
	if s := l.Status(); len(s.Conflicts) != 1 || s.Conflicts[0] != deviceOf(path)+"-5" {
		t.Fatalf("status: %+v", s)
	}
}

// TestUsedUpNumbersLoseNothing copies in a file with the highest numbers there
// are: what is saved after it is read back all the same, also in a third run.
func TestUsedUpNumbersLoseNothing(t *testing.T) {
	for _, seq := range []uint64{lastImported - 1, lastImported, lastImported + 1, lastSeq - 1, lastSeq, lastSeq + 1} {
		d, path, _ := logOf(t, five...)
		d.put("/p/log/copied.jsonl", written(deviceOf(path), seq, 0, "copied"))
		want := slices.Concat(five...)
		for _, notes := range [][]string{{"f", "g"}, {"h"}} {
			l := Open("/p", options(d))
			mustAppend(t, l, notes...)
			want = append(want, notes...)
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			d = d.restarted()
		}
		got := slices.DeleteFunc(notesOf(t, Open("/p", options(d))), func(n string) bool { return n == "copied" })
		if !slices.Equal(got, want) {
			t.Errorf("after number %d: %v, want %v", seq, got, want)
		}
		fresh := Open("/q", Options{Now: at(noon), Rand: ids(9), Machine: "other", disk: newMemDisk()})
		if _, err := fresh.Import(sources(exported(Open("/p", options(d)))), false); err != nil {
			t.Fatal(err)
		}
		got = slices.DeleteFunc(notesOf(t, fresh), func(n string) bool { return n == "copied" })
		if !slices.Equal(got, want) {
			t.Errorf("elsewhere, after number %d: %v, want %v", seq, got, want)
		}
	}
}

// TestImportUsesUpNoNumbers: no import brings a device of this machine near the
// end of its numbers, and one that somebody copied in does not stop imports.
func TestImportUsesUpNoNumbers(t *testing.T) {
	for _, c := range []struct {
		device string
		seq    uint64
		taken  int
	}{
		{deskID, lastImported, 0}, {deskID, 2 + farAhead, 0}, {deskID, 1 + farAhead, 1},
		{deskID + ".2", lastImported, 0}, {deskID + ".1000001", lastImported, 0}, {deskID + ".2.1000001", lastImported, 0},
		{lapID, lastImported, 1}, {lapID, lastImported + 1, 0},
	} {
		d, _ := logOn(t, deskID, "desk 1")
		l := Open("/p", options(d))
		got, err := l.Import(sources("\n"+written(c.device, c.seq, 5, "far")), false)
		if err != nil || got.Taken != c.taken || len(got.Files) != 1-c.taken {
			t.Errorf("%s, number %d: %+v, %v", c.device, c.seq, got, err)
		}
		if c.taken == 0 && len(got.Files) == 1 && !slices.Equal(got.Files[0].Bad, []int{2}) {
			t.Errorf("%s, number %d: told are the lines %v", c.device, c.seq, got.Files[0].Bad)
		}
		mustClose(t, l)
	}
	d, _ := logOn(t, deskID, "desk 1")
	d.put("/p/log/copied.jsonl", written(deskID, lastSeq, 5, "copied"))
	l := Open("/p", options(d))
	if e := mustAppend(t, l, "desk 2")[0]; e.ID() != learn.EventID(deskID+".1000001", 1) {
		t.Fatalf("the next event is %s", e.ID())
	}
	later := written(deskID, 7, 6, "of this window") + written(deskID+".1000001", 9, 7, "of its other name")
	if got, err := l.Import(sources(later), false); err != nil || got.Taken != 2 {
		t.Fatalf("import: %+v, %v", got, err)
	}
}

// TestADamagedHeadIsToldOnce: an error is not said twice in one sentence.
func TestADamagedHeadIsToldOnce(t *testing.T) {
	d := newMemDisk()
	d.put("/p/head.json", `{"v":1,`)
	_, err := readHead(d, "/p")
	if !errors.Is(err, errHead) || strings.Count(err.Error(), "unexpected end of JSON input") != 1 {
		t.Errorf("it is told as %q", err)
	}
}
