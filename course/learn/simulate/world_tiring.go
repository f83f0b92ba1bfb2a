package simulate

import "math"

// tiring is a learner whose attention fades within a day: after some minutes
// they learn less and answer worse. Some are impatient and guess at choices
// whether they know or not. What they forget falls exponentially, towards a
// part that stays. Their course is one long chain, in which a gap is felt in
// all that follows.
type tiring struct {
	gradual
	patience float64 // minutes a day before attention fades
	guesses  float64 // chance to guess at a choice without a look
}

const (
	tiresIn       = 30.0 // minutes over which attention falls to a third
	steepFade     = 4.0  // fades lost in the end
	steepFadeDays = 12.0 // over which two thirds of that are lost
	tiredAnswers  = 0.4  // of right answers that depend on attention
)

func (m *tiring) Begin(c *Curriculum, who Learner) {
	m.gradual.Begin(c, who)
	m.patience = 8 * who.Luck.Factor(forTrait, 0, 5, 0.5)
	m.guesses = 0.25 * who.Luck.Roll(forTrait, 0, 6)
	m.steep = true
}

// attention is what is left of it, 0..1.
func (m *tiring) attention(at Moment) float64 {
	return math.Exp(-math.Max(0, at.Into-m.patience) / tiresIn)
}

func (m *tiring) Answer(i int, q Question, at Moment, told bool) bool {
	n := m.strength[i].met
	m.strength[i].met++
	a := m.attention(at)
	if q.Kind == Choice && m.luck.Roll(forChoosing, i, n) < m.guesses {
		a = 0
	}
	known := q.Guess + (1-q.Guess)*logistic(m.now(i, at)-q.Hard)
	looks := 0.0
	if a > 0 {
		looks = 1 - tiredAnswers*(1-a)
	}
	right := m.luck.Roll(forAnswer, i, n) < looks*known+(1-looks)*q.Guess
	if told {
		m.grow(i, at, gainQuestion*a, right)
	}
	return right
}

func (m *tiring) Read(i int, at Moment) { m.grow(i, at, gainLesson*m.attention(at), false) }

func (m *tiring) Explain(i int, at Moment) { m.grow(i, at, gainExplain*m.attention(at), false) }
