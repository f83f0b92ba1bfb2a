// Package learn is one learner's way through a course: what comes next, why,
// and what an answer does to it. It has no terminal, no goroutine and no clock
// of its own; everything it knows it folds from events.
package learn

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// maxDetours is how deep detours nest.
const maxDetours = 2

// Deps is what a Session must be given.
type Deps struct {
	Log    Log
	Now    func() time.Time
	Seed   uint64 // decides the order of options; the same for one learner at all times
	Order  string // stands for the course's id in the order of options, where that may change; empty: the id
	Source string // the folder the course came from; empty for a built-in one

	// Mastery is what a learner knew before anything was done, 0..1 by skill, for
	// previews and trials; a skill at its line or above counts as known. Skills that
	// are not in it begin as for everybody, as do all where it is nil.
	Mastery map[string]float64
	// Scores is what rules are told of the score in a lesson, 0..1 by lesson, whatever
	// is answered there, and Tries how many answers a question had before the first
	// event, by question. Both are for previews and change nothing but rules.
	Scores map[string]float64
	Tries  map[string]int
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
	day     model.Day // on which step was found
	since   time.Time // when step was first shown
	resumed bool      // nothing was done yet since Open
	opened  bool      // the opened event was written
}

// Open folds the log and stands where the learner left off. It writes nothing.
func Open(c *course.Course, d Deps) (*Session, error) {
	events, err := d.Log.Events(c.ID)
	if err != nil {
		return nil, fmt.Errorf("reading the progress of %q: %w", c.ID, err)
	}
	events = cleanEvents(events)
	s := &Session{course: c, deps: d, index: newIndex(c), events: events}
	s.index.begins(d.Mastery, model.DayOf(d.Now()))
	s.state = foldAll(s.index, events)
	s.resumed = s.state.begun
	s.since = d.Now()
	s.look()
	s.take(s.compute())
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
	s.look()
	m, err := s.move(a)
	if err != nil {
		return s.step, err
	}
	if err := s.backUp(a); err != nil {
		return s.step, err
	}
	if len(m.events) == 0 {
		return s.step, nil
	}
	if err := s.record(m.timed()); err != nil {
		return s.step, err
	}
	s.look()
	if m.aside && s.day != s.state.learner.Today {
		return s.step, nil // the new day begins with what is done on the road
	}
	if !m.alone {
		s.settle()
	}
	s.resumed = s.resumed && m.keep
	s.take(s.compute())
	if !m.goesOn() {
		s.since = s.now()
	}
	return s.step, nil
}

// take makes a step the present one.
func (s *Session) take(step Step) { s.step, s.day = step, s.state.learner.Today }

// look lets the session see what time it is: rules may ask how long ago
// something was, and what is remembered fades from day to day.
func (s *Session) look() {
	s.stops = nil
	s.state.learner.Today = model.DayOf(s.now())
}

// move is what an action comes to: events to record, and how to go on. There are
// none where nothing came of checks that ran by themselves, and the step stays.
type move struct {
	events []Event
	keep   bool // the step stays, and its time goes on
	aside  bool // nothing of the road is touched: not even a new day moves the learner
	alone  bool // nothing follows by itself, not even from its time, so that taking it back takes all of it back
}

// goesOn reports whether the time goes on: what is done next took it.
func (m move) goesOn() bool { return m.keep || m.alone }

// timed leaves the time taken with the first event only, and with none while
// it goes on, so that no time is counted twice.
func (m move) timed() []Event {
	for i := range m.events {
		if i > 0 || m.goesOn() {
			m.events[i].Took = 0
		}
	}
	return m.events
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
	stamped = cleanEvents(stamped)
	for _, e := range stamped {
		s.events = append(s.events, e)
		refold = refold || e.Kind == KindUndone || e.Kind == KindReset
	}
	if refold {
		s.state = foldAll(s.index, s.events)
		return inTime(stamped)
	}
	for i := range stamped {
		s.state.fold(&stamped[i])
	}
	return nil
}

// inTime reports events that came too late to set or take anything back: an
// event in the log has used up all clocks.
func inTime(events []Event) error {
	for i := range events {
		if e := &events[i]; e.Clock >= LastClock && (e.Kind == KindReset || e.Kind == KindUndone) {
			return fmt.Errorf("nothing was set or taken back: an event in the log is dated at the end of time, and none can come after it")
		}
	}
	return nil
}

// settle carries out what follows without the learner: it ends detours that
// are through, passes over lessons that are known, and notes the end of the
// road. What cannot be saved waits for the next action: until then the learner
// is asked, which is always possible.
func (s *Session) settle() {
	for range len(s.course.Path) + len(s.course.Lessons) + maxDetours {
		m := move{events: s.follows(), keep: true}
		if len(m.events) == 0 || s.record(m.timed()) != nil {
			return
		}
	}
}

// follows lists the events that come by themselves; empty: none.
func (s *Session) follows() []Event {
	if s.feedback() != nil || s.reviewing() {
		return nil
	}
	if f := s.frame(); f != nil {
		l := s.index.lessons[f.lesson]
		if l != nil && s.next(l.ID, s.plan(l)) < 0 {
			return s.end(l)
		}
		return nil
	}
	if s.placementOver() {
		return []Event{s.finish(s.index.place)}
	}
	if s.state.placement == placementAccepted || s.state.placement == placementFound {
		return nil
	}
	if l := s.here(); l != nil {
		if i := s.leaving(l); i >= 0 {
			return []Event{s.leave(l, i)}
		}
		if s.state.lesson(l.ID).summed && s.next(l.ID, s.plan(l)) < 0 {
			return s.end(l)
		}
		return nil
	}
	if s.before() != nil {
		return nil
	}
	st := s.ahead()
	if st == nil {
		if s.state.finished || !s.state.underway {
			return nil
		}
		e := s.event(KindFinished)
		e.What, e.Item, e.Lesson = whatCourse, s.course.ID, ""
		return []Event{e}
	}
	why := s.known(st)
	if why == nil {
		return nil
	}
	if s.pace().SkipKnown == course.SkipAlways || s.agreed(st.lesson) {
		e := s.event(KindSkipped)
		e.What, e.Item, e.Lesson, e.Reason = whatLesson, st.lesson.ID, st.lesson.ID, why
		return []Event{e}
	}
	return nil
}

// leave puts a skill off until tomorrow.
func (s *Session) leave(l *course.Lesson, i int) Event {
	skill := s.index.skills.list[i]
	e := s.event(KindSkipped)
	e.What, e.Item, e.Lesson = whatFix, skill.ID, l.ID
	e.Reason = &Reason{
		Code: WhyTomorrow, By: ByModel, Title: skill.Title, Number: float64(s.state.learner.Skills[i].Rounds),
		Over: skill.Title, Less: WhyExplain,
	}
	return e
}

// known is why a lesson that was not begun may be passed over: by its author's
// rule, or because all that it teaches was shown before. Nil: it may not, or the
// learner has declined.
func (s *Session) known(st *stop) *Reason {
	if st.lesson == nil || s.state.lesson(st.lesson.ID).begun {
		return nil
	}
	if _, declined := s.state.offers[skipOffer(st.lesson.ID)]; declined {
		return nil
	}
	if why := s.shownBefore(st.lesson); why != nil && st.lesson.Skip == nil {
		return why
	}
	if st.lesson.Skip == nil || !st.lesson.Skip.Holds(s.facts(st.lesson.ID)) {
		return nil
	}
	why := s.whyKnown(st.lesson)
	return &why
}

// skipOffer is the id under which an offer to skip a lesson is answered.
func skipOffer(lesson string) string { return "skip:" + lesson }

// frame is the detour the learner is in, or nil.
func (s *Session) frame() *frame {
	if n := len(s.state.frames); n > 0 {
		return &s.state.frames[n-1]
	}
	return nil
}

// inDetour reports whether the learner is in a detour to the lesson.
func (s *Session) inDetour(lesson string) bool {
	f := s.frame()
	return f != nil && f.lesson == lesson
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
