package model

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// monday is the day on which the tables begin: 2 March 2026.
const monday Day = 20514

// calendar is what a scenario of weeks.txt draws.
type calendar struct {
	today   Day
	active  []Day
	planned []Planned
}

// week reads one line of a calendar, from its Monday.
func (c *calendar) week(line string, from Day) {
	for i, r := range line {
		switch r {
		case 'x':
			c.active = append(c.active, from+Day(i))
		case '|':
			c.today = from + Day(max(i-1, 0))
		}
	}
}

// plan reads "plan 4" or "plan 4 from Thu" before a week.
func (c *calendar) plan(line string, from Day) {
	var days int
	var name string
	fmt.Sscanf(line, "plan %d from %s", &days, &name)
	for d := from; d < from+7; d++ {
		if name == "" || d.Weekday().String()[:3] == name {
			c.planned = append(c.planned, Planned{d, days})
			return
		}
	}
}

func (w WeekCount) tell() string {
	s := fmt.Sprintf("%d of %d", w.Done, w.Planned)
	if w.Planned == 0 {
		s = fmt.Sprintf("%d days", w.Done)
	}
	if w.Counts {
		s += ", counts"
	}
	switch {
	case w.Run == 0:
		s += "; no run"
	case w.Rest == 0:
		s += fmt.Sprintf("; run %d", w.Run)
	default:
		s += fmt.Sprintf("; run %d, rest %d", w.Run, w.Rest)
	}
	return s + fmt.Sprintf("; best %d, total %d", w.Best, w.Total)
}

func TestWeeksTable(t *testing.T) {
	text, err := os.ReadFile("testdata/weeks.txt")
	if err != nil {
		t.Fatal(err)
	}
	scenarios := strings.Split(string(text), "\n# ")[1:]
	if len(scenarios) < 10 {
		t.Fatalf("weeks.txt has %d scenarios", len(scenarios))
	}
	for _, scenario := range scenarios {
		name, body, _ := strings.Cut(scenario, "\n")
		body, want, _ := strings.Cut(strings.TrimSpace(body), " -> ")
		var c calendar
		from := monday
		for _, line := range strings.Split(body, "\n") {
			if strings.HasPrefix(line, "plan ") {
				c.plan(line, from)
				continue
			}
			c.week(line, from)
			from += 7
		}
		if got := CountWeeks(c.today, c.active, c.planned).tell(); got != want {
			t.Errorf("%s:\n%s\ngot  %s\nwant %s", name, body, got, want)
		}
	}
}

func drawCalendar(t *rapid.T) calendar {
	days := rapid.IntRange(0, 200)
	c := calendar{today: monday + Day(days.Draw(t, "today"))}
	for _, d := range rapid.SliceOf(days).Draw(t, "active") {
		c.active = append(c.active, monday+Day(d))
	}
	for _, d := range rapid.SliceOfN(days, 0, 4).Draw(t, "planned") {
		c.planned = append(c.planned, Planned{monday + Day(d), rapid.IntRange(-1, 8).Draw(t, "days")})
	}
	return c
}

// A day more never takes anything away.
func TestOneMoreDayTakesNothingAway(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCalendar(t)
		before := CountWeeks(c.today, c.active, c.planned)
		more := c.today - Day(rapid.IntRange(0, 200).Draw(t, "ago"))
		after := CountWeeks(c.today, append(c.active, more), c.planned)
		if after.Run < before.Run || after.Best < before.Best || after.Total < before.Total || after.Done < before.Done {
			t.Fatalf("%s becomes %s", before.tell(), after.tell())
		}
	})
}

// Time takes no best and no total, and a run only after three weeks of rest.
func TestTimeTakesNothingAwayAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := drawCalendar(t)
		before := CountWeeks(c.today, c.active, c.planned)
		later := rapid.IntRange(0, 60).Draw(t, "later")
		after := CountWeeks(c.today+Day(later), c.active, c.planned)
		if after.Best < before.Best || after.Total < before.Total {
			t.Fatalf("%s becomes %s", before.tell(), after.tell())
		}
		if after.Run < before.Run && later <= 7*(freeRest-before.Rest) {
			t.Fatalf("%s becomes %s only %d days later", before.tell(), after.tell(), later)
		}
		if after.Run > after.Best || after.Best > after.Total || after.Rest > freeRest || after.Done > 7 {
			t.Fatalf("that cannot be: %s", after.tell())
		}
	})
}

// Whatever days are given, counting ends and stays in its bounds.
func TestWeeksOfImpossibleDays(t *testing.T) {
	day := rapid.Custom(func(t *rapid.T) Day { return Day(rapid.Int().Draw(t, "day")) })
	rapid.Check(t, func(t *rapid.T) {
		planned := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Planned {
			return Planned{day.Draw(t, "from"), rapid.Int().Draw(t, "days")}
		}), 0, 3).Draw(t, "planned")
		w := CountWeeks(day.Draw(t, "today"), rapid.SliceOf(day).Draw(t, "active"), planned)
		if w.Done < 0 || w.Done > 7 || w.Planned < 0 || w.Planned > 7 || w.Run < 0 {
			t.Fatalf("that cannot be: %+v", w)
		}
	})
}
