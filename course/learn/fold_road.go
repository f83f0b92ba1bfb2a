package learn

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
)

func (s *state) foldFinished(e *Event) {
	s.pending = nil
	switch e.What {
	case whatCourse:
		s.finished = true
	case whatTask:
		q := s.touchQuestion(e.Item, e.Rev)
		q.settled, q.right = true, true
		s.seen[e.Item] = true
		s.enter(e)
	case whatLesson:
		if s.index.placement(e.Item) && s.placement != placementAccepted {
			return // what began the test was taken back: it was never taken
		}
		s.enter(e)
		s.finishLesson(e)
	}
}

func (s *state) finishLesson(e *Event) {
	l := s.touchLesson(e.Item)
	l.ended, l.done, l.finished = true, true, e.Time
	l.skipped, s.wayBack = nil, ""
	if s.index.placement(e.Item) {
		s.placement = placementFound
		if s.place == nil || s.place.Put() == 0 {
			s.placement = placementDone
		}
		return
	}
	s.undoable = slices.DeleteFunc(s.undoable, func(u Event) bool { return len(s.frames) == 0 || u.To == e.Item })
	if cl := s.index.lessons[e.Item]; cl != nil {
		s.teach(e, s.index.skills.ofLesson(cl))
		s.pace(s.minutes[e.Item]-l.paced, s.index.lessonMinutes(cl))
		l.paced = s.minutes[e.Item]
		if d := s.today(); !slices.Contains(d.Lessons, e.Item) {
			d.Lessons = append(d.Lessons, e.Item)
		}
	}
}

func (s *state) foldSkipped(e *Event) {
	if e.What == whatRest {
		s.rested, s.run = s.learner.Today, nil
		return
	}
	s.pending = nil
	switch e.What {
	case whatLesson:
		s.skipLesson(e)
		return
	case whatQuestion, whatTask:
		if s.index.placement(e.Lesson) {
			s.asides[e.Item] = true
			break
		}
		q := s.touchQuestion(e.Item, e.Rev)
		q.settled, q.again = true, ""
		s.seen[e.Item] = true
	case whatAsk:
		s.asked[e.Item] = true
		s.popAsk(e.Item)
	case whatPlacement:
		s.declinePlacement(e.Ref == declinedAsNew)
		return
	case whatTry:
		s.touchLesson(e.Item).straight = true
		return
	case whatPractice:
		s.touchLesson(e.Item).enough = true
		return
	case whatFix:
		s.foldLeft(e)
		return
	case whatPlanning:
		s.planned = true
		return
	case whatClosing:
		s.closed = s.learner.Today
		return
	case whatDetour:
		s.taken[e.Ref], s.wayBack = true, ""
	case whatExtra:
		s.offers[e.Item] = false
	default:
		return
	}
	s.enter(e)
}

func (s *state) skipLesson(e *Event) {
	l := s.touchLesson(e.Item)
	l.skipped, s.wayBack = &Reason{Code: WhyLearner}, ""
	if e.Reason != nil {
		l.skipped = e.Reason
	}
	s.undoable = append(s.undoable, *e)
	if len(s.frames) == 0 {
		s.moveTo(e.Item)
	}
}

// foldJumped continues the road at another lesson, out of all detours.
func (s *state) foldJumped(e *Event) {
	why := Reason{Code: WhyLearner}
	if e.Reason != nil {
		why = *e.Reason
	}
	s.undoable = append(s.undoable, *e)
	s.pending, s.frames, s.back, s.run, s.wayBack = nil, nil, nil, nil, ""
	if s.placement == placementAccepted {
		s.placement = placementDeclined
	}
	if e.Ref != "" {
		s.taken[e.Ref] = true
	}
	if e.What == whatGo {
		if e.Lesson != "" {
			s.touchLesson(e.Lesson).left = true
		}
		s.bypasses = append(s.bypasses, bypass{e.Lesson, e.To, why})
	}
	switch {
	case s.index.lessons[e.To] == nil:
	case s.index.placement(e.To):
		s.startPlacement()
		s.newRound(e.To)
	default:
		s.arrive(e, why)
	}
}

// arrive begins the lesson that a jump leads to, anew when it is over. Only
// the learner's own jumps count as another round: what the author's rules do
// once a round they cannot do without end.
func (s *state) arrive(e *Event, why Reason) {
	l := s.touchLesson(e.To)
	over := e.What == whatRedo || l.ended || l.skipped != nil || l.left
	if over {
		s.newRound(e.To)
		l = s.lessons[e.To]
		if e.What != whatGo {
			l.round++
		}
	} else if e.Item != "" {
		s.unmeet(l, e.To, e.Item)
	}
	if e.Item != "" {
		l.from, l.at = e.Item, e.Item
	}
	l.why = &why
	s.begin(l)
	s.seen[e.To] = true
	s.moveTo(e.To)
}

// foldDetoured enters a detour, or puts an Ask again. What is no longer in the
// course is not entered.
func (s *state) foldDetoured(e *Event) {
	why := Reason{Code: WhyRule}
	if e.Reason != nil {
		why = *e.Reason
	}
	s.pending, s.wayBack = nil, ""
	if e.Ref != "" {
		s.taken[e.Ref] = true
	}
	f := frame{home: e.Lesson, item: e.Item, why: why}
	switch {
	case e.What == whatAsk && s.index.asks[e.To] != nil:
		f.ask = e.To
		delete(s.asked, e.To)
	case e.What != whatAsk && s.index.lessons[e.To] != nil:
		f.lesson = e.To
		s.newRound(e.To)
		s.begin(s.touchLesson(e.To))
		s.seen[e.To] = true
	default:
		return
	}
	if f.item == "" {
		s.touchLesson(f.home).summed = true
	}
	s.frames = append(s.frames, f)
	s.undoable = append(s.undoable, *e)
}

// foldReturned comes back from a detour. The question that sent the learner
// away is asked again; after a detour at the end of a lesson, the questions
// missed in it are.
func (s *state) foldReturned(e *Event) {
	s.pending, s.wayBack = nil, ""
	for i := len(s.frames) - 1; i >= 0; i-- {
		f := s.frames[i]
		if f.lesson == "" || f.lesson != e.Lesson {
			continue
		}
		s.frames = s.frames[:i]
		s.undoable = slices.DeleteFunc(s.undoable, func(u Event) bool { return u.Kind == KindDetoured && u.To == f.lesson })
		if f.item == "" {
			s.askMissed(f)
		} else {
			s.askAgain(f)
		}
		return
	}
}

// askAgain asks the question that sent the learner away once more: at least
// one try is left for it.
func (s *state) askAgain(f frame) {
	cq := s.index.questions[f.item]
	if cq == nil {
		return
	}
	s.back = &f
	q := s.touchQuestion(f.item, s.question(f.item).rev)
	q.settled, q.again = false, s.index.title(f.lesson)
	q.tries = min(q.tries, max(cq.Tries, 1)-1)
}

// askMissed asks the questions missed in the lesson again. For one of a pool,
// another that was never asked comes in its place, as long as there is any.
func (s *state) askMissed(f frame) {
	unseen := map[*course.Pool]int{}
	for _, id := range s.index.contents[f.home] {
		if p := s.index.pool[id]; p != nil && s.unseen(id) {
			unseen[p]++
		}
	}
	l, first := s.touchLesson(f.home), true
	for _, id := range s.index.contents[f.home] {
		q := s.questions[id]
		if q == nil || !q.missed || q.spent {
			continue
		}
		l.summed = false
		if p := s.index.pool[id]; p != nil && unseen[p] > 0 {
			unseen[p]--
			q.spent = true
			continue
		}
		q.settled, q.again, q.tries, q.hints = false, s.index.title(f.lesson), 0, 0
		if first {
			l.at, first = id, false
		}
	}
}

// unseen reports whether nothing ever happened with a question.
func (s *state) unseen(id string) bool {
	q := s.question(id)
	return q.answers == 0 && !q.touched() && !s.seen[id]
}
