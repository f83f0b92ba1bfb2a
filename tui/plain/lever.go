package plain

import (
	"slices"
	"strconv"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// plan tells the rest of the course against the learner's time, or takes one
// way to make the date by its number.
func (d *Dialogue) plan(arg string) {
	p := d.s.Plan()
	if arg == "" {
		d.account(TellPlan(d.w, p, d.s.Today().Day))
		if len(p.Levers) > 0 {
			d.say(d.p.Views.LeverHow)
		}
		return
	}
	n, err := strconv.Atoi(arg)
	if err != nil || n < 1 || n > len(p.Levers) {
		d.say(d.p.Views.NotLever(len(p.Levers)))
		return
	}
	if l := p.Levers[n-1]; l.Set != nil {
		d.pull(l, p)
	} else {
		d.say(d.byHand(l))
	}
}

// pull changes what a lever changes, and says so, with the forecast that comes
// of it. When it changes what the learner meets now, that is told.
func (d *Dialogue) pull(l learn.Lever, p learn.Plan) {
	before := d.meets()
	if !d.do(*l.Set) {
		return
	}
	t := newTeller(d.w)
	what := t.leverIs(l, p)
	if n := len(p.Days); l.Kind == learn.LeverMinutes && n > 0 {
		what = t.w.Plan.Sitting(sitting(l, n), n)
	}
	t.say(t.w.Plan.Changed(what) + ".")
	now := d.s.Plan()
	t.outlook(now.Forecast, now.Until, d.s.Today().Day)
	d.account(t.to)
	if d.meets() != before {
		d.given = given{}
		d.show()
	}
}

// byHand says which choice a lever takes that cairn cannot pull.
func (d *Dialogue) byHand(l learn.Lever) string {
	v := d.p.Views
	if l.Kind != learn.LeverGoal {
		return v.HandTime
	}
	choices := d.s.Choices()
	i := slices.IndexFunc(choices, func(c learn.Asking) bool { return c.Ask.ID == "goal" })
	switch {
	case i < 0:
		return v.HandNone
	case l.Goal == "":
		return v.HandFewer
	}
	set := ""
	for _, g := range d.s.Course().Goals {
		if g.Title == l.Goal && slices.ContainsFunc(choices[i].Ask.Options, func(o course.Choice) bool { return o.ID == g.ID }) {
			set = ":set goal " + g.ID
		}
	}
	return v.HandGoal(l.Goal, set)
}
