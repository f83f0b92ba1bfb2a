package learn

import "time"

// Plan is the rest of the course against the learner's time.
type Plan struct {
	Goal     string // title; empty: everything
	Skills   int    // still to be mastered
	Of       int
	Lessons  int            // still to be taken
	Days     []time.Weekday // the learner's days, from Monday
	Sitting  int            // minutes on each
	Until    time.Time      // the learner's date, at midnight UTC; zero: none
	New      float64        // minutes for what is new
	Review   float64        // minutes for reviews until then
	Speed    float64        // minutes taken for one that the author planned
	Forecast *Forecast      // nil: nothing is left, or nothing is known of how long it takes
	Levers   []Lever        // what would make the date; empty: it is met, or there is none
	Coming   []PlanDay      // today and the days after it
	Weeks    *WeekRun       // nil: switched off
	Resting  bool
}

// Forecast is when the course may be finished: ranges, never one date.
type Forecast struct {
	From50, To50 time.Time // half of all cases; days at midnight UTC
	From80, To80 time.Time // four of five cases
	Status       ForecastStatus
}

// ForecastStatus holds a forecast against the learner's date.
type ForecastStatus string

// How a forecast stands.
const (
	ForecastOpen  ForecastStatus = "open"     // there is no date
	ForecastOn    ForecastStatus = "on-track" // four of five cases make it
	ForecastTight ForecastStatus = "tight"    // half of them do
	ForecastLate  ForecastStatus = "late"     // fewer do
)

// Lever is one way to make the date.
type Lever struct {
	Kind LeverKind
	From int       // what holds now: minutes a week, skills, per cent of recall
	To   int       // what would do
	Date time.Time // LeverDate: the date that can be met
	Goal string    // LeverGoal: title of a goal that asks for less; empty: fewer skills
	Ends time.Time // day by which four of five cases would be through; zero: not in sight
	Does bool      // this lever alone makes the date
}

// LeverKind is what can be changed.
type LeverKind string

// The levers.
const (
	LeverMinutes LeverKind = "minutes" // more time each week
	LeverDate    LeverKind = "date"
	LeverGoal    LeverKind = "goal"
	LeverSure    LeverKind = "sure" // less sure, or a lower target of recall
)

// PlanDay is one day of the plan.
type PlanDay struct {
	Day     time.Time // its date, at midnight UTC
	Mine    bool      // one of the learner's days
	Review  float64   // minutes
	New     float64   // minutes
	Titles  []string  // of the lessons or skills booked
	Minutes float64   // spent, on a day that has begun
}

// Week is the learner's week so far.
type Week struct {
	Done int // days with something done
	Of   int // days planned
}

// WeekRun is the weeks in which the learner did what they had planned.
type WeekRun struct {
	Week
	Run   int // weeks in a row, rest weeks bridged
	Best  int
	Total int
	Past  []WeekDone // oldest first, this week last
}

// WeekDone is one week.
type WeekDone struct {
	Monday time.Time // at midnight UTC
	Week
	Kept bool // as many days as planned
	Rest bool // a free rest week
}

// Plan tells the rest of the course against the learner's time.
func (s *Session) Plan() Plan { return Plan{} }

// forecast is when the course may be finished; nil: nothing can be said.
func (s *Session) forecast() *Forecast { return s.Plan().Forecast }
