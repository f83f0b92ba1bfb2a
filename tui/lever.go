package tui

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

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
	c := leverChange{title: string(l.Kind), set: l.Set}
	switch l.Kind {
	case learn.LeverMinutes:
		c.title = w.Plan.MoreMinutes(l.From, l.To)
		if n, err := strconv.Atoi(settingWord(l.Set)); err == nil {
			c.how = w.Plan.Sitting(n, len(s.data.Days))
		}
	case learn.LeverDate:
		c.title = w.Plan.Date(s.data.Until, l.Date)
	case learn.LeverGoal:
		c.title = w.Plan.Fewer(l.From, l.To)
		if l.Goal != "" {
			c.title = w.Plan.Goal(shownTitle(l.Goal))
		}
	case learn.LeverSure:
		c.title = w.Plan.Sure(l.From, l.To)
	case learn.LeverPreset:
		c.title = w.Plan.Preset(l.Sure)
	}
	return c
}

// settingWord is the code word that a setting would get; empty: none.
func settingWord(set *learn.Set) string {
	if set == nil || len(set.Answer.Items) != 1 {
		return ""
	}
	return set.Answer.Items[0]
}
