package words

import "fmt"

// PlainViews is what the line-by-line front end says where the full-screen one
// draws: sentences around the words that both share.
type PlainViews struct {
	Named func(title string) string // a title in a sentence

	// The day.
	Today        func(due string) string
	ReviewStarts string
	Due          func(kind, title string) string
	MoreDue      func(more, how string) string
	TodayAll     string // what is typed to hear all that is due
	Next         func(title, module string) string
	Time         func(said string) string
	Days         func(said string) string // of the week so far

	// Why, and what else.
	Skill   func(title string, percent, line int, answers string) string
	Earlier func(n int) string // answers that are left out
	Points  func(p float64) string
	Then    func(percent int) string
	FromTo  func(title string, before, after int) string
	Else    string
	NoElse  string
	NotElse func(n int) string

	// The map.
	Estimates string
	About     func(percent int) string
	BuildsOn  func(skills string) string
	WaitsFor  func(skill string, percent, line int) string
	TaughtIn  func(lessons string) string
	MovedBy   string // above what moved one skill

	// Insights.
	Hours                      func(from, to int) string
	Answers, Reviews, Finished func(n int) string // on one day; empty for none
	Weeks                      func(said string) string
	WeekOf                     func(monday string) string

	// The plan.
	Left     func(fresh, review int) string
	YourDays func(said string) string
	Forecast func(half, most string) string
	Levers   string
	LeverHow string
	NotLever func(n int) string // of so many

	// What to do about a lever that cairn cannot pull.
	HandTime  string
	HandGoal  func(title, set string) string // what is typed to choose it; empty: unknown
	HandFewer string
	HandNone  string // there is no goal to choose

	Coming     func(last string) string
	DayReviews func(n int) string
	DayNew     func(names string, more int) string
}

func englishPlainViews() PlainViews {
	v := PlainViews{
		Named: func(t string) string { return "“" + t + "”" },

		Today:        func(due string) string { return "Today. " + due },
		ReviewStarts: "Type :review to begin with them.",
		Due: func(kind, t string) string {
			return named(kind, "%s ", "") + "“" + t + "”."
		},
		MoreDue:  func(more, how string) string { return more + ": " + how },
		TodayAll: ":today all",
		Next: func(t, module string) string {
			return "Next: “" + t + "”" + named(module, " in “%s”", "")
		},
		Time: func(s string) string { return "Time: " + s + "." },
		Days: func(s string) string { return "Days: " + s + "." },

		Skill: func(t string, p, line int, answers string) string {
			if line > 0 {
				return fmt.Sprintf("%s: about %d %%, known from %d %%, %s.", t, p, line, answers)
			}
			return fmt.Sprintf("%s: about %d %%, %s.", t, p, answers)
		},
		Earlier: func(n int) string { return "Before these: " + fmt.Sprint(n) + ". :why all tells them too." },
		Points: func(p float64) string {
			switch {
			case p > -0.05 && p < 0.05:
				return "no points"
			case p < 0:
				return fmt.Sprintf("%.1f points taken", -p)
			}
			return fmt.Sprintf("%.1f points given", p)
		},
		Then: func(p int) string { return fmt.Sprintf("then %d %%", p) },
		FromTo: func(t string, b, a int) string {
			if a == b {
				return fmt.Sprintf("%s stays at %d %%", t, a)
			}
			return fmt.Sprintf("%s from %d %% to %d %%", t, b, a)
		},
		Else:    "Something else, with :else and its number:",
		NoElse:  "There is nothing else to do here; :open goes to any lesson.",
		NotElse: func(n int) string { return fmt.Sprintf("It has to be a number from 1 to %d.", n) },
	}
	v.pictures()
	return v
}

func (v *PlainViews) pictures() {
	v.Estimates = "All figures are estimates."
	v.About = func(p int) string { return fmt.Sprintf("about %d %%", p) }
	v.BuildsOn = func(s string) string { return "Builds on " + s + "." }
	v.WaitsFor = func(s string, p, line int) string {
		return fmt.Sprintf("Waits for %s: %d %%, and %d %% is enough.", s, p, line)
	}
	v.TaughtIn = func(l string) string { return "Taught in: " + l + "." }

	v.Hours = func(from, to int) string { return fmt.Sprintf("from %d to %d o'clock", from, to) }
	v.Answers, v.Reviews = some("answer", "answers"), some("review", "reviews")
	v.Finished = some("lesson finished", "lessons finished")
	v.Weeks = func(s string) string { return "Weeks: " + s + "." }
	v.WeekOf = func(monday string) string { return "week of " + monday }

	v.Left = func(fresh, review int) string {
		const said, until = "Left, as an estimate: ", " for what is new, with its questions until each skill is known"
		switch {
		case review == 0:
			return said + minutes(fresh) + until + "."
		case fresh == 0:
			return said + minutes(review) + " for reviews."
		}
		return said + minutes(fresh) + until + "; " + minutes(review) + " for reviews."
	}
	v.YourDays = func(s string) string { return "Your days: " + s + "." }
	v.Forecast = func(half, most string) string {
		return "When you may be through, as an estimate. " + half + ". " + most + "."
	}
	v.DayReviews = func(n int) string { return "Reviews: " + count(n, "thing", "things") }
	v.DayNew = func(names string, more int) string {
		if more > 0 {
			return fmt.Sprintf("New: %s; and %d more", names, more)
		}
		return "New: " + names
	}
	v.Levers = "What would change it, each alone:"
	v.LeverHow = "To change one, type :plan and its number. You can change it back at any time."
	v.NotLever = func(n int) string {
		if n == 0 {
			return "There is nothing to change here; :choices lists your choices."
		}
		return fmt.Sprintf("It has to be a number from 1 to %d.", n)
	}
	v.HandTime = "It takes more days or longer sittings, which are for you to choose: :set days and :set minutes change them, :choices lists them."
	v.HandGoal = func(t, set string) string {
		return "It takes the goal “" + t + "”. " + named(set, "To choose it, type %s", "Goals are among your choices: :choices lists them.")
	}
	v.HandFewer = "It takes a goal that asks for fewer skills, which is for you to choose: :choices lists the goals, :set goal changes yours."
	v.HandNone = "This course has no goal that asks for less; you can skip what you do not need, with :leave in a lesson."
	v.MovedBy = "What moved it:"
	v.Coming = func(last string) string { return "The days until " + last + "; those that are not named are free:" }
}

// some says how many of a thing there are, and nothing where there are none.
func some(one, many string) func(int) string {
	return func(n int) string {
		if n == 0 {
			return ""
		}
		return count(n, one, many)
	}
}
