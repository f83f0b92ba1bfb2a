package words

import (
	"fmt"
)

// Offer is what the pages that offer something say.
type Offer struct {
	Placement, Skip, Extra, Optional             func(title string) string // what is offered
	PlacementYes, SkipYes, ExtraYes, OptionalYes string
	PlacementNo, SkipNo, ExtraNo, OptionalNo     string
	Takes                                        func(minutes int) string
	PickOne                                      string

	PlacementSkip  string             // no test, and not new to it: the third answer
	PlacementCount func(n int) string // how many questions at most
	PlacementHelp  string             // what the test is like
	Review         func(n int) string // how many items
	Practice, Back func(title string) string
	ReviewYes      string
	PracticeYes    string
	BackYes        string
	ReviewNo       string
	PracticeNo     string
	BackNo         string
}

// Fork is what a fork in the road says.
type Fork struct {
	Pick       func(n int) string
	Taken      string
	Minutes    func(n int) string
	NeedExact  func(n, of int) string
	Take, Skip string
}

// Summary is what the end of a lesson says.
type Summary struct {
	Done   func(title string) string
	Right  func(right, asked int) string
	Read   string                       // a lesson without questions
	Missed string                       // heading
	Skills string                       // heading
	From   func(before, now int) string // per cent
	Same   func(now int) string
	Next   func(title string) string
	End    string
	Redo   string
}

// Finished is what the end of the road says.
type Finished struct {
	Title   func(course string) string
	Lessons func(done, of int) string
	Skills  string
	Promise string
	Left    string
	Open    string
	Minutes func(n int) string
}

func englishOffer() Offer {
	return Offer{
		Placement: func(string) string { return "See what you know already?" },
		Skip:      func(t string) string { return "Pass over “" + t + "”?" },
		Extra:     func(t string) string { return "An extra, if you are curious: " + t },
		Optional:  func(t string) string { return "Optional: " + t },

		PlacementYes:  "Yes, take the test",
		PlacementNo:   "No, I am new to this: the lesson comes first",
		PlacementSkip: "No test, but I am not new: a question comes first",
		PlacementCount: func(n int) string {
			if n == 1 {
				return "One question."
			}
			return fmt.Sprintf("%d questions at most.", n)
		},
		PlacementHelp: "Questions get hard: that is how it measures. “I don't know” is a good answer. You can stop at any time, and see the result before anything is passed over.",
		SkipYes:       "Yes, pass it over", SkipNo: "No, take it",
		ExtraYes: "Yes, open it", ExtraNo: "No, go on",
		OptionalYes: "Yes, take it", OptionalNo: "No, go on without it",
		Takes:   func(n int) string { return "About " + minutes(n) + "." },
		PickOne: "Choose first, with the arrow keys or a number.",

		Review: func(n int) string {
			if n == 0 {
				return "Review what is due?"
			}
			return "Review what is due? " + count(n, "item", "items") + "."
		},
		Practice: func(t string) string {
			return named(t, "Look at “%s” first?", "Look first at what this builds on?")
		},
		Back: func(t string) string {
			return named(t, "Go back to “%s”?", "Go back to the lesson that teaches this?")
		},
		ReviewYes: "Yes, review now", ReviewNo: "Not now, go on",
		PracticeYes: "Yes, a question or two on it", PracticeNo: "No, go on here",
		BackYes: "Yes, go back to it", BackNo: "No, stay here",
	}
}

func englishFork() Fork {
	return Fork{
		Pick: func(n int) string {
			if n == 1 {
				return "Choose one. The others stay open to you."
			}
			return fmt.Sprintf("Choose %d. The others stay open to you.", n)
		},
		Taken:   "taken before",
		Minutes: minutes,
		NeedExact: func(n, of int) string {
			return fmt.Sprintf("%d of %d chosen.", n, of)
		},
		Take: "take it", Skip: "take none",
	}
}

func englishSummary() Summary {
	return Summary{
		Done: func(t string) string { return "Through with “" + t + "”" },
		Right: func(r, asked int) string {
			return fmt.Sprintf("%d of %s right at the first try", r, count(asked, "question", "questions"))
		},
		Read:   "This lesson had no questions.",
		Missed: "Not right at the first try",
		Skills: "Skills",
		From:   func(before, now int) string { return fmt.Sprintf("%d %% before, now %d %%", before, now) },
		Same:   func(now int) string { return fmt.Sprintf("%d %%", now) },
		Next:   func(t string) string { return "Next: " + t },
		End:    "This was the last lesson on your road.",
		Redo:   "take it again",
	}
}

func englishFinished() Finished {
	return Finished{
		Title:   func(c string) string { return "The end of “" + c + "”" },
		Lessons: func(done, of int) string { return fmt.Sprintf("%d of %s done", done, count(of, "lesson", "lessons")) },
		Skills:  "What you know now",
		Promise: "At the start you wrote what would make this worth your time:",
		Left:    "Left out, and open to you at any time",
		Open:    "open it",
		Minutes: func(n int) string { return minutes(n) + " in all" },
	}
}
