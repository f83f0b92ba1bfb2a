package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// screenFor returns the page for a kind of step.
func screenFor(step learn.Step) Screen { return &stepScreen{step: step} }

// stepScreen shows why a step is met and goes on from it.
type stepScreen struct{ step learn.Step }

func (s *stepScreen) Title(w *words.Words) string { return w.Keys.Continue }

func (s *stepScreen) Bindings(w *words.Words) []Binding {
	return []Binding{
		{Intent: IntentEnter, Words: w.Keys.Continue},
		{Intent: IntentOutline, Words: w.Keys.Outline},
		{Intent: IntentChoices, Words: w.Keys.Choices},
	}
}

func (s *stepScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case StepMsg:
		s.step = msg.Step
	case IntentMsg:
		return func() tea.Msg {
			switch msg.Intent {
			case IntentOutline:
				return GoMsg{To: RouteOutline}
			case IntentChoices:
				return GoMsg{To: RouteChoices}
			}
			return DoMsg{Action: learn.Continue{}}
		}
	}
	return nil
}

func (s *stepScreen) View(env Env) Frame {
	return Frame{Text: env.Theme.Info.Render(fit(env.Theme, env.Words.Why(s.step.At().Why), env.W))}
}
