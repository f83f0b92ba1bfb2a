package learn

import (
	"cmp"
	"slices"
)

// What it takes before parts of the day are told apart.
const (
	bandAsked    = 25 // answers in a band that counts
	bandExpected = 5  // right and wrong answers in it, if all bands were alike
)

// bands are the parts of the day, by the hour at which each begins; the last
// ends when the first begins.
func bands() []int { return []int{5, 9, 12, 14, 18, 22} }

// chanceLimit is the value of chi-squared that chance exceeds in one case of
// twenty, by degrees of freedom.
func chanceLimit(degrees int) float64 {
	return [...]float64{1: 3.841, 2: 5.991, 3: 7.815, 4: 9.488, 5: 11.070}[degrees]
}

// hourBands are the parts of the day in which the learner answered, the one with
// the largest share of right answers first. They are told only where the answers
// tell them apart; nil: they do not.
//
// A band counts with 25 answers or more, and where five of them at least would be
// right and five wrong if all bands were alike, as the test needs. With two such
// bands or more, the shares of right answers are held against their being all the
// same by Pearson's chi-squared test, at 5 %. It looks at all bands at once, so
// that no band is picked because it happens to be best; for two of them it is the
// test of two proportions. What was asked may differ between the hours: the test
// says that it is not chance, not what it is.
func hourBands(hours [24]Tally) []HourBand {
	list := countedBands(hours)
	if len(list) < 2 {
		return nil
	}
	all := total(list)
	chi := 0.0
	for _, b := range list {
		right := expected(b.Tally, all)
		wrong := float64(b.Asked) - right
		off := float64(b.Right) - right
		chi += off*off/right + off*off/wrong
	}
	if chi <= chanceLimit(len(list)-1) {
		return nil
	}
	slices.SortStableFunc(list, func(a, b HourBand) int { return cmp.Compare(b.Right*a.Asked, a.Right*b.Asked) })
	return list
}

// countedBands are the bands with answers enough. As one that is left out changes
// what the others are held against, they are looked at until all that are left
// have enough.
func countedBands(hours [24]Tally) []HourBand {
	var list []HourBand
	starts := bands()
	for i, from := range starts {
		b := HourBand{From: from, To: starts[(i+1)%len(starts)]}
		for h := b.From; h != b.To; h = (h + 1) % len(hours) {
			b.Right, b.Asked = b.Right+hours[h].Right, b.Asked+hours[h].Asked
		}
		if b.Asked >= bandAsked {
			list = append(list, b)
		}
	}
	for {
		all, n := total(list), len(list)
		list = slices.DeleteFunc(list, func(b HourBand) bool {
			right := expected(b.Tally, all)
			return right < bandExpected || float64(b.Asked)-right < bandExpected
		})
		if len(list) == n {
			return list
		}
	}
}

func total(list []HourBand) Tally {
	var all Tally
	for _, b := range list {
		all.Right, all.Asked = all.Right+b.Right, all.Asked+b.Asked
	}
	return all
}

// expected is how many right answers there would be at the share of all.
func expected(t, all Tally) float64 {
	return float64(t.Asked) * float64(all.Right) / float64(all.Asked)
}
