package learn

import (
	"maps"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// foldAll folds events in order, leaving out those that were undone.
func foldAll(ix *index, events []Event) *state {
	s := newState(ix)
	s.foldLog(events)
	return s
}

// foldLog folds events in order, as far as they stand: those that were undone as
// changes of road that were refused, and nothing of what was set back later.
func (s *state) foldLog(events []Event) {
	events = s.index.standing(events)
	undone := undoings(events)
	for i := range events {
		e := &events[i]
		if len(undone) > 0 && undone[e.ID()] > i {
			s.refuse(e)
			continue
		}
		s.fold(e)
	}
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
	first := !s.begun
	s.begun = true
	s.learner.Today = model.DayOf(e.Time)
	if !first && s.learner.Today < model.DayOf(s.last) {
		s.setBack(e.Time)
	}
	s.last = e.Time
	if first {
		s.first = s.learner.Today
	}
	s.spend(e)
	s.foldKind(e)
	if s.begun && (first || e.Item == "pace" || e.Item == string(SettingDays)) { // not where it starts over
		s.replan()
	}
}

func (s *state) foldKind(e *Event) {
	switch e.Kind {
	case KindAnswered:
		s.foldAnswered(e)
	case KindChecked:
		s.foldChecked(e)
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
	case KindReviewed:
		s.foldReviewed(e)
	case KindNoted:
		s.foldNoted(e)
	case KindSwapped:
		s.foldSwapped(e)
	case KindReset:
		s.foldReset(e)
	case KindOpened:
	}
}

// foldSwapped puts another question in the place of one: in its lesson, for this
// round, or outside its place, until it is answered.
func (s *state) foldSwapped(e *Event) {
	s.pending = nil
	in := s.swaps
	if e.Ref == refAside {
		in = s.instead
	}
	for _, from := range slices.Sorted(maps.Keys(in)) {
		if in[from] != e.Item {
			continue
		}
		if in[from] = e.To; from == e.To {
			delete(in, from)
		}
		return
	}
	in[e.Item] = e.To
}

// swappedIn reports whether a question came into its lesson in the place of
// another one.
func (s *state) swappedIn(id string) bool {
	for _, to := range s.swaps {
		if to == id {
			return true
		}
	}
	return false
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
		if s.index.placement(e.Item) && s.index.place != "" && yes {
			s.startPlacement()
		}
	case whatPlaced:
		s.foldPlaced(e)
	case whatPlanning:
		s.planned = true
	case whatTry, whatPractice, whatCheck, whatReview:
		s.foldQuestion(e)
		s.meetAnswer(e)
		if e.What == whatPractice || e.What == whatCheck {
			s.enter(e)
		}
	default:
		s.foldQuestion(e)
		s.meetAnswer(e)
		s.enter(e)
	}
}

// answerAsk takes in the answer to an Ask, given when it was put or unasked.
func (s *state) answerAsk(e *Event) {
	s.answers[e.Item] = *e.Answer
	if strings.HasPrefix(e.Item, settingPrefix) {
		s.foldSetting(e)
		return
	}
	s.asked[e.Item] = true
	s.seen[e.Item] = true
	s.popAsk(e.Item)
}

func (s *state) foldPlanned(e *Event) {
	if e.Answer != nil {
		s.answerAsk(e)
	}
}

func (s *state) foldShown(e *Event) {
	if e.What == whatHint && e.Ref == refAside {
		s.pending = nil
		s.asideHints[e.Item]++
		return
	}
	s.seen[e.Item] = true
	switch e.What {
	case whatPage:
		s.foldPage(e)
	case whatHint:
		s.pending = nil
		s.touchQuestion(e.Item, e.Rev).hints++
	case whatAnswer:
		s.foldAnswerShown(e)
	case whatMore:
		if s.wants = e.Item; s.pending != nil && s.pending.ID() != e.Ref {
			s.pending = nil
		}
		return
	case whatExplain:
		if i, ok := s.index.skills.at[e.Ref]; ok {
			s.explain(e, i)
		}
		if s.wants == "" {
			s.pending = nil
		}
		s.wants = ""
	case whatFeedback:
		if p := s.pending; p != nil && p.ID() == e.Ref {
			if s.pending = nil; p.What == whatTry {
				return // the lesson has not begun
			}
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

// foldAnswerShown settles a question whose answer the learner wanted to see
// before they had found it.
func (s *state) foldAnswerShown(e *Event) {
	if s.index.tasks[e.Item] != nil {
		s.pending = nil
		s.touchQuestion(e.Item, e.Rev).shown = true
		return
	}
	q := s.touchQuestion(e.Item, e.Rev)
	q.settled, q.again = true, ""
	if !q.checked {
		q.checked, q.missed = true, true
		s.saved = nil
		s.miss(e)
	}
	s.meetShown(e)
	s.pending = e
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
