// Package learn is one learner's way through a course: what comes next, why,
// and what an answer does to it. It has no terminal, no goroutine and no clock
// of its own; everything it knows it folds from events.
package learn

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// maxDetours is how deep detours nest.
const maxDetours = 2

// Deps is what a Session must be given.
type Deps struct {
	Log    Log
	Now    func() time.Time
	Seed   uint64 // decides the order of options; the same for one learner at all times
	Source string // the folder the course came from; empty for a built-in one
}

// Session is one learner in one course. It is not safe for concurrent use: one
// owner calls Do.
type Session struct {
	course *course.Course
	deps   Deps
	index  *index
	events []Event
	state  *state

	stops   []stop // the road as it is now; nil: not computed since the last change
	step    Step
	since   time.Time // when step was first shown
	passed  string    // the answer whose feedback was passed
	resumed bool      // nothing was done yet since Open
	opened  bool      // the opened event was written
}

// Open folds the log and stands where the learner left off. It writes nothing.
func Open(c *course.Course, d Deps) (*Session, error) {
	events, err := d.Log.Events(c.ID)
	if err != nil {
		return nil, fmt.Errorf("reading the progress of %q: %w", c.ID, err)
	}
	s := &Session{course: c, deps: d, index: newIndex(c), events: events}
	s.state = foldAll(c, s.index, events)
	s.resumed = s.state.begun
	s.since = d.Now()
	s.step = s.compute()
	return s, nil
}

// Course returns the course.
func (s *Session) Course() *course.Course { return s.course }

// Step returns what the learner meets now.
func (s *Session) Step() Step { return s.step }

// Do carries out an action: it checks it, grades, appends the events durably,
// folds them and returns the next step. When it fails nothing has changed, and
// the step returned is the present one. The error wraps ErrNotNow when the
// step does not take the action, course.ErrForm when an answer has the wrong
// form and may be sent again at no cost, and ErrNotSaved with what Log.Append
// says when nothing could be saved.
func (s *Session) Do(a Action) (Step, error) {
	s.stops = nil // rules may ask how long ago something was
	m, err := s.move(a)
	if err != nil {
		return s.step, err
	}
	if len(m.events) > 0 {
		if err := s.record(m.events); err != nil {
			return s.step, err
		}
	}
	if m.keep {
		s.step = s.compute()
		return s.step, nil
	}
	if m.pass && s.state.pending != nil {
		s.passed = s.state.pending.ID()
	}
	s.resumed = false
	if err := s.settle(); err != nil {
		s.step = s.compute()
		return s.step, err
	}
	s.step = s.compute()
	s.since = s.now()
	return s.step, nil
}

// move is what an action comes to: events to record, and how to go on.
type move struct {
	events []Event
	pass   bool // leave the feedback that is shown
	keep   bool // stay at the step; its time goes on
}

// record appends events and folds them.
func (s *Session) record(events []Event) error {
	if !s.opened {
		first := s.event(KindOpened)
		first.Note, first.Took, first.Lesson = s.deps.Source, 0, ""
		events = append([]Event{first}, events...)
	}
	s.stops = nil
	stamped, err := s.deps.Log.Append(events...)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotSaved, err)
	}
	s.opened = true
	refold := false
	for _, e := range stamped {
		s.events = append(s.events, e)
		refold = refold || e.Kind == KindUndone
	}
	if refold {
		s.state = foldAll(s.course, s.index, s.events)
		return nil
	}
	for i := range stamped {
		s.state.fold(&stamped[i])
	}
	return nil
}

// settle carries out what follows without the learner: it ends detours that
// are through, passes over lessons that are known, and notes the end of the
// road.
func (s *Session) settle() error {
	for range len(s.course.Path) + len(s.course.Lessons) + maxDetours {
		events := s.follows()
		if len(events) == 0 {
			return nil
		}
		if err := s.record(events); err != nil {
			return err
		}
	}
	return nil
}

// follows lists the events that come by themselves; empty: none.
func (s *Session) follows() []Event {
	if s.feedback() != nil {
		return nil
	}
	if f := s.frame(); f != nil {
		l := s.index.lessons[f.lesson]
		if l != nil && s.next(s.state.lesson(l.ID), s.plan(l)) < 0 {
			return s.end(l.ID)
		}
		return nil
	}
	if s.state.placement == placementAccepted {
		return nil
	}
	if l := s.here(); l != nil {
		if s.state.lesson(l.ID).summed && s.next(s.state.lesson(l.ID), s.plan(l)) < 0 {
			return s.end(l.ID)
		}
		return nil
	}
	if s.firstAsk() != nil || s.placementOffered() {
		return nil
	}
	st := s.ahead()
	if st == nil {
		if s.state.finished || !s.state.begun || !s.state.anyBegun() {
			return nil
		}
		e := s.event(KindFinished)
		e.What, e.Item, e.Lesson, e.Took = whatCourse, s.course.ID, "", 0
		return []Event{e}
	}
	if s.known(st) && s.pace().SkipKnown == course.SkipAlways {
		e := s.event(KindSkipped)
		e.What, e.Item, e.Lesson, e.Took = whatLesson, st.lesson.ID, st.lesson.ID, 0
		e.Reason = &Reason{Code: WhyKnown, Title: st.lesson.Title, Rule: st.lesson.Skip.Source}
		return []Event{e}
	}
	return nil
}

// known reports whether the skip rule of a lesson that was not begun holds and
// the learner has not declined to skip it.
func (s *Session) known(st *stop) bool {
	if st.lesson == nil || st.lesson.Skip == nil || s.state.lesson(st.lesson.ID).begun {
		return false
	}
	_, declined := s.state.offers[skipOffer(st.lesson.ID)]
	return !declined && st.lesson.Skip.Holds(s.facts(st.lesson.ID))
}

// skipOffer is the id under which an offer to skip a lesson is answered.
func skipOffer(lesson string) string { return "skip:" + lesson }

// frame is the detour the learner is in, or nil. One whose lesson or Ask is no
// longer in the course does not count.
func (s *Session) frame() *frame {
	for i := len(s.state.frames) - 1; i >= 0; i-- {
		f := &s.state.frames[i]
		if s.index.lessons[f.lesson] != nil || s.index.asks[f.ask] != nil {
			return f
		}
	}
	return nil
}

// event begins an event of the given kind, here and now.
func (s *Session) event(k Kind) Event {
	e := Event{Time: s.now(), Course: s.course.ID, Version: s.course.Version, Kind: k}
	if s.step != nil {
		if l := s.step.At().Lesson; l != nil {
			e.Lesson = l.ID
		}
	}
	e.Took = max(0, e.Time.Sub(s.since).Milliseconds())
	return e
}
