package learn_test

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// besides draws what a learner might do beside the road.
func (w *walker) besides() learn.Action {
	t := w.t
	skill := fmt.Sprintf("k%d", rapid.IntRange(0, 3).Draw(t, "skill"))
	set := func(id learn.SettingID, words ...string) learn.Action {
		return learn.Set{ID: string(id), Answer: course.Answer{Items: words}}
	}
	return rapid.SampledFrom([]learn.Action{
		learn.Review{}, learn.Review{}, learn.Review{Minutes: 2}, learn.Review{Spare: true}, learn.Review{Skill: skill},
		learn.Judge{Knew: learn.KnewNot}, learn.Judge{Knew: learn.KnewIt}, learn.Judge{Knew: learn.KnewEasy}, learn.Judge{Knew: "so"},
		learn.Harder{}, learn.Easier{}, learn.Harder{}, learn.Easier{}, learn.Explain{}, learn.Explain{}, learn.Rest{}, learn.Dispute{},
		set(learn.SettingSure, "brisk"), set(learn.SettingSure, "thorough"), set(learn.SettingSure), set(learn.SettingRecall, "95"),
		set(learn.SettingRecall, "85"), set(learn.SettingDays, "mon", "sat"), set(learn.SettingMinutes, "5"), set(learn.SettingMinutes, "none"),
		set(learn.SettingFirst, "read"), set(learn.SettingConfidence, "off"), set(learn.SettingWeeks, "off"), set(learn.SettingClosing, "off"),
		learn.Set{ID: string(learn.SettingUntil), Answer: course.Answer{Text: "2026-06-01"}}, set("setting:colour", "red"),
		learn.Submit{Answer: course.Answer{DontKnow: true}, Confidence: 3},
	}).Draw(t, "beside")
}

// sleep lets time pass now and then: the program stays open, or is opened again.
func (w *walker) sleep() {
	hours := rapid.SampledFrom([]int{0, 0, 0, 0, 0, 0, 0, 1, 17, 26, 50, 500}).Draw(w.t, "sleep")
	if w.clock = w.clock.Add(time.Duration(hours) * time.Hour); hours > 20 {
		w.s = w.open() // rules may ask how many days ago something was
	}
}

// checkViews: what is told of a learner is told alike after reopening, changes
// nothing, and holds no number that is none.
func (w *walker) checkViews() {
	s := w.open()
	for _, of := range []func(*learn.Session) any{
		func(s *learn.Session) any { return s.Today() }, func(s *learn.Session) any { return s.Map() },
		func(s *learn.Session) any { return s.Plan() }, func(s *learn.Session) any { return s.Insights() },
		func(s *learn.Session) any { return s.Settings() }, func(s *learn.Session) any { return s.Decisions() },
		func(s *learn.Session) any { return s.Progress() },
		func(s *learn.Session) any { return []any{s.Notes(), s.NotesInPlace(), s.Bookmarks(), s.NotesHere()} },
		func(s *learn.Session) any { return []any{s.Met(), s.CardsMet(), s.TermsMet(), s.Resets()} },
		func(s *learn.Session) any {
			d := s.Decision()
			if len(d.Why) == 0 || d.Why[0].Code == "" {
				w.t.Fatalf("no reason at %s", describe(s))
			}
			d.Why[0] = learn.Reason{} // "next" is now "continue"
			d.Source = ""
			return d
		},
	} {
		a, b := of(w.s), of(s)
		if !reflect.DeepEqual(a, b) {
			w.t.Fatalf("told otherwise after reopening:\n%+v\nwas\n%+v", b, a)
		}
		if at := noNumber(reflect.ValueOf(a)); at != "" {
			w.t.Fatalf("%T%s is no number", a, at)
		}
	}
	if !learn.SameState(w.s, w.open()) || !learn.SameState(s, w.open()) {
		w.t.Fatalf("looking changed the state, at %s", describe(w.s))
	}
	if err := learn.Sound(w.s); err != nil {
		w.t.Fatal(err)
	}
}

// noNumber finds a number that is not finite; empty: there is none.
func noNumber(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Float64:
		if math.IsNaN(v.Float()) || math.IsInf(v.Float(), 0) {
			return " "
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			if at := noNumber(v.Index(i)); at != "" {
				return fmt.Sprintf("[%d]%s", i, at)
			}
		}
	case reflect.Pointer:
		if t := v.Type().Elem(); !v.IsNil() && t.PkgPath() == reflect.TypeFor[learn.Today]().PkgPath() {
			return noNumber(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if at := noNumber(v.Field(i)); at != "" {
				return "." + v.Type().Field(i).Name + at
			}
		}
	}
	return ""
}

// checkWhatIf: what was foretold of an answer came true.
func (w *walker) checkWhatIf(action learn.Action, was learn.Step, why learn.Decision) {
	a, ok := was.(learn.Answering)
	f, told := w.s.Step().(learn.Feedback)
	if _, sent := action.(learn.Submit); !sent || !ok || !told || why.IfRight == nil || f.Question != a.Question || f.Answer.DontKnow || f.Confidence == 1 || f.Moved == nil {
		return
	}
	want := why.IfRight
	switch {
	case f.Verdict.Outcome == course.Wrong && f.Verdict.Score == 0:
		want = why.IfWrong
	case f.Verdict.Outcome != course.Right:
		return
	}
	if !reflect.DeepEqual(f.Moved, want) {
		w.t.Fatalf("foretold\n%+v\ncame\n%+v", want, f.Moved)
	}
	for _, m := range want { // an answer starts from the figure that is told
		for _, figure := range why.Figures {
			if figure.Skill.ID == m.Skill.ID && figure.Mastery != m.Before {
				w.t.Fatalf("%s is told as %v, and an answer starts from %v", m.Skill.ID, figure.Mastery, m.Before)
			}
		}
	}
}

// checkSwap: who asks for another question is asked another one.
func (w *walker) checkSwap(a learn.Action, was learn.Step) {
	switch a.(type) {
	case learn.Harder, learn.Easier:
	default:
		return
	}
	old, asked := was.(learn.Answering)
	if !asked {
		return // the day has turned, and the review of the day before with it
	}
	if st, ok := w.s.Step().(learn.Answering); !ok || st.Question == old.Question || st.Question.Level == old.Question.Level || st.Purpose != old.Purpose {
		w.t.Fatalf("wanted another question than %s, and is at %s", what(was), describe(w.s))
	}
}

// checkElse: what else the learner can do is never refused.
func (w *walker) checkElse() {
	others := w.s.Decision().Else
	if len(others) == 0 {
		w.t.Fatalf("nothing else can be done at %s", describe(w.s))
	}
	a := rapid.SampledFrom(others).Draw(w.t, "else")
	v := w.again(w.c)
	if _, err := v.s.Do(a.Action); err != nil {
		w.t.Fatalf("%s was offered at %s and refused: %v", a.Kind, describe(w.s), err)
	}
}

// TestAnythingGoesFromDayToDay: with the days between, reviews come and lapse,
// and what is left is met again.
func TestAnythingGoesFromDayToDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		for range rapid.IntRange(1, 4).Draw(t, "days") {
			for range rapid.IntRange(1, 12).Draw(t, "length") {
				w.do(w.anything())
			}
			w.clock = w.clock.Add(time.Duration(rapid.IntRange(12, 200).Draw(t, "hours")) * time.Hour)
			if due := w.s.Today().Due; len(due) > 0 {
				w.do(learn.Review{Minutes: rapid.SampledFrom([]int{0, 2, 10}).Draw(t, "minutes")})
				if _, ended := w.s.Step().(learn.Finished); ended {
					t.Fatalf("%d are due and none came up", len(due))
				}
			}
		}
		manner := rapid.SampledFrom(slices.Sorted(maps.Keys(manners))).Draw(t, "manner")
		w.finish(manner)
	})
}
