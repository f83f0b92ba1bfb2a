package simulate

import "math"

// Dice is a learner's luck: numbers that depend on what they are for, and not
// on what was drawn before. So two policies that differ meet the same luck.
type Dice uint64

// What a number is for.
const (
	forAnswer = 1 + iota
	forFeedback
	forReading
	forExplaining
	forKeeping
	forChoosing
	forDay
	forTrait
	forPrior
)

// NewDice are the dice of one learner.
func NewDice(seed uint64, learner int) Dice {
	return Dice(scramble(seed ^ scramble(uint64(learner)+0x9e3779b97f4a7c15)))
}

// Roll is an even number in 0..1 for the n-th time that something is done with a
// skill.
func (d Dice) Roll(purpose, skill, n int) float64 {
	x := uint64(d) + uint64(purpose)*0x9e3779b97f4a7c15 + uint64(skill)*0xbf58476d1ce4e5b9 + uint64(n)*0x94d049bb133111eb
	return (float64(scramble(x)>>11) + 0.5) / (1 << 53)
}

// Normal is a number of the standard normal distribution.
func (d Dice) Normal(purpose, skill, n int) float64 {
	return math.Sqrt2 * math.Erfinv(2*d.Roll(purpose, skill, n)-1)
}

// Factor is a number around 1: e to the power of a normal number with the given
// spread.
func (d Dice) Factor(purpose, skill, n int, spread float64) float64 {
	return math.Exp(spread * d.Normal(purpose, skill, n))
}

// scramble is the finisher of SplitMix64 (Steele, Lea & Flood 2014).
func scramble(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}
