package tui

import (
	"math"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/chart"
	"github.com/cairn-learn/cairn/tui/words"
)

// planScreen is the rest of the course against the learner's time: how much is
// left, when it may be done, what would change that, and the coming days.
type planScreen struct{ view[planData] }

// planData is what the page asks the session for.
type planData struct {
	learn.Plan
	day      time.Time // today
	settings []learn.Setting
	asked    []learn.Asking
}

func newPlan() *planScreen { return &planScreen{} }

func readPlan(s Session) planData {
	return planData{s.Plan(), s.Today().Day, s.Settings(), s.Choices()}
}

func (s *planScreen) Title(w *words.Words) string { return w.Plan.Title }

func (s *planScreen) Bindings(w *words.Words) []Binding {
	bs := s.chooseBindings(w, len(s.data.Levers), w.Plan.Change, w.Plan.NoRow)
	bs = append(bs, viewBindings(w, IntentPlan, IntentChoices, IntentInsights)...)
	return withMoves(bs, partBindings(w))
}

func (s *planScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	if m, ok := msg.(IntentMsg); ok {
		return s.act(env, m.Intent, s.sheet(env))
	}
	return s.take(env, msg, readPlan)
}

func (s *planScreen) View(env Env) Frame { return s.frameOf(env, s.sheet(env)) }

func (s *planScreen) sheet(env Env) *sheet {
	out := &sheet{chosen: s.at}
	if !s.known {
		return out
	}
	s.ahead(env, out)
	s.forecast(env, out)
	s.levers(env, out)
	s.left(env, out)
	s.coming(env, out)
	return out
}

// ahead says what is still to be done, and on which days.
func (s *planScreen) ahead(env Env, out *sheet) {
	th, w, p, width := env.Theme, env.Words.Plan, &s.data, env.Measure()
	out.para(th.Dim, w.For(shownTitle(p.Goal)), width)
	said := w.Done
	if p.Of == 0 {
		said = env.Words.Today.End
	}
	if p.Skills > 0 || p.Lessons > 0 {
		var facts []string
		if p.Of > 0 {
			facts = append(facts, w.Skills(p.Skills, p.Of))
		}
		if p.Lessons > 0 {
			facts = append(facts, w.Lessons(p.Lessons))
		}
		said = strings.Join(facts, " "+th.Mark.Dot+" ")
	}
	out.para(th.Strong, said, width)
	facts := []string{w.NoDays}
	if len(p.Days) > 0 {
		facts = []string{w.Days(p.Days, p.Sitting)}
	}
	if p.Weeks != nil {
		if week := env.Words.Today.Week(p.Weeks.Done, p.Weeks.Of); week != "" {
			facts = append(facts, week)
		}
	}
	out.para(th.Text, strings.Join(facts, " "+th.Mark.Dot+" "), width)
	if p.Resting {
		out.para(th.Info, w.Resting, width)
	}
}

func (s *planScreen) forecast(env Env, out *sheet) {
	w, f := env.Words.Forecast, s.data.Forecast
	out.head(env, w.Heading)
	if f == nil {
		out.para(env.Theme.Text, w.None, env.Measure())
		return
	}
	forecastLines(env, out, f, s.data.Until, s.data.day, w.Status(f.Status, s.data.Until, s.data.day))
}

// levers lists what would make the date, each with its numbers.
func (s *planScreen) levers(env Env, out *sheet) {
	w := env.Words.Plan
	if len(s.data.Levers) == 0 {
		return
	}
	out.head(env, w.Levers)
	out.note(env.Theme.Dim, w.LeverHow, env.Measure())
	for _, l := range s.data.Levers {
		c := s.change(env.Words, l)
		out.choice(env, w.Change, func() tea.Cmd { return c.cmd(w) }, 0, c.title, s.effect(env, l, c))
	}
}

// effect says how a lever is pulled, and what it does.
func (s *planScreen) effect(env Env, l learn.Lever, c leverChange) string {
	w := env.Words.Plan
	does := w.Not
	if l.Does {
		does = w.Does
	}
	if !l.Ends.IsZero() && l.Kind != learn.LeverDate {
		does += ", " + w.Ends(l.Ends, s.data.day)
	}
	switch {
	case c.set == nil:
		return does + " " + env.Theme.Mark.Dot + " " + w.ByHand
	case c.how == "":
		return does
	}
	return c.how + " " + env.Theme.Mark.Dot + " " + does
}

// left draws the minutes that are left, an estimate.
func (s *planScreen) left(env Env, out *sheet) {
	w, p := env.Words.Plan, &s.data
	if p.New+p.Review <= 0 {
		return
	}
	out.head(env, w.Minutes)
	bars := chart.Bars{Rows: []chart.Bar{
		{Label: w.New, Text: env.Words.Days.Minutes(p.New), Value: p.New},
		{Label: w.Review, Text: env.Words.Days.Minutes(p.Review), Value: p.Review},
	}}
	out.add(indent(bars.Draw(env.Measure()-2, len(bars.Rows), env.Theme.Chart()))...)
	if p.Speed > 0 {
		out.note(env.Theme.Dim, w.Speed(p.Speed), env.Measure())
	}
}

// coming draws the coming days with the minutes booked on each: reviews, then
// what is new.
func (s *planScreen) coming(env Env, out *sheet) {
	th, w := env.Theme, env.Words.Plan
	days := s.data.Coming[:min(len(s.data.Coming), 14)]
	if len(days) == 0 {
		return
	}
	out.head(env, w.Coming)
	most := 0.0
	for _, d := range days {
		most = max(most, d.Review+d.New, d.Minutes)
	}
	width, titles := env.Measure()-2, 0
	if width >= 60 {
		width, titles = 44, width-46
	}
	bars := chart.Bars{Max: most, Compare: true}
	for _, d := range days {
		row := chart.Bar{Label: env.Words.Days.Letter(d.Day.Weekday()) + " " + env.Words.Days.ShortDate(d.Day)}
		row.Value, row.Was, row.Text = d.Review+d.New, d.Review, env.Words.Days.ShortMinutes(d.Review+d.New)
		switch {
		case d.Review+d.New > 0:
		case d.Minutes > 0:
			row.Value, row.Was, row.Text = d.Minutes, d.Minutes, w.Spent(d.Minutes)
		case d.Mine:
			row.Value, row.Text = math.NaN(), w.Nothing
		default:
			row.Value, row.Text = math.NaN(), w.Free
		}
		bars.Rows = append(bars.Rows, row)
	}
	lines := bars.Draw(width, len(days), th.Chart())
	for i, line := range lines {
		if titles > 0 && i < len(days) {
			line = pad(line, width) + "  " + th.Dim.Render(fit(th, bookedTitles(days[i].Titles), titles))
		}
		out.add("  " + line)
	}
	signs := th.Chart().Signs()
	out.note(th.Dim, signs.Full+" "+w.Review+"  "+signs.Gained+" "+w.New, env.Measure())
}

// bookedTitles names what a day is booked for.
func bookedTitles(titles []string) string {
	var said []string
	for _, t := range titles {
		said = append(said, textsafe.Line(plainText(t)))
	}
	return strings.Join(said, ", ")
}
