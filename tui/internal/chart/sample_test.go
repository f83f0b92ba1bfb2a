package chart_test

import (
	"fmt"
	"math"

	"github.com/cairn-learn/cairn/tui/internal/chart"
)

// The samples have wide, combined and joined letters where they are cut.

func sampleBars() chart.Bars {
	return chart.Bars{
		Max: 1, Line: 0.95, Compare: true,
		Rows: []chart.Bar{
			{Label: "Save a step", Text: "97 %", Value: 0.97, Was: 0.5},
			{Label: "Choose what to save, and what not", Text: "40 %", Value: 0.4, Was: 0.6},
			{Label: "日本語で書かれたとても長い名前の技能", Text: "94 %", Value: 0.94, Was: 0.94},
			{Label: "Ve\u0301rifier les re\u0301sultats e\u0301tranges de la se\u0301rie", Text: "8 %", Value: 0.08, Was: 0},
			{Label: "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻", Text: "100 %", Value: 1, Was: 1},
			{Label: "Not asked yet", Text: "-", Value: math.NaN(), Was: math.NaN()},
			{Label: "Nothing right", Text: "0 %", Value: 0, Was: 0},
			{Label: "Left out", Text: "1 %", Value: 0.01, Was: 0},
			{Label: "Left out too", Text: "1 %", Value: 0.01, Was: 0},
		},
	}
}

func sampleColumns() chart.Columns {
	return chart.Columns{
		Values:  []float64{10, 0, 30, 45, math.NaN(), 60, 20},
		Planned: []float64{20, 20, 20, 20, 0, 0, 30},
		Top:     "60 分", First: "Monday", Last: "today",
	}
}

// year is more values than there are cells.
func year() chart.Columns {
	d := chart.Columns{Top: "1 h", First: "March", Last: "now"}
	for i := range 200 {
		d.Values = append(d.Values, 30+30*math.Sin(float64(i)/15))
	}
	return d
}

func sampleCalendar() chart.Calendar {
	d := chart.Calendar{
		Weekday: 2, Today: 150, Weekdays: [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
		Months: []chart.Month{{At: 0, Text: "Jan"}, {At: 2, Text: "Feb"}, {At: 30, Text: "三月"}, {At: 61, Text: "Apr"}, {At: 91, Text: "May"}, {At: 122, Text: "Jun"}},
	}
	for i := range 153 {
		v := float64(i*7919%11) - 4
		if i > 150 {
			v = math.NaN()
		}
		d.Days = append(d.Days, v)
	}
	return d
}

func sampleTimeline() chart.Timeline {
	return chart.Timeline{
		Far: 60, Wide: [2]float64{18, 44}, Narrow: [2]float64{24, 34}, HasTarget: true, Target: 50,
		TodayText: "今日", FarText: "1 Sep", WideText: [2]string{"3 Jun", "12 Jul"}, NarrowText: [2]string{"8 Jun", "28 Jun"}, TargetText: "20 Jul",
	}
}

// crowded is a forecast whose labels are in each other's way, and which ends
// beyond the line.
func crowded() chart.Timeline {
	return chart.Timeline{
		Far: 100, Wide: [2]float64{60, 130}, Narrow: [2]float64{62, 90}, HasTarget: true, Target: 97,
		TodayText: "today, Friday", FarText: "the end of the year", TargetText: "Saturday, 20 July",
		WideText: [2]string{"3 June", "after the year"}, NarrowText: [2]string{"5 June", "28 June"},
	}
}

func sampleMap(ascii bool) chart.SkillMap {
	done, begun, open := "✓", "~", "·"
	if ascii {
		done, begun, open = "[x]", "[.]", "[ ]"
	}
	skill := func(title, mark string, p float64, note string, needs ...int) chart.Skill {
		text := fmt.Sprintf("%.0f %%", p*100)
		if math.IsNaN(p) {
			text = "-"
		}
		return chart.Skill{Title: title, Mark: mark, Ink: chart.InkGood, Share: p, Text: text, Note: note, Needs: needs}
	}
	return chart.SkillMap{
		Selected: 3, NeedsText: "needs:",
		Skills: []chart.Skill{
			skill("Variables", done, 1, ""),
			skill("Types", done, 0.96, ""),
			skill("Loops", begun, 0.5, "", 0),
			skill("Functions", begun, 0.6, "2 questions to go", 0, 1),
			skill("Recursion", open, 0.1, "waits for Functions", 3),
			skill("Schleifen, die in anderen Schleifen stecken", open, 0, "", 2),
			skill("並べ替えと検索のアルゴリズム入門", open, 0, "waits for Functions", 2, 3),
			skill("Trees 👩‍💻", open, 0, "", 4, 1),
			skill("Graphs", open, 0, "", 7),
			skill("Tables", open, 0, "", 1),
			skill("Writing it down", open, math.NaN(), ""),
		},
	}
}

// dense needs more rails than a narrow window has: the last skills need all the
// first ones.
func dense(ascii bool) chart.SkillMap {
	d := sampleMap(ascii)
	d.Skills = d.Skills[:0]
	for i := range 16 {
		k := chart.Skill{Title: fmt.Sprintf("Step %d", i+1), Mark: "·", Share: 0.2, Text: "20 %"}
		for p := range max(i-9, 0) {
			k.Needs = append(k.Needs, 2*p%10, p)
		}
		if ascii {
			k.Mark = "[ ]"
		}
		d.Skills = append(d.Skills, k)
	}
	return d
}
