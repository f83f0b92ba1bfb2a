package learn

import "github.com/cairn-learn/cairn/course/learn/model"

// help is what was done about misses in a row on one skill.
type help struct {
	off    model.Day // the learner wants none on this day
	eased  bool      // an easier question comes next, where there is one
	missed string    // the question missed last
}

// checkedBelow takes in a question on what the skill Ref builds on. When it was
// missed, the way back to what teaches it is offered.
func (s *state) checkedBelow(e *Event) {
	s.lookedBelow(e)
	if right(e) {
		return
	}
	for _, i := range s.index.skillsOf(e.Item) {
		for _, l := range s.index.skills.taught[i] {
			if l.ID != e.Lesson && !s.taken[backKey(l.ID)] {
				s.wayBack = l.ID
				return
			}
		}
	}
}

// lookedBelow takes in that what the skill Ref builds on was looked at.
func (s *state) lookedBelow(e *Event) {
	if i, ok := s.index.skills.at[e.Ref]; ok {
		s.engine.LookedBelow(s.learner, i)
	}
}

// backKey is used up by going back to a lesson.
func backKey(lesson string) string { return "back:" + lesson }

// foldLeft takes in that a skill is left for tomorrow: by the program, after
// enough explanations, or by the learner, who wants no more help today.
func (s *state) foldLeft(e *Event) {
	i, ok := s.index.skills.at[e.Item]
	if !ok {
		return
	}
	s.wayBack = ""
	s.engine.Leave(s.learner, i)
	h := s.helped[i]
	h.off, h.eased = s.learner.Today, false
	s.helped[i] = h
}
