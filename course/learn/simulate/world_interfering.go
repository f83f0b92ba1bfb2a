package simulate

import "math"

// interfering is a learner in whom similar skills disturb each other: meeting
// one makes the others of its group fade sooner, and the one met last is
// mistaken for them. Forgetting is exponential, so that what is left alone is
// soon gone for good: the engine's curve has a much longer tail. The course is
// wide: hardly anything builds on anything, so placement has little to go by.
type interfering struct {
	allOrNone
	latest []int // by group: the skill met last; -1: none
}

const (
	groupSize = 4    // neighbours in the course that are similar
	disturbs  = 0.92 // of the stability of the others is left
	confused  = 0.08 // chance more to slip while another of the group is fresher
	steepDays = 8.5  // stabilities to fall to 1/e: at first as steep as the usual curve
)

func (m *interfering) Begin(c *Curriculum, who Learner) {
	m.allOrNone.Begin(c, who)
	m.latest = m.latest[:0]
	for range (c.Len() + groupSize - 1) / groupSize {
		m.latest = append(m.latest, -1)
	}
	m.steep = true
}

func (m *interfering) Answer(i int, q Question, at Moment, told bool) bool {
	if other := m.latest[i/groupSize]; other >= 0 && other != i {
		q.Slip += confused
	}
	m.met(i)
	return m.allOrNone.Answer(i, q, at, told)
}

func (m *interfering) Read(i int, at Moment) {
	m.met(i)
	m.allOrNone.Read(i, at)
}

func (m *interfering) Explain(i int, at Moment) {
	m.met(i)
	m.allOrNone.Explain(i, at)
}

// met disturbs the skills that are similar to the one met.
func (m *interfering) met(i int) {
	group := i / groupSize
	if m.latest[group] == i {
		return
	}
	m.latest[group] = i
	for j := group * groupSize; j < min((group+1)*groupSize, len(m.trace)); j++ {
		if j != i {
			m.trace[j].stability = math.Max(0.5, m.trace[j].stability*disturbs)
		}
	}
}
