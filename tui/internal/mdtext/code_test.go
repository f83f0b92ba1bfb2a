package mdtext

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestMarkedLinesAreJoined: ranges of lines are put in order, those that touch
// are one, and there are never so many that looking through them takes long.
func TestMarkedLinesAreJoined(t *testing.T) {
	for info, want := range map[string][]lineRange{
		"go":                         nil,
		"go {4-6,1,2}":               {{1, 2}, {4, 6}},
		"go {3-9,4} {5-12} 20 20-21": {{3, 12}, {20, 21}},
		"go {0,-1,7-3,x}":            nil,
		"go {1-9223372036854775807}": nil,
		"go {" + strings.Repeat("1,", 100_000) + "}": {{1, 1}},
	} {
		if got := readCodeInfo(info).marks; !slices.Equal(got, want) {
			t.Errorf("%.40s: %v, want %v", info, got, want)
		}
	}
	var odd strings.Builder
	for n := 1; n < 20_000; n += 2 {
		odd.WriteString(strconv.Itoa(n) + ",")
	}
	many := readCodeInfo("go {" + odd.String() + "}")
	if len(many.marks) != maxRanges {
		t.Errorf("%d ranges are kept", len(many.marks))
	}
	for n, want := range []bool{false, true, false, true, false, true} {
		if many.marked(n) != want {
			t.Errorf("line %d is marked: %v", n, !want)
		}
	}
}
