package words

import (
	"fmt"
	"time"
)

// Card is what the page of a card says.
type Card struct {
	Term string // above a term of the glossary
	Say  string // before it is turned
	Turn string // the key
	Ask  string // once it is turned
	No   string // the judgements
	Yes  string
	Easy string
	Pick string // enter, before one of them is picked
}

// Reviewed is what the end of a review says.
type Reviewed struct {
	Right    func(right, asked int, minutes float64) string
	None     string // nothing was asked
	Again    func(days int) string
	Leech    string
	Due      func(n int) string // still due today
	Tomorrow func(n int) string
	Next     func(day time.Time) string
	More     string // the key
}

// Closing is what the end of a sitting says.
type Closing struct {
	Spent    func(minutes float64) string
	Lessons  string // headings
	Skills   string
	Tomorrow func(n int) string
	Week     func(done, of int) string
	Ask      string
	Help     string
	Keep     string // keys
	Skip     string
	Missing  string
}

func englishCard() Card {
	return Card{
		Term: "What does this word mean?",
		Say:  "Say the answer to yourself first, then turn the card.",
		Turn: "turn the card",
		Ask:  "Did you know it?",
		No:   "I had forgotten it", Yes: "I knew it", Easy: "It was too easy",
		Pick: "Say first whether you knew it, with a number or the arrow keys.",
	}
}

func englishReviewed() Reviewed {
	return Reviewed{
		Right: func(right, asked int, m float64) string {
			return fmt.Sprintf("%d of %d right, in %s.", right, asked, minutes(max(1, int(m+0.5))))
		},
		None: "Nothing was asked.",
		Again: func(days int) string {
			switch {
			case days <= 0:
				return "again today"
			case days == 1:
				return "again tomorrow"
			}
			return fmt.Sprintf("again in %d days", days)
		},
		Leech: "missed again and again; noted for the author",
		Due: func(n int) string {
			return count(n, "more is", "more are") + " due today. You can leave it at this."
		},
		Tomorrow: func(n int) string { return "Due tomorrow: " + fmt.Sprint(n) + "." },
		Next:     func(day time.Time) string { return "The next review is due on " + day.Format("2 January") + "." },
		More:     "review the rest",
	}
}

func englishClosing() Closing {
	return Closing{
		Spent: func(m float64) string {
			return count(max(1, int(m+0.5)), "minute", "minutes") + " today."
		},
		Lessons: "Lessons done",
		Skills:  "Skills you know now",
		Tomorrow: func(n int) string {
			return "Due tomorrow: " + count(n, "review", "reviews") + "."
		},
		Week: func(done, of int) string {
			switch {
			case of > 0 && done <= of:
				return fmt.Sprintf("%d of %s this week.", done, count(of, "day", "days"))
			case of > 0:
				return fmt.Sprintf("%s this week (%d planned).", count(done, "day", "days"), of)
			}
			return count(done, "day", "days") + " this week."
		},
		Ask:  "What is still unclear?",
		Help: "One line is enough. It comes up in your next review.",
		Keep: "keep it and go on", Skip: "nothing, go on",
		Missing: "Write a line, or go on without one.",
	}
}
