package learn

import (
	"slices"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn/model"
)

// purpose is what the question of an answer was put for.
func (s *Session) purpose(e *Event) Purpose {
	switch e.What {
	case whatTry:
		return ForTry
	case whatPractice:
		return ForPractice
	case whatCheck:
		return ForCheck
	case whatReview:
		return ForReview
	}
	if s.index.placement(e.Lesson) {
		return ForPlacement
	}
	return ForLesson
}

// placeFeedback says where feedback stands: where its question was put.
func (s *Session) placeFeedback(f *Feedback, l *course.Lesson, e *Event) {
	switch f.Purpose {
	case ForLesson:
		f.Place = s.place(l, s.whyLesson(l))
		s.count(&f.Place, e)
	case ForPlacement:
		f.Place = s.place(l, Reason{Code: WhyPlacement, By: ByModel})
		if s.state.place != nil {
			s.countPlacement(&f.Place)
		}
	case ForReview:
		f.Place = s.place(nil, Reason{Code: WhyReviewed})
		if s.state.run != nil {
			f.Number, f.Of = s.state.run.through(), len(s.state.run.queue)
		}
	case ForTry, ForPractice, ForCheck:
		f.Place = s.place(l, Reason{Code: WhyNext})
	}
	if e.Reason != nil {
		f.Place.Why = *e.Reason
	}
}

// afterwards says whether the question is settled, what may be shown now, and
// what the answer did. A question put outside its place takes one try; one that
// was put before its lesson and missed is answered by the lesson.
func (s *Session) afterwards(f *Feedback, e *Event) {
	c, q := f.Question, s.state.question(f.Question.ID)
	if f.Purpose == ForLesson || f.Purpose == ForPlacement {
		f.Settled = q.settled
		f.TriesLeft = max(0, c.Tries-q.tries)
	} else {
		f.Settled = e.Outcome != course.Spelling
	}
	switch {
	case f.Settled && (f.Purpose != ForTry || f.Verdict.Outcome != course.Wrong):
		f.Reveal, f.Solution, f.Why = true, c.Solution(), c.Why
	case !f.Settled && f.Purpose == ForLesson:
		f.HintsLeft = hintsLeft(c, q)
		s.unasked(f, q)
	}
	f.SureMiss = e.Confidence == 3 && f.Verdict.Outcome == course.Wrong && !f.Answer.DontKnow
	if e.Confidence > 0 {
		f.Calibration = s.calibrationNow()
	}
	s.moved(f, e)
}

// unasked gives or points out a hint, by how much support the learner needs.
func (s *Session) unasked(f *Feedback, q *question) {
	if f.HintsLeft == 0 || f.Verdict.Outcome != course.Wrong {
		return
	}
	switch s.support(f.Question) {
	case model.SupportFull:
		f.Hint = f.Question.Hints[min(q.hints, len(f.Question.Hints)-1)]
	case model.SupportFading:
		f.HintReady = true
	case model.SupportBare:
	}
}

// moved says what the answer did to its skills.
func (s *Session) moved(f *Feedback, e *Event) {
	old := s.state.saved
	if old == nil || old.event != e.ID() {
		return
	}
	for _, i := range s.index.skillsOf(e.Item) {
		if before, changed := old.skills[i]; changed {
			f.Moved = append(f.Moved, s.skillMove(i, &before, s.state.learner, old.points[i], ""))
		}
	}
}

// skillMove compares a skill before an answer, which gave or took so many
// points, with what it is for a learner after it. The question named is the one
// that was answered.
func (s *Session) skillMove(i int, before *model.Skill, l *model.Learner, points float64, question string) SkillMove {
	after := &l.Skills[i]
	m := SkillMove{
		Skill: s.index.skills.list[i], Before: before.Mastery(), After: after.Mastery(), Points: points,
		Line: s.state.engine.Line(i), Mastered: after.Mastered, Now: after.Mastered && !before.Mastered,
	}
	if after.Mastered {
		m.Next = int(s.state.engine.DueOn(l, after.Memory, after.Last) - l.Today)
		return m
	}
	m.Left = s.left(i, after, question)
	return m
}

// ratingsShown is after how many ratings the learner is shown how sure they
// were against how right.
const ratingsShown = 10

// calibration is how sure the learner was against how right; nil before ten
// ratings.
func (s *Session) calibration() *Calibration {
	r := s.state.rated
	if r[1].Asked+r[2].Asked+r[3].Asked < ratingsShown {
		return nil
	}
	return &Calibration{Guess: r[1], Fairly: r[2], Sure: r[3]}
}

// calibrationNow is the calibration at each tenth rating, else nil.
func (s *Session) calibrationNow() *Calibration {
	r := s.state.rated
	if (r[1].Asked+r[2].Asked+r[3].Asked)%ratingsShown != 0 {
		return nil
	}
	return s.calibration()
}

// swap is the question to put in the place of one of a lesson, harder or easier:
// out of the same pool, and never asked. Nil: there is none.
func (s *Session) swap(q *course.Question, harder bool) *course.Question {
	pool := s.index.pool[q.ID]
	if pool == nil {
		return nil
	}
	picked := s.pick(s.index.home[q.ID], pool)
	return s.other(q, harder, func(o *course.Question) bool {
		return s.index.pool[o.ID] == pool && s.state.unseen(o.ID) && !slices.Contains(picked, o)
	})
}
