package widget

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui/words"
)

// several is choosing all the options that hold. Nothing is marked before the
// learner marks it.
type several struct {
	choices []Choice
	layout  []int
	at      int // row
	marked  []bool
	wrong   []string // values tried before and not right
	past[[]bool]
	fieldless
}

// Several returns an Input to choose several, in the order given.
func Several(choices []Choice) Input { return newSeveral(choices, nil) }

func newSeveral(choices []Choice, layout []int) *several {
	return &several{
		choices: choices,
		layout:  order(layout, len(choices)),
		marked:  make([]bool, len(choices)),
	}
}

func (s *several) Intent(i Intent, _ int) bool {
	if marked, ok := s.turn(i, s.marked); ok {
		s.marked = marked
		return true
	}
	if row, _, _, ok := i.Click(); ok && row >= 0 && row < len(s.layout) {
		s.at = row
		s.toggle()
		return true
	}
	switch n := i.digit(); {
	case n > 0 && n <= len(s.layout):
		s.at = n - 1
		s.toggle()
	case i == Down && s.at < len(s.layout)-1:
		s.at++
	case i == Up && s.at > 0:
		s.at--
	case i == Space && len(s.layout) > 0:
		s.toggle()
	default:
		return false
	}
	return true
}

func (s *several) toggle() {
	s.keep(s.marked)
	s.marked = slices.Clone(s.marked)
	i := s.layout[s.at]
	s.marked[i] = !s.marked[i]
}

func (s *several) Paste(text string) bool { return paste(s, text) }

func (s *several) Answer() course.Answer {
	var a course.Answer
	for i, o := range s.choices {
		if s.marked[i] {
			a.Items = append(a.Items, o.Value)
		}
	}
	return a
}

func (s *several) count() int {
	n := 0
	for _, m := range s.marked {
		if m {
			n++
		}
	}
	return n
}

func (s *several) Ready(w *words.Answers) (bool, string) {
	if s.count() == 0 {
		return false, w.MarkSome
	}
	return true, ""
}

func (s *several) Restore(a course.Answer) {
	s.marked, s.past = make([]bool, len(s.choices)), past[[]bool]{}
	for i, o := range s.choices {
		s.marked[i] = slices.Contains(a.Items, o.Value)
	}
}

func (s *several) View(width int, st Style) View {
	r := rows{width: width, st: st}
	for row, i := range s.layout {
		on := row == s.at
		tried := st.triedMark(s.wrong, s.choices[i].Value)
		lines := choiceRow(st, width, on, tried, box(st, s.marked[i])+" ", row, s.choices[i].Text)
		r.spot(row, len(lines), false)
		if on {
			r.selected(lines...)
		} else {
			r.add(lines...)
		}
	}
	r.add("")
	r.add(hang("  ", st.words(st.Dim, st.Say.Marked(s.count()), width-2))...)
	return r.View
}

// box shows whether an option is marked.
func box(st Style, marked bool) string {
	if marked {
		return st.Accent.Render(st.Mark.CheckOn)
	}
	return st.Dim.Render(st.Mark.CheckOff)
}

func (s *several) Digits() int { return min(len(s.layout), Digits) }

func (s *several) Bindings(w *words.Answers) []Binding {
	return []Binding{
		{Intent: Up, Words: w.Move, Quiet: true},
		{Intent: Down, Words: w.Move},
		{Intent: Space, Words: w.Mark},
		{Intent: Enter, Words: w.Check},
	}
}
