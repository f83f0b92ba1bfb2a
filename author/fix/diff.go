package fix

import (
	"fmt"
	"strings"
)

// Diff shows a change as diff -u -U0 does. Cures add and take away no line, so
// that lines are compared in pairs.
func (c Change) Diff() string {
	before, after := strings.SplitAfter(c.Before, "\n"), strings.SplitAfter(c.After, "\n")
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", c.File, c.File)
	for i := 0; i < len(before); i++ {
		if before[i] == after[i] {
			continue
		}
		end := i
		for end < len(before) && before[end] != after[end] {
			end++
		}
		fmt.Fprintf(&b, "@@ -%d,%d +%d,%d @@\n", i+1, end-i, i+1, end-i)
		for _, side := range []struct {
			mark  string
			lines []string
		}{{"-", before[i:end]}, {"+", after[i:end]}} {
			for _, line := range side.lines {
				b.WriteString(side.mark + strings.TrimSuffix(line, "\n") + "\n")
				if !strings.HasSuffix(line, "\n") {
					b.WriteString("\\ No newline at end of file\n")
				}
			}
		}
		i = end
	}
	return b.String()
}
