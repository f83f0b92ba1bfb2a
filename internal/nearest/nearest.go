// Package nearest finds the known name that a mistyped one was meant to be.
package nearest

import "strings"

// maxLen is the longest name, in bytes, that is compared; longer ones are not
// typed by hand.
const maxLen = 64

// Name returns the name of have that is nearest to want, or "" when none is
// near enough to be meant. Near is at most one edit for every three letters, or
// one in a name of two, where an edit adds, drops, changes or swaps letters;
// capitals do not count. Where letters were only left out, those of the name
// count.
// Of names equally near the first wins.
func Name(want string, have []string) string {
	want = strings.ToLower(want)
	if want == "" || len(want) > maxLen {
		return ""
	}
	best, most, fewest := "", max(1, (len(want)+1)/3), maxLen
	if len(want) == 1 {
		most = 0
	}
	for _, name := range have {
		lower := strings.ToLower(name)
		if leavesOut(want, lower) {
			if d := len(lower) - len(want); d <= max(most, (len(lower)+1)/3) && d < fewest {
				best, fewest = name, d
			}
			continue
		}
		if len(lower) > len(want)+most || len(want) > len(lower)+most {
			continue
		}
		if d := distance(want, lower); d <= most && d < fewest {
			best, fewest = name, d
		}
	}
	return best
}

// leavesOut reports whether want begins like the name, with three letters or
// more that are all in the name in their order.
func leavesOut(want, name string) bool {
	if len(want) < 3 || len(name) > 2*maxLen || !strings.HasPrefix(name, want[:1]) {
		return false
	}
	i := 0
	for j := 0; i < len(want) && j < len(name); j++ {
		if want[i] == name[j] {
			i++
		}
	}
	return i == len(want)
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
