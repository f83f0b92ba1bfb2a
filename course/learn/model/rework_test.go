package model

import (
	"math"
	"math/rand/v2"
	"testing"
)

// walked is how many second explanations a learner takes who is as the model
// supposes, by the engine itself.
func walked(e *Engine, rng *rand.Rand, mastery float64, taught bool) float64 {
	l := e.NewLearner(monday)
	s, n := &l.Skills[0], 0.0
	s.Points, s.Taught = Points(mastery), taught
	knows := rng.Float64() < mastery
	learns := func(chance float64) { knows = knows || rng.Float64() < chance }
	for !s.Mastered {
		switch e.Within(l, 0).Act {
		case ActLesson:
			learns(e.Params.Lesson)
			e.Taught(l, 0)
		case ActExplain:
			n++
			learns(e.Explain)
			e.Explained(l, 0)
		case ActLeave: // what the next day brings counts as well
			l.Today++
		default:
			a := Answer{Evidence: typical(), Weight: 1, Told: true}
			chance := a.Evidence.Guess
			if knows {
				chance = 1 - a.Evidence.Slip
			}
			if rng.Float64() < chance {
				a.Score, a.Unaided = 1, true
			}
			learns(e.Learn)
			e.Answer(l, 0, a)
		}
	}
	return n
}

// What is worked out is what happens to learners as the model supposes them.
func TestExplanationsAreThoseOfTheEngine(t *testing.T) {
	const learners = 4000
	for _, preset := range []Preset{Brisk, Standard, Thorough} {
		e := NewEngine(Defaults(preset), NewGraph(make([]Spec, 1)))
		for _, from := range []struct {
			mastery float64
			taught  bool
		}{{0.05, false}, {0.2, false}, {0.35, false}, {0.8, false}, {0.1, true}, {0.44, true}, {0.9, true}} {
			rng := rand.New(rand.NewPCG(1, 2))
			sum, squares := 0.0, 0.0
			for range learners {
				n := walked(e, rng, from.mastery, from.taught)
				sum, squares = sum+n, squares+n*n
			}
			mean := sum / learners
			room := 4*math.Sqrt((squares/learners-mean*mean)/learners) + 0.02
			if got := e.rework().explanations(from.mastery, from.taught); math.Abs(got-mean) > room {
				t.Errorf("%s, from %v: %.3f explanations, the engine gives %.3f", preset, from, got, mean)
			}
		}
	}
}

func TestExplanationsFallWithMastery(t *testing.T) {
	p := Defaults(Standard)
	r := newRework(&p)
	for _, taught := range []bool{false, true} {
		before := math.Inf(1)
		for m := 0.01; m < 1; m += 0.01 {
			n := r.explanations(m, taught)
			if !(n >= 0 && n <= before) {
				t.Fatalf("%v explanations at %.2f, before that %v", n, m, before)
			}
			before = n
		}
	}
}

// A review that fails twice opens a skill: the chance is what the target leaves.
func TestReviewsOpenSkillsAgain(t *testing.T) {
	chance := func(target float64) float64 {
		p := Defaults(Standard)
		p.Target = target
		r := newRework(&p)
		more, opened := r.review(Cost{Question: 1, Explain: 3})
		if more != r.fails || !(opened > r.opens*3) || r.fails < r.opens {
			t.Errorf("target %v: %v minutes for a second question, %v for what is opened: %+v", target, more, opened, r)
		}
		return r.opens
	}
	low, usual, high := chance(0.85), chance(0.90), chance(0.95)
	if !(low > usual && usual > high && high > 0) {
		t.Errorf("chances of %v, %v and %v", low, usual, high)
	}
	if got, _ := newRework(&Params{Target: 0.9, Unaided: 2, Line: 0.95}).review(Cost{}); got != 0 {
		t.Errorf("what takes no time takes %v minutes more", got)
	}
}
