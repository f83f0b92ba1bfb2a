package model

// The parts of the formulas that published vectors test one by one.

func (f *FSRS) Recalled(m Memory, g Grade, recall float64) float64 { return f.recalled(m, g, recall) }
func (f *FSRS) Forgot(m Memory, recall float64) float64            { return f.forgot(m, recall) }

// Moved is the difficulty before it is drawn to the mean, NextDifficulty after.
func (f *FSRS) Moved(d float64, g Grade) float64 {
	return (f.nextDifficulty(d, g) - f.w[7]*f.firstDifficulty(Easy)) / (1 - f.w[7])
}
func (f *FSRS) NextDifficulty(d float64, g Grade) float64 { return f.nextDifficulty(d, g) }

// Information is what an answer is expected to tell, in bits.
func Information(known float64, e Evidence) float64 { return information(known, e) }

// Holds reports whether a skill is known in one of the sampled states.
func (s *States) Holds(state, skill int) bool { return s.all(state, []int{skill}) }

// Sampled is how many states are drawn.
const Sampled = statesCount

// Sum is what the weights of the states sum to.
func (p *Placement) Sum() float64 {
	sum := 0.0
	for _, w := range p.weight {
		sum += w
	}
	return sum
}
