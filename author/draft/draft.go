// Package draft holds a course on its way to being written: plain data that an
// importer fills, and Write, which makes of it the Markdown and YAML that
// course.Load reads back to the same.
//
// Texts are Markdown. Wherever a text comes from, it stays the text it is: what
// in it would be read as a heading of a question, settings, an answer or feedback
// of the place where it is put is written so that it is not (see safe.go). Plain
// makes Markdown of text that is none.
package draft

import "github.com/cairn-learn/cairn/course"

// Course is a course that is being made.
type Course struct {
	ID       string // one word; made of the title when empty
	Version  string
	Title    string
	Summary  string
	Language string // a tag such as "en"; empty: not said
	Authors  []string
	License  string

	Skills []Skill
	Goals  []Goal
	Mixups []Mixup
	Ways   []Choice // ways to explain, by code word; those of lessons need not be among them

	Taken []string // ids that nothing new may have, such as those of what is gone

	Files  []*File           // in the order of the road
	Assets map[string][]byte // pictures and other files, by path
}

// Skill is what mastery is counted on.
type Skill struct {
	ID    string
	Title string
	Needs []string
}

// Goal is something learners may come for.
type Goal struct {
	ID     string
	Title  string
	Skills []string
}

// Mixup is a wrong idea that replies may name.
type Mixup struct {
	ID     string
	Says   string // Markdown
	Detour string // path of a file
}

// File is one Markdown file.
type File struct {
	Path string // below the course's folder; made of kind, place and title when empty
	Ref  string // what the source calls it, for keeping its id; may be empty

	ID     string            // made of Ref or the title when empty
	Title  string            // plain text
	Kind   course.LessonKind // empty: a lesson
	Module string            // title of the module it belongs to; plain text, may be empty
	Skills []string
	Needs  []string

	Minutes int // how long it takes; 0: not said

	Blocks []Block // of a lesson and its like
	Cards  []*Card // of a file of kind cards
	Terms  []Term  // of a glossary

	From Place // where in the source it begins
}

// Place is a place in the source. Lines count from 1; 0 is the file as a whole.
type Place struct {
	File string
	Line int
}

// Block is one part of a lesson. It is a closed sum: Text, *Question, *Ask, *Task,
// *Ways, *Pool and *Extra.
type Block interface{ block() }

// Text is lesson text, with its headings.
type Text struct{ Markdown string }

// Question is a graded check.
type Question struct {
	Ref    string // what the source calls it, for keeping its id; may be empty
	ID     string // made of Ref or the prompt when empty
	Prompt string // Markdown, one line; may be empty where Body or Form ask by themselves
	Body   string // Markdown between the prompt and the answers
	Form   Form
	Skills []string
	Hints  []string // Markdown
	Why    string   // Markdown
	Tries  int      // 0: the usual
	Fixed  bool     // options keep their order
	From   Place
}

// Ask is a question without a right answer: a reflection when it has no options.
type Ask struct {
	Ref     string
	ID      string
	Prompt  string // Markdown, one line
	Body    string // Markdown
	Options []Choice
	Many    bool   // several options may be taken
	Why     string // Markdown, shown once it is answered
	Compare bool   // Why stands beside what the learner wrote
	From    Place
}

// Task is something to do outside of cairn.
type Task struct {
	Ref     string
	ID      string
	Title   string // Markdown, one line
	Body    string // Markdown
	Skills  []string
	Minutes int      // how long it takes; 0: not said
	When    string   // a rule; empty: always
	Checks  []Check  // what must hold; none: nothing is asked
	Hints   []string // Markdown
	Why     string   // Markdown
	From    Place
}

// Check is one condition of a task. Exactly one of Run, File and Ask is set, each
// of one line.
type Check struct {
	Run, File, Ask string
	Expect         []Expect // what must hold of what Run prints or of the File
	Otherwise      string   // Markdown, one line; may be empty
}

// Expect is one thing that must hold, by its name, such as "contains".
type Expect struct{ Name, Value string }

// Ways is one idea explained in several ways.
type Ways struct{ List []Way }

// Way is one explanation.
type Way struct {
	Key      string // a code word, of Course.Ways or of its own; made of Title when empty
	Title    string // Markdown, one line
	Markdown string
}

// Choice is a code word with what the learner reads.
type Choice struct {
	ID   string // a code word; made of Text when empty
	Text string // Markdown, one line
}

// Pool is questions alike, of which Pick are asked.
type Pool struct {
	Ref       string
	ID        string
	Title     string // Markdown, one line
	Intro     string // Markdown
	Pick      int    // 0: one; more than there are: all
	Questions []*Question
	From      Place
}

// Extra is a part that is offered and never required.
type Extra struct {
	ID     string
	Title  string // Markdown, one line
	Blocks []Block
}

func (Text) block()      {}
func (*Question) block() {}
func (*Ask) block()      {}
func (*Task) block()     {}
func (*Ways) block()     {}
func (*Pool) block()     {}
func (*Extra) block()    {}

// Form is what kind of answer a question takes. It is a closed sum: *Options,
// *Typed, *Order, *Match and *Blanks.
type Form interface{ form() }

// Options is a form: choose the option, or all the options, that hold.
type Options struct {
	List []Option
	Many bool // several may be chosen, also where only one is right
}

// Option is one answer to choose.
type Option struct {
	Text  string // Markdown, one line
	Right bool
	Reply Reply
}

// Reply is what an answer gets.
type Reply struct {
	Text   string // Markdown
	Mixup  string // id of a mix-up
	Detour string // path of a file, or
	Go     string // path of a file
}

// Typed is a form: type the answer.
type Typed struct {
	Answers      []Accept // right; the first is the one shown
	Close        []Accept
	Not          []Accept
	Otherwise    Reply
	ExactAccents bool
	ExactCase    bool
}

// Accept is a stated answer. Text is plain text, not Markdown.
type Accept struct {
	Kind      course.AnswerKind // empty: words
	Text      string            // the words, code, shell line without its "$ ", or pattern
	Low, High float64           // of a number: the closed range
	Unit      string            // of a number
	Reply     Reply             // of an answer that is typed; blanks have none
}

// Words is a stated answer in words.
func Words(text string) Accept { return Accept{Kind: course.AnswerWords, Text: text} }

// Code is an answer in which capitals matter.
func Code(text string) Accept { return Accept{Kind: course.AnswerCode, Text: text} }

// Number is any number from low to high.
func Number(low, high float64) Accept {
	return Accept{Kind: course.AnswerNumber, Low: low, High: high}
}

// Order is a form: put the items in order.
type Order struct {
	Items []string // Markdown, one line each, in the right order
	Reply Reply
}

// Match is a form: match each left side with its right side.
type Match struct {
	LeftTitle, RightTitle string // Markdown, one line; may be empty
	Pairs                 []Pair
	Reply                 Reply
}

// Pair is two sides that belong together, Markdown, one line each.
type Pair struct{ Left, Right string }

// Blanks is a form: fill in the blanks of a text.
type Blanks struct {
	Text         string     // Markdown in which the n-th blank stands as "[[n]]", from 1
	List         [][]Accept // what each blank accepts; the first is the one shown
	Reply        Reply
	ExactAccents bool
	ExactCase    bool
}

func (*Options) form() {}
func (*Typed) form()   {}
func (*Order) form()   {}
func (*Match) form()   {}
func (*Blanks) form()  {}

// Card is one review card: Front and Back, or a Cloze.
type Card struct {
	Ref    string
	ID     string
	Front  string // Markdown
	Back   string // Markdown
	Cloze  string // Markdown in which the gaps stand in [brackets]
	Skills []string
	After  string // id or path of the lesson it belongs to
	From   Place
}

// Term is an entry of a glossary.
type Term struct {
	Words   []string // plain text; those after the first mean the same
	Meaning string   // Markdown
	From    Place
}

// Loss is something of a source that a course cannot hold, or not as it was.
type Loss struct {
	File string `json:"file"` // of the source
	Line int    `json:"line"` // from 1; 0: the file as a whole
	What string `json:"what"` // what was lost or changed, in a few words
	Why  string `json:"why"`  // why, and what became of it
}

// Lost is a Loss at a place.
func (p Place) Lost(what, why string) Loss { return Loss{p.File, p.Line, what, why} }
