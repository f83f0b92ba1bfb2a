package widget

import (
	"slices"
	"strconv"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui/words"
)

// one is choosing one option. Nothing is chosen until the learner moves, so
// that an extra Enter from the page before answers nothing.
type one struct {
	choices []Choice
	layout  []int
	at      int      // row, -1 before the first move
	wrong   []string // values tried before and not right
	past[int]
	fieldless
}

// Choice is one thing to choose.
type Choice struct {
	Value string // what stands for it in the answer
	Text  string // Markdown, one line
}

// One returns an Input to choose one, in the order given.
func One(choices []Choice) Input { return newOne(choices, nil) }

// options turns the options of a question into choices.
func options(f *course.Options) []Choice {
	list := make([]Choice, len(f.List))
	for i, o := range f.List {
		list[i] = Choice{Value: o.Text, Text: o.Text}
	}
	return list
}

func newOne(choices []Choice, layout []int) *one {
	return &one{choices: choices, layout: order(layout, len(choices)), at: -1}
}

func (o *one) Intent(i Intent, _ int) bool {
	if at, ok := o.turn(i, o.at); ok {
		o.at = at
		return true
	}
	at := o.at
	if !o.move(i) {
		return false
	}
	if back, _ := o.Changes(); !back && at != o.at {
		o.keep(at) // choosing is one change, however long it takes
	}
	return true
}

// move chooses another row, and reports whether the intent was one that does.
func (o *one) move(i Intent) bool {
	if row, _, _, ok := i.Click(); ok && row >= 0 && row < len(o.layout) {
		o.at = row
		return true
	}
	switch n := i.digit(); {
	case n > 0 && n <= len(o.layout):
		o.at = n - 1
	case i == Down && o.at < len(o.layout)-1:
		o.at++
	case i == Up && o.at > 0:
		o.at--
	case i == Up && o.at < 0 && len(o.layout) > 0:
		o.at = 0
	case i == Space && len(o.layout) > 0:
		o.at = max(o.at, 0)
	default:
		return false
	}
	return true
}

func (o *one) Paste(text string) bool { return paste(o, text) }

func (o *one) Answer() course.Answer {
	if o.at < 0 {
		return course.Answer{}
	}
	return course.Answer{Items: []string{o.choices[o.layout[o.at]].Value}}
}

func (o *one) Ready(w *words.Answers) (bool, string) {
	if o.at < 0 {
		return false, w.PickOne
	}
	return true, ""
}

func (o *one) Restore(a course.Answer) {
	o.at, o.past = -1, past[int]{}
	for row, i := range o.layout {
		if slices.Contains(a.Items, o.choices[i].Value) {
			o.at = row
			return
		}
	}
}

func (o *one) View(width int, st Style) View {
	r := rows{width: width, st: st}
	if o.at < 0 {
		r.point(0)
	}
	for row, i := range o.layout {
		on := row == o.at
		tried := st.triedMark(o.wrong, o.choices[i].Value)
		lines := choiceRow(st, width, on, tried, "", row, o.choices[i].Text)
		r.spot(row, len(lines), on)
		if on {
			r.selected(lines...)
		} else {
			r.add(lines...)
		}
	}
	return r.View
}

func (o *one) Digits() int { return min(len(o.layout), Digits) }

func (o *one) Bindings(w *words.Answers) []Binding {
	return []Binding{
		{Intent: Up, Words: w.Move, Quiet: true},
		{Intent: Down, Words: w.Move},
		{Intent: Enter, Words: w.Check},
	}
}

// choiceRow draws a row to choose: the mark of one tried before if there is
// one, a pointer, a box if there is one, the number that picks it and its text.
func choiceRow(st Style, width int, on bool, tried, box string, row int, md string) []string {
	return st.item(tried+st.pointer(on)+" "+box+st.label(key(row), on)+"  ", md, width)
}

// key is the key that picks a row, or a space for rows beyond the keys.
func key(row int) string {
	if row < Digits {
		return strconv.Itoa(row + 1)
	}
	return " "
}

// options marks what was chosen. What else holds shows only once the answer is
// revealed.
func (m *marked) options(f *course.Options) {
	for row, i := range order(m.Layout, len(f.List)) {
		o := f.List[i]
		chosen := slices.Contains(m.Answer.Items, o.Text)
		verdict := m.st.noVerdict()
		if chosen && !o.DontKnow || m.Reveal && o.Right {
			verdict = m.st.verdict(o.Right)
		}
		check := m.st.pointer(chosen) + " "
		if f.Many {
			check = box(m.st, chosen) + " "
		}
		m.add(m.st.item(verdict+" "+check+m.st.label(key(row), chosen)+"  ", o.Text, m.width)...)
	}
}
