package exporter

import (
	"crypto/sha256"
	"slices"
	"strings"
)

// Mixed is a list in another order than it has, alike each time: so that the order in
// which an author wrote tells nothing. salt tells lists of the same texts apart.
func Mixed(salt string, list []string) []string {
	out := slices.Clone(list)
	dice := func(s string) string {
		sum := sha256.Sum256([]byte(salt + "\x00" + s))
		return string(sum[:])
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(dice(a), dice(b)) })
	if len(out) > 1 && slices.Equal(out, list) {
		out = append(out[1:], out[0])
	}
	return out
}
