package words

import "fmt"

// PlainPath is what the line-by-line front end says in the steps of a path of
// the learner's own.
type PlainPath struct {
	// When and how long, asked at the start.
	PlanningOf         func(n, of int) string
	Now                func(answer string) string
	OneOf              func(n int) string       // how to answer; 1..n
	ManyOf             func(n int) string       // 1..n, several
	ValueOf            func(list string) string // one of the values listed
	Minutes, Date, Own string
	LeaveIt            string // behind each of them
	ClearIt            string // behind a date or the learner's own words that are set
	NotADate           func(line string) string

	// What is offered.
	DayHow                              string // how a new day begins
	Review, Practice, Back              func(title string, count, minutes int) string
	PlacementHow, NotPlacement          string
	PlacementNames                      [3][]string // what may be typed instead of 1, 2 and 3
	PlacedAfter                         func(asked int) string
	PlacedKnown, PlacedMaybe, PlacedNew func(title string, percent int) string
	PassesOver                          func(lessons string) string
	PlacedHow, PlacedNone               string

	// Questions, answers and explanations.
	QuestionFor    map[string]string // what a question is called, by its purpose
	Easier, Harder string            // that can be had
	EasierHarder   string
	Another        string // explanation, above it
	HintComes      string // in front of one that comes by itself
	HintReady      string
	SureMiss       string
	Moved          func(title string, now, before int) string

	// A review.
	Turn, TurnBack        string // how to turn a card; in front of its back
	Judge                 string
	JudgeNames            [3][]string // what may be typed instead of 1, 2 and 3
	NotJudged             func(line string) string
	NotTurned             string
	Reviewed              func(right, asked, minutes int) string
	ItemRight, ItemMissed func(title string, days int) string
	ItemLeech             string
	StillDue              func(n int) string
	NothingDue            string // when a review is asked for
	NoSpare, NoPractice   string // why a review of what is not due cannot be had
	TooShort              string
	NoSkill               func(name string) string

	// The end of a sitting.
	Spent     func(minutes, planned int) string
	DoneToday func(lessons string) string
	KnownNow  func(skills string) string
	Write     string
}

func englishPlainPath() PlainPath {
	p := PlainPath{}
	p.planning()
	p.offers()
	p.placed()
	p.questions()
	p.review()
	p.closing()
	return p
}

func (p *PlainPath) planning() {
	p.PlanningOf = func(n, of int) string { return fmt.Sprintf("Question %d of %d", n, of) }
	p.Now = func(a string) string { return "Now: " + a + "." }
	p.OneOf = func(n int) string { return fmt.Sprintf("Type a number from 1 to %d", n) }
	p.ManyOf = func(n int) string {
		return fmt.Sprintf("Type the numbers, from 1 to %d, of all that you choose, such as: 1 2", n)
	}
	p.ValueOf = func(list string) string { return "Type one of: " + list }
	p.Minutes = "Type a number of minutes, such as: 25"
	p.Date = "Type a date as year, month and day, such as: 2026-03-31"
	p.Own = "Write your answer on one line"
	p.LeaveIt = ". Enter leaves it as it is."
	p.ClearIt = ". none clears it, Enter leaves it as it is."
	p.NotADate = func(l string) string {
		return "“" + l + "” is not a date. Type it as year, month and day, such as: 2026-03-31"
	}
}

func (p *PlainPath) offers() {
	p.DayHow = "Press Enter to begin with the reviews, or type no to go on without them."
	p.Review = func(_ string, n, m int) string {
		return "Due for review: " + count(n, "item", "items") + minutesOf(m, minutes) + ". Review now?"
	}
	p.Practice = func(t string, _, m int) string { return "Practise “" + t + "”" + minutesOf(m, minutes) + " first?" }
	p.Back = func(t string, _, m int) string { return "Go back to “" + t + "”" + minutesOf(m, minutes) + "?" }
	p.PlacementHow = "Type 1, 2 or 3."
	p.PlacementNames = [3][]string{{"yes", "y", "test"}, {"new"}, {"some"}}
	p.NotPlacement = "It has to be 1, 2 or 3."
}

func (p *PlainPath) placed() {
	p.PlacedAfter = func(n int) string {
		return "What the test found, after " + count(n, "question", "questions") + ". All figures are estimates."
	}
	p.PlacedKnown = func(t string, n int) string { return fmt.Sprintf("%s: known, %d %%.", t, n) }
	p.PlacedMaybe = func(t string, n int) string {
		return fmt.Sprintf("%s: perhaps known, %d %%. A question comes before the lesson.", t, n)
	}
	p.PlacedNew = func(t string, n int) string { return fmt.Sprintf("%s: new, %d %%. The lesson comes first.", t, n) }
	p.PassesOver = func(l string) string { return "Can be passed over: " + l + "." }
	p.PlacedHow = "Type yes to pass over what is known, no to pass over nothing, or the numbers of the skills that you know, such as: 1 2"
	p.PlacedNone = "Nothing is passed over. Press Enter to go on, or type the numbers of the skills that you know."
}

func (p *PlainPath) questions() {
	p.QuestionFor = map[string]string{
		"placement": "Test question:", "try": "A question before the lesson:", "practice": "Practice question:",
		"check": "A question on what it builds on:", "review": "Review question:",
	}
	p.Easier = "For an easier question, type :easier."
	p.Harder = "For a harder question, type :harder."
	p.EasierHarder = "For an easier question, type :easier; for a harder one, :harder."
	p.Another = "Another explanation:"
	p.HintComes = "A hint for the next try:"
	p.HintReady = "A hint may help here: type :hint."
	p.SureMiss = "You were sure of this one. It is worth a longer look, and comes back tomorrow."
	p.Moved = func(t string, n, b int) string {
		if n == b {
			return fmt.Sprintf("%s: still about %d %%.", t, n)
		}
		return fmt.Sprintf("%s: about %d %%, was %d %%.", t, n, b)
	}
}

func (p *PlainPath) review() {
	in := englishDays().In
	p.Turn = "Say to yourself what is on the back. Then press Enter to turn it."
	p.TurnBack = "The back:"
	p.Judge = "Did you have it? Type 1 for no, 2 for yes, 3 for too easy."
	p.JudgeNames = [3][]string{{"no", "n", "forgot"}, {"yes", "y", "knew"}, {"easy", "too easy"}}
	p.NotJudged = func(l string) string { return "“" + l + "” is not one of 1, 2 and 3." }
	p.NotTurned = "The card is not turned yet."
	p.Reviewed = func(r, a, m int) string {
		if m <= 0 {
			return fmt.Sprintf("The review is through: %d of %d right.", r, a)
		}
		return fmt.Sprintf("The review is through: %d of %d right, %s.", r, a, minutes(m))
	}
	p.ItemRight = func(t string, days int) string { return t + ": right. Comes again " + in(days) + "." }
	p.ItemMissed = func(t string, days int) string { return t + ": missed. Comes again " + in(days) + "." }
	p.ItemLeech = "Missed again and again; this is noted for the author."
	p.StillDue = func(n int) string {
		return "Still due today: " + count(n, "item", "items") + ". Type :review to take them."
	}
	p.NothingDue = "Nothing is due. To practise what you have least, type :review spare"
	p.NoSpare = "Nothing is known yet that could slip."
	p.NoPractice = "Its lesson comes first; there are no questions on it yet."
	p.TooShort = "A review takes 2 minutes at least."
	p.NoSkill = func(n string) string { return "There is no skill “" + n + "”. :map lists the skills." }
}

func (p *PlainPath) closing() {
	p.Spent = func(m, planned int) string {
		if planned <= 0 {
			return "Spent today: " + minutes(m) + "."
		}
		return "Spent today: " + minutes(m) + ", of the " + minutes(planned) + " planned."
	}
	p.DoneToday = func(l string) string { return "Lessons: " + l + "." }
	p.KnownNow = func(s string) string { return "Known now: " + s + "." }
	p.Write = "Write it on one line, and it comes up in your next review. Enter goes on without it."
}
