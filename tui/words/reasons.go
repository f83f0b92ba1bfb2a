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
			return named(from, "Comes first: %s builds on it.", "Comes first: a later lesson builds on it.")
		},
		Changed:   "The author changed this question since you answered it.",
		LeftOver:  "Passed over earlier and still open.",
		Begun:     "You began this; it is no longer on your road.",
		Asked:     "Asked once, to fit the road to you. You can change it at any time.",
		Placement: "To see what you know already, so that you can pass it over.",
		End:       "Nothing is left on the road.",
	}
}

// named puts a name into a sentence, or says the other sentence without one.
func named(name, with, without string) string {
	if name == "" {
		return without
	}
	return fmt.Sprintf(with, name)
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
	}
	return ""
}
