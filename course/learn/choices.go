package learn

import (
	"fmt"

	"github.com/cairn-learn/cairn/course"
)

// undo takes back the last change of road.
func (s *Session) undo() (move, error) {
	last := s.lastChange()
	if last == nil {
		return move{}, fmt.Errorf("nothing to take back: %w", ErrNotNow)
	}
	ref := last.ID()
	before := newState(s.course, s.index)
	for i, e := range s.events {
		if e.ID() == ref {
			before = foldAll(s.course, s.index, s.events[:i])
			break
		}
	}
	e := s.event(KindUndone)
	e.Ref, e.To, e.Item = ref, before.cursor, before.roadAt
	return one(e), nil
}

// set changes a choice such as goal, pace or way.
func (s *Session) set(a Set) (move, error) {
	ask := s.index.asks[a.ID]
	if ask == nil {
		return move{}, fmt.Errorf("changing %q: the course does not ask that", a.ID)
	}
	if err := checkAsk(ask, a.Answer); err != nil {
		return move{}, err
	}
	e := s.event(KindPlanned)
	e.Item, e.Answer, e.Took = a.ID, &a.Answer, 0
	return move{events: []Event{e}, keep: true}, nil
}

// goTo opens a lesson, or the lesson that holds an item, at that item.
func (s *Session) goTo(id string) (move, error) {
	lesson, item := id, ""
	if s.index.lessons[id] == nil {
		lesson, item = s.index.home[id], id
	}
	if lesson == "" {
		lesson, item = s.pageHome(id)
	}
	l := s.index.lessons[lesson]
	if l == nil {
		return move{}, fmt.Errorf("opening %q: the course %q has no lesson or question of that id", id, s.course.ID)
	}
	e := s.event(KindJumped)
	e.What, e.To, e.Item = whatOpen, lesson, item
	e.Reason = &Reason{Code: WhyLearner, Title: l.Title}
	return one(e), nil
}

// pageHome finds "lesson#page".
func (s *Session) pageHome(id string) (lesson, item string) {
	for _, l := range s.course.Lessons {
		if len(id) > len(l.ID)+1 && id[:len(l.ID)] == l.ID && id[len(l.ID)] == '#' {
			return l.ID, id
		}
	}
	return "", ""
}

// redo takes a lesson again from its start.
func (s *Session) redo(id string) (move, error) {
	l := s.index.lessons[id]
	if l == nil {
		return move{}, fmt.Errorf("taking %q again: the course %q has no such lesson", id, s.course.ID)
	}
	e := s.event(KindJumped)
	e.What, e.To = whatRedo, id
	e.Reason = &Reason{Code: WhyLearner, Title: l.Title}
	return one(e), nil
}

// keepDraft keeps an answer that was not sent.
func (s *Session) keepDraft(a Draft) (move, error) {
	var item string
	switch step := s.step.(type) {
	case Answering:
		item = step.Question.ID
	case Asking:
		item = step.Ask.ID
	default:
		return notNow(a)
	}
	e := s.event(KindDrafted)
	e.Item, e.Answer, e.Took = item, &a.Answer, 0
	return move{events: []Event{e}, keep: true}, nil
}

// showWay switches one idea to another explanation.
func (s *Session) showWay(a ShowWay) (move, error) {
	step, ok := s.step.(Reading)
	if !ok {
		return notNow(a)
	}
	for _, part := range step.Page.Parts {
		w, ok := part.(WayPart)
		if !ok || w.ID != a.Ways {
			continue
		}
		for _, way := range w.List {
			if way.Key == a.Key {
				e := s.event(KindShown)
				e.What, e.Item, e.Answer, e.Took = whatWay, a.Ways, &course.Answer{Text: a.Key}, 0
				return move{events: []Event{e}, keep: true}, nil
			}
		}
	}
	return move{}, fmt.Errorf("showing the explanation %q of %q: there is none: %w", a.Key, a.Ways, ErrNotNow)
}

// skipLesson leaves the lesson, or a detour for where it came from.
func (s *Session) skipLesson() (move, error) {
	l := s.step.At().Lesson
	if l == nil {
		return notNow(SkipLesson{})
	}
	if f := s.frame(); f != nil && f.lesson == l.ID {
		e := s.event(KindReturned)
		e.Lesson, e.Item, e.To = l.ID, f.item, f.home
		return one(e), nil
	}
	if s.index.placement(l.ID) {
		return one(s.finish(l.ID)), nil
	}
	e := s.event(KindSkipped)
	e.What, e.Item, e.Lesson = whatLesson, l.ID, l.ID
	e.Reason = &Reason{Code: WhyLearner, Title: l.Title}
	return one(e), nil
}

// Choices returns the Asks that can be changed at any time, with the present
// answers.
func (s *Session) Choices() []Asking {
	var out []Asking
	for _, a := range s.course.Onboarding {
		if a.When.Holds(s.facts("")) {
			out = append(out, Asking{Place: Place{Course: s.course.Title}, Ask: a, Current: s.state.answers[a.ID]})
		}
	}
	return out
}

// Pages returns the pages of a lesson as this learner sees them, to reread.
func (s *Session) Pages(lesson string) []Page {
	l := s.index.lessons[lesson]
	if l == nil {
		return nil
	}
	var pages []Page
	for _, it := range s.plan(l) {
		if it.page != nil {
			pages = append(pages, *it.page)
		}
	}
	return pages
}
