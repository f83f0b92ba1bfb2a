package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// state is everything folded from the events of one learner in one course. It
// is a pure function of the course and the events.
type state struct {
	index *index

	begun     bool                     // anything happened at all
	underway  bool                     // any lesson was begun, opened or skipped
	answers   map[string]course.Answer // by Ask: the last one
	asked     map[string]bool          // Asks answered or skipped
	questions map[string]*question
	lessons   map[string]*lesson
	mixups    map[string]int // answers that showed it, disputed ones left out
	seen      map[string]bool
	forks     map[string][]string // lessons taken, by fork
	offers    map[string]bool     // offers answered, by item; the value: yes
	drafts    map[string]course.Answer
	values    map[string]string // kept by the checks of tasks, by name
	ways      map[string]string // way switched to, by Ways
	taken     map[string]bool   // detours and jumps used up, by key
	resume    map[string]stand  // where the learner was before a change of road that was undone, by its event

	placement placementState
	place     *model.Placement // the test under way, or its result
	asides    map[string]bool  // questions that the placement test put
	known     map[string]bool  // skills that the learner took for known after it

	engine  *model.Engine  // tuned to the learner's settings
	learner *model.Learner // by index of skill
	saved   *snapshot      // before the last answer

	asideHints map[string]int // by question put outside its place, since it was answered last

	helped   map[int]help // by skill: what was done after misses
	touched  map[int]model.Day
	reviewed map[int]int       // reviews, by skill
	firm     map[int]bool      // skills that are known, as of the last event
	met      map[string]*kept  // questions missed, cards and terms: how firm they are
	run      *run              // the review under way
	swaps    map[string]string // question in the place of another one of its pool, this round
	instead  map[string]string // the same for one put outside its place, until it is answered
	wants    string            // lesson of which the learner wants another explanation
	wayBack  string            // lesson to offer, after a check of what it teaches was missed

	meetings  map[string]*meeting // by question
	notes     []note              // as they were written, those removed among them
	bookmarks map[string]bookmark // by place

	days      map[model.Day]*dayWork
	minutes   map[string]float64 // spent, by lesson
	rated     [4]Tally           // by how sure the learner was
	hours     [24]Tally          // checked answers by hour
	sure      []sureMiss
	recalled  Recalled
	unclear   []unclearNote
	leeches   map[string]bool
	planned   bool            // the plan was asked for
	plans     []model.Planned // how many days of a week the learner chose, and when
	first     model.Day       // of the first event
	outset    map[int]float64 // mastery before anything was done for a skill, by skill
	explained map[int]int     // further explanations, by skill
	closed    model.Day
	rested    model.Day
	work      []model.Activity

	trace func(e *Event, skill int, what TraceKind, points float64) // nil: nobody asks

	frames   []frame  // detours the learner is in, outermost first
	cursor   string   // lesson the learner is in or was in last, outside detours
	roadAt   string   // the last such lesson that is not a detour or extra of its own
	bypasses []bypass // parts of the road that an author's Go to passes over
	undoable []Event  // changes of road that can be taken back, oldest first
	pending  *Event   // the answer whose feedback was not passed yet
	back     *frame   // the detour just returned from
	finished bool     // the course was finished once
	spent    time.Duration
	last     time.Time
}

// placementState says how far the placement test is.
type placementState string

const (
	placementOpen     placementState = ""
	placementAccepted placementState = "accepted"
	placementFound    placementState = "found" // through, and its result not looked at
	placementDone     placementState = "done"
	placementDeclined placementState = "declined"
)

// question is what happened with one question or task.
type question struct {
	rev     string
	answers int  // ever; slips of spelling left out
	right   bool // ever
	missed  bool // the first try was not right, this time round
	tries   int  // wrong tries, this time round
	hints   int  // this time round
	settled bool // done with, this time round
	checked bool // the first try has counted, this time round
	score   float64
	counted bool      // a right answer without help was counted
	again   string    // title of the detour after which it is asked again
	spent   bool      // of a pool: missed, and another one asked in its place
	at      time.Time // of the last answer
	shown   bool      // of a task: how its author does it was shown, this round
	held    []bool    // of a task: what came of its checks the last time, this round
}

// restart starts a new round: what was learned stays. Another meaning was never
// answered before.
func (q *question) restart(rev string) {
	next := question{rev: rev, answers: q.answers, right: q.right}
	if q.rev == rev {
		next.at, next.counted = q.at, q.counted
	}
	*q = next
}

// within reports whether it was answered within a day before a moment.
func (q *question) within(now time.Time) bool {
	return !q.at.IsZero() && now.Sub(q.at) < 24*time.Hour
}

// touched reports whether anything happened with it, this round.
func (q *question) touched() bool {
	return q.settled || q.checked || q.tries > 0 || q.hints > 0 || q.again != ""
}

// lesson is what happened with one lesson. A lesson taken again starts a new
// round; what was learned stays.
type lesson struct {
	begun    bool
	ended    bool // finished, this round
	done     bool // finished ever
	skipped  *Reason
	left     bool            // an author's Go to led away from it
	why      *Reason         // of the jump that led here
	round    int             // how often the learner opened or took it again
	read     map[string]bool // texts, by page id
	from     string          // item the learner opened; what comes before was passed over
	at       string          // item the learner was at last, this round
	before   map[int]float64 // mastery, when the round began, by skill that was answered on before
	taught   map[int]bool    // skills that it has taught, this round
	tried    int             // questions put before it
	missed   bool            // one of them was missed
	straight bool            // no questions before it, by the learner's wish
	extra    int             // questions put after it, this round
	enough   bool            // no more of them, by the learner's wish
	paced    float64         // minutes spent in it that say nothing of how long it takes, or were told already
	summed   bool            // its summary was passed, this round
	finished time.Time
}

// frame is one detour, or one Ask put again at the end of a lesson.
type frame struct {
	lesson string // the detour; empty for an Ask
	ask    string
	home   string // lesson to come back to
	item   string // question to come back to; empty: the end of the lesson
	why    Reason
}

// stand is where a learner stands: what is not folded from the events alone.
type stand struct {
	underway       bool
	cursor, roadAt string
	pending        *Event
	back           *frame
}

// bypass is a stretch of the road passed over: after from, before to.
type bypass struct {
	from, to string
	why      Reason
}

func newState(ix *index) *state {
	s := &state{
		index:   ix,
		answers: map[string]course.Answer{}, asked: map[string]bool{},
		questions: map[string]*question{}, lessons: map[string]*lesson{},
		mixups: map[string]int{}, seen: map[string]bool{},
		forks: map[string][]string{}, offers: map[string]bool{},
		drafts: map[string]course.Answer{}, values: map[string]string{}, ways: map[string]string{}, taken: map[string]bool{},
		resume: map[string]stand{}, asides: map[string]bool{}, known: map[string]bool{},
		helped: map[int]help{}, firm: map[int]bool{}, reviewed: map[int]int{}, asideHints: map[string]int{}, touched: map[int]model.Day{}, met: map[string]*kept{}, swaps: map[string]string{}, instead: map[string]string{},
		days: map[model.Day]*dayWork{}, minutes: map[string]float64{}, leeches: map[string]bool{},
	}
	s.meetings, s.bookmarks = map[string]*meeting{}, map[string]bookmark{}
	s.outset, s.explained = map[int]float64{}, map[int]int{}
	s.tune()
	s.learner = s.engine.NewLearner(0)
	s.index.knows(s.engine, s.learner)
	return s
}

// moveTo puts the learner into a lesson, if the course has it.
func (s *state) moveTo(id string) {
	s.underway = true
	if s.index.lessons[id] == nil {
		return
	}
	s.cursor = id
	if s.index.onPath[id] {
		s.roadAt = id
	}
}

// begin starts a round of the lesson, if it has not begun.
func (s *state) begin(l *lesson) {
	if l.begun {
		return
	}
	l.begun = true
	l.before = map[int]float64{}
	for i := range s.learner.Skills {
		if k := &s.learner.Skills[i]; k.Answers > 0 {
			l.before[i] = k.Mastery()
		}
	}
}

// newRound forgets how far a lesson is, but nothing of what was learned in it.
func (s *state) newRound(id string) {
	old := s.lesson(id)
	s.lessons[id] = &lesson{
		done: old.done, finished: old.finished, round: old.round, read: map[string]bool{},
		tried: old.tried, missed: old.missed, straight: old.straight, paced: old.paced,
	}
	for _, item := range s.index.contents[id] {
		if q := s.questions[item]; q != nil {
			q.restart(q.rev)
		}
		delete(s.swaps, item)
		delete(s.offers, item)
		if !s.index.onboarding[item] {
			delete(s.asked, item)
		}
	}
}

// unmeet lets an item of a lesson that is underway come up again, as practice.
func (s *state) unmeet(l *lesson, lesson, item string) {
	delete(l.read, item)
	if s.index.home[item] != lesson {
		return
	}
	if q := s.questions[item]; q != nil {
		q.settled, q.tries, q.spent = false, 0, false
	}
	delete(s.offers, item)
	delete(s.asked, item)
}

// popAsk leaves the last frame that puts the Ask, and what was above it.
func (s *state) popAsk(id string) {
	for i := len(s.frames) - 1; i >= 0; i-- {
		if s.frames[i].ask == id {
			s.frames = s.frames[:i]
			return
		}
	}
}

// lesson is what happened with a lesson, to be read only: one that was never
// met is empty.
func (s *state) lesson(id string) *lesson {
	if l := s.lessons[id]; l != nil {
		return l
	}
	return &lesson{}
}

// touchLesson is lesson, to be changed.
func (s *state) touchLesson(id string) *lesson {
	l := s.lessons[id]
	if l == nil {
		l = &lesson{read: map[string]bool{}}
		s.lessons[id] = l
	}
	return l
}

// question is what happened with a question or task, to be read only: one that
// was never met is empty.
func (s *state) question(id string) *question {
	if q := s.questions[id]; q != nil {
		return q
	}
	return &question{}
}

// touchQuestion is question, to be changed. Another meaning starts a new round.
func (s *state) touchQuestion(id, rev string) *question {
	q := s.questions[id]
	switch {
	case q == nil:
		q = &question{rev: rev}
		s.questions[id] = q
	case q.rev != rev:
		q.restart(rev)
	}
	return q
}
