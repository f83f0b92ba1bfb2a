package words

import "fmt"

// Placed is what the result of a placement test says.
type Placed struct {
	Title    string
	Asked    func(n int) string // how many questions it rests on
	How      string             // what can be done about it
	Known    string             // what was found of a skill, in a word or two
	Maybe    string
	New      string
	Told     string // instead, where the learner says that they know it
	NotTold  string // or that they do not
	Over     func(lessons, minutes int) string
	OverNone string
	Nothing  string // no skill is in the result
	Tick     string // what the keys do
	Take     string
	TakeNone string
}

func englishPlaced() Placed {
	return Placed{
		Title: "What you seem to know",
		Asked: func(n int) string {
			return "An estimate from " + count(n, "answer", "answers") + "."
		},
		How:     "Ticked skills count as known: their lessons are passed over, and checked by a review in some days. Change what you know better. Every lesson stays open to you.",
		Known:   "known",
		Maybe:   "a question first",
		New:     "lesson first",
		Told:    "known, you say",
		NotTold: "not yet, you say",
		Over: func(lessons, m int) string {
			said := "Passed over: " + count(lessons, "lesson", "lessons")
			if m > 0 {
				said += ", about " + minutes(m)
			}
			return said + "."
		},
		OverNone: "Nothing is passed over.",
		Nothing:  "The answers say nothing certain yet. The road begins with the first lesson.",
		Tick:     "tick",
		Take:     "go on",
		TakeNone: "pass nothing over",
	}
}

// Purpose is what a question is put for, above it.
type Purpose struct {
	Placement     func(n, of int) string // of is at most; 0: not known
	Review        func(n, of int) string
	Try           string
	Practice      string
	Check         string
	EndReview     string // keys
	EndPlacement  string
	ToLesson      string // past the question before a lesson
	NoMore        string // past the questions after it
	ReviewTitle   string // in the header
	PlacementName string
}

func englishPurpose() Purpose {
	return Purpose{
		Placement: func(n, of int) string {
			switch {
			case n <= 0:
				return "Placement"
			case of < n:
				return fmt.Sprintf("Question %d", n)
			}
			return fmt.Sprintf("Question %d of at most %d", n, of)
		},
		Review: func(n, of int) string {
			if n <= 0 || of < n {
				return "Review"
			}
			return fmt.Sprintf("Review %d of %d", n, of)
		},
		Try:           "Before the lesson",
		Practice:      "One more",
		Check:         "A building block",
		EndReview:     "end the review",
		EndPlacement:  "end the test",
		ToLesson:      "to the lesson",
		NoMore:        "no more of these",
		ReviewTitle:   "Review",
		PlacementName: "Placement",
	}
}
