package learn_test

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// apart is what two machines went on to do from where the learner was, without
// knowing of each other, in the order of their clocks. The first of them sets
// something back meanwhile. The events are renamed so that either may come first.
func (w *walker) apart() (all []learn.Event, reset learn.Event) {
	t := w.t
	names := rapid.Permutation([]string{"here", "there"}).Draw(t, "names")
	other := w.again(w.c)
	both, since := []*walker{w, other}, len(w.events())
	goOn := func(most int) {
		for range rapid.IntRange(0, most).Draw(t, "length") {
			v := rapid.SampledFrom(both).Draw(t, "machine")
			v.clock = v.clock.Add(time.Duration(rapid.IntRange(1, 100).Draw(t, "wait")) * time.Second)
			_, _ = v.s.Do(v.anything())
		}
	}
	goOn(12)
	if _, err := w.s.Do(w.someReset()); err != nil {
		t.Skip(err)
	}
	id := w.s.Resets()[0].ID
	goOn(12)
	all = w.events()[:since]
	for i, v := range both {
		for _, e := range v.events()[since:] {
			if v == w && e.ID() == id {
				reset = e
			}
			if _, n, ok := strings.Cut(e.Ref, "memory-"); ok {
				if seq, err := strconv.Atoi(n); err == nil && seq > since {
					e.Ref = replaceDevice(e.Ref, names[i])
				}
			}
			e.Device = names[i]
			all = append(all, e)
		}
	}
	reset.Device = names[0]
	slices.SortStableFunc(all, func(a, b learn.Event) int {
		return cmp.Or(cmp.Compare(a.Clock, b.Clock), cmp.Compare(a.Device, b.Device))
	})
	return all, reset
}

// TestAResetOnOneMachineCountsOnBoth: what two machines did, and one of them set
// back, is set back of both up to then; and taken back on either, it never was.
func TestAResetOnOneMachineCountsOnBoth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		for range rapid.IntRange(0, 15).Draw(t, "together") {
			w.clock = w.clock.Add(20 * time.Second)
			_, _ = w.s.Do(w.anything())
		}
		all, reset := w.apart()
		at := slices.IndexFunc(all, func(e learn.Event) bool { return e.ID() == reset.ID() })
		blank := func(e learn.Event) learn.Event { return learn.Event{Time: e.Time, Took: e.Took} }

		last := all[len(all)-1]
		back := learn.Event{Kind: learn.KindUndone, Ref: reset.ID(), Device: "third", Seq: 1, Clock: last.Clock + 1, Time: last.Time, Course: last.Course}
		without := append(slices.Clone(all), blank(back))
		for i, e := range without {
			if i == at || e.Kind == learn.KindUndone && e.Ref == reset.ID() {
				without[i] = blank(e)
			}
		}
		if a, b := w.as(append(slices.Clone(all), back)), w.as(without); !learn.SameState(a, b) {
			t.Fatalf("taken back, and not as if it had never been:\n%s", differ(learn.Dump(a), learn.Dump(b)))
		}
		w.setBackOfBoth(all, at)
	})
}

// setBackOfBoth looks at the state right after a reset in a log of two machines.
func (w *walker) setBackOfBoth(all []learn.Event, at int) {
	reset, upTo := all[at], all[:at+1]
	s, want := w.as(upTo), []learn.Event(nil)
	switch learn.ResetKind(reset.What) {
	case learn.ResetQuestion:
		want = append(unmet(reset.Item, all[:at]), reset)
		want[at].Kind = "" // it took its time
	case learn.ResetLesson:
		w.isOpen(s, reset.Item, upTo)
		return
	case learn.ResetSkill:
		for _, k := range s.Progress().Skills {
			if k.Skill.ID == reset.Item && (k.Answers > 0 || k.Mastered || k.Tested || k.Misses > 0) {
				w.t.Fatalf("set back, and still %+v", k)
			}
		}
		return
	case learn.ResetCourse:
	}
	if more := differ(learn.DumpButWords(s), learn.DumpButWords(w.as(want))); more != "" {
		w.t.Fatalf("set back, and not as if it had never been:\n%s", more)
	}
}

// TestACourseStartedOverTwice: two machines start the course over without knowing
// of each other, and the learner is one who never was here all the same.
func TestACourseStartedOverTwice(t *testing.T) {
	begin := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	over := func(device string) learn.Event {
		return learn.Event{Device: device, Seq: 1, Time: begin, Kind: learn.KindReset, What: string(learn.ResetCourse)}
	}
	opened := func(events ...learn.Event) *learn.Session {
		s, err := learn.Open(load(t, oneQuestion()), learn.Deps{Log: two{learn.NewMemory(now), events}, Now: now})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	got := opened(learn.Event{Device: "a", Time: begin, Kind: learn.KindOpened}, over("a"), over("b"))
	if more := differ(learn.DumpButWords(got), learn.DumpButWords(opened())); more != "" {
		t.Fatalf("starts over with\n%s", more)
	}
}

// TestNoEventAtTheEndOfTimeWinsForEver: a log from elsewhere may hold a reset that
// no clock comes after, and may say that what is yet to come was taken back. Both
// count for nothing; what is well dated counts as ever.
func TestNoEventAtTheEndOfTimeWinsForEver(t *testing.T) {
	begin := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	event := func(device string, clock uint64, kind learn.Kind, ref string) learn.Event {
		e := learn.Event{Device: device, Seq: 1, Clock: clock, Time: begin, Kind: kind, Ref: ref}
		if kind == learn.KindReset {
			e.What = string(learn.ResetCourse)
		}
		return e
	}
	answer := event("a", 5, learn.KindAnswered, "")
	answer.Lesson, answer.Item, answer.Answer, answer.Outcome = "one-lesson", "q", &course.Answer{Text: "no"}, course.Wrong
	reset, end := learn.KindReset, uint64(learn.LastClock)
	for _, c := range []struct {
		name   string
		events []learn.Event
		counts bool // the answer does
		stand  int  // resets
	}{
		{"nothing", []learn.Event{answer}, true, 0},
		{"a reset", []learn.Event{answer, event("b", 6, reset, "")}, false, 1},
		{"just before the end", []learn.Event{answer, event("b", end-1, reset, "")}, false, 1},
		{"at the end", []learn.Event{answer, event("b", end, reset, "")}, true, 0},
		{"taken back", []learn.Event{answer, event("b", 6, reset, ""), event("c", 7, learn.KindUndone, "b-1")}, true, 0},
		{"taken back at the end", []learn.Event{answer, event("b", 6, reset, ""), event("c", end, learn.KindUndone, "b-1")}, false, 1},
		{"taken back before it was", []learn.Event{answer, event("c", 1, learn.KindUndone, "b-1"), event("b", 6, reset, "")}, false, 1},
	} {
		s, err := learn.Open(load(t, oneQuestion()), learn.Deps{Log: two{learn.NewMemory(now), c.events}, Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if counts, stand := len(s.Met()) > 0, len(s.Resets()); counts != c.counts || stand != c.stand {
			t.Errorf("%s: the answer counts is %v, and %d resets stand", c.name, counts, stand)
		}
	}
}
