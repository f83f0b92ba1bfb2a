package roadmap

import (
	"cmp"
	"errors"
	"math"
	"slices"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// Sizes of the picture, in its units.
const (
	cellWide  = 7.4 // a cell of a text, taken widely: what fonts are there is not known
	lineHigh  = 17.0
	padding   = 10.0
	gapAcross = 26.0
	gapDown   = 26.0
	sweeps    = 12 // over the layers, each way

	mostItems = 100_000 // boxes, labels and bends of a picture
)

var errTooLarge = errors.New("the course is too large for a picture of this kind; Graphviz may draw it: --format dot")

// item is a node, a label or a bend of a long edge, in a layer.
type item struct {
	node   *Node    // nil: a label or a bend
	text   []string // of a node or a label
	road   bool     // on the road: what it is joined to stands straight below it
	layer  int
	x, y   float64 // of its middle
	w, h   float64
	top    float64 // of its layer
	bottom float64
	up     []*item
	down   []*item
	order  float64
	number int // of a node: as the author has it
}

// route is an edge on its way through the layers.
type route struct {
	edge     Edge
	by       []*item // from its beginning to its end, downwards
	reversed bool    // it leads upwards
}

// picture is a graph that is laid out: in layers from top to bottom, with few
// crossings, after Sugiyama, Tagawa and Toda (1981). Edges that lead back are
// turned around for that; labels are items of their own, so that nothing lies on
// anything else.
type picture struct {
	items  []*item
	layers [][]*item
	routes []route
	w, h   float64
}

func (g Graph) layout() (*picture, error) {
	g = g.besides()
	p := &picture{}
	at := map[string]*item{}
	for i := range g.Nodes {
		n := &g.Nodes[i]
		it := &item{node: n, number: i, road: n.Kind != NodeDetour}
		it.text = folded(n.lines())
		it.w, it.h = boxOf(it.text)
		at[n.ID] = it
		p.items = append(p.items, it)
	}
	p.rank(g.Edges, at)
	for _, e := range g.Edges {
		from, to := at[e.From], at[e.To]
		if from == nil || to == nil || from == to {
			continue
		}
		if p.routes = append(p.routes, p.route(e, from, to)); len(p.items) > mostItems {
			return nil, errTooLarge
		}
	}
	p.fill()
	for range sweeps {
		p.sort(true)
		p.sort(false)
	}
	p.place()
	return p, nil
}

// besides is the graph as it is drawn: a detour stands beside each lesson that
// leads to it, and what leads from one place to another is one edge.
func (g Graph) besides() Graph {
	out := Graph{Title: g.Title, About: g.About, Nodes: slices.Clone(g.Nodes)}
	at, added := g.index(), map[string]bool{}
	beside := map[string]string{} // the lesson that a detour stands beside first
	joined := map[[2]string]int{}
	for _, e := range g.drawn() {
		says := e.says()
		if n := at[e.To]; n != nil && n.Kind == NodeDetour && e.Kind.Branch() {
			if first, drawn := beside[e.To]; drawn && first != e.From {
				again := *n
				again.ID = e.From + " " + e.To // no id has a space
				if e.To = again.ID; !added[again.ID] {
					added[again.ID] = true
					out.Nodes = append(out.Nodes, again)
				}
			} else {
				beside[e.To] = e.From
			}
		}
		key := [2]string{e.From, e.To}
		if i, drawn := joined[key]; drawn {
			out.Edges[i].Labels = append(out.Edges[i].Labels, says...)
			continue
		}
		joined[key] = len(out.Edges)
		e.Labels = says
		out.Edges = append(out.Edges, e)
	}
	return out
}

// folded cuts lines that are wider than boxes should be, and leaves out what is
// too much.
func folded(lines []string) []string {
	const wide, most = 30, 6
	s := &sheet{}
	var list []string
	for _, line := range lines {
		list = append(list, s.wrap(textsafe.Line(line), wide, wide)...)
	}
	if len(list) > most {
		list = append(list[:most-1:most-1], list[most-1]+"…")
	}
	return list
}

// boxOf is the size of a box around lines.
func boxOf(lines []string) (w, h float64) {
	most := 0
	for _, line := range lines {
		most = max(most, cells(line))
	}
	return float64(most)*cellWide + 2*padding, float64(len(lines))*lineHigh + padding
}

// rank puts each node two layers below all that it is joined to and that stands
// before it, so that there is one between for labels. An edge that leads back is
// turned around.
func (p *picture) rank(edges []Edge, at map[string]*item) {
	type pair struct{ above, below *item }
	var pairs []pair
	for _, e := range edges {
		from, to := at[e.From], at[e.To]
		if from == nil || to == nil || from == to {
			continue
		}
		if from.number > to.number {
			from, to = to, from
		}
		pairs = append(pairs, pair{from, to})
	}
	// In this order each is placed before it pushes others.
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(a.above.number, b.above.number) })
	for _, p := range pairs {
		p.below.layer = max(p.below.layer, p.above.layer+2)
	}
}

// route makes the bends and the label of an edge.
func (p *picture) route(e Edge, from, to *item) route {
	r := route{edge: e}
	if from.number > to.number {
		from, to, r.reversed = to, from, true
	}
	r.by = []*item{from}
	middle := (from.layer + to.layer) / 2
	straight := from.road && to.road && !e.Kind.Branch() && e.Kind != EdgeNeeds
	for layer := from.layer + 1; layer < to.layer; layer++ {
		bend := &item{layer: layer, w: 2, h: 2, road: straight}
		if says := folded(e.Labels); layer == middle && len(says) > 0 {
			bend.text = says
			bend.w, bend.h = boxOf(says)
			bend.w, bend.h = bend.w-padding, bend.h-padding/2
		}
		p.items = append(p.items, bend)
		r.by = append(r.by, bend)
	}
	r.by = append(r.by, to)
	for i := range r.by[:len(r.by)-1] {
		r.by[i].down = append(r.by[i].down, r.by[i+1])
		r.by[i+1].up = append(r.by[i+1].up, r.by[i])
	}
	return r
}

// fill sorts the items into layers, in the author's order.
func (p *picture) fill() {
	for _, it := range p.items {
		for len(p.layers) <= it.layer {
			p.layers = append(p.layers, nil)
		}
		p.layers[it.layer] = append(p.layers[it.layer], it)
	}
	p.layers = slices.DeleteFunc(p.layers, func(l []*item) bool { return len(l) == 0 })
	for _, layer := range p.layers {
		slices.SortStableFunc(layer, func(a, b *item) int { return cmp.Compare(sideOf(a), sideOf(b)) })
		number(layer)
	}
}

// sideOf keeps the road to the left of what leads off it.
func sideOf(it *item) int {
	if it.road {
		return 0
	}
	return 1
}

func number(layer []*item) {
	for i, it := range layer {
		it.order = float64(i)
	}
}

// sort orders each layer by the middle of what its items are joined to, one way.
func (p *picture) sort(down bool) {
	for i := range p.layers {
		layer := p.layers[i]
		if !down {
			layer = p.layers[len(p.layers)-1-i]
		}
		mean := map[*item]float64{}
		for _, it := range layer {
			near := it.up
			if !down {
				near = it.down
			}
			mean[it] = it.order
			if len(near) > 0 {
				sum := 0.0
				for _, n := range near {
					sum += n.order
				}
				mean[it] = sum / float64(len(near))
			}
		}
		slices.SortStableFunc(layer, func(a, b *item) int {
			return cmp.Or(cmp.Compare(sideOf(a), sideOf(b)), cmp.Compare(mean[a], mean[b]))
		})
		number(layer)
	}
}

// place gives the items their places: layers from top to bottom, in each from
// left to right, near what they are joined to.
func (p *picture) place() {
	y := 0.0
	for _, layer := range p.layers {
		high, x := 0.0, 0.0
		for _, it := range layer {
			high = max(high, it.h)
			it.x = x + it.w/2
			x += it.w + gapAcross
		}
		for _, it := range layer {
			it.y, it.top, it.bottom = y+high/2, y, y+high
		}
		y += high + gapDown
		if high <= 2 {
			y -= gapDown / 2 // nothing but bends
		}
	}
	for range sweeps {
		for _, layer := range p.layers {
			pull(layer, func(it *item) []*item { return it.up })
		}
		for i := len(p.layers) - 1; i >= 0; i-- {
			pull(p.layers[i], func(it *item) []*item { return it.down })
		}
	}
	left, right := math.Inf(1), math.Inf(-1)
	for _, it := range p.items {
		left, right = min(left, it.x-it.w/2), max(right, it.x+it.w/2)
	}
	for _, it := range p.items {
		it.x -= left
	}
	p.w, p.h = right-left, y-gapDown
}

// pull moves the items of a layer towards the middle of what they are joined to,
// the road straight down, and keeps them apart.
func pull(layer []*item, near func(*item) []*item) {
	for _, it := range layer {
		sum, weight := 0.0, 0.0
		list := near(it)
		straight := it.road && slices.ContainsFunc(list, func(n *item) bool { return n.road })
		for _, n := range list {
			if n.road || !straight {
				sum, weight = sum+n.x, weight+1
			}
		}
		if weight > 0 {
			it.x = sum / weight
		}
	}
	road := 0
	for road < len(layer) && layer[road].road {
		road++
	}
	// Both passes keep the items apart, and so does the middle of both.
	right := make([]float64, road)
	for i := road - 1; i >= 0; i-- {
		if right[i] = layer[i].x; i+1 < road {
			right[i] = min(right[i], right[i+1]-apart(layer[i], layer[i+1]))
		}
	}
	keepApart(layer[:road])
	for i := range right {
		layer[i].x = (layer[i].x + right[i]) / 2
	}
	keepApart(layer) // what is beside the road makes room for it
}

// keepApart moves items to the right, as far as they must.
func keepApart(layer []*item) {
	for i := 1; i < len(layer); i++ {
		layer[i].x = max(layer[i].x, layer[i-1].x+apart(layer[i-1], layer[i]))
	}
}

// apart is how far the middles of two neighbours are from each other at least.
func apart(a, b *item) float64 { return (a.w+b.w)/2 + gapAcross }
