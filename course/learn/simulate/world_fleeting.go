package simulate

import "math"

// fleeting is an all-or-none learner who can say again what they were told the
// same day, whether they learned it or not. What answers show on the day of the
// lesson is how fresh it is, not how firm (Bjork & Bjork 1992). The engine
// masters a skill on such answers.
type fleeting struct {
	allOrNone
	told []int // by skill: day+1 on which it was last told; 0: never
}

// fresh is the chance to answer right what was only told the same day.
const fresh = 0.55

func (m *fleeting) Begin(c *Curriculum, who Learner) {
	m.allOrNone.Begin(c, who)
	m.told = cleared(m.told, c.Len())
}

func (m *fleeting) Answer(i int, q Question, at Moment, told bool) bool {
	if m.told[i] == int(at.Days)+1 {
		q.Guess = math.Max(q.Guess, fresh)
	}
	right := m.allOrNone.Answer(i, q, at, told)
	if told {
		m.told[i] = int(at.Days) + 1
	}
	return right
}

func (m *fleeting) Read(i int, at Moment) {
	m.allOrNone.Read(i, at)
	m.told[i] = int(at.Days) + 1
}

func (m *fleeting) Explain(i int, at Moment) {
	m.allOrNone.Explain(i, at)
	m.told[i] = int(at.Days) + 1
}
