package learn

import "github.com/cairn-learn/cairn/course/learn/model"

// mastering is what it took to master a skill by answering.
type mastering struct {
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

// masters takes note of what it took to master a skill, the first time.
func (s *state) masters(i int, what TraceKind) {
	k := &s.learner.Skills[i]
	if _, noted := s.mastered[i]; !noted && k.Mastered && k.Answers > 0 && (what == TraceAnswer || what == TraceLesson) {
		s.mastered[i] = mastering{answers: k.Answers, expected: model.Questions(s.outset[i], model.Tally{})}
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
