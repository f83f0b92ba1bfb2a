package model

import "math"

// Grade says how well something was recalled.
type Grade int

// The grades, as FSRS numbers them.
const (
	Again Grade = 1 + iota
	Hard
	Good
	Easy
)

// Memory is how firmly something is remembered. The zero value is nothing yet.
type Memory struct {
	Stability  float64 // days until recall falls to 0.9; 0.001..36500
	Difficulty float64 // 1..10
}

// Weights are the 21 weights w0..w20 of FSRS-6.
type Weights [21]float64

// DefaultWeights are those that the Free Spaced Repetition Scheduler publishes
// for learners it knows nothing of (open-spaced-repetition, FSRS-6).
func DefaultWeights() Weights {
	return Weights{
		0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
		1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
	}
}

const (
	minStability  = 0.001
	maxStability  = 36500
	minDifficulty = 1
	maxDifficulty = 10
)

// FSRS is the forgetting curve of FSRS-6 and how a review changes it. It is
// immutable and may be shared.
type FSRS struct {
	w      Weights
	decay  float64
	factor float64 // makes recall 0.9 after one stability
	growth float64 // e^w8
	easy   float64 // difficulty after Easy, the first time: what difficulty is drawn to
}

// NewFSRS prepares the formulas for the given weights.
func NewFSRS(w Weights) *FSRS {
	decay := -w[20]
	f := &FSRS{w: w, decay: decay, factor: math.Pow(0.9, 1/decay) - 1, growth: math.Exp(w[8])}
	f.easy = f.firstDifficulty(Easy)
	return f
}

// Recall is the chance, 0..1, to recall what has the given stability after the
// given days, fewer than none being none. What was never learned is not
// recalled.
func (f *FSRS) Recall(stability, days float64) float64 {
	if !(stability > 0) {
		return 0
	}
	return math.Pow(1+f.factor*clamp(days, 0, math.MaxFloat32)/stability, f.decay)
}

// Interval is the days after which recall falls to the target, 0.01..1.
func (f *FSRS) Interval(stability, target float64) float64 {
	return f.after(stability, f.falls(target))
}

// falls is the part of an interval that depends on the target only.
func (f *FSRS) falls(target float64) float64 { return math.Pow(clamp(target, 0.01, 1), 1/f.decay) - 1 }

func (f *FSRS) after(stability, falls float64) float64 {
	return clamp(stability, 0, math.MaxFloat32) / f.factor * falls
}

// First is the memory after the first grade.
func (f *FSRS) First(g Grade) Memory {
	g = min(max(g, Again), Easy)
	return f.within(Memory{Stability: f.w[g-1], Difficulty: f.firstDifficulty(g)})
}

// Next is the memory after a review with the given grade, so many days after
// the last one; under one day it is a repetition on the same day.
func (f *FSRS) Next(m Memory, g Grade, days float64) Memory {
	if !(m.Stability > 0) {
		return f.First(g)
	}
	m, g = f.within(m), min(max(g, Again), Easy)
	next := Memory{Difficulty: f.nextDifficulty(m.Difficulty, g)}
	switch recall := f.Recall(m.Stability, days); {
	case !(days >= 1):
		next.Stability = f.sameDay(m.Stability, g)
	case g == Again:
		next.Stability = f.forgot(m, recall)
	default:
		next.Stability = f.recalled(m, g, recall)
	}
	return f.within(next)
}

// Held is Next, held back after a success: the next interval is at most twice as
// long as the days that were survived, or as the interval before where that was
// longer. The published weights were fitted to cards of vocabulary and would have
// a first interval grow fivefold; whether gaps grow fast or hardly at all makes no
// difference that was found (Latimier, Peyre & Ramus 2021), and what came too late
// is learned anew. Doubling is what Leitner (1972) did. Whoever says it was easy
// goes on by the weights. PerStability is days of interval for one of stability,
// over 0.
func (f *FSRS) Held(m Memory, g Grade, days, perStability float64) Memory {
	next := f.Next(m, g, days)
	if g != Hard && g != Good || !(days >= 1) || !(m.Stability > 0) {
		return next
	}
	most := growsMost * math.Max(m.Stability, days/perStability)
	next.Stability = clamp(next.Stability, minStability, clamp(most, minStability, maxStability))
	return next
}

// growsMost is how many times as long the next interval may be.
const growsMost = 2

func (f *FSRS) firstDifficulty(g Grade) float64 {
	return f.w[4] - math.Exp(f.w[5]*float64(g-1)) + 1
}

func (f *FSRS) nextDifficulty(d float64, g Grade) float64 {
	moved := d - f.w[6]*float64(g-Good)*(maxDifficulty-d)/9
	return f.w[7]*f.easy + (1-f.w[7])*moved
}

func (f *FSRS) sameDay(s float64, g Grade) float64 {
	k := math.Exp(f.w[17]*(float64(g-Good)+f.w[18])) * math.Pow(s, -f.w[19])
	if g >= Hard {
		k = math.Max(k, 1)
	}
	return s * k
}

func (f *FSRS) recalled(m Memory, g Grade, recall float64) float64 {
	gain := f.growth * (11 - m.Difficulty) * math.Pow(m.Stability, -f.w[9]) * (math.Exp(f.w[10]*(1-recall)) - 1)
	switch g {
	case Hard:
		gain *= f.w[15]
	case Easy:
		gain *= f.w[16]
	case Again, Good:
	}
	return m.Stability * (1 + gain)
}

func (f *FSRS) forgot(m Memory, recall float64) float64 {
	s := f.w[11] * math.Pow(m.Difficulty, -f.w[12]) * (math.Pow(m.Stability+1, f.w[13]) - 1) * math.Exp(f.w[14]*(1-recall))
	return math.Min(s, m.Stability/math.Exp(f.w[17]*f.w[18]))
}

// within keeps a memory in its bounds.
func (f *FSRS) within(m Memory) Memory {
	return Memory{clamp(m.Stability, minStability, maxStability), clamp(m.Difficulty, minDifficulty, maxDifficulty)}
}
