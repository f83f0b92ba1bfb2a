package simulate_test

import (
	"testing"

	"github.com/cairn-learn/cairn/course/learn/simulate"
)

// BenchmarkSteps measures learner-steps a second on all cores: questions,
// lessons and explanations, each with the decision that led to it.
func BenchmarkSteps(b *testing.B) {
	for _, name := range []string{simulate.Linear, simulate.Recommended, "recommended, no placement", simulate.Oracle} {
		b.Run(name, func(b *testing.B) {
			p, ok := simulate.Named(name)
			if !ok {
				b.Fatalf("there is no policy %q", name)
			}
			scope := simulate.Scope{Worlds: simulate.Worlds()[:1], Policies: []simulate.Policy{p}}
			measure(b, simulate.Completion.Cells(scope), 1000)
		})
	}
}

// BenchmarkMatrix measures the 84 cells of equal minutes, all policies, with so
// many learners in each cell.
func BenchmarkMatrix(b *testing.B) {
	measure(b, simulate.Equal.Cells(simulate.Scope{Worlds: matrix()}), 50)
}

func measure(b *testing.B, cells []simulate.Cell, learners int) {
	steps, n := 0.0, 0
	for b.Loop() {
		for _, r := range simulate.Run(cells, simulate.Options{Learners: learners, Seed: 1}) {
			steps += r.Mean(simulate.Steps) * float64(r.N)
			n += r.N
		}
	}
	b.ReportMetric(steps/b.Elapsed().Seconds(), "steps/s")
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "learners/s")
}

// matrix is the worlds that count.
func matrix() []simulate.World {
	var list []simulate.World
	for _, w := range simulate.Worlds() {
		if !w.Holdout {
			list = append(list, w)
		}
	}
	return list
}
