package learn

import (
	"maps"
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

// refuse passes over a change of road that the learner took back. It remembers
// where the learner was, to be there again when it is undone, and that neither
// the author nor the program makes the same change again.
func (s *state) refuse(e *Event) {
	s.resume[e.ID()] = stand{underway: s.underway, cursor: s.cursor, roadAt: s.roadAt, pending: s.pending, back: s.back}
	switch {
	case e.Kind == KindSkipped && e.What == whatLesson:
		s.offers[skipOffer(e.Item)] = false
	case e.Ref != "":
		s.taken[e.Ref] = true
	}
}

// fold takes in one event. It must never fail: an event about something that
// the course no longer has changes only what still makes sense, and a kind it
// does not know changes nothing.
func (s *state) fold(e *Event) {
	s.begun = true
	s.last = e.Time
	s.spent += min(max(time.Duration(e.Took)*time.Millisecond, 0), idleCap)
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
		s.pending = nil // the feedback before it was passed
	case KindPlanned:
		s.foldPlanned(e)
	case KindUndone:
		s.foldUndone(e)
	case KindOpened, KindNoted, KindReviewed, KindReset:
	}
}

// foldUndone puts the learner where they were before the change of road.
func (s *state) foldUndone(e *Event) {
	s.pending = nil
	if at, known := s.resume[e.Ref]; known {
		s.underway, s.cursor, s.roadAt, s.pending, s.back = at.underway, at.cursor, at.roadAt, at.pending, at.back
	}
	if e.Item != "" {
		s.touchLesson(e.To).at = e.Item
	}
}

// enter keeps track of the lesson that something was done in.
func (s *state) enter(e *Event) {
	if e.Lesson == "" {
		return
	}
	l := s.touchLesson(e.Lesson)
	s.begin(l)
	l.at = e.Item
	s.seen[e.Lesson] = true
	if len(s.frames) == 0 && !s.index.placement(e.Lesson) {
		s.moveTo(e.Lesson)
	}
}

func (s *state) foldAnswered(e *Event) {
	if e.Answer == nil {
		return
	}
	delete(s.drafts, e.Item)
	s.pending = nil
	switch e.What {
	case whatAsk:
		s.answerAsk(e)
		s.enter(e)
		if a := s.index.asks[e.Item]; a != nil && a.Why != "" {
			s.pending = e
		}
	case whatFork:
		s.forks[e.Item] = e.Answer.Items
		s.undoable = append(s.undoable, *e)
	case whatOffer:
		yes := slices.Contains(e.Answer.Items, "yes")
		s.offers[e.Item] = yes
		s.seen[e.Item] = s.seen[e.Item] || yes
		if s.index.placement(e.Item) && yes {
			s.placement = placementAccepted
		}
	default:
		s.foldQuestion(e)
		s.enter(e)
	}
}

// answerAsk takes in the answer to an Ask, given when it was put or unasked.
func (s *state) answerAsk(e *Event) {
	s.answers[e.Item] = *e.Answer
	s.asked[e.Item] = true
	s.seen[e.Item] = true
	s.popAsk(e.Item)
}

func (s *state) foldPlanned(e *Event) {
	if e.Answer != nil {
		s.answerAsk(e)
	}
}

// foldQuestion takes in the answer to a graded question. The placement test
// says nothing about an answer but that it was misspelt.
func (s *state) foldQuestion(e *Event) {
	q := s.touchQuestion(e.Item, e.Rev)
	s.seen[e.Item] = true
	s.back = nil
	inPlacement := s.index.placement(e.Lesson)
	if !inPlacement || e.Outcome == course.Spelling {
		s.pending = e
	}
	if e.Outcome == course.Spelling {
		return
	}
	q.answers++
	if e.Mixup != "" {
		s.mixups[e.Mixup]++
	}
	ok := e.Outcome == course.Right || e.Outcome == course.Close
	if ok {
		q.right, q.settled = true, true
	} else {
		q.tries++
	}
	if !q.checked {
		q.checked, q.score, q.missed = true, clamp(e.Score, 0, 1), !ok
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
		case inPlacement && e.Outcome == course.Right && e.Hints == 0:
			s.know(id)
			k.answers++
		default:
			q.moved[id] = k.answer(evidenceOf(cq.Form), q.score, weight(q, e))
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
	s.seen[e.Item] = true
	switch e.What {
	case whatPage:
		s.foldPage(e)
	case whatHint:
		s.touchQuestion(e.Item, e.Rev).hints++
		s.pending = nil
	case whatAnswer:
		q := s.touchQuestion(e.Item, e.Rev)
		q.settled, q.again = true, ""
		if !q.checked {
			q.checked, q.missed = true, true
		}
		s.pending = e
	case whatFeedback:
		if s.pending != nil && s.pending.ID() == e.Ref {
			s.pending = nil
		}
	case whatWay:
		if e.Answer != nil {
			s.ways[e.Item] = e.Answer.Text
		}
		return
	default:
		return
	}
	s.enter(e)
}

// foldPage takes in a page that was read, with all the texts on it.
func (s *state) foldPage(e *Event) {
	s.pending, s.back = nil, nil
	l := s.touchLesson(e.Lesson)
	l.read[e.Item] = true
	if e.Answer == nil {
		return
	}
	for _, id := range e.Answer.Items {
		l.read[id], s.seen[id] = true, true
	}
}

// foldDisputed settles the question and takes back what the answer counted:
// for its skills, as a first try, and as a wrong idea.
func (s *state) foldDisputed(e *Event) {
	q := s.touchQuestion(e.Item, e.Rev)
	q.settled, q.again = true, ""
	for _, id := range slices.Sorted(maps.Keys(q.moved)) {
		if k := s.skills[id]; k != nil {
			k.points = clamp(k.points-q.moved[id], -pointsLimit, pointsLimit)
			k.answers--
		}
	}
	q.moved = nil
	q.checked, q.missed, q.score = false, false, 0
	if p := s.pending; p != nil && p.ID() == e.Ref && s.mixups[p.Mixup] > 0 {
		s.mixups[p.Mixup]--
	}
	s.pending = nil
	s.enter(e)
}
