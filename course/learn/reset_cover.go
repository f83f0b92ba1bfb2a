package learn

import (
	"slices"
	"strings"
)

// covers are the resets of questions and lessons in a log that were not taken
// back, and what they have covered so far.
type covers struct {
	index   *index
	resets  map[string]bool // by event: every reset of the log
	undone  map[string]int  // by event: where it was taken back
	after   []cover         // resets of questions and lessons that are still to come
	out     map[string]bool // by event: covered
	detours map[string]int  // covered ones that were not returned from yet
}

// cover is a reset of a question or a lesson.
type cover struct {
	*Event
	held map[string]bool // of a lesson: it and what it held then; nil: what it holds today
}

// coverOf reads what a reset covers out of its event, so that nothing that the
// author does to the course since changes what counts. A reset of a lesson that
// does not list it is an early one, or of a lesson too large to list.
func coverOf(e *Event) cover {
	r := cover{Event: e}
	if e.Answer != nil && ResetKind(e.What) == ResetLesson {
		r.held = map[string]bool{}
		for _, id := range e.Answer.Items {
			r.held[id] = true
		}
	}
	return r
}

// holds reports whether an item was in the lesson that is set back.
func (ix *index) holds(r cover, item string) bool {
	if r.held != nil {
		return r.held[item]
	}
	return item == r.Item || ix.home[item] == r.Item
}

// over reports whether a later reset covers all that an earlier one does, and
// whether it may cover a part of it.
func (ix *index) over(later, earlier cover) (all, part bool) {
	a, b := ResetKind(later.What), ResetKind(earlier.What)
	switch {
	case a == ResetCourse, a == b && later.Item == earlier.Item:
		return true, true
	case a == b:
		return false, false
	case a == ResetLesson && b == ResetQuestion:
		in := ix.holds(later, earlier.Item)
		return in, in
	case a == ResetQuestion && b == ResetLesson:
		return false, ix.holds(earlier, later.Item)
	}
	return false, true
}

// maxHeld bounds the ids that a reset of a lesson lists, in bytes: its event
// must fit into a line of the log.
const maxHeld = 32 << 10

// held lists a lesson and all that it holds, for its reset to cover, but for
// what the onboarding asks; of a very large lesson only what the log names, and
// nil where that is too much too.
func (s *Session) held(lesson string) []string {
	named := map[string]bool{}
	for i := range s.events {
		_, item := splitKey(s.events[i].Ref)
		named[s.events[i].Item], named[s.events[i].To], named[item] = true, true, true
	}
	var all []string
	for id, home := range s.index.home {
		if home == lesson && !s.index.onboarding[id] {
			all = append(all, id)
		}
	}
	slices.Sort(all)
	met := slices.DeleteFunc(slices.Clone(all), func(id string) bool { return !named[id] })
	for _, list := range [][]string{all, met} {
		list = append([]string{lesson}, list...)
		if len(strings.Join(list, `","`)) <= maxHeld {
			return list
		}
	}
	return nil
}

// standing gives the events as they stand. Those about a question or a lesson
// that was set back later count as if they had not been: only the time that they
// took is left of them. The resets themselves stay, but for those that were
// taken back: of these nothing is left but their time either.
func (ix *index) standing(events []Event) []Event {
	c := &covers{index: ix, resets: map[string]bool{}}
	for i := range events {
		if events[i].Kind == KindReset {
			c.resets[events[i].ID()] = true
		}
	}
	if len(c.resets) == 0 {
		return events
	}
	c.undone = undoings(events)
	for i := range events {
		e := &events[i]
		if what := ResetKind(e.What); e.Kind == KindReset && c.stands(i, e) && (what == ResetQuestion || what == ResetLesson) {
			c.after = append(c.after, coverOf(e))
		}
	}
	c.out, c.detours = map[string]bool{}, map[string]int{}
	stand := make([]Event, 0, len(events))
	for i := range events {
		stand = append(stand, c.leave(i, &events[i]))
	}
	return stand
}

// undoings tells of each event that was taken back where in the log that was done
// last. One that comes before what it names takes nothing back, so that nobody
// can take back what a learner is yet to do; nor does one at the end of all
// clocks.
func undoings(events []Event) map[string]int {
	at := map[string]int{}
	for i := range events {
		if e := &events[i]; e.Kind == KindUndone && e.Clock < LastClock {
			at[e.Ref] = i
		}
	}
	return at
}

// stands reports whether the i-th event, a reset, sets something back.
func (c *covers) stands(i int, e *Event) bool { return c.undone[e.ID()] <= i && e.Clock < LastClock }

// leave is what is left of the i-th event.
func (c *covers) leave(i int, e *Event) Event {
	switch {
	case e.Kind == KindReset:
		if len(c.after) > 0 && c.after[0].ID() == e.ID() {
			c.after = c.after[1:]
		}
		if !c.stands(i, e) {
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
func (c *covers) covered(r cover, e *Event) bool {
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
		covered = c.index.ofLesson(r, e)
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
	case KindAnswered, KindChecked, KindShown, KindSkipped, KindDisputed, KindDrafted, KindFinished, KindSwapped:
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
func (ix *index) ofLesson(r cover, e *Event) bool {
	id := r.Item
	within := e.Lesson == id || ix.holds(r, e.Item)
	switch e.Kind {
	case KindAnswered, KindChecked, KindShown, KindSkipped, KindDrafted, KindDisputed:
		return within && !ix.placement(e.Lesson) && !ix.beside(r, e)
	case KindFinished:
		return within && e.What != whatCourse
	case KindSwapped:
		return within || ix.holds(r, e.To)
	case KindJumped:
		return e.Lesson == id && e.What == whatGo
	case KindDetoured, KindReturned:
		return e.Lesson == id || e.To == id
	case KindNoted:
		kind, item := splitKey(e.Ref)
		return e.What == whatLeech && kind == DueQuestion && ix.holds(r, item)
	case KindOpened, KindUndone, KindPlanned, KindReviewed, KindReset:
	}
	return false
}

// beside reports whether an event is about the course or the day, wherever the
// learner was.
func (ix *index) beside(r cover, e *Event) bool {
	switch e.What {
	case whatFork, whatPlaced, whatPlanning, whatClosing, whatRest, whatPlacement:
		return true
	}
	return ix.onboarding[e.Item] && !r.held[e.Item] || e.Item == whatClosing
}
