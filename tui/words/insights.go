package words

import (
	"fmt"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// Insights is what the page about how the learner learns says.
type Insights struct {
	Title       string
	Sum         func(minutes float64, answers int) string
	None        string // nothing was done yet
	Strong      string // headings
	Weak        string
	Sure        string
	Calibration string
	Hours       string
	Lessons     string
	Calendar    string
	Weeks       string
	Recall      string
	Unclear     string

	SinceThen string             // answered right since
	Levels    func(i int) string // of sureness: 1 guess, 2 fairly, 3 sure
	Tally     func(t learn.Tally) string
	CalHow    string
	Band      func(from, to int) string
	HoursHow  string
	Days      func(n int) string
	Busiest   func(day time.Time, minutes float64) string
	Run       func(run, best, total int) string
	WeekOf    func(monday time.Time) string
	Kept      string
	Rest      string
	InWeek    func(done, of int) string
	Recalled  func(r learn.Recalled) string
	Expected  string // in front of a bar
	Had       string
	Keeps     func(times float64) string
	Open      string // what enter does
	NextPart  string // what the key does that goes to the next heading
	PrevPart  string
	NoRow     string // why enter does nothing
}

func englishInsights() Insights {
	return Insights{
		Title: "Insights",
		Sum: func(m float64, answers int) string {
			return minutes(wholeMinutes(m)) + " of learning, " + count(answers, "checked answer", "checked answers")
		},
		None:        "There is nothing to tell yet. It comes with your answers.",
		Strong:      "What you know best",
		Weak:        "What you know least",
		Sure:        "Sure, and not right",
		Calibration: "How sure, and how often right",
		Hours:       "Hours of the day",
		Lessons:     "Time by lesson",
		Calendar:    "Days",
		Weeks:       "Weeks",
		Recall:      "What you still had in reviews",
		Unclear:     "What you wrote was still unclear",

		SinceThen: "right since",
		Levels: func(i int) string {
			switch i {
			case 1:
				return "a guess"
			case 2:
				return "fairly sure"
			}
			return "sure"
		},
		Tally:    func(t learn.Tally) string { return fmt.Sprintf("right %d of %d", t.Right, t.Asked) },
		CalHow:   "The surer you are, the longer the bar should be.",
		Band:     func(from, to int) string { return fmt.Sprintf("%02d–%02d h", from, to) },
		HoursHow: "Shown because your answers tell these hours apart. It may still be chance.",
		Days:     func(n int) string { return count(n, "day", "days") + " with something done" },
		Busiest: func(day time.Time, m float64) string {
			return fmt.Sprintf("most on %s: %s", day.Format("2 January"), minutes(wholeMinutes(m)))
		},
		Run: func(run, best, total int) string {
			said := count(total, "week", "weeks") + " as planned"
			if run > 1 {
				said += fmt.Sprintf(", %d in a row", run)
			}
			if best > run && best > 1 {
				said += fmt.Sprintf(" (longest: %d)", best)
			}
			return said
		},
		WeekOf: func(monday time.Time) string { return monday.Format("2 Jan") },
		Kept:   "as planned", Rest: "rest",
		InWeek: func(done, of int) string {
			if done > of {
				return fmt.Sprintf("%s (%d planned)", count(done, "day", "days"), of)
			}
			return fmt.Sprintf("%d of %d", done, of)
		},
		Recalled: func(r learn.Recalled) string {
			return fmt.Sprintf("%d of %s right; %d %% were expected.", r.Right, count(r.Asked, "review", "reviews"), Percent(r.Expected))
		},
		Expected: "expected", Had: "you had",
		Keeps: func(times float64) string {
			return keeps(times, [...]string{
				"You remember about half as long as predicted; your reviews come sooner.",
				"You remember less long than predicted; your reviews come sooner.",
				"You remember a little less long than predicted; your reviews come a little sooner.",
				"You remember about as long as predicted.",
				"You remember a little longer than predicted; your reviews come a little later.",
				"You remember longer than predicted; your reviews come later.",
				"You remember about twice as long as predicted; your reviews come later.",
			})
		},
		Open:     "open",
		NextPart: "next part", PrevPart: "part before",
		NoRow: "nothing on this line can be opened",
	}
}

// keeps picks what is said of how long the learner remembers, in times of what
// was predicted: from half as long, over the same, to twice as long.
func keeps(times float64, said [7]string) string {
	switch {
	case times <= 0.6:
		return said[0]
	case times <= 0.8:
		return said[1]
	case times < 0.95:
		return said[2]
	case times <= 1.05:
		return said[3]
	case times < 1.3:
		return said[4]
	case times < 1.75:
		return said[5]
	}
	return said[6]
}
