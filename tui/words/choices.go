package words

// Choices is what the page of goals, pace and other choices says.
type Choices struct {
	Title    string
	Intro    string
	NotSaid  string // beside a choice that was never made
	None     string // the course asks for no choices
	NoChange string // why enter does nothing
}

func englishChoices() Choices {
	return Choices{
		Title:    "Goals and pace",
		Intro:    "You can change these at any time. What you finished stays finished.",
		NotSaid:  "not said",
		None:     "This course asks for no choices.",
		NoChange: "nothing to change here",
	}
}
