package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// The review that comes next is the one that a plain look at every skill finds.
func TestNextReviewIsTheLeastRemembered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		specs := make([]model.Spec, rapid.IntRange(1, 20).Draw(t, "skills"))
		for i := 1; i < len(specs); i++ {
			specs[i].Needs = []int{rapid.IntRange(0, i).Draw(t, "needs")}
		}
		e := model.NewEngine(model.Defaults(model.Standard), model.NewGraph(specs))
		l := e.NewLearner(100)
		l.Keeps = rapid.Float64Range(-1.5, 1.1).Draw(t, "keeps")
		for i := range l.Skills {
			s := &l.Skills[i]
			s.Mastered = rapid.Bool().Draw(t, "mastered")
			s.Last = 100 - model.Day(rapid.IntRange(0, 40).Draw(t, "days ago"))
			s.Memory = model.Memory{Stability: rapid.Float64Range(0.01, 60).Draw(t, "stability"), Difficulty: 5}
		}
		l.Reviewed = rapid.IntRange(-1, len(specs)-1).Draw(t, "reviewed")
		for _, spare := range []bool{false, true} {
			best, least := -1, 3.0
			for i := range l.Skills {
				s := &l.Skills[i]
				r := e.Recall(l, i)
				if !s.Mastered || !spare && !e.Due(l, i) || spare && (r >= e.Params.TopUp || s.Last == l.Today) {
					continue
				}
				r -= 0.002 * float64(e.Builds(i))
				if i == l.Reviewed {
					r++
				}
				if r < least {
					best, least = i, r
				}
			}
			if got := e.NextReview(l, spare); got != best {
				t.Fatalf("spare %v: skill %d, want %d", spare, got, best)
			}
		}
	})
}
