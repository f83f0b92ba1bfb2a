package chart_test

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/tui/internal/chart"
)

func same(t *testing.T, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
}

func TestBarsFacts(t *testing.T) {
	nan := math.NaN()
	b := chart.Bars{Max: 1, Line: 0.95, Compare: true, Rows: []chart.Bar{
		{Value: 0.5, Was: 0.75}, {Value: 0.95, Was: 0.25}, {Value: nan, Was: 1}, {Value: 7, Was: nan}, {Value: 0.5, Was: 0.5},
	}}
	same(t, b.Facts(), chart.BarsFacts{
		Share: []float64{0.5, 0.95, 0, 1, 0.5}, Change: []float64{-0.25, 0.95 - 0.25, 0, 0, 0},
		Order: []int{3, 1, 0, 4}, Reached: []int{1, 3}, Short: []int{0, 4},
	})
	b.Line, b.Compare, b.Max = 0, false, 0
	if f := b.Facts(); f.Reached != nil || f.Short != nil || f.Change[0] != 0 || f.Share[3] != 1 {
		t.Errorf("without a line and a comparison: %+v", f)
	}
}

func TestColumnsFacts(t *testing.T) {
	d := chart.Columns{Values: []float64{10, 0, math.NaN(), 30, 30}, Planned: []float64{10, 20, 20, 0}}
	same(t, d.Facts(), chart.ColumnsFacts{
		Known: 4, Sum: 70, Mean: 17.5, Highest: 3, Lowest: 1, Planned: 50, Kept: []int{0}, Short: []int{1, 2},
	})
	same(t, chart.Columns{Values: []float64{math.NaN()}}.Facts(), chart.ColumnsFacts{Highest: -1, Lowest: -1})
}

func TestCalendarFacts(t *testing.T) {
	d := chart.Calendar{Weekday: 5, Days: []float64{0, 1, 25, math.NaN(), 50, 51, 100}}
	same(t, d.Facts(), chart.CalendarFacts{
		Levels: []int{0, 1, 1, -1, 2, 3, 4}, Active: 5, Sum: 227, Best: 6,
		ByWeekday: [7]float64{25, 0, 50, 51, 100, 0, 1}, ByWeek: []float64{1, 226},
	})
	if f := (chart.Calendar{Days: []float64{0, 0}}).Facts(); f.Best != -1 || f.Active != 0 {
		t.Errorf("nothing done: %+v", f)
	}
}

func TestTimelineFacts(t *testing.T) {
	d := chart.Timeline{Far: 60, Wide: [2]float64{18, 44}, Narrow: [2]float64{24, 34}, HasTarget: true}
	for _, c := range []struct {
		target float64
		where  chart.Where
		spare  float64
	}{
		{17, chart.BeforeAll, -27}, {18, chart.EarlyWide, -26}, {24, chart.InNarrow, -20}, {34, chart.InNarrow, -10},
		{35, chart.LateWide, -9}, {44, chart.LateWide, 0}, {45, chart.AfterAll, 1}, {-3, chart.BeforeAll, -44},
	} {
		d.Target = c.target
		same(t, d.Facts(), chart.TimelineFacts{Far: 60, Wide: d.Wide, Narrow: d.Narrow, Where: c.where, Spare: c.spare})
	}
	d.HasTarget = false
	same(t, d.Facts(), chart.TimelineFacts{Far: 60, Wide: d.Wide, Narrow: d.Narrow})
	crossed := chart.Timeline{Wide: [2]float64{30, 10}, Narrow: [2]float64{5, math.Inf(1)}}
	same(t, crossed.Facts().Wide, [2]float64{30, 30})
	same(t, crossed.Facts().Narrow, [2]float64{30, 30})
}

// TestSkillFacts gives a map with a circle, a need twice, one of itself and one
// of nothing.
func TestSkillFacts(t *testing.T) {
	d := chart.SkillMap{Skills: []chart.Skill{
		{Needs: []int{2}}, {Needs: []int{0, 0, 1, 9, -1}}, {Needs: []int{1}}, {Needs: []int{2, 4}}, {},
	}}
	same(t, d.Facts(), chart.SkillFacts{
		Order: []int{0, 1, 2, 4, 3}, Depth: []int{0, 1, 2, 3, 0},
		Needs: [][]int{nil, {0}, {1}, {2, 4}, nil}, Leads: [][]int{{1}, {2}, {3}, nil, {3}}, Left: 5,
	})
}

// TestOrder holds that any needs, also hostile ones, give an order of all
// skills with prerequisites first.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyMap(t)
		f := d.Facts()
		given, kept := 0, 0
		at := make([]int, len(d.Skills))
		for n, i := range f.Order {
			at[i] = n
		}
		for i, needs := range f.Needs {
			given, kept = given+len(d.Skills[i].Needs), kept+len(needs)
			for _, p := range needs {
				if at[p] >= at[i] || f.Depth[p] >= f.Depth[i] || !slices.Contains(f.Leads[p], i) {
					t.Fatalf("skill %d needs %d: %+v", i, p, f)
				}
			}
		}
		order := slices.Sorted(slices.Values(f.Order))
		if len(order) != len(d.Skills) || len(slices.Compact(order)) != len(d.Skills) || given != kept+f.Left {
			t.Fatalf("of %d skills and %d needs: %+v", len(d.Skills), given, f)
		}
	})
}

// TestCairnGrows holds that more done is never fewer stones, that the first
// lies as soon as anything is done, and the last only when all is.
func TestCairnGrows(t *testing.T) {
	for h := 3; h <= 9; h++ {
		before := 0
		for share := 0.0; share <= 1; share += 1.0 / 128 {
			f := chart.Cairn{Share: share}.Facts(80, h)
			if f.Laid < before || f.Of != min(h, 8)-1 || (f.Laid > 0) != (share > 0) || (f.Laid == f.Of) != (share >= 1) {
				t.Errorf("%d lines, %v done: %+v", h, share, f)
			}
			before = f.Laid
		}
	}
}
