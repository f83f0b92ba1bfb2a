package model

import (
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

// Range is the days between which something is expected.
type Range struct {
	Earliest, Latest Day
	// Open: Latest is only how far was looked, five years. If Earliest is as far,
	// nothing can be said at all.
	Open bool
}

// Has reports whether a day is in the range.
func (r Range) Has(d Day) bool { return d >= r.Earliest && (r.Open || d <= r.Latest) }

// Status says how a forecast compares with the day that the learner aims at.
type Status string

// The statuses.
const (
	OnTrack     Status = "on track"     // nine of ten replays are done in time
	Tight       Status = "tight"        // three of four are
	NotFeasible Status = "not feasible" // fewer are
	NoTarget    Status = "no target"    // the learner aims at no day
)

// Forecast is when all skills will be mastered, as a range and never one day.
type Forecast struct {
	Half   Range // central 50 % of the replays
	Most   Range // central 80 %
	Status Status

	Finish []Day     // of every replay, the earliest first
	Left   Remaining // minutes, up to the middle of Finish
}

// Chance is the share of replays, 0..1, that are done by the end of a day.
func (f Forecast) Chance(by Day) float64 {
	if len(f.Finish) == 0 {
		return 0
	}
	n, _ := slices.BinarySearch(f.Finish, by+1)
	return float64(n) / float64(len(f.Finish))
}

// Middle is the day by which half of the replays are done.
func (f Forecast) Middle() Day {
	if len(f.Finish) == 0 {
		return 0
	}
	return f.Finish[(len(f.Finish)-1)/2]
}

// How the future is replayed.
const (
	replays    = 200
	spread     = 0.25 // sigma of the lognormal factor on the whole work
	weeksCount = 8    // weeks of the past that count
	weeksPlan  = 2    // weeks that the plan counts for
)

// Forecast replays the coming weeks 200 times. In each replay every week is one
// of the last eight, drawn by chance, with the minutes that it had on each of
// its days; the plan counts as two more. The whole work, with 15 % for what
// nobody thought of, is multiplied by a chance factor, lognormal with sigma
// 0.25. Reviews that fall due come first, but take 40 % of the minutes at most.
//
// The same outlook and seed always give the same forecast. With more minutes, in
// the plan or in past weeks, no replay ends later.
func (o Outlook) Forecast(seed uint64) Forecast {
	o = o.clean()
	return o.forecast(seed, o.load(), o.weeks())
}

func (o Outlook) forecast(seed uint64, l load, weeks []Week) Forecast {
	f := Forecast{Finish: make([]Day, replays)}
	source := rand.NewPCG(0, 0)
	rng := rand.New(source)
	for i := range f.Finish {
		source.Seed(seed, uint64(i)) // the same chances, whatever the work: forecasts can be compared
		f.Finish[i] = o.Today + Day(o.replay(rng, l, weeks))
	}
	slices.Sort(f.Finish)
	f.Half = o.central(f.Finish, replays/4)
	f.Most = o.central(f.Finish, replays/10)
	f.Status = o.status(f)
	f.Left = l.remaining(int(f.Middle() - o.Today))
	return f
}

// central is the range of what lies between the given number of replays at
// either end.
func (o Outlook) central(finish []Day, cut int) Range {
	r := Range{Earliest: finish[cut], Latest: finish[len(finish)-1-cut]}
	r.Open = r.Latest >= o.Today+horizon
	return r
}

func (o Outlook) status(f Forecast) Status {
	switch {
	case o.Target == 0:
		return NoTarget
	case len(o.New) == 0:
		return OnTrack
	case !f.Most.Open && f.Most.Latest <= o.Target:
		return OnTrack
	case !f.Half.Open && f.Half.Latest <= o.Target:
		return Tight
	}
	return NotFeasible
}

// weeks is what the coming weeks are drawn from.
func (o Outlook) weeks() []Week {
	past := o.Weeks[max(0, len(o.Weeks)-weeksCount):]
	weeks := make([]Week, 0, weeksCount+weeksPlan)
	for _, w := range past {
		weeks = append(weeks, w.clean())
	}
	if planned := o.Pace.Week(); planned.Minutes() > 0 || len(weeks) == 0 {
		for range weeksPlan {
			weeks = append(weeks, planned)
		}
	}
	return weeks
}

// replay is how many days from today the work is done in one replay, horizon at
// most. It is done on the first day by whose end the minutes cover the new work
// and the reviews due so far, or that part of the reviews that their share of
// the minutes has room for.
func (o Outlook) replay(rng *rand.Rand, l load, weeks []Week) int {
	factor := buffer * math.Exp(spread*rng.NormFloat64())
	fresh := factor * l.fresh
	minutes := -o.Spent // gone from today's
	var week *Week
	for i := range horizon {
		day := (o.Today + Day(i)).Weekday()
		if week == nil || day == time.Monday {
			week = &weeks[rng.IntN(len(weeks))]
		}
		minutes += week[day]
		if i == 0 {
			minutes = math.Max(0, minutes)
		}
		if minutes-math.Min(factor*l.reviews[i], o.share*minutes) >= fresh {
			return i
		}
	}
	return horizon
}
