package learn

import "github.com/cairn-learn/cairn/course"

// Decision is why the learner meets the present step, in full: who decided, with
// what numbers, over what, and what else they could do.
type Decision struct {
	Title   string   // of what was decided for
	Source  Source   // who decided
	Why     []Reason // at least one; the first is the one that is always shown
	Figures []Figure // the numbers it rests on
	Over    *Reason  // why the runner-up came second, with its Title; nil: nothing else was open
	IfRight []SkillMove
	IfWrong []SkillMove
	Else    []Alternative // what else the learner can do now
}

// Source says who decided what the learner meets.
type Source string

// The sources, in the order of their authority.
const (
	ByLearner Source = "learner"
	ByAuthor  Source = "author"
	ByModel   Source = "model"
	ByOrder   Source = "" // the order of the course
)

// Figure is one skill's numbers, and the answers behind them.
type Figure struct {
	SkillState
	Traces []Trace // what moved it, oldest first
}

// Trace is one event that moved a skill.
type Trace struct {
	Event    Event
	What     TraceKind
	Title    string           // of the question or lesson
	Question *course.Question // that was answered; nil: none, or gone
	Points   float64          // it gave or took; feedback and lessons left out
	Mastery  float64          // after it
}

// TraceKind is what moved a skill.
type TraceKind string

// What moves a skill.
const (
	TraceAnswer    TraceKind = "answer"
	TraceCard      TraceKind = "card" // judged by the learner: known with Score 1 of the Event
	TraceTask      TraceKind = "task" // all its checks held
	TraceReview    TraceKind = "review"
	TracePlacement TraceKind = "placement"
	TraceLesson    TraceKind = "lesson"
	TraceExplained TraceKind = "explained"
	TraceSetting   TraceKind = "setting" // the learner is content with less
	TraceDispute   TraceKind = "dispute" // an answer was taken back
)

// Alternative is something else that the learner can do now, with what it
// costs. It is never refused.
type Alternative struct {
	Kind   AlternativeKind
	Title  string // of the lesson or skill it leads to; may be empty
	Action Action
	Cost   *Reason // said once; nil: none
	Builds int     // later lessons that build on what it would skip
}

// AlternativeKind says what the learner can do.
type AlternativeKind string

// The alternatives.
const (
	ElseReview  AlternativeKind = "review"
	ElseLesson  AlternativeKind = "lesson" // the next lesson after this one
	ElseSkip    AlternativeKind = "skip"
	ElseExplain AlternativeKind = "explain"
	ElseHarder  AlternativeKind = "harder"
	ElseEasier  AlternativeKind = "easier"
	ElseWeakest AlternativeKind = "weakest" // practise the skill known least
	ElseRest    AlternativeKind = "rest"
)

// Record is one decision as it was made, kept in the log.
type Record struct {
	Event  Event
	Lesson *course.Lesson // nil: none, or gone
	Why    Reason
}
