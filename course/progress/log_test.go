package progress

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// noon is when tests happen unless they say otherwise.
var noon = time.Date(2025, 3, 9, 12, 0, 0, 0, time.FixedZone("", 2*60*60))

func at(t time.Time) func() time.Time { return func() time.Time { return t } }

// ids gives device ids that are random enough and the same in every run.
func ids(seed uint64) io.Reader {
	r := rand.New(rand.NewPCG(seed, 0))
	b := make([]byte, 1000)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return bytes.NewReader(b)
}

func options(d disk) Options { return Options{Now: at(noon), Rand: ids(1), disk: d} }

// event is an event of the course "git" that can be told apart by its note.
func event(note string) learn.Event {
	return learn.Event{Time: noon, Course: "git", Kind: learn.KindNoted, Note: note}
}

func events(notes ...string) []learn.Event {
	list := make([]learn.Event, len(notes))
	for i, note := range notes {
		list[i] = event(note)
	}
	return list
}

// failer is what *testing.T and *rapid.T have in common.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func mustAppend(t failer, l learn.Log, notes ...string) []learn.Event {
	t.Helper()
	saved, err := l.Append(events(notes...)...)
	if err != nil {
		t.Fatalf("Append(%q): %v", notes, err)
	}
	return saved
}

func notesOf(t failer, l learn.Log) []string {
	t.Helper()
	list, err := l.Events("git")
	if err != nil {
		t.Fatalf("Events: %v", err)
	}
	notes := []string{}
	for _, e := range list {
		notes = append(notes, e.Note)
	}
	return notes
}

func wantNotes(t failer, l learn.Log, want ...string) {
	t.Helper()
	if got := notesOf(t, l); !reflect.DeepEqual(got, append([]string{}, want...)) {
		t.Fatalf("events: got %q, want %q", got, want)
	}
}

func mustClose(t failer, l *Log) {
	t.Helper()
	if err := l.Close(); err != nil {
		t.Fatalf("Close: %v", err)
	}
}

// full has every field set.
func full() learn.Event {
	return learn.Event{
		Time: noon, Course: "git", Version: "1.2.0", Lesson: "staging", Item: "staging/q1", Rev: "9f2c01aa",
		Kind: learn.KindAnswered, What: "w", Answer: &course.Answer{Text: "git add <a & b>", Items: []string{"é", "二"}, DontKnow: true},
		Outcome: course.Close, Score: 0.5, Mixup: "commit-is-copy", Hints: 2, Confidence: 3, Took: 5123,
		To: "areas", Reason: &learn.Reason{Code: learn.WhyRule, Title: "T", From: "F", Rule: "a < 1", Number: 0.25},
		Ref: "x-1", Note: "line\nbreak \"quoted\" \u2028 \x1b[31m",
	}
}

func TestEventsAreThereAfterOpeningAgain(t *testing.T) {
	dir := t.TempDir()
	l := Open(dir, options(nil))
	saved := mustAppend(t, l, "a", "b")
	one, err := l.Append(full())
	if err != nil {
		t.Fatal(err)
	}
	before, _ := l.Events("git")
	mustClose(t, l)

	again := Open(dir, options(nil))
	defer again.Close()
	got, err := again.Events("git")
	if err != nil {
		t.Fatal(err)
	}
	if want := slices.Concat(saved, one); !reflect.DeepEqual(got, want) || !reflect.DeepEqual(before, want) {
		t.Fatalf("events differ\nsaved:  %+v\nbefore: %+v\nafter:  %+v", want, before, got)
	}
	if s := again.Status(); !s.Sound() || s.ReadOnly || s.Events != 3 {
		t.Fatalf("status of a sound log: %+v", s)
	}
}

func TestOneMachineIsOneDeviceAndGoesOnCounting(t *testing.T) {
	d := newMemDisk()
	for i := range 3 {
		l := Open("/p", Options{Now: at(noon), Rand: ids(uint64(i)), disk: d})
		saved := mustAppend(t, l, fmt.Sprint(i))
		if saved[0].Seq != uint64(i+1) || saved[0].Device != l.Status().Writer {
			t.Fatalf("run %d: got device %q seq %d", i, saved[0].Device, saved[0].Seq)
		}
		mustClose(t, l)
	}
	if n := len(d.names); n != 3 { // one segment, head.json, the backup of the day
		t.Fatalf("want one segment for all runs:\n%s", d.dump())
	}
}

func TestAnotherMachineWritesAFileOfItsOwn(t *testing.T) {
	d := newMemDisk()
	for i, machine := range []string{"desk", "lap", "desk", "lap"} {
		l := Open("/p", Options{Now: at(noon), Rand: ids(uint64(i)), Machine: machine, disk: d})
		if saved := mustAppend(t, l, fmt.Sprint(i)); saved[0].Seq != uint64(i/2+1) {
			t.Fatalf("run %d on %s: got seq %d", i, machine, saved[0].Seq)
		}
		mustClose(t, l)
	}
	l := Open("/p", options(d))
	wantNotes(t, l, "0", "1", "2", "3")
	if s := l.Status(); !s.Sound() {
		t.Fatalf("status: %+v", s)
	}
}

func TestClockNeverFallsBehind(t *testing.T) {
	d := newMemDisk()
	var last uint64
	for i, now := range []time.Time{noon, noon, noon.AddDate(-3, 0, 0), noon.Add(time.Hour), time.Unix(-5, 0)} {
		l := Open("/p", Options{Now: at(now), Rand: ids(1), disk: d})
		for _, e := range mustAppend(t, l, fmt.Sprint(i, "a"), fmt.Sprint(i, "b")) {
			if e.Clock <= last {
				t.Fatalf("at %v: clock %d after %d", now, e.Clock, last)
			}
			last = e.Clock
		}
		mustClose(t, l)
	}
	l := Open("/p", options(d))
	wantNotes(t, l, "0a", "0b", "1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b")
}

func TestCoursesAreListedLatestFirst(t *testing.T) {
	l := Open("/p", options(newMemDisk()))
	for i, id := range []string{"git", "welcome", "git", ""} {
		e := event("n")
		e.Course, e.Time = id, noon.Add(time.Duration(i)*time.Minute)
		if _, err := l.Append(e); err != nil {
			t.Fatal(err)
		}
	}
	got := l.Courses()
	if len(got) != 2 || got[0].ID != "git" || got[0].Events != 2 || !got[0].Last.Equal(noon.Add(2*time.Minute)) || got[1].ID != "welcome" {
		t.Fatalf("Courses: %+v", got)
	}
}

func TestAfterCloseNothingIsSavedAndAllIsReadable(t *testing.T) {
	l := Open("/p", options(newMemDisk()))
	mustAppend(t, l, "a")
	mustClose(t, l)
	mustClose(t, l)
	if _, err := l.Append(event("b")); err == nil {
		t.Fatal("Append after Close succeeded")
	}
	wantNotes(t, l, "a")
}

func TestNewLogNeedsNoEvents(t *testing.T) {
	l := Open("/p", options(newMemDisk()))
	wantNotes(t, l)
	if s := l.Status(); !s.Sound() || s.ReadOnly || s.Backup != "" || len(l.Courses()) != 0 {
		t.Fatalf("status of an empty log: %+v", s)
	}
	mustClose(t, l)
}

// TestOpeningsAreTheEventsOfThatKind compares with all events, among them some
// that only speak of opening.
func TestOpeningsAreTheEventsOfThatKind(t *testing.T) {
	l := Open(t.TempDir(), Options{Now: at(noon)})
	defer l.Close()
	opened, speaking := event("/courses/\u2028bread"), event("when it was opened \u0001")
	opened.Kind = learn.KindOpened
	if _, err := l.Append(speaking, opened, event("other"), opened); err != nil {
		t.Fatal(err)
	}
	all, err := l.Events("git")
	if err != nil {
		t.Fatal(err)
	}
	var want []Opening
	for _, e := range all {
		if e.Kind == learn.KindOpened {
			want = append(want, Opening{Event: e, Here: true})
		}
	}
	got, err := l.Openings("git")
	if err != nil || len(want) != 2 || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v\nwant %v", got, err, want)
	}
}
