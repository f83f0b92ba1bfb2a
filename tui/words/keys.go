package words

// Keys names what keys do, in a word or two. Screens use them in their
// bindings; the footer and the help show them.
type Keys struct {
	Up, Down, Left, Right, PageUp, PageDown, Top, Bottom string

	Open, Continue, Choose, Change, Send, Mark, Back, Close, Next, Prev string

	MoveUp, MoveDown, Number, Filter, ClearFilter, MoreBelow string

	Save, Keep string // a change, and what was before

	Help, Quit, Stop, Suspend, Redraw, Look, Courses string

	Hint, Way, Skip, DontKnow, ShowAnswer, Dispute, Undo, Copy, Extras, Reread string

	Outline, Choices, Note, Redo, Findings string

	// Headings of the help.
	Here, Everywhere, NotNow string
}

func englishKeys() Keys {
	return Keys{
		Up: "up", Down: "down", Left: "left", Right: "right",
		PageUp: "page up", PageDown: "page down", Top: "to the top", Bottom: "to the end",

		Open: "open", Continue: "go on", Choose: "choose", Change: "change", Send: "send", Mark: "mark",
		Back: "back", Close: "close", Next: "next field", Prev: "previous field",

		MoveUp: "move up", MoveDown: "move down", Number: "choose by number", Filter: "find",
		ClearFilter: "show all", MoreBelow: "more",

		Save: "save", Keep: "keep as it was",

		Help: "help", Quit: "quit", Stop: "quit, also while typing", Suspend: "to the shell and back",
		Redraw: "draw again", Look: "colours", Courses: "all courses",

		Hint: "hint", Way: "another explanation", Skip: "skip", DontKnow: "I don't know",
		ShowAnswer: "show the answer", Dispute: "I think I was right", Undo: "undo", Copy: "copy",
		Extras: "extras", Reread: "read again",

		Outline: "outline", Choices: "goals and pace", Note: "note", Redo: "take again", Findings: "findings",

		Here: "On this page", Everywhere: "Everywhere", NotNow: "Not now",
	}
}
