package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// stateScreen is the line in which the author of a course says as whom to preview
// it.
type stateScreen struct {
	line   widget.Input
	prose  markdown
	wrong  string // why the state cannot be had; empty: nothing is wrong
	asking bool   // it was asked for
	as     func(string) error
}

// newState edits the state that the preview is in.
func newState(now string, as func(string) error) *stateScreen {
	return &stateScreen{line: widget.NewLineOf(now), as: as}
}

// stateMsg says what came of asking for a state.
type stateMsg struct{ err error }

func (s *stateScreen) Title(w *words.Words) string { return w.Preview.State }

// Captures reports that letters are text.
func (s *stateScreen) Captures() bool { return true }

func (s *stateScreen) Bindings(w *words.Words) []Binding {
	return []Binding{{Intent: IntentEnter, Words: w.Finding.KeyDo, Disabled: s.wrong}, {Intent: IntentBack, Words: w.Keys.Back}}
}

func (s *stateScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
		s.wrong = write(env, s.line, msg)
	case IntentMsg:
		switch msg.Intent {
		case IntentBack:
			return func() tea.Msg { return BackMsg{} }
		case IntentEnter:
			if s.asking {
				return nil
			}
			s.asking = true
			text, id, as := s.line.Answer().Text, env.ID, s.as
			return func() tea.Msg { return ForMsg{Screen: id, Msg: stateMsg{as(text)}} }
		}
	case stateMsg:
		s.asking = false
		if msg.err != nil {
			s.wrong = textsafe.Line(msg.err.Error())
			return nil
		}
		return func() tea.Msg { return ReturnMsg{Then: func() tea.Msg { return stateSetMsg{} }} }
	}
	return nil
}

func (s *stateScreen) View(env Env) Frame {
	b := &body{}
	b.input(s.line.View(env.W, s.prose.style(env)))
	b.gap()
	if s.wrong != "" {
		b.para(env.Theme.Bad, s.wrong, env.W)
	} else {
		b.para(env.Theme.Dim, env.Words.Preview.StateHow, env.W)
	}
	return scroll{}.draw(env, b, env.H)
}
