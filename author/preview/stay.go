package preview

import (
	"reflect"
	"slices"

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

// Place keeps where an author is while the course changes under them. The zero
// value is ready. It is not safe for concurrent use.
type Place struct {
	was    learn.Step // where the author went, as the course was then
	in     *course.Course
	landed learn.Step // where the last Keep led
}

// Keep goes to where a session of the course as it was is, as far as the course of
// the other still has that, and returns the step that is there. What was lost is
// come back to when the course has it again, unless the author went on meanwhile.
func (p *Place) Keep(from, to Session) learn.Step {
	was, in := from.Step(), from.Course()
	if p.was != nil && reflect.DeepEqual(was, p.landed) {
		was, in = p.was, p.in
	}
	p.was, p.in, p.landed = was, in, stay(to, in, was)
	return p.landed
}

// stay goes to where a step of an older course was. Where the session is by itself
// goes first, then what has the same id, then what is called the same or stands in
// the same place.
func stay(s Session, old *course.Course, was learn.Step) learn.Step {
	now := s.Step()
	lesson, item := Stood(was)
	if lesson == "" {
		return now
	}
	at, on := Stood(now)
	if at == lesson && (on == item || item == "") {
		return now
	}
	for _, id := range candidates(s, old, lesson, item) {
		if at == id && item == "" {
			return now
		}
		if step, err := s.Do(learn.GoTo{ID: id}); err == nil {
			return step
		}
	}
	return s.Step()
}

// candidates are the ids to go to for what an older course had, the best first.
func candidates(s Session, old *course.Course, lesson, item string) []string {
	var ids []string
	c := s.Course()
	home := lessonLike(c, old, lesson)
	if item != "" {
		if holds(s, lesson, item) {
			ids = append(ids, item)
		}
		had, has := itemsOf(old, lesson), itemsOf(c, home)
		i := slices.IndexFunc(had, func(it course.Item) bool { return it.ID == item })
		if i >= 0 {
			for _, it := range c.Items() {
				if it.ID == item && it.Kind == had[i].Kind {
					ids = append(ids, item)
				}
			}
			for _, it := range has {
				if it.Title == had[i].Title && it.Kind == had[i].Kind {
					ids = append(ids, it.ID)
				}
			}
			if i < len(has) && has[i].Kind == had[i].Kind && !slices.ContainsFunc(had, func(it course.Item) bool { return it.ID == has[i].ID }) {
				ids = append(ids, has[i].ID) // its id was changed
			}
		}
	}
	return append(ids, home)
}

// itemsOf are the questions, tasks and asks of a lesson, in their order.
func itemsOf(c *course.Course, lesson string) []course.Item {
	return slices.DeleteFunc(c.Items(), func(it course.Item) bool {
		return it.Lesson != lesson || it.Kind != course.ItemQuestion && it.Kind != course.ItemTask && it.Kind != course.ItemAsk
	})
}

// lessonLike is the lesson that stands for one of an older course: the same, else one
// that is called so, else one with any of its questions, tasks and asks, else the one
// in its place on the path. For a detour there is none: it leads back by itself.
func lessonLike(c, old *course.Course, lesson string) string {
	title := ""
	for _, l := range old.Lessons {
		if l.ID == lesson {
			title = l.Title
		}
	}
	titled := ""
	for _, l := range c.Lessons {
		if l.ID == lesson {
			return lesson
		}
		if l.Title == title {
			titled = l.ID
		}
	}
	if titled != "" {
		return titled
	}
	for _, had := range itemsOf(old, lesson) {
		for _, it := range c.Items() {
			if it.ID == had.ID && it.Kind == had.Kind && it.Lesson != "" {
				return it.Lesson
			}
		}
	}
	at := slices.IndexFunc(onPath(old), func(l *course.Lesson) bool { return l.ID == lesson })
	if lessons := onPath(c); at >= 0 && len(lessons) > 0 {
		return lessons[min(at, len(lessons)-1)].ID
	}
	return lesson
}

// onPath are the lessons of a course's path.
func onPath(c *course.Course) []*course.Lesson {
	var out []*course.Lesson
	for _, s := range c.Path {
		if s.Lesson != nil {
			out = append(out, s.Lesson)
		} else if s.Choose != nil {
			out = append(out, s.Choose.From...)
		}
	}
	return out
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
