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
	Ref        string         `json:"ref,omitempty"`        // ID of the event that is undone or answered to
	Note       string         `json:"note,omitempty"`       // the learner's own words
}

// ID names the event on every device.
func (e Event) ID() string { return EventID(e.Device, e.Seq) }

// Kind says what happened. Kinds that a program does not know are kept in the
// log and passed over.
type Kind string

// The kinds of events.
const (
	KindOpened   Kind = "opened"   // the course was opened; Note: the folder it came from, empty for a built-in one
	KindAnswered Kind = "answered" // a question, an Ask, an offer or a fork was answered
	KindShown    Kind = "shown"    // What: "page" read, "hint", "answer" shown, "way" switched to (Answer.Text)
	KindFinished Kind = "finished" // What: "lesson", "task", "extra", "course"
	KindSkipped  Kind = "skipped"  // What: "question", "lesson", "task", "extra", "ask", "placement"
	KindJumped   Kind = "jumped"   // the road continues at To, by the learner (What "open") or the author ("go")
	KindDetoured Kind = "detoured" // the learner was sent to To, to come back to Item
	KindReturned Kind = "returned" // back from the detour Lesson to Item
	KindUndone   Kind = "undone"   // the change of road Ref was taken back
	KindDisputed Kind = "disputed" // "I think I was right" about the answer Ref
	KindDrafted  Kind = "drafted"  // an answer left unsent
	KindNoted    Kind = "noted"    // a note
	KindPlanned  Kind = "planned"  // goal, pace or another choice changed
	KindReviewed Kind = "reviewed" // an item was answered in a review
	KindReset    Kind = "reset"    // Item starts over
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

// Why something was not saved.
var (
	// ErrNotSaved is in every error of Session.Do that comes from saving.
	ErrNotSaved = errors.New("not saved")
	// ErrFull and ErrReadOnly are causes that a Log tells.
	ErrFull     = errors.New("the disk is full")
	ErrReadOnly = errors.New("the folder cannot be written to")
)
