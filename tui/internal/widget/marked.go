package widget

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Marked draws a question as it was answered: each part with a mark and a
// colour, what was given, and what is right where it may be shown. It says
// nothing about parts that would give away an answer still asked for.
func Marked(fb learn.Feedback, width int, st Style) []string {
	m := marked{Feedback: fb, st: st, rows: rows{width: width, st: st}}
	switch f := fb.Question.Form.(type) {
	case *course.Options:
		m.options(f)
	case *course.Typed:
		m.typed(f)
	case *course.Order:
		m.order(f)
	case *course.Match:
		m.match(f)
	case *course.Blanks:
		m.blanks(f)
	}
	return m.Lines
}

// marked is a marked question while it is drawn.
type marked struct {
	learn.Feedback
	rows
	st Style
}

// outcome is the mark of the answer as a whole.
func (m *marked) outcome() string {
	switch m.Verdict.Outcome {
	case course.Close, course.Spelling:
		return m.st.Warn.Render(m.st.Mark.Close)
	case course.Right:
		return m.st.verdict(true)
	case course.Wrong:
	}
	return m.st.verdict(false)
}

// part returns the verdict on the n-th part.
func (m *marked) part(n int) course.Part {
	if n < len(m.Verdict.Parts) {
		return m.Verdict.Parts[n]
	}
	return course.Part{}
}

// mark is the mark of one part.
func (m *marked) mark(p course.Part) string {
	if p.Spelling {
		return m.st.Warn.Render(m.st.Mark.Close)
	}
	return m.st.verdict(p.OK)
}

// title adds a line of the program's own in front of what follows.
func (m *marked) title(s string) {
	if len(m.Lines) > 0 {
		m.add("")
	}
	m.add(m.st.words(m.st.Dim, s, m.width)...)
}

// empty reports whether the learner gave no answer at all.
func (m *marked) empty() bool {
	return m.Answer.Text == "" && len(m.Answer.Items) == 0
}

// given is what the learner typed, safe to show, or a word for nothing.
func (m *marked) given(text string) string {
	if strings.TrimSpace(text) == "" {
		return m.st.Dim.Render(m.st.Say.Nothing)
	}
	return m.st.Text.Render(textsafe.Line(text))
}

// behind hangs text behind a prefix.
func (m *marked) behind(prefix, text string) {
	m.add(hang(prefix, m.st.Wrap(text, max(m.width-ansi.StringWidth(prefix), 1)))...)
}
