package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
)

// Work is what a learner did with the questions of a course, as it counts: what
// was set back later is left out, and so is a detour that was taken back.
type Work struct {
	Questions   []QuestionWork // in the order in which they were met
	Detours     []DetourWork   // in order
	Reflections []Reflection   // the last words to each Ask that takes any, in the order of the first
	Events      int            // in the log: it only ever grows
	Origin      string         // random id of the device that the log of this course began on
}

// QuestionWork is what was done with a question that means one thing. One that
// the author gave another meaning has a QuestionWork for each.
type QuestionWork struct {
	ID, Rev string
	Lesson  string // where it was met first
	Tries   []Try  // slips of spelling, which cost none, left out
	Shown   bool   // its answer was asked for before it was found
	Passed  bool   // it was passed over
}

// Try is one answer to a question.
type Try struct {
	Answer     course.Answer
	Outcome    course.Outcome
	Where      string // see KindAnswered: empty in its lesson, else "try", "practice", "check" or "review"
	Hints      int
	Confidence int
	Mixup      string
	Took       time.Duration // idle time left out
	When       time.Time
	Disputed   bool
}

// DetourWork is a detour that an answer to a question brought, or would have.
type DetourWork struct {
	To      string // lesson; empty where it was not taken and the course does not tell
	ID, Rev string // of the question
	Mixup   string
	Taken   bool
	Back    bool           // the learner came back to the question
	Again   course.Outcome // of the next answer to the question, as it was; empty: none yet
}

// Reflection is what a learner wrote to an Ask, which nothing checks.
type Reflection struct{ Ask, Text string }

// Work tells what the learner did with the questions of the course.
func (s *Session) Work() Work {
	w := newWorker(s)
	events := s.index.standing(s.events)
	undone := undoings(events)
	for i := range events {
		e := &events[i]
		switch {
		case len(undone) > 0 && undone[e.ID()] > i:
		case e.Kind == KindReset && ResetKind(e.What) == ResetCourse:
			w = newWorker(s)
		default:
			w.take(e)
		}
	}
	w.Events = len(s.events)
	if len(s.events) > 0 {
		w.Origin = s.events[0].Device
	}
	return w.Work
}

// worker folds events into Work.
type worker struct {
	Work
	course *course.Course
	index  *index
	at     map[[2]string]int // in Questions, by id and rev
	tries  map[string]tryAt  // by event
	open   map[string]int    // in Detours, the last one of a question that was not answered since
	mixup  map[string]string // the wrong idea that the last answer to a question showed
	said   map[string]int    // in Reflections, by Ask
}

// tryAt is where a try stands.
type tryAt struct{ question, try int }

func newWorker(s *Session) *worker {
	return &worker{
		course: s.course, index: s.index, at: map[[2]string]int{}, tries: map[string]tryAt{}, open: map[string]int{}, mixup: map[string]string{}, said: map[string]int{},
	}
}

func (w *worker) take(e *Event) {
	switch e.Kind {
	case KindAnswered:
		w.answered(e)
	case KindShown:
		if e.What == whatAnswer && w.index.tasks[e.Item] == nil {
			w.Questions[w.question(e)].Shown = true
		}
	case KindSkipped:
		switch e.What {
		case whatQuestion:
			w.Questions[w.question(e)].Passed = true
		case whatDetour:
			w.detour(e, DetourWork{To: w.leadsTo(w.mixup[e.Item]), Mixup: w.mixup[e.Item]})
		}
	case KindDetoured:
		if e.Item != "" && e.What != whatAsk {
			w.detour(e, DetourWork{To: e.To, Mixup: e.Mixup, Taken: true})
		}
	case KindReturned:
		if i, ok := w.open[e.Item]; ok && w.Detours[i].Taken {
			w.Detours[i].Back = true
		}
	case KindDisputed:
		if at, ok := w.tries[e.Ref]; ok {
			w.Questions[at.question].Tries[at.try].Disputed = true
		}
	default: // nothing else is about a question
	}
}

// question is where the question stands that an event is about.
func (w *worker) question(e *Event) int {
	key := [2]string{e.Item, e.Rev}
	i, ok := w.at[key]
	if !ok {
		i = len(w.Questions)
		w.at[key] = i
		w.Questions = append(w.Questions, QuestionWork{ID: e.Item, Rev: e.Rev, Lesson: e.Lesson})
	}
	return i
}

func (w *worker) answered(e *Event) {
	if e.Answer == nil {
		return
	}
	switch e.What {
	case "", whatTry, whatPractice, whatCheck, whatReview:
	case whatAsk:
		w.reflected(e)
		return
	default:
		return
	}
	if e.Outcome == course.Spelling || e.Outcome == "" {
		return
	}
	if i, ok := w.open[e.Item]; ok {
		if d := &w.Detours[i]; d.Rev == e.Rev {
			d.Again = e.Outcome
		}
		delete(w.open, e.Item)
	}
	w.mixup[e.Item] = e.Mixup
	i := w.question(e)
	q := &w.Questions[i]
	w.tries[e.ID()] = tryAt{i, len(q.Tries)}
	q.Tries = append(q.Tries, Try{
		Answer: *e.Answer, Outcome: e.Outcome, Where: e.What, Hints: e.Hints, Confidence: e.Confidence, Mixup: e.Mixup, Took: took(e), When: e.Time,
	})
}

func (w *worker) detour(e *Event, d DetourWork) {
	d.ID, d.Rev = e.Item, e.Rev
	w.open[e.Item] = len(w.Detours)
	w.Detours = append(w.Detours, d)
}

// leadsTo is the lesson that explains a wrong idea; empty: none.
func (w *worker) leadsTo(mixup string) string {
	for _, m := range w.course.Mixups {
		if m.ID == mixup {
			return m.Detour
		}
	}
	return ""
}

// reflected takes in what was written to an Ask of the course that is not about
// the learner's goal, pace or plan.
func (w *worker) reflected(e *Event) {
	a := w.index.asks[e.Item]
	if a == nil || a.BuiltIn || len(a.Options) > 0 || e.Answer.Text == "" {
		return
	}
	i, ok := w.said[e.Item]
	if !ok {
		i = len(w.Reflections)
		w.said[e.Item] = i
		w.Reflections = append(w.Reflections, Reflection{Ask: e.Item})
	}
	w.Reflections[i].Text = e.Answer.Text
}
