package widget

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui/internal/cells"
	"github.com/cairn-learn/cairn/tui/words"
)

// MaxCode is how long a program may be that is written in a field, in bytes.
const MaxCode = maxField

// code is a program being written: each line with its number, tabs that stay tabs,
// and a new line that begins as far in as the one before it.
type code struct {
	field
	tab string // what the key for it puts
}

// NewCode returns an Input for a program, with the cursor at the beginning of a
// line, from 1. NewLine begins a line, Next goes further in, Prev comes out again.
// tabs says whether lines are set in by tabs; four spaces otherwise.
func NewCode(text string, line int, tabs bool) Input {
	c := &code{field: field{many: true, tabs: true}, tab: "    "}
	if tabs {
		c.tab = "\t"
	}
	c.set(text)
	c.at = 0
	for ; line > 1 && c.lineEnd() < len(c.text); line-- {
		c.at = c.lineEnd() + 1
	}
	return c
}

func (c *code) Intent(i Intent, width int) bool {
	if _, x, y, ok := i.Click(); ok {
		c.goTo(x-c.gutter(), y, c.room(width))
		return true
	}
	switch i {
	case NewLine:
		c.newLine()
	case Next:
		c.insert(c.tab)
	case Prev:
		c.out()
	case Up:
		return c.vertical(-1, c.room(width))
	case Down:
		return c.vertical(1, c.room(width))
	case Undo, Redo:
		return c.turn(i)
	default:
		return c.intent(i)
	}
	return true
}

// newLine begins a line that is set in as the one before, and further behind a
// bracket or colon that opens something.
func (c *code) newLine() {
	line := c.text[c.lineStart():c.at]
	in := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	if line = strings.TrimRight(line, " \t"); line != "" && strings.ContainsRune("{([:", rune(line[len(line)-1])) {
		in += c.tab
	}
	c.insert("\n" + in)
}

// out takes the line of the cursor out by one step.
func (c *code) out() {
	start, at := c.lineStart(), c.at
	size := 0
	for size < len(c.tab) && start+size < len(c.text) && strings.HasPrefix(c.tab, c.text[start:start+size+1]) {
		size++
	}
	if size == 0 && strings.HasPrefix(c.text[start:], "\t") {
		size = 1
	}
	if size > 0 {
		c.cut(start, start+size)
		c.at = max(start, at-size)
	}
}

func (c *code) Key(k tea.KeyPressMsg) bool { return c.key(k) }

func (c *code) Paste(text string) bool { return c.insert(text) }

func (c *code) Captures() bool { return true }

func (c *code) Text() (string, bool) { return c.text, true }

func (c *code) Replace(text string) bool { return c.replace(text) }

func (c *code) Answer() course.Answer { return course.Answer{Text: c.text} }

func (c *code) Ready(w *words.Answers) (bool, string) {
	if strings.TrimSpace(c.text) == "" {
		return false, w.TypeFirst
	}
	return true, ""
}

func (c *code) Restore(a course.Answer) { c.set(a.Text) }

func (c *code) Bindings(*words.Answers) []Binding { return nil }

func (c *code) Digits() int { return 0 }

// gutter is the room of the numbers of lines.
func (c *code) gutter() int { return len(strconv.Itoa(strings.Count(c.text, "\n")+1)) + 1 }

func (c *code) room(width int) int { return max(width-c.gutter(), 1) }

func (c *code) View(width int, st Style) View {
	r := rows{width: width, st: st}
	spans, at := c.lay(c.room(width))
	number, blank := 0, strings.Repeat(" ", c.gutter())
	for i, s := range spans {
		before := blank
		if i == 0 || c.text[s.a-1] == '\n' {
			number++
			n := strconv.Itoa(number)
			before = strings.Repeat(" ", c.gutter()-1-len(n)) + st.Dim.Render(n) + " "
		}
		r.add(before + st.Text.Render(untabbed(strings.TrimRight(c.text[s.a:s.b], "\n"))))
	}
	r.Spots = []Spot{{W: width, H: len(r.Lines)}}
	r.From, r.To = at.Y, at.Y+1
	r.Cursor = &Point{X: min(c.gutter()+at.X, width-1), Y: at.Y}
	return r.View
}

// tabStop is how far a tab sets a line in, in cells.
const tabStop = 4

// untabbed is a text as it is drawn.
func untabbed(s string) string { return strings.ReplaceAll(s, "\t", strings.Repeat(" ", tabStop)) }

// wide is how many cells a text takes.
func wide(s string) int { return cells.Width(untabbed(s)) }
