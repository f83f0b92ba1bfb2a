package learn_test

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/model"
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
		lines = append(lines, fmt.Sprintf("    %s: %s %s “%s”, %s", r.ID, r.What, r.Item, r.Title, r.When.Format("2006-01-02 15:04")))
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

// TestAResetLeavesNothing: what was set back is as one that was never met, and
// what was not is as it was.
func TestAResetLeavesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		for range rapid.IntRange(1, 40).Draw(t, "length") {
			w.do(w.anything())
		}
		before, events := w.s.Progress(), w.events()
		notes := []any{w.s.Notes(), w.s.Bookmarks()}
		r := w.someReset()
		if _, err := w.s.Do(r); err != nil {
			t.Skip(err)
		}
		if after := []any{w.s.Notes(), w.s.Bookmarks()}; !reflect.DeepEqual(notes, after) {
			t.Fatalf("notes and bookmarks changed:\n%+v\nwere\n%+v", after, notes)
		}
		switch r.What {
		case learn.ResetQuestion:
			w.leftQuestion(r.ID, events)
		case learn.ResetLesson:
			w.leftLesson(r.ID)
		case learn.ResetSkill:
			w.leftSkill(r.ID, before.Skills)
		case learn.ResetCourse:
			w.leftCourse()
		}
	})
}

// leftQuestion: the state is that of the log without what was done with the
// question.
func (w *walker) leftQuestion(id string, events []learn.Event) {
	if slices.ContainsFunc(w.s.Met(), func(m learn.Met) bool { return m.Question.ID == id && m.Spot.Kind != "" && !inPlacement(events, id) }) {
		w.t.Fatalf("%s counts as met", id)
	}
	without := append(unmet(id, events), w.events()[len(events):]...)
	without[len(without)-1].Kind = ""
	if more := differ(learn.DumpButWords(w.s), learn.DumpButWords(w.as(without))); more != "" {
		w.t.Fatalf("set back, and not as if it had never been met:\n%s", more)
	}
}

// unmet is a log in which a question was never met: without what was done with
// it, the roads that it led to, the ways back from them, and what took any of it
// back. Only the time that these took is left. It follows the detours as the
// learner went through them, one in the other.
func unmet(id string, events []learn.Event) []learn.Event {
	out, left := make([]learn.Event, 0, len(events)), map[string]bool{}
	type detour struct {
		event string
		to    string
	}
	var in []detour
	for _, e := range events {
		switch e.Kind {
		case learn.KindAnswered, learn.KindShown, learn.KindSkipped, learn.KindFinished, learn.KindDisputed, learn.KindDrafted, learn.KindSwapped:
			left[e.ID()] = e.Item == id && !strings.HasPrefix(e.Lesson, "placement")
		case learn.KindDetoured:
			left[e.ID()] = e.Item == id && e.Ref != "back:"+e.To
			in = append(in, detour{e.ID(), e.To})
		case learn.KindJumped:
			left[e.ID()] = strings.HasPrefix(e.Ref, "go:"+id+":")
			in = nil
		case learn.KindReturned:
			for n := len(in) - 1; n >= 0; n-- {
				if in[n].to == e.Lesson {
					left[e.ID()] = left[in[n].event]
					in = in[:n]
					break
				}
			}
		case learn.KindUndone:
			left[e.ID()] = left[e.Ref]
			in = slices.DeleteFunc(in, func(d detour) bool { return d.event == e.Ref })
		case learn.KindNoted:
			left[e.ID()] = e.Ref == "question:"+id
		case learn.KindOpened, learn.KindPlanned, learn.KindReviewed, learn.KindReset:
		}
		if left[e.ID()] {
			e.Kind, e.Lesson, e.Item = "", "", ""
		}
		out = append(out, e)
	}
	return out
}

func inPlacement(events []learn.Event, id string) bool {
	return slices.ContainsFunc(events, func(e learn.Event) bool {
		return e.Item == id && strings.HasPrefix(e.Lesson, "placement")
	})
}

// leftLesson: nothing in the lesson is met, and it is open.
func (w *walker) leftLesson(id string) {
	w.isOpen(w.s, id, w.events())
	if err := w.finishes(id); err != nil {
		w.t.Fatal(err)
	}
}

// isOpen: nothing of a lesson that was set back counts.
func (w *walker) isOpen(s *learn.Session, id string, events []learn.Event) {
	for _, l := range s.Progress().Lessons {
		if l.Lesson.ID != id {
			continue
		}
		if l.State == learn.LessonDone || l.State == learn.LessonSkipped || l.Asked > 0 || !l.Finished.IsZero() {
			w.t.Fatalf("%s was set back: %+v", id, l)
		}
	}
	for _, l := range s.Insights().Lessons {
		if l.Lesson.ID == id {
			w.t.Fatalf("%s was set back, and took %v minutes", id, l.Minutes)
		}
	}
	for _, m := range s.Met() {
		if m.Spot.Lesson != nil && m.Spot.Lesson.ID == id && !inPlacement(events, m.Question.ID) {
			w.t.Fatalf("%s was set back, and %s in it counts as met", id, m.Question.ID)
		}
	}
}

// finishes goes through a lesson that was set back from its start.
func (w *walker) finishes(id string) error {
	v := w.again(w.c)
	if _, err := v.s.Do(learn.GoTo{ID: id}); err != nil {
		return err
	}
	if at := v.s.Step().At(); at.Lesson == nil || at.Lesson.ID != id || at.Number > 1 {
		return fmt.Errorf("opened %s, which was set back, and is at %s", id, describe(v.s))
	}
	v.finish("right")
	return nil
}

// leftSkill: the skill is as before its first answer, and every other skill is
// as it was.
func (w *walker) leftSkill(id string, before []learn.SkillState) {
	fresh, lesson := w.as(nil).Progress().Skills, model.Defaults(model.Standard).Lesson
	for i, k := range w.s.Progress().Skills {
		if k.Skill.ID != id {
			if !reflect.DeepEqual(k, before[i]) {
				w.t.Fatalf("%s was set back, and %s changed:\n%+v\nwas\n%+v", id, k.Skill.ID, k, before[i])
			}
			continue
		}
		taught := fresh[i].Mastery + (1-fresh[i].Mastery)*lesson // by a lesson that was gone through
		if k.Answers > 0 || k.Mastered || k.Tested || k.Misses > 0 || k.Mastery > taught+1e-9 {
			w.t.Fatalf("set back, and still %+v", k)
		}
	}
	for _, d := range w.s.Today().Due {
		if d.Skill == id && d.Kind != learn.DueOpen && d.Kind != learn.DueCard && d.Kind != learn.DueTerm {
			w.t.Fatalf("set back, and %s is due: %+v", id, d)
		}
	}
}

// leftCourse: but for notes and bookmarks, the learner is one who never was
// here.
func (w *walker) leftCourse() {
	fresh := w.as(nil)
	if a, b := describe(w.s), describe(fresh); a != b && !strings.HasPrefix(a, b+"; undo: reset") {
		w.t.Fatalf("starts over at %s, and a new learner at %s", a, b)
	}
	if more := differ(learn.DumpButWords(w.s), learn.DumpButWords(fresh)); more != "" {
		w.t.Fatalf("starts over with\n%s", more)
	}
	if p := w.s.Progress(); p.Started || p.Done > 0 || p.Minutes > 0 || !p.Last.IsZero() {
		w.t.Fatalf("starts over with %+v", p)
	}
}

// noBackup is a log that cannot be copied.
type noBackup struct{ *learn.Memory }

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
