package progress

import (
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"pgregory.net/rapid"
)

// logs are the kinds of log that promise what learn.Log says.
var logs = map[string]func(t testing.TB, now func() time.Time) learn.Log{
	"memory": func(t testing.TB, now func() time.Time) learn.Log { return learn.NewMemory(now) },
	"disk": func(t testing.TB, now func() time.Time) learn.Log {
		l := Open(t.TempDir(), Options{Now: now, Rand: ids(1)})
		t.Cleanup(func() { l.Close() })
		return l
	},
	"simulated disk": func(t testing.TB, now func() time.Time) learn.Log {
		return Open("/p", Options{Now: now, Rand: ids(1), disk: newMemDisk()})
	},
}

func TestEveryLogKeepsItsPromise(t *testing.T) {
	for name, open := range logs {
		for _, promise := range promises {
			t.Run(name+"/"+promise.says, func(t *testing.T) { promise.check(t, open(t, at(noon))) })
		}
	}
}

var promises = []struct {
	says  string
	check func(t *testing.T, l learn.Log)
}{
	{"an empty log has no events", func(t *testing.T, l learn.Log) {
		if got, err := l.Events("git"); len(got) != 0 || err != nil {
			t.Fatalf("got %v, %v", got, err)
		}
	}},
	{"saving nothing is no error", func(t *testing.T, l learn.Log) {
		if got, err := l.Append(); len(got) != 0 || err != nil {
			t.Fatalf("got %v, %v", got, err)
		}
	}},
	{"events are numbered from 1 and ordered by clock", func(t *testing.T, l learn.Log) {
		saved := append(mustAppend(t, l, "a", "b"), mustAppend(t, l, "c")...)
		for i, e := range saved {
			if e.Seq != uint64(i+1) || e.Device != saved[0].Device || e.Device == "" {
				t.Fatalf("event %d: device %q seq %d", i, e.Device, e.Seq)
			}
			if i > 0 && e.Clock <= saved[i-1].Clock {
				t.Fatalf("event %d: clock %d after %d", i, e.Clock, saved[i-1].Clock)
			}
		}
		if saved[0].Clock != uint64(noon.UnixMilli())<<16 {
			t.Fatalf("first clock: %d", saved[0].Clock)
		}
	}},
	{"what Append returns is what Events gives", func(t *testing.T, l learn.Log) {
		saved, err := l.Append(full(), event("plain"), learn.Event{Course: "git", Kind: "from-the-future", Answer: &course.Answer{}})
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := l.Events("git"); !reflect.DeepEqual(got, saved) {
			t.Fatalf("got  %+v\nwant %+v", got, saved)
		}
	}},
	{"events keep all their fields", func(t *testing.T, l learn.Log) {
		saved, err := l.Append(full())
		if err != nil {
			t.Fatal(err)
		}
		got, want := saved[0], full()
		want.Device, want.Seq, want.Clock = got.Device, got.Seq, got.Clock
		if !got.Time.Equal(want.Time) || got.Time.Format(time.RFC3339) != want.Time.Format(time.RFC3339) {
			t.Fatalf("time: got %v, want %v", got.Time, want.Time)
		}
		got.Time = want.Time
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("got  %+v\nwant %+v", got, want)
		}
	}},
	{"courses are kept apart", func(t *testing.T, l learn.Log) {
		other := event("other")
		other.Course = "welcome"
		if _, err := l.Append(event("a"), other, event("b")); err != nil {
			t.Fatal(err)
		}
		wantNotes(t, l, "a", "b")
		if got, _ := l.Events("welcome"); len(got) != 1 {
			t.Fatalf("welcome: %v", got)
		}
		if got, _ := l.Events("none"); len(got) != 0 {
			t.Fatalf("none: %v", got)
		}
	}},
	{"all or none: an event that cannot be written takes the others along", func(t *testing.T, l learn.Log) {
		mustAppend(t, l, "a")
		bad := event("nan")
		bad.Score = math.NaN()
		if _, err := l.Append(event("b"), bad); err == nil {
			t.Fatal("a score that is not a number was saved")
		}
		saved := mustAppend(t, l, "c")
		if wantNotes(t, l, "a", "c"); saved[0].Seq != 2 {
			t.Fatalf("seq after a failed save: %d", saved[0].Seq)
		}
	}},
	{"text that is not UTF-8 is mended, at once and for good", func(t *testing.T, l learn.Log) {
		saved := mustAppend(t, l, "a\xffb")
		if saved[0].Note != "a\ufffdb" {
			t.Fatalf("saved %q", saved[0].Note)
		}
		wantNotes(t, l, "a\ufffdb")
	}},
	{"the caller's events do not change", func(t *testing.T, l learn.Log) {
		given := event("a")
		if _, err := l.Append(given); err != nil || given.Seq != 0 || given.Device != "" {
			t.Fatalf("given: %+v, %v", given, err)
		}
	}},
	{"many goroutines may use it", func(t *testing.T, l learn.Log) {
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for range 10 {
					if _, err := l.Append(event("a"), event("b")); err != nil {
						t.Error(err)
					}
					l.Events("git")
				}
			})
		}
		all.Wait()
		if got := strings.Join(notesOf(t, l), ""); got != strings.Repeat("ab", 40) {
			t.Fatalf("saves were mixed: %s", got)
		}
	}},
}

// TestLogsAgree runs the same saves on the memory log and on disk, which is
// closed and opened again between them.
func TestLogsAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := noon
		clock := func() time.Time { return now }
		memory, d := learn.NewMemory(clock), newMemDisk()
		l := Open("/p", Options{Now: clock, Rand: ids(1), disk: d})
		for range rapid.IntRange(1, 8).Draw(t, "saves") {
			now = now.Add(time.Duration(rapid.Int64Range(-1e12, 1e12).Draw(t, "time passes")))
			batch := rapid.SliceOfN(anyEvent(), 1, 4).Draw(t, "batch")
			_, err1 := memory.Append(batch...)
			_, err2 := l.Append(batch...)
			if (err1 == nil) != (err2 == nil) {
				t.Fatalf("memory: %v, disk: %v", err1, err2)
			}
			if rapid.Bool().Draw(t, "open again") {
				l.Close()
				l = Open("/p", Options{Now: clock, Rand: ids(2), disk: d})
			}
		}
		for _, id := range []string{"git", "welcome", ""} {
			want, _ := memory.Events(id)
			got, _ := l.Events(id)
			if len(got) != len(want) {
				t.Fatalf("course %q: %d events, want %d", id, len(got), len(want))
			}
			for i := range got {
				got[i].Device = want[i].Device
				if !reflect.DeepEqual(got[i], want[i]) {
					t.Fatalf("course %q\ngot  %+v\nwant %+v", id, got[i], want[i])
				}
			}
		}
		if s := l.Status(); !s.Sound() {
			t.Fatalf("status: %+v", s)
		}
	})
}

// anyEvent draws events with odd texts, some of which cannot be saved.
func anyEvent() *rapid.Generator[learn.Event] {
	text := rapid.OneOf(rapid.Just(""), rapid.String(), rapid.SampledFrom([]string{"\xff", "<&>", "\u2028", "\x00\x1b", "\ufeff", "\\u0041"}))
	return rapid.Custom(func(t *rapid.T) learn.Event {
		e := learn.Event{
			Time:    time.UnixMilli(rapid.Int64Range(-1e13, 1e14).Draw(t, "ms")).In(time.FixedZone("", 60*rapid.IntRange(-800, 800).Draw(t, "zone"))),
			Course:  rapid.SampledFrom([]string{"git", "welcome", ""}).Draw(t, "course"),
			Kind:    learn.Kind(rapid.SampledFrom([]string{"noted", "unknown"}).Draw(t, "kind")),
			Note:    text.Draw(t, "note"),
			Lesson:  text.Draw(t, "lesson"),
			Score:   rapid.OneOf(rapid.Float64Range(0, 1), rapid.Float64()).Draw(t, "score"),
			Hints:   rapid.Int().Draw(t, "hints"),
			Took:    rapid.Int64().Draw(t, "took"),
			Outcome: course.Outcome(text.Draw(t, "outcome")),
		}
		if rapid.Bool().Draw(t, "answered") {
			e.Answer = &course.Answer{Text: text.Draw(t, "answer"), Items: rapid.SliceOf(text).Draw(t, "items"), DontKnow: rapid.Bool().Draw(t, "dontKnow")}
		}
		if rapid.Bool().Draw(t, "reason") {
			e.Reason = &learn.Reason{Code: learn.WhyNext, Title: text.Draw(t, "title"), Number: rapid.Float64().Draw(t, "n"), Limit: rapid.Float64().Draw(t, "lim"),
				Days: rapid.IntRange(0, 9999).Draw(t, "days"), By: learn.ByModel, Over: text.Draw(t, "over"), Less: learn.WhyDue}
		}
		return e
	})
}
