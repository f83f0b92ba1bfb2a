package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// metScreen shows a question that the learner met, with their last answer, and
// the right one and the explanation once they were told.
type metScreen struct {
	id string
	view[metRead]
	prose markdown
}

// metRead is what the page asks the session for.
type metRead struct {
	met *learn.Met // nil: it was not met
}

func newMet(id string) *metScreen { return &metScreen{id: id} }

func (s *metScreen) Title(w *words.Words) string { return w.Finding.Met }

// Place is the question.
func (s *metScreen) Place() string { return s.id }

func (s *metScreen) read(l Session) metRead {
	for _, m := range l.Met() {
		if m.Question.ID == s.id {
			return metRead{&m}
		}
	}
	return metRead{}
}

func (s *metScreen) Bindings(w *words.Words) []Binding {
	rows := 0
	if m := s.data.met; m != nil && m.Open && m.Spot.Lesson != nil {
		rows = 1
	}
	return withMoves(s.chooseBindings(w, rows, w.Keys.Open, w.Finding.NothingKept), moving(w))
}

func (s *metScreen) Update(env Env, msg tea.Msg) tea.Cmd {
	if m, ok := msg.(IntentMsg); ok {
		return s.act(env, m.Intent, s.sheet(env))
	}
	return s.take(env, msg, s.read)
}

func (s *metScreen) View(env Env) Frame { return s.frameOf(env, s.sheet(env)) }

func (s *metScreen) sheet(env Env) *sheet {
	out := &sheet{chosen: s.at}
	if !s.known {
		return out
	}
	th, w, width := env.Theme, env.Words.Finding, env.Measure()
	m := s.data.met
	if m == nil {
		out.para(th.Text, w.NotMet, width)
		return out
	}
	out.add(s.prose.heading(env, m.Question.Prompt, width)...)
	if m.Question.Body != "" {
		out.gap()
		out.add(s.prose.lines(env, m.Question.Body, width)...)
	}
	if m.Answer != nil {
		out.head(env, w.YourLast)
		said := answerLines(m.Answer.Text, m.Answer.Items)
		if m.Answer.DontKnow || len(said) == 0 {
			said = []string{env.Words.Keys.DontKnow}
		}
		for _, line := range said {
			out.note(th.Text, shownTitle(line), width)
		}
	}
	if !m.Open {
		out.gap()
		out.para(th.Dim, w.NotTold, width)
		return out
	}
	right := m.Question.Solution()
	out.head(env, w.RightOne)
	for _, line := range answerLines(right.Text, right.Items) {
		out.note(th.Good, shownTitle(line), width)
	}
	if m.Question.Why != "" {
		out.head(env, w.Because)
		out.add(indent(s.prose.lines(env, m.Question.Why, width-2))...)
	}
	if l := m.Spot.Lesson; l != nil {
		out.gap()
		out.choice(env, env.Words.Keys.Open, func() tea.Cmd { return visit(RouteReread.To("", l.ID)) }, 1, titleOf(l), "")
	}
	return out
}

// answerLines are the parts of an answer, a line for each.
func answerLines(text string, items []string) []string {
	var out []string
	for line := range strings.Lines(textsafe.Text(text)) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return append(out, items...)
}
