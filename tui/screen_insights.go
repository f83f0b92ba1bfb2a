package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// insightsScreen is what the log tells about how the learner learns.
type insightsScreen struct{ view[insightsData] }

// insightsData is what the page asks the session for.
type insightsData struct {
	learn.Insights
	day   time.Time // today
	until time.Time // the learner's date; zero: none
}

func newInsights() *insightsScreen { return &insightsScreen{} }

func readInsights(s Session) insightsData {
	return insightsData{s.Insights(), s.Today().Day, dateOf(s.Settings())}
}

func (s *insightsScreen) Title(w *words.Words) string { return w.Insights.Title }

func (s *insightsScreen) Bindings(w *words.Words) []Binding {
	enter := Binding{Intent: IntentEnter, Words: w.Insights.Open}
	if s.at == 0 {
		enter.Disabled = w.Insights.NoRow
	}
	bs := append([]Binding{enter}, partBindings(w)...)
	return append(bs, viewBindings(w, IntentInsights, IntentMap, IntentPlan)...)
}

func (s *insightsScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	if m, ok := msg.(IntentMsg); ok {
		return s.act(env, m.Intent, s.sheet(env))
	}
	return s.take(env, msg, readInsights)
}

func (s *insightsScreen) View(env Env) Frame { return s.frameOf(env, s.sheet(env)) }

func (s *insightsScreen) sheet(env Env) *sheet {
	out := &sheet{chosen: s.at}
	if !s.known {
		return out
	}
	th, w, d := env.Theme, env.Words.Insights, &s.data
	if d.Minutes == 0 && d.Answers == 0 && len(d.Days) == 0 {
		out.para(th.Text, w.None, env.Measure())
		return out
	}
	out.para(th.Strong, w.Sum(d.Minutes, d.Answers), env.Measure())
	s.skills(env, out, w.Strong, d.Strong)
	s.skills(env, out, w.Weak, d.Weak)
	s.sureMisses(env, out)
	s.calibration(env, out)
	s.hours(env, out)
	s.calendar(env, out)
	s.weeks(env, out)
	if d.Forecast != nil {
		f := env.Words.Forecast
		out.head(env, f.Heading)
		forecastLines(env, out, d.Forecast, d.until, d.day, f.Short(d.Forecast.Status, d.until, d.day))
	}
	s.recall(env, out)
	s.lessons(env, out)
	leechLines(env, out, d.Leeches)
	s.unclear(env, out)
	return out
}

// skills lists skills as bars; each opens closer.
func (s *insightsScreen) skills(env Env, out *sheet, heading string, list []learn.SkillState) {
	if len(list) == 0 {
		return
	}
	out.head(env, heading)
	const most = 5
	list = list[:min(len(list), most)]
	lines := skillBars(inset(env), list)
	for i, k := range list {
		if i >= len(lines) {
			break
		}
		out.row(env.Words.Insights.Open, func() tea.Cmd { return visit(RouteSkill.To("", k.Skill.ID)) }, out.pointer(env)+lines[i])
	}
}

// sureMisses lists what the learner was sure of and had wrong.
func (s *insightsScreen) sureMisses(env Env, out *sheet) {
	th, w := env.Theme, env.Words.Insights
	if len(s.data.SureMisses) == 0 {
		return
	}
	out.head(env, w.Sure)
	const most = 8
	for _, m := range s.data.SureMisses[:min(len(s.data.SureMisses), most)] {
		if m.Question == nil {
			continue
		}
		when := env.Words.Days.Ago(max(daysFrom(dayOf(m.When), s.data.day), 0))
		if m.Right {
			when += ", " + w.SinceThen
		}
		style := th.Text
		if out.next() {
			style = th.Accent
		}
		lines := []string{out.pointer(env) + fit(th, style.Render(shownTitle(m.Question.Prompt)), env.Measure()-2)}
		if m.Lesson != nil {
			when = titleOf(m.Lesson) + ", " + when
		}
		lines = append(lines, "  "+th.Dim.Render(fit(th, when, env.Measure()-2)))
		out.row(w.Open, func() tea.Cmd { return do(learn.GoTo{ID: m.Question.ID}) }, lines...)
	}
}

// recall holds reviews against what was predicted.
func (s *insightsScreen) recall(env Env, out *sheet) {
	th, w, r := env.Theme, env.Words.Insights, s.data.Recall
	if r == nil {
		return
	}
	out.head(env, w.Recall)
	s.recallBars(env, out, r)
	out.note(th.Text, w.Recalled(*r), env.Measure())
	if s.data.Keeps > 0 {
		out.note(th.Dim, w.Keeps(s.data.Keeps), env.Measure())
	}
}

// unclear lists what the learner wrote.
func (s *insightsScreen) unclear(env Env, out *sheet) {
	th := env.Theme
	if len(s.data.Unclear) == 0 {
		return
	}
	out.head(env, env.Words.Insights.Unclear)
	for _, u := range s.data.Unclear {
		when := env.Words.Days.Ago(max(daysFrom(dayOf(u.When), s.data.day), 0))
		if u.Lesson != nil {
			when = titleOf(u.Lesson) + ", " + when
		}
		out.note(th.Text, env.Words.Print.Quoted(textsafe.Line(u.Text)), env.Measure())
		out.note(th.Dim, when, env.Measure())
	}
}

// dayOf is the day that a moment is on where it was written, at midnight UTC.
func dayOf(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
}

// inset is an Env with room for a pointer at the left.
func inset(env Env) Env {
	env.W = env.Measure() - 2
	return env
}
