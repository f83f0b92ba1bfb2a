package plain

import (
	"strconv"
	"strings"
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
	set := p.Levers[n-1].Set
	if set == nil {
		d.say(d.p.Views.ByHand)
		return
	}
	d.set(set.ID + " " + strings.Join(append(set.Answer.Items, set.Answer.Text), ""))
}
