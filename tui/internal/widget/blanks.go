package widget

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/cells"
	"github.com/cairn-learn/cairn/tui/words"
)

// minBlank is the least room of a blank, in cells: the same for every answer,
// so that it gives nothing away.
const minBlank = 8

// blanks is filling in the blanks of a text: fields that stand in the wrapped
// text itself.
type blanks struct {
	text   string
	fields []field
	at     int
	away   bool            // the fields were left: letters are keys again
	past   *learn.Feedback // on the last answer; nil: none
	turns  past[int]       // the fields that were changed, in order
}

func newBlanks(f *course.Blanks) *blanks {
	return &blanks{text: f.Text, fields: make([]field, len(f.List))}
}

func (b *blanks) Intent(i Intent, width int) bool {
	if len(b.fields) == 0 {
		return false
	}
	if n, x, _, ok := i.Click(); ok && n >= 0 && n < len(b.fields) {
		b.at, b.away = n, false
		f := &b.fields[n]
		f.at = f.column(f.start(b.size(n, width-2)), len(f.text), x-1)
		return true
	}
	switch i {
	case Back:
		if b.away {
			return false
		}
		b.away = true
	case Next:
		b.step(1)
	case Prev:
		b.step(-1)
	case Up, Down:
		return b.updown(i)
	case Enter:
		return b.advance()
	case Undo, Redo:
		return b.turn(i)
	default:
		return !b.away && b.edits(func(f *field) bool { return f.intent(i) })
	}
	return true
}

// edits lets the selected field be changed, and remembers that it was.
func (b *blanks) edits(change func(*field) bool) bool {
	f := &b.fields[b.at]
	before := f.rewind.kept
	did := change(f)
	if f.rewind.kept > before {
		b.turns.keep(b.at)
	}
	return did
}

// turn takes the last change back, or makes it again, in the field where it was.
func (b *blanks) turn(i Intent) bool {
	list := b.turns.before
	if i == Redo {
		list = b.turns.after
	}
	if len(list) == 0 {
		return false
	}
	n, _ := b.turns.turn(i, list[len(list)-1])
	b.at, b.away = n, false
	return b.fields[n].turn(i)
}

func (b *blanks) Changes() (back, again bool) { return b.turns.Changes() }

// Text is the text of the selected field.
func (b *blanks) Text() (string, bool) {
	if len(b.fields) == 0 {
		return "", false
	}
	return b.fields[b.at].text, true
}

func (b *blanks) Replace(text string) bool {
	return len(b.fields) > 0 && b.edits(func(f *field) bool { return f.replace(text) })
}

// size is how many cells a field takes, of those there are.
func (b *blanks) size(n, room int) int {
	return min(max(ansi.StringWidth(b.fields[n].text)+1, minBlank), max(room, 1))
}

// step goes round the fields.
func (b *blanks) step(by int) {
	if b.away {
		b.away = false
		return
	}
	b.at = (b.at + by + len(b.fields)) % len(b.fields)
}

// updown goes to the field before or after, and no further than the ends, so
// that a long text can still be scrolled.
func (b *blanks) updown(i Intent) bool {
	to := b.at + 1
	if i == Up {
		to = b.at - 1
	}
	if b.away || to < 0 || to >= len(b.fields) {
		return false
	}
	b.at = to
	return true
}

// advance goes to the next empty field and reports whether there is one.
func (b *blanks) advance() bool {
	for step := range b.fields {
		i := (b.at + step) % len(b.fields)
		if strings.TrimSpace(b.fields[i].text) == "" {
			b.at, b.away = i, false
			return true
		}
	}
	return false
}

func (b *blanks) Key(k tea.KeyPressMsg) bool {
	return !b.away && len(b.fields) > 0 && b.edits(func(f *field) bool { return f.key(k) })
}

func (b *blanks) Paste(text string) bool {
	b.away = false
	return len(b.fields) > 0 && b.edits(func(f *field) bool { return f.insert(text) })
}

func (b *blanks) Captures() bool { return !b.away && len(b.fields) > 0 }

// Answer gives the text of each blank, in order.
func (b *blanks) Answer() course.Answer {
	items := make([]string, len(b.fields))
	for i, f := range b.fields {
		items[i] = strings.TrimSpace(f.text)
	}
	if b.empty() == len(b.fields) {
		return course.Answer{}
	}
	return course.Answer{Items: items}
}

func (b *blanks) empty() int {
	n := 0
	for _, f := range b.fields {
		if strings.TrimSpace(f.text) == "" {
			n++
		}
	}
	return n
}

func (b *blanks) Ready(w *words.Answers) (bool, string) {
	if n := b.empty(); n > 0 {
		return false, w.BlanksLeft(n)
	}
	return true, ""
}

func (b *blanks) Restore(a course.Answer) {
	for i := range b.fields {
		b.fields[i].set("")
		if i < len(a.Items) {
			b.fields[i].set(a.Items[i])
		}
	}
	b.at, b.turns = 0, past[int]{}
	b.advance()
	b.away = false
}

func (b *blanks) View(width int, st Style) View {
	r := rows{width: width, st: st}
	gaps := make([]gap, len(b.fields))
	room := max(width-2, 1)
	for i, f := range b.fields {
		g := gap{on: i == b.at && !b.away, mark: b.pastMark(i, st)}
		extra := 0
		if g.mark != "" {
			extra = 1 + ansi.StringWidth(g.mark)
		}
		size := b.size(i, room-extra)
		g.text, g.cursor = f.window(size)
		g.size = min(size+extra, room)
		gaps[i] = g
	}
	lines, at := fill(b.text, gaps, width, st)
	r.add(lines...)
	for i, p := range at {
		r.Spots = append(r.Spots, Spot{X: p.X, Y: p.Y, W: gaps[i].size + 2, H: 1, Part: i})
	}
	if b.at < len(at) {
		p := at[b.at]
		r.From, r.To = p.Y, p.Y+1
		if !b.away {
			r.Cursor = &Point{X: min(p.X+1+gaps[b.at].cursor, width-1), Y: p.Y}
		}
	}
	return r.View
}

func (b *blanks) Digits() int { return 0 }

func (b *blanks) Bindings(w *words.Answers) []Binding {
	if b.away {
		return []Binding{
			{Intent: Enter, Words: w.Check},
			{Intent: Next, Words: w.TypeAgain},
		}
	}
	list := []Binding{{Intent: Enter, Words: w.Check}}
	if len(b.fields) > 1 {
		list = append(list,
			Binding{Intent: Next, Words: w.NextBlank},
			Binding{Intent: Prev, Words: w.PrevBlank, Quiet: true},
			Binding{Intent: Up, Words: w.PrevBlank, Quiet: true},
			Binding{Intent: Down, Words: w.NextBlank, Quiet: true})
	}
	return append(list, Binding{Intent: Back, Words: w.LeaveField})
}

// gap is what stands in the place of one blank.
type gap struct {
	text   string
	size   int // cells between the brackets
	cursor int // column of the cursor in the text
	on     bool
	mark   string // after the text; may be empty
}

// draw gives the gap, size+2 cells wide.
func (g gap) draw(st Style) string {
	open, shut := st.label("[", g.on), st.label("]", g.on)
	text := g.text
	if g.mark != "" {
		text += " " + g.mark
	}
	pad := strings.Repeat(" ", max(g.size-ansi.StringWidth(text), 0))
	return open + st.Text.Render(text) + pad + shut
}

// fill renders a text with its gaps and says where each gap's bracket stands.
// While the Markdown is laid out, a run of one unusual letter, which neither
// Markdown nor wrapping takes apart, keeps the place of each gap. A gap that
// the layout lost stands on a line of its own below the text.
func fill(md string, gaps []gap, width int, st Style) (lines []string, at []Point) {
	letter := stranger(md)
	for i, g := range gaps {
		md = strings.Replace(md, "[["+strconv.Itoa(i+1)+"]]", strings.Repeat(letter, g.size+2), 1)
	}
	lines = st.Block(md, width)
	next := 0
	for y := 0; y < len(lines) && next < len(gaps); y++ {
		for next < len(gaps) {
			g := gaps[next]
			x := strings.Index(ansi.Strip(lines[y]), strings.Repeat(letter, g.size+2))
			if x < 0 {
				break
			}
			x = ansi.StringWidth(ansi.Strip(lines[y])[:x])
			at = append(at, Point{X: x, Y: y})
			lines[y] = cells.Cut(lines[y], 0, x) + g.draw(st) + cells.Cut(lines[y], x+g.size+2, max(ansi.StringWidth(lines[y]), x+g.size+2))
			next++
		}
	}
	if next < len(gaps) { // too narrow: a line of its own is left to mark where it belongs
		for y := range lines {
			lines[y] = strings.ReplaceAll(lines[y], letter, "_")
		}
	}
	for ; next < len(gaps); next++ {
		at = append(at, Point{X: 0, Y: len(lines)})
		lines = append(lines, gaps[next].draw(st))
	}
	return lines, at
}

// stranger returns a letter one cell wide that the text does not contain.
func stranger(text string) string {
	for letter := 'ᚠ'; letter < 'ᛪ'; letter++ { // runes, as carved in stone
		if !strings.ContainsRune(text, letter) {
			return string(letter)
		}
	}
	return "ᛪ"
}

// blanks shows the text as it was filled in, and below it what belongs in the
// blanks that were missed. Where nothing was filled in, the text has the right
// answers instead.
func (m *marked) blanks(f *course.Blanks) {
	gaps := make([]gap, len(f.List))
	for i := range f.List {
		p := m.part(i)
		given := ""
		if i < len(m.Answer.Items) {
			given = textsafe.Line(m.Answer.Items[i])
		}
		g := gap{text: given, mark: m.mark(p)}
		switch {
		case m.empty() && m.Reveal && i < len(m.Solution.Items):
			g.text, g.mark = textsafe.Line(m.Solution.Items[i]), m.st.verdict(true)
		case m.empty():
			g.mark = ""
		}
		room := max(m.width-3-ansi.StringWidth(g.mark), 1)
		g.text = cells.Fit(g.text, room, m.st.Mark.More)
		g.size = ansi.StringWidth(g.text + " " + g.mark)
		gaps[i] = g
	}
	lines, _ := fill(f.Text, gaps, m.width, m.st)
	m.add(lines...)
	if m.Reveal && !m.empty() && m.Verdict.Outcome != course.Right {
		m.title(m.st.Say.RightText)
		for i := range f.List {
			if p := m.part(i); !p.OK && i < len(m.Solution.Items) {
				m.behind(m.st.verdict(true)+" "+m.st.Dim.Render(key(i))+"  ", m.st.Text.Render(textsafe.Line(m.Solution.Items[i])))
			}
		}
	}
}
