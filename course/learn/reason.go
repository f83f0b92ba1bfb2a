package learn

import "fmt"

// Reason says why the learner is where they are, as data: front ends put it
// into words. It is also the record of the decision, kept with the event that
// it led to.
type Reason struct {
	Code   ReasonCode `json:"code"`
	Title  string     `json:"title,omitempty"` // of the lesson, question or mix-up it speaks of
	From   string     `json:"from,omitempty"`  // title of where the learner comes from
	Rule   string     `json:"rule,omitempty"`  // the author's rule that fired, as written
	Number float64    `json:"n,omitempty"`     // a count or a share, by Code
	Limit  float64    `json:"lim,omitempty"`   // what Number is held against, by Code
	Days   int        `json:"days,omitempty"`  // whole days, by Code

	By   Source     `json:"by,omitempty"`   // who decided; empty: the order of the course
	Over string     `json:"over,omitempty"` // title of what it was chosen over; empty: nothing else was open
	Less ReasonCode `json:"less,omitempty"` // what spoke for that
}

// ReasonCode is one of a closed list.
type ReasonCode string

// The reasons. Each says who decided: the learner, the author or the program.
const (
	WhyStart      ReasonCode = "start"       // the road begins here
	WhyNext       ReasonCode = "next"        // next on the road
	WhyContinue   ReasonCode = "continue"    // where the learner left off
	WhyWrongIdea  ReasonCode = "wrong-idea"  // author: this answer shows the mix-up Title
	WhyThisAnswer ReasonCode = "this-answer" // author: this answer leads to Title
	WhyReturn     ReasonCode = "return"      // back from the detour From; the question is asked again
	WhyTryAgain   ReasonCode = "try-again"   // missed before the detour From, asked again
	WhyRule       ReasonCode = "rule"        // author: Rule holds
	WhyWeak       ReasonCode = "weak"        // author: Rule wants the skill From known better; Number is its mastery
	WhyStrong     ReasonCode = "strong"      // author: the skill From is known well; Number is its mastery
	WhyScore      ReasonCode = "score"       // author: Number is the share of first tries that were right in the lesson
	WhyLongAgo    ReasonCode = "long-ago"    // author: the lesson From was finished Number days ago
	WhyInterest   ReasonCode = "interest"    // author: a choice of the learner's, From, makes it show
	WhyLearner    ReasonCode = "learner"     // the learner opened it
	WhyKnown      ReasonCode = "known"       // known already by Rule; From is a skill it asks for, Number its mastery
	WhyPassedOver ReasonCode = "passed-over" // the lesson Title was passed over as known; From and Number as in WhyKnown
	WhyOptional   ReasonCode = "optional"    // offered, not required
	WhyChosen     ReasonCode = "chosen"      // the learner took it at a fork
	WhyNeeded     ReasonCode = "needed"      // comes first: From builds on it
	WhyChanged    ReasonCode = "changed"     // the author changed this question since it was answered
	WhyLeftOver   ReasonCode = "left-over"   // passed over earlier, still open
	WhyBegun      ReasonCode = "begun"       // begun, and no longer on the road
	WhyAsked      ReasonCode = "asked"       // asked once, to fit the road
	WhyPlacement  ReasonCode = "placement"   // what do you know already
	WhyEnd        ReasonCode = "end"         // nothing is left on the road
	WhyReset      ReasonCode = "reset"       // the learner set Title back, or with no Title the course

	WhyDue        ReasonCode = "due"         // model: Title was learned Days ago; recall is Number, the target Limit; without a Title, Number reviews are due
	WhyReviews    ReasonCode = "reviews"     // model: Number reviews are due, and come before what is new as long as they leave room for it
	WhyLapse      ReasonCode = "lapse"       // model: Title was missed just now, once more at once
	WhyMissed     ReasonCode = "missed"      // model: the question was missed Days ago
	WhyCard       ReasonCode = "card"        // model: a card or term of the lesson From, new today
	WhyOpen       ReasonCode = "open"        // model: Title was left for another day; its mastery is Number
	WhyUnclear    ReasonCode = "unclear"     // learner: wrote that Title is still unclear
	WhyTopUp      ReasonCode = "top-up"      // model: Title is not due yet, as there is time; recall is Number
	WhyTryFirst   ReasonCode = "try-first"   // model: Title may be known, with mastery Number: a question before the lesson
	WhyTestedOut  ReasonCode = "tested-out"  // model: the skill Title was shown before its lesson; Number is its mastery
	WhyPassedMany ReasonCode = "passed-many" // Number lessons were passed over as known
	WhyPractice   ReasonCode = "practice"    // model: one more on Title, at mastery Number of Limit
	WhyPrereq     ReasonCode = "prereq"      // model: misses on From, and Title is the weakest it builds on, at mastery Number
	WhyExplain    ReasonCode = "explain"     // model: misses on Title: another explanation
	WhyEasier     ReasonCode = "easier"      // model or learner: an easier question
	WhyHarder     ReasonCode = "harder"      // learner: a harder question
	WhyWaits      ReasonCode = "waits"       // model: Title waits for From, at mastery Number of Limit
	WhyBeyond     ReasonCode = "beyond"      // model: the goal From does not ask for Title
	WhyTomorrow   ReasonCode = "tomorrow"    // model: Title is left for tomorrow after Number explanations
	WhyClosing    ReasonCode = "closing"     // the minutes planned for one sitting, Number, are through
	WhyPlanning   ReasonCode = "planning"    // asked once: when and how long
	WhyPlaced     ReasonCode = "placed"      // what the placement test found
	WhyReviewed   ReasonCode = "reviewed"    // the review is through
)

// EventID writes an event's name.
func EventID(device string, seq uint64) string { return fmt.Sprintf("%s-%d", device, seq) }
