package learn

import "github.com/cairn-learn/cairn/course/learn/model"

// mastering is what it took to master a skill by answering.
type mastering struct {
	event    string // that did it
	answers  int
	expected float64 // answers, when it was begun
}

// begins takes note of how well a skill was known before anything was done for
// it in its lesson or by an answer.
func (s *state) begins(i int) {
	if _, begun := s.outset[i]; !begun {
		s.outset[i] = s.learner.Skills[i].Mastery()
	}
}

// masters takes note of what it took to master a skill, the first time, and
// forgets it when the answer that did it is taken back.
func (s *state) masters(e *Event, i int, what TraceKind) {
	k := &s.learner.Skills[i]
	m, noted := s.mastered[i]
	switch {
	case noted && what == TraceDispute && m.event == e.Ref:
		delete(s.mastered, i)
	case k.Mastered && !noted && k.Answers > 0 && (what == TraceAnswer || what == TraceLesson):
		s.mastered[i] = mastering{event: e.ID(), answers: k.Answers, expected: model.Questions(s.outset[i], model.Tally{})}
	}
}

// ownTally is what the skills that were mastered so far took.
func (s *state) ownTally() model.Tally {
	var t model.Tally
	for i := range s.learner.Skills {
		if m, noted := s.mastered[i]; noted {
			t.Skills++
			t.Questions += float64(m.answers)
			t.Expected += m.expected
		}
	}
	return t
}
