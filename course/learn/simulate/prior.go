package simulate

import "math"

// Prior is how what learners know already lies in a course.
type Prior uint8

// The ways.
const (
	InOrder   Prior = iota // mostly the beginning, with all prerequisites
	Patchy                 // much of one module and little of another
	OrderFree              // anything whose prerequisites are known
)

const (
	priorNoise = 0.18 // how far knowledge strays from the order of the course
	violations = 0.05 // chance that a skill may be known without its prerequisites
)

// know draws which skills of a curriculum a learner knows when they come; share
// is about how many of them, 0..1.
func (p Prior) know(known []bool, score []float64, c *Curriculum, luck Dice, share float64) {
	n := c.Len()
	var shift [3]float64
	if p == Patchy {
		for m := range shift {
			shift[m] = 0.5 * luck.Normal(forPrior, n+m, 0)
		}
	}
	for i := range known {
		known[i] = false
		switch z := luck.Normal(forPrior, i, 0); p {
		case OrderFree:
			score[i] = z
		case Patchy:
			score[i] = float64(i%((n+2)/3))*3/float64(n) + shift[c.Module[i]] + priorNoise*z
		case InOrder:
			score[i] = float64(i)/float64(n) + priorNoise*z
		}
	}
	share += 0.3 * share * (1 - share) * luck.Normal(forPrior, n, 1)
	for range int(math.Round(share * float64(n))) {
		best := -1
		for i := range known {
			if !known[i] && (best < 0 || score[i] < score[best]) && open(known, c, luck, i) {
				best = i
			}
		}
		if best < 0 {
			break
		}
		known[best] = true
	}
}

// open reports whether a skill may be known next: with its prerequisites, and
// seldom without them.
func open(known []bool, c *Curriculum, luck Dice, i int) bool {
	for _, n := range c.Needs[i] {
		if !known[n] {
			return luck.Roll(forPrior, i, 2) < violations
		}
	}
	return true
}
