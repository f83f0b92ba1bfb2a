package model

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// scenario is one of plan.txt or forecast.txt.
type scenario struct {
	name, file string
	outlook    Outlook
	ask        []string // the words of the last line: what is asked for
	want       string
}

// readScenarios reads the scenarios of a file.
func readScenarios(t *testing.T, file string) []scenario {
	t.Helper()
	text, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var list []scenario
	for _, part := range strings.Split(string(text), "\n# ")[1:] {
		s := scenario{file: file}
		var body string
		s.name, body, _ = strings.Cut(part, "\n")
		body, s.want, _ = strings.Cut(body, "\n->\n")
		s.want = strings.TrimSpace(s.want)
		for _, line := range strings.Split(strings.TrimSpace(body), "\n") {
			s.read(t, line)
		}
		list = append(list, s)
	}
	if len(list) < 5 {
		t.Fatalf("%s has %d scenarios", file, len(list))
	}
	return list
}

// read takes in one line of a scenario.
func (s *scenario) read(t *testing.T, line string) {
	o := &s.outlook
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "today":
		o.Today = date(t, rest)
	case "target":
		o.Target = date(t, rest)
	case "begun":
		o.Begin = date(t, rest)
	case "pace":
		o.Pace = pace(t, rest)
	case "weeks":
		for _, minutes := range strings.Fields(rest) {
			o.Weeks = append(o.Weeks, evenly(o.Pace.On, number(t, minutes)))
		}
	case "spent":
		fmt.Sscanf(rest, "%g, %g on reviews", &o.Spent, &o.Reviewed)
	case "speed":
		o.Speed = number(t, rest)
	case "keeps":
		o.Keeps = math.Log(number(t, rest))
	case "recall":
		o.Recall = number(t, rest)
	case "own":
		times, what, _ := strings.Cut(rest, ": ")
		var r Record
		fmt.Sscanf(what, "expected %g, took %g, left %g", &r.Expected, &r.Taken, &r.Left)
		for range int(number(t, times)) {
			o.Own = append(o.Own, r)
		}
	case "new", "review":
		which, what, _ := strings.Cut(rest, ": ")
		first, last, ok := strings.Cut(which, "-")
		if !ok {
			last = first
		}
		for i := int(number(t, first)); i <= int(number(t, last)); i++ {
			if word == "new" {
				w, _ := work(t, what)
				w.Skill = i
				o.New = append(o.New, w)
				continue
			}
			r := Review{Skill: i, Memory: Memory{Difficulty: 5}}
			days := 0
			n, _ := fmt.Sscanf(what, "stability %g, %d days ago, question %g, explanation %g", &r.Memory.Stability, &days, &r.Question, &r.Explain)
			r.Reopens = n == 4
			r.Last = o.Today - Day(days)
			o.Reviews = append(o.Reviews, r)
		}
	default:
		s.ask = strings.Fields(line)
	}
}

func date(t *testing.T, s string) Day {
	t.Helper()
	at, err := time.Parse("Mon 2 January 2006", s)
	if err != nil {
		t.Fatal(err)
	}
	return DayOf(at.Add(12 * time.Hour))
}

// pace reads "Mon Wed Fri, 20 minutes".
func pace(t *testing.T, s string) Pace {
	days, minutes, _ := strings.Cut(s, ", ")
	p := Pace{Minutes: number(t, strings.TrimSuffix(minutes, " minutes"))}
	for d := range p.On {
		p.On[d] = strings.Contains(days, time.Weekday(d).String()[:3]) || days == "every day"
	}
	return p
}

// short says a day in few letters.
func (d Day) short() string { return d.Date().Format("2 Jan 2006") }

func (b Booking) tell() string {
	s := strconv.Itoa(b.Skill)
	if b.Ends {
		s += "."
	}
	return fmt.Sprintf("%.1f %s", b.Minutes, s)
}

func (p Plan) tell() string {
	var lines []string
	for _, d := range p.Days {
		var parts []string
		for _, b := range d.Reviews {
			parts = append(parts, "~"+b.tell())
		}
		for _, b := range d.New {
			parts = append(parts, b.tell())
		}
		line := fmt.Sprintf("%s %5.1f  %s", d.Day.Date().Format("Mon 02"), d.Minutes, strings.Join(parts, "  "))
		if d.Mixed {
			line = fmt.Sprintf("%s %5.1f  mixed: %s", d.Day.Date().Format("Mon 02"), d.Minutes, strings.Join(parts, "  "))
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	if p.Closing != 0 {
		lines = append(lines, "closing from "+p.Closing.short())
	}
	if len(p.Open) > 0 {
		lines = append(lines, "open "+strings.Trim(fmt.Sprint(p.Open), "[]"))
	}
	return strings.Join(lines, "\n")
}

func TestPlanTable(t *testing.T) {
	for _, s := range readScenarios(t, "plan.txt") {
		days, _ := strconv.Atoi(s.ask[1])
		if got := s.outlook.Plan(days).tell(); got != s.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", s.name, got, s.want)
		}
	}
}

// drawOutlook draws where a learner may stand. Their numbers are sound.
func drawOutlook(t *rapid.T) Outlook {
	minutes := rapid.Float64Range(0, 90)
	o := Outlook{
		Today: monday + Day(rapid.IntRange(0, 13).Draw(t, "today")),
		Pace:  Pace{Minutes: rapid.Float64Range(1, 90).Draw(t, "minutes")},
		Weeks: rapid.SliceOfN(anyWeek(rapid.Float64Range(0, 60)), 0, 10).Draw(t, "weeks"),
		Speed: rapid.Float64Range(0.4, 3).Draw(t, "speed"),
	}
	for d := range o.Pace.On {
		o.Pace.On[d] = rapid.Bool().Draw(t, "on")
	}
	o.Pace.On[rapid.IntRange(0, 6).Draw(t, "surely on")] = true
	if rapid.Bool().Draw(t, "late in the day") {
		o.Spent = minutes.Draw(t, "spent")
		o.Reviewed = rapid.Float64Range(0, o.Spent).Draw(t, "reviewed")
	}
	if rapid.Bool().Draw(t, "has a target") {
		o.Target = o.Today + Day(rapid.IntRange(-10, 120).Draw(t, "target"))
		o.Begin = o.Today - Day(rapid.IntRange(0, 60).Draw(t, "begun"))
	}
	for i := range rapid.IntRange(0, 25).Draw(t, "new") {
		o.New = append(o.New, Work{
			Skill: i, Mastery: rapid.Float64Range(0, 0.99).Draw(t, "mastery"), Begun: rapid.Bool().Draw(t, "begun"),
			Lesson: rapid.Float64Range(0, 30).Draw(t, "lesson"), Question: rapid.Float64Range(0, 4).Draw(t, "question"),
			Explain: rapid.Float64Range(0, 10).Draw(t, "explain"), Taught: rapid.Bool().Draw(t, "taught"),
		})
	}
	for range rapid.IntRange(0, 3).Draw(t, "records") {
		o.Own = append(o.Own, Record{rapid.Float64Range(0, 40).Draw(t, "expected"), rapid.Float64Range(0, 90).Draw(t, "taken"), rapid.Float64Range(0, 40).Draw(t, "left")})
	}
	for i := range rapid.IntRange(0, 25).Draw(t, "mastered") {
		o.Reviews = append(o.Reviews, Review{
			Skill:  100 + i,
			Memory: Memory{rapid.Float64Range(0.1, 200).Draw(t, "stability"), rapid.Float64Range(1, 10).Draw(t, "difficulty")},
			Last:   o.Today - Day(rapid.IntRange(0, 100).Draw(t, "days ago")), Question: rapid.Float64Range(0, 4).Draw(t, "question"),
			Explain: rapid.Float64Range(0, 10).Draw(t, "explain"), Reopens: rapid.Bool().Draw(t, "reopens"),
		})
	}
	return o
}

// drawHostile draws an outlook of which nothing needs to make sense.
func drawHostile(t *rapid.T) Outlook {
	x := func(name string) float64 { return anyNumber().Draw(t, name) }
	d := func(name string) Day {
		return Day(rapid.OneOf(rapid.Int(), rapid.IntRange(20000, 21000), rapid.Just(0)).Draw(t, name))
	}
	o := Outlook{
		Today: d("today"), Begin: d("begin"), Target: d("target"), Pace: Pace{Minutes: x("minutes")},
		Weeks: rapid.SliceOfN(anyWeek(anyNumber()), 0, 10).Draw(t, "weeks"), Spent: x("spent"), Reviewed: x("reviewed"),
		Speed: x("speed"), Keeps: x("keeps"), Recall: x("recall"),
	}
	for i := range o.Pace.On {
		o.Pace.On[i] = rapid.Bool().Draw(t, "on")
	}
	for range rapid.IntRange(0, 4).Draw(t, "begun") {
		o.Own = append(o.Own, Record{x("expected"), x("taken"), x("left")})
	}
	for range rapid.IntRange(0, 4).Draw(t, "new") {
		o.New = append(o.New, Work{
			Skill:   rapid.OneOf(rapid.Int(), rapid.IntRange(0, 3)).Draw(t, "skill"),
			Mastery: x("mastery"), Lesson: x("lesson"), Question: x("question"), Explain: x("explain"), Taught: rapid.Bool().Draw(t, "taught"),
		})
	}
	for range rapid.IntRange(0, 4).Draw(t, "mastered") {
		o.Reviews = append(o.Reviews, Review{Memory: Memory{x("stability"), x("difficulty")}, Last: d("last"), Question: x("question"), Explain: x("explain"), Reopens: rapid.Bool().Draw(t, "reopens")})
	}
	return o
}

// anyWeek draws a week of such minutes.
func anyWeek(minutes *rapid.Generator[float64]) *rapid.Generator[Week] {
	return rapid.Custom(func(t *rapid.T) Week { return Week(rapid.SliceOfN(minutes, 7, 7).Draw(t, "week")) })
}

// Three skills: one mastered, one taught, one not begun that builds on the first.
func TestOutlookOfALearner(t *testing.T) {
	e := NewEngine(Defaults(Standard), NewGraph([]Spec{{}, {}, {Needs: []int{0}}, {}}))
	l := e.NewLearner(monday)
	e.Skip(l, 0)
	e.Taught(l, 1)
	l.Keeps = 0.3
	costs := []Cost{{8, 1, 3}, {10, 2, 0}, {6, 1, 3}} // one is missing, and costs nothing
	o := e.Outlook(l, nil, costs)
	if o.Today != monday || o.Keeps != 0.3 || o.Recall != 0.90 || o.FSRS != e.FSRS {
		t.Errorf("got %+v", o)
	}
	wantReviews := []Review{{Skill: 0, Memory: e.FSRS.First(Easy), Last: monday, Question: 1, Explain: 3, Reopens: true}}
	wantNew := []Work{
		{Skill: 1, Mastery: l.Skills[1].Mastery(), Question: 2, Taught: true, Begun: true},
		{Skill: 2, Mastery: l.Skills[2].Mastery(), Lesson: 6, Question: 1, Explain: 4}, // with a look at what it builds on
		{Skill: 3, Mastery: l.Skills[3].Mastery()},
	}
	if !slices.Equal(o.Reviews, wantReviews) || !slices.Equal(o.New, wantNew) {
		t.Errorf("got %+v and %+v", o.Reviews, o.New)
	}
	o = e.Outlook(l, []bool{false, false, true}, costs)
	if !slices.Equal(o.Reviews, wantReviews) || !slices.Equal(o.New, wantNew[1:2]) {
		t.Errorf("towards the third skill only: got %+v and %+v", o.Reviews, o.New)
	}
	o = o.clean()
	if got, want := e.Expect(l, 2, costs), o.minutes(o.New[0]); got != want {
		t.Errorf("the third skill is expected to take %v, in the outlook %v", got, want)
	}
}

func TestPastWeeks(t *testing.T) {
	days := []DayMinutes{
		{monday + 6, 10}, {monday + 7, 20}, {monday + 13, 5}, {monday + 7, 1}, {monday + 14, 30}, {monday - 1, 99}, {monday + 15, 7},
	}
	for _, c := range []struct {
		says         string
		today, begun Day
		want         []Week
	}{
		{"on the first day", monday, monday, nil},
		{"after six days", monday + 6, monday, nil},
		{"after a week", monday + 7, monday, []Week{{0: 10}}},
		{"after two", monday + 14, monday, []Week{{0: 10}, {0: 5, 1: 21}}},
		{"a day later, the weeks begin a day later", monday + 15, monday, []Week{{0: 10, 1: 21}, {0: 5, 1: 30}}},
		{"begun in the future", monday, monday + 5, nil},
	} {
		got := PastWeeks(c.today, c.begun, days)
		if !slices.Equal(got, c.want) && len(got)+len(c.want) > 0 {
			t.Errorf("%s: got %v, want %v", c.says, got, c.want)
		}
	}
	if got := PastWeeks(monday, -1<<62, days); len(got) != weeksCount {
		t.Errorf("whoever began long ago has %d weeks", len(got))
	}
}
