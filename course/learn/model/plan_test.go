package model

import (
	"testing"

	"pgregory.net/rapid"
)

// planCheck follows a plan day by day and holds it to what Plan promises.
type planCheck struct {
	t     *rapid.T
	o     Outlook
	days  map[int]int // separate days that a skill is booked on
	left  map[int]bool
	begun int // how many of the new skills were come to
}

func TestPlanKeepsItsPromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := drawOutlook(t)
		c := planCheck{t: t, o: o, days: map[int]int{}, left: map[int]bool{}}
		for _, w := range o.New {
			c.left[w.Skill] = true
			if w.Begun {
				c.days[w.Skill] = 1
			}
		}
		plan := o.Plan(rapid.IntRange(0, 200).Draw(t, "days"))
		for _, d := range plan.Days {
			c.day(d)
		}
		open := map[int]bool{}
		for _, s := range plan.Open {
			open[s] = true
		}
		for _, w := range o.New {
			if through := !c.left[w.Skill] && c.days[w.Skill] >= 2; through == open[w.Skill] {
				t.Fatalf("skill %d: left %v, %d days, but open %v", w.Skill, c.left[w.Skill], c.days[w.Skill], open[w.Skill])
			}
		}
	})
}

func (c *planCheck) day(d PlannedDay) {
	if !c.o.Pace.On[d.Day.Weekday()] || d.Day < c.o.Today || c.o.Target >= c.o.Today && d.Day > c.o.Target {
		c.t.Fatalf("%s is none of the learner's days", d.Day.short())
	}
	if d.Mixed && len(d.New) > 0 {
		c.t.Fatalf("something new on %s, which is for mixed review", d.Day.short())
	}
	newIsOpen := len(c.left) > 0
	met, reviews := map[int]bool{}, 0.0
	for _, b := range d.Reviews {
		if c.left[b.Skill] || met[b.Skill] {
			c.t.Fatalf("skill %d is reviewed on %s", b.Skill, d.Day.short())
		}
		met[b.Skill] = true
		reviews += b.Minutes
	}
	all := reviews
	for _, b := range d.New {
		met[b.Skill] = true
		all += b.Minutes
		c.learn(b)
	}
	for s := range met {
		c.days[s]++
	}
	const rounding = 1e-9
	if all > d.Minutes+rounding || d.Minutes > planRoom*c.o.Pace.Minutes+rounding {
		c.t.Fatalf("%v minutes are booked on %s, which has %v", all, d.Day.short(), d.Minutes)
	}
	if newIsOpen && !d.Mixed && len(d.Reviews) > 1 && reviews > Defaults(Standard).ReviewShare*planRoom*c.o.Pace.Minutes+rounding {
		c.t.Fatalf("%v minutes of reviews on %s, which has %v", reviews, d.Day.short(), d.Minutes)
	}
}

// learn checks that new skills come one after the other.
func (c *planCheck) learn(b Booking) {
	if next := c.o.New[c.begun].Skill; b.Skill != next {
		c.t.Fatalf("skill %d is booked before %d", b.Skill, next)
	}
	if b.Ends {
		delete(c.left, b.Skill)
		c.begun++
	}
}

// With time enough before the target every skill is through, on two days.
func TestEverySkillHasTwoDaysBeforeTheTarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := Outlook{Today: monday, Target: monday + Day(rapid.IntRange(30, 60).Draw(t, "target"))}
		o.Pace = Pace{On: [7]bool{true, true, true, true, true, true, true}, Minutes: 30}
		o.Recall = rapid.Float64Range(0.85, 0.95).Draw(t, "recall")
		for i := range rapid.IntRange(1, 20).Draw(t, "skills") {
			o.New = append(o.New, Work{Skill: i, Mastery: 0.2, Lesson: 5, Question: 1})
		}
		if open := o.Plan(planMost).Open; len(open) > 0 {
			t.Fatalf("open: %v", open)
		}
	})
}
