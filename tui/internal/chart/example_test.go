package chart_test

import (
	"fmt"

	"github.com/cairn-learn/cairn/tui/internal/chart"
)

// One of each picture, in a style without colours.
func Example() {
	st := chart.Style{ASCII: true, Cursor: ">", More: "..", Full: "#", Empty: "."}
	show := func(lines []string) {
		for _, l := range lines {
			fmt.Println("|" + l)
		}
		fmt.Println()
	}
	show(chart.Bars{Max: 1, Line: 0.95, Compare: true, Rows: []chart.Bar{
		{Label: "Loops", Text: "97 %", Value: 0.97, Was: 0.4}, {Label: "Functions", Text: "60 %", Value: 0.6, Was: 0.7},
	}}.Draw(40, 4, st))
	show(chart.Columns{Values: []float64{20, 0, 45}, Planned: []float64{30, 0, 30}, Top: "1 h", Max: 60, First: "Mon", Last: "Wed"}.Draw(40, 5, st))
	show(chart.Calendar{
		Days: []float64{0, 10, 20, 30, 40, 0, 0, 40, 40}, Weekday: 5, Today: 8,
		Weekdays: [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}, Months: []chart.Month{{At: 0, Text: "May"}},
	}.Draw(40, 8, st))
	show(chart.Timeline{
		Far: 60, Wide: [2]float64{18, 44}, Narrow: [2]float64{24, 34}, HasTarget: true, Target: 50,
		TodayText: "today", WideText: [2]string{"3 Jun", "29 Jun"}, TargetText: "5 Jul",
	}.Draw(40, 4, st))
	show(chart.SkillMap{Selected: 2, Skills: []chart.Skill{
		{Title: "Variables", Mark: "[x]", Share: 1, Text: "100 %"},
		{Title: "Loops", Mark: "[.]", Share: 0.6, Text: "60 %", Needs: []int{0}},
		{Title: "Sorting", Mark: "[ ]", Share: 0.1, Text: "10 %", Needs: []int{0, 1}},
	}}.Draw(40, st).Lines)
	show(chart.Cairn{Share: 0.6}.Draw(40, 5, st))
	// Output:
	// |Loops      #########++++++++++++!.  97 %
	// |Functions  ##############--.....|.  60 %
	//
	// |1 h +
	// |    |---     ###
	// |    |...     ===
	// |    |### ___ ###
	// |     Mon     Wed
	//
	// |    May
	// |Mon   :
	// |Tue   +
	// |Wed   #
	// |Thu   -
	// |Fri   -
	// |Sat - #
	// |Sun .[#]
	//
	// |                                 v 5 Jul
	// ||-----------====#######=======---------|
	// |today     3 Jun            29 Jun
	//
	// |^ o [x] Variables            ##### 100 %
	// |^ +-o [.] Loops              ###..  60 %
	// |> `-^-- [ ] Sorting          #....  10 %
	//
	// |         ..
	// |        ......
	// |    (__________)
	// |  (______________)
	// |--------------------
}
