package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
)

// Insights is what the log tells about how the learner learns.
type Insights struct {
	Minutes     float64
	Answers     int          // checked answers
	Strong      []SkillState // known best first
	Weak        []SkillState // known least first; only skills that were met
	SureMisses  []SureMiss   // sure, and wrong; newest first
	Calibration *Calibration // nil before ten ratings
	Hours       []HourBand   // best first; nil where the answers do not tell bands apart
	Days        []DayWork    // days with anything on them, oldest first
	Lessons     []LessonTime // in the order of the road
	Weeks       *WeekRun     // nil: switched off
	Recall      *Recalled    // nil before ten reviews
	Keeps       float64      // intervals are this many times the usual ones; 1: no reviews yet
	Leeches     []Due
	Unclear     []Unclear // newest first
	Forecast    *Forecast
}

// SureMiss is a wrong answer that the learner was sure of.
type SureMiss struct {
	Question *course.Question
	Lesson   *course.Lesson
	When     time.Time
	Right    bool // answered right since
}

// Calibration is how sure a learner was against how right.
type Calibration struct{ Guess, Fairly, Sure Tally }

// Tally counts answers.
type Tally struct{ Right, Asked int }

// HourBand is a part of the day.
type HourBand struct {
	From, To int // hours, 0..24
	Tally
}

// DayWork is what was done on one day.
type DayWork struct {
	Day     time.Time // its date, at midnight UTC
	Minutes float64
	Reviews int
	Answers int
	Lessons int // finished
}

// LessonTime is how long a lesson took.
type LessonTime struct {
	Lesson  *course.Lesson
	Minutes float64
}

// Recalled is how well reviews went against what was predicted.
type Recalled struct {
	Tally
	Expected float64 // share predicted, 0..1
}

// Insights tells what the log tells about how the learner learns.
func (s *Session) Insights() Insights { return Insights{} }
