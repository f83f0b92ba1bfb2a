package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// typed is typing the answer: one line for a question, several for a
// reflection. A long line breaks and stays in sight as a whole.
type typed struct {
	field
	prompt string // in front of the text, such as "$"
	away   bool   // the field was left: letters are keys again
	number bool   // a number is asked for
	unit   string // what the number counts; may be empty
}

func newTyped(f *course.Typed) *typed {
	t := &typed{prompt: ">"}
	if len(f.Answers) > 0 && f.Answers[0].Kind == course.AnswerShell {
		t.prompt = "$"
	}
	return t
}

// NewText returns an Input for text of several lines, such as a reflection.
func NewText() Input {
	return &typed{field: field{many: true}}
}

// NewLineOf returns an Input for one line of text of the program's own.
func NewLineOf(text string) Input {
	t := &typed{prompt: ">"}
	t.set(text)
	return t
}

func (t *typed) Intent(i Intent, width int) bool {
	if _, x, y, ok := i.Click(); ok {
		t.away = false
		t.goTo(x-t.indent(), y, t.room(width))
		return true
	}
	switch i {
	case Back:
		if t.away {
			return false
		}
		t.away = true
	case Next:
		if !t.away {
			return false
		}
		t.away = false
	case NewLine:
		if !t.many || t.away {
			return false
		}
		t.insert("\n")
	case Up:
		return !t.away && t.vertical(-1, t.room(width))
	case Down:
		return !t.away && t.vertical(1, t.room(width))
	case Undo, Redo:
		return t.turn(i)
	default:
		return !t.away && t.intent(i)
	}
	return true
}

func (t *typed) Key(k tea.KeyPressMsg) bool { return !t.away && t.key(k) }

func (t *typed) Paste(text string) bool {
	t.away = false
	return t.insert(text)
}

func (t *typed) Captures() bool { return !t.away }

func (t *typed) Text() (string, bool) { return t.text, true }

func (t *typed) Replace(text string) bool { return t.replace(text) }

func (t *typed) Answer() course.Answer {
	return course.Answer{Text: strings.TrimSpace(t.text)}
}

func (t *typed) Ready(w *words.Answers) (bool, string) {
	text := strings.TrimSpace(t.text)
	if text == "" {
		return false, w.TypeFirst
	}
	if t.number && !hasDigit(text) {
		return false, w.NeedsNumber
	}
	return true, ""
}

func (t *typed) Restore(a course.Answer) { t.set(a.Text) }

// room is the width of the text itself.
func (t *typed) room(width int) int { return max(width-t.indent(), 1) }

// indent is the room of what stands before the text.
func (t *typed) indent() int {
	if t.many {
		return 2
	}
	return ansi.StringWidth(t.prompt) + 1
}

func (t *typed) View(width int, st Style) View {
	r := rows{width: width, st: st}
	spans, at := t.lay(t.room(width))
	for i, s := range spans {
		before := strings.Repeat(" ", t.indent())
		switch {
		case t.many:
			before = st.label(st.Mark.Quote, !t.away) + " "
		case i == 0:
			before = st.label(t.prompt, !t.away) + " "
		}
		r.add(before + st.Text.Render(strings.TrimRight(t.text[s.a:s.b], "\n")))
	}
	r.Spots = []Spot{{W: width, H: len(r.Lines)}}
	r.From, r.To = at.Y, at.Y+1
	if !t.away {
		r.Cursor = &Point{X: min(t.indent()+at.X, width-1), Y: at.Y}
	}
	if t.number {
		r.add("")
		r.add(hang("  ", st.words(st.Dim, st.Say.NumberHelp(t.unit), width-2))...)
		r.To = len(r.Lines)
	}
	return r.View
}

func (t *typed) Digits() int { return 0 }

func (t *typed) Bindings(w *words.Answers) []Binding {
	b := []Binding{{Intent: Enter, Words: w.Check}}
	if t.many {
		b[0].Words = w.Done
	}
	switch {
	case t.away:
		b = append(b, Binding{Intent: Next, Words: w.TypeAgain})
	case t.many:
		b = append(b,
			Binding{Intent: NewLine, Words: w.NewLine},
			Binding{Intent: Up, Words: w.Move, Quiet: true},
			Binding{Intent: Down, Words: w.Move, Quiet: true},
			Binding{Intent: Back, Words: w.LeaveField})
	default:
		b = append(b, Binding{Intent: Back, Words: w.LeaveField})
	}
	return b
}

// typed marks the answer as a whole and, where it may be shown, gives the one
// the author wrote.
func (m *marked) typed(f *course.Typed) {
	prompt := ""
	if len(f.Answers) > 0 && f.Answers[0].Kind == course.AnswerShell {
		prompt = m.st.Dim.Render("$") + " "
	}
	if !m.empty() {
		m.behind(m.outcome()+" "+prompt, m.given(m.Answer.Text))
	}
	if m.Reveal && m.Solution.Text != "" && m.Verdict.Outcome != course.Right {
		if !m.empty() {
			m.title(m.st.Say.RightText)
		}
		m.behind(m.st.verdict(true)+" "+prompt, m.st.Text.Render(textsafe.Line(m.Solution.Text)))
	}
}
