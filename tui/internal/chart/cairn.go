package chart

// Cairn is a stack of stones that grows with what is done. The first stone lies
// as soon as anything is done, the last one only when everything is.
type Cairn struct {
	Share float64 // of what there is to do, in 0..1
}

// Sizes of a cairn, in lines with the ground.
const (
	leastCairn = 3
	mostCairn  = 8
)

// stones is how many stones a whole cairn has in a room, and by how many
// cells at each side a stone is wider than the one on it. Without room there
// are none.
func stones(w, h int) (n, step int) {
	n = min(h, mostCairn) - 1
	if h < leastCairn {
		return 0, 0
	}
	for step = 2; step >= 1; step-- {
		if cairnWidth(n, step) <= w {
			return n, step
		}
	}
	for n > 1 && cairnWidth(n, 1) > w {
		n--
	}
	if n < leastCairn-1 || cairnWidth(n, 1) > w {
		return 0, 0
	}
	return n, 1
}

// cairnWidth is how wide a cairn is with its ground, which shows at both sides.
func cairnWidth(n, step int) int { return 4 + 2*step*(n-1) + 4 }

// laid is how many of n stones lie.
func (d Cairn) laid(n int) int {
	return fill(share(d.Share, 1), n)
}

// Draw draws the cairn in at most w cells and h lines, with 8 lines at most: a
// line for each stone and one for the ground. Stones still to come are dots.
// With less than 3 lines, or too narrow for two stones, it is empty.
func (d Cairn) Draw(w, h int, st Style) []string {
	n, step := stones(w, h)
	if n == 0 {
		return nil
	}
	c := newCanvas(w, n+1)
	laid := d.laid(n)
	ground := "─"
	if st.ASCII {
		ground = "-"
	}
	c.repeat(0, n, cairnWidth(n, step), ground, InkFaint)
	for i := range n { // from the top
		from, to := stone(i, n, step)
		switch {
		case i < n-laid:
			c.repeat(from+1, i, to-from-1, ".", InkFaint)
		case st.ASCII:
			c.put(from, i, "(", InkAccent)
			c.repeat(from+1, i, to-from-1, "_", InkAccent)
			c.put(to, i, ")", InkAccent)
		default:
			c.put(from, i, "╭", InkAccent)
			c.repeat(from+1, i, to-from-1, "─", InkAccent)
			c.put(to, i, "╮", InkAccent)
			if i > n-laid {
				a, b := stone(i-1, n, step)
				c.put(a, i, "┴", InkAccent)
				c.put(b, i, "┴", InkAccent)
			}
		}
	}
	if from, to := stone(n-1, n, step); laid > 0 && !st.ASCII {
		c.put(from, n, "┴", InkAccent)
		c.put(to, n, "┴", InkAccent)
	}
	return c.lines(st)
}

// stone is where the i-th stone from the top begins and ends. No two lie
// straight on each other where there is room to lean.
func stone(i, n, step int) (from, to int) {
	from = 2 + step*(n-1-i)
	to = from + 3 + 2*step*i
	if step > 1 && i < n-1 {
		lean := []int{0, 1, 0, -1}[i%4]
		from, to = from+lean, to+lean
	}
	return from, to
}

// CairnFacts says in numbers what a Cairn shows in a room.
type CairnFacts struct {
	Laid, Of int // stones
}

// Facts gives what the picture shows in w cells and h lines.
func (d Cairn) Facts(w, h int) CairnFacts {
	n, _ := stones(w, h)
	return CairnFacts{Laid: d.laid(n), Of: n}
}
