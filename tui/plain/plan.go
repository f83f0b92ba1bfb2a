package plain

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// TellPlan tells the rest of the course against the learner's time: what is
// left, when it may be done, what would make the date, and the days to come.
// Now is the day it is.
func TellPlan(w *words.Words, p learn.Plan, now time.Time) Account {
	t := newTeller(w)
	if p.Skills == 0 && p.Lessons == 0 {
		t.say(w.Plan.Done)
	} else {
		t.say(t.phrase(w.Plan.For(p.Goal), t.skillsLeft(p), t.lessonsLeft(p)) + ".")
	}
	if p.Resting {
		t.say(w.Plan.Resting)
	}
	if p.New+p.Review > 0 {
		t.say(t.v.Left(whole(p.New), whole(p.Review)))
		if p.Speed > 0 {
			t.say(w.Plan.Speed(p.Speed))
		}
	}
	if len(p.Days) > 0 && p.Sitting > 0 {
		t.say(t.v.YourDays(t.w.Plan.Days(p.Days, p.Sitting)))
	} else {
		t.say(w.Plan.NoDays)
	}
	t.outlook(p.Forecast, p.Until, now)
	for i, l := range p.Levers {
		if i == 0 {
			t.say(t.v.Levers)
		}
		t.mark(fmt.Sprintf("%d. ", i+1), t.lever(l, p, now))
	}
	t.coming(p.Coming, now)
	t.weeks(p.Weeks)
	return t.to
}

func (t *teller) skillsLeft(p learn.Plan) string {
	if p.Of == 0 {
		return ""
	}
	return t.w.Plan.Skills(p.Skills, p.Of)
}

func (t *teller) lessonsLeft(p learn.Plan) string {
	if p.Lessons == 0 {
		return ""
	}
	return t.w.Plan.Lessons(p.Lessons)
}

// outlook tells a forecast, as ranges, and how it stands against the learner's
// date.
func (t *teller) outlook(f *learn.Forecast, until, now time.Time) {
	if f == nil {
		t.say(t.w.Forecast.None)
		return
	}
	t.say(t.v.Forecast(t.w.Forecast.Half(f.From50, f.To50, now), t.w.Forecast.Most(f.From80, f.To80, now)))
	if !until.IsZero() {
		t.say(t.w.Forecast.Status(f.Status, until, now))
	}
}

// lever says one way to make the date.
func (t *teller) lever(l learn.Lever, p learn.Plan, now time.Time) string {
	said := t.leverIs(l, p)
	if n := len(p.Days); l.Kind == learn.LeverMinutes && n > 0 {
		said += ", " + t.w.Plan.Sitting(sitting(l, n), n)
	}
	parts := []string{}
	if l.Does {
		parts = append(parts, t.w.Plan.Does)
	} else {
		parts = append(parts, t.w.Plan.Not)
	}
	if !l.Ends.IsZero() {
		parts = append(parts, t.w.Plan.Ends(l.Ends, now))
	}
	return t.phrase(said, parts...) + "."
}

// sitting is how many minutes each of n days takes: those that the lever sets,
// or, where it sets none, its minutes a week shared out.
func sitting(l learn.Lever, n int) int {
	if l.Set != nil && len(l.Set.Answer.Items) == 1 {
		if m, err := strconv.Atoi(l.Set.Answer.Items[0]); err == nil {
			return m
		}
	}
	return int(math.Ceil(float64(l.To) / float64(n)))
}

// leverIs says what would change.
func (t *teller) leverIs(l learn.Lever, p learn.Plan) string {
	switch l.Kind {
	case learn.LeverMinutes:
		return t.w.Plan.MoreMinutes(l.From, l.To)
	case learn.LeverDate:
		return t.w.Plan.Date(p.Until, l.Date)
	case learn.LeverGoal:
		if l.Goal != "" {
			return t.w.Plan.Goal(l.Goal)
		}
		return t.w.Plan.Fewer(l.From, l.To)
	case learn.LeverSure:
		return t.w.Plan.Sure(l.From, l.To)
	case learn.LeverPreset:
		return t.w.Plan.Preset(l.Sure)
	}
	return string(l.Kind)
}

// coming tells the days to come, without those that are free.
func (t *teller) coming(days []learn.PlanDay, now time.Time) {
	if len(days) == 0 {
		return
	}
	t.say(t.v.Coming(t.date(days[len(days)-1].Day, now)))
	for _, d := range days {
		if d.Mine || d.New+d.Review+d.Minutes > 0 {
			t.item(t.planDay(d, now))
		}
	}
}

// namesADay is how many things are named of a day of the plan.
const namesADay = 3

func (t *teller) planDay(d learn.PlanDay, now time.Time) string {
	var parts []string
	if d.Minutes > 0 {
		parts = append(parts, t.w.Plan.Spent(d.Minutes))
	}
	switch {
	case d.New+d.Review > 0:
		parts = append(parts, t.w.Plan.Booked(d.Review, d.New))
	case !d.Mine && d.Minutes == 0:
		parts = append(parts, t.w.Plan.Free)
	case d.Minutes == 0:
		parts = append(parts, t.w.Plan.Nothing)
	}
	said := t.phrase(t.date(d.Day, now), parts...)
	if d.Reviews > 0 {
		said += ". " + t.v.DayReviews(d.Reviews)
	}
	if len(d.Fresh) > 0 {
		names := listed(t.w, d.Fresh[:min(len(d.Fresh), namesADay)])
		said += ". " + t.v.DayNew(names, len(d.Fresh)-namesADay)
	}
	return said
}
