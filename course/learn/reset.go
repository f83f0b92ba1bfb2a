package learn

import (
	"fmt"
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// ResetKind is what can be set back.
type ResetKind string

// What can be set back.
const (
	ResetQuestion ResetKind = "question" // or a task
	ResetLesson   ResetKind = "lesson"
	ResetSkill    ResetKind = "skill"
	ResetCourse   ResetKind = "course"
)

// SetBack is what a reset sets back, counted before it is made.
type SetBack struct {
	What    ResetKind
	ID      string
	Title   string    // of the question, the lesson, the skill or the course
	Answers int       // to questions, and cards; slips of spelling left out
	Lessons int       // that were finished and are open again, or that were passed over as known and are
	Skills  int       // that are known, and are not then
	Since   time.Time // the first thing that is set back
	Notes   int       // and bookmarks, which stay
	Forgets bool      // nothing is saved, so that no backup is made either
}

// ResetDone is a reset that stands: it can be taken back.
type ResetDone struct {
	ID    string // of its event
	What  ResetKind
	Item  string
	Title string // of what was set back; its id where the course no longer has it
	When  time.Time

	// What was started over later covers it too: Under is the title of one reset
	// that covers all of it, empty when there is none, and Partly says that some
	// may cover a part. That does not count again when this one is taken back.
	Under  string
	Partly bool
}

// SetBack tells what a reset would set back. It is refused where the course has
// no such thing, and wraps ErrNotNow where nothing was done with it.
func (s *Session) SetBack(a Reset) (SetBack, error) {
	title, err := s.resets(a)
	if err != nil {
		return SetBack{}, err
	}
	back := SetBack{What: a.What, ID: a.ID, Title: title, Notes: len(s.Notes()) + len(s.state.bookmarks)}
	if log, may := s.deps.Log.(Forgetter); may {
		back.Forgets = log.Forgets()
	}
	back.Answers, back.Since = s.setBackBy(a)
	if back.Since.IsZero() {
		return back, fmt.Errorf("setting back the %s %q: nothing was done with it: %w", a.What, title, ErrNotNow)
	}
	back.Lessons, back.Skills = lost(s.Progress(), s.after(a).Progress())
	return back, nil
}

// lost counts the lessons that are done or skipped now and are not then, and the
// skills that are known now and are not then.
func lost(now, then Progress) (lessons, skills int) {
	over := func(l LessonProgress) bool { return l.State == LessonDone || l.State == LessonSkipped }
	open := map[string]bool{}
	for _, l := range then.Lessons {
		open[l.Lesson.ID] = !over(l)
	}
	for _, l := range now.Lessons {
		if over(l) && open[l.Lesson.ID] {
			lessons++
		}
	}
	for i, k := range now.Skills {
		if k.Mastered && !then.Skills[i].Mastered {
			skills++
		}
	}
	return lessons, skills
}

// isAnswer reports whether an event is an answer to a question or a card.
func isAnswer(e *Event) bool {
	switch e.What {
	case "", whatTry, whatPractice, whatCheck, whatReview:
		return e.Kind == KindAnswered && e.Outcome != course.Spelling
	}
	return e.Kind == KindReviewed && e.What == whatCard
}

// after is the session as it would be after a reset, to look at.
func (s *Session) after(a Reset) *Session {
	view := *s
	view.events = append(slices.Clip(s.events), s.resetOf(a))
	view.state, view.stops = foldAll(s.index, view.events), nil
	view.look()
	view.step = view.compute()
	return &view
}

// setBackBy counts the answers that a reset sets back, and tells when the first
// thing was done that it does; zero: nothing was.
func (s *Session) setBackBy(a Reset) (answers int, since time.Time) {
	add := func(e *Event, answer bool) {
		if since.IsZero() {
			since = e.Time
		}
		if answer {
			answers++
		}
	}
	if a.What == ResetSkill {
		for _, t := range s.traces()[s.index.skills.at[a.ID]] {
			switch t.What {
			case TraceAnswer, TraceCard, TraceReview:
				add(&t.Event, true)
			case TraceTask, TraceDispute, TracePlacement, TraceExplained:
				add(&t.Event, false)
			case TraceLesson, TraceSetting, traceReset:
			}
		}
		return answers, since
	}
	reset := s.resetOf(a)
	c, r := covers{index: s.index, detours: map[string]int{}}, coverOf(&reset)
	for _, e := range s.counting() {
		if a.What == ResetCourse && !staysNoted(&e) || a.What != ResetCourse && c.covered(r, &e) {
			add(&e, isAnswer(&e))
		}
	}
	return answers, since
}

// staysNoted reports whether an event is what starting the course over keeps,
// or no more than that it was opened.
func staysNoted(e *Event) bool {
	return e.Kind == KindOpened || e.Kind == KindNoted && e.What != whatUnclear && e.What != whatLeech
}

// counting lists the events that count: neither taken back nor set back.
func (s *Session) counting() []Event {
	undone := undoings(s.events)
	var out []Event
	for i, e := range s.index.standing(s.events) {
		switch {
		case e.Kind == KindReset && ResetKind(e.What) == ResetCourse:
			out = nil
		case e.Kind != "" && e.Kind != KindReset && e.Kind != KindUndone && undone[e.ID()] <= i:
			out = append(out, e)
		}
	}
	return out
}

// Resets lists the resets that stand, the latest first.
func (s *Session) Resets() []ResetDone {
	c := covers{undone: undoings(s.events)}
	var out []ResetDone
	var of []cover
	for i := range s.events {
		e := &s.events[i]
		if e.Kind != KindReset || !c.stands(i, e) {
			continue
		}
		title, _, _ := s.resettable(ResetKind(e.What), e.Item)
		if title == "" {
			title = e.Item
		}
		for j := range out {
			all, part := s.index.over(coverOf(e), of[j])
			if out[j].Partly = out[j].Partly || part; all {
				out[j].Under = title
			}
		}
		out = append(out, ResetDone{ID: e.ID(), What: ResetKind(e.What), Item: e.Item, Title: title, When: e.Time})
		of = append(of, coverOf(e))
	}
	slices.Reverse(out)
	return out
}

// resettable names what can be set back, if the course has it, and gives the ids
// of all that can be set back like it.
func (s *Session) resettable(what ResetKind, id string) (title string, ok bool, known []string) {
	switch what {
	case ResetCourse:
		return s.course.Title, id == "", nil
	case ResetLesson:
		for _, l := range s.course.Lessons {
			known = append(known, l.ID)
			if l.ID == id {
				title, ok = l.Title, true
			}
		}
	case ResetSkill:
		for _, k := range s.index.skills.list {
			known = append(known, k.ID)
			if k.ID == id {
				title, ok = k.Title, true
			}
		}
	case ResetQuestion:
		for at, spot := range s.index.spots(s.course) {
			if spot.kind != SpotQuestion && spot.kind != SpotTask {
				continue
			}
			known = append(known, at)
			if at == id {
				title, ok = spot.title, true
			}
		}
		slices.Sort(known)
	}
	return title, ok, known
}

// Resettable lists the ids of the questions and tasks, of the lessons, or of the
// skills that the course has, in a fixed order.
func (s *Session) Resettable(what ResetKind) []string {
	_, _, known := s.resettable(what, "")
	return known
}

// reset sets something back. What follows by itself waits until the learner goes
// on, so that taking the reset back leaves nothing of it.
func (s *Session) reset(a Reset) (move, error) {
	back, err := s.SetBack(a)
	if err != nil {
		return move{}, err
	}
	e := s.resetOf(a)
	e.Reason = &Reason{Code: WhyReset, By: ByLearner, Title: back.Title}
	return move{events: []Event{e}, alone: true}, nil
}

// resetOf is the event of a reset. That of a lesson lists what it holds now, so
// that it covers the same when the author has moved things about.
func (s *Session) resetOf(a Reset) Event {
	e := s.event(KindReset)
	e.What, e.Item = string(a.What), a.ID
	if a.What != ResetLesson {
		return e
	}
	if held := s.held(a.ID); held != nil {
		e.Answer = &course.Answer{Items: held}
	}
	return e
}

// backUp copies the log before something is set back, where it can be copied.
func (s *Session) backUp(a Action) error {
	log, can := s.deps.Log.(Backer)
	if _, sets := a.(Reset); !sets || !can {
		return nil
	}
	if _, err := log.Backup(); err != nil {
		return fmt.Errorf("%w: nothing was set back, because there is no backup: %w", ErrNotSaved, err)
	}
	return nil
}

// undoReset lets what a reset has set back count again.
func (s *Session) undoReset(id string) (move, error) {
	if !slices.ContainsFunc(s.Resets(), func(r ResetDone) bool { return r.ID == id }) {
		return move{}, fmt.Errorf("taking back the reset %q: there is none of that name, or it was taken back: %w", id, ErrNotNow)
	}
	e := s.event(KindUndone)
	e.Ref = id
	return move{events: []Event{e}, alone: true}, nil
}
