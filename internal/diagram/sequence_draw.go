package diagram

import "strings"

// sequenceLayout is where the participants of a sequence stand.
type sequenceLayout struct {
	q      *sequence
	names  [][]string // wrapped
	width  []int      // of their boxes
	middle []int      // the columns of their lines
	room   int        // at which messages are wrapped
	total  int        // cells across
}

func (q *sequence) draw(width int, ascii bool) ([]string, bool) {
	if len(q.steps) > maxDrawn {
		return nil, false
	}
	for _, room := range []int{36, 24, 16, 11} {
		l := newSequenceLayout(q, room)
		if l.total > width {
			continue
		}
		h := l.heights()
		if h > maxHeight {
			return nil, false
		}
		return l.draw(h, ascii), true
	}
	return nil, false
}

func newSequenceLayout(q *sequence, room int) *sequenceLayout {
	l := &sequenceLayout{q: q, room: room}
	for _, v := range q.who {
		name := wrap(v.label, min(room, 20))
		l.names = append(l.names, name)
		l.width = append(l.width, widest(name)+4)
	}
	depth := 0
	for _, s := range q.steps {
		depth = max(depth, s.depth+1)
	}
	left := 2 * depth
	if depth == 1 && !q.blocks() {
		left = 0
	}
	l.spread(left)
	return l
}

func (q *sequence) blocks() bool {
	for _, s := range q.steps {
		if s.kind == blockBegin {
			return true
		}
	}
	return false
}

func widest(lines []string) int {
	w := 0
	for _, s := range lines {
		w = max(w, cells(s))
	}
	return w
}

// gaps are the cells that are needed before each participant, and after the last.
type gaps []int

func (g gaps) atLeast(i, takes int) { g[i] = max(g[i], takes) }

// between makes room for what goes from one participant to a later one: the
// gaps between them share what is missing.
func (g gaps) between(from, to, takes int) {
	have := 0
	for _, gap := range g[from+1 : to+1] {
		have += gap
	}
	for i := from + 1; i <= to && have < takes; i++ {
		more := (takes - have + to - i) / (to - i + 1)
		g[i] += more
		have += more
	}
}

// widen makes room for a step.
func (l *sequenceLayout) widen(g gaps, s *step) {
	if s.kind != message && s.kind != note {
		return
	}
	takes := widest(wrap(s.text, l.room)) + 4
	from, to := min(s.from, s.to), max(s.from, s.to)
	switch {
	case s.kind == note && s.side == 'l' && from == 0:
		g.atLeast(0, takes+1)
	case s.kind == note && s.side == 'l':
		g.atLeast(from, takes+2)
	case s.kind == note && s.side == 'o' && from == to:
		g.atLeast(from, takes/2+1)
		g.atLeast(to+1, takes/2+1)
	case from == to:
		g.atLeast(to+1, takes+3)
	default:
		g.between(from, to, takes)
	}
}

// spread gives the participants their columns, so that every message has the
// room it takes between the two it goes between.
func (l *sequenceLayout) spread(left int) {
	last := len(l.q.who) - 1
	g := make(gaps, last+2)
	g[0], g[last+1] = l.width[0]/2, l.width[last]-l.width[last]/2
	for i := 1; i <= last; i++ {
		g[i] = (l.width[i-1]+l.width[i])/2 + 2
	}
	for i := range l.q.steps {
		l.widen(g, &l.q.steps[i])
	}
	at := left
	for _, gap := range g[:last+1] {
		at += gap
		l.middle = append(l.middle, at)
	}
	l.total = at + g[last+1] + 1
	for i := range l.q.steps {
		if s := &l.q.steps[i]; s.kind == blockBegin || s.kind == blockElse {
			l.total = max(l.total, 2*s.depth+3+len(s.word)+min(cells(s.text), l.room))
		}
	}
}

func (l *sequenceLayout) headHeight() int {
	h := 0
	for _, name := range l.names {
		h = max(h, len(name))
	}
	return h + 2
}

// height is how many rows a step takes.
func (l *sequenceLayout) height(s *step) int {
	switch s.kind {
	case message:
		h := 1
		if s.text != "" {
			h += len(wrap(s.text, l.room))
		}
		if s.from == s.to {
			h++
		}
		return h
	case note:
		return len(wrap(s.text, l.room))
	case blockBegin, blockElse:
		return len(l.blockLabel(s))
	default:
		return 1
	}
}

func (l *sequenceLayout) heights() int {
	h := l.headHeight() + 1
	for i := range l.q.steps {
		h += l.height(&l.q.steps[i])
	}
	return h
}

func (l *sequenceLayout) blockLabel(s *step) []string {
	if s.text == "" {
		return []string{s.word}
	}
	return wrap(s.word+" "+s.text, max(l.total-2*s.depth-3, len(s.word)+1))
}

func (l *sequenceLayout) draw(h int, ascii bool) []string {
	p := pen{newCanvas(l.total, h, ascii), down, 0}
	head := l.headHeight()
	for i, x := range l.middle {
		p.line(x, head-1, x, h-1, solid)
		p.box(&spot{lines: l.names[i], across: x - l.width[i]/2, alongSize: head, acrossSize: l.width[i]})
	}
	y := head
	for i := range l.q.steps {
		s := &l.q.steps[i]
		rows := l.height(s)
		l.brackets(p, s, y, rows)
		switch s.kind {
		case message:
			l.message(p, s, y)
		case note:
			l.note(p, s, y)
		case blockBegin, blockElse, blockEnd: // brackets are all they have
		}
		y += rows
	}
	return p.strings()
}

// brackets draws the left edges of the blocks around a step, and what a block
// says at its beginning.
func (l *sequenceLayout) brackets(p pen, s *step, y, rows int) {
	signs := []rune("┌├└│")
	if p.ascii {
		signs = []rune("+++|")
	}
	for d := range s.depth {
		for i := range rows {
			p.write(2*d, y+i, string(signs[3]))
		}
	}
	if s.kind == message || s.kind == note {
		return
	}
	x := 2 * s.depth
	sign := map[stepKind]rune{blockBegin: signs[0], blockElse: signs[1], blockEnd: signs[2]}[s.kind]
	p.write(x, y, string(sign))
	if s.kind == blockEnd {
		return
	}
	for i, line := range l.blockLabel(s) {
		if i > 0 {
			p.write(x, y+i, string(signs[3]))
		}
		p.write(x+2, y+i, line)
		p.write(x+1, y+i, " ")
		p.write(x+2+cells(line), y+i, " ")
	}
}

func (l *sequenceLayout) message(p pen, s *step, y int) {
	from, to := l.middle[s.from], l.middle[s.to]
	if s.text != "" {
		for _, line := range wrap(s.text, l.room) {
			x := min(from, to) + 2
			if from != to {
				x = min(from, to) + 1 + max((max(from, to)-min(from, to)-1-cells(line))/2, 0)
			}
			p.write(x, y, line)
			y++
		}
	}
	head := s.head
	if from == to {
		p.line(from, y, from+3, y, s.stroke)
		p.line(from+3, y, from+3, y+1, s.stroke)
		p.line(from, y+1, from+3, y+1, s.stroke)
		if head == ">" {
			head = "<"
		}
		p.write(from+1, y+1, head)
		return
	}
	p.shaft(from, to, y, s.stroke)
	step, back := 1, ">"
	if from > to {
		step = -1
		if head == ">" {
			head = "<"
		}
	} else {
		back = "<"
	}
	p.write(to-step, y, head)
	if s.both {
		p.write(from+step, y, back)
	}
}

// shaft draws the line of a message over the lines of those it passes.
func (p pen) shaft(from, to, y int, s stroke) {
	lo, hi := min(from, to), max(from, to)
	sign := "─"
	switch {
	case s == dotted && p.ascii:
		sign = "."
	case s == dotted:
		sign = "╌"
	case p.ascii:
		sign = "-"
	}
	p.write(lo+1, y, strings.Repeat(sign, hi-lo-1))
}

func (l *sequenceLayout) note(p pen, s *step, y int) {
	lines := wrap(s.text, l.room)
	width := widest(lines) + 4
	x := (l.middle[s.from]+l.middle[s.to])/2 - width/2
	switch s.side {
	case 'l':
		x = l.middle[s.from] - width - 1
	case 'r':
		x = l.middle[s.to] + 2
	}
	for i, line := range lines {
		p.write(max(x, 0), y+i, "[ "+line+strings.Repeat(" ", width-4-cells(line))+" ]")
	}
}
