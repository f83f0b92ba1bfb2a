package diagram

import (
	"slices"
	"sort"
)

// The layout is the layered one of Sugiyama, Tagawa and Toda (1981): arrows
// that lead in a circle are turned, boxes are put in layers, arrows over
// several layers get a place in each, the order in the layers is chosen so
// that few arrows cross, and then all get their cells. "Along" is the direction
// from layer to layer, "across" the one within a layer.

// maxSpots bounds boxes and the places of arrows between them.
const maxSpots = 3000

// spot is a box, the label of an arrow, or where an arrow passes a layer.
type spot struct {
	lines  []string // of the label; nil: an arrow passes
	shape  shape
	stroke stroke
	layer  int

	along, across         int // where it begins
	alongSize, acrossSize int
	in, out               []int // hops
}

func (s *spot) passing() bool { return s.lines == nil }

// middle is where arrows meet the spot, from where it begins.
func (s *spot) middle() int { return (s.acrossSize - 1) / 2 }

// framed reports a box, rather than a label or a passing arrow.
func (s *spot) framed() bool { return !s.passing() && s.shape != bare }

// hop is the part of an arrow between two layers.
type hop struct {
	from, to      int
	stroke        stroke
	head, tail    bool // of the drawn direction
	track         int  // in the channel between the layers; -1: straight on
	leave, arrive int  // where it meets the two spots, from where they begin
}

type layout struct {
	sideways bool // layers stand side by side
	spots    []spot
	hops     []hop
	layers   [][]int // spots in their order
	begins   []int   // where each layer begins
	sizes    []int   // how much room it has along
	leads    []int   // cells before the channel behind each layer
}

// newLayout puts the boxes and arrows of g in layers; nil: there are too many.
// Labels are wrapped at room cells.
func newLayout(g *graph, room int, w *Words) *layout {
	l := &layout{sideways: g.direction == right || g.direction == left}
	own := g.selfArrows(w)
	for i, v := range g.vertices {
		lines := wrap(g.labelOf(v, w), room)
		for _, s := range own[i] {
			lines = append(lines, wrap(s, room)...)
		}
		l.spots = append(l.spots, l.box(lines, v.shape))
	}
	turned := g.turned()
	layers := g.layers(turned)
	for i := range l.spots {
		l.spots[i].layer = layers[i]
	}
	for i, a := range g.arrows {
		if a.from == a.to {
			continue
		}
		if turned[i] {
			a.from, a.to, a.head, a.tail = a.to, a.from, a.tail, a.head
		}
		if !l.arrow(a, turned[i], room) {
			return nil
		}
	}
	return l
}

// selfArrows are what arrows from a box to itself add to its label.
func (g *graph) selfArrows(w *Words) map[int][]string {
	own := map[int][]string{}
	for _, a := range g.arrows {
		if a.from == a.to && a.stroke != unseen {
			own[a.from] = append(own[a.from], w.Itself(oneLine(a.label)))
		}
	}
	return own
}

// box makes the spot of a label with a frame around it.
func (l *layout) box(lines []string, s shape) spot {
	width := 0
	for _, line := range lines {
		width = max(width, cells(line))
	}
	b := spot{lines: lines, shape: s, alongSize: len(lines) + 2, acrossSize: width + 4}
	if s == bare {
		b.alongSize, b.acrossSize = len(lines), width
	}
	if l.sideways {
		b.alongSize, b.acrossSize = b.acrossSize, b.alongSize
		if s == bare {
			b.alongSize += 2 // the line shows before and after the label
		}
	}
	return b
}

// turned finds the arrows that lead back to where they came from, by a walk in
// depth.
func (g *graph) turned() []bool {
	out := make([][]int, len(g.vertices))
	for i, a := range g.arrows {
		out[a.from] = append(out[a.from], i)
	}
	turned := make([]bool, len(g.arrows))
	state := make([]byte, len(g.vertices)) // 1: on the way, 2: done
	type frame struct{ v, next int }
	for root := range g.vertices {
		if state[root] != 0 {
			continue
		}
		state[root] = 1
		way := []frame{{root, 0}}
		for len(way) > 0 {
			f := &way[len(way)-1]
			if f.next == len(out[f.v]) {
				state[f.v] = 2
				way = way[:len(way)-1]
				continue
			}
			i := out[f.v][f.next]
			f.next++
			switch to := g.arrows[i].to; state[to] {
			case 0:
				state[to] = 1
				way = append(way, frame{to, 0})
			case 1:
				turned[i] = true
			}
		}
	}
	return turned
}

// layers gives every vertex the length of the longest way to it. An arrow with
// a label is two layers long, so that the label has one of its own.
func (g *graph) layers(turned []bool) []int {
	layer := make([]int, len(g.vertices))
	into := make([]int, len(g.vertices))
	out := make([][][2]int, len(g.vertices)) // to, length
	for i, a := range g.arrows {
		from, to := a.from, a.to
		if from == to {
			continue
		}
		if turned[i] {
			from, to = to, from
		}
		length := 1
		if a.label != "" {
			length = 2
		}
		out[from] = append(out[from], [2]int{to, length})
		into[to]++
	}
	var ready []int
	for v, n := range into {
		if n == 0 {
			ready = append(ready, v)
		}
	}
	for len(ready) > 0 {
		v := ready[0]
		ready = ready[1:]
		for _, e := range out[v] {
			layer[e[0]] = max(layer[e[0]], layer[v]+e[1])
			if into[e[0]]--; into[e[0]] == 0 {
				ready = append(ready, e[0])
			}
		}
	}
	return layer
}

// arrow adds the hops of an arrow, through a spot in every layer between. The
// label stands beside where the arrow begins.
func (l *layout) arrow(a arrow, turned bool, room int) bool {
	first, last := l.spots[a.from].layer, l.spots[a.to].layer
	labelAt := first + 1
	if turned {
		labelAt = last - 1
	}
	at := a.from
	for layer := first + 1; layer <= last; layer++ {
		to := a.to
		if layer < last {
			s := spot{alongSize: 1, acrossSize: 1, layer: layer, stroke: a.stroke}
			if layer == labelAt && a.label != "" {
				s = l.box(wrap(a.label, min(room, 20)), bare)
				s.layer, s.stroke = layer, a.stroke
			}
			to = len(l.spots)
			l.spots = append(l.spots, s)
		}
		l.hops = append(l.hops, hop{from: at, to: to, stroke: a.stroke, track: -1,
			head: a.head && layer == last, tail: a.tail && layer == first+1})
		at = to
	}
	return len(l.spots) <= maxSpots
}

// order chooses the order in each layer.
func (l *layout) order() {
	n := 0
	for _, s := range l.spots {
		n = max(n, s.layer+1)
	}
	l.layers = make([][]int, n)
	for i, h := range l.hops {
		l.spots[h.from].out = append(l.spots[h.from].out, i)
		l.spots[h.to].in = append(l.spots[h.to].in, i)
	}
	seen := make([]bool, len(l.spots))
	var visit func(int)
	visit = func(i int) {
		if seen[i] {
			return
		}
		seen[i] = true
		l.layers[l.spots[i].layer] = append(l.layers[l.spots[i].layer], i)
		for _, h := range l.spots[i].out {
			visit(l.hops[h].to)
		}
	}
	for i := range l.spots {
		if len(l.spots[i].in) == 0 {
			visit(i)
		}
	}
	for i := range l.spots {
		visit(i)
	}
	best, fewest := l.copyLayers(), l.crossings()
	const sweeps = 8
	for sweep := 0; sweep < sweeps && fewest > 0; sweep++ {
		l.sweep(sweep%2 == 0)
		if n := l.crossings(); n < fewest {
			best, fewest = l.copyLayers(), n
		}
	}
	l.layers = best
}

func (l *layout) copyLayers() [][]int {
	out := make([][]int, len(l.layers))
	for i := range out {
		out[i] = slices.Clone(l.layers[i])
	}
	return out
}

// sweep orders each layer by the middle of its neighbours in the one before.
func (l *layout) sweep(forward bool) {
	place := make([]float64, len(l.spots))
	note := func(layer []int) {
		for at, s := range layer {
			place[s] = float64(at)
		}
	}
	for k := range l.layers {
		at := k
		if !forward {
			at = len(l.layers) - 1 - k
		}
		layer := l.layers[at]
		note(layer)
		wish := make(map[int]float64, len(layer))
		for _, s := range layer {
			sum, n := 0.0, 0
			for _, o := range l.neighbours(s, forward) {
				sum, n = sum+place[o], n+1
			}
			wish[s] = place[s]
			if n > 0 {
				wish[s] = sum / float64(n)
			}
		}
		sort.SliceStable(layer, func(a, b int) bool { return wish[layer[a]] < wish[layer[b]] })
		note(layer)
	}
}

// neighbours are the spots that s has hops from, or hops to.
func (l *layout) neighbours(s int, before bool) []int {
	var out []int
	if before {
		for _, h := range l.spots[s].in {
			out = append(out, l.hops[h].from)
		}
		return out
	}
	for _, h := range l.spots[s].out {
		out = append(out, l.hops[h].to)
	}
	return out
}

// crossings counts how often hops cross.
func (l *layout) crossings() int {
	place := make([]int, len(l.spots))
	for _, layer := range l.layers {
		for at, s := range layer {
			place[s] = at
		}
	}
	n := 0
	for _, layer := range l.layers {
		var ends []int
		for _, s := range layer {
			var to []int
			for _, h := range l.spots[s].out {
				to = append(to, place[l.hops[h].to])
			}
			slices.Sort(to)
			for _, t := range to {
				for _, e := range ends {
					if e > t {
						n++
					}
				}
			}
			ends = append(ends, to...)
		}
	}
	return n
}
