package tui

import (
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// view is what the pages beside the flow share: what was read of the session,
// and where the learner is in the page drawn from it.
type view[T any] struct {
	data  T
	known bool // data came
	reader
}

// take asks the session anew when the page comes to the top or something was
// done, and takes what comes.
func (v *view[T]) take(env Env, msg tea.Msg, read func(Session) T) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg, StepMsg:
		return func() tea.Msg {
			return ReadMsg{Screen: env.ID, Read: func(s Session) tea.Msg { return read(s) }}
		}
	case T:
		v.data, v.known = msg, true
	}
	return nil
}

// act does what keys do on every such page: move, carry out the chosen row, go
// to another page.
func (v *view[T]) act(env Env, i Intent, s *sheet) tea.Cmd {
	if v.reader.intent(i, s, env.H) {
		return nil
	}
	if row := v.row(s); i == IntentEnter && row != nil {
		return row.does()
	}
	return toView(i)
}

// frameOf draws the page once there is something to draw.
func (v *view[T]) frameOf(env Env, s *sheet, foot ...string) Frame {
	if !v.known {
		return Frame{}
	}
	return v.frame(env, s, foot)
}

// toView goes to the page that an intent names; nil: it names none.
func toView(i Intent) tea.Cmd {
	to, ok := map[Intent]Route{
		IntentToday: RouteToday, IntentWhy: RouteWhy, IntentMap: RouteMap, IntentInsights: RouteInsights,
		IntentPlan: RoutePlan, IntentChoices: RouteChoices, IntentOutline: RouteOutline,
	}[i]
	if !ok {
		return nil
	}
	return visit(to)
}

// viewBindings are the keys that lead from one such page to the others. Those
// named are shown in the footer.
func viewBindings(w *words.Words, here Intent, shown ...Intent) []Binding {
	all := []Binding{
		{Intent: IntentToday, Words: w.Keys.Today}, {Intent: IntentMap, Words: w.Keys.Map},
		{Intent: IntentPlan, Words: w.Keys.Plan}, {Intent: IntentInsights, Words: w.Keys.Insights},
		{Intent: IntentWhy, Words: w.Keys.Why}, {Intent: IntentOutline, Words: w.Keys.Outline},
		{Intent: IntentChoices, Words: w.Keys.Choices},
	}
	var bs []Binding
	for _, b := range all {
		if b.Intent == here {
			continue
		}
		b.Quiet = true
		for _, s := range shown {
			b.Quiet = b.Quiet && b.Intent != s
		}
		bs = append(bs, b)
	}
	return bs
}

// partBindings are the keys that move through a page with headings.
func partBindings(w *words.Words) []Binding {
	return append([]Binding{
		{Intent: IntentNext, Words: w.Insights.NextPart},
		{Intent: IntentPrev, Words: w.Insights.PrevPart, Quiet: true},
	}, moving(w)...)
}

// chooseBindings are the keys of a page on which nothing is chosen at first:
// they show how to choose among n rows, and then what enter does. unchosen is why
// it does nothing before.
func (r *reader) chooseBindings(w *words.Words, n int, enter, unchosen string) []Binding {
	bs := []Binding{{Intent: IntentEnter, Words: enter}}
	if r.at > 0 {
		return bs
	}
	bs[0].Disabled = unchosen
	if n > 0 {
		bs = append(bs, Binding{Intent: IntentDown, Words: w.Answers.Move})
	}
	return bs
}

// shownTitle is the title of something of a course, its Markdown read.
func shownTitle(md string) string {
	const most = 4000 // bytes: the widest window shows no more
	if len(md) > most {
		n := most
		for n > most-utf8.UTFMax && !utf8.RuneStart(md[n]) {
			n--
		}
		md = md[:n]
	}
	return textsafe.Line(plainText(md))
}

// withMoves adds the keys that the bindings have no other words for.
func withMoves(bs, moves []Binding) []Binding {
	for _, m := range moves {
		if !binds(bs, m.Intent) {
			bs = append(bs, m)
		}
	}
	return bs
}
