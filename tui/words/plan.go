package words

import (
	"fmt"
	"time"
)

// Plan is what the page of the plan says.
type Plan struct {
	Title       string
	For         func(goal string) string
	Skills      func(n, of int) string // still to be mastered
	Done        string                 // nothing is left
	Lessons     func(n int) string
	Minutes     string // heading
	New         string // minutes for what is new
	Review      string // minutes for reviews
	Speed       func(times float64) string
	Days        func(days []time.Weekday, sitting int) string
	NoDays      string
	Resting     string
	Levers      string // heading
	LeverHow    string
	MoreMinutes func(from, to int) string // the levers
	Sitting     func(minutes, days int) string
	Date        func(from, to time.Time) string
	Goal        func(title string) string
	Fewer       func(from, to int) string
	Sure        func(from, to int) string
	Preset      func(word string) string // less sure before moving on
	Does        string                   // this alone makes the date
	Not         string                   // this alone does not
	Ends        func(day, now time.Time) string
	ByHand      string                   // beside a lever that the learner sets
	Changed     func(what string) string // said once
	Change      string                   // what enter does on a lever
	Coming      string                   // heading
	Booked      func(review, fresh float64) string
	Spent       func(minutes float64) string
	Free        string // a day that is not one of the learner's
	Nothing     string // one that is, with nothing booked
	NoRow       string // why enter does nothing
}

func englishPlan() Plan {
	return Plan{
		Title:   "Plan",
		For:     func(g string) string { return named(g, "For “%s”", "For everything in the course") },
		Skills:  func(n, of int) string { return fmt.Sprintf("%d of %s still to learn", n, count(of, "skill", "skills")) },
		Done:    "Everything is learned. Reviews keep it.",
		Lessons: func(n int) string { return count(n, "lesson", "lessons") + " ahead" },
		Minutes: "What is left, an estimate",
		New:     "new",
		Review:  "reviews",
		Speed: func(t float64) string {
			switch {
			case t > 1.05:
				return fmt.Sprintf("You take %.1f times as long as the author planned, which is counted in.", t)
			case t < 0.95:
				return fmt.Sprintf("You take %.1f of the time that the author planned, which is counted in.", t)
			}
			return "You take about as long as the author planned."
		},
		Days: func(days []time.Weekday, sitting int) string {
			said := ""
			for i, d := range days {
				if i > 0 {
					said += " "
				}
				said += d.String()[:3]
			}
			if len(days) == 7 {
				said = "every day"
			}
			return fmt.Sprintf("%s, %s each", said, minutes(sitting))
		},
		NoDays:   "No days are planned.",
		Resting:  "You are resting today.",
		Levers:   "What would change it",
		LeverHow: "Each alone. Enter changes it; you can change it back at any time.",
		MoreMinutes: func(from, to int) string {
			return minutes(to) + " a week instead of " + minutes(from)
		},
		Sitting: func(m, days int) string {
			return fmt.Sprintf("%s on each of your %s", minutes(m), count(days, "day", "days"))
		},
		Date: func(from, to time.Time) string {
			return fmt.Sprintf("%s instead of %s", englishDate(to, from), englishDate(from, from))
		},
		Goal:  func(t string) string { return "Aim at “" + t + "”, which asks for less" },
		Fewer: func(from, to int) string { return fmt.Sprintf("%s instead of %d", count(to, "skill", "skills"), from) },
		Sure: func(from, to int) string {
			return fmt.Sprintf("Reviews when you have it with %d %%, not %d %%", to, from)
		},
		Preset: func(word string) string { return fmt.Sprintf("Fewer questions before moving on: “%s”", word) },
		Does:   "makes the date",
		Not:    "not enough alone",
		Ends:   func(day, now time.Time) string { return "through by " + englishDate(day, now) },
		ByHand: "you choose how at goals and pace",
		Changed: func(what string) string {
			return "Changed: " + what
		},
		Change: "change it",
		Coming: "The coming two weeks",
		Booked: func(review, fresh float64) string {
			switch {
			case review > 0 && fresh > 0:
				return fmt.Sprintf("%d min reviews, %d min new", wholeMinutes(review), wholeMinutes(fresh))
			case review > 0:
				return fmt.Sprintf("%d min reviews", wholeMinutes(review))
			}
			return fmt.Sprintf("%d min new", wholeMinutes(fresh))
		},
		Spent:   func(m float64) string { return minutes(wholeMinutes(m)) + " done" },
		Free:    "free",
		Nothing: "nothing yet",
		NoRow:   "choose a lever first, with the arrow keys",
	}
}
