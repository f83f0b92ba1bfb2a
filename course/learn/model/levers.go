package model

import (
	"math"
	"slices"
)

// Levers are what a learner can change so that the day they aim at is met. Each
// stands alone, and each number is found by making the forecast again.
type Levers struct {
	Minutes MoreMinutes
	Date    LaterDate
	Fewer   FewerSkills
	Recall  LessSure
}

// MoreMinutes is to give more time.
type MoreMinutes struct {
	OK       bool    // it can be done in eight hours a planned day
	From, To float64 // minutes of a week: those the forecast counts on, and the fewest that are on track, in fives
	Then     Forecast
}

// LaterDate is to aim at a later day.
type LaterDate struct {
	OK   bool // there is one in sight
	To   Day  // the first that is on track
	Then Forecast
}

// FewerSkills is to aim at less.
type FewerSkills struct {
	OK   bool // something would be left
	Drop int  // the fewest skills from the end of the course that must go
	// Goal is the index in Alternatives.Goals of the first that is on track; -1: none.
	Goal int
	Then Forecast // without the dropped skills
}

// LessSure is to be content with less sureness: reviews at a lower recall, and
// fewer questions until a skill counts as mastered. What is remembered a month
// later is less, too.
type LessSure struct {
	OK      bool    // it saves anything
	Enough  bool    // it is on track
	To      float64 // recall at which a review would be due
	Minutes float64 // that it saves, up to the middle of the forecast
	Days    int     // that it brings the middle of the forecast forward
	Then    Forecast
}

// Alternatives are what the levers may try beside time.
type Alternatives struct {
	Goals     [][]int // smaller goals, the one most wanted first: the skills of each
	Recall    float64 // the lowest recall to try; 0: 0.85
	Questions float64 // questions to mastery with a less sure preset, as a multiple of those now, 0..1; 0: 1
}

const (
	minutesStep = 5.0
	minutesDay  = 8 * 60
)

// Levers finds what would put the outlook on track, with the same seed as its
// forecast. With no target day, or when it is on track as it is, there are none.
func (o Outlook) Levers(seed uint64, a Alternatives) Levers {
	o = o.clean()
	r := rerun{o, seed, o.load(), o.weeks()}
	now := o.forecast(seed, r.load, r.weeks)
	levers := Levers{Fewer: FewerSkills{Goal: -1}}
	if now.Status == NoTarget || now.Status == OnTrack {
		return levers
	}
	levers.Minutes = r.moreMinutes()
	levers.Date = r.laterDate(now)
	levers.Fewer = r.fewerSkills(a.Goals)
	levers.Recall = r.lessSure(now, a)
	return levers
}

// rerun makes the forecast of an outlook again, with something changed.
type rerun struct {
	o     Outlook
	seed  uint64
	load  *load
	weeks []Week
}

// moreMinutes scales all weeks that are drawn from, as a learner who plans more
// has yet to keep to it as well as before.
func (r rerun) moreMinutes() MoreMinutes {
	m := MoreMinutes{From: mean(r.weeks)}
	weeks := make([]Week, len(r.weeks))
	with := func(steps int) Forecast {
		to := float64(steps) * minutesStep
		for i, w := range r.weeks {
			weeks[i] = w.times(to / m.From)
			if m.From == 0 {
				weeks[i] = evenly(r.o.Pace.On, to)
			}
		}
		return r.o.forecast(r.seed, r.load, weeks)
	}
	days := r.o.Pace.Days()
	if days == 0 {
		days = 7
	}
	least, most := int(m.From/minutesStep)+1, int(float64(days)*minutesDay/minutesStep)
	steps := search(least, most, func(steps int) bool { return with(steps).Status == OnTrack })
	if steps > most {
		return m
	}
	m.OK, m.To, m.Then = true, float64(steps)*minutesStep, with(steps)
	return m
}

func (r rerun) laterDate(now Forecast) LaterDate {
	if now.Most.Open {
		return LaterDate{}
	}
	o := r.o
	o.Target = now.Most.Latest
	return LaterDate{OK: true, To: o.Target, Then: o.forecast(r.seed, r.load, r.weeks)}
}

func (r rerun) fewerSkills(goals [][]int) FewerSkills {
	f := FewerSkills{Goal: -1}
	n := len(r.o.New)
	with := func(drop int) Forecast {
		return r.again(r.o.without(func(i int, _ Work) bool { return i < n-drop }))
	}
	drop := search(1, n-1, func(drop int) bool { return with(drop).Status == OnTrack })
	if drop < n {
		f.OK, f.Drop, f.Then = true, drop, with(drop)
	}
	for i, goal := range goals {
		wanted := slices.Clone(goal)
		slices.Sort(wanted)
		smaller := r.o.without(func(_ int, w Work) bool {
			_, ok := slices.BinarySearch(wanted, w.Skill)
			return ok
		})
		if len(smaller.New) < n && r.again(smaller).Status == OnTrack {
			f.Goal = i
			break
		}
	}
	return f
}

func (r rerun) lessSure(now Forecast, a Alternatives) LessSure {
	o := r.o
	to := a.Recall
	if !(to > 0) {
		to = recallLow
	}
	o.Recall = math.Min(o.Recall, clamp(to, recallLow, recallHigh))
	if a.Questions > 0 && a.Questions < 1 {
		o.fewer = a.Questions
	}
	s := LessSure{To: o.Recall, Then: r.again(o)}
	s.Minutes = now.Left.Total - s.Then.Left.Total
	s.Days = int(now.Middle() - s.Then.Middle())
	s.OK = s.Minutes > 0 || s.Days > 0
	s.Enough = s.Then.Status == OnTrack
	return s
}

// again makes the forecast of another outlook.
func (r rerun) again(o Outlook) Forecast { return o.forecast(r.seed, o.load(), r.weeks) }

// search is the first of low..high for which holds is true, where it stays true
// from there on; more than high: none.
func search(low, high int, holds func(int) bool) int {
	for end := high + 1; low < end; {
		if mid := low + (end-low)/2; holds(mid) {
			end = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// evenly is a week with its minutes spread over the given days, or over all if
// there are none.
func evenly(on [7]bool, minutes float64) Week {
	p := Pace{On: on, Minutes: 1}
	if p.Days() == 0 {
		p.On = [7]bool{true, true, true, true, true, true, true}
	}
	w := p.Week()
	return w.times(minutes / w.Minutes())
}

// mean is the minutes of an average week.
func mean(weeks []Week) float64 {
	sum := 0.0
	for _, w := range weeks {
		sum += w.Minutes()
	}
	if len(weeks) == 0 {
		return 0
	}
	return sum / float64(len(weeks))
}
