// Package nearest finds the known name that a mistyped one was meant to be.
package nearest

import "strings"

// maxLen is the longest name, in bytes, that is compared; longer ones are not
// typed by hand.
const maxLen = 64

// Name returns the name of have that is nearest to want, or "" when none is
// near enough to be meant. Near is at most one edit for every three letters, or
// one in a name of two, where an edit adds, drops, changes or swaps letters;
// capitals do not count.
// Of names equally near the first wins.
func Name(want string, have []string) string {
	want = strings.ToLower(want)
	if want == "" || len(want) > maxLen {
		return ""
	}
	best, limit := "", max(1, (len(want)+1)/3)
	if len(want) == 1 {
		limit = 0
	}
	for _, name := range have {
		if len(name) > len(want)+limit || len(want) > len(name)+limit {
			continue
		}
		if d := distance(want, strings.ToLower(name)); d <= limit {
			best, limit = name, d-1
		}
	}
	return best
}

// distance counts the edits between two short names, a swap of neighbours
// being one (optimal string alignment).
func distance(a, b string) int {
	var rows [3][2*maxLen + 1]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(row[j]+1, last[j+1]+1, last[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
