package words

import "fmt"

// Moved is what is said about what an answer did.
type Moved struct {
	Heading  string
	From     func(before, after int) string // per cent
	Same     func(now int) string
	Left     func(n int) string // right answers without help still needed
	Known    func(days int) string
	KnownNow func(days int) string

	SureMiss     string // heading and text, after an answer that was sure and wrong
	SureMissText string
	Calibration  string // heading of the table
	Sure, Fairly string
	Guess        string
	RightOf      func(right, asked int) string

	Hint      string // heading of a hint that comes by itself
	HintReady func(key string) string
}

func englishMoved() Moved {
	return Moved{
		Heading: "What your answer did",
		From:    func(before, after int) string { return fmt.Sprintf("from %d to %d %%", before, after) },
		Same:    func(now int) string { return fmt.Sprintf("still %d %%", now) },
		Left: func(n int) string {
			return toKnown(n) + "."
		},
		Known: func(days int) string {
			return "It counts as known: next review " + inDays(days) + "."
		},
		KnownNow: func(days int) string {
			return "It counts as known now: first review " + inDays(days) + "."
		},

		SureMiss:     "You were sure of this one",
		SureMissText: "It is worth a longer look: lay your answer beside the right one, and say to yourself where they part. The question comes back tomorrow.",
		Calibration:  "How sure you were so far, and how often right",
		Sure:         "sure", Fairly: "fairly sure", Guess: "a guess",
		RightOf: func(right, asked int) string {
			if asked == 0 {
				return "never said so"
			}
			return fmt.Sprintf("right %d of %d", right, asked)
		},

		Hint: "A hint",
		HintReady: func(key string) string {
			return "There is a hint, if you want one: " + key + "."
		},
	}
}

// toKnown says how many right answers are missing before a skill counts as known.
func toKnown(n int) string {
	return count(n, "more right answer", "more right answers") + " without help, and it counts as known"
}

// inDays says when, in whole days from today.
func inDays(days int) string {
	switch {
	case days <= 0:
		return "today"
	case days == 1:
		return "tomorrow"
	}
	return fmt.Sprintf("in %d days", days)
}
