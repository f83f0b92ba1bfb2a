package words

import "fmt"

// Answers is what the places to answer say: what the keys do there and what is
// missing before an answer can be sent.
type Answers struct {
	// What keys do, in a word or two.
	Move, Check, Done, Mark        string
	PickUp, Drop, Carry, PutBack   string
	TakeBack, Cycle, Clear         string
	NextBlank, PrevBlank           string
	NewLine, LeaveField, TypeAgain string
	PickOne, MarkSome, TypeFirst   string // what is missing
	NotMoved, NeedsNumber          string
	RowsLeft, BlanksLeft           func(n int) string
	Marked                         func(n int) string // options marked so far
	HowToOrder, Holding            string
	Placed                         func(n, of int) string // numbers typed so far
	NumberHelp                     func(unit string) string
	RightOrder, RightText          string // in front of what they name
	Nothing                        string // instead of an answer that is empty
}

func englishAnswers() Answers {
	return Answers{
		Move: "choose", Check: "check", Done: "done", Mark: "mark",
		PickUp: "pick up", Drop: "drop", Carry: "move it", PutBack: "put back",
		TakeBack: "take the last one back", Cycle: "next match", Clear: "clear",
		NextBlank: "next blank", PrevBlank: "blank before",
		NewLine: "new line", LeaveField: "stop typing", TypeAgain: "type",
		PickOne:     "Pick an answer first, with the arrow keys or its number.",
		MarkSome:    "Mark all that are right, with space or the number.",
		TypeFirst:   "Type an answer first.",
		NotMoved:    "Nothing was moved yet. Enter once more sends this order.",
		NeedsNumber: "This needs a number.",
		RowsLeft: func(n int) string {
			if n == 1 {
				return "One row has no match yet."
			}
			return fmt.Sprintf("%d rows have no match yet.", n)
		},
		BlanksLeft: func(n int) string {
			if n == 1 {
				return "One blank is still empty."
			}
			return fmt.Sprintf("%d blanks are still empty.", n)
		},
		Marked:     func(n int) string { return fmt.Sprintf("%d marked", n) },
		HowToOrder: "Space picks a row up and drops it. Or type the numbers in order.",
		Holding:    "Picked up: the arrow keys move it, space drops it, esc puts it back.",
		Placed: func(n, of int) string {
			return fmt.Sprintf("%d of %d placed. Type the next number; backspace takes one back.", n, of)
		},
		NumberHelp: func(unit string) string {
			if unit == "" {
				return "A number, such as 42 or 3.5."
			}
			return "A number in " + unit + ", such as 42 or 3.5. You may leave the unit out."
		},
		RightOrder: "The right order", RightText: "The answer",
		Nothing: "nothing",
	}
}
