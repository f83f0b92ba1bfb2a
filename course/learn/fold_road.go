package learn

import (
	"slices"
)

func (s *state) foldFinished(e *Event) {
	switch e.What {
	case whatCourse:
		s.finished = true
	case whatLesson:
		l := s.lesson(e.Item)
		s.begin(l)
		l.ended, l.done, l.finished = true, true, e.Time
		l.skipped = nil
		if s.index.placement(e.Item) {
			s.placement = placementDone
			return
		}
		s.undoable = slices.DeleteFunc(s.undoable, func(u Event) bool { return len(s.frames) == 0 || u.To == e.Item })
		if cl := s.index.lessons[e.Item]; cl != nil {
			for _, id := range cl.Skills {
				if k := s.skills[id]; k != nil {
					k.learn(learnLesson)
				}
			}
		}
	default:
		s.lesson(e.Lesson).read[e.Item] = true
	}
}

func (s *state) foldSkipped(e *Event) {
	switch e.What {
	case whatLesson:
		r := Reason{Code: WhyLearner}
		if e.Reason != nil {
			r = *e.Reason
		}
		l := s.lesson(e.Item)
		l.skipped = &r
		s.undoable = append(s.undoable, *e)
		if s.index.onPath[e.Item] {
			s.roadAt = e.Item
		}
	case whatQuestion:
		q := s.question(e.Item)
		if q.rev != e.Rev {
			q.restart(e.Rev)
		}
		q.settled, q.again = true, ""
	case whatAsk:
		s.asked[e.Item] = true
		s.popAsk(e.Item)
	case whatPlacement:
		s.placement = placementDeclined
	case whatDetour:
		s.taken[e.Item] = true
	case whatExtra:
		s.offers[e.Item] = false
	default:
		s.lesson(e.Lesson).read[e.Item] = true
	}
}

func (s *state) foldJumped(e *Event) {
	why := Reason{Code: WhyLearner}
	if e.Reason != nil {
		why = *e.Reason
	}
	s.undoable = append(s.undoable, *e)
	s.frames, s.back = nil, nil
	if e.Ref != "" {
		s.taken[e.Ref] = true
	}
	if e.What == whatGo {
		if e.Lesson != "" {
			s.lesson(e.Lesson).left = true
		}
		s.bypasses = append(s.bypasses, bypass{e.Lesson, e.To, why})
	}
	if s.index.placement(e.To) {
		s.placement = placementAccepted
		s.newRound(e.To)
		return
	}
	l := s.lesson(e.To)
	if e.What == whatRedo || l.ended || l.skipped != nil || l.left {
		s.newRound(e.To)
		l = s.lesson(e.To)
	}
	l.why = &why
	l.from = e.Item
	s.begin(l)
	s.moveTo(e.To)
}

func (s *state) foldDetoured(e *Event) {
	why := Reason{Code: WhyRule}
	if e.Reason != nil {
		why = *e.Reason
	}
	if e.Ref != "" {
		s.taken[e.Ref] = true
	}
	f := frame{home: e.Lesson, item: e.Item, why: why}
	if e.What == whatAsk {
		f.ask = e.To
		delete(s.asked, e.To)
	} else {
		f.lesson = e.To
		s.newRound(e.To)
		s.begin(s.lesson(e.To))
	}
	if f.item == "" {
		s.lesson(f.home).summed = true
	}
	s.frames = append(s.frames, f)
	s.undoable = append(s.undoable, *e)
}

// foldReturned comes back from a detour. The question that sent the learner
// away is asked again; after a detour at the end of a lesson, the questions
// missed in it are.
func (s *state) foldReturned(e *Event) {
	for i := len(s.frames) - 1; i >= 0; i-- {
		f := s.frames[i]
		if f.lesson != e.Lesson {
			continue
		}
		s.frames = s.frames[:i]
		s.back = &f
		s.undoable = slices.DeleteFunc(s.undoable, func(u Event) bool { return u.Kind == KindDetoured && u.To == f.lesson })
		title := s.index.title(f.lesson)
		if f.item != "" {
			q := s.question(f.item)
			q.settled, q.again = false, title
			if cq := s.index.questions[f.item]; cq != nil && q.tries >= cq.Tries {
				q.tries = cq.Tries - 1
			}
			return
		}
		s.lesson(f.home).summed = false
		for id, q := range s.questions {
			if q.missed && s.index.home[id] == f.home {
				q.settled, q.again, q.tries, q.hints = false, title, 0, 0
			}
		}
		return
	}
}
