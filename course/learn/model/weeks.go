package model

import (
	"cmp"
	"slices"
)

// Planned is how many days of a week a learner means to learn on, from a day
// on.
type Planned struct {
	From Day
	Days int // 0..7; 0: none are planned
}

// WeekCount is the weeks, from Monday, in which a learner did what they
// planned. A week counts when it has as many days with something learned,
// whichever they are, as were planned; one review that was due makes a day. One
// or two weeks in a row that do not count are rest and leave a run whole; only
// a third ends it. A week for which nothing was planned is left out, as if it
// had not been.
type WeekCount struct {
	Done    int  // days of this week with something learned, 0..7
	Planned int  // days planned for it, 0..7; 0: none
	Counts  bool // this week has what was planned

	Run   int // weeks that count, in the run that stands; 0: none stands, and there is nothing to show
	Rest  int // rest weeks since the last of them, 0..2; this week is none before it is over
	Best  int // the longest run ever
	Total int // all weeks that count
}

// freeRest is how many weeks in a row are rest. Longer pauses are followed by
// less (company reports, not papers), and a broken run by less still (Silverman
// & Barasch 2023): so it breaks late, and nothing else is taken away.
const freeRest = 2

// weeksBack is how many weeks of the past are looked at: a hundred years.
const weeksBack = 5218

// CountWeeks counts the weeks up to today, given the days on which something
// was learned and what was planned when, both in any order. Where plans changed
// within a week the lowest of them holds, and the week in which the first one
// was made asks for no more days than it had left.
func CountWeeks(today Day, active []Day, planned []Planned) WeekCount {
	plans := slices.Clone(planned)
	slices.SortStableFunc(plans, func(a, b Planned) int { return cmp.Compare(a.From, b.From) })
	today = clampDay(today, -farAway, farAway)
	this := today.Week()
	days := daysByWeek(today, active)
	w := WeekCount{Planned: plannedFor(this, plans), Done: days[this]}
	if len(plans) == 0 {
		return w
	}
	w.Counts = w.Planned > 0 && w.Done >= w.Planned
	for week := max(plans[0].From, this-7*weeksBack).Week(); week <= this; week += 7 {
		switch need := plannedFor(week, plans); {
		case need == 0:
		case days[week] >= need:
			w.Run, w.Rest = w.Run+1, 0
			w.Best, w.Total = max(w.Best, w.Run), w.Total+1
		case week < this && w.Run > 0:
			if w.Rest++; w.Rest > freeRest {
				w.Run, w.Rest = 0, 0
			}
		}
	}
	return w
}

// daysByWeek is how many days of each week, by its Monday, something was
// learned on. Days that have not come yet do not count.
func daysByWeek(today Day, active []Day) map[Day]int {
	own := slices.Clone(active)
	slices.Sort(own)
	days := make(map[Day]int)
	for _, d := range slices.Compact(own) {
		if d <= today {
			days[d.Week()]++
		}
	}
	return days
}

// plannedFor is the days planned for a week, by plans in order of time: the
// fewest of those in force on any of its days.
func plannedFor(week Day, plans []Planned) int {
	need, end := -1, week+6
	for i, p := range plans {
		if p.From > end || i+1 < len(plans) && plans[i+1].From <= max(week, p.From) {
			continue // not yet, or no longer, in force
		}
		days := max(0, min(p.Days, 7))
		if first := plans[0].From; first > week {
			days = min(days, int(end-first)+1)
		}
		if need < 0 || days < need {
			need = days
		}
	}
	return max(need, 0)
}
