package learn

import (
	"math"

	"github.com/cairn-learn/cairn/course"
)

// The model of mastery is Bayesian knowledge tracing with fixed parameters
// (Corbett & Anderson 1995), kept in log odds so that every answer moves a
// skill by a number of points that can be shown.
const (
	masteryStart  = 0.20 // before anything is known
	learnAnswer   = 0.10 // chance to learn it from feedback on one question
	learnLesson   = 0.30 // chance to learn it from a lesson
	pointsCap     = 2.2  // no single answer moves a skill by more: odds of 9 to 1
	pointsLimit   = 6.0
	placementKnow = 0.90 // a skill shown in the placement test, and what it builds on
)

// skill is what is known about one skill of one learner.
type skill struct {
	points  float64 // log odds of knowing it
	answers int
}

func newSkill() *skill { return &skill{points: logit(masteryStart)} }

// mastery is the chance that the learner knows the skill, in 0..1.
func (k *skill) mastery() float64 { return 1 / (1 + math.Exp(-k.points)) }

// answer moves the skill by a checked answer of the given score in 0..1 and
// weight in 0..1, and returns by how many points.
func (k *skill) answer(e evidence, score, weight float64) float64 {
	before := k.points
	k.points = clamp(k.points+weight*(score*e.right()+(1-score)*e.wrong()), -pointsLimit, pointsLimit)
	k.learn(learnAnswer)
	k.answers++
	return k.points - before
}

// learn moves the skill by something that teaches with the given chance.
func (k *skill) learn(chance float64) {
	p := k.mastery()
	k.points = clamp(logit(p+(1-p)*chance), -pointsLimit, pointsLimit)
}

// atLeast lifts the skill to the given mastery.
func (k *skill) atLeast(p float64) { k.points = math.Max(k.points, logit(p)) }

// evidence is how much a kind of question tells: the chance to guess it right
// and the chance to slip though one knows.
type evidence struct{ guess, slip float64 }

func (e evidence) right() float64 {
	return math.Min(pointsCap, math.Log((1-e.slip)/e.guess))
}

func (e evidence) wrong() float64 {
	return math.Max(-pointsCap, math.Log(e.slip/(1-e.guess)))
}

// evidenceOf gives the usual figures for a form of question.
func evidenceOf(f course.Form) evidence {
	switch f := f.(type) {
	case *course.Options:
		if f.Many {
			return evidence{0.05, 0.15}
		}
		n := 0
		for _, o := range f.List {
			if !o.DontKnow {
				n++
			}
		}
		return evidence{1 / math.Max(2, float64(n)), 0.08}
	case *course.Order:
		return evidence{guessOrder(len(f.Items)), 0.12}
	case *course.Match:
		return evidence{guessOrder(len(f.Pairs)), 0.12}
	case *course.Typed:
		if len(f.Answers) > 0 && f.Answers[0].Kind == course.AnswerNumber {
			return evidence{0.03, 0.10}
		}
	}
	return evidence{0.03, 0.12}
}

// guessOrder is the chance to guess one order of n, never under 0.03.
func guessOrder(n int) float64 {
	ways := 1.0
	for i := 2; i <= n; i++ {
		ways *= float64(i)
	}
	return clamp(1/ways, 0.03, 0.5)
}

func logit(p float64) float64 { return math.Log(p / (1 - p)) }

func clamp(x, low, high float64) float64 { return math.Min(math.Max(x, low), high) }
