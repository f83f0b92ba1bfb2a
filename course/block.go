package course

// Block is one part of a lesson. It is a closed sum: Text, *Ways, *Section,
// *Extra, *Pool, *Question, *Task and *Ask.
type Block interface{ block() }

// Text is lesson text under one heading, or before the first.
type Text struct {
	ID       string // slug of the heading, unique in the lesson; "start" before the first heading
	Title    string // the heading as plain text; empty before the first heading
	Level    int    // 1..6; 0 before the first heading
	Markdown string // with its heading line
	Pos      Pos
}

// Ways is one idea explained in several ways. The learner's preferred way is
// shown, the others are one key away.
type Ways struct {
	ID   string // unique in the lesson
	List []Way  // at least one
	Pos  Pos
}

// Way is one explanation.
type Way struct {
	Key      string // id of a Choice in Course.Ways, or a slug of the title
	Title    string
	Markdown string // without its heading
	Pos      Pos

	keyPos Pos // where the key is written, or the title that it is made of
	keyLen int
}

// Section is a part of a lesson that shows only if a rule holds.
type Section struct {
	ID     string
	When   *Rule
	Blocks []Block
	Pos    Pos
}

// Extra is a part of a lesson that is offered and never required.
type Extra struct {
	ID     string
	Title  string
	Blocks []Block
	Pos    Pos
}

// Pool holds questions alike: some are picked, the rest are kept for another
// try and for review.
type Pool struct {
	ID        string
	Title     string
	Intro     string // Markdown before the first question; may be empty
	Pick      int    // how many are asked, 1..len(Questions)
	Questions []*Question
	Pos       Pos
}

// Ask is a question without a right answer: a preference when it has options,
// a reflection when it has none.
type Ask struct {
	ID      string
	Prompt  string // Markdown, one line
	Body    string // Markdown; may be empty
	Options []Choice
	Many    bool   // several options may be taken
	Why     string // shown once it is answered
	Compare bool   // show Why beside the learner's own words
	When    *Rule
	Pos     Pos

	// BuiltIn marks a first question that the program asks itself: its Prompt, and
	// what its Options do not have from the author, are English here. A front end
	// says them in its language, by ID.
	BuiltIn bool
	Paces   []Pace // what the Options of a built-in Ask for a pace stand for, one each
}

func (Text) block()      {}
func (*Ways) block()     {}
func (*Section) block()  {}
func (*Extra) block()    {}
func (*Pool) block()     {}
func (*Task) block()     {}
func (*Ask) block()      {}
func (*Question) block() {}
