package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// stateScreen is the line in which the author of a course says as whom to preview
// it.
type stateScreen struct {
	line   finder
	wrong  string // why the state cannot be had; empty: nothing is wrong
	asking bool   // it was asked for
	as     func(string) error
}

// newState edits the state that the preview is in.
func newState(now string, as func(string) error) *stateScreen {
	s := &stateScreen{line: finder{typing: true}, as: as}
	s.line.add(now)
	return s
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
		s.wrong = ""
		s.line.key(msg)
		s.line.typing = true
	case IntentMsg:
		switch msg.Intent {
		case IntentBack:
			return func() tea.Msg { return BackMsg{} }
		case IntentEnter:
			if s.asking {
				return nil
			}
			s.asking = true
			text, id, as := s.line.text, env.ID, s.as
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
	th := env.Theme
	text, cut := s.line.shown(env), 0
	for len([]rune(text))-cut > max(env.W-4, 1) { // the end is where it is typed
		cut++
	}
	shown := string([]rune(text)[cut:])
	lines := []string{th.Accent.Render(th.Mark.Cursor) + " " + fit(th, shown, env.W-3), ""}
	if s.wrong != "" {
		lines = append(lines, wrapStyled(th.Bad, s.wrong, env.W)...)
	} else {
		lines = append(lines, wrapStyled(th.Dim, env.Words.Preview.StateHow, env.W)...)
	}
	return Frame{Text: joined(lines, env), Cursor: tea.NewCursor(min(ansi.StringWidth(shown)+2, env.W-1), 0)}
}
