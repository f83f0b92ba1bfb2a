package diagram

// draw lays the graph out in the widest way that fits: labels are wrapped more
// and more, and what does not fit from left to right is tried from top to
// bottom.
func (g *graph) draw(width int, ascii bool, w *Words) ([]string, bool) {
	if len(g.vertices) > maxDrawn || len(g.arrows) > 2*maxDrawn {
		return nil, false
	}
	ways := []direction{g.direction}
	switch g.direction {
	case right:
		ways = append(ways, down)
	case left:
		ways = append(ways, up)
	case down, up: // nothing is narrower
	}
	for _, way := range ways {
		turned := *g
		turned.direction = way
		for _, room := range []int{28, 20, 14, 10} {
			l := newLayout(&turned, room, w)
			if l == nil {
				return nil, false
			}
			l.order()
			l.place()
			if lines, ok := l.draw(way, width, ascii); ok {
				groups := g.groupLines(w)
				if len(groups) > 0 {
					lines = append(lines, "")
				}
				for _, s := range groups {
					lines = append(lines, wrap(s, width)...)
				}
				return lines, true
			}
		}
	}
	return nil, false
}

// pen maps along and across to columns and rows.
type pen struct {
	*canvas
	way  direction
	last int // the last cell along
}

func (p pen) at(along, across int) (x, y int) {
	switch p.way {
	case right:
		return along, across
	case left:
		return p.last - along, across
	case up:
		return across, p.last - along
	default:
		return across, along
	}
}

func (p pen) stretch(along1, across1, along2, across2 int, s stroke) {
	x1, y1 := p.at(along1, across1)
	x2, y2 := p.at(along2, across2)
	p.line(x1, y1, x2, y2, s)
}

// head is the head of an arrow that leads along, or back.
func (p pen) head(back bool) string {
	signs := map[direction]string{down: "v^", up: "^v", right: "><", left: "<>"}[p.way]
	if back {
		return signs[1:]
	}
	return signs[:1]
}

func (l *layout) draw(way direction, width int, ascii bool) ([]string, bool) {
	along, across := 0, 0
	for _, s := range l.spots {
		along, across = max(along, s.along+s.alongSize), max(across, s.across+s.acrossSize)
	}
	w, h := across, along
	if l.sideways {
		w, h = along, across
	}
	if w > width || h > maxHeight {
		return nil, false
	}
	p := pen{newCanvas(w, h, ascii), way, along - 1}
	for i := range l.spots {
		l.passage(p, &l.spots[i])
	}
	for i := range l.hops {
		l.hop(p, &l.hops[i])
	}
	for i := range l.spots {
		if s := &l.spots[i]; !s.passing() {
			p.box(s)
		}
	}
	for i := range l.hops {
		l.heads(p, &l.hops[i])
	}
	return p.strings(), true
}

// passage draws the line through a layer: of an arrow that passes it, beside a
// label, or from the end of a box that is shorter than its layer.
func (l *layout) passage(p pen, s *spot) {
	end := l.begins[s.layer] + l.sizes[s.layer] - 1
	if !s.framed() {
		p.stretch(s.along, s.across+s.middle(), end, s.across+s.middle(), s.stroke)
		return
	}
	for _, i := range s.out {
		h := &l.hops[i]
		p.stretch(s.along+s.alongSize-1, l.leaves(h), end, l.leaves(h), h.stroke)
	}
}

// hop draws the part of an arrow in the channel behind a layer.
func (l *layout) hop(p pen, h *hop) {
	from, to := &l.spots[h.from], &l.spots[h.to]
	begin, end := l.begins[from.layer]+l.sizes[from.layer]-1, to.along
	if h.head {
		end-- // the head touches the frame, the line does not go into it
	}
	if h.tail && from.alongSize == l.sizes[from.layer] {
		begin++
	}
	track := l.begins[from.layer] + l.sizes[from.layer] + l.leads[from.layer] + h.track
	if l.sideways {
		track++
	}
	leave, arrive := l.leaves(h), l.arrives(h)
	if h.track < 0 {
		p.stretch(begin, leave, end, arrive, h.stroke)
		return
	}
	p.stretch(begin, leave, track, leave, h.stroke)
	p.stretch(track, leave, track, arrive, h.stroke)
	p.stretch(track, arrive, end, arrive, h.stroke)
}

// heads draws the heads of an arrow over its line.
func (l *layout) heads(p pen, h *hop) {
	from, to := &l.spots[h.from], &l.spots[h.to]
	if h.head && h.stroke != unseen {
		x, y := p.at(to.along-1, l.arrives(h))
		p.write(x, y, p.head(false))
	}
	if h.tail && h.stroke != unseen {
		x, y := p.at(from.along+from.alongSize, l.leaves(h))
		p.write(x, y, p.head(true))
	}
}

// box draws a frame and the label in it.
func (p pen) box(s *spot) {
	x1, y1 := p.at(s.along, s.across)
	x2, y2 := p.at(s.along+s.alongSize-1, s.across+s.acrossSize-1)
	x1, x2, y1, y2 = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
	if s.shape == bare {
		p.label(s, x1, y1, x2)
		return
	}
	for y := y1 + 1; y < y2; y++ { // no line shows through
		for x := x1 + 1; x < x2; x++ {
			p.write(x, y, " ")
		}
	}
	p.line(x1, y1, x2, y1, solid)
	p.line(x1, y2, x2, y2, solid)
	p.line(x1, y1, x1, y2, solid)
	p.line(x2, y1, x2, y2, solid)
	p.corners(s.shape, x1, y1, x2, y2)
	p.label(s, x1, y1+1, x2)
}

// label writes the lines of a label in the middle between two columns.
func (p pen) label(s *spot, x1, y, x2 int) {
	for i, line := range s.lines {
		x := x1 + (x2-x1+1-cells(line))/2
		p.write(x, y+i, line)
	}
}

// corners shows what shape the frame of a box has.
func (p pen) corners(s shape, x1, y1, x2, y2 int) {
	side := func(left, right string) {
		for y := y1 + 1; y < y2; y++ {
			if i := y*p.w + x1; p.lines[i] == toUp|toDown {
				p.write(x1, y, left)
			}
			if i := y*p.w + x2; p.lines[i] == toUp|toDown {
				p.write(x2, y, right)
			}
		}
	}
	four := func(signs string) {
		r := []rune(signs)
		p.write(x1, y1, string(r[0]))
		p.write(x2, y1, string(r[1]))
		p.write(x1, y2, string(r[2]))
		p.write(x2, y2, string(r[3]))
	}
	switch {
	case s == rounded && p.ascii:
		four("..''")
	case s == rounded:
		four("╭╮╰╯")
	case s == pointed:
		side("<", ">")
	case s == doubled && p.ascii:
		side("[", "]")
	case s == doubled:
		side("║", "║")
	case s == slanted:
		side("/", "/")
	}
}
