package chart_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/tui/internal/chart"
)

// acyclic is a map of skills like those of courses: each needs some of the few
// before it. Marks are letters that rails do not use.
func acyclic(t *rapid.T) chart.SkillMap {
	d := chart.SkillMap{Selected: -1, NeedsText: "needs:"}
	for i := range rapid.IntRange(1, 60).Draw(t, "n") {
		k := chart.Skill{Title: fmt.Sprintf("T%d", i), Mark: "M", Share: 0.5, Text: "50 %"}
		for range rapid.IntRange(0, min(i, 3)).Draw(t, "needs") {
			if p := i - rapid.IntRange(1, min(i, 8)).Draw(t, "back"); !slices.Contains(k.Needs, p) {
				k.Needs = append(k.Needs, p)
			}
		}
		d.Skills = append(d.Skills, k)
	}
	return d
}

// TestEveryNeedIsDrawn reads the picture back and expects just the needs that
// were given, from one skill to another, above it.
func TestEveryNeedIsDrawn(t *testing.T) {
	railed := 0
	rapid.Check(t, func(t *rapid.T) {
		d := acyclic(t)
		w := rapid.SampledFrom([]int{36, 40, 60, 80, 120}).Draw(t, "w")
		st := style(rapid.Bool().Draw(t, "ascii"))
		m := d.Draw(w, st)
		if st2 := d.Draw(w, st); !slices.Equal(m.Lines, st2.Lines) {
			t.Fatal("drawn twice, it differs")
		}
		inside(t, m.Lines, w, len(m.Lines))
		checkOrder(t, d, m)
		lines := make([]string, len(m.Lines))
		for i, l := range m.Lines {
			lines[i] = ansi.Strip(l)
		}
		if !m.Rails {
			checkNamed(t, d, m, lines)
			return
		}
		railed++
		for i, k := range d.Skills {
			got := readNeeds(t, m, lines, m.Row[i])
			want := slices.Clone(k.Needs)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Fatalf("skill %d needs %v, drawn as %v in\n%s", i, want, got, strings.Join(lines, "\n"))
			}
		}
	})
	if railed == 0 {
		t.Error("no map was drawn with rails")
	}
}

func checkOrder(t *rapid.T, d chart.SkillMap, m chart.Map) {
	if len(m.Order) != len(d.Skills) || len(m.Row) != len(d.Skills) {
		t.Fatalf("%d skills in the order, %d rows, want %d", len(m.Order), len(m.Row), len(d.Skills))
	}
	for i, k := range d.Skills {
		for _, p := range k.Needs {
			if m.Row[p] >= m.Row[i] {
				t.Fatalf("skill %d on row %d needs %d on row %d", i, m.Row[i], p, m.Row[p])
			}
		}
		if !strings.Contains(m.Lines[m.Row[i]], k.Title) {
			t.Fatalf("skill %d is not on its row %q", i, m.Lines[m.Row[i]])
		}
	}
	for n := 1; n < len(m.Order); n++ {
		if m.Row[m.Order[n-1]] >= m.Row[m.Order[n]] {
			t.Fatalf("order %v does not fit rows %v", m.Order, m.Row)
		}
	}
}

// checkNamed expects the titles of prerequisites below each skill.
func checkNamed(t *rapid.T, d chart.SkillMap, m chart.Map, lines []string) {
	for n, i := range m.Order {
		end := len(lines)
		if n+1 < len(m.Order) {
			end = m.Row[m.Order[n+1]]
		}
		text := strings.Join(lines[m.Row[i]+1:end], " ")
		named := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' })
		var want []string
		for _, p := range d.Skills[i].Needs {
			want = append(want, d.Skills[p].Title)
		}
		if len(want) > 0 {
			want = append([]string{"needs:"}, want...)
		}
		if !slices.Equal(named, want) {
			t.Fatalf("skill %d needs %v, named as %q", i, want, named)
		}
	}
}

// readNeeds finds where a row joins rails, expects an unbroken line from there
// to the skill, and follows each rail up to where it begins.
func readNeeds(t *rapid.T, m chart.Map, lines []string, y int) []int {
	row := []rune(lines[y])
	row = row[:slices.Index(row, 'M')]
	var found, line []int
	for x, r := range row {
		switch {
		case strings.ContainsRune("├└┤┘┼┴+`'^", r):
			found = append(found, climb(t, m, lines, x, y))
			line = append(line, x)
		case strings.ContainsRune("o─-", r):
			line = append(line, x)
		}
	}
	for n := 1; n < len(line) && len(found) > 0; n++ {
		if x := line[n-1] + 1; x != line[n] && (x+1 != line[n] || !strings.ContainsRune("│|", row[x])) {
			t.Fatalf("the line to skill on row %d is broken in\n%s", y, strings.Join(lines, "\n"))
		}
	}
	if len(found) == 0 && strings.ContainsAny(string(row), "─-") {
		t.Fatalf("row %d has a line to nowhere in\n%s", y, strings.Join(lines, "\n"))
	}
	slices.Sort(found)
	return found
}

func climb(t *rapid.T, m chart.Map, lines []string, x, y int) int {
	for y--; y >= 0; y-- {
		row := []rune(lines[y])
		switch {
		case x >= len(row):
			t.Fatalf("a rail begins in the air at %d,%d of\n%s", x, y, strings.Join(lines, "\n"))
		case row[x] == 'o':
			return m.Order[slices.IndexFunc(m.Order, func(i int) bool { return m.Row[i] == y })]
		case !strings.ContainsRune("│|├┤┼+", row[x]):
			t.Fatalf("a rail is cut at %d,%d of\n%s", x, y, strings.Join(lines, "\n"))
		}
	}
	t.Fatalf("a rail has no beginning")
	return -1
}
