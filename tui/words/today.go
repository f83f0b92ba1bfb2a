package words

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// Today is what the page of the day says.
type Today struct {
	Title    string
	Resting  string
	Review   string // heading
	Due      func(n, minutes int) string
	Take     func(n, minutes int) string // of them now, where the rest can wait
	DueNone  func(tomorrow int) string
	More     func(n int) string // of what is due
	Next     string             // headings of what is next on the road
	Then     string             // after reviews
	Stands   string             // heading of how things stand
	Begun    string             // beside what is next
	Left     func(minutes int) string
	Takes    func(minutes int) string
	End      string // nothing is next
	Spent    func(minutes float64) string
	Sitting  func(minutes int) string
	Free     string // today is not one of the learner's days
	Week     func(done, of int) string
	Unclear  string // heading
	About    func(lesson string) string
	Leeches  string // heading
	Leech    func(title string, times int) string
	LeechHow string
	Kinds    map[learn.DueKind]string
	Start    func(n int) string // what the key does: so many reviews first
	GoOn     string             // what the key does: the road
	NoReview string             // why the key for reviews does nothing
	NoRest   string             // why the key for resting does nothing
	Rested   string             // said once, after it
}

// Forecast is how a forecast is said.
type Forecast struct {
	Heading string
	Line    func(f *learn.Forecast, now time.Time) string
	None    string
	Status  func(s learn.ForecastStatus, until, now time.Time) string
	Short   func(s learn.ForecastStatus, until, now time.Time) string
	Half    func(from, to, now time.Time) string
	Most    func(from, to, now time.Time) string
	Today   string
}

func englishToday() Today {
	return Today{
		Title:   "Today",
		Resting: "You are resting today. What is due waits for tomorrow.",
		Review:  "To review",
		Due: func(n, m int) string {
			said := count(n, "review is due", "reviews are due")
			if m > 0 {
				said += ", about " + minutes(m)
			}
			return said + "."
		},
		Take: func(n, m int) string {
			said := fmt.Sprintf("%d now", n)
			if m > 0 {
				said += ", about " + minutes(m)
			}
			return said + "; the rest can wait."
		},
		DueNone: func(tomorrow int) string {
			if tomorrow == 0 {
				return "No review is due."
			}
			return fmt.Sprintf("No review is due. Tomorrow: %d.", tomorrow)
		},
		More:   func(n int) string { return fmt.Sprintf("and %d more", n) },
		Next:   "Next on the road",
		Then:   "Then, on the road",
		Stands: "So far",
		Begun:  "begun",
		Left:   func(m int) string { return "about " + minutes(m) + " left" },
		Takes:  func(m int) string { return "about " + minutes(m) },
		End:    "Nothing is left on the road.",
		Spent: func(m float64) string {
			return fmt.Sprintf("%s today", minutes(wholeMinutes(m)))
		},
		Sitting: func(m int) string { return fmt.Sprintf("%s planned", minutes(m)) },
		Free:    "a free day in your plan; what you do counts all the same",
		Week: func(done, of int) string {
			switch {
			case of == 0 && done == 0:
				return ""
			case of == 0:
				return count(done, "day", "days") + " this week"
			case done > of:
				return fmt.Sprintf("%s this week (%d planned)", count(done, "day", "days"), of)
			case done == 0:
				return count(of, "day", "days") + " planned this week"
			}
			return fmt.Sprintf("%d of %d this week", done, of)
		},
		Unclear: "What you wrote was still unclear",
		About:   func(lesson string) string { return "about “" + lesson + "”" },
		Leeches: "Missed again and again",
		Leech: func(title string, times int) string {
			return fmt.Sprintf("%s (%s)", title, count(times, "miss", "misses"))
		},
		LeechHow: "Another explanation may help more than another try.",
		Kinds: map[learn.DueKind]string{
			learn.DueSkill: "skill", learn.DueOpen: "open skill", learn.DueQuestion: "question", learn.DueCard: "card", learn.DueTerm: "term",
		},
		Start: func(n int) string {
			if n == 0 {
				return "start with the reviews"
			}
			return "start " + count(n, "review", "reviews")
		},
		GoOn:     "go on",
		NoReview: "no review is due; the map offers practice on any skill",
		NoRest:   "you are resting today already",
		Rested:   "Rest well. What is due waits for tomorrow.",
	}
}

func englishForecast() Forecast {
	return Forecast{
		Heading: "Forecast",
		Line: func(f *learn.Forecast, now time.Time) string {
			return "You may be through " + englishDays().Between(f.From80, f.To80, now) + ", an estimate"
		},
		None: "There is no estimate yet of when you will be through.",
		Status: func(s learn.ForecastStatus, until, now time.Time) string {
			switch s {
			case learn.ForecastOn:
				return "On track for " + englishDate(until, now) + "."
			case learn.ForecastTight:
				return "Tight for " + englishDate(until, now) + ": it works out in half of all cases."
			case learn.ForecastLate:
				return "Later than " + englishDate(until, now) + ", as it looks now."
			case learn.ForecastOpen:
			}
			return "No date is set."
		},
		Short: func(s learn.ForecastStatus, until, now time.Time) string {
			switch s {
			case learn.ForecastOn:
				return "On track for " + englishDate(until, now) + "."
			case learn.ForecastTight:
				return "Tight for " + englishDate(until, now) + "."
			case learn.ForecastLate:
				return "Your date is " + englishDate(until, now) + "; the plan says what would change it."
			case learn.ForecastOpen:
			}
			return ""
		},
		Half: func(from, to, now time.Time) string {
			return "One case in two: " + englishDays().Between(from, to, now)
		},
		Most: func(from, to, now time.Time) string {
			return "Four in five: " + englishDays().Between(from, to, now)
		},
		Today: "today",
	}
}
