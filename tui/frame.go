package tui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/internal/cells"
	"github.com/cairn-learn/cairn/tui/words"
)

// fit cuts one line to at most w cells and marks that it goes on.
func fit(th *Theme, s string, w int) string {
	if w <= 0 {
		return ""
	}
	more := th.Mark.More
	if ansi.StringWidth(more) >= w {
		more = ""
	}
	return cells.Fit(s, w, more)
}

// wrap breaks text into lines of at most w cells, between words where it can.
func wrap(s string, w int) []string {
	return cells.Wrap(s, w)
}

// wrapStyled is wrap, with a style on every line.
func wrapStyled(st lipgloss.Style, s string, w int) []string {
	lines := wrap(s, w)
	for i := range lines {
		lines[i] = st.Render(lines[i])
	}
	return lines
}

// pad fills a line with spaces up to w cells.
func pad(s string, w int) string {
	return s + strings.Repeat(" ", max(0, w-ansi.StringWidth(s)))
}

// spread puts left and right on one line of w cells, at least two cells apart;
// left gives way.
func spread(th *Theme, left, right string, w int) string {
	room := w - ansi.StringWidth(right) - 2
	if right == "" {
		return fit(th, left, w)
	}
	if room < 1 {
		return fit(th, left, w)
	}
	return pad(fit(th, left, room), room+2) + right
}

// headerLine draws the line at the top: the trail to this page, and at the
// right the first of the given facts, from long to short, that leaves the
// trail whole. Where room is short the trail loses its beginning first.
func headerLine(th *Theme, trail []string, facts []string, w int) string {
	if len(facts) == 0 {
		facts = []string{""}
	}
	sep := " " + th.Mark.Sep + " "
	for from := range trail {
		left := strings.Join(trail[from:], sep)
		for _, fact := range facts {
			if ansi.StringWidth(left)+2+ansi.StringWidth(fact) <= w {
				return spread(th, drawTrail(th, trail[from:]), th.Dim.Render(fact), w)
			}
		}
	}
	if len(trail) > 0 {
		trail = trail[len(trail)-1:]
	}
	fact := facts[len(facts)-1]
	if ansi.StringWidth(fact) > w/2 {
		fact = ""
	}
	return spread(th, drawTrail(th, trail), th.Dim.Render(fact), w)
}

func drawTrail(th *Theme, trail []string) string {
	parts := make([]string, len(trail))
	for i, s := range trail {
		parts[i] = th.Dim.Render(s)
	}
	if n := len(trail); n > 0 {
		parts[n-1] = th.Title.Render(trail[n-1])
	}
	return strings.Join(parts, th.Dim.Render(" "+th.Mark.Sep+" "))
}

// footerLines draws the keys that can be had now, in their order, in at most
// lines lines of w cells, with the help in the corner at the right. While text is
// typed, letters are no keys. A key that does not fit is left out whole, and the
// help still has it. The spots are where they stand.
func footerLines(th *Theme, keys Keymap, said *words.Words, bs []Binding, typing bool, w, lines int) ([]string, []Spot) {
	apart := 3
	if w < 60 {
		apart = 2
	}
	f := footer{th: th, w: w, lines: lines, apart: apart}
	for _, b := range bs {
		if label := keys.Shown(said, b.Intent, typing); b.Intent == IntentHelp && label != "" {
			f.corner, f.cornerW = keyWords(th, label, b.Words)
		}
	}
	for _, b := range bs {
		label := keys.Shown(said, b.Intent, typing)
		if b.Quiet || b.Disabled != "" || label == "" || b.Intent == IntentHelp {
			continue
		}
		text, width := keyWords(th, label, b.Words)
		f.add(b.Intent, text, width)
	}
	return f.done()
}

// keyWords is a key and what it does, and how wide that is.
func keyWords(th *Theme, label, says string) (text string, width int) {
	return th.Key.Render(label) + " " + th.Dim.Render(says), ansi.StringWidth(label) + 1 + ansi.StringWidth(says)
}

// footer is the lines of keys while they are made.
type footer struct {
	th              *Theme
	w, lines, apart int
	corner          string // of the last line, at the right; empty: nothing
	cornerW         int

	out   []string
	spots []Spot
	keys  []footerKey // of the present line
}

// footerKey is a key with its words, and how wide they are.
type footerKey struct {
	intent Intent
	text   string
	width  int
}

// used is how wide the present line is.
func (f *footer) used() int {
	n := 0
	for i, k := range f.keys {
		if i > 0 {
			n += f.apart
		}
		n += k.width
	}
	return n
}

// end ends the present line. The given keys from its end begin the next.
func (f *footer) end(keep int) {
	at := len(f.keys) - keep
	line, x := "", 0
	for i, k := range f.keys[:at] {
		if i > 0 {
			line, x = line+strings.Repeat(" ", f.apart), x+f.apart
		}
		f.spots = append(f.spots, keySpot(k.intent, x, len(f.out), k.width))
		line, x = line+k.text, x+k.width
	}
	f.out, f.keys = append(f.out, line), f.keys[at:]
}

// room is how wide the present line may be.
func (f *footer) room() int {
	if len(f.out)+1 >= f.lines && f.cornerW > 0 {
		return f.w - f.cornerW - f.apart
	}
	return f.w
}

// add puts a key on the present line or the next, or leaves it out.
func (f *footer) add(i Intent, text string, width int) {
	gap := f.apart
	if len(f.keys) == 0 {
		gap = 0
	}
	if f.used()+gap+width > f.room() {
		if len(f.keys) == 0 || len(f.out)+1 >= f.lines {
			return
		}
		f.end(0)
		if width > f.room() {
			return
		}
	}
	f.keys = append(f.keys, footerKey{i, text, width})
}

// done ends the footer. The corner is never alone on a line that it could share.
func (f *footer) done() ([]string, []Spot) {
	if f.cornerW > f.w {
		f.cornerW = 0
	}
	if f.cornerW == 0 {
		if len(f.keys) > 0 {
			f.end(0)
		}
		return f.out, f.spots
	}
	if n := len(f.keys); n > 0 && f.used()+f.apart+f.cornerW > f.w {
		keep := 0
		if n > 1 && f.keys[n-1].width+f.apart+f.cornerW <= f.w {
			keep = 1
		}
		f.end(keep)
	}
	at := f.w - f.cornerW
	room := at - f.used()
	f.end(0)
	f.out[len(f.out)-1] += strings.Repeat(" ", room) + f.corner
	f.spots = append(f.spots, keySpot(IntentHelp, at, len(f.out)-1, f.cornerW))
	return f.out, f.spots
}

// capital begins a text with a capital letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || n == len(s) || s[n] == ' ' { // a key is as it is
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// sentence makes a sentence of what is said in a part of one elsewhere.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") {
		return capital(s)
	}
	return capital(s) + "."
}
