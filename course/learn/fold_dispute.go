package learn

import (
	"github.com/cairn-learn/cairn/course/learn/model"
)

// snapshot is what an answer may have changed, so that a dispute takes it back.
type snapshot struct {
	event    string // the answer; empty: a card, which cannot be disputed
	skills   map[int]model.Skill
	beside   map[int]beside
	before   int // skill whose review came just before
	day      model.Day
	known    []int // skills mastered on that day
	leeches  map[string]bool
	points   map[int]float64 // that the answer gave, feedback left out
	keeps    float64
	recalled Recalled
	reviewed []int // skills of which it was a review
	rated    [4]Tally
	hours    [24]Tally
	reopened []string // questions that count once more for it
	key      string   // of what is kept
	kept     *kept    // as it was; nil: not kept
	counted  bool
}

// foldDisputed settles the question and takes back what the answer counted:
// for its skills, as a first try, and as a wrong idea.
func (s *state) foldDisputed(e *Event) {
	p := s.pending
	if p == nil || p.ID() != e.Ref {
		p = &Event{}
	}
	s.meetDisputed(e)
	q := s.touchQuestion(e.Item, e.Rev)
	switch {
	case p.What == whatReview:
		s.ranWell(p)
	case p.What == whatCheck:
		s.lookedBelow(p)
	case s.index.placement(e.Lesson):
		s.asides[e.Item] = true
	default:
		q.settled, q.again = true, ""
		q.checked, q.missed, q.score = false, false, 0
		if p.What == whatTry {
			s.touchLesson(e.Lesson).missed = false
		}
	}
	if old := s.saved; old != nil && old.event != "" && old.event == e.Ref {
		s.takeBack(e, old, q)
		s.saved = nil
	}
	s.wayBack = ""
	if s.mixups[p.Mixup] > 0 {
		s.mixups[p.Mixup]--
	}
	if n := len(s.sure); n > 0 && s.sure[n-1].question == p.Item && s.sure[n-1].when.Equal(p.Time) {
		s.sure = s.sure[:n-1]
	}
	s.pending = nil
	if e.Lesson != "" && s.lesson(e.Lesson).begun && !s.index.placement(e.Lesson) {
		s.enter(e)
	}
}

// restore puts back how firm an item was.
func (s *state) restore(old *snapshot) {
	if old.kept == nil {
		delete(s.met, old.key)
		return
	}
	s.met[old.key] = old.kept
}
