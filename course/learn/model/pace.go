package model

import "math"

// Pace is the time a learner means to give: on these days of a week, so many
// minutes each.
type Pace struct {
	On      [7]bool // by time.Weekday
	Minutes float64 // of one such day
}

// Days is how many days of a week are planned, 0..7.
func (p Pace) Days() int {
	n := 0
	for _, on := range p.On {
		if on {
			n++
		}
	}
	return n
}

// clean makes numbers of what is none: a day has no less than no minutes, and
// no more than it has.
func (p Pace) clean() Pace {
	p.Minutes = clamp(p.Minutes, 0, dayMost)
	return p
}

// Week is a week that goes as planned.
func (p Pace) Week() Week {
	p = p.clean()
	var w Week
	for d, on := range p.On {
		if on {
			w[d] = p.Minutes
		}
	}
	return w
}

// Week is the minutes learned on each day of a week, by time.Weekday.
type Week [7]float64

// Minutes is those of the whole week.
func (w Week) Minutes() float64 {
	sum := 0.0
	for _, minutes := range w {
		sum += minutes
	}
	return sum
}

// times is a week with so many times the minutes.
func (w Week) times(x float64) Week {
	for d := range w {
		w[d] *= x
	}
	return w
}

func (w Week) clean() Week {
	for d := range w {
		w[d] = clamp(w[d], 0, dayMost)
	}
	return w
}

// dayMost is the minutes of a day.
const dayMost = 24 * 60

// Activity is one lesson, question or task that a learner went through.
type Activity struct {
	Actual    float64 // minutes it took, time away from it left out
	Estimated float64 // minutes that its author thinks it takes
}

// How the speed of a learner is observed.
const (
	speedLast  = 30   // activities that count
	speedCap   = 3.0  // times its estimate that one activity counts at most
	speedPrior = 20.0 // minutes at the author's speed, that all learners begin with
	speedLow   = 0.4
	speedHigh  = 3.0
)

// Speed is how long a learner takes, as a multiple of the author's estimates:
// 0.4..3, and 1 of whom nothing is known. It is
//
//	(20 + actual minutes) / (20 + estimated minutes)
//
// over the last 30 activities, the newest at the end. No activity counts more
// than three times its estimate, so that one long break moves little. What has
// no estimate tells nothing and is passed over.
func Speed(activities []Activity) float64 {
	actual, estimated := speedPrior, speedPrior
	left := speedLast
	for i := len(activities) - 1; i >= 0 && left > 0; i-- {
		a := activities[i]
		if !(a.Estimated > 0) || math.IsInf(a.Estimated, 0) || !(a.Actual >= 0) {
			continue
		}
		left--
		estimated += a.Estimated
		actual += math.Min(a.Actual, speedCap*a.Estimated)
	}
	return clamp(actual/estimated, speedLow, speedHigh)
}

// What a skill takes, of which nothing more is known than how likely it is
// known: two questions at least, as mastery asks for two right answers.
const (
	questionsLeast   = 2.0
	questionsUnknown = 4.5 // more for a skill that is not known at all
)

// Questions is how many questions a skill is expected to take until it is
// mastered, where mastery is now the given one, 0..1:
//
//	2 + 4.5 * (1 - mastery)
func questions(mastery float64) float64 {
	return questionsLeast + questionsUnknown*(1-clamp(mastery, 0, 1))
}

// Work is one skill that is not mastered yet.
type Work struct {
	Skill    int
	Mastery  float64 // 0..1
	Lesson   float64 // minutes of what is left of its lesson, by the author's estimate
	Question float64 // minutes of one of its questions, by the author's estimate
	Explain  float64 // minutes of another explanation of it, by the author's estimate
	Taught   bool    // its lesson was gone through
	Begun    bool    // it was worked on before today
}

// lessonWhole is the mastery under which a lesson is expected to be gone
// through as a whole; from there on, as much of it as is not known.
const lessonWhole = 0.30

// The most minutes that are believed of one lesson and of one question.
const (
	lessonMost   = 24 * 60
	questionMost = 8 * 60
)

func (w Work) clean() Work {
	w.Mastery = clamp(w.Mastery, 0, 1)
	w.Lesson = clamp(w.Lesson, 0, lessonMost)
	w.Question = clamp(w.Question, 0, questionMost)
	w.Explain = clamp(w.Explain, 0, lessonMost)
	return w
}

// clampSpeed takes a speed that nobody gave for that of the author.
func clampSpeed(speed float64) float64 { return clamp(positive(speed, 1), speedLow, speedHigh) }
