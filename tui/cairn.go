package tui

import "strings"

// stones is how many stones a whole cairn has.
const stones = 4

// cairn draws a cairn with a stone for every quarter that is done: the first
// at the first lesson, the last only at the end. It is always four lines of
// ten cells, so that what stands beside it does not move.
func cairn(th *Theme, done, of int) []string {
	n := 0
	if done > 0 && of > 0 {
		n = min(max(done*stones/of, 1), stones)
		if done < of {
			n = min(n, stones-1)
		}
	}
	whole := []string{"    __    ", "  _(__)_  ", " (______) ", "(________)"}
	out := make([]string, stones)
	for i := range out {
		switch {
		case i >= stones-n:
			out[i] = th.Accent.Render(whole[i])
		case i == stones-1:
			out[i] = th.Faint.Render(strings.Repeat("_", len(whole[i])))
		default:
			out[i] = strings.Repeat(" ", len(whole[i]))
		}
	}
	return out
}
