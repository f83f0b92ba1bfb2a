package chart_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/tui/internal/chart"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing them")

// TestGolden compares each chart, in windows of three widths, in Unicode and in
// ASCII, with the pictures in testdata.
func TestGolden(t *testing.T) {
	for _, c := range []struct {
		name string
		draw func(w int, st chart.Style) []string
	}{
		{"bars", func(w int, st chart.Style) []string { return sampleBars().Draw(w, 8, st) }},
		{"columns", func(w int, st chart.Style) []string { return sampleColumns().Draw(w, 6, st) }},
		{"columns-line", func(w int, st chart.Style) []string { return year().Draw(w, 1, st) }},
		{"columns-year", func(w int, st chart.Style) []string { return year().Draw(w, 4, st) }},
		{"calendar", func(w int, st chart.Style) []string { return sampleCalendar().Draw(w, 8, st) }},
		{"calendar-down", func(w int, st chart.Style) []string { return sampleCalendar().Draw(w/2+2, 20, st) }},
		{"timeline", func(w int, st chart.Style) []string { return sampleTimeline().Draw(w, 5, st) }},
		{"timeline-crowded", func(w int, st chart.Style) []string { return crowded().Draw(w, 6, st) }},
		{"map", func(w int, st chart.Style) []string { return sampleMap(st.ASCII).Draw(w, st).Lines }},
		{"map-dense", func(w int, st chart.Style) []string { return dense(st.ASCII).Draw(w, st).Lines }},
		{"cairn", cairns},
	} {
		var got strings.Builder
		for _, w := range []int{36, 60, 80} {
			for _, ascii := range []bool{false, true} {
				fmt.Fprintf(&got, "-- %d cells, ascii %v --\n", w, ascii)
				for _, line := range c.draw(w, style(ascii)) {
					if n := ansi.StringWidth(line); n > w {
						t.Errorf("%s: a line of %d cells in %d", c.name, n, w)
					}
					got.WriteString(ansi.Strip(line) + "\n")
				}
			}
		}
		t.Run(c.name, func(t *testing.T) { compare(t, filepath.Join("testdata", c.name+".txt"), got.String()) })
	}
}

// cairns are small and large ones, from nothing to all.
func cairns(w int, st chart.Style) (lines []string) {
	for _, c := range []struct {
		h     int
		share float64
	}{{3, 0}, {3, 0.01}, {4, 0.99}, {5, 1}, {8, 0.6}, {8, 1}} {
		lines = append(lines, chart.Cairn{Share: c.share}.Draw(w, c.h, st)...)
		lines = append(lines, "")
	}
	return lines
}

func compare(t *testing.T, golden, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		g, w := "(end)", "(end)"
		if i < len(gotLines) {
			g = gotLines[i]
		}
		if i < len(wantLines) {
			w = wantLines[i]
		}
		if g != w {
			t.Fatalf("%s:%d\n got %q\nwant %q", golden, i+1, g, w)
		}
	}
}
