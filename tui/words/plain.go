package words

import "fmt"

// Plain is what the line-by-line front end says.
type Plain struct {
	Finding PlainFinding

	HowTo    string // under the title of the course
	Saves    string // behind it, where progress is saved
	KeysAre  string // how a key that a course names is typed here
	Findings func(n int) string
	Prompt   string // stands before every line of the learner's

	// Where the learner is, and why.
	LessonOf                      func(n, of int, title string) string
	Lesson                        func(title string) string // one that is not counted
	Module                        func(title string) string
	Step                          func(n, of int) string
	Detour                        func(title, back string) string
	Why                           func(line string) string
	UndoOpen, UndoKnown, UndoTurn string // what :undo takes back
	UndoLeave, UndoReset          func(title string) string
	Again                         func(try int) string     // the same question once more
	Left                          func(text string) string // an answer left unsent
	LeftGaps                      func(text string) string
	Before                        func(text string) string // an answer given before

	// What is put before the learner.
	Question  func(prompt string) string
	Gap       func(n int) string // stands in the text
	GapIs     func(n int, text string) string
	Lefts     string
	Rights    string
	WayShown  func(title string, n, of int) string
	OtherWays func(titles string) string
	WaysAt    func(titles string, n int) string // of the n-th idea on a page that has several
	HintOf    func(n int) string
	TaskHead  func(title string) string
	Taken     string // beside a lesson of a fork that was taken before

	OfferSkip     func(title string) string
	OfferExtra    func(title string) string
	OfferOptional func(title string, minutes int) string

	// How it is answered.
	ChooseOne  func(n int) string // 1..n
	ChooseMany func(n int) string
	ChooseN    func(pick, n int) string
	Type       string
	InOrder    func(n int) string
	MatchUp    func(n int) string
	Blank      func(n, of int) string
	AllFilled  string
	Write      string
	YesNo      string
	GoOn       string
	ToDetour   string
	ToGo       string
	TryAgain   func(n int) string
	TryFree    string // again, at no cost
	Done       string // a task
	Sure       string
	ToEnd      string
	HintsLeft  func(n int) string

	// What an answer was worth.
	Right, Close, Wrong string
	Spelling            func(meant string) string
	DontKnow            string
	AnswerWas           func(text string) string
	TheAnswer           string
	WhyHead             string
	OK, NotOK           string // beside a part
	OffSpelling         string
	SomeMissing         string // all that was chosen holds, but more does
	Detouring           func(title string, minutes int) string
	Going               func(title string) string
	CanDispute          string
	Disputed            string
	Compare             string
	Recorded            string

	// What comes of a line that is no answer.
	NotAmong    func(line string) string
	NotOne      string
	NotN        func(n int) string
	NotYesNo    func(line string) string
	NotDone     func(line string) string
	NotSure     func(line string) string
	NothingToDo string // something was typed where nothing is asked
	NothingSaid string
	TooLong     func(most int) string
	Unsent      func(line string) string // the input ended in the middle of it
	Kept        string                   // an answer was kept as it is
	NoCommand   func(name string) string
	NotNow      func(name string) string
	NotHere     func(name, only string) string // where it is possible
	NotYet      func(name string) string       // before the step was told
	NoTaskHint  string
	OnlyAt      map[string]string // where a command is possible, by its name
	NothingKept string            // there is no answer to send

	// The end of a lesson and of the road.
	SummaryOf   func(title string) string
	Score       func(right, asked int) string
	MissedAre   string
	SkillsAre   string
	Skill       func(title string, now int) string
	SkillWas    func(title string, before, now int) string
	NextIs      func(title string) string
	EndIsNear   string
	Finished    func(course string) string
	PromiseIs   string
	LeftAre     string
	NotEnded    string // when the input ends before the course does
	NotReviewed string // or in the middle of a review

	// What commands say.
	ProgressIs  func(done, of int) string
	Choices     string
	Chosen      string // beside an answer
	SetHow      string
	Saved       string
	OpenHow     string
	RedoHow     string
	Undone      string
	PageOf      func(n, of int, title string) string
	PagesAre    string
	PageHow     string
	NoPage      func(n, of int) string
	TermHow     string
	NoTerm      func(term string) string
	CardFront   func(n int) string
	CardBack    string
	Courses     func(n int) string
	InFolder    func(dir string) string
	Help        string
	HelpColon   string
	CommandIs   func(name, short, does string) string
	Commands    map[string]string // what each command does, by its name
	CommandArgs map[string]string // what may follow it, for those that take something

	Replies Replies
	Path    PlainPath
	Views   PlainViews
}

func englishPlain() Plain {
	p := Plain{
		HowTo:   "Answer and press Enter. Type :help for everything else you can do, :quit to stop.",
		Saves:   "Progress is saved by itself.",
		KeysAre: "Where a course names a key, such as w, type it after a colon: :w",
		Findings: func(n int) string {
			return "The files of this course have " + count(n, "error", "errors") + "; cairn check lists them."
		},
		Prompt:  ">",
		Replies: englishReplies(),
		Path:    englishPlainPath(),
		Views:   englishPlainViews(),
	}
	p.place()
	p.steps()
	p.answers()
	p.feedback()
	p.refusals()
	p.ends()
	p.commands()
	return p
}

func (p *Plain) place() {
	p.LessonOf = func(n, of int, t string) string { return fmt.Sprintf("Lesson %d of %d: %s", n, of, t) }
	p.Lesson = func(t string) string { return "Lesson: " + t }
	p.Module = func(t string) string { return "Module: " + t }
	p.Step = func(n, of int) string { return fmt.Sprintf("Step %d of %d", n, of) }
	p.Detour = func(t, b string) string { return "Detour: " + t + ". Afterwards: back to “" + b + "”." }
	p.Why = func(l string) string { return "Why this: " + l }
	p.UndoOpen = "Type :undo to go back."
	p.UndoKnown = "Type :undo to take back that a lesson was passed over."
	p.UndoTurn = "Type :undo to take this turn back."
	p.UndoLeave = func(t string) string { return "Type :undo to take back that you left “" + t + "”." }
	p.UndoReset = func(t string) string {
		return "Type :undo to take back that you started “" + Trimmed(t) + "” over."
	}
	p.Again = func(try int) string { return fmt.Sprintf("The question again, try %d.", try) }
	p.Left = func(t string) string { return "Not sent yet: “" + t + "”. Type :send to send it, or answer anew." }
	p.LeftGaps = func(t string) string { return "Filled in before. " + t + " To change the last one, type :back." }
	p.Before = func(t string) string { return "You answered before: “" + t + "”. :send keeps it, :skip goes on." }
}

func (p *Plain) steps() {
	p.Question = func(prompt string) string { return "Question: " + prompt }
	p.Gap = func(n int) string { return fmt.Sprintf("[gap %d]", n) }
	p.GapIs = func(n int, t string) string { return fmt.Sprintf("Gap %d: %s.", n, t) }
	p.Lefts = "Find the partner of:"
	p.Rights = "Among:"
	p.WayShown = func(t string, n, of int) string { return fmt.Sprintf("Explanation %d of %d: %s", n, of, t) }
	p.OtherWays = func(t string) string { return "Other explanations, with :way: " + t }
	p.WaysAt = func(t string, n int) string { return fmt.Sprintf("Other explanations, with :way %d: %s", n, t) }
	p.HintOf = func(n int) string { return fmt.Sprintf("Hint %d:", n) }
	p.TaskHead = func(t string) string { return "Do this for real: " + t }
	p.Taken = "taken before"
	p.OfferSkip = func(t string) string { return "Pass over “" + t + "”?" }
	p.OfferExtra = func(t string) string { return "If you are curious: “" + t + "”. Read it?" }
	p.OfferOptional = func(t string, m int) string {
		return "“" + t + "”" + minutesOf(m, minutes) + " is not required. Take it?"
	}
}

func (p *Plain) answers() {
	p.ChooseOne = func(n int) string { return fmt.Sprintf("Type a number from 1 to %d.", n) }
	p.ChooseMany = func(n int) string {
		return fmt.Sprintf("Type the numbers, from 1 to %d, of all that hold, such as: 1 2", n)
	}
	p.ChooseN = func(pick, n int) string {
		return fmt.Sprintf("Type %s from 1 to %d, or :skip to take none.", count(pick, "number", "numbers"), n)
	}
	p.Type = "Type your answer."
	p.InOrder = func(n int) string {
		return fmt.Sprintf("Type the %d numbers in the right order, such as: %s", n, orderOf(n))
	}
	p.MatchUp = func(n int) string {
		return fmt.Sprintf("For each of 1 to %d, type the letter that belongs to it, in this order, such as: %s", n, lettersOf(n))
	}
	p.Blank = func(n, of int) string { return fmt.Sprintf("Gap %d of %d:", n, of) }
	p.AllFilled = "All gaps are filled in. Type :send to send them, or :back to change the last one."
	p.Write = "Write your answer on one line."
	p.YesNo = "Type yes or no."
	p.GoOn = "Press Enter to go on."
	p.ToDetour = "Press Enter to take the detour, or type :stay to go on without it."
	p.ToGo = "Press Enter to go there, or type :stay to go on here."
	p.TryAgain = func(n int) string {
		return count(n, "try", "tries") + " left. Answer again, or press Enter to hear the question again. " +
			":show gives the answer, :skip goes on."
	}
	p.TryFree = "This cost no try. Answer again, or press Enter to hear the question again."
	p.Done = "Type done when it is done, or :skip."
	p.Sure = "How sure are you? Type 1 for a guess, 2 for fairly sure, 3 for sure, or press Enter to leave it open."
	p.ToEnd = "Press Enter to leave the course."
	p.HintsLeft = func(n int) string {
		if n == 1 {
			return "For a hint, type :hint."
		}
		return fmt.Sprintf("For one of %d hints, type :hint.", n)
	}
}

func (p *Plain) feedback() {
	p.Right, p.Close, p.Wrong = "Right.", "Close enough to go on.", "Not right."
	p.Spelling = func(m string) string {
		return named(m, "Check the spelling: did you mean “%s”?", "Check the spelling.")
	}
	p.DontKnow = "Good to know. Here is the answer."
	p.AnswerWas = func(t string) string { return "Your answer: " + t }
	p.TheAnswer = "The answer:"
	p.WhyHead = "Why:"
	p.OK, p.NotOK, p.OffSpelling = "right", "not right", "check the spelling"
	p.SomeMissing = "Something else holds too."
	p.Detouring = func(t string, m int) string {
		return "Next: a detour to “" + t + "”" + minutesOf(m, minutes) + ". Then this question is asked again."
	}
	p.Going = func(t string) string { return "Next: on to “" + t + "”." }
	p.CanDispute = "If you think you were right, type :right."
	p.Disputed = "Noted for the author. Going on."
	p.Compare = "Compare it with this:"
	p.Recorded = "Kept."
}

func (p *Plain) refusals() {
	p.NotAmong = func(l string) string { return "“" + l + "” is not among the answers." }
	p.NotOne = "Only one can be chosen."
	p.NotN = func(n int) string { return fmt.Sprintf("It has to be %d, each once.", n) }
	p.NotYesNo = func(l string) string { return "“" + l + "” is neither yes nor no." }
	p.NotDone = func(l string) string { return "“" + l + "” does not say that it is done." }
	p.NotSure = func(l string) string { return "“" + l + "” is not one of 1, 2 and 3." }
	p.NothingToDo = "Nothing is asked here, so this was not taken as an answer."
	p.NothingSaid = "Nothing was typed."
	p.TooLong = func(most int) string {
		return fmt.Sprintf("This line is longer than %d characters and was not taken.", most)
	}
	p.Unsent = func(l string) string {
		return "The input ended before Enter was pressed, so this was not sent: “" + l + "”"
	}
	p.Kept = "What you typed is kept for the next time."
	p.NoCommand = func(n string) string {
		return "There is no command “" + n + "”. Type :help for the list. An answer that begins with a colon is typed with two."
	}
	p.NotNow = func(n string) string { return "The command :" + n + " is not possible here." }
	p.NotHere = func(n, only string) string { return "The command :" + n + " is for " + only + "." }
	p.NotYet = func(n string) string { return "The command :" + n + " comes later: say first how the day begins." }
	p.NoTaskHint = "This task has no hint."
	p.OnlyAt = map[string]string{
		"reload": "a course that is previewed", "findings": "a course that is previewed", "goto": "a course that is previewed", "as": "a course that is previewed", "answers": "questions of a course that is previewed",
		"hint": "questions and tasks", "check": "tasks", "shell": "tasks", "fresh": "tasks", "say": "tasks that still ask something", "run": "tasks whose commands you said no to", "output": "tasks", "write": "questions that are answered with code", "lines": "questions that are answered with code", "watch": "tasks", "dontknow": "questions", "show": "questions and tasks",
		"harder": "questions", "easier": "questions", "right": "an answer that was not taken as right",
		"stay": "where a change of road is announced",
		"send": "an answer that was kept", "back": "an answer of several lines", "way": "pages with several explanations",
		"leave": "lessons, detours and reviews", "links": "lessons", "contents": "lessons", "reread": "lessons", "glossary": "courses with a glossary", "cards": "courses with cards",
	}
	p.NothingKept = "There is no answer to send yet."
}

func (p *Plain) ends() {
	p.SummaryOf = func(t string) string { return "End of “" + t + "”." }
	p.Score = func(r, a int) string {
		return fmt.Sprintf("%d of %s right at the first try.", r, count(a, "question", "questions"))
	}
	p.MissedAre = "Not right at the first try:"
	p.SkillsAre = "How well you know it, as an estimate:"
	p.Skill = func(t string, n int) string { return fmt.Sprintf("%s: %d %%", t, n) }
	p.SkillWas = func(t string, b, n int) string { return fmt.Sprintf("%s: %d %%, was %d %%", t, n, b) }
	p.NextIs = func(t string) string { return "Next: “" + t + "”." }
	p.EndIsNear = "This was the last lesson on your road."
	p.Finished = func(c string) string { return "You have come to the end of “" + c + "”." }
	p.PromiseIs = "At the start you wrote what would make it worth your time:"
	p.LeftAre = "Left out, and open to you with :open and the name in brackets:"
	p.NotReviewed = "The review is not finished. Start the course again at any time to go on with it."
	p.NotEnded = "The course is not finished. Start it again at any time to go on from here."
}

// PlainFinding is what plain mode says of the search, notes and bookmarks beside
// Finding.
type PlainFinding struct {
	How       string // how to search
	Open      string // how to open a result
	Elsewhere func(course, ref string) string
	Stay      string // looking at a page moved nothing
	NoneHere  string // no note is on what is told
	NotesHow  string // what :notes takes
}

// orderOf is an example of how to type n numbers in some order.
func orderOf(n int) string {
	if n < 3 {
		return "2 1"
	}
	s := "2 1 3"
	for i := 4; i <= n; i++ {
		s += fmt.Sprintf(" %d", i)
	}
	return s
}

// lettersOf is an example of how to type n letters in some order.
func lettersOf(n int) string {
	const most = 26
	s := "b a"
	for i := 2; i < min(n, most); i++ {
		s += fmt.Sprintf(" %c", 'a'+i)
	}
	return s
}

// minutesOf puts minutes in brackets after a title; none when unknown.
func minutesOf(m int, say func(int) string) string {
	if m <= 0 {
		return ""
	}
	return " (" + say(m) + ")"
}
