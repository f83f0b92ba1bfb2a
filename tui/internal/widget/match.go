package widget

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui/words"
)

// matching is matching each left side, which stays where it is, with a right
// side. A right side belongs to one row at a time: picking it for another row
// takes it from the first.
type matching struct {
	form   *course.Match
	layout []int // right sides in the order shown; each has the number of its place
	right  []int // by row: index into layout of the side picked, -1 for none
	at     int   // row
	past[pairs]
	fieldless
}

// pairs is what was picked at one time, and the row that was selected.
type pairs struct {
	right []int
	at    int
}

func newMatch(f *course.Match, layout []int) *matching {
	m := &matching{form: f, layout: order(layout, len(f.Pairs)), right: make([]int, len(f.Pairs))}
	m.clear()
	return m
}

func (m *matching) clear() {
	for i := range m.right {
		m.right[i] = -1
	}
}

func (m *matching) Intent(i Intent, _ int) bool {
	if len(m.right) == 0 {
		return false
	}
	now := pairs{slices.Clone(m.right), m.at}
	if was, ok := m.turn(i, now); ok {
		m.right, m.at = was.right, was.at
		return true
	}
	did := m.change(i)
	if !slices.Equal(now.right, m.right) {
		m.keep(now)
	}
	return did
}

// change does what an intent means, and reports whether it meant something.
func (m *matching) change(i Intent) bool {
	if part, _, _, ok := i.Click(); ok {
		return m.point(part)
	}
	if n := i.digit(); n > 0 {
		if n > len(m.layout) {
			return false
		}
		m.pick(n - 1)
		m.advance()
		return true
	}
	switch i {
	case Up:
		return m.move(-1)
	case Down:
		return m.move(1)
	case Right, Space:
		m.cycle(1)
	case Left:
		m.cycle(-1)
	case Erase:
		m.right[m.at] = -1
	case Enter:
		return m.advance()
	default:
		return false
	}
	return true
}

// point selects a row, or picks the side for it that was clicked: the rows come
// first among the parts.
func (m *matching) point(part int) bool {
	switch side := part - len(m.right); {
	case part < 0 || side >= len(m.layout):
		return false
	case side < 0:
		m.at = part
	default:
		m.pick(side)
		m.advance()
	}
	return true
}

func (m *matching) move(by int) bool {
	to := m.at + by
	if to < 0 || to >= len(m.right) {
		return false
	}
	m.at = to
	return true
}

// pick gives the selected row a right side.
func (m *matching) pick(side int) {
	for row, have := range m.right {
		if have == side {
			m.right[row] = -1
		}
	}
	m.right[m.at] = side
}

// advance goes to the next row without a right side and reports whether there
// is one.
func (m *matching) advance() bool {
	for step := range m.right {
		row := (m.at + step) % len(m.right)
		if m.right[row] < 0 {
			m.at = row
			return true
		}
	}
	return false
}

// cycle gives the selected row the next right side that no other row has.
func (m *matching) cycle(by int) {
	n := len(m.layout)
	side := m.right[m.at]
	if side < 0 && by < 0 {
		side = n
	}
	for range n {
		side = ((side+by)%n + n) % n
		if row := slices.Index(m.right, side); row < 0 || row == m.at {
			m.right[m.at] = side
			return
		}
	}
}

func (m *matching) Paste(text string) bool { return paste(m, text) }

func (m *matching) text(side int) string { return m.form.Pairs[m.layout[side]].Right }

// Answer gives the right side of each row, in the author's order of rows, and
// an empty text for a row without one.
func (m *matching) Answer() course.Answer {
	if m.missing() == len(m.right) {
		return course.Answer{}
	}
	items := make([]string, len(m.right))
	for row, side := range m.right {
		if side >= 0 {
			items[row] = m.text(side)
		}
	}
	return course.Answer{Items: items}
}

func (m *matching) missing() int {
	n := 0
	for _, side := range m.right {
		if side < 0 {
			n++
		}
	}
	return n
}

func (m *matching) Ready(w *words.Answers) (bool, string) {
	if n := m.missing(); n > 0 {
		return false, w.RowsLeft(n)
	}
	return true, ""
}

func (m *matching) Restore(a course.Answer) {
	m.clear()
	m.at, m.past = 0, past[pairs]{}
	for row, text := range a.Items {
		if row >= len(m.right) || text == "" {
			continue
		}
		for side := range m.layout {
			if m.text(side) == text && !slices.Contains(m.right, side) {
				m.right[row] = side
				break
			}
		}
	}
	m.advance()
}

func (m *matching) View(width int, st Style) View {
	r := rows{width: width, st: st}
	left := m.leftWidth(width, st)
	for row, p := range m.form.Pairs {
		on := row == m.at
		lines := m.row(row, p.Left, left, width, st)
		r.spot(row, len(lines), false)
		if on {
			r.selected(lines...)
		} else {
			r.add(lines...)
		}
	}
	r.add("")
	if m.form.RightTitle != "" {
		r.add(st.item("  ", m.form.RightTitle, width)...)
	}
	for side := range m.layout {
		lines := m.side(side, width, st)
		r.spot(len(m.form.Pairs)+side, len(lines), false)
		r.add(lines...)
	}
	return r.View
}

// leftWidth is the width of the left sides where both sides fit on a line, and
// 0 where the right side needs a line of its own.
func (m *matching) leftWidth(width int, st Style) int {
	left := 0
	for _, p := range m.form.Pairs {
		left = max(left, ansi.StringWidth(st.Inline(p.Left)))
	}
	if left > width*2/5 || width-left < 28 {
		return 0
	}
	return left
}

// row draws a left side with what was picked for it.
func (m *matching) row(row int, md string, left, width int, st Style) []string {
	on := row == m.at
	prefix := st.pointer(on) + " "
	if left > 0 {
		text := st.Inline(md)
		prefix += text + strings.Repeat(" ", left-ansi.StringWidth(text)) + "  "
		return hang(prefix, m.picked(row, width-left-5, st))
	}
	return append(st.item(prefix, md, width), hang("    ", m.picked(row, width-4, st))...)
}

// picked draws the right side that a row has.
func (m *matching) picked(row, width int, st Style) []string {
	side := m.right[row]
	if side < 0 {
		return []string{st.Dim.Render(strings.Repeat(".", 3))}
	}
	return hang(st.Accent.Render(key(side))+"  ", st.md(m.text(side), width-3))
}

// side draws a right side of the list below, with a mark when it is used.
func (m *matching) side(side, width int, st Style) []string {
	used := slices.Contains(m.right, side)
	mark := "  "
	if used {
		mark = st.Dim.Render("* ")
	}
	lines := st.md(m.text(side), width-7)
	if used {
		for i, l := range lines {
			lines[i] = st.Dim.Render(ansi.Strip(l))
		}
	}
	return hang("  "+mark+st.label(key(side), !used)+"  ", lines)
}

func (m *matching) Digits() int { return min(len(m.layout), Digits) }

func (m *matching) Bindings(w *words.Answers) []Binding {
	return []Binding{
		{Intent: Up, Words: w.Move, Quiet: true},
		{Intent: Down, Words: w.Move},
		{Intent: Right, Words: w.Cycle},
		{Intent: Left, Words: w.Cycle, Quiet: true},
		{Intent: Space, Words: w.Cycle, Quiet: true},
		{Intent: Erase, Words: w.Clear, Quiet: true},
		{Intent: Enter, Words: w.Check},
	}
}

// match marks the right side of each row, with the one that belongs there
// below it.
func (m *marked) match(f *course.Match) {
	for row, pair := range f.Pairs {
		p := m.part(row)
		if m.empty() {
			m.add(m.st.item(m.st.noVerdict()+" ", pair.Left, m.width)...)
		} else {
			m.add(m.st.item(m.mark(p)+" ", pair.Left, m.width)...)
			given := m.st.Dim.Render(m.st.Say.Nothing)
			if row < len(m.Answer.Items) && m.Answer.Items[row] != "" {
				given = m.st.Inline(m.Answer.Items[row])
			}
			m.behind("  "+m.st.noVerdict()+" ", given)
		}
		if m.Reveal && (m.empty() || !p.OK) {
			m.behind("  "+m.st.verdict(true)+" ", m.st.Inline(pair.Right))
		}
	}
}
