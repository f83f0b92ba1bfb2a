package learn

import "strings"

// covers are the resets of questions and lessons in a log that were not taken
// back, and what they have covered so far.
type covers struct {
	index   *index
	resets  map[string]bool // by event: every reset of the log
	undone  map[string]bool // by event: what was taken back
	after   []*Event        // resets of questions and lessons that are still to come
	out     map[string]bool // by event: covered
	detours map[string]int  // covered ones that were not returned from yet
}

// standing gives the events as they stand. Those about a question or a lesson
// that was set back later count as if they had not been: only the time that they
// took is left of them. The resets themselves stay, but for those that were
// taken back: of these nothing is left but their time either.
func (ix *index) standing(events []Event) []Event {
	c := &covers{index: ix, resets: map[string]bool{}, undone: map[string]bool{}}
	for i := range events {
		e := &events[i]
		if e.Kind == KindReset {
			c.resets[e.ID()] = true
		}
		if e.Kind == KindUndone {
			c.undone[e.Ref] = true
		}
	}
	if len(c.resets) == 0 {
		return events
	}
	for i := range events {
		e := &events[i]
		if what := ResetKind(e.What); e.Kind == KindReset && !c.undone[e.ID()] && (what == ResetQuestion || what == ResetLesson) {
			c.after = append(c.after, e)
		}
	}
	c.out, c.detours = map[string]bool{}, map[string]int{}
	stand := make([]Event, 0, len(events))
	for i := range events {
		stand = append(stand, c.leave(&events[i]))
	}
	return stand
}

// leave is what is left of an event.
func (c *covers) leave(e *Event) Event {
	switch {
	case e.Kind == KindReset:
		if len(c.after) > 0 && c.after[0].ID() == e.ID() {
			c.after = c.after[1:]
		}
		if c.undone[e.ID()] {
			return timeOf(e)
		}
	case e.Kind == KindUndone && c.resets[e.Ref]:
		return timeOf(e)
	}
	left := *e
	for _, r := range c.after {
		if c.covered(r, e) {
			c.out[e.ID()] = true
			return timeOf(e)
		}
		if ResetKind(r.What) == ResetLesson {
			outOf(r.Item, &left)
		}
	}
	return left
}

// timeOf is an event of which only the time is left that it took.
func timeOf(e *Event) Event {
	left := Event{Time: e.Time, Course: e.Course, Took: e.Took}
	if e.What == whatReview {
		left.What = whatReview // its minutes are those of reviews
	}
	return left
}

// outOf takes an event that stays out of the lesson it happened in, or led to.
func outOf(lesson string, e *Event) {
	if e.Lesson == lesson {
		e.Lesson = ""
	}
	if e.To == lesson && (e.Kind == KindUndone || e.Kind == KindJumped && e.What != whatGo) {
		e.To, e.Item = "", ""
	}
}

// covered reports whether an event is about what a later reset sets back.
func (c *covers) covered(r, e *Event) bool {
	back := e.Lesson + " " + e.To + " " + e.Item
	switch {
	case e.Kind == KindUndone:
		return c.out[e.Ref]
	case e.Kind == KindReturned && c.detours[back] > 0:
		c.detours[back]--
		return true
	case e.Kind == KindJumped:
		clear(c.detours) // a jump leaves them all
	}
	covered := c.index.ofQuestion(r.Item, e)
	if ResetKind(r.What) == ResetLesson {
		covered = c.index.ofLesson(r.Item, e)
	}
	if covered && e.Kind == KindDetoured {
		c.detours[e.To+" "+e.Lesson+" "+e.Item]++
	}
	return covered
}

// ofQuestion reports whether an event is about a question or a task, or is a
// change of road that an answer to it led to. What was answered in a placement
// test is about the test.
func (ix *index) ofQuestion(id string, e *Event) bool {
	switch e.Kind {
	case KindAnswered, KindShown, KindSkipped, KindDisputed, KindDrafted, KindFinished, KindSwapped:
		return e.Item == id && !ix.placement(e.Lesson)
	case KindDetoured:
		return e.Item == id && e.Ref != backKey(e.To)
	case KindJumped:
		return strings.HasPrefix(e.Ref, "go:"+id+":")
	case KindNoted:
		return e.What == whatLeech && e.Ref == dueKey(DueQuestion, id)
	case KindOpened, KindReturned, KindUndone, KindPlanned, KindReviewed, KindReset:
	}
	return false
}

// ofLesson reports whether an event was done in a lesson or is about something
// that it holds. What was chosen there for the course as a whole is not.
func (ix *index) ofLesson(id string, e *Event) bool {
	within := e.Lesson == id || e.Item == id || ix.home[e.Item] == id
	switch e.Kind {
	case KindAnswered, KindShown, KindSkipped, KindDrafted, KindDisputed:
		return within && !ix.placement(e.Lesson) && !ix.beside(e)
	case KindFinished:
		return within && e.What != whatCourse
	case KindSwapped:
		return within || ix.home[e.To] == id
	case KindJumped:
		return e.Lesson == id && e.What == whatGo
	case KindDetoured, KindReturned:
		return e.Lesson == id || e.To == id
	case KindNoted:
		kind, item := splitKey(e.Ref)
		return e.What == whatLeech && kind == DueQuestion && ix.home[item] == id
	case KindOpened, KindUndone, KindPlanned, KindReviewed, KindReset:
	}
	return false
}

// beside reports whether an event is about the course or the day, wherever the
// learner was.
func (ix *index) beside(e *Event) bool {
	switch e.What {
	case whatFork, whatPlaced, whatPlanning, whatClosing, whatRest, whatPlacement:
		return true
	}
	return ix.onboarding[e.Item] || e.Item == whatClosing
}
