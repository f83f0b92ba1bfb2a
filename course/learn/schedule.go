package learn

import (
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course/learn/model"
)

// Plan is the rest of the course against the learner's time.
type Plan struct {
	Goal     string         // title; empty: everything
	Skills   int            // still to be mastered
	Known    int            // of the same
	Of       int            // skills that the goal asks for and that can be checked
	Lessons  int            // still to be taken
	Days     []time.Weekday // the learner's days, from Monday
	Sitting  int            // minutes on each
	Until    time.Time      // the learner's date, at midnight UTC; zero: none
	New      float64        // minutes for what is new
	Review   float64        // minutes for reviews until the date, else the middle of the forecast, else the end of Coming
	Speed    float64        // minutes taken for one that the author planned
	Forecast *Forecast      // nil: nothing is left, or no end is in sight
	Levers   []Lever        // what would make the date; empty: it is met, or there is none
	Coming   []PlanDay      // today and the days after it
	Weeks    *WeekRun       // nil: switched off
	Resting  bool
}

// Forecast is when the course may be finished: ranges, never one date. None of
// them is more than five years away, which is how far is looked.
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
	Sure string    // LeverPreset: what SettingSure would be
	Ends time.Time // day by which four of five cases would be through; zero: not in sight
	Does bool      // this lever alone makes the date
	Set  *Set      // pulls it; nil: the learner chooses by hand
}

// LeverKind is what can be changed.
type LeverKind string

// The levers.
const (
	LeverMinutes LeverKind = "minutes" // more time each week
	LeverDate    LeverKind = "date"
	LeverGoal    LeverKind = "goal"
	LeverSure    LeverKind = "sure"   // a lower target of recall
	LeverPreset  LeverKind = "preset" // less sure before moving on
)

// PlanDay is one day of the plan.
type PlanDay struct {
	Day     time.Time // its date, at midnight UTC
	Mine    bool      // one of the learner's days
	Review  float64   // minutes
	New     float64   // minutes
	Titles  []string  // of all that is booked, each once
	Fresh   []string  // of them, what is new: lessons or skills
	Reviews int       // how many things are reviewed
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

// daysComing is how many days of the plan are told, today among them.
const daysComing = 14

// Plan tells the rest of the course against the learner's time.
func (s *Session) Plan() Plan {
	s = s.asOfNow()
	today, goal := s.state.learner.Today, s.inGoal()
	o := s.outlook(goal)
	p := Plan{
		Goal: s.goalTitle(), Skills: o.skills, Lessons: o.lessons, Days: s.weekdays(), Sitting: s.sitting(),
		Until: s.until(), Speed: o.Speed, Coming: s.coming(&o), Weeks: s.weekRun(), Resting: s.state.rested == today,
	}
	p.Known, p.Of = s.standing()
	end := today + daysComing - 1
	if len(o.New) > 0 {
		f := o.Forecast(s.seedOf(today))
		end = f.Middle()
		p.Forecast = forecastOf(f)
		p.Levers = s.levers(&o, f)
	}
	if o.Target >= today && o.Target != 0 {
		end = o.Target
	}
	left := o.Remaining(end)
	p.New, p.Review = left.New, left.Review
	return p
}

// forecast is when the course may be finished; nil: nothing is left, or no end
// is in sight.
func (s *Session) forecast() *Forecast {
	o := s.outlook(s.inGoal())
	if len(o.New) == 0 {
		return nil
	}
	return forecastOf(o.Forecast(s.seedOf(s.state.learner.Today)))
}

// forecastOf tells a forecast in dates; nil: half of the cases have none.
func forecastOf(f model.Forecast) *Forecast {
	if f.Half.Open {
		return nil
	}
	out := &Forecast{
		From50: f.Half.Earliest.Date(), To50: f.Half.Latest.Date(),
		From80: f.Most.Earliest.Date(), To80: f.Most.Latest.Date(),
	}
	switch f.Status {
	case model.OnTrack:
		out.Status = ForecastOn
	case model.Tight:
		out.Status = ForecastTight
	case model.NotFeasible:
		out.Status = ForecastLate
	case model.NoTarget:
		out.Status = ForecastOpen
	}
	return out
}

// weekdays are the learner's days, from Monday.
func (s *Session) weekdays() []time.Weekday {
	var days []time.Weekday
	on := s.week()
	for i := range 7 {
		if d := time.Weekday((i + 1) % 7); on[d] {
			days = append(days, d)
		}
	}
	return days
}

// coming is what is booked for the days to come.
func (s *Session) coming(o *outlook) []PlanDay {
	today, on := s.state.learner.Today, s.week()
	out := make([]PlanDay, daysComing)
	for i := range out {
		day := today + model.Day(i)
		out[i] = PlanDay{Day: day.Date(), Mine: on[day.Weekday()]}
	}
	out[0].Minutes = s.state.on(today).Spent.Minutes()
	for _, day := range o.Plan(daysComing).Days {
		d := &out[day.Day-today]
		book := func(list []model.Booking, minutes *float64) (titles []string) {
			for _, b := range list {
				if b.Minutes <= 0 {
					continue // what takes no time needs no day
				}
				*minutes += b.Minutes
				title := o.titles[b.Skill]
				titles = append(titles, title)
				if !slices.Contains(d.Titles, title) {
					d.Titles = append(d.Titles, title)
				}
			}
			return titles
		}
		d.Reviews = len(book(day.Reviews, &d.Review))
		d.Fresh = book(day.New, &d.New)
	}
	return out
}
