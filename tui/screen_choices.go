package tui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// choicesScreen shows what the learner chose, such as goal, pace and days, and
// changes it. One choice is open at a time, with the widget that asked first.
type choicesScreen struct {
	list  []choice
	known bool // list came
	rows
	open  widget.Input // nil: the list is shown
	sent  widget.Input // saved, until it is known that it was
	prose markdown
	scroll
	notice string // what is missing before the open choice can be saved
}

// choice is one line of the list: a heading, or one of what the course asks and
// how the program goes about it.
type choice struct {
	heading string
	asked   *learn.Asking
	setting *learn.Setting
}

// chosen is what the screen asks the session for.
type chosen struct {
	asked    []learn.Asking
	settings []learn.Setting
}

func newChoices() *choicesScreen { return &choicesScreen{} }

func (s *choicesScreen) Title(w *words.Words) string { return w.Choices.Title }

func (s *choicesScreen) Captures() bool { return s.open != nil && s.open.Captures() }

func (s *choicesScreen) Bindings(w *words.Words) []Binding {
	if s.open == nil {
		change := Binding{Intent: IntentEnter, Words: w.Keys.Change}
		if len(s.list) == 0 {
			change.Disabled = w.Choices.NoChange
		}
		bs := append([]Binding{change}, viewBindings(w, IntentChoices, IntentPlan)...)
		return append(bs, moving(w)...)
	}
	bs := inputBindings(s.open, w)
	for i := range bs {
		switch bs[i].Intent {
		case IntentEnter:
			bs[i].Words = w.Keys.Save
		case IntentBack:
			bs[i].Words = w.Keys.Keep
		}
	}
	if !binds(bs, IntentBack) {
		bs = append(bs, Binding{Intent: IntentBack, Words: w.Keys.Keep})
	}
	return append(bs, changeBindings(s.open, w)...)
}

func (s *choicesScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case ShowMsg:
		return s.ask(env)
	case StepMsg:
		if msg.Err == nil {
			s.sent = nil
			return s.ask(env)
		}
		s.refused(env, msg.Err)
	case chosen:
		s.take(env, msg)
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		if s.notice = ""; s.open != nil {
			s.notice = write(env, s.open, msg)
		}
	case IntentMsg:
		s.notice = ""
		cmd = s.intent(env, msg.Intent)
	}
	s.rows.settle(len(s.list), s.height(env), s.can)
	if s.open != nil {
		s.scroll.settle(s.body(env), env.H)
	}
	return cmd
}

func (s *choicesScreen) ask(env Env) tea.Cmd {
	return func() tea.Msg {
		return ReadMsg{Screen: env.ID, Read: func(l Session) tea.Msg { return chosen{l.Choices(), l.Settings()} }}
	}
}

// take lays the choices out: what the course asks, then how the program goes
// about it.
func (s *choicesScreen) take(env Env, msg chosen) {
	s.list, s.known = nil, true
	headings := len(msg.asked) > 0 && len(msg.settings) > 0
	if headings {
		s.list = append(s.list, choice{heading: env.Words.Choices.Course})
	}
	for i := range msg.asked {
		s.list = append(s.list, choice{asked: &msg.asked[i]})
	}
	if headings {
		s.list = append(s.list, choice{}, choice{heading: env.Words.Choices.Program})
	}
	for i := range msg.settings {
		s.list = append(s.list, choice{setting: &msg.settings[i]})
	}
}

// can says which lines can be selected.
func (s *choicesScreen) can(i int) bool { return s.list[i].asked != nil || s.list[i].setting != nil }

// refused opens a choice again that was not taken as it was given.
func (s *choicesScreen) refused(env Env, err error) {
	if s.sent != nil && errors.Is(err, course.ErrForm) {
		s.open, s.notice = s.sent, env.Words.Choices.Refused(env.Words.Lacks(err))
	}
	s.sent = nil
}

func (s *choicesScreen) intent(env Env, i Intent) tea.Cmd {
	switch {
	case s.open == nil && i == IntentEnter && s.rows.at < len(s.list):
		s.open, s.scroll = s.list[s.rows.at].input(env.Words), scroll{}
	case s.open == nil:
		s.move(i, len(s.list), s.height(env), s.can)
		return toView(i)
	case i == IntentBack:
		s.open = nil
	case i == IntentEnter || i == IntentSend:
		return s.save(env)
	default:
		s.open.Intent(widget.Intent(i), env.Measure())
	}
	return nil
}

// input is where a choice is changed.
func (c choice) input(w *words.Words) widget.Input {
	if c.setting != nil {
		return settingInput(*c.setting, w)
	}
	return askInput(*c.asked, w)
}

// save keeps the open choice. Nothing is saved that did not change.
func (s *choicesScreen) save(env Env) tea.Cmd {
	c := s.list[s.rows.at]
	var id string
	var was course.Answer
	answer := s.open.Answer()
	if c.setting != nil {
		id, was = string(c.setting.ID), c.setting.Current
		answer, s.notice = settingAnswer(*c.setting, s.open, env.Words)
	} else {
		id, was = c.asked.Ask.ID, c.asked.Current
		_, s.notice = s.open.Ready(&env.Words.Answers)
	}
	if s.notice != "" {
		return nil
	}
	s.sent, s.open = s.open, nil
	if answer.Text == was.Text && slices.Equal(answer.Items, was.Items) {
		return nil
	}
	return do(learn.Set{ID: id, Answer: answer})
}

// height is how many lines of the list are in sight below the intro.
func (s *choicesScreen) height(env Env) int {
	return max(env.H-len(intro(env))-s.detailHeight(env), 1)
}

// detailHeight is how many lines below the list say the chosen row in full.
func (s *choicesScreen) detailHeight(env Env) int {
	if env.H < 14 {
		return 0
	}
	return 3
}

// detail says the chosen row in full, where its line does not.
func (s *choicesScreen) detail(env Env) []string {
	h := s.detailHeight(env)
	if h == 0 || s.rows.at >= len(s.list) || !s.can(s.rows.at) {
		return nil
	}
	title, answer, _ := s.parts(env, s.list[s.rows.at])
	if ansi.StringWidth(title)+2+ansi.StringWidth(answer) <= env.Measure()-2 {
		return nil
	}
	lines := append([]string{""}, wrapStyled(env.Theme.Dim, ansi.Strip(title)+"  "+answer, env.Measure())...)
	return lines[:min(len(lines), h)]
}

// intro is shown above the list where there is room.
func intro(env Env) []string {
	if env.H < 12 {
		return nil
	}
	return append(wrapStyled(env.Theme.Dim, env.Words.Choices.Intro, env.Measure()), "")
}

func (s *choicesScreen) View(env Env) Frame {
	if s.open != nil {
		return s.scroll.draw(env, s.body(env), env.H)
	}
	th, w := env.Theme, env.Words.Choices
	lines := intro(env)
	if s.known && len(s.list) == 0 {
		lines = append(lines, th.Text.Render(fit(th, w.None, env.W)))
	}
	var cursor *tea.Cursor
	var spots []Spot
	h := s.height(env)
	first := s.rows.from(len(s.list), h)
	for i := first; i < min(first+h, len(s.list)); i++ {
		pointer, style := "  ", th.Text
		if s.can(i) {
			spots = append(spots, rowSpot(i, len(lines), len(lines)+1, env.W, i == s.rows.at))
		}
		if i == s.rows.at && s.can(i) {
			pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
			cursor = tea.NewCursor(0, len(lines))
		}
		switch c := s.list[i]; {
		case c.asked != nil || c.setting != nil:
			lines = append(lines, chosenRow(env, i == s.rows.at, pointer+s.line(env, c, style)))
		default:
			lines = append(lines, th.Heading.Render(fit(th, c.heading, env.W)))
		}
	}
	for len(lines) < env.H-s.detailHeight(env) {
		lines = append(lines, "")
	}
	lines = append(lines, s.detail(env)...)
	return Frame{Text: strings.Join(lines, "\n"), Cursor: cursor, Spots: spots, Sight: sight(first, h, len(s.list))}
}

// line shows a choice and its present answer. The answer keeps its room, and
// the question gives way.
func (s *choicesScreen) line(env Env, c choice, style interface{ Render(...string) string }) string {
	title, answer, ink := s.parts(env, c)
	w := env.Measure() - 2
	return spread(env.Theme, style.Render(title), ink.Render(fit(env.Theme, answer, w/2)), w)
}

// parts is a choice, its present answer, and how that is drawn.
func (s *choicesScreen) parts(env Env, c choice) (title, answer string, ink lipgloss.Style) {
	th := env.Theme
	ink = th.Info
	if c.setting != nil {
		title, answer = env.Words.Setting(c.setting.ID).Title, settingSaid(*c.setting, env.Words)
		if c.setting.Usual || settingEmpty(*c.setting) {
			ink = th.Dim
		}
		return title, answer, ink
	}
	title, answer = s.prose.inline(env, env.Words.Ask(c.asked.Ask).Prompt), said(env, *c.asked)
	if len(c.asked.Current.Items) == 0 && c.asked.Current.Text == "" {
		ink = th.Dim
	}
	return title, answer, ink
}

// said puts the present answer into words.
func said(env Env, a learn.Asking) string {
	w := env.Words.Choices
	if len(a.Ask.Options) == 0 {
		if a.Current.Text == "" {
			return w.NotSaid
		}
		return textsafe.Line(a.Current.Text)
	}
	var titles []string
	for _, opt := range env.Words.Ask(a.Ask).Options {
		if slices.Contains(a.Current.Items, opt.ID) {
			titles = append(titles, plainText(opt.Title))
		}
	}
	if len(titles) == 0 {
		return w.NotSaid
	}
	return strings.Join(titles, ", ")
}

// body draws the open choice: the question and where it is answered.
func (s *choicesScreen) body(env Env) *body {
	th, t := env.Theme, env.Words.Flow.Ask
	b := &body{}
	if c := s.list[s.rows.at]; c.setting != nil {
		settingBody(env, b, *c.setting, s.open, s.prose.style(env))
		b.para(th.Warn, s.notice, env.Measure())
		return b
	}
	ask := env.Words.Ask(s.list[s.rows.at].asked.Ask)
	how := t.One
	switch {
	case len(ask.Options) == 0:
		how = t.Text
	case ask.Many:
		how = t.Many
	}
	b.add(s.prose.heading(env, ask.Prompt, env.Measure())...)
	b.para(th.Dim, how, env.Measure())
	if ask.ID == course.AskWay {
		b.para(th.Dim, env.Words.Choices.Way, env.Measure())
	}
	b.gap()
	b.input(s.open.View(env.Measure(), s.prose.style(env)))
	b.para(th.Warn, s.notice, env.Measure())
	return b
}
