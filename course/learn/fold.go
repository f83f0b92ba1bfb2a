package learn

import (
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// idleCap is the longest time one event adds to the minutes spent: what is
// longer was probably spent elsewhere.
const idleCap = 5 * time.Minute

// foldAll folds events in order, leaving out those that were undone.
func foldAll(c *course.Course, ix *index, events []Event) *state {
	undone := map[string]bool{}
	for i := range events {
		if events[i].Kind == KindUndone {
			undone[events[i].Ref] = true
		}
	}
	s := newState(c, ix)
	for i := range events {
		e := &events[i]
		if len(undone) > 0 && undone[e.ID()] {
			s.refuse(e)
			continue
		}
		s.fold(e)
	}
	return s
}

// refuse remembers that the learner took a change of road back: neither the
// author nor the program makes the same one again.
func (s *state) refuse(e *Event) {
	switch {
	case e.Kind == KindSkipped && e.What == whatLesson:
		s.offers[skipOffer(e.Item)] = false
	case e.Ref != "":
		s.taken[e.Ref] = true
	}
}

// fold takes in one event. It must never fail: an event about something that
// the course no longer has changes only what still makes sense.
func (s *state) fold(e *Event) {
	s.begun = true
	s.last = e.Time
	s.spent += min(max(time.Duration(e.Took)*time.Millisecond, 0), idleCap)
	if e.Item != "" && e.Kind != KindUndone {
		s.seen[e.Item] = true
	}
	if e.Lesson != "" {
		s.seen[e.Lesson] = true
	}
	switch e.Kind {
	case KindAnswered:
		s.foldAnswered(e)
	case KindShown:
		s.foldShown(e)
	case KindFinished:
		s.foldFinished(e)
	case KindSkipped:
		s.foldSkipped(e)
	case KindJumped:
		s.foldJumped(e)
	case KindDetoured:
		s.foldDetoured(e)
	case KindReturned:
		s.foldReturned(e)
	case KindDisputed:
		s.foldDisputed(e)
	case KindDrafted:
		if e.Answer != nil {
			s.drafts[e.Item] = *e.Answer
		}
		return
	case KindPlanned:
		if e.Answer != nil {
			s.answers[e.Item] = *e.Answer
			s.asked[e.Item] = true
		}
		return
	case KindUndone:
		s.cursor, s.roadAt, s.pending = e.To, e.Item, nil
		return
	case KindOpened, KindNoted, KindReviewed, KindReset:
		return
	}
	s.enter(e)
}

// enter keeps track of the lesson the learner is in.
func (s *state) enter(e *Event) {
	if e.Kind != KindAnswered && e.Kind != KindShown {
		s.pending = nil
	}
	if e.Lesson == "" || e.What == whatOffer || e.What == whatFork || e.Kind == KindJumped || e.Kind == KindReturned || e.Kind == KindDetoured {
		return
	}
	l := s.lesson(e.Lesson)
	if e.Kind == KindAnswered || e.Kind == KindShown || e.What == whatQuestion || e.What == whatTask || e.What == whatExtra {
		s.begin(l)
	}
	if len(s.frames) == 0 && !s.index.placement(e.Lesson) {
		s.moveTo(e.Lesson)
	}
}

func (s *state) foldAnswered(e *Event) {
	if e.Answer == nil {
		return
	}
	delete(s.drafts, e.Item)
	switch e.What {
	case whatAsk:
		s.answers[e.Item] = *e.Answer
		s.asked[e.Item] = true
		s.popAsk(e.Item)
		s.pending = nil
		if a := s.index.asks[e.Item]; a != nil && a.Why != "" {
			s.pending = e
		}
	case whatFork:
		s.forks[e.Item] = e.Answer.Items
		s.undoable = append(s.undoable, *e)
		s.pending = nil
	case whatOffer:
		yes := slices.Contains(e.Answer.Items, "yes")
		s.offers[e.Item] = yes
		if s.index.placement(e.Item) && yes {
			s.placement = placementAccepted
		}
		s.pending = nil
	default:
		s.foldQuestion(e)
	}
}

// foldQuestion takes in the answer to a graded question.
func (s *state) foldQuestion(e *Event) {
	q := s.question(e.Item)
	if q.rev != e.Rev {
		q.restart(e.Rev)
	}
	q.answers++
	if e.Mixup != "" {
		s.mixups[e.Mixup] = true
	}
	s.back = nil
	inPlacement := s.index.placement(e.Lesson)
	if !inPlacement {
		s.pending = e
	}
	if e.Outcome == course.Spelling {
		return
	}
	ok := e.Outcome == course.Right || e.Outcome == course.Close
	if ok {
		q.right, q.settled = true, true
	} else {
		q.tries++
	}
	if !q.checked {
		q.checked, q.score, q.missed = true, e.Score, !ok
		s.count(q, e, inPlacement)
	}
	q.at = e.Time
	cq := s.index.questions[e.Item]
	if e.Answer.DontKnow || inPlacement || cq != nil && q.tries >= cq.Tries {
		q.settled = true
	}
	if q.settled {
		q.again = ""
	}
}

// count lets the first try of a question count for its skills.
func (s *state) count(q *question, e *Event, inPlacement bool) {
	cq := s.index.questions[e.Item]
	if cq == nil {
		return
	}
	q.moved = map[string]float64{}
	for _, id := range cq.Skills {
		k := s.skills[id]
		switch {
		case k == nil:
		case inPlacement && e.Outcome == course.Right:
			s.know(id)
			k.answers++
		default:
			q.moved[id] = k.answer(evidenceOf(cq.Form), e.Score, weight(q, e))
		}
	}
}

// weight says how much a first try counts: a hint halves the credit of a right
// answer, and the same question within a day tells little that is new.
func weight(q *question, e *Event) float64 {
	w := 1.0
	if e.Hints > 0 && e.Score > 0 {
		w /= 2
	}
	if !q.at.IsZero() && e.Time.Sub(q.at) < 24*time.Hour {
		w *= 0.3
	}
	return w
}

// know takes a skill, and all that it builds on, as shown in the placement test.
func (s *state) know(id string) {
	for _, below := range s.index.closure(id) {
		s.skills[below].atLeast(placementKnow)
	}
}

func (s *state) foldShown(e *Event) {
	switch e.What {
	case whatPage:
		s.lesson(e.Lesson).read[e.Item] = true
		s.pending, s.back = nil, nil
	case whatHint:
		s.question(e.Item).hints++
		s.pending = nil
	case whatAnswer:
		q := s.question(e.Item)
		if q.rev != e.Rev {
			q.restart(e.Rev)
		}
		q.settled, q.again = true, ""
		if !q.checked {
			q.checked, q.missed = true, true
		}
		s.pending = e
	case whatWay:
		if e.Answer != nil {
			s.ways[e.Item] = e.Answer.Text
		}
	}
}

func (s *state) foldDisputed(e *Event) {
	q := s.question(e.Item)
	q.settled, q.again = true, ""
	for id, points := range q.moved {
		if k := s.skills[id]; k != nil {
			k.points -= points
		}
	}
	q.moved = nil
	q.checked, q.missed = false, false
}
