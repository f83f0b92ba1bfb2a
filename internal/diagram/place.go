package diagram

import (
	"math"
	"slices"
)

// gap is the least room between two spots of a layer.
func (l *layout) gap(a, b int) int {
	switch {
	case l.sideways && l.spots[a].passing() && l.spots[b].passing():
		return 1
	case l.sideways:
		return 1
	case l.spots[a].passing() || l.spots[b].passing():
		return 2
	}
	return 3
}

// ports chooses where hops meet their spots: in the middle. Where arrows that
// end at a box and arrows that leave it would meet on the same side, because
// some of them were turned, they are kept apart.
func (l *layout) ports() {
	place := make([]int, len(l.spots))
	for _, layer := range l.layers {
		for at, s := range layer {
			place[s] = 2*at - len(layer)
		}
	}
	for i := range l.spots {
		s := &l.spots[i]
		ends := func(hops []int, side func(*hop) *int, other func(*hop) int, head func(*hop) bool) {
			var with, without, n int
			for _, h := range hops {
				*side(&l.hops[h]) = s.middle()
				if head(&l.hops[h]) {
					n++
					with += place[other(&l.hops[h])]
				} else {
					without += place[other(&l.hops[h])]
				}
			}
			if n == 0 || n == len(hops) || !s.framed() {
				return
			}
			if l.sideways {
				s.acrossSize = max(s.acrossSize, 5)
			}
			apart := max(min(s.acrossSize/4, 4), 1)
			if with*(len(hops)-n) > without*n {
				apart = -apart
			}
			for _, h := range hops {
				*side(&l.hops[h]) = s.middle() + apart
				if head(&l.hops[h]) {
					*side(&l.hops[h]) = s.middle() - apart
				}
			}
		}
		ends(s.in, func(h *hop) *int { return &h.arrive }, func(h *hop) int { return h.from }, func(h *hop) bool { return h.head })
		ends(s.out, func(h *hop) *int { return &h.leave }, func(h *hop) int { return h.to }, func(h *hop) bool { return h.tail })
	}
}

// leaves and arrives are the cells across at which a hop meets its spots.
func (l *layout) leaves(h *hop) int  { return l.spots[h.from].across + h.leave }
func (l *layout) arrives(h *hop) int { return l.spots[h.to].across + h.arrive }

// place gives every spot its cells.
func (l *layout) place() {
	l.ports()
	for _, layer := range l.layers {
		at := 0
		for i, s := range layer {
			if i > 0 {
				at += l.gap(layer[i-1], s)
			}
			l.spots[s].across = at
			at += l.spots[s].acrossSize
		}
	}
	for _, s := range []struct{ before, after bool }{{true, false}, {false, true}, {true, false}, {false, true}, {true, true}, {true, true}, {true, false}} {
		for k := range l.layers {
			at := k
			if !s.before {
				at = len(l.layers) - 1 - k
			}
			l.straighten(l.layers[at], s.before, s.after)
		}
	}
	least := math.MaxInt
	for _, s := range l.spots {
		least = min(least, s.across)
	}
	for i := range l.spots {
		l.spots[i].across -= least
	}
	l.route()
	at := 0
	for k, layer := range l.layers {
		l.begins = append(l.begins, at)
		size := 1
		for _, s := range layer {
			size = max(size, l.spots[s].alongSize)
		}
		l.sizes = append(l.sizes, size)
		at += size
		for _, s := range layer {
			l.spots[s].along = l.begins[k]
		}
		if k < len(l.layers)-1 {
			at += l.channel(k)
		}
	}
}

// straighten moves the spots of a layer to where their neighbours are, as near
// as their order and room allow: the least squares under that order, by pooling
// adjacent violators.
func (l *layout) straighten(layer []int, before, after bool) {
	type pool struct {
		sum, weight float64
		n           int
	}
	var pools []pool
	offset := make([]int, len(layer))
	for i, s := range layer {
		if i > 0 {
			p := layer[i-1]
			offset[i] = offset[i-1] + l.spots[p].acrossSize + l.gap(p, s)
		}
		wish, weight := l.wish(s, before, after)
		pools = append(pools, pool{(wish - float64(offset[i])) * weight, weight, 1})
		for n := len(pools); n > 1 && pools[n-2].sum/pools[n-2].weight > pools[n-1].sum/pools[n-1].weight; n = len(pools) {
			a, b := pools[n-2], pools[n-1]
			pools = append(pools[:n-2], pool{a.sum + b.sum, a.weight + b.weight, a.n + b.n})
		}
	}
	i := 0
	for _, p := range pools {
		at := int(math.Floor(p.sum/p.weight + 0.5))
		for range p.n {
			l.spots[layer[i]].across = at + offset[i]
			i++
		}
	}
}

// wish is where a spot would begin if it were alone: where its hops lead
// straight on, as far as they agree.
func (l *layout) wish(s int, before, after bool) (at, weight float64) {
	spot := &l.spots[s]
	var wishes []int
	weight = 1
	note := func(other, at int) {
		wishes = append(wishes, at)
		if !spot.framed() && !l.spots[other].framed() {
			weight = 8
		}
	}
	if before {
		for _, i := range spot.in {
			h := &l.hops[i]
			note(h.from, l.leaves(h)-h.arrive)
		}
	}
	if after {
		for _, i := range spot.out {
			h := &l.hops[i]
			note(h.to, l.arrives(h)-h.leave)
		}
	}
	if len(wishes) == 0 {
		return float64(spot.across), 0.1
	}
	slices.Sort(wishes)
	n := len(wishes)
	return float64(wishes[(n-1)/2]+wishes[n/2]) / 2, weight
}
