package learn

import (
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// idleCap is the longest time one event adds to the minutes spent: what is
// longer was probably spent elsewhere.
const idleCap = 5 * time.Minute

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

// foldAll folds events in order, leaving out those that were undone.
func foldAll(c *course.Course, ix *index, events []Event) *state {
	undone := map[string]bool{}
	for _, e := range events {
		if e.Kind == KindUndone {
			undone[e.Ref] = true
		}
	}
	s := newState(c, ix)
	for _, e := range events {
		if len(undone) > 0 && undone[e.ID()] {
			continue
		}
		s.fold(e)
	}
	return s
}

// fold takes in one event. It must never fail: an event about something that
// the course no longer has changes only what still makes sense.
func (s *state) fold(e Event) {
	s.begun = true
	s.last = e.Time
	s.spent += min(max(time.Duration(e.Took)*time.Millisecond, 0), idleCap)
	if e.Item != "" && e.Kind != KindUndone {
		s.seen[e.Item] = true
	}
	if e.Lesson != "" {
		s.seen[e.Lesson] = true
	}
	switch e.Kind {
	case KindAnswered:
		s.foldAnswered(e)
	case KindShown:
		s.foldShown(e)
	case KindFinished:
		s.foldFinished(e)
	case KindSkipped:
		s.foldSkipped(e)
	case KindJumped:
		s.foldJumped(e)
	case KindDetoured:
		s.foldDetoured(e)
	case KindReturned:
		s.foldReturned(e)
	case KindDisputed:
		s.foldDisputed(e)
	case KindDrafted:
		if e.Answer != nil {
			s.drafts[e.Item] = *e.Answer
		}
		return
	case KindPlanned:
		if e.Answer != nil {
			s.answers[e.Item] = *e.Answer
			s.asked[e.Item] = true
		}
		return
	case KindUndone:
		s.cursor, s.roadAt, s.pending = e.To, e.Item, nil
		return
	case KindOpened, KindNoted, KindReviewed, KindReset:
		return
	}
	s.enter(e)
}

// enter keeps track of the lesson the learner is in.
func (s *state) enter(e Event) {
	if e.Kind != KindAnswered && e.Kind != KindShown {
		s.pending = nil
	}
	if e.Lesson == "" || e.Kind == KindJumped || e.Kind == KindReturned || e.Kind == KindDetoured {
		return
	}
	l := s.lesson(e.Lesson)
	if e.Kind == KindAnswered || e.Kind == KindShown || e.What == whatQuestion || e.What == whatTask || e.What == whatExtra {
		s.begin(l)
	}
	if len(s.frames) == 0 && !s.index.placement(e.Lesson) {
		s.moveTo(e.Lesson)
	}
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

func (s *state) foldAnswered(e Event) {
	if e.Answer == nil {
		return
	}
	delete(s.drafts, e.Item)
	switch e.What {
	case whatAsk:
		s.answers[e.Item] = *e.Answer
		s.asked[e.Item] = true
		s.popAsk(e.Item)
		s.pending = nil
		if a := s.index.asks[e.Item]; a != nil && a.Why != "" {
			s.pending = &e
		}
	case whatFork:
		s.forks[e.Item] = e.Answer.Items
		s.undoable = append(s.undoable, e)
		s.pending = nil
	case whatOffer:
		yes := slices.Contains(e.Answer.Items, "yes")
		s.offers[e.Item] = yes
		if s.index.placement(e.Item) && yes {
			s.placement = placementAccepted
		}
		s.pending = nil
	default:
		s.foldQuestion(e)
	}
}

// foldQuestion takes in the answer to a graded question.
func (s *state) foldQuestion(e Event) {
	q := s.question(e.Item)
	if q.rev != e.Rev {
		q.restart(e.Rev)
	}
	q.answers++
	if e.Mixup != "" {
		s.mixups[e.Mixup] = true
	}
	s.back = nil
	inPlacement := s.index.placement(e.Lesson)
	if !inPlacement {
		s.pending = &e
	}
	if e.Outcome == course.Spelling {
		return
	}
	ok := e.Outcome == course.Right || e.Outcome == course.Close
	if ok {
		q.right, q.settled = true, true
	} else {
		q.tries++
	}
	if !q.checked {
		q.checked, q.score, q.missed = true, e.Score, !ok
		s.count(q, e, inPlacement)
	}
	q.at = e.Time
	cq := s.index.questions[e.Item]
	if e.Answer.DontKnow || inPlacement || cq != nil && q.tries >= cq.Tries {
		q.settled = true
	}
	if q.settled {
		q.again = ""
	}
}

// count lets the first try of a question count for its skills.
func (s *state) count(q *question, e Event, inPlacement bool) {
	cq := s.index.questions[e.Item]
	if cq == nil {
		return
	}
	q.moved = map[string]float64{}
	for _, id := range cq.Skills {
		k := s.skills[id]
		switch {
		case k == nil:
		case inPlacement && e.Outcome == course.Right:
			s.know(id)
			k.answers++
		default:
			q.moved[id] = k.answer(evidenceOf(cq.Form), e.Score, weight(q, e))
		}
	}
}

// weight says how much a first try counts: a hint halves the credit of a right
// answer, and the same question within a day tells little that is new.
func weight(q *question, e Event) float64 {
	w := 1.0
	if e.Hints > 0 && e.Score > 0 {
		w /= 2
	}
	if !q.at.IsZero() && e.Time.Sub(q.at) < 24*time.Hour {
		w *= 0.3
	}
	return w
}

// know takes a skill, and all that it builds on, as shown in the placement test.
func (s *state) know(id string) {
	for _, below := range s.index.closure(id) {
		s.skills[below].atLeast(placementKnow)
	}
}

func (s *state) foldShown(e Event) {
	switch e.What {
	case whatPage:
		s.lesson(e.Lesson).read[e.Item] = true
		s.pending, s.back = nil, nil
	case whatHint:
		s.question(e.Item).hints++
		s.pending = nil
	case whatAnswer:
		q := s.question(e.Item)
		if q.rev != e.Rev {
			q.restart(e.Rev)
		}
		q.settled, q.again = true, ""
		if !q.checked {
			q.checked, q.missed = true, true
		}
		s.pending = &e
	case whatWay:
		if e.Answer != nil {
			s.ways[e.Item] = e.Answer.Text
		}
	}
}

func (s *state) foldFinished(e Event) {
	switch e.What {
	case whatCourse:
		s.finished = true
	case whatLesson:
		l := s.lesson(e.Item)
		s.begin(l)
		l.ended, l.done, l.finished = true, true, e.Time
		l.skipped = nil
		if s.index.placement(e.Item) {
			s.placement = placementDone
			return
		}
		s.undoable = slices.DeleteFunc(s.undoable, func(u Event) bool { return len(s.frames) == 0 || u.To == e.Item })
		if cl := s.index.lessons[e.Item]; cl != nil {
			for _, id := range cl.Skills {
				if k := s.skills[id]; k != nil {
					k.learn(learnLesson)
				}
			}
		}
	default:
		s.lesson(e.Lesson).read[e.Item] = true
	}
}

func (s *state) foldSkipped(e Event) {
	switch e.What {
	case whatLesson:
		r := Reason{Code: WhyLearner}
		if e.Reason != nil {
			r = *e.Reason
		}
		l := s.lesson(e.Item)
		l.skipped = &r
		s.undoable = append(s.undoable, e)
		if s.index.onPath[e.Item] {
			s.roadAt = e.Item
		}
	case whatQuestion:
		q := s.question(e.Item)
		if q.rev != e.Rev {
			q.restart(e.Rev)
		}
		q.settled, q.again = true, ""
	case whatAsk:
		s.asked[e.Item] = true
		s.popAsk(e.Item)
	case whatPlacement:
		s.placement = placementDeclined
	case whatDetour:
		s.taken[e.Item] = true
	case whatExtra:
		s.offers[e.Item] = false
	default:
		s.lesson(e.Lesson).read[e.Item] = true
	}
}

func (s *state) foldJumped(e Event) {
	why := Reason{Code: WhyLearner}
	if e.Reason != nil {
		why = *e.Reason
	}
	s.undoable = append(s.undoable, e)
	s.frames, s.back = nil, nil
	if e.Ref != "" {
		s.taken[e.Ref] = true
	}
	if e.What == whatGo {
		if e.Lesson != "" {
			s.lesson(e.Lesson).left = true
		}
		s.bypasses = append(s.bypasses, bypass{e.Lesson, e.To, why})
	}
	if s.index.placement(e.To) {
		s.placement = placementAccepted
		s.newRound(e.To)
		return
	}
	l := s.lesson(e.To)
	if e.What == whatRedo || l.ended || l.skipped != nil || l.left {
		s.newRound(e.To)
		l = s.lesson(e.To)
	}
	l.why = &why
	l.from = e.Item
	s.begin(l)
	s.moveTo(e.To)
}

func (s *state) foldDetoured(e Event) {
	why := Reason{Code: WhyRule}
	if e.Reason != nil {
		why = *e.Reason
	}
	if e.Ref != "" {
		s.taken[e.Ref] = true
	}
	f := frame{home: e.Lesson, item: e.Item, why: why}
	if e.What == whatAsk {
		f.ask = e.To
		delete(s.asked, e.To)
	} else {
		f.lesson = e.To
		s.newRound(e.To)
		s.begin(s.lesson(e.To))
	}
	if f.item == "" {
		s.lesson(f.home).summed = true
	}
	s.frames = append(s.frames, f)
	s.undoable = append(s.undoable, e)
}

// foldReturned comes back from a detour. The question that sent the learner
// away is asked again; after a detour at the end of a lesson, the questions
// missed in it are.
func (s *state) foldReturned(e Event) {
	for i := len(s.frames) - 1; i >= 0; i-- {
		f := s.frames[i]
		if f.lesson != e.Lesson {
			continue
		}
		s.frames = s.frames[:i]
		s.back = &f
		title := s.index.title(f.lesson)
		if f.item != "" {
			q := s.question(f.item)
			q.settled, q.again = false, title
			if cq := s.index.questions[f.item]; cq != nil && q.tries >= cq.Tries {
				q.tries = cq.Tries - 1
			}
			return
		}
		s.lesson(f.home).summed = false
		for id, q := range s.questions {
			if q.missed && s.index.home[id] == f.home {
				q.settled, q.again, q.tries, q.hints = false, title, 0, 0
			}
		}
		return
	}
}

func (s *state) foldDisputed(e Event) {
	q := s.question(e.Item)
	q.settled, q.again = true, ""
	for id, points := range q.moved {
		if k := s.skills[id]; k != nil {
			k.points -= points
		}
	}
	q.moved = nil
	q.missed = false
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
