package nearest

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestName(t *testing.T) {
	for _, tt := range []struct {
		want string
		have string // separated by spaces
		near string
	}{
		{"promt", "prompt title", "prompt"},
		{"titel", "title tile", "title"},
		{"Title", "title", "title"},
		{"skil", "skill skip", "skill"},
		{"id", "if of", "if"},
		{"x", "y", ""},
		{"X", "x", "x"},
		{"summary", "minutes", ""},
		{"", "a", ""},
		{"three-place", "two-places three-places", "three-places"},
		{"stagin", "", ""},
		{"doh", "heat dough", "dough"},
		{"doh", "dough do", "do"},
		{"all", "skill", ""},
		{"ski", "skipping", ""},
		{strings.Repeat("a", 300), "a", ""},
	} {
		if got := Name(tt.want, strings.Fields(tt.have)); got != tt.near {
			t.Errorf("Name(%q, %q) = %q, want %q", tt.want, tt.have, got, tt.near)
		}
	}
}

func TestAKnownNameIsNearestToItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		have := rapid.SliceOfN(rapid.StringMatching(`[a-z0-9-]{1,80}`), 1, 9).Draw(t, "have")
		want := rapid.SampledFrom(have).Draw(t, "want")
		if got := Name(want, have); got != want && len(want) <= maxLen {
			t.Fatalf("Name(%q) = %q", want, got)
		}
	})
}
