package model

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func (r Range) tell() string {
	s := r.Earliest.short() + " to " + r.Latest.short()
	if r.Open {
		s += " or never"
	}
	return s
}

func (f Forecast) tell() string {
	return fmt.Sprintf("half %s\nmost %s\nleft %.0f min new, %.0f min reviews, %.0f min with a buffer\n%s",
		f.Half.tell(), f.Most.tell(), f.Left.New, f.Left.Review, f.Left.Total, f.Status)
}

func (l Levers) tell() string {
	lines := []string{"no more minutes help", "no later date is in sight", "no fewer skills help", "a lower recall saves nothing"}
	if m := l.Minutes; m.OK {
		lines[0] = fmt.Sprintf("%.0f minutes a week in place of %.0f", m.To, m.From)
	}
	if d := l.Date; d.OK {
		lines[1] = "by " + d.To.short()
	}
	if f := l.Fewer; f.OK {
		lines[2] = fmt.Sprintf("%d skills fewer", f.Drop)
	}
	if r := l.Recall; r.OK {
		lines[3] = fmt.Sprintf("recall %.2f saves %.0f min, %d days", r.To, r.Minutes, r.Days)
		if r.Enough {
			lines[3] += ", enough"
		}
	}
	return strings.Join(lines, "\n")
}

const testSeed = 7

func TestForecastTable(t *testing.T) {
	for _, s := range readScenarios(t, "forecast.txt") {
		got := s.outlook.Forecast(testSeed).tell()
		if s.ask[0] == "levers" {
			got += "\n" + s.outlook.Levers(testSeed, Alternatives{}).tell()
		}
		if got != s.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", s.name, got, s.want)
		}
	}
}

func TestForecastOfTheSameIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o, seed := drawOutlook(t), rapid.Uint64().Draw(t, "seed")
		a, b := o.Forecast(seed), o.Forecast(seed)
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("%s\nbut then\n%s", a.tell(), b.tell())
		}
	})
}

func TestRangesAreNested(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := drawOutlook(t)
		f := o.Forecast(rapid.Uint64().Draw(t, "seed"))
		if f.Most.Earliest < o.Today || f.Most.Earliest > f.Half.Earliest || f.Half.Earliest > f.Half.Latest || f.Half.Latest > f.Most.Latest {
			t.Fatal(f.tell())
		}
		if m := f.Middle(); m < f.Half.Earliest || m > f.Half.Latest {
			t.Fatalf("the middle, %s, is not in %s", m.short(), f.Half.tell())
		}
		inside := 0
		for _, d := range f.Finish {
			if f.Most.Has(d) {
				inside++
			}
		}
		if len(f.Finish) != replays || inside < replays*8/10 {
			t.Fatalf("%d of %d replays are in %s", inside, len(f.Finish), f.Most.tell())
		}
	})
}

// Nothing that lightens the load makes any replay end later.
func TestLessIsNeverLater(t *testing.T) {
	for name, lighten := range map[string]func(t *rapid.T, o *Outlook){
		"more minutes": func(t *rapid.T, o *Outlook) {
			o.Pace.Minutes *= rapid.Float64Range(1, 3).Draw(t, "times")
		},
		"a better week": func(t *rapid.T, o *Outlook) {
			if len(o.Weeks) > 0 {
				week := &o.Weeks[rapid.IntRange(0, len(o.Weeks)-1).Draw(t, "week")]
				week[rapid.IntRange(0, 6).Draw(t, "day")] += rapid.Float64Range(0, 100).Draw(t, "more")
			}
		},
		"less spent today": func(t *rapid.T, o *Outlook) { o.Spent, o.Reviewed = 0, 0 },
		"fewer skills":     func(_ *rapid.T, o *Outlook) { o.New = o.New[:len(o.New)/2] },
		"fewer reviews":    func(_ *rapid.T, o *Outlook) { o.Reviews = o.Reviews[:len(o.Reviews)/2] },
		"a faster learner": func(t *rapid.T, o *Outlook) { o.Speed *= rapid.Float64Range(0.5, 1).Draw(t, "times") },
	} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				o := drawOutlook(t)
				before := o.Forecast(1)
				lighten(t, &o)
				after := o.Forecast(1)
				for i := range after.Finish {
					if after.Finish[i] > before.Finish[i] {
						t.Fatalf("%s\nbecomes\n%s", before.tell(), after.tell())
					}
				}
			})
		})
	}
}

// A day that is missed moves the range, and owes nothing.
func TestMissedDaysOweNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := drawOutlook(t)
		o.Spent, o.Reviewed, o.Target = 0, 0, 0
		later := o
		later.Today += Day(7 * rapid.IntRange(1, 4).Draw(t, "weeks missed"))
		before, after := o.Plan(14), later.Plan(14)
		if len(before.Days) != len(after.Days) {
			t.Fatalf("%d days become %d", len(before.Days), len(after.Days))
		}
		for i := range after.Days {
			if after.Days[i].Minutes != before.Days[i].Minutes {
				t.Fatalf("a day of %v minutes becomes one of %v", before.Days[i].Minutes, after.Days[i].Minutes)
			}
		}
		if len(o.Reviews) == 0 {
			missed, f, g := later.Today-o.Today, o.Forecast(1), later.Forecast(1)
			for i := range g.Finish {
				if g.Finish[i] != f.Finish[i]+missed && f.Finish[i] < o.Today+horizon {
					t.Fatalf("%d days missed: %s becomes %s", missed, f.Finish[i].short(), g.Finish[i].short())
				}
			}
		}
	})
}

// What a lever says is what the forecast says, once it is pulled.
func TestLeversKeepTheirPromise(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := drawOutlook(t)
		o.Weeks = nil // then the plan is all that is drawn from, and can be changed
		o.Target = o.Today + Day(rapid.IntRange(0, 60).Draw(t, "target"))
		levers, days := o.Levers(3, Alternatives{}), float64(o.Pace.Days())
		if m := levers.Minutes; m.OK {
			at := func(week float64) Status {
				more := o
				more.Pace.Minutes = week / days
				return more.Forecast(3).Status
			}
			if at(m.To+1e-6) != OnTrack || m.To-minutesStep > m.From && at(m.To-minutesStep) == OnTrack {
				t.Fatalf("%v minutes in place of %v: %s, and with five fewer %s", m.To, m.From, at(m.To), at(m.To-minutesStep))
			}
		}
		if d := levers.Date; d.OK {
			later := o
			later.Target = d.To
			sooner := later
			sooner.Target--
			if later.Forecast(3).Status != OnTrack || sooner.Forecast(3).Status == OnTrack {
				t.Fatalf("by %s: %s, a day sooner: %s", d.To.short(), later.Forecast(3).Status, sooner.Forecast(3).Status)
			}
		}
		if f := levers.Fewer; f.OK {
			less, more := o, o
			less.New, more.New = o.New[:len(o.New)-f.Drop], o.New[:len(o.New)-f.Drop+1]
			if less.Forecast(3).Status != OnTrack || more.Forecast(3).Status == OnTrack {
				t.Fatalf("without %d skills: %s, without %d: %s", f.Drop, less.Forecast(3).Status, f.Drop-1, more.Forecast(3).Status)
			}
		}
		if r := levers.Recall; r.OK {
			less := o
			less.Recall = r.To
			if got := less.Forecast(3); !reflect.DeepEqual(got, r.Then) || r.Enough != (got.Status == OnTrack) {
				t.Fatalf("recall %v: %s", r.To, got.tell())
			}
		}
	})
}

func TestLeversOfferTheFirstGoalThatFits(t *testing.T) {
	o := Outlook{Today: monday, Target: monday + 20, Pace: Pace{On: [7]bool{1: true, 3: true}, Minutes: 20}}
	for i := range 30 {
		o.New = append(o.New, Work{Skill: i, Mastery: 0.2, Lesson: 10, Question: 1})
	}
	var all []int
	for i := range 30 {
		all = append(all, i)
	}
	got := o.Levers(1, Alternatives{Goals: [][]int{all, all[:20], {29, 3}, {1}, nil}}).Fewer.Goal
	if got != 2 {
		t.Errorf("goal %d is offered, want 2: the first that fits", got)
	}
	if got := o.Levers(1, Alternatives{}).Fewer.Goal; got != -1 {
		t.Errorf("goal %d is offered, and there is none", got)
	}
}

// With a less sure preset there are fewer questions, which the lever counts.
func TestLessSureCountsFewerQuestions(t *testing.T) {
	o := Outlook{Today: monday, Target: monday + 20, Pace: Pace{On: [7]bool{1: true, 3: true}, Minutes: 20}}
	for i := range 12 {
		o.New = append(o.New, Work{Skill: i, Mastery: 0.2, Lesson: 10, Question: 1})
	}
	recall := o.Levers(1, Alternatives{}).Recall
	both := o.Levers(1, Alternatives{Questions: 0.8}).Recall
	if both.Then.Left.New >= recall.Then.Left.New || both.Minutes <= recall.Minutes {
		t.Errorf("with fewer questions %v minutes are saved, without %v", both.Minutes, recall.Minutes)
	}
}

// Whatever numbers are given, what comes out can be shown.
func TestOutlookOfImpossibleNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := drawHostile(t)
		f := o.Forecast(1)
		total := f.Left.Total
		if !(total >= 0 && total < 1e9) || f.Most.Latest-f.Most.Earliest < 0 || f.Most.Latest-f.Most.Earliest > horizon {
			t.Fatal(f.tell())
		}
		l := o.Levers(1, Alternatives{Recall: anyNumber().Draw(t, "lower"), Questions: anyNumber().Draw(t, "fewer")})
		if m := l.Minutes; m.OK && !(m.To > 0 && m.To <= 7*minutesDay) {
			t.Fatalf("%+v", m)
		}
		for _, d := range o.Plan(rapid.Int().Draw(t, "days")).Days {
			if !(d.Minutes >= 0 && d.Minutes <= 24*60) {
				t.Fatalf("%+v", d)
			}
		}
	})
}

// forecastLoad is a course of so many skills, half of them mastered.
func forecastLoad(n int) Outlook {
	o := Outlook{
		Today: monday, Target: monday + 40, Pace: Pace{On: [7]bool{1: true, 3: true, 5: true}, Minutes: 30},
		Weeks: []Week{{0, 30, 20, 30}, {6: 60}, {}, {1: 45}, {0, 20, 30, 40}, {120}, {0, 0, 30}, {1: 60}},
	}
	for i := range n {
		o.New = append(o.New, Work{Skill: i, Mastery: 0.2, Lesson: 8, Question: 1})
		o.Reviews = append(o.Reviews, Review{Skill: n + i, Memory: Memory{3 + float64(i%40), 5}, Last: monday - Day(i%30), Question: 1})
	}
	return o
}

func BenchmarkForecast(b *testing.B) {
	for _, n := range []int{60, 5000} {
		o := forecastLoad(n)
		b.Run(fmt.Sprintf("%d skills", n), func(b *testing.B) {
			for range b.N {
				o.Forecast(1)
			}
		})
		b.Run(fmt.Sprintf("%d skills, levers", n), func(b *testing.B) {
			for range b.N {
				o.Levers(1, Alternatives{})
			}
		})
		b.Run(fmt.Sprintf("%d skills, plan of a year", n), func(b *testing.B) {
			for range b.N {
				o.Target = 0
				o.Plan(366)
			}
		})
	}
}
