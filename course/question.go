package course

// Question is a graded check. What it asks for is its Form.
type Question struct {
	ID     string
	Prompt string // Markdown, one line: the heading after "Question:"
	Body   string // Markdown between the heading and the answers; may be empty
	Form   Form
	Skills []string
	Hints  []string // Markdown, in order
	Why    string   // Markdown, shown once the question is settled
	When   *Rule    // nil: always

	Tries      int        // wrong tries before the answer is shown; at least 1
	Shuffle    bool       // options may be shown in another order
	Typos      TypoPolicy // what a slip of one letter does in a typed word
	HintsMode  HintsMode
	Confidence ConfidencePolicy
	Minutes    int // how long the author says it takes, in whole minutes; 0 when unknown

	Level Level // never empty once a course is loaded
	// Guess is the author's own figure for the chance to answer right without
	// knowing, Slip for the chance to answer wrong though one knows; 0: the
	// usual figure for the form. Guess is in 0.01..0.9, Slip in 0.01..0.6, and
	// where both are given they add up to less than 1.
	Guess, Slip float64

	Rev string // hash of the graded part: prompt and right answers, normalised
	Pos Pos
}

// TypoPolicy says what one slip in a word of five letters or more does.
type TypoPolicy string

// The values of typos.
const (
	TyposAccept   TypoPolicy = "accept"
	TyposPointOut TypoPolicy = "point-out"
	TyposOff      TypoPolicy = "off"
)

// HintsMode says when hints can be had.
type HintsMode string

// The values of hints.
const (
	HintsOnRequest  HintsMode = "on-request"
	HintsAfterWrong HintsMode = "after-wrong"
)

// ConfidencePolicy says whether the learner is asked how sure they are before
// an answer is checked.
type ConfidencePolicy string

// The values of confidence. An author who is silent leaves it to the program,
// which asks at about one checked question in three.
const (
	ConfidenceSome   ConfidencePolicy = ""
	ConfidenceAlways ConfidencePolicy = "always" // confidence: true
	ConfidenceNever  ConfidencePolicy = "never"  // confidence: false
)

// confidenceOf is what the author wrote, or else fallback.
func confidenceOf(ask *bool, fallback ConfidencePolicy) ConfidencePolicy {
	switch {
	case ask == nil:
		return fallback
	case *ask:
		return ConfidenceAlways
	}
	return ConfidenceNever
}

// Level is how hard a question is next to others about the same skill.
type Level string

// The values of level.
const (
	LevelEasy   Level = "easy"
	LevelNormal Level = "normal"
	LevelHard   Level = "hard"
)

// Form is what kind of answer a question takes. It is a closed sum: *Options,
// *Typed, *Order, *Match and *Blanks.
type Form interface{ form() }

// Options is a form: choose the option, or all the options, that hold.
type Options struct {
	List []Option
	Many bool // several may be chosen
}

// Option is one answer to choose.
type Option struct {
	Text     string // Markdown, one line
	Right    bool
	DontKnow bool // an "I don't know yet" option: never counted as a guess
	Reply    Reply
	Pos      Pos
}

// Reply is what a particular answer gets: words and, perhaps, a change of road.
type Reply struct {
	Text   string // Markdown; may be empty
	Mixup  string // id of a Mixup; may be empty
	Detour string // id of a lesson; may be empty. Before loading ends: the path as written
	Go     string // id of a lesson; may be empty. Before loading ends: the path as written

	Pos      Pos // where the feedback begins
	MixupPos Pos // of the mix-up's name
	RoadPos  Pos // of the place that Detour or Go leads to
}

// Typed is a form: type the answer.
type Typed struct {
	Answers      []Accept // Answer and Also: right. The first is the one shown
	Close        []Accept // right enough to go on, half for mastery
	Not          []Accept // known wrong ideas
	Otherwise    Reply    // for any other wrong answer
	ExactAccents bool     // accents matter in words
	ExactCase    bool     // capitals matter in words
}

// Accept is one stated answer of a typed question.
type Accept struct {
	Kind      AnswerKind
	Text      string  // as written, without marks: the words, code, shell line or pattern
	Low, High float64 // for numbers: the closed range that is accepted
	Unit      string  // for numbers: what follows the number, such as "kg"; may be empty
	Reply     Reply
	Pos       Pos
}

// AnswerKind says how a stated answer is compared.
type AnswerKind string

// The kinds of stated answers.
const (
	AnswerWords   AnswerKind = "words"
	AnswerCode    AnswerKind = "code"
	AnswerShell   AnswerKind = "shell"
	AnswerNumber  AnswerKind = "number"
	AnswerPattern AnswerKind = "pattern"
)

// Order is a form: put the items in order.
type Order struct {
	Items []string // Markdown, in the right order
	Reply Reply    // for a wrong order
}

// Match is a form: match each left side with its right side.
type Match struct {
	LeftTitle, RightTitle string
	Pairs                 []Pair
	Reply                 Reply // for a wrong matching
}

// Pair is two sides that belong together, Markdown.
type Pair struct{ Left, Right string }

// Blanks is a form: fill in the blanks of a text.
type Blanks struct {
	Text         string // Markdown in which the n-th blank stands as "[[n]]", counting from 1
	List         []Blank
	Reply        Reply // for a wrong filling
	ExactAccents bool
	ExactCase    bool
}

// Blank is one gap. The first of Accept is the one shown.
type Blank struct {
	Accept []Accept
	Pos    Pos
}

func (*Options) form() {}
func (*Typed) form()   {}
func (*Order) form()   {}
func (*Match) form()   {}
func (*Blanks) form()  {}

// Answer is what a learner gave, raw: enough to grade it again when the author
// corrects a key. Items are the texts of the course, so that an answer means
// the same after options were moved.
type Answer struct {
	Text     string   `json:"text,omitempty"`     // typed questions and reflections
	Items    []string `json:"items,omitempty"`    // see Grade for each form
	DontKnow bool     `json:"dontKnow,omitempty"` // the learner said "I don't know"
}

// Verdict is what an answer is worth.
type Verdict struct {
	Outcome    Outcome
	Score      float64 // partial credit in 0..1
	Replies    []Reply // what to say about this very answer, in order; may be empty
	Parts      []Part  // one for each option, item, pair or blank; empty for typed answers
	DidYouMean string  // the word meant, when Outcome is Spelling
}

// Outcome is the kind of verdict.
type Outcome string

// The outcomes of grading.
const (
	Right    Outcome = "right"
	Close    Outcome = "close"    // right enough to go on
	Spelling Outcome = "spelling" // a slip in a word: costs no try
	Wrong    Outcome = "wrong"
)

// Part tells about one option, item, pair or blank of an answer.
type Part struct {
	OK       bool
	Given    string // what the learner gave there; may be empty
	Spelling bool   // for blanks: only the spelling is off
}
