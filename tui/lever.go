package tui

import (
	"slices"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// leverChange is what a lever comes to: what it says, and the choice that it
// changes.
type leverChange struct {
	title string
	how   string     // how it is done, where the title does not say
	set   *learn.Set // nil: the learner chooses by hand, at goals and pace
}

// cmd changes the choice and says so.
func (c leverChange) cmd(w words.Plan) tea.Cmd {
	if c.set == nil {
		return visit(RouteChoices)
	}
	said := c.how
	if said == "" {
		said = c.title
	}
	return tea.Sequence(do(*c.set), toast(w.Changed(said)))
}

// change says what a lever comes to for this learner.
func (s *planScreen) change(w *words.Words, l learn.Lever) leverChange {
	switch l.Kind {
	case learn.LeverMinutes:
		return s.moreMinutes(w, l)
	case learn.LeverDate:
		return leverChange{
			title: w.Plan.Date(s.data.Until, l.Date),
			set:   &learn.Set{ID: string(learn.SettingUntil), Answer: course.Answer{Text: l.Date.Format(time.DateOnly)}},
		}
	case learn.LeverGoal:
		return s.otherGoal(w, l)
	case learn.LeverSure:
		c := leverChange{title: w.Plan.Sure(l.From, l.To)}
		if to := strconv.Itoa(l.To); slices.Contains(s.options(learn.SettingRecall), to) {
			c.set = &learn.Set{ID: string(learn.SettingRecall), Answer: course.Answer{Items: []string{to}}}
		}
		return c
	case learn.LeverPreset:
		return leverChange{
			title: w.Plan.Preset(l.Sure),
			set:   &learn.Set{ID: string(learn.SettingSure), Answer: course.Answer{Items: []string{l.Sure}}},
		}
	}
	return leverChange{title: string(l.Kind)}
}

// moreMinutes takes the shortest sitting that makes the minutes of a week on
// the learner's days. Where none does, they choose more days themselves.
func (s *planScreen) moreMinutes(w *words.Words, l learn.Lever) leverChange {
	c := leverChange{title: w.Plan.MoreMinutes(l.From, l.To)}
	days := len(s.data.Days)
	for _, o := range s.options(learn.SettingMinutes) {
		minutes, err := strconv.Atoi(o)
		if err != nil || minutes*days < l.To || minutes <= s.data.Sitting {
			continue
		}
		c.how = w.Plan.Sitting(minutes, days)
		c.set = &learn.Set{ID: string(learn.SettingMinutes), Answer: course.Answer{Items: []string{o}}}
		break
	}
	return c
}

// otherGoal takes the answer of the course's own question that the lever names.
func (s *planScreen) otherGoal(w *words.Words, l learn.Lever) leverChange {
	if l.Goal == "" {
		return leverChange{title: w.Plan.Fewer(l.From, l.To)}
	}
	c := leverChange{title: w.Plan.Goal(shownTitle(l.Goal))}
	for _, a := range s.data.asked {
		for _, o := range a.Ask.Options {
			if o.Title == l.Goal && !a.Ask.Many {
				c.set = &learn.Set{ID: a.Ask.ID, Answer: course.Answer{Items: []string{o.ID}}}
				return c
			}
		}
	}
	return c
}

// options are what a setting takes.
func (s *planScreen) options(id learn.SettingID) []string {
	for _, set := range s.data.settings {
		if set.ID == id {
			return set.Options
		}
	}
	return nil
}
