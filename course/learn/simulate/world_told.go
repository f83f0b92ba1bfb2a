package simulate

import "math"

// told is an all-or-none learner who learns from being told and hardly from
// questions, best from a second explanation; and what they recall once they keep
// for long. The engine asks rather than tells, and takes no interval for sure
// that is more than twice as long as one that was survived: here both cost time
// for nothing.
type told struct{ allOrNone }

const (
	toldExplain  = 0.60 // chance to learn from a second explanation
	feedbackHelp = 0.25 // share of feedback that is taken in
	firmer       = 3.0  // times as much that recall strengthens
)

func (m *told) Answer(i int, q Question, at Moment, feedback bool) bool {
	t := &m.trace[i]
	knew, before := m.Knows(i, at), t.stability
	feedback = feedback && m.luck.Roll(forTrait, i, 200+t.met) < feedbackHelp
	right := m.allOrNone.Answer(i, q, at, feedback)
	if knew {
		t.stability = math.Min(365, before+firmer*(t.stability-before))
	}
	return right
}

func (m *told) Explain(i int, at Moment) { m.study(i, at, toldExplain, forExplaining) }
