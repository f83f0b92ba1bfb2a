package learn

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// undo takes back the last change of road or reset.
func (s *Session) undo() (move, error) {
	last := s.lastChange()
	if last == nil {
		return move{}, fmt.Errorf("nothing to take back: %w", ErrNotNow)
	}
	if last.Kind == KindReset {
		return s.undoReset(last.ID())
	}
	e := s.event(KindUndone)
	e.Ref = last.ID()
	e.To, e.Item = s.stoodAt(e.Ref)
	m := one(e)
	if finish := s.finishedBefore(last); finish != nil {
		e.Ref = finish.ID()
		m.events = append(m.events, e)
	}
	return m, nil
}

// stoodAt is the lesson and the item the learner stood at before an event;
// empty: outside a lesson, or at its end.
func (s *Session) stoodAt(event string) (lesson, item string) {
	before := *s
	i := max(0, slices.IndexFunc(s.events, func(e Event) bool { return e.ID() == event }))
	before.state, before.stops = foldAll(s.index, s.events[:i]), nil
	before.look()
	step := before.compute()
	l := step.At().Lesson
	if l == nil {
		return "", ""
	}
	switch step := step.(type) {
	case Reading:
		return l.ID, step.Page.ids(l.ID)[0]
	case Answering:
		return l.ID, step.Question.ID
	case Feedback:
		return l.ID, step.Question.ID
	case Asking:
		return l.ID, step.Ask.ID
	case Doing:
		return l.ID, step.Task.ID
	case Offer:
		if step.Kind == OfferExtra {
			return l.ID, step.Item
		}
	}
	return "", ""
}

// finishedBefore is the end of a lesson that led to the author's jump at its
// end, or nil.
func (s *Session) finishedBefore(jump *Event) *Event {
	i := slices.IndexFunc(s.events, func(e Event) bool { return e.ID() == jump.ID() }) - 1
	if i < 0 || jump.What != whatGo {
		return nil
	}
	if e := &s.events[i]; e.Kind == KindFinished && e.What == whatLesson && e.Lesson == jump.Lesson {
		return e
	}
	return nil
}

// set changes a choice such as goal, pace or way.
func (s *Session) set(a Set) (move, error) {
	if strings.HasPrefix(a.ID, settingPrefix) {
		return s.setSetting(a)
	}
	ask := s.index.asks[a.ID]
	if ask == nil {
		return move{}, fmt.Errorf("changing %q: the course does not ask that%s", a.ID, meant(a.ID, ids(s.index.asks)))
	}
	none := ask.Many && len(ask.Options) > 0 && len(a.Answer.Items) == 0
	if err := checkAsk(ask, a.Answer); err != nil && !none {
		return move{}, err
	}
	e := s.event(KindPlanned)
	e.Item, e.Answer = a.ID, &a.Answer
	return move{events: []Event{e}, keep: true}, nil
}

// setSetting changes how the program goes about the course.
func (s *Session) setSetting(a Set) (move, error) {
	sets := s.Settings()
	if !slices.ContainsFunc(sets, func(set Setting) bool { return string(set.ID) == a.ID }) {
		return move{}, fmt.Errorf("changing %q: there is no such setting", a.ID)
	}
	if err := checkSetting(SettingID(a.ID), a.Answer); err != nil {
		return move{}, err
	}
	if a.ID == string(SettingUntil) && a.Answer.Text != "" && a.Answer.Text <= s.state.learner.Today.Date().Format(time.DateOnly) {
		return move{}, &course.FormError{Lack: course.LackFuture}
	}
	e := s.event(KindPlanned)
	e.Item, e.Answer = a.ID, &a.Answer
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
	if extra := s.index.extra[item]; extra != "" && !s.state.offers[extra] {
		item = extra
	}
	l := s.index.lessons[lesson]
	if l == nil {
		return move{}, fmt.Errorf("opening %q: the course %q has no lesson or question of that id%s",
			id, s.course.ID, meant(id, append(ids(s.index.lessons), ids(s.index.home)...)))
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

// meant asks whether the nearest of the known ids was meant, or is empty.
func meant(id string, known []string) string {
	if near := course.Nearest(id, known); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// ids lists the keys of a map in their order.
func ids[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// redo takes a lesson again from its start.
func (s *Session) redo(id string) (move, error) {
	l := s.index.lessons[id]
	if l == nil {
		return move{}, fmt.Errorf("taking %q again: the course %q has no such lesson%s", id, s.course.ID, meant(id, ids(s.index.lessons)))
	}
	e := s.event(KindJumped)
	e.What, e.To = whatRedo, id
	e.Reason = &Reason{Code: WhyLearner, Title: l.Title}
	return one(e), nil
}

// keepDraft keeps an answer that was not sent.
func (s *Session) keepDraft(a Draft) (move, error) {
	var item, rev string
	switch step := s.step.(type) {
	case Answering:
		item, rev = step.Question.ID, step.Question.Rev
	case Asking:
		if step.Answered {
			return notNow(a)
		}
		item = step.Ask.ID
	case Closing:
		item = whatClosing
	default:
		return notNow(a)
	}
	e := s.event(KindDrafted)
	e.Item, e.Rev, e.Answer = item, rev, &a.Answer
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
				e.What, e.Item, e.Answer = whatWay, a.Ways, &course.Answer{Text: a.Key}
				return move{events: []Event{e}, keep: true}, nil
			}
		}
	}
	return move{}, fmt.Errorf("showing the explanation %q of %q: there is none: %w", a.Key, a.Ways, ErrNotNow)
}

// skipLesson leaves the lesson, or a detour for where it came from. A lesson
// whose items are all met is finished, whatever the author's rules say next.
func (s *Session) skipLesson() (move, error) {
	if s.atReview() {
		return one(s.endReview()), nil
	}
	l := s.step.At().Lesson
	if l == nil {
		return notNow(SkipLesson{})
	}
	_, through := s.step.(Summary)
	switch f := s.frame(); {
	case f != nil && f.ask != "":
		return s.skipAsk(f.ask), nil
	case s.inDetour(l.ID) && !through:
		return one(s.returned(f)), nil
	case through || s.index.placement(l.ID):
		return move{events: s.close(l)}, nil
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
