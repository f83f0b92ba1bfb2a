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
	weeksCount = 8 // weeks of the past that count
	weeksPlan  = 2 // weeks that the plan counts for
)

// Forecast replays the coming weeks 200 times. In each replay every week is one
// of the last eight, drawn by chance, with the minutes that it had on each of
// its days; the plan counts as two more. Reviews that fall due come first, but
// take 40 % of the minutes at most.
//
// What is not known is drawn, too, each as a lognormal factor with mean 1: what
// all work takes this learner, what each skill takes, what the learner gives in
// a week, and how a week goes of which there is only the plan. Of the first and
// third the spread is 0.25 in the beginning. It shrinks with the skills mastered
// and the weeks learned: see believe and replay.
//
// The same outlook and seed always give the same forecast. With more minutes, in
// the plan or in past weeks, no replay ends later.
func (o Outlook) Forecast(seed uint64) Forecast {
	o = o.clean()
	return o.forecast(seed, o.load(), o.weeks())
}

func (o Outlook) forecast(seed uint64, l *load, weeks []Week) Forecast {
	f := Forecast{Finish: make([]Day, replays)}
	source := rand.NewPCG(0, 0)
	rng := rand.New(source)
	for i := range f.Finish {
		// The same chances, whatever the work: forecasts can be compared.
		source.Seed(seed, uint64(2*i))
		w := l.draw(rng)
		source.Seed(seed, uint64(2*i+1))
		f.Finish[i] = o.Today + Day(o.replay(rng, l, w, weeks))
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

// drawn is the work in one replay.
type drawn struct {
	fresh float64 // minutes
	times float64 // as much as expected, of all other work
}

// draw draws what the work takes.
func (l *load) draw(rng *rand.Rand) drawn {
	d := drawn{times: l.belief.buffer * factor(l.belief.unsure, rng.NormFloat64())}
	for _, minutes := range l.parts {
		d.fresh += d.times * minutes * factor(l.belief.uneven, rng.NormFloat64())
	}
	return d
}

// replay is how many days from today the work is done in one replay, horizon at
// most. It is done on the first day by whose end the minutes cover the new work,
// with what was opened again, and the reviews due so far, or that part of the
// reviews that their share of the minutes has room for.
//
// The plan is worth two weeks, and learners differ from their plan by a spread
// of 0.25: so does a week from the next, by 0.25 times the root of 2, and what
// is usual of a learner with n weeks by that over the root of 2 + n.
func (o Outlook) replay(rng *rand.Rand, l *load, w drawn, weeks []Week) int {
	past := min(len(o.Weeks), weeksCount)
	uneven := priorSpread * math.Sqrt(weeksPlan)
	usual := factor(uneven/math.Sqrt(weeksPlan+float64(past)), rng.NormFloat64())
	minutes := -o.Spent // gone from today's
	times, k := 1.0, -1
	for i := range horizon {
		day := (o.Today + Day(i)).Weekday()
		if k < 0 || day == time.Monday {
			var luck float64
			k, luck, times = rng.IntN(len(weeks)), rng.NormFloat64(), usual
			if k >= past {
				times *= factor(uneven, luck)
			}
		}
		minutes += weeks[k][day] * times
		if i == 0 {
			minutes = math.Max(0, minutes)
		}
		if minutes-math.Min(w.times*l.reviews[i], o.share*minutes) >= w.fresh+w.times*l.reopened[i] {
			return i
		}
	}
	return horizon
}
