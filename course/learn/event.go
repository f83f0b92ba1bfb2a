package learn

import (
	"errors"
	"time"

	"github.com/cairn-learn/cairn/course"
)

// Event is one fact about a learner. Events are the only truth: everything
// else is folded from them. An event is never changed once it is written.
type Event struct {
	// Given by the log when the event is appended.
	Device string `json:"dev"` // random id of the file's writer
	Seq    uint64 `json:"seq"` // counts from 1 without gaps, by Device
	Clock  uint64 `json:"clk"` // hybrid logical clock: Unix milliseconds << 16 | counter

	Time    time.Time `json:"t"` // with the learner's UTC offset
	Course  string    `json:"course,omitempty"`
	Version string    `json:"ver,omitempty"`    // the author's version of the course
	Lesson  string    `json:"lesson,omitempty"` // where the learner was
	Item    string    `json:"item,omitempty"`   // what it is about: id of a question, page, lesson, ask, …
	Rev     string    `json:"rev,omitempty"`    // the graded part of the item as it was
	Kind    Kind      `json:"kind"`

	What       string         `json:"what,omitempty"` // variant of the kind; see the kinds
	Answer     *course.Answer `json:"answer,omitempty"`
	Outcome    course.Outcome `json:"outcome,omitempty"`
	Score      float64        `json:"score,omitempty"`
	Mixup      string         `json:"mixup,omitempty"`
	Hints      int            `json:"hints,omitempty"`      // hints seen before the answer
	Confidence int            `json:"confidence,omitempty"` // 1 guess, 2 fairly, 3 sure; 0 not asked
	Took       int64          `json:"ms,omitempty"`         // milliseconds
	To         string         `json:"to,omitempty"`         // lesson a change of road leads to
	Reason     *Reason        `json:"why,omitempty"`        // why the road changed
	Ref        string         `json:"ref,omitempty"`        // ID of the event it is about, or the name of what it uses up
	Note       string         `json:"note,omitempty"`       // the learner's own words
}

// LastClock is the latest clock that an event is followed at, in the year 6429.
// Where a log has come to it no event is surely later than another: one that
// claims it sets nothing back and takes nothing back.
const LastClock = 1 << 63

// ID names the event on every device.
func (e Event) ID() string { return EventID(e.Device, e.Seq) }

// Kind says what happened. Kinds, and variants of a kind, that a program does
// not know are kept in the log and passed over.
//
// Every event has Course, Version and Time. Lesson is where the learner was,
// empty outside every lesson. Took is how long the step was before the learner;
// it is 0 where the step stays (a hint at a question, a draft, another way, a
// choice changed) and where an event follows from the one before it.
type Kind string

// The kinds of events, with what each holds beside that.
const (
	// KindOpened: the program was opened and something was done in it. Note:
	// the folder the course came from, empty for a built-in one.
	KindOpened Kind = "opened"

	// KindAnswered: an answer was given. What:
	//   - "": to the question Item, Rev, where it stands in its lesson or in the
	//     placement test. Answer is raw, Outcome and Score are as they were graded
	//     then, Mixup is the wrong idea it shows, Hints and Confidence what came
	//     before it
	//   - "try", "practice", "check" and "review": to a question, alike, before its
	//     lesson, after it, on what the skill Ref builds on, and to review Ref, such
	//     as "skill:commits" or "question:stage-1". Reason says why it was put
	//   - "placed": to the result of the placement test. Answer.Items: the skills
	//     that the learner takes for known
	//   - "ask": to the Ask Item
	//   - "offer": to the offer of Item, a lesson, an extra, the placement test or
	//     "skip:" and a lesson. Answer.Items: "yes" or "no"
	//   - "fork": at the fork Item. Answer.Items: the lessons taken, none when the
	//     learner passed by. A change of road, with its Reason
	KindAnswered Kind = "answered"

	// KindShown: something was shown. What:
	//   - "page": the page Item, "LESSON#TEXT", was read to its end. Answer.Items:
	//     the further texts on it, named alike
	//   - "hint": one more hint of the question or task Item, Rev; with Ref "aside"
	//     where a question is put outside its place
	//   - "answer": the right answer of the question Item, Rev, before it was found, or
	//     how the author of the task Item, Rev does it
	//   - "feedback": what was said about the answer Ref, to Item, Rev, was passed
	//   - "way": the explanation Answer.Text of the idea Item was switched to
	//   - "explain": another explanation, Item, of the skill Ref or as the learner
	//     wished. Reason says why
	//   - "more": the learner wants another explanation of the lesson Item
	KindShown Kind = "shown"

	// KindChecked: the checks of the task Item, Rev were run, or its tests. What is
	// "save" where a save had them run and not the learner's wish: that is only kept
	// where something came of it that was not so before. Answer.Text
	// has a letter for each check in their order, one for all tests, "+" where it
	// held and "-" where it did not. Answer.Items are the values they kept, "NAME=VALUE". Score is the
	// share that held, Outcome right where all did and wrong else. Hints came
	// before it.
	KindChecked Kind = "checked"

	// KindFinished: What "lesson", the lesson Item; "task", the task Item, Rev,
	// whether its checks held, did not, or were never run; "course", the end of the
	// road, once.
	KindFinished Kind = "finished"

	// KindSkipped: something was passed over. What: "question" and "task", Item
	// and Rev; "ask", "extra" and "placement", Item; "detour", the change of road
	// Ref that an answer to Item, Rev would have brought; "lesson", the lesson
	// Item, a change of road with its Reason; "try", "practice" and "fix", the
	// questions before the lesson Item, after it, and the help with the skill
	// Item; "planning" and "closing", what is asked at the start and at the end of
	// a sitting; "rest", the rest of the day's work.
	KindSkipped Kind = "skipped"

	// KindJumped: the road continues at the lesson To. A change of road with its
	// Reason. What: "open", at Item or, without it, at the lesson's start; "redo",
	// a new round from its start; both by the learner. "go": by the author, Ref
	// names the rule or the answer, which is used up.
	KindJumped Kind = "jumped"

	// KindDetoured: the learner was sent to the lesson To, or, with What "ask",
	// put the Ask To again. A change of road with its Reason. It comes back to the
	// question Item, Rev of Lesson, or to the end of Lesson. Ref names the wrong
	// idea, the answer or the rule, which is used up. Mixup is the wrong idea.
	KindDetoured Kind = "detoured"

	// KindReturned: back from the detour Lesson to the question Item of the lesson
	// To, or to its end.
	KindReturned Kind = "returned"

	// KindUndone: the change of road Ref was taken back. The learner is again at
	// Item of the lesson To; both are empty outside a lesson and at its end. Where
	// Ref is a reset, what it set back counts again.
	KindUndone Kind = "undone"

	// KindDisputed: "I think I was right" about the answer Ref to the question
	// Item, Rev, which is repeated in Answer. Note: the learner's own words.
	KindDisputed Kind = "disputed"

	// KindDrafted: Answer was left unsent at the question or Ask Item.
	KindDrafted Kind = "drafted"

	// KindPlanned: Answer is the new choice for the Ask Item, such as "goal".
	KindPlanned Kind = "planned"

	// KindReviewed: What "begin", a review of Answer.Items, such as
	// "skill:commits", "question:stage-1" or "card:stage", in that order, which
	// uses up the day's offer Ref where it is of what is due; "card", the card Ref
	// was recalled with Score 1, or not with 0, and Answer.Text "easy" when it was
	// too easy; "end", the review was left, or is through and
	// was looked at.
	KindReviewed Kind = "reviewed"

	// KindNoted: What "unclear", Note is what the learner says is still unclear
	// at the end of a sitting, Item the lesson it was about; "leech", Ref was
	// missed again and again, which is told for the author; "note", Note is the
	// learner's own about the place Item, in the lesson To; "edited", the note Ref
	// says Note now; "removed", the note Ref is no longer listed; "marked" and
	// "unmarked", a bookmark at the place Item was set, and taken away. A place is
	// the id of a lesson, question, task, ask or extra, "LESSON#TEXT", "card:ID",
	// "term:TERM", or empty for the course.
	KindNoted Kind = "noted"

	// KindSwapped: the question Item of Lesson makes room for the question To,
	// which What says is "harder" or "easier"; with Ref "aside" where a question
	// is put outside its place.
	KindSwapped Kind = "swapped"

	// KindReset: something was set back. What came before it, in the order of the
	// log, counts as if it had not been. What: "question", the question or task
	// Item; "lesson", the lesson Item with all that it holds; "skill", the skill
	// Item; "course", everything but the learner's notes and bookmarks. That of a
	// lesson lists in Answer.Items the lesson and what it held then. Where it does
	// not, as the first ones did not and one too large does not, it covers what the
	// course holds there today. It is taken back by an event of the kind undone.
	KindReset Kind = "reset"
)

// Log is where events are kept.
type Log interface {
	// Append makes the events durable, all or none, before it returns, and
	// returns them with Device, Seq and Clock filled in. When it fails,
	// nothing counts as saved; the error wraps ErrFull or ErrReadOnly where
	// one of them is the cause.
	Append(events ...Event) ([]Event, error)

	// Events returns the events of one course in the order of their clocks,
	// from every device.
	Events(course string) ([]Event, error)
}

// Backer is a Log that can copy itself. It does before something is set back:
// where that fails, nothing is.
type Backer interface {
	Backup() (path string, err error)
}

// Forgetter is a Log that may keep nothing: what it forgets is gone when the
// program ends, and it makes no backup.
type Forgetter interface {
	Forgets() bool
}

// Why something was not saved.
var (
	// ErrNotSaved is in every error of Session.Do that comes from saving.
	ErrNotSaved = errors.New("not saved")
	// ErrFull and ErrReadOnly are causes that a Log tells.
	ErrFull     = errors.New("the disk is full")
	ErrReadOnly = errors.New("the folder cannot be written to")
)
