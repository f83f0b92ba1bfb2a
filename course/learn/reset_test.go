package learn_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn"
)

func setBack(b learn.SetBack, err error) string {
	if err != nil {
		return "  error: " + err.Error()
	}
	return fmt.Sprintf("  sets back the %s “%s”: %d answers, %d lessons, %d skills, since %s; %d notes stay",
		b.What, b.Title, b.Answers, b.Lessons, b.Skills, b.Since.Format("2006-01-02 15:04"), b.Notes)
}

func resets(list []learn.ResetDone) string {
	lines := []string{fmt.Sprintf("  %d resets stand", len(list))}
	for _, r := range list {
		line := fmt.Sprintf("    %s: %s %s “%s”, %s", r.ID, r.What, r.Item, r.Title, r.When.Format("2006-01-02 15:04"))
		if r.Partly {
			line += ", partly under a later one"
		}
		if r.Under != "" {
			line += ", all under “" + r.Under + "”"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// resets draws a reset, or the taking back of one.
func (w *walker) resets() learn.Action {
	t := w.t
	if done := w.s.Resets(); len(done) > 0 && rapid.Bool().Draw(t, "take back") {
		return learn.UndoReset{ID: rapid.SampledFrom(done).Draw(t, "reset").ID}
	}
	what := rapid.SampledFrom([]learn.ResetKind{
		learn.ResetQuestion, learn.ResetQuestion, learn.ResetLesson, learn.ResetLesson, learn.ResetSkill, learn.ResetCourse, "day",
	}).Draw(t, "what")
	return learn.Reset{What: what, ID: rapid.SampledFrom(append(w.s.Resettable(what), "")).Draw(t, "of")}
}

// setsBack reports whether a reset sets a change of road back: one that began in
// the lesson or led to it, or that an answer to the question led to.
func (w *walker) setsBack(reset, road learn.Event) bool {
	switch learn.ResetKind(reset.What) {
	case learn.ResetQuestion:
		return road.Item == reset.Item && road.Ref != "back:"+road.To || strings.HasPrefix(road.Ref, "go:"+reset.Item+":")
	case learn.ResetLesson:
		return road.Lesson == reset.Item || road.To == reset.Item && road.Kind == learn.KindDetoured
	case learn.ResetSkill:
		return false
	case learn.ResetCourse:
	}
	return true
}

// checkReset: what was set back can be taken back at once, and then nothing has
// happened; and it leaves nothing to set back.
func (w *walker) checkReset(a learn.Action, was learn.Step) {
	r, ok := a.(learn.Reset)
	if !ok {
		return
	}
	if back, err := w.s.SetBack(r); !errors.Is(err, learn.ErrNotNow) {
		w.t.Fatalf("set back, and there is more: %s", setBack(back, err))
	}
	if w.s.Step().At().Undo == nil {
		w.t.Fatalf("a reset cannot be taken back at %s", describe(w.s))
	}
	v := w.again(w.c)
	if _, err := v.s.Do(learn.Undo{}); err != nil {
		w.t.Fatalf("taking back %v: %v", r, err)
	}
	if stands(was) != stands(v.s.Step()) {
		w.t.Fatalf("taken back %v: at %s, was at %s", r, stands(v.s.Step()), stands(was))
	}
	v.finish("right")
}

// as opens the learner's course over other events.
func (w *walker) as(events []learn.Event) *learn.Session {
	s, err := learn.Open(w.c, learn.Deps{Log: two{w.log, events}, Now: func() time.Time { return w.clock }, Seed: 5})
	if err != nil {
		w.t.Fatal(err)
	}
	return s
}

// TestAResetTakenBackNeverHappened: whatever was set back, however long ago, and
// taken back, the state is that of the log without both.
func TestAResetTakenBackNeverHappened(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		for range rapid.IntRange(1, 25).Draw(t, "length") {
			w.do(w.anything())
		}
		_, err := w.s.Do(w.someReset())
		if err != nil {
			t.Skip(err)
		}
		id := w.s.Resets()[0].ID
		for range rapid.IntRange(0, 6).Draw(t, "since") {
			w.do(w.anything())
		}
		if !slices.ContainsFunc(w.s.Resets(), func(r learn.ResetDone) bool { return r.ID == id }) {
			t.Skip("it was taken back meanwhile")
		}
		if _, err := w.s.Do(learn.UndoReset{ID: id}); err != nil {
			t.Fatal(err)
		}
		var without []learn.Event
		for _, e := range w.events() {
			if e.ID() == id || e.Kind == learn.KindUndone && e.Ref == id {
				e = learn.Event{Time: e.Time, Took: e.Took}
			}
			without = append(without, e)
		}
		if !learn.SameState(w.s, w.as(without)) {
			t.Fatalf("taken back, and not as if it had never been:\n%s", differ(learn.Dump(w.s), learn.Dump(w.as(without))))
		}
	})
}

// someReset draws a reset of something the course has.
func (w *walker) someReset() learn.Reset {
	what := rapid.SampledFrom([]learn.ResetKind{learn.ResetQuestion, learn.ResetLesson, learn.ResetSkill, learn.ResetCourse}).Draw(w.t, "what")
	id := ""
	if what != learn.ResetCourse {
		id = rapid.SampledFrom(append(w.s.Resettable(what), "")).Draw(w.t, "of")
	}
	return learn.Reset{What: what, ID: id}
}

// TestNothingIsRemovedByAReset: the log only grows, by one event.
func TestNothingIsRemovedByAReset(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		for range rapid.IntRange(1, 25).Draw(t, "length") {
			w.do(w.anything())
		}
		before := w.events()
		r := w.someReset()
		if _, err := w.s.Do(r); err != nil {
			t.Skip(err)
		}
		after := w.events()
		if !reflect.DeepEqual(after[:len(before)], before) {
			t.Fatal("an event was changed or removed")
		}
		added := slices.DeleteFunc(slices.Clone(after[len(before):]), func(e learn.Event) bool { return e.Kind == learn.KindOpened })
		last := after[len(after)-1]
		if len(added) != 1 || last.Kind != learn.KindReset || last.What != string(r.What) || last.Item != r.ID {
			t.Fatalf("not one event of the reset: %+v", after[len(before):])
		}
	})
}

// differ lists the lines that only one of two dumps has.
func differ(a, b string) string {
	var out []string
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for _, l := range x {
		if !slices.Contains(y, l) {
			out = append(out, "- "+l)
		}
	}
	for _, l := range y {
		if !slices.Contains(x, l) {
			out = append(out, "+ "+l)
		}
	}
	return strings.Join(out, "\n")
}

func (noBackup) Backup() (string, error) { return "", learn.ErrFull }

// TestWithoutABackupNothingIsSetBack: the copy comes first.
func TestWithoutABackupNothingIsSetBack(t *testing.T) {
	log := learn.NewMemory(now)
	c := load(t, oneQuestion())
	s, err := learn.Open(c, learn.Deps{Log: noBackup{log}, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Do(learn.Skip{}); err != nil {
		t.Fatal(err)
	}
	before, _ := log.Events(c.ID)
	_, err = s.Do(learn.Reset{What: learn.ResetCourse})
	if !errors.Is(err, learn.ErrNotSaved) || !errors.Is(err, learn.ErrFull) {
		t.Fatalf("set back without a backup: %v", err)
	}
	if after, _ := log.Events(c.ID); len(after) != len(before) {
		t.Fatalf("%d events, were %d", len(after), len(before))
	}
}
