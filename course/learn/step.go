package learn

import (
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// Step is what the learner meets now: plain data, complete enough to be shown
// from alone. It is a closed sum: Asking, Planning, Offer, Choosing, Placed,
// Reading, Answering, Recalling, Feedback, Doing, Summary, Reviewed, Closing and
// Finished.
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

// Errand reports whether a step belongs to a review or a placement test, which lead
// back by themselves.
func Errand(s Step) bool {
	switch s := s.(type) {
	case Recalling, Reviewed:
		return true
	case Answering:
		return s.Purpose == ForReview || s.Purpose == ForPlacement
	case Feedback:
		return s.Purpose == ForReview
	}
	return false
}

// Asking puts an Ask before the learner: a preference or a reflection.
type Asking struct {
	Place
	Ask      *course.Ask
	Current  course.Answer // what was answered before, or left unsent
	Intro    string        // Markdown above the first question of the onboarding
	Answered bool          // just answered: show Ask.Why, beside Current; Continue goes on
}

// Planning asks once, at the start of a longer course, when the learner means to
// learn and what may come in between. Set changes a setting and stays; Continue
// and Skip go on.
type Planning struct {
	Place
	Settings []Setting
	Minutes  int // that the road takes, as far as its author says; 0: unknown
}

// Offer asks whether to take something that is not required, or to skip
// something that seems known.
type Offer struct {
	Place
	Kind    OfferKind
	Item    string // id of what is offered
	Title   string
	Minutes int // 0 when unknown
	Count   int // questions at most in a placement test; items of a review; 0: not counted

	skill string // id of the skill that is offered to be practised
}

// OfferKind says what is offered.
type OfferKind string

// The kinds of offers. Yes means: take the test, skip the lesson, open the
// extra, open the lesson, begin the review, practise what the lesson builds on,
// go back to the lesson that teaches it.
//
// A placement test takes three answers: Accept takes it; Decline says that the
// learner is new to this, so that every lesson comes before its questions; Skip
// says that they are not, so that a question comes first.
const (
	OfferReview    OfferKind = "review"
	OfferPractice  OfferKind = "practice"
	OfferBack      OfferKind = "back"
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

// Placed is what the placement test found, before anything is skipped. Submit
// with the ids of the skills that the learner takes for known, Accept for those
// that are Known, Decline for none.
type Placed struct {
	Place
	Skills []PlacedSkill
	Asked  int
}

// PlacedSkill is what the test found out about one skill.
type PlacedSkill struct {
	Skill   course.Skill
	Mastery float64          // 0.03..0.97
	Found   Found            //
	Known   bool             // taken for known unless the learner says otherwise
	Lessons []*course.Lesson // passed over when it is, beside the skills that were shown
}

// Found is what a placement test makes of a skill.
type Found string

// What a placement test finds.
const (
	FoundKnown Found = "known" // its lessons can be passed over
	FoundMaybe Found = "maybe" // a question comes before the lesson
	FoundNew   Found = "new"   // the lesson comes first
)

// Reading is a page of lesson text.
type Reading struct {
	Place
	Page    Page
	Another bool // another explanation, outside the order of the lesson

	about string // id of the skill that it explains; empty: as the learner wished
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
	Purpose   Purpose
	AskSure   bool          // ask how sure the learner is before the answer is checked
	Support   model.Support // how much help comes unasked
	CanHarder bool          // there is a harder question to put in its place
	CanEasier bool

	ref string // what it is put for: the item of a review, or the skill that waits for a check
}

// Purpose is what a question is put for.
type Purpose string

// The purposes. All but a lesson's own questions take one try.
const (
	ForLesson    Purpose = ""
	ForPlacement Purpose = "placement"
	ForTry       Purpose = "try"      // before the lesson
	ForPractice  Purpose = "practice" // after it
	ForCheck     Purpose = "check"    // on what the lesson builds on
	ForReview    Purpose = "review"
)

// Recalling shows the front of a card or a term; the learner turns it and says
// whether they knew it: Judge.
type Recalling struct {
	Place
	Kind  DueKind // DueCard or DueTerm
	Item  string
	Front string // Markdown; a term is plain text
	Back  string // Markdown
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

	Purpose     Purpose
	Moved       []SkillMove  // what the answer did to its skills
	Hint        string       // Markdown, one that comes by itself: a level of support; empty: none
	HintReady   bool         // a hint can be had, and is worth pointing out
	Confidence  int          // how sure the learner was; 0: not asked
	SureMiss    bool         // sure, and wrong: worth a longer look; it comes back tomorrow
	Calibration *Calibration // now and then, how sure the learner was against how right; nil: not now
}

// SkillMove is what one answer did to one skill.
type SkillMove struct {
	Skill         course.Skill
	Before, After float64 // mastery, 0..1
	Points        float64 // given or taken by the answer, feedback left out
	Line          float64 // mastery from which it counts as known
	Left          int     // right answers without help still needed; 0: none
	Mastered      bool    // known now
	Now           bool    // became so by this answer
	Next          int     // days until it is reviewed; 0: not mastered
}

// NextHint is the hint that comes next; empty: none does.
func (a Answering) NextHint() string {
	if n := len(a.Hints); a.HintsLeft > 0 && n < len(a.Question.Hints) {
		return a.Question.Hints[n]
	}
	return ""
}

// Doing is a task. Its checks are run by the front end, which tells what came of
// them; the learner may also say that it is done.
type Doing struct {
	Place
	Task      *course.Task
	Hints     []string
	HintsLeft int
	Held      []bool            // what came of the checks the last time, one by one; nil: not run yet
	Values    map[string]string // what checks of this course kept, by name
	Solution  string            // Markdown: how the author does it, once the learner asked; else empty
}

// Fill puts what checks kept into a text of the task, which is Markdown.
func (d Doing) Fill(text string) string { return course.FillIn(text, d.Task.Shown(d.Values)) }

// Unkept reports whether its text says something that a check captures and that is not
// there yet.
func (d Doing) Unkept() bool {
	return slices.ContainsFunc(d.Task.Captured, func(name string) bool {
		_, kept := d.Values[name]
		return !kept && strings.Contains(d.Task.Title+d.Task.Text(), "{{"+name+"}}")
	})
}

// Done reports whether all checks held the last time they were run.
func (d Doing) Done() bool { return len(d.Held) > 0 && !slices.Contains(d.Held, false) }

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
	Skill    course.Skill
	Mastery  float64 // 0..1
	Before   float64 // when the lesson began; 0: nothing was answered on it before
	Answers  int
	Line     float64   // mastery from which it counts as known
	Left     int       // right answers without help still needed
	Mastered bool      // known, and reviewed from now on
	Tested   bool      // shown before any lesson on it
	Recall   float64   // chance to have it still, 0..1; 0: not mastered
	Due      time.Time // day of the next review, at midnight UTC; zero: not mastered
	Misses   int       // in a row
}

// Reviewed closes a review.
type Reviewed struct {
	Place
	Right, Asked int
	Minutes      float64
	Items        []ReviewedItem // in the order in which they came
	Due          int            // still due today
	Tomorrow     int            // due tomorrow
	Next         time.Time      // day of the next review, at midnight UTC; zero: none
}

// ReviewedItem is one item of a review that is through.
type ReviewedItem struct {
	Title string
	Kind  DueKind
	Right bool
	Days  int  // until it comes again
	Leech bool // missed again and again
}

// Closing ends a sitting, once a day, when the minutes planned are through.
// Submit tells what is still unclear; Continue and Skip go on.
type Closing struct {
	Place
	Minutes  float64 // spent today
	Planned  int     // minutes of a sitting
	Lessons  []*course.Lesson
	Skills   []SkillState // mastered today
	Tomorrow int          // reviews due tomorrow
	Week     *Week        // nil: switched off
	Draft    string       // what was written and left unsent
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
func (Planning) step()  {}
func (Placed) step()    {}
func (Recalling) step() {}
func (Reviewed) step()  {}
func (Closing) step()   {}
