package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
)

// Map is the skills of a course as a graph, and the lessons around them.
type Map struct {
	Goal    string // title of what the learner came for; empty: everything
	Skills  []MapSkill
	Lessons []LessonProgress
	Detours []DetourTaken // oldest first
}

// MapSkill is one skill on the map.
type MapSkill struct {
	SkillState
	Stage   Stage
	Needs   []int // indexes of its prerequisites
	Waits   []Wait
	Lessons []*course.Lesson // that teach it
	InGoal  bool             // the goal asks for it
	Reviews int              // so far
	Traces  []Trace          // what moved it, oldest first
}

// Stage is how far a learner is with a skill.
type Stage string

// The stages.
const (
	StageNew     Stage = "new"     // ready to be begun
	StageWaiting Stage = "waiting" // a prerequisite is not known well enough
	StageOpen    Stage = "open"    // begun
	StageKnown   Stage = "known"
	StageTested  Stage = "tested" // known before its lesson
	StageDue     Stage = "due"    // known, and due for a review
)

// Wait is a prerequisite that is not known well enough.
type Wait struct {
	Skill   course.Skill
	Mastery float64 // 0..1
	Line    float64 // mastery that is enough to build on
}

// DetourTaken is a change of road that was made.
type DetourTaken struct {
	From, To string // titles
	When     time.Time
	Why      Reason
}

// Map tells the skills as a graph.
func (s *Session) Map() Map { return Map{} }
