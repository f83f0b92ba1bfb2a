package model

import (
	"math"
	"sync"
)

// Engine is the model of one course: its parameters, its graph of skills and
// the forgetting curve. It is immutable and may be shared.
type Engine struct {
	Params
	*Graph
	FSRS *FSRS

	gate, tryFrom float64   // in points
	due           float64   // see FSRS.falls: of the target
	slips         float64   // stabilities after which recall is under TopUp
	lines         []float64 // of each skill, in points
	rework        func() *rework
}

// NewEngine puts an engine together, with the published weights of FSRS-6.
func NewEngine(p Params, g *Graph) *Engine {
	f := NewFSRS(DefaultWeights())
	e := &Engine{
		Params: p, Graph: g, FSRS: f,
		gate: Points(p.Gate), tryFrom: Points(p.TryFrom), due: f.falls(p.Target), slips: f.Interval(1, p.TopUp),
		lines: make([]float64, g.Len()), rework: sync.OnceValue(func() *rework { return newRework(&p) }),
	}
	for i := range e.lines {
		e.lines[i] = Points(e.Line(i))
	}
	return e
}

// Learner is what is known of one learner in one course.
type Learner struct {
	Skills   []Skill
	Keeps    float64 // log of how much longer than usual this learner remembers, -1.5..1.1
	Current  int     // skill in progress; -1: none
	Reviewed int     // skill whose review came just before; -1: something else did

	Today   Day
	Minutes float64 // that the learner has today
	Reviews float64 // minutes spent on reviews today
}

// NewLearner is a learner of whom nothing is known, on the given day.
func (e *Engine) NewLearner(today Day) *Learner {
	l := &Learner{Skills: make([]Skill, e.Len()), Current: -1, Reviewed: -1, Today: today}
	for i := range l.Skills {
		l.Skills[i].Points = Points(e.Start)
	}
	return l
}

// Line is the mastery from which a skill counts as known: the author's, where
// there is one. A learner who wants to be surer than that gets their way.
func (e *Engine) Line(i int) float64 {
	author := e.specs[i].Line
	if !(author > 0 && author < 1) {
		return e.Params.Line
	}
	if e.Params.Line > Defaults(Standard).Line {
		return math.Max(author, e.Params.Line)
	}
	return author
}

// LookedBelow takes in that the weakest prerequisite of a skill was looked at,
// as ActCheck asks.
func (e *Engine) LookedBelow(l *Learner, i int) { l.Skills[i].Checked = true }

// Answer takes in a checked answer on a skill, given in a lesson or in
// practice, and returns by how many points it moved the skill, feedback left
// out. It may master the skill.
func (e *Engine) Answer(l *Learner, i int, a Answer) float64 {
	s, a := &l.Skills[i], a.within()
	l.Reviewed = -1
	moved := e.answer(s, a)
	if !s.Taught && a.missed() {
		s.TriedBad = true
	}
	e.settle(l, i)
	return moved
}

// Taught takes in that the lesson on a skill was gone through. Misses before it
// ask for no other explanation than this one.
func (e *Engine) Taught(l *Learner, i int) {
	s := &l.Skills[i]
	l.Reviewed = -1
	s.Taught, s.Misses = true, 0
	learn(s, e.Params.Lesson)
	e.settle(l, i)
}

// Explained takes in that the skill was explained a second time.
func (e *Engine) Explained(l *Learner, i int) {
	s := &l.Skills[i]
	learn(s, e.Explain)
	s.Misses, s.Checked = 0, false
	if s.Round != l.Today {
		s.Round, s.Rounds = l.Today, 0
	}
	s.Rounds++
	e.settle(l, i)
}

// Place gives a skill the mastery that a placement test found, 0..1.
func (e *Engine) Place(l *Learner, i int, known float64) { l.Skills[i].Points = Points(known) }

// Skip takes in that a skill was shown before any lesson: it is checked again
// when an easy one would be.
func (e *Engine) Skip(l *Learner, i int) {
	s := &l.Skills[i]
	if s.Mastered {
		return
	}
	s.Tested = true
	e.master(l, s, Easy)
}

// Needed is how many right answers without help, to different questions, it
// takes to master a skill: no more than there are questions on it.
func (e *Engine) Needed(i int) int {
	if asked := e.specs[i].Asked; asked > 0 {
		return min(e.Unaided, asked)
	}
	return e.Unaided
}

// Settle masters the skills that have reached their lines, as after a change of
// the parameters.
func (e *Engine) Settle(l *Learner) {
	for i := range l.Skills {
		e.settle(l, i)
	}
}

// settle masters a skill that has reached its line. How many answers it took
// says how firm it is: few before any lesson, many after one.
func (e *Engine) settle(l *Learner, i int) {
	s := &l.Skills[i]
	if s.Mastered || s.Unaided < e.Needed(i) || s.Points < e.lines[i] {
		return
	}
	if !s.Proved && !e.specs[i].Cards {
		return
	}
	grade := Good
	switch {
	case !s.Taught && !s.TriedBad:
		grade, s.Tested = Easy, true
	case s.Answers > hardAnswers:
		grade = Hard
	}
	e.master(l, s, grade)
}

// hardAnswers is how many answers on a skill are usual; with more it was hard.
const hardAnswers = 4

func (e *Engine) master(l *Learner, s *Skill, g Grade) {
	s.Mastered, s.Lapsed, s.Misses = true, false, 0
	if s.Memory.Stability > 0 {
		s.Memory = e.FSRS.Next(s.Memory, g, float64(l.Today-s.Last))
	} else {
		s.Memory = e.FSRS.First(g)
	}
	s.Last = l.Today
}

// GradeOf is the grade of a review: a hint makes a right answer hard.
func GradeOf(score float64, hint bool) Grade {
	switch {
	case !(score >= 0.5):
		return Again
	case hint || score < 1:
		return Hard
	}
	return Good
}

// Review takes in the answer to a review of a mastered skill, and returns by
// how many points it moved the skill, feedback left out. A failed one asks for
// one more at once; when that fails too, the skill is open again. On a skill
// that is open it is an answer like any other.
func (e *Engine) Review(l *Learner, i int, a Answer, g Grade) float64 {
	s, a := &l.Skills[i], a.within()
	if !s.Mastered {
		return e.Answer(l, i, a)
	}
	days := float64(l.Today - s.Last)
	if !s.Lapsed {
		l.Keeps = e.keeps(l, s.Memory, days, a)
	}
	s.Memory = e.FSRS.Held(s.Memory, g, days, e.FSRS.after(math.Exp(l.Keeps), e.due))
	s.Last = l.Today
	l.Reviewed = i
	moved := e.answer(s, a)
	switch {
	case g != Again:
		s.Lapsed = false
	case s.Lapsed:
		s.Mastered, s.Tested, s.Lapsed = false, false, false
		s.Unaided, s.Proved, s.Misses = 0, false, missesInRow
		s.TriedBad = s.TriedBad || !s.Taught
	default:
		s.Lapsed = true
		s.Lapses++
	}
	return moved
}

// How far one review moves the personal multiplier, and its bounds: about 0.22
// to 3 times as long as usual.
const (
	keepsStep = 0.1
	keepsLow  = -1.5
	keepsHigh = 1.1
)

// keeps is the log of the personal multiplier after a review: it grows when more
// is recalled than was predicted.
func (e *Engine) keeps(l *Learner, m Memory, days float64, a Answer) float64 {
	r := e.FSRS.Recall(m.Stability*math.Exp(l.Keeps), days)
	predicted := r*(1-a.Evidence.Slip) + (1-r)*a.Evidence.Guess
	return clamp(l.Keeps+keepsStep*(a.Score-predicted), keepsLow, keepsHigh)
}

// Recall is the chance, 0..1, that the learner still has a mastered skill
// today.
func (e *Engine) Recall(l *Learner, i int) float64 {
	s := &l.Skills[i]
	return e.RecallOf(l, s.Memory, s.Last)
}

// RecallOf is the chance, 0..1, to recall today what was last met on the given
// day.
func (e *Engine) RecallOf(l *Learner, m Memory, last Day) float64 {
	return e.FSRS.Recall(m.Stability*math.Exp(l.Keeps), float64(l.Today-last)) // a day ahead counts as today
}

// DueOn is the day on which what was last met on the given day is due: a whole
// number of days later, at least one. A day ahead of today counts as today: the
// clock was wrong.
func (e *Engine) DueOn(l *Learner, m Memory, last Day) Day {
	days := e.FSRS.after(m.Stability*math.Exp(l.Keeps), e.due)
	return min(last, l.Today) + Day(clamp(math.Round(days), 1, maxStability))
}

// Due reports whether a review of a skill is due today.
func (e *Engine) Due(l *Learner, i int) bool {
	s := &l.Skills[i]
	return s.Mastered && (s.Lapsed || l.Today >= e.DueOn(l, s.Memory, s.Last))
}
