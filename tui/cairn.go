package tui

// stones is how many stones a whole cairn has.
const stones = 4

// cairn draws a cairn with a stone for every quarter that is done: the first
// at the first lesson, the last only at the end. Where stones are still to come
// there are dots, so that it reads without colour too. It is always four lines
// of ten cells, and what stands beside it does not move.
func cairn(th *Theme, done, of int) []string {
	n := 0
	if done > 0 && of > 0 {
		n = min(max(done*stones/of, 1), stones)
		if done < of {
			n = min(n, stones-1)
		}
	}
	laid := []string{"    __    ", "   (__)   ", "  (____)  ", " (______) "}
	open := []string{"    ..    ", "   ....   ", "  ......  ", " ........ "}
	out := make([]string, stones)
	for i := range out {
		if i >= stones-n {
			out[i] = th.Accent.Render(laid[i])
		} else {
			out[i] = th.Faint.Render(open[i])
		}
	}
	return out
}
