package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// setBack takes in that the clock was set back, or that of another device was
// ahead: what is dated later happened at this moment at the latest, so that
// nothing waits for a day that may be years ahead.
func (s *state) setBack(now time.Time) {
	today := model.DayOf(now)
	s.first = min(s.first, today)
	for i := range s.learner.Skills {
		k := &s.learner.Skills[i]
		k.Last = min(k.Last, today)
	}
	for i, day := range s.touched {
		s.touched[i] = min(day, today)
	}
	for _, k := range s.met {
		k.setBack(today)
	}
	for i := range s.plans {
		s.plans[i].From = min(s.plans[i].From, today)
	}
	for _, q := range s.questions {
		q.at = earlier(q.at, now)
	}
	for _, l := range s.lessons {
		l.finished = earlier(l.finished, now)
	}
	for i := range s.unclear {
		s.unclear[i].when = earlier(s.unclear[i].when, now)
	}
	s.setBackNotes(now)
	s.setBackMeetings(now)
	s.setBackSaved(today)
}

// setBackSaved does the same for what a dispute would put back.
func (s *state) setBackSaved(today model.Day) {
	if s.saved == nil {
		return
	}
	for i, k := range s.saved.skills {
		k.Last = min(k.Last, today)
		s.saved.skills[i] = k
	}
	for i, b := range s.saved.beside {
		b.touched = min(b.touched, today)
		s.saved.beside[i] = b
	}
	if k := s.saved.kept; k != nil {
		k.setBack(today)
	}
}

func (k *kept) setBack(today model.Day) { k.first, k.last = min(k.first, today), min(k.last, today) }

// earlier is the earlier of two moments; the zero time stays what it is.
func earlier(a, b time.Time) time.Time {
	if a.After(b) {
		return b
	}
	return a
}
