package simulate

// Experiment is one table of the evaluation.
type Experiment string

// The experiments.
const (
	Completion Experiment = "completion" // half an hour a day for 45 days, until all is mastered
	Equal      Experiment = "minutes"    // all policies use the same minutes up
	Placement  Experiment = "placement"  // how well a placement test places
	Forecasts  Experiment = "forecast"   // how often the end lies in the range that was forecast
)

// Experiments lists them all.
func Experiments() []Experiment { return []Experiment{Completion, Equal, Placement, Forecasts} }

// Shares of the skills that learners know when they come.
func knownShares() []float64 { return []float64{0.05, 0.40, 0.75} }

// Budgets of the experiment with equal minutes, over all days of the plan.
func budgets() []float64 { return []float64{360, 540, 720, 1080} }

// Scope narrows an experiment down.
type Scope struct {
	Worlds   []World  // empty: all
	Policies []Policy // empty: the usual ones of the experiment
}

func (c Scope) worlds() []World {
	if len(c.Worlds) == 0 {
		return Worlds()
	}
	return c.Worlds
}

func (c Scope) policies(usual []Policy) []Policy {
	if len(c.Policies) == 0 {
		return usual
	}
	return c.Policies
}

// Cells lists the cells of an experiment. Forecasts have none: see Forecast.
func (e Experiment) Cells(c Scope) []Cell {
	switch e {
	case Completion:
		return c.grid([]Plan{{Daily: 30, Days: courseDays}}, []int{0}, c.policies(toCompletion()))
	case Equal:
		var plans []Plan
		for _, minutes := range budgets() {
			plans = append(plans, Plan{Daily: minutes / courseDays, Days: courseDays, Spare: true})
		}
		return c.grid(plans, []int{0}, c.policies(Policies()))
	case Placement:
		p, _ := Named(Recommended)
		return c.grid([]Plan{{}}, []int{10, 20, 40, 60}, []Policy{p})
	case Forecasts:
	}
	return nil
}

// toCompletion are the policies that are tried until all is mastered.
func toCompletion() []Policy {
	list := Plain()
	for _, name := range []string{NoReviews, Recommended, Oracle} {
		p, _ := Named(name)
		list = append(list, p)
	}
	return list
}

// grid is every combination, world by world.
func (c Scope) grid(plans []Plan, sizes []int, policies []Policy) []Cell {
	var cells []Cell
	for _, w := range c.worlds() {
		for _, size := range sizes {
			for _, plan := range plans {
				for _, known := range knownShares() {
					for _, p := range policies {
						cells = append(cells, Cell{World: w, Known: known, Plan: plan, Policy: p, Skills: size})
					}
				}
			}
		}
	}
	return cells
}

// Pick is the results for which a condition holds.
func Pick(results []Result, holds func(Result) bool) []Result {
	var picked []Result
	for _, r := range results {
		if holds(r) {
			picked = append(picked, r)
		}
	}
	return picked
}

// Mean is the mean of a metric over results, each counting the same.
func Mean(results []Result, m Metric) float64 {
	sum := 0.0
	for _, r := range results {
		sum += r.Mean(m)
	}
	return sum / float64(max(len(results), 1))
}
