package cohort

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// pearson is the correlation of two figures, by its definition.
func pearson(x, y []float64) float64 {
	n := float64(len(x))
	var mx, my float64
	for i := range x {
		mx += x[i] / n
		my += y[i] / n
	}
	var xy, xx, yy float64
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
	}
	return xy / math.Sqrt(xx*yy)
}

// TestDiscrimination: the point-biserial formula gives Pearson's correlation, and
// nothing where it means little.
func TestDiscrimination(t *testing.T) {
	k := counting{Least}
	rapid.Check(t, func(t *rapid.T) {
		right := rapid.SliceOfN(rapid.Bool(), 0, 40).Draw(t, "right")
		var rest, x []float64
		ones, alike := 0, true
		for _, ok := range right {
			rest = append(rest, float64(rapid.IntRange(0, 20).Draw(t, "rest"))/20)
			alike = alike && rest[len(rest)-1] == rest[0]
			if x = append(x, 0); ok {
				x[len(x)-1] = 1
				ones++
			}
		}
		got := k.discrimination(right, rest)
		if defined := len(right) >= 10 && ones >= 5 && len(right)-ones >= 5 && !alike; defined != (got != nil) {
			t.Fatalf("of %d, %d right, all alike %v: %v", len(right), ones, alike, got)
		}
		if got != nil && math.Abs(*got-pearson(x, rest)) > 0.0051 {
			t.Fatalf("%v is not %v", *got, pearson(x, rest))
		}
	})
}

// TestCounts: what is told of numbers of learners.
func TestCounts(t *testing.T) {
	for _, c := range []struct {
		min, n int
		says   string
		json   string
	}{{5, 0, "few", "null"}, {5, 4, "few", "null"}, {5, 5, "5+", "5"}, {5, 9, "5+", "5"}, {5, 12, "10+", "10"}, {10, 9, "few", "null"}, {7, 15, "14+", "14"}} {
		got := counting{c.min}.count(c.n)
		data, err := got.MarshalJSON()
		if err != nil || got.String() != c.says || string(data) != c.json {
			t.Errorf("%d of at least %d: %s and %s, not %s and %s", c.n, c.min, got, data, c.says, c.json)
		}
	}
	for _, c := range []struct {
		right, of int
		few       string
	}{{0, 4, ""}, {3, 8, "right"}, {4, 8, ""}, {6, 8, "wrong"}, {8, 8, "wrong"}, {0, 8, "right"}, {5, 10, ""}} {
		if got := (counting{Least}).few(c.right, c.of); got != c.few {
			t.Errorf("%d of %d: few %q, not %q", c.right, c.of, got, c.few)
		}
	}
}
