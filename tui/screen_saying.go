package tui

import (
	"maps"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// saying asks what the learner saw, one check after the other, over the page of
// the task. Who goes back before the end is not asked for the rest.
type saying struct {
	screen int // that asked
	task   *course.Task
	open   []int // the checks that are left, by their place
	said   map[int]string
	values map[string]string // what was captured before
	any    bool              // something was said here
	field  widget.Input      // of a check that takes what is written; nil: yes or no
	pick   picker
	prose  markdown
	scroll scroll
}

func newSaying(screen int, t *course.Task, open []int, before map[int]string, values map[string]string) *saying {
	s := &saying{screen: screen, task: t, open: open, said: map[int]string{}, values: t.Shown(values)}
	maps.Copy(s.said, before)
	s.next()
	return s
}

// next puts the next one.
func (s *saying) next() {
	s.field, s.pick = nil, picker{}
	if len(s.open) > 0 && check.Written(s.check()) {
		s.field = widget.NewText()
	}
}

func (s *saying) check() course.Check { return s.task.Checks[s.open[0]] }

func (s *saying) Title(w *words.Words) string { return w.Practice.SaySeen }

// Captures reports whether letters are text.
func (s *saying) Captures() bool { return s.field != nil }

// Writing is what was seen, as it is written so far.
func (s *saying) Writing() (string, bool) { return writing(s.field) }

func (s *saying) Bindings(w *words.Words) []Binding {
	back := Binding{Intent: IntentBack, Words: w.Keys.Back}
	if s.field == nil {
		return withScroll(append(s.pick.bindings(w), back), w)
	}
	bs := []Binding{
		{Intent: IntentEnter, Words: w.Flow.GoOn},
		{Intent: IntentSend, Words: w.Flow.GoOn, Quiet: true},
		{Intent: IntentNewLine, Words: w.Answers.NewLine, Quiet: true}, back,
	}
	return append(bs, changeBindings(s.field, w)...)
}

func (s *saying) Update(env Env, msg tea.Msg) tea.Cmd {
	s.offer(env)
	defer s.offer(env)
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		if s.field != nil {
			if notice := write(env, s.field, msg); notice != "" {
				return toast(notice)
			}
		}
	case IntentMsg:
		return s.intent(env, msg.Intent)
	}
	return nil
}

// offer puts yes and no.
func (s *saying) offer(env Env) {
	if s.field == nil {
		s.pick.offer(widget.Choice{Value: consentYes, Text: env.Words.Practice.Yes}, widget.Choice{Value: consentNo, Text: env.Words.Practice.No})
	}
}

func (s *saying) intent(env Env, i Intent) tea.Cmd {
	switch {
	case i == IntentBack && s.any:
		return s.tell(true)
	case i == IntentBack:
		return func() tea.Msg { return BackMsg{} }
	case i == IntentEnter || i == IntentSend:
		return s.enter(env)
	case s.field != nil:
		s.field.Intent(widget.Intent(i), env.Measure())
	case s.pick.intent(i, env.Measure()):
	default:
		s.scroll.intent(i, s.body(env), env.H)
	}
	return nil
}

// enter takes what was said, and goes on to the next or back to the page.
func (s *saying) enter(env Env) tea.Cmd {
	switch {
	case s.field == nil && s.pick.value() == "":
		return toast(env.Words.Flow.Task.PickOne)
	case s.field == nil:
		s.said[s.open[0]] = saidTo(s.pick.value() == consentYes)
	default:
		text := strings.TrimSpace(s.field.Answer().Text)
		if text == "" {
			return toast(env.Words.Answers.TypeFirst)
		}
		s.said[s.open[0]] = text
	}
	s.any = true
	if s.open = s.open[1:]; len(s.open) > 0 {
		s.next()
		return nil
	}
	return s.tell(false)
}

// tell hands what was said to the page, which tries it.
func (s *saying) tell(left bool) tea.Cmd {
	done := saidMsg{s.task, s.said, left}
	return func() tea.Msg {
		return ReturnMsg{Then: func() tea.Msg { return ForMsg{Screen: s.screen, Msg: done} }}
	}
}

func (s *saying) View(env Env) Frame { return s.scroll.draw(env, s.body(env), env.H) }

func (s *saying) body(env Env) *body {
	b, width := &body{}, env.Measure()
	if len(s.open) == 0 {
		return b
	}
	b.add(s.prose.lines(env, course.FillIn(s.check().What, s.values), width)...)
	b.gap()
	if s.field != nil {
		b.input(s.field.View(width, s.prose.style(env)))
	} else {
		b.input(s.pick.view(width, s.prose.style(env)))
	}
	return b
}
