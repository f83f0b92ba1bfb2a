package tui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// slowSession tells the test when it is asked to do something.
type slowSession struct {
	Session
	done []learn.Action
}

func (s *slowSession) Do(a learn.Action) (learn.Step, error) {
	s.done = append(s.done, a)
	return learn.Reading{}, nil
}

func (s *slowSession) Course() *course.Course { return &course.Course{Title: "Sample"} }

// TestOneActionAtATime gives the App a second action while the first is still
// being saved.
func TestOneActionAtATime(t *testing.T) {
	s := &slowSession{}
	a := New(Options{Shelf: newSampleShelf()})
	a.screens = func(step learn.Step, _ *words.Words) Screen { return &fakeStep{step: step} }
	a.session = s
	_, first := a.Update(DoMsg{Action: learn.Continue{}})
	_, second := a.Update(DoMsg{Action: learn.Skip{}})
	if first == nil || second != nil {
		t.Fatalf("commands for the first %v and the second %v; want one for the first only", first != nil, second != nil)
	}
	result := first()
	if len(s.done) != 1 {
		t.Fatalf("%d actions were done, want 1", len(s.done))
	}
	_, next := a.Update(result)
	(&driver{t: t, app: a, guard: newGuard(nil)}).run(next)
	if len(s.done) != 2 || s.done[1] != (learn.Skip{}) {
		t.Errorf("done: %v", s.done)
	}
}

// TestLateResultsAreDropped leaves a page before what it asked for comes.
func TestLateResultsAreDropped(t *testing.T) {
	p := &play{t: t}
	p.all("shelf begun\nstart course/git\npress o")
	a := p.d.app
	outline := a.top()
	id, page := outline.id, outline.screen.(*outlineScreen)
	p.d.press("esc")
	page.course = nil
	p.d.send(ForMsg{Screen: id, Msg: surveyed{course: sampleCourse()}})
	if page.course != nil {
		t.Error("a page that was left still gets results")
	}
}

// TestTheSameKindOfStepKeepsItsPage follows a session from a question to the
// next and then to a page.
func TestTheSameKindOfStepKeepsItsPage(t *testing.T) {
	p := &play{t: t}
	p.all("start course/git")
	a := p.d.app
	before := a.top().screen
	p.d.press("s")
	if a.top().screen != before || before.(*fakeStep).told != 1 {
		t.Error("the next question has another page, or the page was not told")
	}
	p.d.press("s", "s", "s", "esc")
	if a.top().screen == before {
		t.Error("a page of text is shown by the page of a question")
	}
}

// TestStartingOverStartsThePageAfresh lets nothing of the tries before stay on
// the page of a question, neither on the page that was kept for one try after
// the other nor on one that follows the feedback.
func TestStartingOverStartsThePageAfresh(t *testing.T) {
	q := flowQuestion("q", "What?", &course.Options{List: []course.Option{{Text: "Old choice"}, {Text: "Other"}}})
	before := learn.Answering{Question: q, Place: learn.Place{Undo: &learn.Reason{Code: learn.WhyReset}}}
	said := learn.Feedback{Question: q, Answer: course.Answer{Items: []string{"1"}}, Place: before.Place}
	for _, c := range []struct {
		name   string
		from   learn.Step
		action learn.Action
		afresh bool
	}{
		{"a reset of the open question", before, learn.Reset{}, true},
		{"a reset after feedback", said, learn.Reset{}, true},
		{"a reset that is undone", before, learn.Undo{}, true},
		{"a certain reset that is undone", before, learn.UndoReset{}, true},
		{"another undo", learn.Answering{Question: q}, learn.Undo{}, false},
		{"another try", said, learn.Continue{}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := &play{t: t}
			p.all("start course/git")
			a := p.d.app
			at := a.stepAt()
			a.screens = screenFor
			a.stack[at] = a.stepEntry(c.from)
			if page, ok := a.stack[at].screen.(*question); ok {
				page.past = []learn.Feedback{said}
			}
			p.d.send(jobMsg{result: acted{session: a.session, action: c.action, step: StepMsg{Step: before}}})
			page := a.top().screen.(*question)
			if got := len(page.past) == 0; got != c.afresh {
				t.Errorf("the page starts afresh: %v, want %v; it has %d tries", got, c.afresh, len(page.past))
			}
		})
	}
}

// TestAHintThatCameIsNotOffered: the page of a question tried again holds the hint that
// came by itself, and points out another one only.
func TestAHintThatCameIsNotOffered(t *testing.T) {
	const offer = "There is a hint"
	p := &play{t: t}
	p.all("start course/git")
	a := p.d.app
	at := a.stepAt()
	a.screens = screenFor
	again := madeQuestions()["question-again"].(learn.Answering)
	for hint, offered := range map[string]bool{"": true, again.Question.Hints[0]: false} {
		a.stack[at] = a.stepEntry(again)
		a.stack[at].screen.(*question).past = []learn.Feedback{{Question: again.Question, Place: again.Place, Hint: hint}}
		p.d.press("up")
		if screen := p.d.screen(); strings.Contains(screen, offer) != offered {
			t.Errorf("after the hint %q:\n%s", hint, screen)
		}
	}
}

// panicking is a page that cannot be drawn.
type panicking struct{ fakeStep }

func (*panicking) View(Env) Frame                  { panic("cannot be drawn\x1b[2J") }
func (*panicking) Title(*words.Words) string       { return "Fault" }
func (*panicking) Update(Env, tea.Msg) tea.Cmd     { return nil }
func (*panicking) Bindings(*words.Words) []Binding { return nil }

// TestAPageThatCannotBeDrawn becomes a page that says so.
func TestAPageThatCannotBeDrawn(t *testing.T) {
	p := &play{t: t}
	p.all("press down")
	p.d.app.push("fault", &panicking{})
	p.d.send(EnvMsg{})
	p.d.sees("This page cannot be shown", "cannot be drawn")
	p.d.press("esc")
	p.d.sees("> Welcome to cairn")
}

// TestActionsThatPanic are said to have failed, and the step stays.
func TestActionsThatPanic(t *testing.T) {
	p := &play{t: t}
	p.all("shelf begun\nstart course/git")
	p.d.app.session = nil
	p.d.send(DoMsg{Action: learn.Continue{}}) // nothing is open: nothing happens
	p.d.app.session = faulty{}
	p.d.send(DoMsg{Action: learn.Continue{}})
	p.d.sees("not done: doing learn.Continue: the engine has a fault", "[learn.")
}

// TestReadingsThatPanic become a page that says so, and what waits comes next.
func TestReadingsThatPanic(t *testing.T) {
	p := &play{t: t}
	p.all("shelf begun\nstart course/git\npress o")
	page := p.d.app.top().id
	p.d.send(ReadMsg{Screen: page, Read: func(Session) tea.Msg { panic("the map has a fault") }})
	p.d.sees("This page cannot be shown", "the map has a fault")
	p.d.press("esc", "o")
	p.d.sees("Choosing what to save")
}

type faulty struct{ Session }

func (faulty) Do(learn.Action) (learn.Step, error) { panic("the engine has a fault") }
func (faulty) Course() *course.Course              { return &course.Course{Title: "Sample"} }
