package simulate

import (
	"fmt"
	"math"
)

// Goal is something the engine should reach, and whether it does.
type Goal struct {
	Says string  // what is measured
	Most bool    // Want is the most allowed; otherwise the least
	Want float64 // 0..1 or a ratio
	Got  float64
	Run  bool // it could be measured: its experiment was run in full
}

// Reached reports whether the goal was measured and reached.
func (g Goal) Reached() bool {
	if g.Most {
		return g.Run && g.Got <= g.Want
	}
	return g.Run && g.Got >= g.Want
}

// Goals computes every goal from what was measured. The two worlds that the
// engine was not made for do not count: they are reported apart.
func Goals(results map[Experiment][]Result, forecast []Coverage) []Goal {
	matrix := func(e Experiment) []Result {
		return Pick(results[e], func(r Result) bool { return !r.World.Holdout })
	}
	goals := placementGoals(matrix(Placement))
	goals = append(goals, completionGoals(matrix(Completion))...)
	goals = append(goals, minutesGoals(matrix(Equal))...)
	return append(goals, forecastGoals(forecast)...)
}

func world(name string) func(Result) bool {
	return func(r Result) bool { return r.World.Name == name }
}

func placementGoals(all []Result) []Goal {
	var goals []Goal
	all = Pick(all, func(r Result) bool { return r.Skills == usualSize })
	for _, g := range []struct {
		world           string
		accuracy, wrong float64
	}{{"all-or-none", 0.94, 0.01}, {"gradual", 0.86, 0.06}, {"order-free", 0.92, 0.025}} {
		in := Pick(all, world(g.world))
		run := len(in) == len(knownShares())
		goals = append(goals,
			Goal{Says: "placement of 40 skills, accuracy, " + g.world, Want: g.accuracy, Got: Mean(in, Accuracy), Run: run},
			Goal{Says: "the same, wrongly skipped", Most: true, Want: g.wrong, Got: Mean(in, WrongSkips), Run: run},
		)
	}
	most := 0.0
	for _, r := range all {
		most = math.Max(most, r.Mean(Asked))
	}
	return append(goals, Goal{Says: "questions of such a test, on average, in the worst world", Most: true, Want: 12, Got: most, Run: len(all) > 0})
}

func completionGoals(all []Result) []Goal {
	var goals []Goal
	find := func(world string, known float64, policy string) []Result {
		return Pick(all, func(r Result) bool {
			return r.World.Name == world && r.Known == known && r.Policy.Name == policy
		})
	}
	ratio := func(known float64, m Metric) (float64, bool) {
		ours, theirs := find("all-or-none", known, NoReviews), find("all-or-none", known, Threes)
		return Mean(ours, m) / Mean(theirs, m), len(ours) == 1 && len(theirs) == 1
	}
	for _, g := range []struct{ known, minutes, over float64 }{{0.05, 1, 0}, {0.40, 0.80, 0.55}, {0.75, 0.50, 0.25}} {
		got, run := ratio(g.known, DoneMinutes)
		goals = append(goals, Goal{Says: fmt.Sprintf("minutes to all mastered, of 3 in a row, %.0f %% known", 100*g.known), Most: true, Want: g.minutes, Got: got, Run: run})
		if g.over > 0 {
			got, run = ratio(g.known, OverMinutes)
			goals = append(goals, Goal{Says: fmt.Sprintf("over-practice, of 3 in a row, %.0f %% known", 100*g.known), Most: true, Want: g.over, Got: got, Run: run})
		}
	}
	unknown, delayed := [2]float64{}, [2]float64{1, 1}
	run := false
	for _, r := range all {
		if r.Policy.Name != Recommended {
			continue
		}
		run = true
		k := 0
		if r.World.Gradual {
			k = 1
		}
		unknown[k] = math.Max(unknown[k], r.Mean(DeclaredUnknown))
		delayed[k] = math.Min(delayed[k], r.Mean(Delayed))
	}
	return append(goals,
		Goal{Says: "declared but unknown in the end, worst all-or-none cell", Most: true, Want: 0.01, Got: unknown[0], Run: run},
		Goal{Says: "the same, worst gradual cell", Most: true, Want: 0.08, Got: unknown[1], Run: run},
		Goal{Says: "delayed score at 30 minutes a day, worst all-or-none cell", Want: 0.79, Got: delayed[0], Run: run},
		Goal{Says: "the same, worst gradual cell", Want: 0.83, Got: delayed[1], Run: run},
	)
}

// gridCells is how many cells the matrix of equal minutes has.
const gridCells = 84

// Lead is how the engine compares with the baselines over cells.
type Lead struct {
	Cells    int
	Linear   float64 // mean lead over linear with review
	Best     float64 // mean lead over the best baseline of each cell
	Least    float64 // the smallest such lead
	Behind   int     // cells in which it is behind
	ToOracle float64 // share of the way from the best baseline to the oracle, by means
}

// Leads compares the engine with the baselines, cell by cell.
func Leads(all []Result) Lead {
	l := Lead{Least: math.Inf(1)}
	best, ours, ideal := 0.0, 0.0, 0.0
	for _, cell := range together(all) {
		at := map[string]float64{}
		top := math.Inf(-1)
		for _, r := range cell {
			at[r.Policy.Name] = r.Mean(Delayed)
			if r.Policy.Name != Recommended && r.Policy.Name != Oracle {
				top = math.Max(top, r.Mean(Delayed))
			}
		}
		mine, ok := at[Recommended]
		if !ok || len(cell) != len(Policies()) {
			continue
		}
		l.Cells++
		l.Linear += mine - at[Linear]
		l.Best += mine - top
		l.Least = math.Min(l.Least, mine-top)
		if mine < top {
			l.Behind++
		}
		best, ours, ideal = best+top, ours+mine, ideal+at[Oracle]
	}
	n := float64(max(l.Cells, 1))
	l.Linear, l.Best = l.Linear/n, l.Best/n
	l.ToOracle = (ours - best) / (ideal - best)
	return l
}

// together groups results that differ only in the policy.
func together(all []Result) [][]Result {
	var groups [][]Result
	for _, r := range all {
		k := len(groups) - 1
		if k >= 0 {
			last := groups[k][0]
			if last.World.Name == r.World.Name && last.Known == r.Known && last.Plan == r.Plan && last.Skills == r.Skills {
				groups[k] = append(groups[k], r)
				continue
			}
		}
		groups = append(groups, []Result{r})
	}
	return groups
}

func minutesGoals(all []Result) []Goal {
	l := Leads(all)
	run := l.Cells == gridCells
	return []Goal{
		{Says: "equal minutes, delayed score, lead over linear with review", Want: 0.10, Got: l.Linear, Run: run},
		{Says: "the same, over the best baseline", Want: 0.05, Got: l.Best, Run: run},
		{Says: "the same, in the worst of 84 cells", Want: -0.015, Got: l.Least, Run: run},
		{Says: "share of the way from the best baseline to the oracle", Want: 0.40, Got: l.ToOracle, Run: run},
	}
}

// forecastGoals are about what is forecast after two weeks, of learners who keep
// to most of their plan.
func forecastGoals(all []Coverage) []Goal {
	inside, n := 0, 0
	for _, c := range all {
		if !c.World.Holdout && c.Keeps == goalKeeps && c.Day == goalDay {
			inside, n = inside+c.Inside, n+c.Made
		}
	}
	got := float64(inside) / float64(max(n, 1))
	return []Goal{
		{Says: "forecasts that hold the day of the end", Want: 0.70, Got: got, Run: n > 0},
		{Says: "the same", Most: true, Want: 0.90, Got: got, Run: n > 0},
	}
}
