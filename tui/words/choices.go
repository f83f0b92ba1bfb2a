package words

// Choices is what the page of goals, pace and other choices says.
type Choices struct {
	Title    string
	Intro    string
	NotSaid  string                    // beside a choice that was never made
	None     string                    // the course asks for no choices
	NoChange string                    // why enter does nothing
	Course   string                    // heading of what the course asks
	Program  string                    // heading of how the program goes about it
	Refused  func(lacks string) string // what was chosen was not taken
	Way      string                    // below a preferred way of learning
}

func englishChoices() Choices {
	return Choices{
		Title:    "Goals and pace",
		Intro:    "You can change these at any time. What you finished stays finished.",
		NotSaid:  "not said",
		None:     "This course asks for no choices.",
		NoChange: "nothing to change here",
		Course:   "What this course asks",
		Program:  "Week, pace and reviews",
		Refused:  func(lacks string) string { return "This was not taken: " + lacks + "." },
		Way:      "Choose what you like. It is about comfort; it does not make you learn better or worse.",
	}
}
