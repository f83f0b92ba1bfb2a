package learn

import "github.com/cairn-learn/cairn/course"

// feedback is the step about the answer that was just given, as long as the
// learner has not gone on from it, or nil. Where the course has changed so that
// the answer means or is worth something else now, there is nothing to say.
func (s *Session) feedback() Step {
	e := s.state.pending
	if e == nil {
		return nil
	}
	if e.What == whatAsk {
		a := s.index.asks[e.Item]
		if a == nil || e.Answer == nil {
			return nil
		}
		l, why := s.index.lessons[e.Lesson], Reason{Code: WhyAsked}
		if l != nil {
			why = s.whyLesson(l)
		}
		p := s.place(l, why)
		s.count(&p, e)
		return Asking{Place: p, Ask: a, Current: *e.Answer, Answered: true}
	}
	c := s.index.questions[e.Item]
	l := s.index.lessons[e.Lesson]
	if c == nil || l == nil && e.What != whatReview || c.Rev != e.Rev {
		return nil
	}
	f := Feedback{Question: c, Layout: s.layout(c), Purpose: s.purpose(e), Confidence: e.Confidence}
	s.placeFeedback(&f, l, e)
	if e.What != whatAnswer && e.Answer != nil {
		v, err := c.Grade(*e.Answer)
		if err != nil || v.Outcome != e.Outcome {
			return nil
		}
		f.Answer, f.Verdict = *e.Answer, v
	}
	s.afterwards(&f, e)
	switch f.Verdict.Outcome {
	case course.Wrong, course.Close:
		if f.Purpose == ForLesson {
			s.leads(&f)
		}
		if f.Detour != nil || f.Go != nil {
			f.Hint, f.HintReady = "", false // the way there helps more
		}
		f.CanDispute = !f.Answer.DontKnow
	case course.Spelling:
		f.CanDispute = true
	case course.Right:
	}
	return f
}

// count numbers a step by the item an event is about.
func (s *Session) count(p *Place, e *Event) {
	if p.Lesson == nil {
		return
	}
	items := s.plan(p.Lesson)
	p.Of = len(items)
	for i, it := range items {
		if it.id == e.Item {
			p.Number = i + 1
		}
	}
}

// whyLesson is why the learner is in a lesson, in a detour or on the road.
func (s *Session) whyLesson(l *course.Lesson) Reason {
	if s.inDetour(l.ID) {
		return s.frame().why
	}
	return s.whyHere(l)
}

// leads finds the change of road that an answer brings: the first reply that
// names one and may still be taken.
func (s *Session) leads(f *Feedback) {
	for _, r := range f.Verdict.Replies {
		m := s.mixup(r.Mixup)
		if f.Mixup == nil {
			f.Mixup = m
		}
		if r.Go != "" {
			if l := s.index.lessons[r.Go]; l != nil && !s.state.taken[s.goKey(f.Question.ID, r.Go)] {
				f.Go = l
				return
			}
		}
		to := r.Detour
		if to == "" && m != nil {
			to = m.Detour
		}
		if l := s.index.lessons[to]; l != nil && s.mayDetour(f.Lesson.ID, to, s.detourKey(f.Question.ID, r.Mixup, to)) {
			f.Detour, f.Mixup = l, m
			return
		}
	}
}

func (s *Session) mixup(id string) *course.Mixup {
	for i := range s.course.Mixups {
		if s.course.Mixups[i].ID == id {
			return &s.course.Mixups[i]
		}
	}
	return nil
}

// mayDetour keeps detours from going deeper than two, from repeating for the
// same wrong idea, and from leading to where the learner already is.
func (s *Session) mayDetour(from, to, key string) bool {
	if to == from || len(s.state.frames) >= maxDetours || s.state.taken[key] {
		return false
	}
	for _, f := range s.state.frames {
		if f.lesson == to || f.home == to {
			return false
		}
	}
	return true
}

// detourKey names a wrong idea: its mix-up, or the question and the detour.
func (s *Session) detourKey(question, mixup, to string) string {
	if mixup != "" {
		return "mixup:" + mixup
	}
	return "detour:" + question + ":" + to
}

func (s *Session) goKey(question, to string) string { return "go:" + question + ":" + to }

// usedKey is the key that taking the feedback's change of road uses up.
func (s *Session) usedKey(f Feedback) string {
	if f.Go != nil {
		return s.goKey(f.Question.ID, f.Go.ID)
	}
	mixup := ""
	if f.Mixup != nil {
		mixup = f.Mixup.ID
	}
	return s.detourKey(f.Question.ID, mixup, f.Detour.ID)
}
