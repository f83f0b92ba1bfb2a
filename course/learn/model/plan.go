package model

import (
	"cmp"
	"math"
	"slices"
)

// Plan is what to do on which day, as things stand. It is made anew each time
// and remembers nothing: a day that was missed leaves no debt.
type Plan struct {
	Days []PlannedDay // those of the learner's own days that are ahead, today among them
	// Closing is the first day that is for mixed review only, as the target is
	// near; 0: none.
	Closing Day
	// Open are the new skills that are not through by the last of the days: not
	// all of their work is booked, or all of it on one single day. In the order
	// they come.
	Open []int
}

// PlannedDay is one day of a plan.
type PlannedDay struct {
	Day     Day
	Minutes float64   // there is room for; what is not booked is free
	Reviews []Booking // come first
	New     []Booking
	Mixed   bool // reviews only, of all there is
}

// Booking is minutes for one skill on one day.
type Booking struct {
	Skill   int
	Minutes float64
	Ends    bool // the last of the new work: the skill is to be mastered
}

const (
	planMost    = 366   // days that can be planned
	planRoom    = 0.85  // of a day's minutes that are booked
	closingPart = 0.125 // of the planned days up to the target are for mixed review
	closingFrom = 7     // planned days, before any is
	beginFrom   = 1     // minute that is worth going on with something new
	crumb       = 1e-6  // minutes that are none
)

// Plan books the coming days, today among them, 366 at most, and not beyond the
// target. A planned day has room for 85 % of its minutes. Reviews that are due
// are booked first, what is remembered least before the rest, up to 40 % of the
// room while something new is open, and one at least; then new skills in their
// order. What is booked is taken to go as expected: so many minutes as Work
// says, and every review recalled.
//
// Of the planned days from Begin to the target one in eight, the last, is for
// mixed review only: what is similar is told apart better when it is mixed
// (Brunmair & Richter 2019, doi 10.1037/bul0000209). Skills that were met on one
// day only come first then, so that each has two: what is recalled on separate
// days stays longer than what is recalled at one sitting (Latimier, Peyre &
// Ramus 2021, doi 10.1007/s10648-020-09572-8). How much of a day is for reviews,
// and how much of the time for mixed ones, is convention; we know of nobody who
// measured it.
func (o Outlook) Plan(days int) Plan {
	p := newPlanner(o.clean())
	days = max(0, min(days, planMost))
	if o := &p.o; o.Target >= o.Today {
		days = min(days, int(o.Target-o.Today)+1)
	}
	plan := Plan{Closing: p.closing()}
	for i := range days {
		day := p.o.Today + Day(i)
		if p.o.Pace.Minutes > 0 && p.o.Pace.On[day.Weekday()] {
			plan.Days = append(plan.Days, p.book(day, plan.Closing != 0 && day >= plan.Closing))
		}
	}
	for _, s := range p.skills {
		if s.fresh && (!s.known || s.days < 2) {
			plan.Open = append(plan.Open, s.id)
		}
	}
	return plan
}

// planner books one day after the other.
type planner struct {
	o      Outlook
	skills []planned // the new ones first, in their order
	next   int       // of skills, the first that has new work left
	news   int       // how many are new
}

// planned is a skill in a plan, as things will be.
type planned struct {
	id     int
	fresh  bool    // is or was new
	left   float64 // minutes of new work
	review float64 // minutes of one review
	days   int     // it was met on
	known  bool    // mastered
	memory Memory
	last   Day
	due    Day
}

func newPlanner(o Outlook) *planner {
	p := &planner{o: o, news: len(o.New), skills: make([]planned, 0, len(o.New)+len(o.Reviews))}
	for _, w := range o.New {
		s := planned{id: w.Skill, fresh: true, left: o.minutes(w), review: w.clean().Question * o.Speed}
		if w.Begun {
			s.days = 1
		}
		p.skills = append(p.skills, s)
	}
	for _, r := range o.Reviews {
		s := planned{id: r.Skill, known: true, review: clamp(r.Question, 0, questionMost) * o.Speed}
		s.memory, s.last = r.clean(o.Today)
		s.due = o.dueOn(s.memory, s.last)
		p.skills = append(p.skills, s)
	}
	return p
}

// closing is the first day for mixed review; 0: there is none.
func (p *planner) closing() Day {
	o := p.o
	if o.Target < o.Today || o.Pace.Days() == 0 {
		return 0
	}
	var own []Day
	for day := o.Begin; day <= o.Target; day++ {
		if o.Pace.On[day.Weekday()] {
			own = append(own, day)
		}
	}
	if len(own) < closingFrom {
		return 0
	}
	return own[len(own)-int(math.Round(closingPart*float64(len(own))))]
}

// book books one day.
func (p *planner) book(day Day, mixed bool) PlannedDay {
	room := p.o.Pace.Minutes * planRoom
	left, reviewed := room, 0.0
	if day == p.o.Today {
		left, reviewed = math.Max(0, room-p.o.Spent), p.o.Reviewed
	}
	d := PlannedDay{Day: day, Minutes: left, Mixed: mixed}
	share := left
	if !mixed && p.next < p.news {
		share = math.Min(left, math.Max(0, p.o.share*room-reviewed))
	}
	for _, i := range p.order(day, mixed) {
		s := &p.skills[i]
		minutes := s.review
		alone := minutes > share && reviewed == 0 && len(d.Reviews) == 0 // the one at least
		if alone {
			minutes = math.Min(minutes, left)
		}
		if left <= 0 || minutes > share && !alone {
			break
		}
		d.Reviews = append(d.Reviews, Booking{Skill: s.id, Minutes: minutes})
		left, share = left-minutes, share-minutes
		p.reviewed(s, day)
		if alone {
			break
		}
	}
	for !mixed && p.next < p.news && left > 0 && (left >= beginFrom || len(d.New)+len(d.Reviews) == 0) {
		b := p.learn(&p.skills[p.next], day, left)
		d.New = append(d.New, b)
		left -= b.Minutes
	}
	return d
}

// order is which skills to review on a day. Those due, by how many times their
// stability has passed since they were met, as what is remembered least has the
// most; in mixed review also what is slipping, and first of all what was met on
// one day only.
func (p *planner) order(day Day, mixed bool) []int {
	var order []int
	for i := range p.skills {
		s := &p.skills[i]
		if s.known && (s.due <= day || mixed && (s.once() || p.slipping(s, day))) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := &p.skills[i], &p.skills[j]
		if mixed && a.once() != b.once() {
			if a.once() {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.age(day), a.age(day))
	})
	return order
}

// age is how long ago a skill was met, in stabilities.
func (s *planned) age(day Day) float64 { return float64(day-s.last) / s.memory.Stability }

// once reports whether a new skill was met on one day only.
func (s *planned) once() bool { return s.fresh && s.days < 2 }

// slipping reports whether a review before it is due is worth the time.
func (p *planner) slipping(s *planned, day Day) bool {
	stability := s.memory.Stability * math.Exp(p.o.Keeps)
	return p.o.FSRS.Recall(stability, float64(day-s.last)) < p.o.topUp
}

func (p *planner) reviewed(s *planned, day Day) {
	s.memory = p.o.recalled(s.memory, day-s.last)
	s.last, s.due = day, p.o.dueOn(s.memory, day)
	s.days++
}

// learn books new work on a skill, and moves on to the next one when it is
// done.
func (p *planner) learn(s *planned, day Day, left float64) Booking {
	b := Booking{Skill: s.id, Minutes: math.Min(s.left, left)}
	s.left -= b.Minutes
	s.days++
	if s.left < crumb {
		b.Ends = true
		s.known, s.memory, s.last = true, p.o.FSRS.First(Good), day
		s.due = p.o.dueOn(s.memory, day)
		p.next++
	}
	return b
}
