package learn

import (
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// Progress is where a learner stands in a course.
type Progress struct {
	Started     bool
	Finished    bool             // the end of the road was reached, and nothing new is on it since
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
	Here     bool      // the learner is here now
	Why      Reason    // for lessons skipped, closed or passed over
	Finished time.Time // last; zero: never
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

// Progress tells where the learner stands.
func (s *Session) Progress() Progress { return s.progress(s.step.At().Lesson) }

// progress is Progress of a learner who is in the given lesson; nil: in none.
func (s *Session) progress(here *course.Lesson) Progress {
	p := Progress{Started: s.state.begun, Minutes: s.state.spent.Minutes(), Last: s.state.last}
	p.Finished = s.state.finished && s.ahead() == nil
	tally := s.tally()
	on := map[string]bool{}
	for _, st := range s.road() {
		if st.lesson == nil {
			if !st.off && !st.optional {
				p.Of += st.choose.Pick
			}
			continue
		}
		lp := s.lessonProgress(st.lesson, tally)
		lp.Module, lp.Optional, lp.Here = st.module, st.optional, st.lesson == here
		if st.off && (lp.State == LessonOpen || lp.State == LessonBegun && !s.within(st.lesson)) {
			lp.State, lp.Why = LessonOff, st.why
		}
		on[st.lesson.ID] = true
		if lp.State != LessonOff && !st.optional {
			p.Of++
			switch lp.State {
			case LessonDone, LessonSkipped:
				p.Done++
			case LessonOpen, LessonBegun:
				p.MinutesLeft += st.lesson.Minutes
			case LessonOff:
			}
		}
		p.Lessons = append(p.Lessons, lp)
	}
	for _, l := range s.course.Lessons {
		if !on[l.ID] {
			lp := s.offRoad(l, tally)
			lp.Here = l == here
			p.Lessons = append(p.Lessons, lp)
		}
	}
	for _, k := range s.course.Skills {
		p.Skills = append(p.Skills, s.skillState(s.index.skills.at[k.ID]))
	}
	return p
}

// within reports whether the learner is in the lesson, or in a detour from it.
func (s *Session) within(l *course.Lesson) bool { return s.here() == l }

// offRoad is where the learner stands in a lesson that is not on the path.
func (s *Session) offRoad(l *course.Lesson, tally map[string]score) LessonProgress {
	lp := s.lessonProgress(l, tally)
	lp.Optional = true
	if lp.State == LessonOpen {
		lp.State = LessonOff
		lp.Why = Reason{Code: WhyOptional, Title: l.Title}
	}
	return lp
}

func (s *Session) lessonProgress(l *course.Lesson, tally map[string]score) LessonProgress {
	lp := LessonProgress{Lesson: l, State: LessonOpen, Right: tally[l.ID].right, Asked: tally[l.ID].asked}
	switch st := s.state.lesson(l.ID); {
	case st.done:
		lp.State, lp.Finished = LessonDone, st.finished
	case st.skipped != nil:
		lp.State, lp.Why = LessonSkipped, *st.skipped
	case st.left:
		lp.State, lp.Why = LessonSkipped, Reason{Code: WhyThisAnswer}
	case st.begun:
		lp.State = LessonBegun
	}
	return lp
}

// score counts first tries.
type score struct{ right, asked int }

// tally counts the first tries of every lesson.
func (s *Session) tally() map[string]score {
	tally := map[string]score{}
	for id, q := range s.state.questions {
		if !q.checked {
			continue
		}
		t := tally[s.index.home[id]]
		t.asked++
		if !q.missed {
			t.right++
		}
		tally[s.index.home[id]] = t
	}
	return tally
}

// skillState is how well a skill is known, by its index.
func (s *Session) skillState(i int) SkillState {
	e, k := s.state.engine, &s.state.learner.Skills[i]
	m := k.Mastery()
	st := SkillState{
		Skill: s.index.skills.list[i], Mastery: m, Before: m, Answers: k.Answers, Line: e.Line(i),
		Mastered: k.Mastered, Tested: k.Tested, Misses: k.Misses,
	}
	if k.Mastered {
		st.Recall = e.Recall(s.state.learner, i)
		st.Due = e.DueOn(s.state.learner, k.Memory, k.Last).Date()
		if e.Due(s.state.learner, i) && k.Lapsed {
			st.Due = s.state.learner.Today.Date() // once more, to see whether it has gone
		}
		return st
	}
	st.Left = s.left(i, k, "")
	return st
}

// left is how many right answers without help a skill still takes, to other
// questions than the one named.
func (s *Session) left(i int, k *model.Skill, but string) int {
	e, typical := s.state.engine, s.typical(i, but)
	n := 0
	for points := k.Points; n < mostLeft && (k.Unaided+n < e.Needed(i) || points < model.Points(e.Line(i))); n++ {
		points += typical
		points = model.Points(model.Mastery(points) + (1-model.Mastery(points))*e.Learn)
	}
	return max(n, 1)
}

// mostLeft is as far as it is counted how many answers a skill takes.
const mostLeft = 9

// typical is how many points a right answer on a skill gives, by the question
// that would come next.
func (s *Session) typical(i int, but string) float64 {
	for _, q := range s.index.skills.asked[i] {
		if q.ID != but && s.state.unseen(q.ID) {
			return evidenceOf(q).Right()
		}
	}
	return model.Typed().Right()
}
