package learn

import "github.com/cairn-learn/cairn/course"

// Step is what the learner meets now: plain data, complete enough to be shown
// from alone. It is a closed sum: Asking, Offer, Choosing, Reading, Answering,
// Feedback, Doing, Summary and Finished.
type Step interface {
	// At says where the step stands.
	At() Place
	step()
}

// Place says where a step stands and why it is next.
type Place struct {
	Course string         // title
	Lesson *course.Lesson // nil before the first lesson and after the last
	Module string
	Number int // this step of Of in the lesson, from 1; 0 when it is not counted
	Of     int
	Stop   int // this lesson of Stops on the road, from 1; 0 off the road
	Stops  int
	Depth  int    // detours the learner is in
	Back   string // title of what the detour returns to; empty outside a detour
	Why    Reason
	Undo   *Reason // the change of road that one Undo takes back; nil: none
}

// At returns p itself, so that every step that embeds a Place has it.
func (p Place) At() Place { return p }

// Asking puts an Ask before the learner: a preference or a reflection.
type Asking struct {
	Place
	Ask      *course.Ask
	Current  course.Answer // what was answered before, or left unsent
	Intro    string        // Markdown above the first question of the onboarding
	Answered bool          // just answered: show Ask.Why, beside Current; Continue goes on
}

// Offer asks whether to take something that is not required, or to skip
// something that seems known.
type Offer struct {
	Place
	Kind    OfferKind
	Item    string // id of what is offered
	Title   string
	Minutes int // 0 when unknown
}

// OfferKind says what is offered.
type OfferKind string

// The kinds of offers. Yes means: take the test, skip the lesson, open the
// extra, open the lesson.
const (
	OfferPlacement OfferKind = "placement"
	OfferSkip      OfferKind = "skip"
	OfferExtra     OfferKind = "extra"
	OfferOptional  OfferKind = "optional"
)

// Choosing is a fork in the road.
type Choosing struct {
	Place
	Choose *course.Choose
	Taken  []string // ids of lessons taken before
}

// Reading is a page of lesson text.
type Reading struct {
	Place
	Page Page
}

// Page is the text between two stops of a lesson.
type Page struct {
	ID    string
	Title string
	Parts []Part
}

// Part is a piece of a page. It is a closed sum: course.Text and WayPart.
type Part interface{ part() }

// TextPart is lesson text.
type TextPart struct{ course.Text }

// WayPart is one idea explained in several ways, with the one that shows first.
type WayPart struct {
	*course.Ways
	Shown int // index into List
}

func (TextPart) part() {}
func (WayPart) part()  {}

// Answering puts a question before the learner.
type Answering struct {
	Place
	Question  *course.Question
	Intro     string        // Markdown of the pool the question was picked from
	Try       int           // this try, from 1
	Hints     []string      // shown so far
	HintsLeft int           // that can be had now
	Layout    []int         // order in which options, items or right-hand sides are shown
	Draft     course.Answer // left unsent before
	Checked   bool          // counts for mastery: the first try, unaided
}

// Feedback tells what an answer was worth and what happens next.
type Feedback struct {
	Place
	Question   *course.Question
	Answer     course.Answer
	Verdict    course.Verdict
	Layout     []int
	Settled    bool           // the question is done; otherwise it is asked again
	Reveal     bool           // the right answer may be shown: settled, or shown on request
	Solution   course.Answer  // when Reveal
	Why        string         // Markdown, when Settled
	TriesLeft  int            // when not Settled
	HintsLeft  int            // that can be had now
	Mixup      *course.Mixup  // the wrong idea this answer shows; nil: none
	Detour     *course.Lesson // where Continue leads, to come back; nil: no detour
	Go         *course.Lesson // where Continue leads, to go on from there
	CanDispute bool
}

// Doing is a task. Until checks can be run, the learner says whether it is done.
type Doing struct {
	Place
	Task      *course.Task
	Hints     []string
	HintsLeft int
}

// Summary closes a lesson.
type Summary struct {
	Place
	Right, Asked int                // questions right at the first try, and asked
	Missed       []*course.Question // not right at the first try
	Skills       []SkillState       // of this lesson
	Next         string             // title of what comes next; empty at the end
	NextWhy      Reason
}

// SkillState is how well a skill is known.
type SkillState struct {
	Skill   course.Skill
	Mastery float64 // 0..1
	Before  float64 // when the lesson began; 0: nothing was answered on it before
	Answers int
}

// Finished is the end of the road.
type Finished struct {
	Place
	Progress Progress
	Promise  string           // what the learner said would make the course worth their time
	Left     []*course.Lesson // skipped or passed over, still open to take
}

func (Asking) step()    {}
func (Offer) step()     {}
func (Choosing) step()  {}
func (Reading) step()   {}
func (Answering) step() {}
func (Feedback) step()  {}
func (Doing) step()     {}
func (Summary) step()   {}
func (Finished) step()  {}
