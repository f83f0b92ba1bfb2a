// Package simulate sends simulated learners through courses, to see how a
// policy for the next step fares when it is wrong about how people learn.
//
// A policy is tried in several worlds. A world is a way in which people might
// learn and forget; none of them is the model that the engine reckons with
// (Doroudi, Aleven & Brunskill 2017 call this a robust evaluation matrix). The
// recommended policy is not a copy of the engine: it is package model itself.
//
// Everything is a function of the seed. All policies meet the same learners with
// the same luck: what happens at the n-th question on a skill is drawn from the
// learner, the skill and n. Work is spread over all cores and put together in a
// fixed order, so that the same seed gives the same table, byte for byte.
//
// What comes out says which policy is robust. It is no forecast for people.
package simulate

// Minutes that things take.
const (
	lessonMinutes  = 5.0
	explainMinutes = 3.0
)

const (
	courseDays = 45 // a plan lasts so many days
	laterDays  = 30 // the delayed test comes so many days after that
)

// Moment is a point in a learner's time.
type Moment struct {
	Days float64 // since the course began
	Into float64 // minutes of study before it on the same day
}

// Mind is what a simulated learner truly knows. A Mind is used by one learner
// at a time and may be begun again for the next.
type Mind interface {
	// Begin makes the mind that of a learner who knows about the given share,
	// 0..1, of a curriculum.
	Begin(c *Curriculum, who Learner)
	// Answer answers a question and, when told, learns from the feedback.
	Answer(skill int, q Question, at Moment, told bool) bool
	// Read takes in the lesson, Explain a second explanation.
	Read(skill int, at Moment)
	Explain(skill int, at Moment)

	// Knows reports whether the learner has the skill at that moment.
	Knows(skill int, at Moment) bool
	// Firm reports the same, and that it is likely to be recalled: in at
	// least 80 % of cases.
	Firm(skill int, at Moment) bool
	// Learned reports whether the skill was ever learned, forgetting left out.
	Learned(skill int) bool
	// Recall is the chance, 0..1, that what was learned is still there.
	Recall(skill int, at Moment) float64
	// Score is the expected score, 0..1, on an open question.
	Score(skill int, at Moment) float64
}

// Learner is one simulated learner before they learned anything in the course.
type Learner struct {
	Luck  Dice
	Known []bool // skills known when the course begins
}
