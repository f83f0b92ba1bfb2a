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
	without := make([]learn.Event, 0, len(events))
	for _, e := range events {
		switch e.Kind {
		case learn.KindAnswered, learn.KindShown, learn.KindSkipped, learn.KindFinished, learn.KindDisputed, learn.KindDrafted, learn.KindSwapped:
			if e.Item == id && !strings.HasPrefix(e.Lesson, "placement") {
				e.Kind, e.Lesson, e.Item = "", "", ""
			}
		case learn.KindDetoured, learn.KindJumped, learn.KindReturned, learn.KindUndone:
			return // a road that the question had led to: the walk looks at that
		case learn.KindNoted:
			if e.Ref == "question:"+id {
				e.Kind = ""
			}
		case learn.KindReset:
			return
		case learn.KindOpened, learn.KindPlanned, learn.KindReviewed:
		}
		without = append(without, e)
	}
	without = append(without, w.events()[len(events):]...)
	without[len(without)-1].Kind = ""
	if more := differ(learn.DumpButWords(w.s), learn.DumpButWords(w.as(without))); more != "" {
		w.t.Fatalf("set back, and not as if it had never been met:\n%s", more)
	}
}

func inPlacement(events []learn.Event, id string) bool {
	return slices.ContainsFunc(events, func(e learn.Event) bool {
		return e.Item == id && strings.HasPrefix(e.Lesson, "placement")
	})
}

// leftLesson: nothing in the lesson is met, and it is open.
func (w *walker) leftLesson(id string) {
	for _, l := range w.s.Progress().Lessons {
		if l.Lesson.ID != id {
			continue
		}
		if l.State == learn.LessonDone || l.State == learn.LessonSkipped || l.Asked > 0 || !l.Finished.IsZero() {
			w.t.Fatalf("%s was set back: %+v", id, l)
		}
	}
	for _, l := range w.s.Insights().Lessons {
		if l.Lesson.ID == id {
			w.t.Fatalf("%s was set back, and took %v minutes", id, l.Minutes)
		}
	}
	for _, m := range w.s.Met() {
		if m.Spot.Lesson != nil && m.Spot.Lesson.ID == id && !inPlacement(w.events(), m.Question.ID) {
			w.t.Fatalf("%s was set back, and %s in it counts as met", id, m.Question.ID)
		}
	}
	if err := w.finishes(id); err != nil {
		w.t.Fatal(err)
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
