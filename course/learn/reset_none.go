package learn

import (
	"fmt"

	"github.com/cairn-learn/cairn/course"
)

// NothingSuch is the error for a reset of a question, a lesson or a skill that
// the course does not have.
type NothingSuch struct {
	What   ResetKind
	ID     string // as it was asked for
	Course string // id
	Meant  string // the nearest id that there is; empty: none is near
}

func (e *NothingSuch) Error() string {
	said := fmt.Sprintf("setting back %q: the course %q has no %s of that id", e.ID, e.Course, e.What)
	if e.Meant != "" {
		said += fmt.Sprintf("; did you mean %q?", e.Meant)
	}
	return said
}

// resets names what an action sets back, or refuses what the course does not
// have: see NothingSuch.
func (s *Session) resets(a Reset) (title string, err error) {
	title, ok, known := s.resettable(a.What, a.ID)
	switch {
	case ok:
		return title, nil
	case a.What == ResetCourse:
		return "", fmt.Errorf("setting back the course %q: it has no part %q of its own to name", s.course.ID, a.ID)
	case known == nil && a.What != ResetQuestion && a.What != ResetSkill && a.What != ResetLesson:
		return "", fmt.Errorf("setting back %q: a question, a lesson, a skill or the course can be, and no %q", a.ID, a.What)
	}
	return "", &NothingSuch{What: a.What, ID: a.ID, Course: s.course.ID, Meant: course.Nearest(a.ID, known)}
}
