package learn

import "github.com/cairn-learn/cairn/course/learn/model"

// asOf is the session as it would be on a day, to look at: it may be asked
// anything, and changes nothing of this one.
func (s *Session) asOf(day model.Day) *Session {
	view, state, learner := *s, *s.state, *s.state.learner
	learner.Today = day
	state.learner, view.state, view.stops = &learner, &state, nil
	return &view
}

// asOfNow is the session as it is by the clock.
func (s *Session) asOfNow() *Session { return s.asOf(model.DayOf(s.now())) }
