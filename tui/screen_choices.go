package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// choicesScreen shows what the learner chose, such as goal and pace, and
// changes it. One choice is open at a time, with the widget that asked first.
type choicesScreen struct {
	asked []learn.Asking
	known bool // asked came
	rows
	open  widget.Input // nil: the list is shown
	prose markdown
	scroll
	notice string // what is missing before the open choice can be saved
}

// chosen is what the screen asks the session for.
type chosen struct{ asked []learn.Asking }

func newChoices() *choicesScreen { return &choicesScreen{} }

func (s *choicesScreen) Title(w *words.Words) string { return w.Choices.Title }

func (s *choicesScreen) Captures() bool { return s.open != nil && s.open.Captures() }

func (s *choicesScreen) Bindings(w *words.Words) []Binding {
	if s.open == nil {
		change := Binding{Intent: IntentEnter, Words: w.Keys.Change}
		if len(s.asked) == 0 {
			change.Disabled = w.Choices.NoChange
		}
		return append([]Binding{change}, moving(w)...)
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
	return bs
}

func (s *choicesScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case ShowMsg:
		return s.ask(env)
	case StepMsg:
		if msg.Err == nil {
			return s.ask(env)
		}
	case chosen:
		s.asked, s.known = msg.asked, true
	case tea.KeyPressMsg:
		if s.notice = ""; s.open != nil {
			s.open.Key(msg)
		}
	case tea.PasteMsg:
		if s.open != nil {
			s.open.Paste(msg.Content)
		}
	case IntentMsg:
		s.notice = ""
		cmd = s.intent(env, msg.Intent)
	}
	s.rows.settle(len(s.asked), s.height(env), always)
	if s.open != nil {
		s.scroll.settle(s.body(env), env.H)
	}
	return cmd
}

func (s *choicesScreen) ask(env Env) tea.Cmd {
	return func() tea.Msg {
		return ReadMsg{Screen: env.ID, Read: func(l Session) tea.Msg { return chosen{l.Choices()} }}
	}
}

func (s *choicesScreen) intent(env Env, i Intent) tea.Cmd {
	switch {
	case s.open == nil && i == IntentEnter && s.rows.at < len(s.asked):
		s.open, s.scroll = askInput(s.asked[s.rows.at]), scroll{}
	case s.open == nil:
		s.move(i, len(s.asked), s.height(env), always)
	case i == IntentBack:
		s.open = nil
	case i == IntentEnter || i == IntentSend:
		return s.save(env)
	default:
		s.open.Intent(widget.Intent(i), env.Measure())
	}
	return nil
}

// save keeps the open choice. Nothing is saved that did not change.
func (s *choicesScreen) save(env Env) tea.Cmd {
	if ready, missing := s.open.Ready(&env.Words.Answers); !ready {
		s.notice = missing
		return nil
	}
	was, answer := s.asked[s.rows.at], s.open.Answer()
	s.open = nil
	if answer.Text == was.Current.Text && slices.Equal(answer.Items, was.Current.Items) {
		return nil
	}
	return do(learn.Set{ID: was.Ask.ID, Answer: answer})
}

// height is how many choices are in sight below the intro.
func (s *choicesScreen) height(env Env) int { return max(env.H-len(intro(env)), 1) }

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
	if s.known && len(s.asked) == 0 {
		lines = append(lines, th.Text.Render(fit(th, w.None, env.W)))
	}
	var cursor *tea.Cursor
	first := s.rows.from(len(s.asked), s.height(env))
	for i := first; i < min(first+s.height(env), len(s.asked)); i++ {
		pointer, style := "  ", th.Text
		if i == s.rows.at {
			pointer, style = th.Accent.Render(th.Mark.Cursor)+" ", th.Accent
			cursor = tea.NewCursor(0, len(lines))
		}
		lines = append(lines, pointer+s.line(env, s.asked[i], style))
	}
	return Frame{Text: strings.Join(lines, "\n"), Cursor: cursor}
}

// line shows a choice and its present answer. The answer keeps its room, and
// the question gives way.
func (s *choicesScreen) line(env Env, a learn.Asking, style interface{ Render(...string) string }) string {
	th := env.Theme
	answer := said(env, a)
	w := env.Measure() - 2
	answer = fit(th, answer, w/2)
	ink := th.Info
	if len(a.Current.Items) == 0 && a.Current.Text == "" {
		ink = th.Dim
	}
	return spread(th, style.Render(s.prose.inline(env, a.Ask.Prompt)), ink.Render(answer), w)
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
	for _, opt := range a.Ask.Options {
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
	ask, th, t := s.asked[s.rows.at].Ask, env.Theme, env.Words.Flow.Ask
	how := t.One
	switch {
	case len(ask.Options) == 0:
		how = t.Text
	case ask.Many:
		how = t.Many
	}
	b := &body{}
	b.add(s.prose.heading(env, ask.Prompt, env.Measure())...)
	b.para(th.Dim, how, env.Measure())
	b.gap()
	b.input(s.open.View(env.Measure(), s.prose.style(env)))
	b.para(th.Warn, s.notice, env.Measure())
	return b
}

// always lets every row be selected.
func always(int) bool { return true }
