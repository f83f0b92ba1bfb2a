package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/chart"
	"github.com/cairn-learn/cairn/tui/words"
)

// whyScreen is why the learner meets the present step, in full: who decided,
// with what numbers, over what, and what else they could do.
type whyScreen struct{ view[learn.Decision] }

func newWhy() *whyScreen { return &whyScreen{} }

func (s *whyScreen) Title(w *words.Words) string { return w.Decisions.Title }

func (s *whyScreen) Bindings(w *words.Words) []Binding {
	bs := s.chooseBindings(w, len(s.data.Else), w.Decisions.Do, w.Decisions.PickOne)
	for n := range min(len(s.data.Else), 9) {
		bs = append(bs, Binding{Intent: IntentDigit(n + 1), Words: w.Keys.Number, Quiet: true})
	}
	bs = append(bs, viewBindings(w, IntentWhy, IntentMap)...)
	return withMoves(bs, partBindings(w))
}

func (s *whyScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	if m, ok := msg.(IntentMsg); ok {
		return s.act(env, m.Intent, s.sheet(env))
	}
	return s.take(env, msg, Session.Decision)
}

func (s *whyScreen) View(env Env) Frame { return s.frameOf(env, s.sheet(env)) }

func (s *whyScreen) sheet(env Env) *sheet {
	out := &sheet{chosen: s.at}
	if !s.known {
		return out
	}
	th, w, d, width := env.Theme, env.Words.Decisions, &s.data, env.Measure()
	out.para(th.Title, shownTitle(env.Words.CourseTitle(d.Title)), width)
	if len(d.Why) == 0 {
		out.para(th.Text, w.None, width)
	} else {
		out.para(th.Info, env.Words.Why(plainReason(d.Why[0])), width)
		out.para(th.Dim, w.By[d.Source], width)
		for _, r := range d.Why[1:] {
			out.note(th.Info, env.Words.Why(plainReason(r)), width)
		}
	}
	s.numbers(env, out)
	if d.Over != nil {
		out.head(env, w.Over)
		out.note(th.Text, titled(env, d.Over.Title, *d.Over), width)
	}
	s.whatIf(env, out)
	s.others(env, out)
	return out
}

// numbers draws the skills that it rests on, and what moved them.
func (s *whyScreen) numbers(env Env, out *sheet) {
	if len(s.data.Figures) == 0 {
		return
	}
	out.head(env, env.Words.Decisions.Numbers)
	const most = 5
	for _, f := range s.data.Figures {
		out.add(skillLine(env, f.SkillState))
		traceLines(env, out, f.Traces, most)
	}
}

// whatIf says what an answer would do to each skill.
func (s *whyScreen) whatIf(env Env, out *sheet) {
	w := env.Words.Decisions
	if len(s.data.IfRight)+len(s.data.IfWrong) == 0 {
		return
	}
	out.head(env, w.IfHeading)
	out.add(moveLines(env, w.IfRight, s.data.IfRight)...)
	out.add(moveLines(env, w.IfWrong, s.data.IfWrong)...)
}

// others lists what else can be done, with what it costs.
func (s *whyScreen) others(env Env, out *sheet) {
	w := env.Words.Decisions
	if len(s.data.Else) == 0 {
		return
	}
	out.head(env, w.Else)
	for n, a := range s.data.Else {
		title := string(a.Kind)
		if said := w.ElseKinds[a.Kind]; said != nil {
			title = said(shownTitle(a.Title))
		}
		var cost []string
		if a.Cost != nil {
			cost = append(cost, env.Words.Why(plainReason(*a.Cost)))
		}
		if a.Builds > 0 {
			cost = append(cost, w.Builds(a.Builds))
		}
		does := func() tea.Cmd { return do(a.Action) }
		if a.Kind == learn.ElseRest {
			does = func() tea.Cmd { return rest(env) }
		}
		out.choice(env, w.Do, does, n+1, title, strings.TrimSpace(strings.Join(cost, " ")))
	}
}

// skillLine draws a skill as a bar with its line. Where the window is narrow
// the bar gives way to the title.
func skillLine(env Env, k learn.SkillState) string {
	text := env.Words.Decisions.To(words.Percent(k.Mastery))
	if k.Answers == 0 && k.Mastery == 0 {
		text = env.Words.Outline.NoAnswers
	}
	line := ", " + env.Words.Decisions.Line(words.Percent(k.Line))
	if half := (env.Measure() - ansi.StringWidth(text+line)) / 2; k.Line > 0 && ansi.StringWidth(shownTitle(k.Skill.Title)) <= half-2 {
		text += line
	}
	bars := chart.Bars{Max: 1, Line: k.Line, Rows: []chart.Bar{{Label: shownTitle(k.Skill.Title), Text: text, Value: k.Mastery}}}
	return strings.Join(bars.Draw(env.Measure(), 1, env.Theme.Chart()), "")
}

// moveLines says what an answer does, a line for each skill.
func moveLines(env Env, answer string, moves []learn.SkillMove) []string {
	th, w := env.Theme, env.Words.Decisions
	var rows []string
	for i, m := range moves {
		label := strings.Repeat(" ", ansi.StringWidth(answer))
		if i == 0 {
			label = answer
		}
		said := w.Change(words.Percent(m.Before), words.Percent(m.After))
		switch {
		case m.Now:
			said += ", " + w.Known
		case m.Left > 0 && m.After > m.Before:
			said += ", " + w.Left(m.Left)
		}
		lead := "  " + th.Strong.Render(label) + "  "
		title := shownTitle(m.Skill.Title)
		if env.Measure() < 60 {
			rows = append(rows, lead+th.Text.Render(title))
			rows = append(rows, indent(indent(wrapStyled(th.Dim, said, env.Measure()-4)))...)
			continue
		}
		rows = append(rows, lead+th.Text.Render(title)+"  "+th.Dim.Render(said))
	}
	return rows
}

// traceLines lists what moved a skill, the newest last, at most so many.
func traceLines(env Env, out *sheet, traces []learn.Trace, most int) {
	th, w := env.Theme, env.Words.Decisions
	if len(traces) == 0 {
		out.note(th.Dim, w.NoTraces, env.Measure())
		return
	}
	if n := len(traces) - most; n > 0 {
		out.note(th.Dim, w.Traces(n), env.Measure())
		traces = traces[n:]
	}
	for _, t := range traces {
		said := env.Words.Trace(t)
		points := w.Points(t.Points)
		if t.Points == 0 {
			points = ""
		}
		right := pad("", 5-len(points)) + points + "  " + pad("", 4-ansi.StringWidth(w.To(words.Percent(t.Mastery)))) + w.To(words.Percent(t.Mastery))
		left := said
		if title := shownTitle(t.Title); title != "" && env.Measure() >= 60 {
			left += "  " + textsafe.Line(title)
		}
		out.add(spread(th, "  "+th.Dim.Render(left), th.Text.Render(right), env.Measure()))
	}
}
