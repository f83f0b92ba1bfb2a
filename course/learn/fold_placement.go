package learn

import (
	"slices"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// startPlacement begins a placement test, or begins it anew.
func (s *state) startPlacement() {
	s.placement = placementAccepted
	s.place = s.index.sampled().Place()
	clear(s.asides)
}

// placeAnswer takes in an answer to the placement test. What it says of the
// skills counts once the learner has seen the result.
func (s *state) placeAnswer(e *Event) {
	s.asides[e.Item] = true
	if q := s.index.questions[e.Item]; q != nil && s.place != nil {
		s.place.Answer(model.Probe{Skills: s.index.skillsOf(e.Item), Evidence: evidenceOf(q)}, share(e.Score), e.Answer.DontKnow)
	}
}

// foldPlaced takes the result of the placement test with the skills that the
// learner takes for known. Of skills that were worked on since, more is known
// than a test can tell.
func (s *state) foldPlaced(e *Event) {
	s.placement = placementDone
	if s.place == nil {
		return
	}
	for i, skill := range s.index.skills.list {
		k := &s.learner.Skills[i]
		if k.Answers > 0 || k.Taught || k.Mastered {
			continue
		}
		known := s.place.Known(i)
		switch {
		case slices.Contains(e.Answer.Items, skill.ID):
			s.engine.Place(s.learner, i, max(known, s.engine.SkipFrom))
			s.engine.Skip(s.learner, i)
			s.known[skill.ID] = true
		case s.place.Shown(i, s.engine.SkipFrom): // the learner wants the lesson all the same
			s.engine.Place(s.learner, i, known)
			k.TriedBad = true
		default:
			s.engine.Place(s.learner, i, known)
		}
		s.traced(e, i, TracePlacement, 0)
	}
}

// declinePlacement goes on without a test. Who is not new has a question before
// each lesson.
func (s *state) declinePlacement(isNew bool) {
	s.placement = placementDeclined
	if isNew {
		return
	}
	for i := range s.learner.Skills {
		if k := &s.learner.Skills[i]; k.Answers == 0 && !k.Taught {
			s.engine.Place(s.learner, i, max(k.Mastery(), s.engine.TryStart))
		}
	}
}
