package mdtext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
)

// lineMaker is where a wrapper writes: it begins every line with what stands
// before the text, and takes the finished line.
type lineMaker interface {
	begin() (Line, int) // the line so far and its width
	end(Line)
}

// piece is a part of a run without a place to break.
type piece struct {
	run, from, to int
	width         int
}

// wrapper breaks runs into lines of at most limit cells. A word that is wider
// is broken where an address or a path would be, or else anywhere.
type wrapper struct {
	limit int
	out   lineMaker
	runs  []run

	line  Line
	col   int
	start int // width of what stands before the text of this line

	word  []piece
	wordW int
	gap   piece // the space before word; width 0: none
	last  rune  // the last character of word

	tailRun, tailFrom, tailTo int // the end of line, as a part of runs; tailRun -1: none
}

// wrap breaks runs into lines. It always makes at least one.
func (w *wrapper) wrap(runs []run) {
	w.runs = runs
	w.word, w.wordW, w.gap, w.last = w.word[:0], 0, piece{}, 0
	w.beginLine()
	for i := range runs {
		if runs[i].text == hardBreak {
			w.endWord()
			w.newLine()
			continue
		}
		w.feed(i)
	}
	w.endWord()
	w.out.end(w.line)
}

// feed cuts run i into words.
func (w *wrapper) feed(i int) {
	t := w.runs[i].text
	for at := 0; at < len(t); {
		switch c := t[at]; {
		case c == ' ' && !w.runs[i].glue && isDigit(w.last) && unitFirst(t[at+1:]):
			w.add(piece{run: i, from: at, to: at + 1, width: 1})
			w.last = ' '
			at++
		case c == ' ' && !w.runs[i].glue:
			w.endWord()
			w.gap = piece{run: i, from: at, to: at + 1, width: 1}
			at++
		case c < utf8.RuneSelf:
			at = w.ascii(i, at)
		default:
			at = w.other(i, at)
		}
	}
}

// ascii adds the plain characters at at to the word and returns what follows
// them. The last one is left to other when a mark may combine with it.
func (w *wrapper) ascii(i, at int) int {
	t := w.runs[i].text
	end := at
	for end < len(t) && t[end] < utf8.RuneSelf && (t[end] != ' ' || w.runs[i].glue) {
		end++
	}
	if end < len(t) && t[end] >= utf8.RuneSelf {
		if end--; end == at {
			return w.other(i, at)
		}
	}
	if w.last >= utf8.RuneSelf && breaks(w.last, rune(t[at])) {
		w.endWord()
	}
	w.add(piece{run: i, from: at, to: end, width: end - at})
	w.last = rune(t[end-1])
	return end
}

// other adds characters one by one, and ends the word wherever the script lets
// a line break.
func (w *wrapper) other(i, at int) int {
	t := w.runs[i].text
	g := displaywidth.StringGraphemes(t[at:])
	for g.Next() {
		v := g.Value()
		if v == " " && !w.runs[i].glue {
			return at
		}
		if len(v) == 1 && at+1 < len(t) && t[at+1] < utf8.RuneSelf {
			return w.ascii(i, at)
		}
		r, _ := utf8.DecodeRuneInString(v)
		if w.last != 0 && breaks(w.last, r) {
			w.endWord()
		}
		w.add(piece{run: i, from: at, to: at + len(v), width: g.Width()})
		w.last, _ = utf8.DecodeLastRuneInString(v)
		at += len(v)
	}
	return at
}

func (w *wrapper) add(p piece) {
	w.wordW += p.width
	if n := len(w.word); n > 0 && w.word[n-1].run == p.run && w.word[n-1].to == p.from {
		w.word[n-1].to = p.to
		w.word[n-1].width += p.width
		return
	}
	w.word = append(w.word, p)
}

// endWord puts the word on this line or the next.
func (w *wrapper) endWord() {
	if len(w.word) == 0 {
		return
	}
	if w.col > w.start && w.col+w.gap.width+w.wordW > w.limit {
		w.newLine()
	}
	if w.col > w.start && w.gap.width > 0 {
		w.put(w.gap)
	}
	w.gap = piece{}
	if w.col+w.wordW > w.limit {
		w.chop()
	} else {
		for _, p := range w.word {
			w.put(p)
		}
	}
	w.word, w.wordW, w.last = w.word[:0], 0, 0
}

// put adds a piece to the line. A piece that continues the text before it
// lengthens that text.
func (w *wrapper) put(p piece) {
	r := &w.runs[p.run]
	if n := len(w.line); w.tailRun == p.run && w.tailTo == p.from {
		w.line[n-1].Text = r.text[w.tailFrom:p.to]
	} else {
		w.line = append(w.line, Span{Text: r.text[p.from:p.to], Look: r.look, Link: r.link})
		w.tailRun, w.tailFrom = p.run, p.from
	}
	w.tailTo = p.to
	w.col += p.width
}

// chop breaks a word that is wider than a line.
func (w *wrapper) chop() {
	var held []piece // characters since the last good place to break
	heldW := 0
	broken := false
	for _, p := range w.word {
		text := w.runs[p.run].text
		at := p.from
		g := displaywidth.StringGraphemes(text[p.from:p.to])
		for g.Next() {
			c := piece{run: p.run, from: at, to: at + len(g.Value()), width: g.Width()}
			at = c.to
			space := g.Value() == " " || g.Value() == "\u00a0"
			if here := w.col + heldW; space && (here == w.limit || broken && here == w.start) {
				held, heldW = w.release(held), 0
				continue // spaces do not begin a line
			}
			for w.col+heldW+c.width > w.limit && w.col+heldW > w.start {
				if w.col == w.start || heldW > (w.limit-w.start)/2 {
					held, heldW = w.release(held), 0
				}
				w.newLine()
				broken = true
			}
			held, heldW = append(held, c), heldW+c.width
			if space || strings.ContainsAny(g.Value(), "/-_.,;:?&=+|") {
				held, heldW = w.release(held), 0
			}
		}
	}
	w.release(held)
}

func (w *wrapper) release(held []piece) []piece {
	for _, p := range held {
		w.put(p)
	}
	return held[:0]
}

func (w *wrapper) newLine() {
	w.out.end(w.line)
	w.gap = piece{}
	w.beginLine()
}

func (w *wrapper) beginLine() {
	w.line, w.start = w.out.begin()
	w.col = w.start
	w.tailRun = -1
}

// Wrap breaks text into lines of at most width cells. A span of the text "\n"
// ends a line, several spaces count as one. All lines but the first are indented
// by hang cells.
func Wrap(text Line, width, hang int) []Line {
	runs := make([]run, len(text))
	for i, s := range text {
		runs[i] = run{text: s.Text, look: s.Look, link: s.Link}
	}
	width = max(width, 2)
	if width-hang < minText/2 {
		hang = 0
	}
	out := hangingLines{hang: hang}
	w := wrapper{limit: width, out: &out}
	w.wrap(runs)
	return out.lines
}

// hangingLines takes lines that are indented from the second on.
type hangingLines struct {
	lines []Line
	hang  int
	begun bool
}

func (h *hangingLines) begin() (Line, int) {
	if !h.begun || h.hang == 0 {
		h.begun = true
		return nil, 0
	}
	return spaces(h.hang), h.hang
}

func (h *hangingLines) end(line Line) { h.lines = append(h.lines, trimRight(line)) }

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// unitFirst reports whether text begins with a sign or a unit that belongs to
// the number before it, so that the line does not end between the two.
func unitFirst(t string) bool {
	end := strings.IndexFunc(t, func(r rune) bool {
		return !unicode.IsLetter(r) && !strings.ContainsRune("%‰°′″/²³€$£¥", r)
	})
	if end < 0 {
		end = len(t)
	}
	const longest = 6
	if end == 0 || end > longest || end < len(t) && strings.IndexByte(" .,;:!?)", t[end]) < 0 {
		return false
	}
	const units = " % ‰ ° °C °F K € $ £ ¥ EUR USD mm cm dm m km m² m³ km² ha ml cl dl l L mg g kg t ns µs μs ms s min h km/h m/s Hz kHz MHz GHz " +
		"B kB KB MB GB TB KiB MiB GiB TiB bit kbit Mbit px pt em rem V A W kW kWh J kJ N Pa hPa kPa bar mol dB am pm "
	return strings.Contains(units, " "+t[:end]+" ")
}
