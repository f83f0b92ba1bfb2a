// Package model is the numbers of one learner: how likely they know a skill,
// how likely they still remember it, and what is best done next.
//
// It knows no course, no log and no clock. Skills are indexes, in the order of
// the course; days are whole and local. Everything is deterministic, so that
// the same answers always give the same numbers, and cheap enough to be run for
// thousands of simulated learners. The engine of a session and the simulator
// run this very code.
package model

import "math"

// Preset is how sure the learner wants to be before moving on.
type Preset string

// The presets.
const (
	Brisk    Preset = "brisk"
	Standard Preset = "standard"
	Thorough Preset = "thorough"
)

// Params are the model's few numbers. Their defaults are the usual orders of
// magnitude of Bayesian knowledge tracing (Corbett & Anderson 1995), not fitted
// to anybody; docs/learning.md says what that means.
type Params struct {
	Start    float64 // mastery of a skill nothing is known of, 0..1
	TryStart float64 // the same for a learner who is not new and took no placement test
	Learn    float64 // chance to learn a skill from feedback on one question
	Lesson   float64 // chance to learn it from its lesson
	Explain  float64 // chance to learn it from a second explanation
	Line     float64 // mastery from which a skill counts as known
	Unaided  int     // right answers without help, to different questions, that it takes as well
	Gate     float64 // mastery of a prerequisite that is enough to build on
	TryFrom  float64 // mastery from which a question comes before the lesson
	SkipFrom float64 // mastery from which a placement test shows a skill

	Target      float64 // recall at which a review is due, 0.85..0.95
	TopUp       float64 // recall under which a review is worth spare time
	ReviewShare float64 // share of a day for reviews while new material is open
	Rounds      int     // second explanations of one skill in one day, before it is left for tomorrow
}

// Defaults are the parameters of a preset; an unknown preset is Standard.
func Defaults(p Preset) Params {
	d := Params{
		Start: 0.20, TryStart: 0.35, Learn: 0.10, Lesson: 0.30, Explain: 0.18,
		Line: 0.95, Unaided: 2, Gate: 0.80, TryFrom: 0.30, SkipFrom: 0.95,
		Target: 0.90, TopUp: 0.985, ReviewShare: 0.40, Rounds: 2,
	}
	switch p {
	case Brisk:
		d.Learn, d.Lesson = 0.15, 0.40
	case Thorough:
		d.Line = 0.98
	case Standard:
	}
	return d
}

const (
	pointsCap   = 2.2 // no single answer moves a skill by more: odds of 9 to 1
	pointsLimit = 6.0 // where points end on either side
)

// Points turns a mastery in 0..1 into points, its log odds in -6..6.
func Points(mastery float64) float64 {
	mastery = clamp(mastery, 0, 1)
	return clamp(math.Log(mastery/(1-mastery)), -pointsLimit, pointsLimit)
}

// Mastery turns points into a mastery in 0..1.
func Mastery(points float64) float64 { return 1 / (1 + math.Exp(-points)) }

// clamp keeps x in low..high; what is not a number becomes low.
func clamp(x, low, high float64) float64 {
	switch {
	case x > high:
		return high
	case x >= low:
		return x
	}
	return low
}
