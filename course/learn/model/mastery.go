package model

// Skill is what is known of one learner and one skill.
type Skill struct {
	Points  float64 // log odds of knowing it, -6..6
	Answers int     // answers that moved it, none left out
	Unaided int     // right answers without help, each to another question
	Proved  bool    // one of its right answers was checked, not judged by the learner
	Misses  int     // wrong answers since one was right without help, or since an explanation

	Taught   bool // its lesson was gone through
	TriedBad bool // a question before the lesson was missed
	Checked  bool // its weakest prerequisite was looked at since the last remedy
	Rounds   int  // second explanations on the day Round
	Round    Day
	Off      Day // left for the day after: not taken up again on this day

	Mastered bool
	Tested   bool // shown before any lesson on it
	Lapsed   bool // the last review failed: one more question at once decides

	Memory Memory // once mastered
	Last   Day    // of the last review, or of mastery
	Lapses int    // reviews failed, ever
}

// Mastery is the chance, 0..1, that the learner knows the skill.
func (s *Skill) Mastery() float64 { return Mastery(s.Points) }

// off reports whether the skill is left for the day after today.
func (s *Skill) off(today Day) bool { return s.Off == today && s.Off != 0 }

// Answer is one checked answer, as far as the model is concerned.
type Answer struct {
	Evidence Evidence
	Score    float64 // 0..1, partial credit allowed
	Weight   float64 // 0..1: how much it counts; see Aids
	Unaided  bool    // right, without help, to a question not counted before
	DontKnow bool    // said instead of an answer: wrong, whatever Score says
	Judged   bool    // by the learner: alone it masters no skill on which the course can check
	Told     bool    // feedback followed, for the first time: false in a placement test
}

// within keeps the figures of an answer in their ranges.
func (a Answer) within() Answer {
	if a.DontKnow {
		a.Score = 0
	}
	a.Score, a.Weight = clamp(a.Score, 0, 1), clamp(a.Weight, 0, 1)
	a.Evidence = Evidence{clamp(a.Evidence.Guess, 0, 1), clamp(a.Evidence.Slip, 0, 1)}
	return a
}

// missed reports whether the answer was wrong, so far as it tells anything.
func (a Answer) missed() bool { return a.Score < 0.5 && a.Weight > 0 }

// answer moves a skill and returns by how many points, feedback left out.
func (p *Params) answer(s *Skill, a Answer) float64 {
	before := s.Points
	var change float64
	switch {
	case a.DontKnow:
		change = DontKnow
	case a.Score >= 1:
		change = a.Evidence.Right()
	case a.Score <= 0:
		change = a.Evidence.Wrong()
	default:
		change = a.Score*a.Evidence.Right() + (1-a.Score)*a.Evidence.Wrong()
	}
	s.Points = clamp(before+a.Weight*change, -pointsLimit, pointsLimit)
	moved := s.Points - before
	if a.Weight > 0 {
		s.Answers++
		s.Proved = s.Proved || a.Score >= 1 && !a.Judged
	}
	switch {
	case a.missed():
		s.Misses++
	case a.Score >= 1 && a.Weight >= 1:
		s.Misses = 0
		if a.Unaided {
			s.Unaided++
		}
	}
	if a.Told {
		learn(s, p.Learn)
	}
	return moved
}

// learn moves a skill by something that teaches with the given chance.
func learn(s *Skill, chance float64) {
	m := s.Mastery()
	s.Points = Points(m + (1-m)*chance)
}

// Aids is what there was beside an answer that makes it count less.
type Aids struct {
	Hint    bool // a hint was seen
	Again   bool // the same question was met within a day
	Rushed  bool // a choice made in less than two seconds
	Guessed bool // the learner said it was a guess
}

// Weight is how much an answer of the given score counts, 0..1. A miss is not
// softened by a hint that did not help, nor by having been a guess.
func (a Aids) Weight(score float64) float64 {
	w := 1.0
	if a.Again {
		w *= 0.3
	}
	if a.Rushed {
		w *= 0.3
	}
	if a.Hint && score >= 0.5 {
		w *= 0.5
	}
	if a.Guessed && score >= 0.5 {
		w *= 0.5
	}
	return w
}

// Counts reports whether a right answer is one of those that mastery takes.
func (a Aids) Counts() bool { return a == Aids{} }
