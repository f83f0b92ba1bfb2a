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
	Interest   func(rule string) string
	Learner    string
	Known      func(rule string) string
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
		Next:     "Next on the author's road.",
		Continue: "You left off here.",
		WrongIdea: func(idea string) string {
			return named(idea, "The author answers the mix-up “%s” here.",
				"The author sends this answer here; it points to a common mix-up.")
		},
		ThisAnswer: func(title string) string {
			return named(title, "The author sends this answer to %s.", "The author sends this answer here.")
		},
		Return: func(from string) string {
			return named(from, "Back from %s: the question once more.", "Back from the detour: the question once more.")
		},
		TryAgain: func(from string) string {
			return named(from, "Missed before %s, so it is asked again.", "Missed before the detour, so it is asked again.")
		},
		Rule: func(rule string) string {
			return named(rule, "The author's rule holds: %s", "A rule of the author's holds.")
		},
		Interest: func(rule string) string {
			return named(rule, "Shown because of your choice: %s", "Shown because of your choice.")
		},
		Learner: "You opened this.",
		Known: func(rule string) string {
			return named(rule, "You seem to know it, by the author's rule: %s", "You seem to know it already.")
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
		if title != "" {
			return w.Reasons.Interest(title)
		}
		return w.Reasons.Interest(rule)
	case learn.WhyLearner:
		return w.Reasons.Learner
	case learn.WhyKnown:
		return w.Reasons.Known(rule)
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
