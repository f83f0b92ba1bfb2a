package learn

import "fmt"

// Reason says why the learner is where they are, as data: front ends put it
// into words.
type Reason struct {
	Code   ReasonCode `json:"code"`
	Title  string     `json:"title,omitempty"` // of the lesson, question or mix-up it speaks of
	From   string     `json:"from,omitempty"`  // title of where the learner comes from
	Rule   string     `json:"rule,omitempty"`  // the author's rule that fired, as written
	Number float64    `json:"n,omitempty"`     // a count or a share, by Code
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
)

// EventID writes an event's name.
func EventID(device string, seq uint64) string { return fmt.Sprintf("%s-%d", device, seq) }
