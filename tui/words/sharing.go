package words

// Sharing is what is said when a learner hands their work to the instructor.
type Sharing struct {
	Course  func(title string) string // what is shared
	In, Out string                    // above what is in the file, and what could be and is not
	Never   string                    // what is in no such file
	Beware  string                    // of what was typed
	Network string                    // that nothing is sent
	Excerpt string                    // above the beginning of the file
	Ask     func(file, word string) string
	Not     string // nothing was written
	Written func(file string) string
	Hand    string // what to do with it

	Fields map[string]string // what each field of the file means
}

func englishSharing() Sharing {
	return Sharing{
		Course:  func(title string) string { return "Your work in the course " + title + ", for whoever teaches it." },
		In:      "In the file:",
		Out:     "Not in the file, unless you say so:",
		Never:   "Never in it: times of day, your notes, bookmarks and words beside answers, your goals and plans, your machine, other courses.",
		Beware:  "What you typed as an answer is in it word for word. If you typed something that nobody else is to read, do not share the file.",
		Network: "Nothing is sent: the file is written here, and you hand it over yourself.",
		Excerpt: "The file begins:",
		Ask:     func(file, word string) string { return "Type " + word + " to write " + file + ": " },
		Not:     "Nothing was written.",
		Written: func(file string) string { return "Written to " + file },
		Hand:    "It is text: you can read it before you hand it over.",
		Fields:  englishSharingFields(),
	}
}

func englishSharingFields() map[string]string {
	return map[string]string{
		"format":               "that it is a file of cairn progress share",
		"version":              "version of the format",
		"course.id":            "id of the course",
		"course.title":         "its title",
		"course.version":       "its author's version",
		"course.hash":          "mark of its files as they are",
		"learner":              "made-up name: the same each time you share this course, another in other courses",
		"name":                 "the name that you give",
		"made":                 "day on which the file was made",
		"events":               "how much your log has of the course, as a number",
		"position.lesson":      "lesson that you are in",
		"position.item":        "question that comes next",
		"position.finished":    "whether you are through",
		"position.done":        "lessons behind you",
		"position.of":          "lessons on your road",
		"position.days":        "number of days that you learned on",
		"position.minutes":     "minutes that you spent",
		"position.last":        "last day that you learned on",
		"lessons.id":           "each lesson",
		"lessons.state":        "whether it is open, begun, done, skipped or off your road",
		"lessons.minutes":      "minutes in it",
		"lessons.finished":     "day on which you finished it",
		"skills.id":            "each skill",
		"skills.mastery":       "how well you are thought to know it",
		"skills.known":         "whether it counts as known",
		"skills.answers":       "number of answers on it",
		"items.id":             "each question that you met",
		"items.rev":            "mark of the question as it was",
		"items.lesson":         "lesson that it stood in",
		"items.first":          "how the first try was graded",
		"items.tries.answer":   "each answer, as you gave it: what you chose, and what you typed",
		"items.tries.outcome":  "how it was graded",
		"items.tries.where":    "whether it was in the lesson, before it, in practice, a check or a review",
		"items.tries.mixup":    "wrong idea that it shows, by its name in the course",
		"items.tries.hints":    "hints before it",
		"items.tries.minutes":  "minutes that it took",
		"items.tries.disputed": "whether you said that you were right",
		"items.tries.date":     "day of it",
		"items.shown":          "whether you asked for the answer",
		"items.skipped":        "whether you passed it over",
		"detours.to":           "each detour: its lesson",
		"detours.item":         "question that led there",
		"detours.rev":          "mark of that question",
		"detours.mixup":        "wrong idea it is about, by its name",
		"detours.taken":        "whether you took it",
		"detours.again":        "how your next answer to the question was graded",
		"reflections.ask":      "each question about your own thoughts",
		"reflections.text":     "what you wrote to it",
	}
}
