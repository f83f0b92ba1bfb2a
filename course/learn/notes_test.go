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

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/learn/model"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// jots draws what a learner might do with notes and bookmarks.
func (w *walker) jots() learn.Action {
	t := w.t
	place := rapid.SampledFrom([]string{"", "nowhere", "l0", "l0#start", "q0", "q3", "card:c0", "term:Text", w.s.Here().ID}).Draw(t, "place")
	id := "none-1"
	if notes := w.s.Notes(); len(notes) > 0 {
		id = rapid.SampledFrom(notes).Draw(t, "note").ID
	}
	text := rapid.SampledFrom([]string{"ask about this", "two\nlines", " ", "\x1b[2J\u202e", strings.Repeat("long ", 9000)}).Draw(t, "text")
	return rapid.SampledFrom([]learn.Action{
		learn.AddNote{Place: place, Text: text}, learn.EditNote{ID: id, Text: text}, learn.RemoveNote{ID: id},
		learn.Mark{Place: place}, learn.Mark{Place: place, Off: true},
	}).Draw(t, "jot")
}

// jotted reports whether an action is about notes or bookmarks only.
func jotted(a learn.Action) bool {
	switch a.(type) {
	case learn.AddNote, learn.EditNote, learn.RemoveNote, learn.Mark:
		return true
	}
	return false
}

// TestNotesDoNotMoveTheLearner: at any step a note may be written, changed and
// removed and a bookmark set; the step stays as it is, and the lists hold just
// what was left in them, safe to show, also after the program was opened again.
func TestNotesDoNotMoveTheLearner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		notes, marks := map[string]string{}, map[string]bool{}
		for range rapid.IntRange(1, 25).Draw(t, "length") {
			a, was := w.anything(), w.s.Step()
			if rapid.Bool().Draw(t, "jot") {
				a = w.jots()
			}
			if !jotted(a) {
				w.do(a)
				continue
			}
			if rapid.Bool().Draw(t, "overnight") {
				w.clock = w.clock.Add(24 * time.Hour)
			}
			_, err := w.s.Do(a)
			if stands(was) != stands(w.s.Step()) || what(was) != what(w.s.Step()) {
				t.Fatalf("%T moved the learner from %s to %s", a, what(was), what(w.s.Step()))
			}
			if err == nil {
				takeJot(a, w.s, notes, marks)
			}
			if model.DayOf(w.clock) == w.day {
				w.checkReopened()
			}
			for _, s := range []*learn.Session{w.s, w.open()} {
				if got := noteTexts(s); !reflect.DeepEqual(got, notes) {
					t.Fatalf("after %T the notes are %q, not %q", a, got, notes)
				}
				if got := marked(s); !reflect.DeepEqual(got, marks) {
					t.Fatalf("after %T the bookmarks are %v, not %v", a, got, marks)
				}
			}
		}
	})
}

// takeJot does to plain maps what an action does to notes and bookmarks.
func takeJot(a learn.Action, s *learn.Session, notes map[string]string, marks map[string]bool) {
	switch a := a.(type) {
	case learn.AddNote:
		for _, n := range s.Notes() {
			if _, old := notes[n.ID]; !old {
				notes[n.ID] = textsafe.Text(a.Text)
			}
		}
	case learn.EditNote:
		notes[a.ID] = textsafe.Text(a.Text)
	case learn.RemoveNote:
		delete(notes, a.ID)
	case learn.Mark:
		if marks[a.Place] = true; a.Off {
			delete(marks, a.Place)
		}
	}
}

func noteTexts(s *learn.Session) map[string]string {
	m := map[string]string{}
	for _, n := range s.Notes() {
		m[n.ID] = n.Text
	}
	return m
}

func marked(s *learn.Session) map[string]bool {
	m := map[string]bool{}
	for _, b := range s.Bookmarks() {
		m[b.Spot.ID] = true
	}
	return m
}

// TestNotesOfAnEditedCourse: the author may take any part of a course away; no
// note is lost, and those whose place is gone say so.
func TestNotesOfAnEditedCourse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		for range rapid.IntRange(1, 12).Draw(t, "length") {
			w.do(w.anything())
			_, err := w.s.Do(learn.AddNote{Place: w.s.Here().ID, Text: "here"})
			if err == nil {
				_, err = w.s.Do(learn.Mark{Place: w.s.Here().ID})
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		v := w.again(drawCourse(t).load(t))
		if a, b := noteTexts(w.s), noteTexts(v.s); !reflect.DeepEqual(a, b) {
			t.Fatalf("the notes were %q and are %q", a, b)
		}
		if a, b := marked(w.s), marked(v.s); !reflect.DeepEqual(a, b) {
			t.Fatalf("the bookmarks were %v and are %v", a, b)
		}
		lessons := map[*course.Lesson]bool{nil: true}
		for _, l := range v.c.Lessons {
			lessons[l] = true
		}
		for _, n := range v.s.NotesInPlace() {
			if n.Spot.Gone != v.s.SpotOf(n.Spot.ID).Gone {
				t.Fatalf("the place %q is gone: %v", n.Spot.ID, n.Spot.Gone)
			}
			if l := n.Spot.Lesson; !lessons[l] && l != v.c.Placement {
				t.Fatalf("the place %q is in a lesson of another course", n.Spot.ID)
			}
		}
	})
}

// TestMetTellsNoAnswerBefore: the right answer of a question is open only where
// feedback has shown it or the learner found it, and never while it is asked.
func TestMetTellsNoAnswerBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalker(t, drawCourse(t).load(t))
		told := map[string]bool{} // by question and meaning
		for range rapid.IntRange(1, 40).Draw(t, "length") {
			w.do(w.anything())
			answered := map[string]bool{}
			for _, e := range w.events() {
				answered[e.Item] = answered[e.Item] || e.Kind == learn.KindAnswered || e.What == "answer"
			}
			if f, ok := w.s.Step().(learn.Feedback); ok && f.Reveal {
				told[f.Question.ID+f.Question.Rev] = true
			}
			now := ""
			if st, ok := w.s.Step().(learn.Answering); ok {
				now = st.Question.ID
			}
			for _, m := range w.s.Met() {
				q := m.Question
				switch {
				case !answered[q.ID]:
					t.Fatalf("%s counts as met and was never put", q.ID)
				case m.Open && (!told[q.ID+q.Rev] || now == q.ID):
					t.Fatalf("the answer of %s is open at %s", q.ID, describe(w.s))
				case m.When.Before(m.First):
					t.Fatalf("%s was met first on %v and last on %v", q.ID, m.First, m.When)
				}
			}
		}
	})
}

// TestNotesAreListed: by place, by time, and at what is before the learner.
func TestNotesAreListed(t *testing.T) {
	c := load(t, oneQuestion())
	clock := now()
	log := learn.NewMemory(func() time.Time { return clock })
	s, err := learn.Open(c, learn.Deps{Log: log, Now: func() time.Time { return clock }})
	if err != nil {
		t.Fatal(err)
	}
	do := func(a learn.Action) {
		t.Helper()
		clock = clock.Add(time.Minute)
		if _, err := s.Do(a); err != nil {
			t.Fatal(err)
		}
	}
	do(learn.AddNote{Place: "q", Text: "on the question"})
	do(learn.AddNote{Place: "one-lesson#one", Text: "on the text"})
	do(learn.AddNote{Text: "on the course"})
	do(learn.Mark{Place: "q"})
	do(learn.Mark{Place: "one-lesson"})
	texts := func(notes []learn.Note) (out []string) {
		for _, n := range notes {
			out = append(out, n.Text)
		}
		return out
	}
	if got := texts(s.Notes()); !slices.Equal(got, []string{"on the course", "on the text", "on the question"}) {
		t.Errorf("newest first: %q", got)
	}
	if got := texts(s.NotesInPlace()); !slices.Equal(got, []string{"on the course", "on the text", "on the question"}) {
		t.Errorf("in place: %q", got)
	}
	do(learn.GoTo{ID: "q"})
	if got := texts(s.NotesHere()); !slices.Equal(got, []string{"on the question"}) {
		t.Errorf("at the question: %q, %+v", got, s.Here())
	}
	if got := s.Bookmarks(); len(got) != 2 || got[0].Spot.ID != "one-lesson" || got[1].Spot.ID != "q" {
		t.Errorf("bookmarks: %+v", got)
	}
	if sp := s.SpotOf("one-lesson#one"); sp.Kind != learn.SpotText || sp.Title != "One" || sp.Page != 1 || sp.Lesson.ID != "one-lesson" {
		t.Errorf("the text: %+v", sp)
	}
	id := s.Notes()[0].ID
	do(learn.RemoveNote{ID: id})
	if got := texts(s.Notes()); slices.Contains(got, "on the course") {
		t.Errorf("removed, and listed: %q", got)
	}
	do(learn.EditNote{ID: id, Text: "on the course"})
	if got := texts(s.Notes()); !slices.Contains(got, "on the course") {
		t.Errorf("brought back, and not listed: %q", got)
	}
	for _, bad := range []learn.Action{
		learn.AddNote{Text: " \n"}, learn.EditNote{ID: id}, learn.AddNote{Place: "q2", Text: "x"}, learn.RemoveNote{ID: "x-1"},
		learn.Mark{Place: "q2"}, learn.Mark{Place: "", Off: true}, learn.AddNote{Text: strings.Repeat("x", 20<<10)},
	} {
		if _, err := s.Do(bad); err == nil || errors.Is(err, learn.ErrNotSaved) {
			t.Errorf("%T%.40s was taken (%v)", bad, fmt.Sprint(bad), err)
		}
	}
}
