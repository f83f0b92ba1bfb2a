package plain

import (
	"github.com/cairn-learn/cairn/course/learn"
)

// planning asks when and how long the learner means to learn, one question
// after the other.
func (d *Dialogue) planning(st learn.Planning) {
	d.where(st.Place)
	if d.given.setting == 0 && st.Minutes > 0 {
		d.say(d.w.Flow.Planning.Road(st.Minutes))
	}
	if s, ok := d.plans(st); ok {
		d.say(d.p.Path.PlanningOf(d.given.setting+1, len(st.Settings)))
		d.setting(s)
	}
}

// plans is the choice that is asked for now, if one is left.
func (d *Dialogue) plans(st learn.Planning) (learn.Setting, bool) {
	if d.given.setting >= len(st.Settings) {
		return learn.Setting{}, false
	}
	return st.Settings[d.given.setting], true
}

func (d *Dialogue) askPlanning(st learn.Planning) string {
	if s, ok := d.plans(st); ok {
		return d.askSetting(s)
	}
	return d.p.GoOn
}

// takePlanning sets a choice and asks for the next; after the last it goes on.
func (d *Dialogue) takePlanning(st learn.Planning, line string) {
	s, ok := d.plans(st)
	if !ok {
		d.goOn(line)
		return
	}
	if line != "" {
		a, ok := d.readSetting(s, line)
		if !ok || !d.do(learn.Set{ID: string(s.ID), Answer: a}) {
			return
		}
	}
	if d.given.setting+1 >= len(st.Settings) {
		d.move(learn.Continue{})
		return
	}
	d.given.setting++
	d.show()
}
