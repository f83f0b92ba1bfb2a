package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
)

// Progress is where a learner stands in a course.
type Progress struct {
	Started     bool
	Finished    bool
	Done        int              // required lessons finished or skipped
	Of          int              // required lessons on the road as it is for this learner
	Lessons     []LessonProgress // in the order of the road, then the others met
	Skills      []SkillState
	Minutes     float64   // spent, idle time left out
	Last        time.Time // of the last event; zero when never opened
	MinutesLeft int       // estimate for the lessons still open; 0 when unknown
}

// LessonProgress is where a learner stands in one lesson.
type LessonProgress struct {
	Lesson   *course.Lesson
	Module   string
	State    LessonState
	Right    int // questions right at the first try
	Asked    int
	Optional bool
	Here     bool   // the learner is here now
	Why      Reason // for lessons skipped, closed or passed over
}

// LessonState says how far a lesson is.
type LessonState string

// The states of a lesson.
const (
	LessonOpen    LessonState = "open" // not begun
	LessonBegun   LessonState = "begun"
	LessonDone    LessonState = "done"
	LessonSkipped LessonState = "skipped"
	LessonOff     LessonState = "off" // its rule does not hold: not on this learner's road
)
