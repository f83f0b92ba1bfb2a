package simulate

import "math"

// allOrNone is a learner who knows a skill or does not. What is known is lost at
// a moment that is drawn when it was last met, so that recall falls with
// (1 + .2346 t/S)^-1/2; the engine reckons with another curve.
type allOrNone struct {
	c     *Curriculum
	luck  Dice
	rate  float64 // how fast this learner learns, around 1
	keep  float64 // how long they remember, around 1
	trace []trace
	steep bool // forgets exponentially
}

// trace is one skill in the head of a learner.
type trace struct {
	known     bool // unless it was lost since
	learned   bool // ever
	mistaken  bool // held wrongly: a misconception
	stability float64
	last      float64
	lost      float64 // recall at which it is lost
	met       int
}

// How learning goes. The rates of lesson and question, the cost of a missing
// prerequisite and the first stability are those of the design; the others are
// guesses that seemed likely.
const (
	learnLesson   = 0.45
	learnQuestion = 0.18
	learnExplain  = 0.30
	missingNeed   = 0.35 // of the rate, for each prerequisite that is not known
	firstDays     = 2.6
	priorDays     = 28.0 // stability of what was known before
	relearn       = 3.0  // what was known once is learned as by so many tries
)

func (m *allOrNone) Begin(c *Curriculum, who Learner) {
	m.c, m.luck = c, who.Luck
	m.rate = who.Luck.Factor(forTrait, 0, 1, 0.35)
	m.keep = who.Luck.Factor(forTrait, 0, 2, 0.4)
	if cap(m.trace) < c.Len() {
		m.trace = make([]trace, c.Len())
	}
	m.trace = m.trace[:c.Len()]
	for i := range m.trace {
		m.trace[i] = trace{}
		if who.Known[i] {
			m.trace[i] = trace{known: true, learned: true, stability: priorDays * m.keep * who.Luck.Factor(forTrait, i, 3, 0.6)}
			m.draw(i)
		}
	}
}

// draw decides at what recall the trace will be lost.
func (m *allOrNone) draw(i int) {
	t := &m.trace[i]
	t.lost = m.luck.Roll(forKeeping, i, t.met)
	t.met++
}

func (m *allOrNone) Recall(i int, at Moment) float64 {
	t := &m.trace[i]
	if !t.known {
		return 0
	}
	passed := (at.Days - t.last) / t.stability
	if m.steep {
		return math.Exp(-passed / steepDays)
	}
	return 1 / math.Sqrt(1+0.2346*passed)
}

func (m *allOrNone) Knows(i int, at Moment) bool {
	t := &m.trace[i]
	return t.known && m.Recall(i, at) >= t.lost
}

func (m *allOrNone) Firm(i int, at Moment) bool { return m.Recall(i, at) >= 0.8 }
func (m *allOrNone) Learned(i int) bool         { return m.trace[i].learned }

func (m *allOrNone) Score(i int, at Moment) float64 {
	r := m.Recall(i, at)
	return r + (1-r)*openGuess
}

func (m *allOrNone) Answer(i int, q Question, at Moment, told bool) bool {
	t := &m.trace[i]
	n := t.met
	u := m.luck.Roll(forAnswer, i, n)
	if m.Knows(i, at) {
		m.strengthen(i, at, 1)
		return u >= q.Slip
	}
	t.known = false
	if told {
		m.try(i, at, learnQuestion, m.luck.Roll(forFeedback, i, n))
	} else {
		t.met++
	}
	return u < q.Guess
}

func (m *allOrNone) Read(i int, at Moment) { m.study(i, at, learnLesson, forReading) }

func (m *allOrNone) Explain(i int, at Moment) { m.study(i, at, learnExplain, forExplaining) }

func (m *allOrNone) study(i int, at Moment, rate float64, purpose int) {
	if m.Knows(i, at) {
		m.strengthen(i, at, 0.5)
		return
	}
	m.trace[i].known = false
	m.try(i, at, rate, m.luck.Roll(purpose, i, m.trace[i].met))
}

// strengthen is what meeting a known skill does: the more that was about to be
// forgotten, the more firmly it is kept.
func (m *allOrNone) strengthen(i int, at Moment, share float64) {
	t := &m.trace[i]
	gain := math.Min(2, 9*(1-m.Recall(i, at))) * share
	t.stability = math.Min(365, t.stability*(1+gain*math.Pow(t.stability/firstDays, -0.12)))
	t.last = at.Days
	m.draw(i)
}

// try learns a skill that is not known with the given rate.
func (m *allOrNone) try(i int, at Moment, rate, u float64) {
	t := &m.trace[i]
	t.met++
	if u >= m.chance(i, at, rate) {
		return
	}
	days := firstDays * m.keep
	if t.learned {
		days = math.Max(days, t.stability/2)
	}
	t.known, t.learned, t.stability, t.last = true, true, days, at.Days
	m.draw(i)
}

// chance is how likely a skill is learned at a rate, as things are.
func (m *allOrNone) chance(i int, at Moment, rate float64) float64 {
	rate *= m.rate * m.c.Ease[i]
	for _, n := range m.c.Needs[i] {
		if !m.Knows(n, at) {
			rate *= missingNeed
		}
	}
	if m.trace[i].mistaken {
		rate *= wrongRate
	}
	rate = math.Min(rate, 0.95)
	if m.trace[i].learned {
		return 1 - math.Pow(1-rate, relearn)
	}
	return rate
}
