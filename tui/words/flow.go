package words

import (
	"fmt"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// Flow is what the steps of a lesson say, from the first question to the end
// of the road.
type Flow struct {
	// Above every step.
	Detour    func(back string) string // in a detour: where it leads back to; may be empty
	Deeper    func(depth int, back string) string
	UndoOpen  string // what the undo key does: takes back opening another lesson,
	UndoKnown string // passing over a lesson,
	UndoTurn  string // or any other change of road
	UndoReset string // starting something over
	NoUndo    string

	// Reading.
	PageDown, GoOn      string
	Copied              func(first string) string
	CopiedCommands      func(n int, first string) string // of a block with its prompts and output
	NoCode, NoWays      string                           // why a key does nothing here
	NoPages             string
	Links               string
	CodeLeft, CodeRight string // slide wide code
	SkipLesson          string
	LeaveDetour         string
	ReviewLeft          string
	Skipped, Ended      func(title, undo string) string // a lesson, a detour was left; the key that takes it back, or empty
	Rereading           string
	RereadHelp          string

	Titles   Titles
	Alerts   Alerts
	Question Question
	Feedback Feedback
	Ask      Ask
	Task     Task
	Offer    Offer
	Fork     Fork
	Summary  Summary
	Finished Finished

	Planning Planning
	Purpose  Purpose
	Placed   Placed
	Moved    Moved
	Card     Card
	Reviewed Reviewed
	Closing  Closing
}

// Titles name the kinds of pages where no count of steps does.
type Titles struct {
	Ask, Offer, Fork, Text, Question, Answer, Task, Summary, Finished string
	Planning, Placed, Card, Reviewed, Closing, Another                string
}

// Alerts are the words that lesson text leaves to the program.
type Alerts struct {
	Note, Tip, Important, Warning, Caution string
	Image                                  string // in front of the alternative text
	Code                                   string // in front of the language of code, where nothing is drawn
	AsWritten                              string // above what would take too long to draw
}

// Question is what the page of a question says.
type Question struct {
	Try         func(n, of int) string
	Hint        func(n int) string // heading of the n-th hint
	HintsLeft   func(n int) string // words for the hint key
	NoHint      string             // why there is no hint
	NoHintsLeft string
	Refused     func(lacks string) string // an answer of the wrong form: it cost nothing
	HintLater   string                    // hints come after a wrong try
	Sure        string                    // how sure are you
	SureGuess   string
	SureFairly  string
	SureSure    string
	SureSkip    string
	Back        string // from the question how sure, to the answer
	NoHarder    string // why there is no other question
	NoEasier    string
	Another     string // above a page with another explanation
}

// Feedback is what the page after an answer says.
type Feedback struct {
	Right      string
	Close      string
	Wrong      string
	Partly     string // right, but not all that is asked for
	DontKnow   string
	Shown      string // the answer was shown
	Spelling   func(word string) string
	NoReply    string                     // a wrong answer that the author says nothing about
	Parts      func(right, of int) string // the same, of an answer made of parts
	Marks      func(right, of int) string // the same, of options that were marked
	Incomplete string                     // all that was marked is right, but not all that is right was marked
	Mixup      string                     // in front of a common mix-up
	NextDetour func(title string, minutes int) string
	NextGo     func(title string) string
	NextRetry  func(tries int) string
	NextFree   string // again, at no cost
	NextLesson string // missed before the lesson, which answers it
	Unchanged  string // the same answer once more
	Why        string // heading

	TryAgain, TakeDetour, GoThere, GoOn string // keys
	Stay, ShowAnswer                    string
	NoAnswer, NoDispute, NoHint         string // why a key does nothing here

	DisputeAsk  string // what makes you think so
	DisputeSend string
	DisputeStop string
	Disputed    string // it is recorded
}

// Ask is what the page of a question without a right answer says.
type Ask struct {
	One, Many, Text string // how to answer
	Yours, Authors  string // headings of the two texts that are compared
	Send            string // the key
}

func englishFlow() Flow {
	return Flow{
		Detour: func(back string) string {
			return named(back, "Detour: back to “%s” after this.", "Detour: back to your lesson after this.")
		},
		Deeper: func(depth int, back string) string {
			return fmt.Sprintf("Detour %d deep: ", depth) + named(back, "back to “%s” after this.", "back to your lesson after this.")
		},
		UndoOpen:  "undo opening this",
		UndoKnown: "undo passing over",
		UndoTurn:  "undo this turn",
		UndoReset: "undo starting over",
		NoUndo:    "There is no change of road to take back.",

		PageDown: "more", GoOn: "go on",
		Copied: func(first string) string { return "Copied, if your terminal lets it: " + first },
		CopiedCommands: func(n int, first string) string {
			if n == 1 {
				return "Copied the command only, if your terminal lets it: " + first
			}
			return fmt.Sprintf("Copied the %d commands only, if your terminal lets it: %s", n, first)
		},
		NoCode:   "There is no code on this page.",
		NoWays:   "This page has one explanation only.",
		NoPages:  "There is nothing to read again yet.",
		Links:    "Links",
		CodeLeft: "slide wide code back", CodeRight: "slide wide code",
		SkipLesson:  "skip this lesson",
		LeaveDetour: "end the detour",
		Skipped:     func(title, undo string) string { return takenBack("Skipped", undo) + title },
		ReviewLeft:  "The review is left. What is due stays due.",
		Ended:       func(title, undo string) string { return takenBack("Detour ended", undo) + title },
		Rereading:   "Read again",
		RereadHelp:  "Your place is kept.",

		Titles: Titles{
			Ask: "A question for you", Offer: "Your choice", Fork: "Your choice", Text: "Text", Question: "Question",
			Answer: "Answer", Task: "Task", Summary: "How it went", Finished: "The end",
			Planning: "Your week", Placed: "Placement", Card: "Review", Reviewed: "Review", Closing: "Until next time",
			Another: "Another explanation",
		},
		Alerts: Alerts{Note: "Note", Tip: "Tip", Important: "Important", Warning: "Warning", Caution: "Caution", Image: "Picture",
			Code:      "Code",
			AsWritten: "Too much to draw; this is how it was written:",
		},

		Question: englishQuestion(),
		Feedback: englishFeedback(),
		Ask: Ask{
			One: "Choose one.", Many: "Choose all that fit.", Text: "As short or as long as you like.",
			Yours: "You wrote", Authors: "The author says",
			Send: "go on",
		},
		Task:     englishTask(),
		Offer:    englishOffer(),
		Fork:     englishFork(),
		Summary:  englishSummary(),
		Finished: englishFinished(),

		Planning: englishPlanning(),
		Purpose:  englishPurpose(),
		Placed:   englishPlaced(),
		Moved:    englishMoved(),
		Card:     englishCard(),
		Reviewed: englishReviewed(),
		Closing:  englishClosing(),
	}
}

func englishQuestion() Question {
	return Question{
		Try:         func(n, of int) string { return fmt.Sprintf("Try %d of %d.", n, of) },
		Hint:        func(n int) string { return fmt.Sprintf("Hint %d", n) },
		HintsLeft:   func(n int) string { return fmt.Sprintf("hint (%d)", n) },
		NoHint:      "This question has no hint.",
		NoHintsLeft: "There is no further hint.",
		Refused:     func(lacks string) string { return "This cost no try: " + lacks + "." },
		HintLater:   "A hint comes after a wrong try.",
		Sure:        "How sure are you?",
		SureGuess:   "a guess", SureFairly: "fairly sure", SureSure: "sure", SureSkip: "rather not say",
		Back:     "back to the answer",
		NoHarder: "There is no harder question on this here.",
		NoEasier: "There is no easier question on this here.",
		Another:  "Another explanation, outside the order of the lesson. After it you are back where you were.",
	}
}

func englishFeedback() Feedback {
	return Feedback{
		Right: "Right", Close: "Close enough to go on", Wrong: "Not right", Partly: "Not all of it yet",
		DontKnow: "You said that you don't know yet", Shown: "Here is the answer",
		Spelling: func(word string) string {
			return named(word, "Check the spelling: did you mean “%s”?", "Check the spelling.")
		},
		NoReply: "This is not the answer the question asks for.",
		Parts: func(right, of int) string {
			return fmt.Sprintf("%d of %s right.", right, count(of, "part is", "parts are"))
		},
		Marks: func(right, of int) string {
			if right == 0 {
				return "None of what you marked is right."
			}
			return fmt.Sprintf("%d of the %d you marked %s right.", right, of, isOrAre(right))
		},
		Incomplete: "What you marked is right. Something else is right too.",
		Mixup:      "A common mix-up:",
		NextDetour: func(title string, minutes int) string {
			if minutes > 0 {
				title = fmt.Sprintf("%s (%d min)", title, minutes)
			}
			return "Next: a detour, " + title + ". Then this question once more."
		},
		NextGo: func(title string) string { return "Next: on to " + title + "." },
		NextRetry: func(tries int) string {
			if tries == 1 {
				return "1 try left."
			}
			return fmt.Sprintf("%d tries left.", tries)
		},
		NextFree:   "This did not cost a try.",
		NextLesson: "Next: the lesson, which answers this.",
		Unchanged:  "This is the answer you gave. Change it, then press enter.",
		Why:        "Why",
		TryAgain:   "try again", TakeDetour: "take the detour", GoThere: "go there", GoOn: "go on",
		Stay: "stay here", ShowAnswer: "show the answer",
		NoAnswer:    "The answer is on this page already.",
		NoDispute:   "There is nothing to object to here.",
		NoHint:      "There is no further hint.",
		DisputeAsk:  "What speaks for your answer? It is kept for the author. You may leave it empty.",
		DisputeSend: "record it", DisputeStop: "never mind",
		Disputed: "Kept for the author. The question is settled.",
	}
}

// takenBack puts the key that takes something back behind it, and before the
// title of what it was, which may be long.
func takenBack(what, undo string) string {
	if undo == "" {
		return what + ": "
	}
	return what + ", " + undo + " takes it back: "
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// Undo says what the undo key takes back.
func (w *Words) Undo(r *learn.Reason) string {
	switch {
	case r == nil:
		return w.Keys.Undo
	case r.Code == learn.WhyLearner:
		return w.Flow.UndoOpen
	case r.Code == learn.WhyKnown:
		return w.Flow.UndoKnown
	case r.Code == learn.WhyReset:
		return w.Flow.UndoReset
	}
	return w.Flow.UndoTurn
}

// Back says which detour the learner is in and where it leads back to.
func (w *Words) Back(p learn.Place) string {
	back := textsafe.Line(p.Back)
	switch {
	case p.Depth <= 0:
		return ""
	case p.Depth == 1:
		return w.Flow.Detour(back)
	}
	return w.Flow.Deeper(p.Depth, back)
}
