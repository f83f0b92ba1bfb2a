package fix

import (
	"fmt"
	"strings"
)

// Diff shows a change: in words where nothing but line ends changes, which would
// look the same before and after, and otherwise as diff -u -U0 does. What is written are single lines and
// a few new ones, so that after a difference the texts are alike again soon: that
// is looked for, and not the shortest of all differences.
func (c Change) Diff() string {
	if ends := strings.Count(c.Before, "\r\n"); ends > 0 && strings.ReplaceAll(c.Before, "\r\n", "\n") == c.After {
		return fmt.Sprintf("--- %s\n+++ %s\n%d line ends as on Windows (CRLF) become plain ones; nothing else changes\n", c.File, c.File, ends)
	}
	before, after := strings.SplitAfter(c.Before, "\n"), strings.SplitAfter(c.After, "\n")
	was := c.File
	if c.New {
		before, was = nil, "/dev/null"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "--- %s\n+++ %s\n", was, c.File)
	for i, j := 0, 0; i < len(before) || j < len(after); {
		if i < len(before) && j < len(after) && before[i] == after[j] {
			i, j = i+1, j+1
			continue
		}
		m, n := alikeAgain(before[i:], after[j:])
		hunk(&b, i, before[i:i+m], j, after[j:j+n])
		i, j = i+m, j+n
	}
	return b.String()
}

// farthest is how many lines are looked through for the end of a difference.
const farthest = 60

// alikeAgain returns how many lines differ on both sides before they are alike:
// all, when they are not soon.
func alikeAgain(a, b []string) (m, n int) {
	for sum := 1; sum <= farthest; sum++ {
		for m := 0; m <= sum; m++ {
			n := sum - m
			if m < len(a) && n < len(b) && a[m] == b[n] {
				return m, n
			}
		}
	}
	if len(a) == len(b) { // line by line, as after all line ends changed
		for m < len(a) && a[m] != b[m] {
			m++
		}
		return m, m
	}
	return len(a), len(b)
}

// hunk prints one difference; i and j are the lines before it.
func hunk(b *strings.Builder, i int, old []string, j int, now []string) {
	at := func(before int, lines []string) int {
		if len(lines) == 0 {
			return before
		}
		return before + 1
	}
	old, now = withoutEnd(old), withoutEnd(now)
	if len(old)+len(now) == 0 {
		return
	}
	fmt.Fprintf(b, "@@ -%d,%d +%d,%d @@\n", at(i, old), len(old), at(j, now), len(now))
	for _, side := range []struct {
		mark  string
		lines []string
	}{{"-", old}, {"+", now}} {
		for _, line := range side.lines {
			b.WriteString(side.mark + strings.TrimSuffix(line, "\n") + "\n")
			if !strings.HasSuffix(line, "\n") {
				b.WriteString("\\ No newline at end of file\n")
			}
		}
	}
}

// withoutEnd leaves out the nothing that stands behind the last line.
func withoutEnd(lines []string) []string {
	if n := len(lines); n > 0 && lines[n-1] == "" {
		return lines[:n-1]
	}
	return lines
}
