package learn

import (
	"errors"

	"github.com/cairn-learn/cairn/course"
)

// Action is what the learner does. Keys, lines of text and tests all end here.
// It is a closed sum; an action that a step does not take is ErrNotNow.
type Action interface{ action() }

type (
	// Continue goes on: past a page, feedback, a finished task or a summary.
	Continue struct{}
	// Submit answers a question, an Ask, a fork (Items: ids of lessons), the
	// result of a placement test (Items: ids of the skills taken for known), and
	// what is asked at the end of a sitting.
	Submit struct {
		Answer     course.Answer
		Confidence int // 1 guess, 2 fairly, 3 sure; 0 not asked
	}
	// Checked says what came of the checks of a task, which the front end has run:
	// one by one in their order, and the values that they kept, by name. A task that
	// is answered with code has one, that its tests pass.
	//
	// Saved says that a save had them run and not the learner's wish. What they
	// would be asked then stays as it was, and where all else is as it was too,
	// nothing is kept.
	Checked struct {
		Held   []bool
		Values map[string]string
		Saved  bool
	}
	// Hint asks for the next hint.
	Hint struct{}
	// ShowAnswer asks for the right answer. The question is settled without credit. Of
	// a task it asks how its author does it: the task stays open, and counts for no
	// skill this time round.
	ShowAnswer struct{}
	// Skip goes on without answering, doing or reading. Always possible in a lesson.
	Skip struct{}
	// SkipLesson leaves the lesson for good, or a detour or a review for where
	// it came from.
	SkipLesson struct{}
	// Accept says yes to an offer, and takes the result of a placement test as
	// it stands.
	Accept struct{}
	// Decline says no to an offer, or to the detour that Feedback announces.
	Decline struct{}
	// Dispute says "I think I was right": it is recorded for the author, and
	// the question is settled without harm.
	Dispute struct{ Note string }
	// GoTo goes to any lesson, or to the lesson that holds an item.
	GoTo struct{ ID string }
	// Redo takes a finished lesson again from its start.
	Redo struct{ ID string }
	// Undo takes back the last change of road, or the last reset.
	Undo struct{}
	// Reset sets a question, a lesson, a skill or the course back, as if what was
	// done with it had not been. Session.SetBack tells first what that comes to.
	Reset struct {
		What ResetKind
		ID   string // of the question or task, the lesson or the skill; empty: the course
	}
	// UndoReset takes a reset back, also one of long ago: what it set back counts
	// again, and what was done since stays.
	UndoReset struct{ ID string }
	// Set changes a choice such as goal, pace or way at any time.
	Set struct {
		ID     string
		Answer course.Answer
	}
	// ShowWay switches one idea to another explanation and remembers it.
	ShowWay struct{ Ways, Key string }
	// Draft keeps an answer that was not sent.
	Draft struct{ Answer course.Answer }
	// Review begins a review, from any step; it comes back there.
	Review struct {
		Minutes int    // how long, 2 or more; 0: all that is due
		Share   bool   // no more than leaves room for what is new today
		Skill   string // practise this skill, due or not; empty: what is due
		Spare   bool   // nothing is due: what is remembered least
	}
	// Judge says whether the learner knew the back of a card.
	Judge struct{ Knew Knew }
	// Harder asks for a harder question in place of this one.
	Harder struct{}
	// Easier asks for an easier question in place of this one.
	Easier struct{}
	// Explain asks for another explanation of what the lesson is about.
	Explain struct{}
	// Rest leaves the reviews of today for tomorrow.
	Rest struct{}
	// AddNote ties a note to a place, as Session.SpotOf names it.
	AddNote struct{ Place, Text string }
	// EditNote gives a note another text. One that was removed is there again.
	EditNote struct{ ID, Text string }
	// RemoveNote takes a note off the list.
	RemoveNote struct{ ID string }
	// Mark sets a bookmark at a place, or takes it away.
	Mark struct {
		Place string
		Off   bool
	}
)

func (Continue) action()   {}
func (Submit) action()     {}
func (Checked) action()    {}
func (Hint) action()       {}
func (ShowAnswer) action() {}
func (Skip) action()       {}
func (SkipLesson) action() {}
func (Accept) action()     {}
func (Decline) action()    {}
func (Dispute) action()    {}
func (GoTo) action()       {}
func (Redo) action()       {}
func (Undo) action()       {}
func (Reset) action()      {}
func (UndoReset) action()  {}
func (Set) action()        {}
func (ShowWay) action()    {}
func (Draft) action()      {}
func (Review) action()     {}
func (Judge) action()      {}
func (Harder) action()     {}
func (Easier) action()     {}
func (Explain) action()    {}
func (Rest) action()       {}
func (AddNote) action()    {}
func (EditNote) action()   {}
func (RemoveNote) action() {}
func (Mark) action()       {}

// Knew is how well the learner says that they knew a card.
type Knew string

// The judgements.
const (
	KnewNot  Knew = "no"
	KnewIt   Knew = "yes"
	KnewEasy Knew = "easy"
)

// ErrNotNow says that an action is not possible in this step. Front ends show
// it; they never panic.
var ErrNotNow = errors.New("not possible at this point")
