package plain

import (
	"strconv"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// lever is the choice that one way to make the date comes to. It reports false
// where the learner has to choose themselves.
func (d *Dialogue) lever(l learn.Lever, p learn.Plan) (learn.Set, bool) {
	switch l.Kind {
	case learn.LeverMinutes:
		return d.leverMinutes(l, p)
	case learn.LeverDate:
		return learn.Set{ID: string(learn.SettingUntil), Answer: course.Answer{Text: l.Date.Format(time.DateOnly)}}, true
	case learn.LeverGoal:
		return d.leverGoal(l)
	case learn.LeverPreset:
		return learn.Set{ID: string(learn.SettingSure), Answer: course.Answer{Items: []string{l.Sure}}}, true
	case learn.LeverSure:
		return learn.Set{ID: string(learn.SettingRecall), Answer: course.Answer{Items: []string{strconv.Itoa(l.To)}}}, true
	}
	return learn.Set{}, false
}

// leverMinutes takes the shortest sitting that makes the minutes of a week on
// the learner's days.
func (d *Dialogue) leverMinutes(l learn.Lever, p learn.Plan) (learn.Set, bool) {
	for _, s := range d.s.Settings() {
		if s.ID != learn.SettingMinutes {
			continue
		}
		for _, o := range s.Options {
			if n, err := strconv.Atoi(o); err == nil && n > p.Sitting && n*len(p.Days) >= l.To {
				return learn.Set{ID: string(s.ID), Answer: course.Answer{Items: []string{o}}}, true
			}
		}
	}
	return learn.Set{}, false
}

// leverGoal takes the answer to a question of the course that has the title of
// the goal.
func (d *Dialogue) leverGoal(l learn.Lever) (learn.Set, bool) {
	for _, a := range d.s.Choices() {
		for _, o := range a.Ask.Options {
			if l.Goal != "" && o.Title == l.Goal && !a.Ask.Many {
				return learn.Set{ID: a.Ask.ID, Answer: course.Answer{Items: []string{o.ID}}}, true
			}
		}
	}
	return learn.Set{}, false
}

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
	set, ok := d.lever(p.Levers[n-1], p)
	if !ok {
		d.say(d.p.Views.ByHand)
		return
	}
	d.set(set.ID + " " + strings.Join(append(set.Answer.Items, set.Answer.Text), ""))
}
