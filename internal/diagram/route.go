package diagram

import "slices"

// net is what goes out from one spot into the channel behind its layer.
type net struct {
	hops     []int
	from     int   // where it comes in
	to       []int // where it goes out
	low, top int   // what it covers across
}

// route gives every hop that does not go straight on a track in the channel
// between its layers. Hops from one spot share a track.
func (l *layout) route() {
	l.leads = make([]int, len(l.layers))
	for k, layer := range l.layers {
		var nets []net
		for _, s := range layer {
			nets = append(nets, l.nets(s)...)
			for _, h := range l.spots[s].out {
				if l.hops[h].tail {
					l.leads[k] = 1
				}
			}
		}
		l.assign(nets)
	}
}

// nets are what goes out from a spot and does not go straight on: one net for
// each place where it leaves.
func (l *layout) nets(s int) []net {
	var nets []net
	for _, i := range l.spots[s].out {
		h := &l.hops[i]
		from, to := l.leaves(h), l.arrives(h)
		at := slices.IndexFunc(nets, func(n net) bool { return n.from == from })
		if at < 0 {
			at = len(nets)
			nets = append(nets, net{from: from, low: from, top: from})
		}
		n := &nets[at]
		n.hops, n.to = append(n.hops, i), append(n.to, to)
		n.low, n.top = min(n.low, to), max(n.top, to)
	}
	return slices.DeleteFunc(nets, func(n net) bool { return n.low == n.top })
}

// assign fills track after track. A net whose line comes in where another's
// goes out must lie before that one, or the two would seem to be one line; in a
// circle of such nets, one has to give in.
func (l *layout) assign(nets []net) {
	track := 0
	for len(nets) > 0 {
		var laid []net
		var later []net
		for i, n := range nets {
			others := append(slices.Clone(later), nets[i+1:]...)
			if blocked(n, others) || overlaps(n, laid) {
				later = append(later, n)
				continue
			}
			laid = append(laid, n)
		}
		if len(laid) == 0 {
			laid, later = nets[:1], nets[1:]
		}
		for _, n := range laid {
			for _, h := range n.hops {
				l.hops[h].track = track
			}
		}
		nets = later
		track++
	}
}

// blocked reports that n goes out where one of others comes in.
func blocked(n net, others []net) bool {
	for _, o := range others {
		if slices.Contains(n.to, o.from) {
			return true
		}
	}
	return false
}

func overlaps(n net, laid []net) bool {
	for _, o := range laid {
		if n.low <= o.top && o.low <= n.top {
			return true
		}
	}
	return false
}

// tracks is how many tracks the channel behind layer k has.
func (l *layout) tracks(k int) int {
	n := 0
	for _, s := range l.layers[k] {
		for _, h := range l.spots[s].out {
			n = max(n, l.hops[h].track+1)
		}
	}
	return n
}

// channel is how many cells lie between layer k and the next.
func (l *layout) channel(k int) int {
	head := 0
	for _, s := range l.layers[k] {
		for _, h := range l.spots[s].out {
			if l.hops[h].head {
				head = 1
			}
		}
	}
	n := l.leads[k] + l.tracks(k) + head
	if l.sideways {
		return max(n+1, 3)
	}
	if head+l.leads[k] > 0 {
		return max(n, 2)
	}
	return max(n, 1)
}
