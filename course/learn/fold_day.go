package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// idleCap is the longest time one event adds to the minutes spent: what is
// longer was probably spent elsewhere.
const idleCap = 5 * time.Minute

// dayWork is what was done on one day.
type dayWork struct {
	Spent    time.Duration
	Reviewed time.Duration // of it, on reviews
	Answers  int
	Reviews  int
	Lessons  []string // finished
	Skills   []int    // mastered
}

// today is the day of the event that is folded, to be changed.
func (s *state) today() *dayWork {
	d := s.days[s.learner.Today]
	if d == nil {
		d = &dayWork{}
		s.days[s.learner.Today] = d
	}
	return d
}

// on is what was done on a day, to be read only.
func (s *state) on(day model.Day) dayWork {
	if d := s.days[day]; d != nil {
		return *d
	}
	return dayWork{}
}

// took is how long an event took, idle time left out.
func took(e *Event) time.Duration {
	return min(max(time.Duration(e.Took)*time.Millisecond, 0), idleCap)
}

// spend takes in the time of an event.
func (s *state) spend(e *Event) {
	t := took(e)
	if t == 0 {
		return
	}
	s.spent += t
	d := s.today()
	d.Spent += t
	switch {
	case s.run != nil && s.run.day == s.learner.Today:
		d.Reviewed += t
		s.run.spent += t
	case e.What == whatReview || e.Kind == KindReviewed && e.What != whatBegin:
		d.Reviewed += t
	case e.Lesson != "":
		s.minutes[e.Lesson] += t.Minutes()
	}
}

// pace takes in how long something took whose usual time is known, in minutes.
func (s *state) pace(actual, usual float64) {
	if usual > 0 {
		s.work = append(s.work, model.Activity{Actual: actual, Estimated: usual})
	}
}
