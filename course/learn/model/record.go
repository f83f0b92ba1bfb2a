package model

import "math"

// Record is what one skill took so far. All that was done for it counts: its
// lesson, questions, further explanations, looks at it for the sake of another
// skill, and what came after failed reviews; only the reviews themselves do not.
type Record struct {
	Expected float64 // minutes: Expect when it was begun, 0 when it was not, and ExpectReview for each review
	Taken    float64 // minutes, by the author's estimates of what was done
	Left     float64 // minutes: Expect as things stand; 0: it is mastered
}

func (r Record) clean() Record {
	expected := clamp(r.Expected, 0, lessonMost)
	if expected < crumb {
		return Record{}
	}
	return Record{expected, clamp(r.Taken, 0, recordCap*expected), clamp(r.Left, 0, expected)}
}

// What is believed of a learner of whom nothing is known.
const (
	priorSpread = 0.25 // relative, between learners: of what work takes, and of the minutes of a week
	priorSkills = 10.0 // skills' worth of belief in what work takes
	priorBuffer = 0.15 // of the work, for what nobody thought of
	recordCap   = 10.0 // times what is expected that a record is believed
)

// belief is how what skills take this learner compares with what is expected.
type belief struct {
	ratio  float64 // of the one to the other
	buffer float64 // on top of it, 1..1.15
	unsure float64 // relative spread of what the ratio may truly be
	uneven float64 // relative spread of single skills around it
}

// believe learns from the learner's own record. That says more than any estimate
// of the single steps, in which what goes wrong has no place (Buehler, Griffin &
// Ross 1994, doi 10.1037/0022-3514.67.3.366). The ratio is
//
//	(10 skills + minutes taken) / (10 skills + minutes' worth of what was reached)
//
// where a skill stands for what those begun were expected to take on average,
// and where one that is still open counts with what is not left of it. The
// spread of single skills is that of the record around the ratio, mixed with ten
// skills' worth of what a spread of 0.25 between learners comes to for one of
// ten; the ratio's own is that of a mean of so many skills.
func (o *Outlook) believe() belief {
	expected, squares, reached, taken := 0.0, 0.0, 0.0, 0.0
	for _, r := range o.Own {
		r = r.clean()
		expected += r.Expected
		squares += r.Expected * r.Expected
		reached += r.Expected - r.Left
		taken += r.Taken
	}
	if expected == 0 {
		return newBelief(1, 0, priorSpread*priorSpread*priorSkills)
	}
	usual := squares / expected // the average minute's skill: reviews of what was skipped are no skills
	skills, prior := reached/usual, priorSkills*usual
	ratio := (prior + taken) / (prior + reached)
	around := priorSkills*priorSpread*priorSpread*priorSkills + priorSkills*(ratio-1)*(ratio-1)
	for _, r := range o.Own {
		if r = r.clean(); r.Expected > 0 && r.Left == 0 {
			off := r.Taken/r.Expected - ratio
			around += r.Expected / usual * off * off
		}
	}
	return newBelief(ratio, skills, around/(priorSkills+skills)/(ratio*ratio))
}

// newBelief is what so many skills say, and how far single ones vary. What nobody
// thought of shows in a record, as that grows.
func newBelief(ratio, skills, variance float64) belief {
	return belief{
		ratio: ratio, buffer: 1 + priorBuffer*priorSkills/(priorSkills+skills),
		unsure: math.Sqrt(variance / (priorSkills + skills)), uneven: math.Sqrt(variance),
	}
}

// factor is a chance factor, lognormal with mean 1 and a relative spread, from a
// standard normal number.
func factor(spread, z float64) float64 {
	v := math.Log1p(spread * spread)
	return math.Exp(math.Sqrt(v)*z - v/2)
}
