package words

// Planning is what the page says that asks for the learner's week.
type Planning struct {
	Title   string
	Help    string
	Road    func(minutes int) string // how long the course is
	Begin   string                   // the row below the choices
	BeginTo string                   // what its key does
	Save    string
	Keep    string
	Skip    string
	Date    string // how a date is written
	NoDate  string
}

func englishPlanning() Planning {
	return Planning{
		Title:   "What do you have room for?",
		Help:    "A loose plan is enough.",
		Road:    func(m int) string { return "Its lessons take about " + minutes(m) + ", as its author counts." },
		Begin:   "That is my plan",
		BeginTo: "go on with it",
		Save:    "save", Keep: "keep as it was",
		Skip:   "plan nothing",
		Date:   "Year, month and day, such as 2026-03-31. Leave it empty when there is none.",
		NoDate: "Write it as year, month and day, such as 2026-03-31, or leave it empty.",
	}
}
