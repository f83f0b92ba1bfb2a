package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/cells"
)

// maxField is the length at which a field takes no more, in bytes.
const maxField = 16 << 10

// field is text being typed. The cursor stands between grapheme clusters, so
// that an accent or an emoji of several code points is one step and is erased
// as one.
type field struct {
	text string
	at   int  // byte offset of the cursor, always at the start of a cluster
	many bool // several lines
	tabs bool // tabs stay
	rewind
}

// clean makes text fit for the field: without what cannot be seen, safe to show,
// and on one line unless the field takes several.
func (f *field) clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\r", "\n")
	switch {
	case f.tabs:
		return f.safe(s)
	case f.many:
		return untabbed(f.safe(s))
	}
	if strings.Contains(s, "\n") {
		var parts []string
		for line := range strings.Lines(s) {
			if line = strings.TrimSpace(line); line != "" {
				parts = append(parts, line)
			}
		}
		s = strings.Join(parts, " ")
	}
	return f.safe(strings.ReplaceAll(s, "\t", " "))
}

// safe makes text safe behind what stands before the cursor, where a joiner that
// is typed alone may belong.
func (f *field) safe(s string) string {
	clean := textsafe.Line
	if f.many {
		clean = textsafe.Text
	}
	letter := f.text[before(f.text, f.at):f.at]
	s = textsafe.Seen(letter, s)
	if safe, ok := strings.CutPrefix(clean(letter+s), letter); ok {
		return safe
	}
	return clean(s)
}

// set begins anew with a text; the cursor goes to its end, and no change is left
// to be taken back.
func (f *field) set(s string) {
	f.text, f.at = "", 0
	f.put(f.clean(s))
	f.rewind = rewind{}
}

// insert puts text at the cursor, as one change, and reports whether it all
// fitted.
func (f *field) insert(s string) bool {
	if s = f.clean(s); s == "" {
		return true
	}
	f.begin(editOther)
	all := f.put(s)
	f.done(editOther)
	return all
}

// letters puts what is typed at the cursor.
func (f *field) letters(s string) {
	if s = f.clean(s); s == "" {
		return
	}
	f.begin(editInsert)
	f.put(s)
	f.done(editInsert)
}

// put puts clean text at the cursor, as much as there is room for, and reports
// whether that was all.
func (f *field) put(s string) (all bool) {
	all = true
	if room := maxField - len(f.text); len(s) > room {
		s, all = cutAt(s, max(room, 0)), false
	}
	f.text = f.text[:f.at] + s + f.text[f.at:]
	f.at = boundary(f.text, f.at+len(s))
	return all
}

// cutAt shortens s to at most n bytes without breaking a cluster.
func cutAt(s string, n int) string {
	end := 0
	for end < len(s) {
		size := len(cells.First(s[end:]))
		if end+size > n {
			break
		}
		end += size
	}
	return s[:end]
}

// boundary returns the first start of a cluster at or after offset n.
func boundary(s string, n int) int {
	i := 0
	for i < n && i < len(s) {
		i += len(cells.First(s[i:]))
	}
	return i
}

// before returns the start of the cluster that ends at offset n.
func before(s string, n int) int {
	i, prev := 0, 0
	for i < n {
		prev = i
		i += len(cells.First(s[i:]))
	}
	return prev
}

// key edits the text and reports whether the key meant something.
func (f *field) key(k tea.KeyPressMsg) bool {
	if k.Text != "" && k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper) == 0 {
		f.letters(k.Text)
		return true
	}
	switch k.Keystroke() {
	case "left", "ctrl+b":
		f.at = before(f.text, f.at)
	case "right", "ctrl+f":
		f.at = boundary(f.text, f.at+1)
	case "alt+left", "ctrl+left", "alt+b":
		f.at = f.wordLeft()
	case "alt+right", "ctrl+right", "alt+f":
		f.at = f.wordRight()
	case "home", "ctrl+a":
		f.at = f.lineStart()
	case "end", "ctrl+e":
		f.at = f.lineEnd()
	case "backspace", "ctrl+h", "shift+backspace":
		f.erase()
	case "delete", "ctrl+d":
		f.cut(f.at, boundary(f.text, f.at+1))
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		f.cut(f.wordLeft(), f.at)
	case "ctrl+u":
		f.cut(f.lineStart(), f.at)
	case "ctrl+k":
		f.cut(f.at, f.lineEnd())
	default:
		return false
	}
	return true
}

// intent edits the text for keys that the keymap names, and reports whether the
// intent meant something.
func (f *field) intent(i Intent) bool {
	switch i {
	case Left:
		f.at = before(f.text, f.at)
	case Right:
		f.at = boundary(f.text, f.at+1)
	case Top:
		f.at = f.lineStart()
	case Bottom:
		f.at = f.lineEnd()
	case Erase:
		f.erase()
	default:
		return false
	}
	return true
}

// erase removes the letter before the cursor.
func (f *field) erase() {
	if f.at == 0 {
		return
	}
	f.begin(editErase)
	f.remove(before(f.text, f.at), f.at)
	f.done(editErase)
}

// cut removes the text from a to b, as one change, and leaves the cursor there.
func (f *field) cut(a, b int) {
	if b = min(b, len(f.text)); a == b {
		return
	}
	f.begin(editOther)
	f.remove(a, b)
	f.done(editOther)
}

func (f *field) remove(a, b int) {
	f.text = f.text[:a] + f.text[b:]
	f.at = boundary(f.text, a)
}

func (f *field) lineStart() int { return strings.LastIndex(f.text[:f.at], "\n") + 1 }

func (f *field) lineEnd() int {
	if i := strings.Index(f.text[f.at:], "\n"); i >= 0 {
		return f.at + i
	}
	return len(f.text)
}

func (f *field) wordLeft() int {
	trimmed := strings.TrimRight(f.text[:f.at], " \t\n")
	return boundary(f.text, strings.LastIndexAny(trimmed, " \t\n")+1)
}

func (f *field) wordRight() int {
	rest := f.text[f.at:]
	skipped := len(rest) - len(strings.TrimLeft(rest, " \t\n"))
	if i := strings.IndexAny(rest[skipped:], " \t\n"); i >= 0 {
		return boundary(f.text, f.at+skipped+i)
	}
	return len(f.text)
}

// span is one drawn line of a field: bytes from a to b of its text.
type span struct{ a, b int }

// lay breaks the text into lines of at most width cells, after spaces where it
// can, and says where the cursor stands. There is always at least one line.
func (f *field) lay(width int) (lines []span, cursor Point) {
	width = max(width, 1)
	start, room, space := 0, width, -1
	for i := 0; i < len(f.text); {
		c := cells.First(f.text[i:])
		if c == "\n" {
			lines = append(lines, span{start, i})
			i++
			start, room, space = i, width, -1
			continue
		}
		w := wide(c)
		if w > room && i > start {
			end := i
			if space > start && c != " " {
				end = space
			}
			lines = append(lines, span{start, end})
			start, space = end, -1
			room = width - wide(f.text[start:i])
			continue
		}
		room -= w
		i += len(c)
		if c == " " {
			space = i
		}
	}
	lines = append(lines, span{start, len(f.text)})
	return f.locate(lines, width)
}

// locate finds the cursor among laid lines and adds a line when it stands
// behind a full one.
func (f *field) locate(lines []span, width int) ([]span, Point) {
	y := len(lines) - 1
	for y > 0 && f.at < lines[y].a {
		y--
	}
	x := wide(f.text[lines[y].a:min(f.at, lines[y].b)])
	if x >= width {
		at := span{f.at, f.at}
		lines = append(lines[:y+1], append([]span{at}, lines[y+1:]...)...)
		return lines, Point{X: 0, Y: y + 1}
	}
	return lines, Point{X: x, Y: y}
}

// vertical moves the cursor by a drawn line and reports whether there was one.
func (f *field) vertical(by, width int) bool {
	lines, at := f.lay(width)
	y := at.Y + by
	if y < 0 || y >= len(lines) {
		return false
	}
	i, x := lines[y].a, 0
	for i < lines[y].b {
		c := cells.First(f.text[i:])
		w := wide(c)
		if x+w > at.X {
			break
		}
		x += w
		i += len(c)
	}
	if i == lines[y].b && y+1 < len(lines) && lines[y+1].a == i && i > lines[y].a {
		i = before(f.text, i) // the end of a broken line is the start of the next
	}
	f.at = i
	return true
}

// window returns the part of a one-line text that fits in width cells with the
// cursor in it, and the cursor's column there.
func (f *field) window(width int) (text string, x int) {
	start := f.start(width)
	return cells.Fit(f.text[start:], width, ""), wide(f.text[start:f.at])
}

// start is where the part begins that window returns.
func (f *field) start(width int) int {
	start := 0
	for wide(f.text[start:f.at]) >= max(width, 1) {
		start += len(cells.First(f.text[start:]))
	}
	return start
}
