package simulate

import "math"

// gradual is a learner whose skills grow by degrees: a strength in log odds that
// each lesson and question adds to, less and less, and that falls with the
// logarithm of time, less after spaced practice.
type gradual struct {
	c        *Curriculum
	luck     Dice
	rate     float64
	fade     float64 // how fast this learner forgets, around 1
	strength []strength
	steep    bool // forgets exponentially, towards a part that stays
}

// strength is one skill in the head of a learner.
type strength struct {
	at0  float64 // log odds on a median question when it was last met
	fade float64 // log odds lost per logarithm of days; 0: not met yet
	last float64
	met  int
}

// How strength grows and falls. The design gives the forms; the figures are
// guesses that make the plain policies take about as long as it says.
const (
	gainLesson   = 1.3
	gainQuestion = 0.40
	gainExplain  = 0.8
	gainHalf     = 2.0  // strength at which everything adds half as much
	firstFade    = 0.45 // log odds lost per logarithm of days
	priorFade    = 0.10
	leastFade    = 0.03
	spacing      = 0.5 // of the fade that practice after a long time takes away
	regain       = 0.9 // of what faded comes back when it is recalled
	regainMissed = 0.3 // and when it is not, or only read again
	hadAt        = 0.8 // a skill is had at this chance on a median question
)

func (m *gradual) Begin(c *Curriculum, who Learner) {
	m.c, m.luck = c, who.Luck
	m.rate = who.Luck.Factor(forTrait, 0, 1, 0.35)
	m.fade = who.Luck.Factor(forTrait, 0, 2, 0.3)
	if cap(m.strength) < c.Len() {
		m.strength = make([]strength, c.Len())
	}
	m.strength = m.strength[:c.Len()]
	for i := range m.strength {
		z := who.Luck.Normal(forTrait, i, 3)
		if who.Known[i] {
			m.strength[i] = strength{at0: 2.5 + 0.6*z, fade: priorFade * m.fade}
		} else {
			m.strength[i] = strength{at0: -2.2 + 0.9*z}
		}
	}
}

// now is the strength at a moment.
func (m *gradual) now(i int, at Moment) float64 {
	s := &m.strength[i]
	if at.Days <= s.last {
		return s.at0
	}
	if m.steep {
		return s.at0 - s.fade*steepFade*(1-math.Exp((s.last-at.Days)/steepFadeDays))
	}
	return s.at0 - s.fade*math.Log1p(at.Days-s.last)
}

// Recall is how much of the score is left, since a skill that was never quite had
// cannot be lost.
func (m *gradual) Recall(i int, at Moment) float64 {
	return m.Score(i, at) / logistic(m.strength[i].at0)
}

func (m *gradual) Score(i int, at Moment) float64 { return logistic(m.now(i, at)) }
func (m *gradual) Knows(i int, at Moment) bool    { return m.Score(i, at) >= hadAt }
func (m *gradual) Firm(i int, at Moment) bool     { return m.Score(i, at) >= hadAt }
func (m *gradual) Learned(i int) bool             { return logistic(m.strength[i].at0) >= hadAt }
func (m *gradual) Read(i int, at Moment)          { m.grow(i, at, gainLesson, false) }
func (m *gradual) Explain(i int, at Moment)       { m.grow(i, at, gainExplain, false) }

func (m *gradual) Answer(i int, q Question, at Moment, told bool) bool {
	n := m.strength[i].met
	m.strength[i].met++
	chance := q.Guess + (1-q.Guess)*logistic(m.now(i, at)-q.Hard)
	right := m.luck.Roll(forAnswer, i, n) < chance
	if told {
		m.grow(i, at, gainQuestion, right)
	}
	return right
}

// grow adds to a strength: less the higher it is, and less where prerequisites
// are weak.
func (m *gradual) grow(i int, at Moment, gain float64, right bool) {
	s := &m.strength[i]
	now := m.now(i, at)
	for _, n := range m.c.Needs[i] {
		gain *= missingNeed + (1-missingNeed)*logistic(m.now(n, at))
	}
	gain *= m.rate * m.c.Ease[i] * logistic(gainHalf-now)
	if s.fade == 0 {
		s.fade = firstFade * m.fade
	} else if right {
		s.fade = math.Max(leastFade, s.fade*(1-spacing*(1-math.Exp((s.last-at.Days)/4))))
	}
	back := regainMissed
	if right {
		back = regain
	}
	s.at0 = now + back*(s.at0-now) + gain
	s.last = at.Days
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
