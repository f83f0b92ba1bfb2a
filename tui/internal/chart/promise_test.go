package chart_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/tui/internal/chart"
	"github.com/cairn-learn/cairn/tui/internal/theme"
)

// style is how the program draws, without colours that change a line.
func style(ascii bool) chart.Style { return theme.New(theme.Mono(), true, ascii).Chart() }

// numbers are any numbers, and often those that break things.
func numbers() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Float64Range(0, 1),
		rapid.Float64Range(-5, 500),
		rapid.SampledFrom([]float64{0, 1, -1, math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, math.SmallestNonzeroFloat64}),
		rapid.Float64(),
	)
}

// labels are any texts, and often those that break things.
func labels() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[a-zA-Z ]{0,30}`),
		rapid.SampledFrom([]string{
			"", " ", "日本語の長い名前です", "cafe\u0301 cre\u0300me bru\u0302le\u0301e", "👩‍💻👩‍💻👩‍💻👩‍💻", "🇫🇷🇯🇵🇩🇪",
			"\u0301", "a\nb", "a\tb", "\x1b[31mred\x1b[0m", "\u202eevil", "한국어 이름", "ก็ดี", "हिन्दी", "\xff\xfe", "ﷺﷺ", "\u200d\u200d", "1️⃣2️⃣",
		}),
		rapid.String(),
	)
}

func lots(g *rapid.Generator[float64]) *rapid.Generator[[]float64] { return rapid.SliceOfN(g, 0, 90) }

func sevenLabels(t *rapid.T) (out [7]string) {
	for i := range out {
		out[i] = labels().Draw(t, "weekday")
	}
	return out
}

func pair(t *rapid.T) [2]float64 {
	return [2]float64{numbers().Draw(t, "from"), numbers().Draw(t, "to")}
}

func twoLabels(t *rapid.T) [2]string {
	return [2]string{labels().Draw(t, "from"), labels().Draw(t, "to")}
}

func anyBars(t *rapid.T) chart.Bars {
	bar := rapid.Custom(func(t *rapid.T) chart.Bar {
		return chart.Bar{Label: labels().Draw(t, "label"), Text: labels().Draw(t, "text"), Value: numbers().Draw(t, "value"), Was: numbers().Draw(t, "was")}
	})
	return chart.Bars{
		Rows: rapid.SliceOfN(bar, 0, 12).Draw(t, "rows"), Max: numbers().Draw(t, "max"),
		Line: numbers().Draw(t, "line"), Compare: rapid.Bool().Draw(t, "compare"),
	}
}

func anyColumns(t *rapid.T) chart.Columns {
	return chart.Columns{
		Values: lots(numbers()).Draw(t, "values"), Planned: lots(numbers()).Draw(t, "planned"), Max: numbers().Draw(t, "max"),
		Top: labels().Draw(t, "top"), First: labels().Draw(t, "first"), Last: labels().Draw(t, "last"),
	}
}

func anyCalendar(t *rapid.T) chart.Calendar {
	month := rapid.Custom(func(t *rapid.T) chart.Month {
		return chart.Month{At: rapid.IntRange(-2, 100).Draw(t, "at"), Text: labels().Draw(t, "month")}
	})
	return chart.Calendar{
		Days: lots(numbers()).Draw(t, "days"), Weekday: rapid.IntRange(-20, 20).Draw(t, "weekday"),
		Today: rapid.IntRange(-2, 100).Draw(t, "today"), Max: numbers().Draw(t, "max"),
		Weekdays: sevenLabels(t), Months: rapid.SliceOfN(month, 0, 5).Draw(t, "months"),
	}
}

func anyTimeline(t *rapid.T) chart.Timeline {
	return chart.Timeline{
		Far: numbers().Draw(t, "far"), Wide: pair(t), Narrow: pair(t),
		HasTarget: rapid.Bool().Draw(t, "has"), Target: numbers().Draw(t, "target"),
		TodayText: labels().Draw(t, "today"), FarText: labels().Draw(t, "end"), TargetText: labels().Draw(t, "aim"),
		WideText: twoLabels(t), NarrowText: twoLabels(t),
	}
}

// anyMap may need itself, what there is not, and go in circles.
func anyMap(t *rapid.T) chart.SkillMap {
	n := rapid.IntRange(0, 20).Draw(t, "n")
	skill := rapid.Custom(func(t *rapid.T) chart.Skill {
		return chart.Skill{
			Title: labels().Draw(t, "title"), Mark: labels().Draw(t, "mark"), Share: numbers().Draw(t, "share"),
			Text: labels().Draw(t, "text"), Note: labels().Draw(t, "note"),
			Needs: rapid.SliceOfN(rapid.IntRange(-1, n), 0, 4).Draw(t, "needs"),
		}
	})
	return chart.SkillMap{
		Skills: rapid.SliceOfN(skill, n, n).Draw(t, "skills"), Selected: rapid.IntRange(-1, n).Draw(t, "selected"),
		NeedsText: labels().Draw(t, "needs"),
	}
}

// TestRoom draws anything in any room, and expects that it stays inside, on
// lines that end themselves, and that the facts can be told too.
func TestRoom(t *testing.T) {
	for _, c := range []struct {
		name string
		draw func(t *rapid.T, w, h int, st chart.Style) []string
	}{
		{"bars", func(t *rapid.T, w, h int, st chart.Style) []string {
			d := anyBars(t)
			d.Facts()
			return d.Draw(w, h, st)
		}},
		{"columns", func(t *rapid.T, w, h int, st chart.Style) []string {
			d := anyColumns(t)
			d.Facts()
			return d.Draw(w, h, st)
		}},
		{"calendar", func(t *rapid.T, w, h int, st chart.Style) []string {
			d := anyCalendar(t)
			d.Facts()
			return d.Draw(w, h, st)
		}},
		{"timeline", func(t *rapid.T, w, h int, st chart.Style) []string {
			d := anyTimeline(t)
			d.Facts()
			return d.Draw(w, h, st)
		}},
		{"map", func(t *rapid.T, w, h int, st chart.Style) []string {
			d := anyMap(t)
			d.Facts()
			m := d.Draw(w, st)
			inside(t, m.Lines, w, len(m.Lines))
			return m.Show(rapid.IntRange(-3, 50).Draw(t, "first"), h)
		}},
		{"cairn", func(t *rapid.T, w, h int, st chart.Style) []string {
			d := chart.Cairn{Share: numbers().Draw(t, "share")}
			d.Facts(w, h)
			return d.Draw(w, h, st)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				w, h := rapid.IntRange(-2, 100).Draw(t, "w"), rapid.IntRange(-2, 12).Draw(t, "h")
				inside(t, c.draw(t, w, h, style(rapid.Bool().Draw(t, "ascii"))), w, h)
			})
		})
	}
}

func inside(t *rapid.T, lines []string, w, h int) {
	if len(lines) > max(h, 0) {
		t.Fatalf("%d lines in room for %d", len(lines), h)
	}
	for i, l := range lines {
		if got := ansi.StringWidth(l); got > max(w, 0) {
			t.Fatalf("line %d has %d cells in room for %d: %q", i, got, w, l)
		}
		if s := ansi.Strip(l); strings.ContainsAny(s, "\n\r\t\x1b") {
			t.Fatalf("line %d is not plain: %q", i, l)
		}
	}
}

// TestASCII draws with labels in ASCII and expects nothing else.
func TestASCII(t *testing.T) {
	word := rapid.StringMatching(`[a-z]{0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		w, h, st := rapid.IntRange(1, 90).Draw(t, "w"), rapid.IntRange(1, 12).Draw(t, "h"), style(true)
		values := lots(numbers()).Draw(t, "values")
		s := word.Draw(t, "word")
		lines := chart.Columns{Values: values, Planned: lots(numbers()).Draw(t, "planned"), Top: s, First: s}.Draw(w, h, st)
		lines = append(lines, chart.Calendar{Days: values, Today: 3}.Draw(w, h, st)...)
		lines = append(lines, chart.Timeline{Wide: pair(t), Narrow: pair(t), HasTarget: true, WideText: [2]string{s, s}, TargetText: s}.Draw(w, h, st)...)
		lines = append(lines, chart.Cairn{Share: 0.4}.Draw(w, h, st)...)
		bars, skills := anyBars(t), anyMap(t)
		for i := range bars.Rows {
			bars.Rows[i].Label, bars.Rows[i].Text = s, s
		}
		for i := range skills.Skills {
			k := &skills.Skills[i]
			k.Title, k.Mark, k.Text, k.Note = s, "[x]", s, s
		}
		skills.NeedsText = s
		lines = append(append(lines, bars.Draw(w, h, st)...), skills.Draw(w, st).Lines...)
		for _, l := range lines {
			for _, r := range ansi.Strip(l) {
				if r > 0x7e {
					t.Fatalf("%q is not ASCII", l)
				}
			}
		}
	})
}

// TestLabelsStayWhole holds that labels below a timeline stand there whole or
// not at all, and that those of the range that matters do where there is room.
func TestLabelsStayWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := rapid.Float64Range(0, 100)
		d := chart.Timeline{
			Far: 100, Wide: [2]float64{day.Draw(t, "a"), day.Draw(t, "b")}, Narrow: [2]float64{day.Draw(t, "c"), day.Draw(t, "d")},
			TodayText: "aaa", FarText: "bbbb", WideText: [2]string{"ccccc", "dddddd"}, NarrowText: [2]string{"eeeeeee", "ffffffff"},
		}
		w, h := rapid.IntRange(8, 90).Draw(t, "w"), rapid.IntRange(1, 7).Draw(t, "h")
		text := ""
		for _, l := range d.Draw(w, h, style(true))[1:] {
			text += ansi.Strip(l) + "\n"
		}
		words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" |\n", r) })
		for i, word := range words {
			if !slices.Contains([]string{"aaa", "bbbb", "ccccc", "dddddd", "eeeeeee", "ffffffff"}, word) || slices.Contains(words[:i], word) {
				t.Fatalf("%q is not a label of its own in\n%s", word, text)
			}
		}
		if f := d.Facts(); w >= 36 && h >= 3 && f.Wide[1]-f.Wide[0] > 4 && (!slices.Contains(words, "ccccc") || !slices.Contains(words, "dddddd")) {
			t.Fatalf("the range has no labels:\n%s", text)
		}
	})
}

// TestTodayIsInSight holds that of a calendar that ends today, today is drawn
// wherever anything is.
func TestTodayIsInSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 400).Draw(t, "days")
		d := chart.Calendar{Days: make([]float64, n), Weekday: rapid.IntRange(0, 6).Draw(t, "weekday"), Today: n - 1}
		w, h := rapid.IntRange(1, 90).Draw(t, "w"), rapid.IntRange(1, 20).Draw(t, "h")
		text := ansi.Strip(strings.Join(d.Draw(w, h, style(true)), "\n"))
		if text != "" && strings.Count(text, "[-]") != 1 {
			t.Fatalf("no today in %d cells and %d lines:\n%s", w, h, text)
		}
		if text == "" && w >= 15 && h >= 2 {
			t.Fatalf("nothing is drawn in %d cells and %d lines", w, h)
		}
	})
}
