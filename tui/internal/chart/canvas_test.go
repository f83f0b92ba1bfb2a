package chart

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// TestCanvasHolds draws letters of all widths over each other, also across the
// edges, and expects that nothing comes to stand outside or in half.
func TestCanvasHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newCanvas(rapid.SampledFrom([]int{-1, 0, 1, 5, 6, 7}).Draw(t, "w"), rapid.SampledFrom([]int{-1, 0, 1, 2, 2, 2}).Draw(t, "h"))
		for range rapid.SampledFrom([]int{1, 2, 5, 20}).Draw(t, "steps") {
			x, y := rapid.SampledFrom([]int{-4, -1, 0, 1, 2, 3, 4, 5, 6, 9}).Draw(t, "x"), rapid.SampledFrom([]int{-1, 0, 1, 2}).Draw(t, "y")
			s := rapid.SampledFrom([]string{"a", "ab", "日", "日本", "e\u0301", "\u0301", "👩‍💻", "🇫🇷x"}).Draw(t, "s")
			c.text(x, y, s, Ink(rapid.IntRange(0, 6).Draw(t, "ink")))
		}
		lines := c.lines(Style{Paint: func(_ Ink, s string) string { return s }})
		if len(lines) > c.h {
			t.Fatalf("%d lines on a canvas of %d", len(lines), c.h)
		}
		for y, l := range lines {
			if n := ansi.StringWidth(l); n > c.w || strings.HasSuffix(l, " ") {
				t.Fatalf("%q on a canvas of %d cells", l, c.w)
			}
			row := c.rows[y]
			for x, letter := range row {
				wide := ansi.StringWidth(letter.s) == 2
				if half := x+1 == len(row) || !row[x+1].tail; wide && half {
					t.Fatalf("half a letter at %d in %q", x, l)
				}
				if letter.tail && (x == 0 || ansi.StringWidth(row[x-1].s) != 2) {
					t.Fatalf("the other half of no letter at %d in %q", x, l)
				}
			}
		}
	})
}

// TestFit cuts labels between letters and cleans them.
func TestFit(t *testing.T) {
	for _, c := range []struct {
		in   string
		room int
		want string
	}{
		{"stone", 5, "stone"}, {"stone", 4, "sto…"}, {"stone", 1, "…"}, {"stone", 0, ""}, {"stone", -1, ""},
		{"日本語", 6, "日本語"}, {"日本語", 5, "日本…"}, {"日本語", 4, "日…"}, {"日本語", 1, "…"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301…"}, {"👩‍💻👩‍💻", 3, "👩‍💻…"}, {"a\nb", 9, "a b"}, {"\x1b[31m", 9, "␛[31m"},
	} {
		if got := fit(c.in, c.room, "…"); got != c.want {
			t.Errorf("fit(%q, %d) = %q, want %q", c.in, c.room, got, c.want)
		}
	}
	if got := fit("stone", 1, ".."); got != "s" {
		t.Errorf("where the sign does not fit: %q", got)
	}
}

// TestHalfCovered covers one half of a wide letter: it goes altogether.
func TestHalfCovered(t *testing.T) {
	for _, c := range []struct {
		x    int
		want string
	}{{0, "a 本"}, {1, " a本"}, {2, "日a"}, {3, "日 a"}, {4, "日本a"}} {
		cv := newCanvas(6, 1)
		cv.text(0, 0, "日本", InkText)
		cv.put(c.x, 0, "a", InkText)
		if got := cv.lines(Style{}); len(got) != 1 || got[0] != c.want {
			t.Errorf("a letter at %d: %q, want %q", c.x, got, c.want)
		}
	}
}
