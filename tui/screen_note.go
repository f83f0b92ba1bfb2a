package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/widget"
	"github.com/cairn-learn/cairn/tui/words"
)

// noteScreen is where a note is written, or changed: a field over the page that
// it is about.
type noteScreen struct {
	note  learn.Note // an id: it is changed
	here  bool       // it is about where the learner is
	input widget.Input
	asked bool // leaving would drop what was typed, and this was said
	said  string
	prose markdown
}

// noteSpot is the place of a note, as the session knows it.
type noteSpot struct{ spot learn.Spot }

func newNote(n learn.Note, here bool) *noteScreen {
	s := &noteScreen{note: n, here: here, input: widget.NewText()}
	s.input.Restore(course.Answer{Text: n.Text})
	return s
}

func (s *noteScreen) Title(w *words.Words) string {
	if s.note.ID != "" {
		return w.Finding.Edit
	}
	return w.Finding.Note(spotName(Env{Words: w}, s.note.Spot))
}

// Captures reports that letters are text.
func (s *noteScreen) Captures() bool { return true }

// Writing is the text, to be written in an editor.
func (s *noteScreen) Writing() (string, bool) { return s.input.Answer().Text, true }

func (s *noteScreen) Bindings(w *words.Words) []Binding {
	return []Binding{
		{Intent: IntentEnter, Words: w.Finding.KeySave},
		{Intent: IntentSend, Words: w.Finding.KeySave, Quiet: true},
		{Intent: IntentNewLine, Words: w.Answers.NewLine},
		{Intent: IntentBack, Words: w.Keys.Back},
		{Intent: IntentEditor, Words: w.Hands.Editor, Quiet: true},
		{Intent: IntentUp, Words: w.Keys.Up, Quiet: true},
		{Intent: IntentDown, Words: w.Keys.Down, Quiet: true},
	}
}

func (s *noteScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case ShowMsg:
		return func() tea.Msg { return ReadMsg{Screen: env.ID, Read: s.read} }
	case noteSpot:
		s.note.Spot = msg.spot
	case StepMsg:
		if msg.Err != nil {
			s.said = env.Words.Failed(msg.Err)
			return nil
		}
		return tea.Sequence(func() tea.Msg { return BackMsg{} }, toast(env.Words.Finding.Saved))
	case tea.KeyPressMsg:
		s.asked, s.said = false, ""
		s.input.Key(msg)
	case WrittenMsg:
		s.input.Restore(course.Answer{Text: msg.Text})
	case tea.PasteMsg:
		s.asked, s.said = false, ""
		s.input.Paste(msg.Content)
	case IntentMsg:
		return s.intent(env, msg.Intent)
	}
	return nil
}

// read asks the session for the place.
func (s *noteScreen) read(l Session) tea.Msg {
	if s.here {
		return noteSpot{l.Here()}
	}
	return noteSpot{l.SpotOf(s.note.Spot.ID)}
}

func (s *noteScreen) intent(env Env, i Intent) tea.Cmd {
	text := s.input.Answer().Text
	s.said = ""
	switch {
	case i == IntentEnter || i == IntentSend:
		if text == "" {
			s.said = env.Words.Answers.TypeFirst
			return nil
		}
		if s.note.ID != "" {
			return do(learn.EditNote{ID: s.note.ID, Text: text})
		}
		return do(learn.AddNote{Place: s.note.Spot.ID, Text: text})
	case i == IntentBack:
		if text == s.note.Text || s.asked {
			return func() tea.Msg { return BackMsg{} }
		}
		s.asked, s.said = true, env.Words.Finding.Sure
	default:
		s.asked = false
		s.input.Intent(widget.Intent(i), env.Measure())
	}
	return nil
}

func (s *noteScreen) View(env Env) Frame {
	th := env.Theme
	b := &body{}
	if s.note.ID == "" {
		for _, n := range env.Beside.Notes {
			for _, line := range wrap(textsafe.Text(n.Text), env.Measure()-2) {
				b.add(th.Dim.Render(th.Mark.Quote + " " + line))
			}
		}
		b.gap()
	}
	b.input(s.input.View(env.Measure(), s.prose.style(env)))
	if s.said != "" {
		b.gap()
		b.para(th.Warn, s.said, env.Measure())
	}
	return scroll{}.draw(env, b, env.H)
}
