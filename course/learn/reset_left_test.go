package learn_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/model"
)

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
		case learn.KindAnswered, learn.KindChecked, learn.KindShown, learn.KindSkipped, learn.KindFinished, learn.KindDisputed, learn.KindDrafted, learn.KindSwapped:
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
	fresh, lesson := w.as(nil).Progress().Skills, model.Defaults(w.preset()).Lesson
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

// preset is how sure the learner wants to be: brisk counts more on a lesson.
func (w *walker) preset() model.Preset {
	for _, set := range w.s.Settings() {
		if set.ID == learn.SettingSure && len(set.Current.Items) > 0 {
			return model.Preset(set.Current.Items[0])
		}
	}
	return model.Standard
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
