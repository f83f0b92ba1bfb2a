package preview

import (
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// Session is what can be gone about in.
type Session interface {
	Course() *course.Course
	Step() learn.Step
	Do(learn.Action) (learn.Step, error)
	Pages(lesson string) []learn.Page
}

// Stay goes to where a step was, as far as the course still has it, and returns
// the step that is there. Where the session is by itself goes first.
func Stay(s Session, was learn.Step) learn.Step {
	now := s.Step()
	lesson, item := Stood(was)
	if lesson == "" {
		return now
	}
	at, on := Stood(now)
	if at == lesson && (on == item || item == "") {
		return now
	}
	if item != "" && holds(s, lesson, item) {
		if step, err := s.Do(learn.GoTo{ID: item}); err == nil {
			return step
		}
	}
	if at != lesson {
		if step, err := s.Do(learn.GoTo{ID: lesson}); err == nil {
			return step
		}
	}
	return s.Step()
}

// Stood is the lesson that a step is in and what it shows there; empty: it is in
// none, or on an errand that leads back by itself.
func Stood(st learn.Step) (lesson, item string) {
	if st == nil || learn.Errand(st) || st.At().Lesson == nil {
		return "", ""
	}
	lesson = st.At().Lesson.ID
	switch st := st.(type) {
	case learn.Reading:
		return lesson, st.Page.ID
	case learn.Answering:
		return lesson, st.Question.ID
	case learn.Feedback:
		if st.Question != nil {
			return lesson, st.Question.ID
		}
	case learn.Doing:
		return lesson, st.Task.ID
	case learn.Asking:
		return lesson, st.Ask.ID
	}
	return lesson, ""
}

// holds reports whether a lesson of the course has an item of the id.
func holds(s Session, lesson, item string) bool {
	for _, p := range s.Pages(lesson) {
		if p.ID == item {
			return true
		}
	}
	found := false
	for _, l := range s.Course().Lessons {
		if l.ID != lesson {
			continue
		}
		l.EachBlock(func(b course.Block) {
			switch b := b.(type) {
			case *course.Question:
				found = found || b.ID == item
			case *course.Task:
				found = found || b.ID == item
			case *course.Ask:
				found = found || b.ID == item
			}
		})
	}
	return found
}

// PlaceAt is the id of what stands at a place of a course's files: the last
// question or task that begins before it, or the lesson.
func PlaceAt(c *course.Course, at course.Pos) string {
	for _, l := range c.Lessons {
		if l.File != at.File {
			continue
		}
		id, line := l.ID, 0
		take := func(item string, p course.Pos) {
			if p.File == at.File && p.Line <= at.Line && p.Line >= line && p.Line > 0 {
				id, line = item, p.Line
			}
		}
		l.EachBlock(func(b course.Block) {
			switch b := b.(type) {
			case *course.Question:
				take(b.ID, b.Pos)
			case *course.Task:
				take(b.ID, b.Pos)
			}
		})
		return id
	}
	return ""
}
