package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
)

// state is everything folded from the events of one learner in one course. It
// is a pure function of the course and the events.
type state struct {
	course *course.Course
	index  *index

	begun     bool                     // anything happened at all
	answers   map[string]course.Answer // by Ask: the last one
	asked     map[string]bool          // Asks answered or skipped
	questions map[string]*question
	lessons   map[string]*lesson
	skills    map[string]*skill
	mixups    map[string]bool
	seen      map[string]bool
	forks     map[string][]string // lessons taken, by fork
	offers    map[string]bool     // offers answered, by item; the value: yes
	drafts    map[string]course.Answer
	ways      map[string]string // way switched to, by Ways
	taken     map[string]bool   // detours and jumps used up, by key

	placement placementState
	frames    []frame  // detours the learner is in, outermost first
	cursor    string   // lesson the learner is in or was in last, outside detours
	roadAt    string   // the last such lesson that is not a detour or extra of its own
	bypasses  []bypass // parts of the road that an author's Go to passes over
	undoable  []Event  // changes of road that can be taken back, oldest first
	pending   *Event   // the answer whose feedback was not passed yet
	back      *frame   // the detour just returned from
	finished  bool     // the course was finished once
	spent     time.Duration
	last      time.Time
}

// placementState says how far the placement test is.
type placementState string

const (
	placementOpen     placementState = ""
	placementAccepted placementState = "accepted"
	placementDone     placementState = "done"
	placementDeclined placementState = "declined"
)

// question is what happened with one question.
type question struct {
	rev     string
	answers int  // ever
	right   bool // ever
	missed  bool // the first try was not right, this time round
	tries   int  // wrong tries, this time round
	hints   int  // this time round
	settled bool // done with, this time round
	checked bool // the first try has counted, this time round
	score   float64
	moved   map[string]float64 // points by skill that the checked answer gave
	again   string             // title of the detour after which it is asked again
	at      time.Time          // of the last answer
}

// restart starts a new round: what was learned stays.
func (q *question) restart(rev string) {
	*q = question{rev: rev, answers: q.answers, right: q.right, at: q.at}
}

// lesson is what happened with one lesson. A lesson taken again starts a new
// round; what was learned stays.
type lesson struct {
	begun    bool
	ended    bool // finished, this round
	done     bool // finished ever
	skipped  *Reason
	left     bool // an author's Go to led away from it
	why      *Reason
	round    int
	read     map[string]bool
	from     string             // item to start at
	before   map[string]float64 // mastery by skill when the round began
	summed   bool               // its summary was passed, this round
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

// bypass is a stretch of the road passed over: after from, before to.
type bypass struct {
	from, to string
	why      Reason
}

func newState(c *course.Course, ix *index) *state {
	s := &state{
		course: c, index: ix,
		answers: map[string]course.Answer{}, asked: map[string]bool{},
		questions: map[string]*question{}, lessons: map[string]*lesson{},
		skills: map[string]*skill{}, mixups: map[string]bool{}, seen: map[string]bool{},
		forks: map[string][]string{}, offers: map[string]bool{},
		drafts: map[string]course.Answer{}, ways: map[string]string{}, taken: map[string]bool{},
	}
	for _, k := range c.Skills {
		s.skills[k.ID] = newSkill()
	}
	return s
}

func (s *state) moveTo(id string) {
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
	l.before = map[string]float64{}
	for id, k := range s.skills {
		l.before[id] = k.mastery()
	}
}

// newRound forgets how far a lesson is, but nothing of what was learned in it.
func (s *state) newRound(id string) {
	old := s.lesson(id)
	s.lessons[id] = &lesson{done: old.done, finished: old.finished, round: old.round + 1, read: map[string]bool{}}
	for qid, q := range s.questions {
		if s.index.home[qid] == id {
			q.restart(q.rev)
		}
	}
	for _, item := range s.index.offers[id] {
		delete(s.offers, item)
	}
}

func (s *state) popAsk(id string) {
	if n := len(s.frames); n > 0 && s.frames[n-1].ask == id {
		s.frames = s.frames[:n-1]
	}
}

func (s *state) lesson(id string) *lesson {
	l := s.lessons[id]
	if l == nil {
		l = &lesson{read: map[string]bool{}}
		s.lessons[id] = l
	}
	return l
}

func (s *state) question(id string) *question {
	q := s.questions[id]
	if q == nil {
		q = &question{}
		s.questions[id] = q
	}
	return q
}
