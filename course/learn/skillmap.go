package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// Map is the skills of a course as a graph, and the lessons around them.
type Map struct {
	Goal    string // title of what the learner came for; empty: everything
	Known   int    // skills that are known, of
	Of      int    // those that the goal asks for and that can be checked
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
	StagePassed  Stage = "passed" // its lessons were passed over, and it was not shown
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

// Map tells the skills as a graph, with what each waits for.
func (s *Session) Map() Map {
	s = s.asOfNow()
	m := Map{Goal: s.goalTitle(), Lessons: s.Progress().Lessons, Detours: s.detoursTaken()}
	m.Known, m.Of = s.standing()
	in := s.inGoal()
	traces := s.traces()
	for i := range s.index.skills.list {
		k := MapSkill{
			SkillState: s.skillState(i), Needs: s.index.skills.graph.Needs(i), Stage: s.stage(i),
			Lessons: s.index.skills.taught[i], InGoal: in == nil || in[i], Reviews: s.state.reviewed[i], Traces: traces[i],
		}
		for _, n := range k.Needs {
			b := &s.state.learner.Skills[n]
			if !b.Mastered && b.Points < model.Points(s.state.engine.Gate) {
				k.Waits = append(k.Waits, Wait{Skill: s.index.skills.list[n], Mastery: b.Mastery(), Line: s.state.engine.Gate})
			}
		}
		m.Skills = append(m.Skills, k)
	}
	return m
}

// stage is how far the learner is with a skill.
func (s *Session) stage(i int) Stage {
	e, l := s.state.engine, s.state.learner
	switch k := &l.Skills[i]; {
	case k.Mastered && e.Due(l, i):
		return StageDue
	case k.Mastered && k.Tested && !k.Taught:
		return StageTested
	case k.Mastered:
		return StageKnown
	case k.Answers > 0 || k.Taught:
		return StageOpen
	case s.passedOver(i):
		return StagePassed
	case !e.Ready(l, i):
		return StageWaiting
	}
	return StageNew
}

// passedOver reports whether all the lessons of the road that teach a skill were
// passed over.
func (s *Session) passedOver(i int) bool {
	passed := false
	for _, l := range s.index.skills.taught[i] {
		if !s.index.onPath[l.ID] {
			continue
		}
		if s.state.lesson(l.ID).skipped == nil {
			return false
		}
		passed = true
	}
	return passed
}

// standing is how many skills are known, of those that the goal asks for and
// that the course can check.
func (s *Session) standing() (known, of int) {
	in := s.inGoal()
	for i := range s.index.skills.list {
		if in != nil && !in[i] || !s.askable(i) {
			continue
		}
		of++
		if s.state.learner.Skills[i].Mastered {
			known++
		}
	}
	return known, of
}

// goal is what the learner came for; nil: they did not say, and there are several or none.
func (s *Session) goal() *course.Goal {
	chosen := s.chosenGoal()
	for i := range s.course.Goals {
		if s.course.Goals[i].ID == chosen {
			return &s.course.Goals[i]
		}
	}
	return nil
}

func (s *Session) goalTitle() string {
	if g := s.goal(); g != nil {
		return g.Title
	}
	return ""
}

// inGoal says which skills the goal asks for, with what they build on; nil: all.
func (s *Session) inGoal() []bool { return s.asksFor(s.goal()) }

// detoursTaken lists the changes of road that stand, oldest first.
func (s *Session) detoursTaken() []DetourTaken {
	undone := undoings(s.events)
	var out []DetourTaken
	events := s.index.standing(s.events)
	for i := range events {
		e := &events[i]
		if e.Kind == KindReset && ResetKind(e.What) == ResetCourse {
			out = nil
		}
		if e.Kind != KindDetoured && e.Kind != KindJumped || e.What == whatAsk || undone[e.ID()] > i || e.Reason == nil || s.index.lessons[e.To] == nil {
			continue
		}
		out = append(out, DetourTaken{From: s.index.title(e.Lesson), To: s.index.title(e.To), When: e.Time, Why: *e.Reason})
	}
	return out
}
