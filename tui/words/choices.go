package words

// Choices is what the page of goals, pace and other choices says.
type Choices struct {
	Title    string
	Intro    string
	NotSaid  string // beside a choice that was never made
	Nothing  string // none of several was taken
	None     string // the course asks for no choices
	Saved    string
	ManyHow  string // how several are chosen
	OneHow   string
	TypeHow  string
	NoChange string // why enter does nothing
}

func englishChoices() Choices {
	return Choices{
		Title:    "Goals and pace",
		Intro:    "You can change these at any time. What you finished stays finished.",
		NotSaid:  "not said",
		Nothing:  "none",
		None:     "This course asks for no choices.",
		Saved:    "Saved.",
		ManyHow:  "As many as you like.",
		OneHow:   "Choose one.",
		TypeHow:  "In your own words.",
		NoChange: "nothing to change here",
	}
}
