package words

import "fmt"

// Moved is what is said about what an answer did.
type Moved struct {
	Heading  string
	From     func(before, after int) string // per cent
	Same     func(now int) string
	Points   func(points float64) string
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
		Points: func(p float64) string {
			return fmt.Sprintf("%+.1f points", p)
		},
		Left: func(n int) string {
			if n == 1 {
				return "One more right answer without help and it is yours."
			}
			if n > 3 {
				return "Some more right answers without help and it is yours."
			}
			return fmt.Sprintf("%d more right answers without help and it is yours.", n)
		},
		Known: func(days int) string {
			return "Known: next review " + inDays(days) + "."
		},
		KnownNow: func(days int) string {
			return "Known from now on: first review " + inDays(days) + "."
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
