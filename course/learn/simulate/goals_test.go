package simulate_test

import (
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/learn/simulate"
)

// floor is what the engine must not fall behind, with few learners: the goal
// itself where it is reached with room to spare, and otherwise what 1,000
// learners measured, each with about three standard errors of room.
type floor struct {
	says string
	want float64
}

// held runs experiments with few learners and holds the goals to their floors.
func held(t *testing.T, learners int, list []simulate.Experiment, s simulate.Scope, floors []floor) {
	t.Helper()
	r := simulate.Perform(list, s, simulate.Options{Learners: learners, Seed: 1})
	prefix := ""
	found := map[string]bool{}
	for _, g := range simulate.Goals(r.Results, r.Forecasts) {
		if strings.HasPrefix(g.Says, "the same") {
			g.Says = prefix + ": " + g.Says
		} else {
			prefix = g.Says
		}
		for _, f := range floors {
			if f.says != g.Says || found[f.says] {
				continue
			}
			found[f.says] = true
			if !g.Run {
				t.Errorf("%s: was not measured", g.Says)
			} else if g.Most && g.Got > f.want || !g.Most && g.Got < f.want {
				t.Errorf("%s: %.4f, the floor is %.3f", g.Says, g.Got, f.want)
			}
		}
	}
	for _, f := range floors {
		if !found[f.says] {
			t.Errorf("there is no goal %q", f.says)
		}
	}
}

func TestPlacementGoals(t *testing.T) {
	held(t, 100, []simulate.Experiment{simulate.Placement}, simulate.Scope{Worlds: matrix()}, []floor{
		{"placement of 40 skills, accuracy, all-or-none", 0.94},
		{"placement of 40 skills, accuracy, all-or-none: the same, wrongly skipped", 0.01},
		{"placement of 40 skills, accuracy, gradual", 0.86},
		{"placement of 40 skills, accuracy, gradual: the same, wrongly skipped", 0.05},
		{"placement of 40 skills, accuracy, order-free", 0.86},
		{"placement of 40 skills, accuracy, order-free: the same, wrongly skipped", 0.035},
		{"questions of such a test, on average, in the worst world", 12},
	})
}

func TestCompletionGoals(t *testing.T) {
	held(t, 100, []simulate.Experiment{simulate.Completion}, simulate.Scope{Worlds: matrix()[:2]}, []floor{
		{"minutes to all mastered, of 3 in a row, 5 % known", 1},
		{"minutes to all mastered, of 3 in a row, 40 % known", 0.80},
		{"minutes to all mastered, of 3 in a row, 75 % known", 0.50},
		{"over-practice, of 3 in a row, 40 % known", 0.55},
		{"over-practice, of 3 in a row, 75 % known", 0.25},
		{"declared but unknown in the end, worst all-or-none cell", 0.01},
		{"declared but unknown in the end, worst all-or-none cell: the same, worst gradual cell", 0.12},
		{"delayed score at 30 minutes a day, worst all-or-none cell", 0.79},
		{"delayed score at 30 minutes a day, worst all-or-none cell: the same, worst gradual cell", 0.805},
	})
}

func TestEqualMinutesGoals(t *testing.T) {
	held(t, 25, []simulate.Experiment{simulate.Equal}, simulate.Scope{Worlds: matrix()}, []floor{
		{"equal minutes, delayed score, lead over linear with review", 0.10},
		{"equal minutes, delayed score, lead over linear with review: the same, over the best baseline", 0.05},
		{"equal minutes, delayed score, lead over linear with review: the same, in the worst of 84 cells", -0.015},
		{"share of the way from the best baseline to the oracle", 0.43},
	})
}

func TestForecastGoals(t *testing.T) {
	held(t, 100, []simulate.Experiment{simulate.Forecasts}, simulate.Scope{Worlds: matrix()[:2]}, []floor{
		{"forecasts that hold the day of the end", 0.60},
		{"forecasts that hold the day of the end: the same", 0.90},
	})
}

// In worlds that it was not made for, the engine still leads on average.
func TestHoldout(t *testing.T) {
	var worlds []simulate.World
	for _, w := range simulate.Worlds() {
		if w.Holdout {
			worlds = append(worlds, w)
		}
	}
	r := simulate.Perform([]simulate.Experiment{simulate.Equal}, simulate.Scope{Worlds: worlds}, simulate.Options{Learners: 25, Seed: 1})
	l := simulate.Leads(r.Results[simulate.Equal])
	if l.Cells != 48 || l.Linear < 0.11 || l.Best < 0.04 || l.Least < -0.11 {
		t.Errorf("in worlds of others: %+v", l)
	}
}
