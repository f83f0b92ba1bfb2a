package words

import "fmt"

// Outline is what the outline of a course and the lists it leads to say.
type Outline struct {
	Title     string
	Here      string // beside the lesson where the learner is
	Done      string // states, beside their marks
	Skipped   string
	Begun     string
	Open      string
	Off       string
	Optional  string
	Right     func(right, asked int) string // first tries
	Aside     string                        // heading of lessons off the road
	Skills    string
	NoAnswers string // a skill nothing was answered on yet
	Answers   func(n int) string
	Reference string
	Glossary  func(n int) string
	Cards     func(n int) string
	Progress  func(done, of int) string

	GlossaryTitle string
	CardsTitle    string

	NotOpened   string // why enter does nothing on a skill
	OnlyLessons string // why a key does nothing on a row that is no lesson
	NotFinished string // why a lesson cannot be taken again yet
}

func englishOutline() Outline {
	return Outline{
		Title:     "Outline",
		Here:      "you are here",
		Done:      "done",
		Skipped:   "skipped",
		Begun:     "begun",
		Open:      "open",
		Off:       "not on your road",
		Optional:  "optional",
		Right:     func(r, asked int) string { return fmt.Sprintf("%d of %d right at once", r, asked) },
		Aside:     "Aside from the road",
		Skills:    "Skills",
		NoAnswers: "no answers yet",
		Answers:   func(n int) string { return count(n, "answer", "answers") },
		Reference: "Look up",
		Glossary:  func(n int) string { return "Glossary, " + count(n, "term", "terms") },
		Cards:     func(n int) string { return "Cards, " + fmt.Sprint(n) },
		Progress:  func(done, of int) string { return fmt.Sprintf("%d of %s done", done, count(of, "lesson", "lessons")) },

		GlossaryTitle: "Glossary",
		CardsTitle:    "Cards",

		NotOpened:   "a skill grows by answering; open a lesson that teaches it",
		OnlyLessons: "only lessons can be taken again",
		NotFinished: "this lesson is not finished yet",
	}
}
