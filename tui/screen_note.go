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
	input widget.Input
	sent  bool // it is being saved
	asked bool // leaving would drop what was typed, and this was said
	said  string
	prose markdown
}

// noteSpot is the place of a note, as the session knows it.
type noteSpot struct{ spot learn.Spot }

// newNote writes a note, or changes one. Its place is fixed from here on,
// wherever the learner goes meanwhile.
func newNote(n learn.Note) *noteScreen {
	s := &noteScreen{note: n, input: widget.NewText()}
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
		if !s.saved(msg.Action) {
			return nil
		}
		s.sent = false
		if msg.Err != nil {
			s.said = env.Words.Failed(msg.Err)
			return nil
		}
		s.note.Text = s.input.Answer().Text
		return tea.Sequence(func() tea.Msg { return BackMsg{} }, toast(env.Words.Finding.Saved))
	case tea.KeyPressMsg, tea.PasteMsg, WrittenMsg:
		if !s.sent {
			s.asked, s.said = false, ""
			if notice := write(env, s.input, msg); notice != "" {
				return toast(notice) // where it is in sight, however long the note
			}
		}
	case IntentMsg:
		if !s.sent {
			return s.intent(env, msg.Intent)
		}
	}
	return nil
}

// read asks the session for the name of the place.
func (s *noteScreen) read(l Session) tea.Msg { return noteSpot{l.SpotOf(s.note.Spot.ID)} }

// save is what keeps the note as it is written now.
func (s *noteScreen) save() learn.Action {
	text := s.input.Answer().Text
	if s.note.ID != "" {
		return learn.EditNote{ID: s.note.ID, Text: text}
	}
	return learn.AddNote{Place: s.note.Spot.ID, Text: text}
}

// saved reports whether an action was the saving of this note.
func (s *noteScreen) saved(action learn.Action) bool {
	switch action.(type) {
	case learn.AddNote, learn.EditNote:
		return action == s.save()
	}
	return false
}

// Leave saves the note, where leaving would lose something of it.
func (s *noteScreen) Leave() learn.Action {
	if text := s.input.Answer().Text; s.sent || text == "" || text == s.note.Text {
		return nil
	}
	return s.save()
}

func (s *noteScreen) intent(env Env, i Intent) tea.Cmd {
	text := s.input.Answer().Text
	s.said = ""
	switch i {
	case IntentEnter, IntentSend:
		if text == "" {
			s.said = env.Words.Answers.TypeFirst
			return nil
		}
		s.sent = true
		return do(s.save())
	case IntentBack:
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
