package cohort

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

// Least is the size below which a group is never told.
const Least = 5

// Count is a number of learners as it may be told: at least so many. It is
// rounded down to a multiple of the least group, so that no difference between
// two counts gives away a smaller group: of 12 learners of whom 10 have finished
// it says 10 and 10. Zero is a group that is not told, and may be empty.
type Count int

// String gives the count as it is printed.
func (c Count) String() string {
	if c == 0 {
		return "few"
	}
	return fmt.Sprintf("%d+", int(c))
}

// MarshalJSON gives null for what is not told.
func (c Count) MarshalJSON() ([]byte, error) {
	if c == 0 {
		return []byte("null"), nil
	}
	return json.Marshal(int(c))
}

// counting turns numbers of learners into what may be told of them.
type counting struct{ min int }

func (k counting) count(n int) Count { return Count(n / k.min * k.min) }

// share is a part of a group as it may be told, in steps of 0.05; nil where the
// part or what remains of the group is too small to be told, and not empty.
func (k counting) share(part, of int) *float64 {
	if of < k.min || k.small(part) || k.small(of-part) {
		return nil
	}
	return number(math.Round(float64(part)/float64(of)*20) / 20)
}

// few says which part of a group is too small to be told, where that keeps the
// share from being told: "right" or "wrong"; empty: neither, or both are.
func (k counting) few(right, of int) string {
	switch {
	case of < k.min || k.small(right) == k.small(of-right):
		return ""
	case k.small(right):
		return "right"
	}
	return "wrong"
}

// small reports whether a group must not be told. Whether an empty one is empty
// must not be told either where a small one would not be.
func (k counting) small(n int) bool { return n < k.min }

// mean is the mean of a group's figures in steps, nil for a group too small.
func (k counting) mean(list []float64, step float64) *float64 {
	if len(list) < k.min {
		return nil
	}
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	return number(math.Round(sum/float64(len(list))/step) * step)
}

// median is that of a group's minutes, in whole ones from ten on and in tenths
// before; nil for a group too small.
func (k counting) median(list []float64) *float64 {
	if len(list) < k.min {
		return nil
	}
	list = slices.Sorted(slices.Values(list))
	n := len(list)
	m := (list[(n-1)/2] + list[n/2]) / 2
	if m >= 10 {
		return number(math.Round(m))
	}
	return number(tenth(m))
}

// number is a figure to be told: without the dust of binary fractions, and
// without a negative zero.
func number(v float64) *float64 {
	v = math.Round(v*1000)/1000 + 0
	if v == 0 {
		v = 0
	}
	return &v
}

// discrimination is the item-rest correlation: Pearson's correlation between
// whether an item was right at the first try, 0 or 1, and the share of the other
// items that the same learner had right at the first try. For a figure of two
// values Pearson's is the point-biserial one,
//
//	r = (M1 - M0) / s * sqrt(p * (1 - p)),
//
// where M1 and M0 are the mean shares of those who had it right and wrong, s is
// the standard deviation (of n, not n-1) of all the shares, and p the part who
// had it right (Lev 1949, Annals of Mathematical Statistics 20, 125-126). The
// item itself is left out of the share, or it would agree with itself (Henrysson
// 1963, Psychometrika 28, 211-218).
//
// It is nil where it means little or would give somebody away: fewer than
// leastCorrelated learners, a group that is right or wrong too small, or shares
// that are all alike.
func (k counting) discrimination(right []bool, rest []float64) *float64 {
	n, ones := len(right), 0
	var m1, m0, sum float64
	for i, ok := range right {
		sum += rest[i]
		if ok {
			ones++
			m1 += rest[i]
		} else {
			m0 += rest[i]
		}
	}
	if n < leastCorrelated || k.small(ones) || k.small(n-ones) {
		return nil
	}
	mean, squares := sum/float64(n), 0.0
	for _, v := range rest {
		squares += (v - mean) * (v - mean)
	}
	s := math.Sqrt(squares / float64(n))
	if s < 1e-9 {
		return nil
	}
	p := float64(ones) / float64(n)
	r := (m1/float64(ones) - m0/float64(n-ones)) / s * math.Sqrt(p*(1-p))
	return number(math.Round(r*100) / 100)
}

const (
	leastCorrelated = 10 // learners
	leastRest       = 3  // other items that a learner has answered
)
