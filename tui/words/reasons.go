package words

import (
	"fmt"
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Reasons says, for each reason, why the learner is where they are and who
// decided it. A title or rule that is missing is an empty string.
type Reasons struct {
	Start      string
	Next       string
	Continue   string
	WrongIdea  func(idea string) string
	ThisAnswer func(title string) string
	Return     func(from string) string
	TryAgain   func(from string) string
	Rule       func(rule string) string
	Weak       func(skill string, percent int) string
	Strong     func(skill string, percent int) string
	Score      func(percent int) string
	LongAgo    func(lesson string, days int) string
	Interest   func(choice string) string
	Learner    string
	Reset      func(title string) string
	PassedOver func(lesson, skill string, percent int) string // skill may be empty
	Known      func(skill string, percent int) string         // skill may be empty
	Optional   string
	Chosen     string
	Needed     func(from string) string
	Changed    string
	LeftOver   string
	Begun      string
	Asked      string
	Placement  string
	End        string

	Due        func(title string, days, recall, target int) string
	Reviews    string
	Lapse      func(title string) string
	Missed     func(days int) string
	Card       func(from string) string
	Open       func(title string, percent int) string
	Unclear    func(title string) string
	TopUp      func(title string, recall int) string
	TryFirst   func(title string, percent int) string
	TestedOut  func(title string, percent int) string
	PassedMany func(lessons int) string
	Practice   func(title string, percent, line int) string
	Prereq     func(title, from string, percent int) string
	Explain    func(title string) string
	Easier     string
	Harder     string
	Waits      func(title, from string, percent, line int) string
	Beyond     func(goal string) string
	Tomorrow   func(title string) string
	Closing    func(minutes int) string
	Planning   string
	Placed     string
	Reviewed   string
}

func englishReasons() Reasons {
	return Reasons{
		Start:    "The course begins here.",
		Next:     "Next on the road.",
		Continue: "You left off here.",
		WrongIdea: func(idea string) string {
			return named(idea, "A detour, because this answer often comes from the idea that “%s”.",
				"A detour, because this answer often comes from a common mix-up.")
		},
		ThisAnswer: func(title string) string {
			return named(title, "“%s” is here because of the answer you gave.", "This is here because of the answer you gave.")
		},
		Return: func(from string) string {
			return named(from, "Back from “%s”: the question once more.", "Back from the detour: the question once more.")
		},
		TryAgain: func(from string) string {
			return named(from, "Missed before “%s”, so it is asked again.", "Missed before the detour, so it is asked again.")
		},
		Rule: func(rule string) string {
			return named(rule, "A rule of the author's holds here: %s", "The author sends everyone here.")
		},
		Interest: func(choice string) string {
			return named(choice, "Shown because you chose “%s”.", "Shown because of a choice of yours.")
		},
		Learner: "You opened this.",
		Reset:   func(t string) string { return "You started “" + Trimmed(t) + "” over." },
		PassedOver: func(lesson, skill string, percent int) string {
			if skill == "" {
				return fmt.Sprintf("“%s” was passed over: you seem to know it.", lesson)
			}
			return fmt.Sprintf("“%s” was passed over: you know “%s” (%d %%).", lesson, skill, percent)
		},
		Known: func(skill string, percent int) string {
			if skill == "" {
				return "By your answers you seem to know it already."
			}
			return fmt.Sprintf("By your answers you seem to know “%s” already (%d %%).", skill, percent)
		},
		Weak: func(skill string, percent int) string {
			return fmt.Sprintf("The author puts this here because “%s” is not firm yet (%d %%).", skill, percent)
		},
		Strong: func(skill string, percent int) string {
			return fmt.Sprintf("The author puts this here because you know “%s” well (%d %%).", skill, percent)
		},
		Score: func(percent int) string {
			return fmt.Sprintf("The author puts this here after %d %% right at the first try.", percent)
		},
		LongAgo: func(lesson string, days int) string {
			return fmt.Sprintf("It is %s since “%s”.", count(days, "day", "days"), lesson)
		},
		Optional: "Not required: yours to take or to leave.",
		Chosen:   "You chose this road.",
		Needed: func(from string) string {
			return named(from, "Comes first: “%s” builds on it.", "Comes first: a later lesson builds on it.")
		},
		Changed:   "The author changed this question since you answered it.",
		LeftOver:  "Passed over earlier and still open.",
		Begun:     "You began this; it is no longer on your road.",
		Asked:     "Asked once, to fit the road to you. You can change it at any time.",
		Placement: "To see what you know already, so that you can pass it over.",
		End:       "Nothing is left on the road.",

		Due: func(title string, days, recall, target int) string {
			met := named(title, "“%s”, met ", "Met ") + englishDays().Ago(days)
			if recall > target {
				return met + ", due today."
			}
			return fmt.Sprintf("%s. The chance that you still have it: %d %% (target %d %%).", met, recall, target)
		},
		Reviews: "Reviews come before what is new, as long as they leave room for it.",
		Lapse: func(title string) string {
			return named(title, "“%s” once more, as it slipped just now.", "Once more, as it slipped just now.")
		},
		Missed: func(days int) string {
			if days == 0 {
				return "You missed this one earlier today."
			}
			return "You missed this one " + englishDays().Ago(days) + "."
		},
		Card: func(from string) string {
			return named(from, "A card to “%s”, for the first time.", "A card, for the first time.")
		},
		Open: func(title string, percent int) string {
			return named(title, "“%s” was left", "Left") + fmt.Sprintf(" for another day (%d %%).", percent)
		},
		Unclear: func(title string) string {
			return named(title, "You wrote that “%s” was still unclear.", "You wrote that this was still unclear.")
		},
		TopUp: func(title string, recall int) string {
			return named(title, "“%s” is not due yet.", "Not due yet.") + fmt.Sprintf(" Of all you know you have it least (%d %%).", recall)
		},
		TryFirst: func(title string, percent int) string {
			return fmt.Sprintf("You may know “%s” already (%d %%), so a question comes before the lesson.", title, percent)
		},
		TestedOut: func(title string, percent int) string {
			return fmt.Sprintf("You showed that you know “%s” (%d %%). It is checked again in some days.", title, percent)
		},
		PassedMany: func(lessons int) string {
			return fmt.Sprintf("%d lessons were passed over: you showed that you know them.", lessons)
		},
		Practice: func(title string, percent, line int) string {
			return fmt.Sprintf("One more on “%s”: %d %% so far, %d %% to go on.", title, percent, line)
		},
		Prereq: func(title, from string, percent int) string {
			return fmt.Sprintf("Two misses on “%s”: a look at “%s”, which it builds on (%d %%).", from, title, percent)
		},
		Explain: func(title string) string {
			return fmt.Sprintf("“%s” once more, explained in another way.", title)
		},
		Easier: "An easier question, in place of the one before.",
		Harder: "A harder question, as you asked.",
		Waits: func(title, from string, percent, line int) string {
			return fmt.Sprintf("“%s” builds on “%s”, which is at %d %%; %d %% is enough.", title, from, percent, line)
		},
		Beyond: func(goal string) string {
			return named(goal, "Your goal, “%s”, does not ask for this.", "Your goal does not ask for this.")
		},
		Tomorrow: func(title string) string {
			return fmt.Sprintf("“%s” is left for tomorrow: a night's sleep does more now than another try.", title)
		},
		Closing: func(minutes int) string {
			return fmt.Sprintf("You planned %d minutes for today, and they are through.", minutes)
		},
		Planning: "Asked once, to fit the course to your week. You can change it at any time.",
		Placed:   "This is what your answers say. Nothing is passed over before you agree.",
		Reviewed: "The review is through.",
	}
}

// named puts a name into a sentence, or says the other sentence without one.
func named(name, with, without string) string {
	if name == "" {
		return without
	}
	return fmt.Sprintf(with, name)
}

// Trimmed is a title without the marks that end a sentence, for the middle of
// another one: it may be the prompt of a question.
func Trimmed(title string) string { return strings.TrimRight(title, ".?!,;: ") }

// WhyAfter says a reason right after its title was said: it is left out.
func (w *Words) WhyAfter(r learn.Reason) string {
	percent := Percent(r.Number)
	switch r.Code {
	case learn.WhyDue:
		return w.Reasons.Due("", r.Days, percent, Percent(r.Limit))
	case learn.WhyLapse:
		return w.Reasons.Lapse("")
	case learn.WhyOpen:
		return w.Reasons.Open("", percent)
	case learn.WhyTopUp:
		return w.Reasons.TopUp("", percent)
	case learn.WhyUnclear:
		return w.Reasons.Unclear("")
	default:
		return w.Why(r)
	}
}

// Why says a reason in one short line, and who decided. A reason that this
// program does not know gives an empty line.
func (w *Words) Why(r learn.Reason) string {
	title, from, rule := textsafe.Line(r.Title), textsafe.Line(r.From), textsafe.Line(r.Rule)
	switch r.Code {
	case learn.WhyStart:
		return w.Reasons.Start
	case learn.WhyNext:
		return w.Reasons.Next
	case learn.WhyContinue:
		return w.Reasons.Continue
	case learn.WhyWrongIdea:
		return w.Reasons.WrongIdea(strings.TrimSuffix(title, "."))
	case learn.WhyThisAnswer:
		return w.Reasons.ThisAnswer(title)
	case learn.WhyReturn:
		return w.Reasons.Return(from)
	case learn.WhyTryAgain:
		return w.Reasons.TryAgain(from)
	case learn.WhyRule:
		return w.Reasons.Rule(rule)
	case learn.WhyInterest:
		return w.Reasons.Interest(from)
	case learn.WhyLearner:
		return w.Reasons.Learner
	case learn.WhyReset:
		return w.Reasons.Reset(title)
	case learn.WhyKnown:
		return w.Reasons.Known(from, Percent(r.Number))
	case learn.WhyPassedOver:
		return w.Reasons.PassedOver(title, from, Percent(r.Number))
	case learn.WhyWeak:
		return w.Reasons.Weak(from, Percent(r.Number))
	case learn.WhyStrong:
		return w.Reasons.Strong(from, Percent(r.Number))
	case learn.WhyScore:
		return w.Reasons.Score(Percent(r.Number))
	case learn.WhyLongAgo:
		return w.Reasons.LongAgo(from, int(r.Number))
	case learn.WhyOptional:
		return w.Reasons.Optional
	case learn.WhyChosen:
		return w.Reasons.Chosen
	case learn.WhyNeeded:
		return w.Reasons.Needed(from)
	case learn.WhyChanged:
		return w.Reasons.Changed
	case learn.WhyLeftOver:
		return w.Reasons.LeftOver
	case learn.WhyBegun:
		return w.Reasons.Begun
	case learn.WhyAsked:
		return w.Reasons.Asked
	case learn.WhyPlacement:
		return w.Reasons.Placement
	case learn.WhyEnd:
		return w.Reasons.End
	default:
		return w.whyModel(r, title, from)
	}
}

// WhyBelow says a reason below the title of what it speaks of, which it does not
// name again.
func (w *Words) WhyBelow(r learn.Reason, title string) string {
	if r.Title == "" || textsafe.Line(r.Title) != textsafe.Line(title) {
		return w.Why(r)
	}
	return w.WhyAfter(r)
}

// whyModel says a reason that comes from what is known of the learner.
func (w *Words) whyModel(r learn.Reason, title, from string) string {
	percent, limit := Percent(r.Number), Percent(r.Limit)
	switch r.Code {
	case learn.WhyDue:
		if title == "" {
			return w.Today.Due(int(r.Number), 0)
		}
		return w.Reasons.Due(Trimmed(title), r.Days, percent, limit)
	case learn.WhyReviews:
		return w.Reasons.Reviews
	case learn.WhyLapse:
		return w.Reasons.Lapse(Trimmed(title))
	case learn.WhyMissed:
		return w.Reasons.Missed(r.Days)
	case learn.WhyCard:
		return w.Reasons.Card(from)
	case learn.WhyOpen:
		return w.Reasons.Open(Trimmed(title), percent)
	case learn.WhyUnclear:
		return w.Reasons.Unclear(title)
	case learn.WhyTopUp:
		return w.Reasons.TopUp(Trimmed(title), percent)
	case learn.WhyTryFirst:
		return w.Reasons.TryFirst(title, percent)
	case learn.WhyTestedOut:
		return w.Reasons.TestedOut(title, percent)
	case learn.WhyPassedMany:
		return w.Reasons.PassedMany(int(r.Number))
	case learn.WhyPractice:
		return w.Reasons.Practice(title, percent, limit)
	case learn.WhyPrereq:
		return w.Reasons.Prereq(title, from, percent)
	case learn.WhyExplain:
		return w.Reasons.Explain(title)
	case learn.WhyEasier:
		return w.Reasons.Easier
	case learn.WhyHarder:
		return w.Reasons.Harder
	case learn.WhyWaits:
		return w.Reasons.Waits(title, from, percent, limit)
	case learn.WhyBeyond:
		return w.Reasons.Beyond(from)
	case learn.WhyTomorrow:
		return w.Reasons.Tomorrow(title)
	case learn.WhyClosing:
		return w.Reasons.Closing(int(r.Number))
	case learn.WhyPlanning:
		return w.Reasons.Planning
	case learn.WhyPlaced:
		return w.Reasons.Placed
	case learn.WhyReviewed:
		return w.Reasons.Reviewed
	default:
		return ""
	}
}
