package words

import "fmt"

// Plain is what the line-by-line front end says.
type Plain struct {
	Welcome   func(course string) string // first line
	HowTo     string                     // second line: how to answer and where help is
	Where     func(course, lesson string) string
	Step      func(n, of int) string
	Detour    func(back string) string
	Why       func(line string) string
	WayShown  func(title string, n, of int) string
	OtherWays func(titles string) string

	ChooseOne  func(n int) string // how to answer, 1..n
	ChooseMany func(n int) string
	ChooseN    func(pick, n int) string
	Type       string
	Number     string
	InOrder    func(n int) string
	MatchUp    func(n int) string
	Blank      func(n, of int) string
	Write      string
	YesNo      string
	GoOn       string
	Done       string // a task
	Prompt     string // what stands before every answer
	Gap        func(n int) string
	Item       string
	Options    string
	Lefts      string
	Rights     string

	HintOf      func(n int, text string) string
	HintsLeft   func(n int) string
	YourAnswer  string
	TheAnswer   string
	OK          string // beside a part that is right
	NotOK       string
	Right       string
	Close       string
	Wrong       string
	Spelling    func(meant string) string
	DontKnow    string
	WhyHead     string
	TriesLeft   func(n int) string
	ToDetour    func(title string, minutes int) string
	ToGo        func(title string) string
	AskedAgain  string
	Disputed    string
	CanDispute  string
	Compare     string
	Recorded    string
	Undone      string
	CanUndo     func(why string) string
	Saved       string
	WayChanged  string
	NoOtherWay  string
	NotNumber   func(line string) string
	NoCommand   func(name string) string
	NothingSaid string

	OfferPlacement func(title string, minutes int) string
	OfferSkip      func(title string) string
	OfferExtra     func(title string) string
	OfferOptional  func(title string, minutes int) string

	TaskHead  string
	ChecksAre string
	SummaryOf func(title string) string
	Score     func(right, asked int) string
	MissedAre string
	Skill     func(title string, before, now int) string
	NextIs    func(title string) string
	EndIsNear string

	Finished    func(course string) string
	PromiseIs   string
	LeftAre     string
	ProgressIs  func(done, of int) string
	NotFinished string // when the input ends before the course does
	Choices     string
	SetHow      string
	OpenHow     string

	Help     string
	Commands map[string]string // what each command does, by its name
}

func englishPlain() Plain {
	return Plain{
		Welcome:   func(c string) string { return c },
		HowTo:     "Answer and press Enter. Type :help for everything you can do, :quit to stop. Progress is saved by itself.",
		Where:     func(c, l string) string { return c + ", " + l },
		Step:      func(n, of int) string { return fmt.Sprintf("step %d of %d", n, of) },
		Detour:    func(b string) string { return "A detour. Afterwards: back to " + b + "." },
		Why:       func(l string) string { return "Why this: " + l },
		WayShown:  func(t string, n, of int) string { return fmt.Sprintf("Explanation %d of %d: %s", n, of, t) },
		OtherWays: func(t string) string { return "Other explanations, with :way: " + t },

		ChooseOne:  func(n int) string { return fmt.Sprintf("Type a number from 1 to %d.", n) },
		ChooseMany: func(n int) string { return fmt.Sprintf("Type all that hold, as numbers from 1 to %d, such as: 1 2", n) },
		ChooseN:    func(p, n int) string { return fmt.Sprintf("Type %s from 1 to %d.", count(p, "number", "numbers"), n) },
		Type:       "Type your answer.",
		Number:     "Type a number.",
		InOrder:    func(n int) string { return fmt.Sprintf("Type the %d numbers in the right order, such as: 2 1 3", n) },
		MatchUp: func(n int) string {
			return fmt.Sprintf("For each of 1 to %d, in this order, type the letter that belongs to it, such as: b a c", n)
		},
		Blank:   func(n, of int) string { return fmt.Sprintf("Gap %d of %d:", n, of) },
		Write:   "Write your answer on one line.",
		YesNo:   "Type yes or no.",
		GoOn:    "Press Enter to go on.",
		Done:    "Type done when it is done, or :skip.",
		Prompt:  "> ",
		Gap:     func(n int) string { return fmt.Sprintf("[gap %d]", n) },
		Item:    "The items:",
		Options: "The answers:",
		Lefts:   "Find the partner of:",
		Rights:  "Among:",

		HintOf:     func(n int, t string) string { return fmt.Sprintf("Hint %d: %s", n, t) },
		HintsLeft:  func(n int) string { return count(n, "hint", "hints") + " to be had with :hint." },
		YourAnswer: "Your answer:",
		TheAnswer:  "The answer:",
		OK:         "right",
		NotOK:      "not right",
		Right:      "Right.",
		Close:      "Close enough to go on.",
		Wrong:      "Not right.",
		Spelling:   func(m string) string { return "Check the spelling: did you mean “" + m + "”? This costs no try." },
		DontKnow:   "Good to know. Here is the answer.",
		WhyHead:    "Why:",
		TriesLeft:  func(n int) string { return count(n, "try", "tries") + " left. :show gives the answer, :skip goes on." },
		ToDetour: func(t string, m int) string {
			return "Next: a detour to “" + t + "”" + minutesOf(m) + ". :stay goes on without it."
		},
		ToGo:        func(t string) string { return "Next: “" + t + "”. :stay goes on here instead." },
		AskedAgain:  "Then this question is asked again.",
		Disputed:    "Noted for the author. Going on.",
		CanDispute:  "If you think you were right, type :right.",
		Compare:     "Compare it with yours:",
		Recorded:    "Kept.",
		Undone:      "Taken back.",
		CanUndo:     func(w string) string { return "With :undo you take this back: " + w },
		Saved:       "Saved.",
		WayChanged:  "Another explanation:",
		NoOtherWay:  "There is no other explanation here.",
		NotNumber:   func(l string) string { return "“" + l + "” is not among the answers." },
		NoCommand:   func(n string) string { return "There is no command “" + n + "”. Type :help for the list." },
		NothingSaid: "Nothing was typed.",

		OfferPlacement: func(t string, m int) string {
			return "“" + t + "”" + minutesOf(m) + ": a few questions, so that you can pass over what you know. A wrong answer costs nothing. Take them?"
		},
		OfferSkip:     func(t string) string { return "You seem to know “" + t + "” already. Pass it over?" },
		OfferExtra:    func(t string) string { return "If you are curious: “" + t + "”. Read it?" },
		OfferOptional: func(t string, m int) string { return "“" + t + "”" + minutesOf(m) + " is not required. Take it?" },

		TaskHead:  "Do this for real:",
		ChecksAre: "It is done when:",
		SummaryOf: func(t string) string { return "End of “" + t + "”." },
		Score: func(r, a int) string {
			return fmt.Sprintf("%d of %s right at the first try.", r, count(a, "question", "questions"))
		},
		MissedAre: "Not right at the first try:",
		Skill:     func(t string, b, n int) string { return fmt.Sprintf("%s: %d %%, was %d %%", t, n, b) },
		NextIs:    func(t string) string { return "Next: “" + t + "”." },
		EndIsNear: "This was the last lesson on your road.",

		Finished:    func(c string) string { return "You have come to the end of “" + c + "”." },
		PromiseIs:   "On the first day you wrote what would make it worth your time:",
		LeftAre:     "Not taken, and still open with :open:",
		ProgressIs:  func(d, of int) string { return fmt.Sprintf("%d of %s done.", d, count(of, "lesson", "lessons")) },
		NotFinished: "The course is not finished. Your progress is saved; start again at any time to go on from here.",
		Choices:     "Your choices. Change one with :set and its name, such as: :set pace fast",
		SetHow:      "Type :set, the name and the new answer.",
		OpenHow:     "Type :open and the number or the id of a lesson.",

		Help: "Commands start with a colon. Those that can be used now:",
		Commands: map[string]string{
			"hint": "the next hint", "dontknow": "say that you don't know; the answer is shown",
			"show": "show the answer; nothing is counted", "skip": "go on without answering",
			"right": "say “I think I was right”; it is kept for the author", "stay": "go on without the detour",
			"way": "another explanation", "undo": "take back the last change of road",
			"again": "say this step again", "reread": "read the pages of this lesson again",
			"outline": "the lessons and where you are", "open": "go to a lesson: its number in the outline or its id",
			"leave": "leave this lesson, or come back from a detour", "choices": "goal, pace and your other choices",
			"set": "change a choice", "why": "why this comes now", "help": "this list", "quit": "stop here; everything is saved",
		},
	}
}

// minutesOf puts minutes in brackets after a title; none when unknown.
func minutesOf(m int) string {
	if m <= 0 {
		return ""
	}
	return " (" + minutes(m) + ")"
}
