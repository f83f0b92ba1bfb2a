package course

// document is one Markdown file, decoded and cut into front matter and body.
type document struct {
	file string // slash-separated, below the course's folder
	id   string // id of the lesson it holds; prefix of derived ids
	kind LessonKind
	src  string // the whole file: UTF-8, no BOM, LF line ends
	body int    // offset in src where the body begins

	parsers *parsers // shared by the files of a course; nil: its own
	places  bool     // what has no id of its own is noted
	plain   bool     // of a folder without course.yaml
	tight   bool     // the course has no more links and marks to give: see tangle
}

// parsed is what the body of a Markdown file says, before links are resolved.
type parsed struct {
	Title    string // first heading, as plain text; may be empty
	TitlePos Pos    // of that heading; zero: not known
	Blocks   []Block
	Cards    []Card
	Entries  []Entry
	Terms    bool      // some cards are terms, whose ids begin with that of the file
	NoAlt    []Pos     // images without words
	Unnamed  []unnamed // what has an id that was made; empty unless the document asks for it
	Links    []link    // every link and image of the text, for the dead-link check
}

// link is a link or an image as written.
type link struct {
	To    string
	Image bool
	Pos   Pos
}

// defaults is what course.yaml says of all questions.
type defaults struct {
	Tries      int
	Typos      TypoPolicy
	Hints      HintsMode
	Confidence ConfidencePolicy
}
