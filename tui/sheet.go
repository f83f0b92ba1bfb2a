package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/internal/theme"
)

// sheet is a drawn page to read and act on: lines under headings, and rows
// among them that can be chosen.
type sheet struct {
	lines  []string
	rows   []sheetRow // from top to bottom
	heads  []int      // lines of the headings
	chosen int        // row that is chosen, from 1; 0: none
}

// sheetRow is a part of a sheet that can be chosen, and what enter does then.
type sheetRow struct {
	from, to int // its lines
	words    string
	does     func() tea.Cmd
}

func (s *sheet) add(lines ...string) { s.lines = append(s.lines, lines...) }

// gap leaves one empty line after what came before.
func (s *sheet) gap() {
	if n := len(s.lines); n > 0 && s.lines[n-1] != "" {
		s.add("")
	}
}

// para adds a paragraph of the program's own words.
func (s *sheet) para(style lipgloss.Style, text string, width int) {
	if text != "" {
		s.add(wrapStyled(style, text, width)...)
	}
}

// note adds a paragraph that is two cells in.
func (s *sheet) note(style lipgloss.Style, text string, width int) {
	if text != "" {
		s.add(indent(wrapStyled(style, text, width-2))...)
	}
}

// head begins a part of the page.
func (s *sheet) head(env Env, title string) {
	s.gap()
	s.heads = append(s.heads, len(s.lines))
	s.para(env.Theme.Heading, title, env.Measure())
}

// next reports whether the row added next is the one chosen.
func (s *sheet) next() bool { return s.chosen == len(s.rows)+1 }

// pointer stands before the row added next, two cells wide.
func (s *sheet) pointer(env Env) string {
	if s.next() {
		return env.Theme.Accent.Render(env.Theme.Mark.Cursor) + " "
	}
	return "  "
}

// row adds lines that can be chosen together. They have their pointer already.
func (s *sheet) row(words string, does func() tea.Cmd, lines ...string) {
	from := len(s.lines)
	s.add(lines...)
	s.mark(from, len(s.lines), words, does)
}

// mark lets lines that were added be chosen.
func (s *sheet) mark(from, to int, words string, does func() tea.Cmd) {
	s.rows = append(s.rows, sheetRow{from, to, words, does})
}

// choice adds a row of a title, with the digit that chooses it if it is one of
// the first nine, and a note below it. n counts from 1; 0: rows have no digits.
func (s *sheet) choice(env Env, words string, does func() tea.Cmd, n int, title, note string) {
	lead, under := "", "    "
	switch {
	case n > 9:
		lead, under = "   ", "     "
	case n > 0:
		lead, under = strconv.Itoa(n)+"  ", "     "
	}
	style := env.Theme.Text
	if s.next() {
		style = env.Theme.Accent
	}
	var lines []string
	for i, line := range wrapStyled(style, title, env.Measure()-2-len(lead)) {
		if i == 0 {
			line = s.pointer(env) + style.Render(lead) + line
		} else {
			line = strings.Repeat(" ", 2+len(lead)) + line
		}
		lines = append(lines, line)
	}
	if note != "" {
		for _, line := range wrapStyled(env.Theme.Dim, note, env.Measure()-len(under)) {
			lines = append(lines, under+line)
		}
	}
	s.row(words, does, lines...)
}

// reader is where someone is in a sheet: how far it is scrolled, and which row
// is chosen. Nothing is chosen before the first move, so that an enter meant for
// the page before does nothing.
type reader struct {
	top  int
	at   int // chosen row, from 1; 0: none
	part int // heading that was gone to, from 1; 0: none
}

// intent moves through a sheet of which h lines fit, and reports whether it was
// a key that moves.
func (r *reader) intent(i Intent, s *sheet, h int) bool {
	page := max(h-1, 1)
	part := r.part
	r.part = 0
	switch i {
	case IntentDown:
		r.step(1, s, h)
	case IntentUp:
		r.step(-1, s, h)
	case IntentScrollUp:
		r.scroll(-wheelLines, s, h)
	case IntentScrollDown:
		r.scroll(wheelLines, s, h)
	case IntentPageDown, IntentSpace:
		r.scroll(page, s, h)
	case IntentPageUp:
		r.scroll(-page, s, h)
	case IntentTop:
		r.at = 0
		r.scroll(-len(s.lines), s, h)
	case IntentBottom:
		r.at = len(s.rows)
		r.scroll(len(s.lines), s, h)
	case IntentNext:
		r.jump(1, part, s, h)
	case IntentPrev:
		r.jump(-1, part, s, h)
	default:
		r.part = part
		n, ok := i.Digit()
		if row, clicked := i.Row(); clicked {
			n, ok = row, row > 0
		}
		if ok && n <= len(s.rows) {
			r.at = n
			r.settle(s, h)
			r.show(s, h)
			return true
		}
		return false
	}
	return true
}

// step goes to the next row where it is in sight or comes into sight, and
// otherwise scrolls by a line.
func (r *reader) step(by int, s *sheet, h int) {
	to := r.neighbour(by, s, h)
	if to > 0 && !r.sees(s.rows[to-1], h) {
		r.scroll(by, s, h)
		if !r.sees(s.rows[to-1], h) {
			return
		}
	}
	if to > 0 {
		r.at = to
		r.show(s, h)
		return
	}
	if by < 0 && r.top == 0 {
		return
	}
	r.scroll(by, s, h)
}

// neighbour is the row after or before the chosen one, or the window's edge; 0:
// none.
func (r *reader) neighbour(by int, s *sheet, h int) int {
	if r.at > 0 {
		if to := r.at + by; to >= 1 && to <= len(s.rows) {
			return to
		}
		return 0
	}
	if by > 0 {
		for n, row := range s.rows {
			if row.from >= r.top {
				return n + 1
			}
		}
		return 0
	}
	for n := len(s.rows); n > 0; n-- {
		if s.rows[n-1].from < r.top+h {
			return n
		}
	}
	return 0
}

// sees reports whether the first line of a row is in sight.
func (r *reader) sees(row sheetRow, h int) bool { return row.from >= r.top && row.from < r.top+h }

// show scrolls as far as it takes to have the whole of the chosen row in sight.
func (r *reader) show(s *sheet, h int) {
	row := s.rows[r.at-1]
	r.top = max(r.top, row.to-h)
	r.top = min(r.top, row.from)
	if r.at == 1 && row.from < h {
		r.top = 0 // what is above the first row is seen with it
	}
	r.top = max(0, min(r.top, len(s.lines)-h))
}

// scroll moves the window. A chosen row that leaves it is no longer chosen.
func (r *reader) scroll(by int, s *sheet, h int) {
	r.top = max(0, min(r.top+by, len(s.lines)-h))
	if r.at > 0 && !r.sees(s.rows[r.at-1], h) {
		r.at = 0
	}
}

// jump goes to the heading after or before the one that was gone to, or that is
// on top; after the last comes the first.
func (r *reader) jump(by, part int, s *sheet, h int) {
	n := len(s.heads)
	if n == 0 {
		return
	}
	if part == 0 {
		for part < n && s.heads[part] <= r.top && r.top > 0 {
			part++
		}
		if by < 0 && part == 0 {
			part = 1
		}
	}
	part = (part-1+by+n)%n + 1
	r.at, r.part = 0, part
	r.top = max(0, min(s.heads[part-1], len(s.lines)-h))
}

// settle keeps place and choice inside the sheet after it changed.
func (r *reader) settle(s *sheet, h int) {
	r.at = min(r.at, len(s.rows))
	r.part = min(r.part, len(s.heads))
	r.top = max(0, min(r.top, len(s.lines)-h))
}

// row is the chosen row, or nil.
func (r *reader) row(s *sheet) *sheetRow {
	if r.at < 1 || r.at > len(s.rows) {
		return nil
	}
	return &s.rows[r.at-1]
}

// frame draws the lines that fit. Below them stands the foot.
func (r *reader) frame(env Env, s *sheet, foot []string) Frame {
	n := len(s.lines)
	h := max(env.H-len(foot), 0)
	top := max(0, min(r.top, n-h))
	shown := append([]string(nil), s.lines[top:min(top+h, n)]...)
	row := r.row(s)
	for i := range shown {
		shown[i] = fit(env.Theme, shown[i], env.W)
		if row != nil && top+i >= row.from && top+i < row.to {
			shown[i] = env.Theme.Lay(theme.RowGround, shown[i], env.Measure())
		}
	}
	f := Frame{Cursor: tea.NewCursor(0, 0), Sight: sight(top, h, n)}
	for n, row := range s.rows {
		f.Spots = append(f.Spots, rowSpot(n+1, row.from, row.to, env.W, n+1 == r.at))
	}
	f.Spots = within(f.Spots, top, len(shown))
	switch {
	case r.at > 0 && r.at <= len(s.rows):
		f.Cursor.Y = max(s.rows[r.at-1].from-top, 0)
	case r.part > 0 && r.part <= len(s.heads):
		f.Cursor.Y = max(s.heads[r.part-1]-top, 0)
	}
	if len(foot) > 0 {
		for len(shown) < h {
			shown = append(shown, "")
		}
		shown = append(shown, foot...)
	}
	f.Text = strings.Join(shown, "\n")
	return f
}

// beside puts a picture at the right of lines, where it leaves them room.
func beside(lines, picture []string, room int) []string {
	out := make([]string, 0, max(len(lines), len(picture)))
	for i := range max(len(lines), len(picture)) {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		if i < len(picture) && strings.TrimSpace(ansi.Strip(picture[i])) != "" {
			line = pad(line, room) + picture[i]
		}
		out = append(out, line)
	}
	return out
}
