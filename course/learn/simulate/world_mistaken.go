package simulate

// mistaken is an all-or-none learner who holds a quarter of what they do not
// know wrongly. Until that is cleared up they learn it half as fast, and give
// the wrong answer even where a guess might be right. Another explanation is
// what clears it up.
type mistaken struct{ allOrNone }

const (
	holdsWrong   = 0.25
	wrongRate    = 0.5
	clearsUp     = 0.6 // chance of another explanation to clear it up
	clearsUpSome = 0.1 // of a lesson, or feedback
)

func (m *mistaken) Begin(c *Curriculum, who Learner) {
	m.allOrNone.Begin(c, who)
	for i := range m.trace {
		m.trace[i].mistaken = !m.trace[i].known && who.Luck.Roll(forTrait, i, 4) < holdsWrong
	}
}

func (m *mistaken) Answer(i int, q Question, at Moment, told bool) bool {
	if m.trace[i].mistaken {
		q.Guess *= 0.3
	}
	right := m.allOrNone.Answer(i, q, at, told)
	if told {
		m.clear(i, clearsUpSome)
	}
	return right
}

func (m *mistaken) Read(i int, at Moment) {
	m.allOrNone.Read(i, at)
	m.clear(i, clearsUpSome)
}

func (m *mistaken) Explain(i int, at Moment) {
	m.clear(i, clearsUp)
	m.allOrNone.Explain(i, at)
}

func (m *mistaken) clear(i int, chance float64) {
	t := &m.trace[i]
	if t.mistaken && (t.known || m.luck.Roll(forTrait, i, 100+t.met) < chance) {
		t.mistaken = false
	}
}
