package learn

import "slices"

// traceReset tells who follows what moved a skill that all of it was set back.
const traceReset TraceKind = "reset"

// foldReset starts over. What there was of a question or a lesson has been left
// out by then: see standing. A skill and the course are forgotten here.
func (s *state) foldReset(e *Event) {
	switch ResetKind(e.What) {
	case ResetQuestion:
	case ResetLesson:
		s.offers[skipOffer(e.Item)] = false // who starts it over wants it
		delete(s.minutes, e.Item)
		s.sumsUpAgain()
	case ResetSkill:
		if i, ok := s.index.skills.at[e.Item]; ok {
			s.forget(e, i)
		}
	case ResetCourse:
		s.startOver(e)
	default:
		return
	}
	s.undoable = append(s.undoable, *e)
}

// sumsUpAgain takes the learner back to the summary of the lesson they are in,
// if what led on from it was set back: it is not passed then, and an Undo of what
// leads on next comes back to it.
func (s *state) sumsUpAgain() {
	if l := s.lesson(s.cursor); len(s.frames) == 0 && s.pending == nil {
		l.summed = false
	}
}

// startOver forgets everything but the learner's notes and bookmarks.
func (s *state) startOver(e *Event) {
	fresh := newState(s.index)
	fresh.notes, fresh.bookmarks, fresh.trace = s.notes, s.bookmarks, s.trace
	fresh.learner.Today = s.learner.Today
	*s = *fresh
	for i := range s.learner.Skills {
		s.traced(e, i, traceReset, 0)
	}
}

// forget takes back all that answers, cards, explanations and a placement test
// said of one skill, and what is remembered of it. A lesson that was gone
// through still counts as having taught it; one that was passed over because it
// was known is open again. What a question says of other skills stays.
func (s *state) forget(e *Event, i int) {
	k, id := &s.learner.Skills[i], s.index.skills.list[i].ID
	taught := k.Taught
	*k = s.engine.NewLearner(s.learner.Today).Skills[i]
	if s.learner.Reviewed == i {
		s.learner.Reviewed = -1
	}
	delete(s.helped, i)
	delete(s.touched, i)
	delete(s.reviewed, i)
	delete(s.outset, i)
	delete(s.explained, i)
	delete(s.leeches, dueKey(DueSkill, id))
	for _, q := range s.index.skills.asked[i] {
		delete(s.met, dueKey(DueQuestion, q.ID))
		delete(s.leeches, dueKey(DueQuestion, q.ID))
	}
	for _, l := range s.lessons {
		delete(l.before, i)
	}
	s.reopen(i)
	s.forgetAnswer(i)
	s.traced(e, i, traceReset, 0)
	if taught {
		s.begins(i)
		s.touched[i] = s.learner.Today
		s.engine.Taught(s.learner, i)
		s.traced(e, i, TraceLesson, 0)
	}
}

// forgetAnswer leaves a skill out of what a dispute about the last answer would
// put back.
func (s *state) forgetAnswer(i int) {
	old := s.saved
	if old == nil {
		return
	}
	if _, about := old.beside[i]; about {
		old.counted = false
	}
	is := func(have int) bool { return have == i }
	delete(old.skills, i)
	delete(old.points, i)
	delete(old.beside, i)
	old.reviewed = slices.DeleteFunc(old.reviewed, is)
	old.known = slices.DeleteFunc(old.known, is)
	if old.before == i {
		old.before = -1
	}
	delete(old.leeches, dueKey(DueSkill, s.index.skills.list[i].ID))
	if kind, id := splitKey(old.key); kind == DueQuestion && slices.Contains(s.index.skillsOf(id), i) {
		old.key = ""
		delete(old.leeches, dueKey(DueQuestion, id))
	}
}
