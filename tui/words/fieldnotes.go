package words

import "fmt"

// FieldNotes is what the notes say that a learner takes from a course. They are
// Markdown, read outside of cairn.
type FieldNotes struct {
	Title    func(course string) string
	Nothing  string                                 // nothing was begun
	Done     func(done, of int, last string) string // how far, and the day of the last thing done
	Learned  string                                 // headings
	Answered string
	Noted    string
	Marked   string
	Terms    string
	Course   string                  // where a note stands that is about all of it
	Review   func(day string) string // when a skill is reviewed next
	YouSaid  func(day string) string // in front of the learner's last answer
	RightIs  string                  // in front of the right answer
	DontKnow string                  // in place of an answer
	Outcomes map[string]string       // by course.Outcome
	Disputed string                  // the learner held that it was right
}

func englishFieldNotes() FieldNotes {
	return FieldNotes{
		Title:   func(course string) string { return "Field notes: " + course },
		Nothing: "Nothing was begun yet.",
		Done: func(done, of int, last string) string {
			return fmt.Sprintf("%d of %s done. Last on %s.", done, count(of, "lesson", "lessons"), last)
		},
		Learned: "What I learned", Answered: "What I was asked", Noted: "What I noted", Marked: "Where to look again", Terms: "Words I met", Course: "The course as a whole",
		Review:   func(day string) string { return "next review on " + day },
		YouSaid:  func(day string) string { return "My answer on " + day + ":" },
		RightIs:  "The right answer:",
		DontKnow: "I did not know.",
		Outcomes: map[string]string{"right": "right", "close": "close enough", "spelling": "a slip of spelling", "wrong": "not right"},
		Disputed: "I held that it was right",
	}
}
