package simulate

import (
	"fmt"
	"strings"
)

const barWidth = 50 // cells of a bar from 0 to 1

// bars draws the delayed score of each policy with equal minutes, by what was
// known at the start.
func bars(p *printer, all []Result) {
	for _, holdout := range []bool{false, true} {
		part := Pick(all, func(r Result) bool { return r.World.Holdout == holdout })
		if len(part) == 0 {
			continue
		}
		width := 0
		for _, name := range policies(part) {
			width = max(width, len(name))
		}
		heading(p, "Delayed score with equal minutes, mean over all budgets: %s", whichWorlds(holdout))
		for _, known := range knownShares() {
			p.line("%s known at the start", percent(known))
			for _, name := range policies(part) {
				in := Pick(part, func(r Result) bool { return r.Known == known && r.Policy.Name == name })
				score := Mean(in, Delayed)
				p.line("  %-*s %s %.3f", width, name, bar(score), score)
			}
		}
	}
}

// bar is a share, 0..1, as a row of signs that any terminal can show.
func bar(share float64) string {
	n := min(max(int(share*barWidth+0.5), 0), barWidth)
	return fmt.Sprintf("|%s%s|", strings.Repeat("#", n), strings.Repeat(" ", barWidth-n))
}
