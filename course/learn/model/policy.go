package model

import "math"

// Act is what the policy would have the learner do.
type Act string

// The acts.
const (
	ActReview  Act = "review"  // a question on a mastered skill that is due
	ActTry     Act = "try"     // a question before the lesson
	ActLesson  Act = "lesson"  // the lesson
	ActAsk     Act = "ask"     // one more question after the lesson
	ActCheck   Act = "check"   // a question on the weakest prerequisite, Skill; For is what waits
	ActExplain Act = "explain" // another explanation
	ActTopUp   Act = "top-up"  // a review before it is due, as there is time
	ActLeave   Act = "leave"   // leave the skill for tomorrow
	ActRest    Act = "rest"    // nothing is left today
)

// Decision is what the policy chose, with what it chose it over.
type Decision struct {
	Act   Act
	Skill int // -1: none
	For   int // skill that a check is for; -1: none

	// Over is what would have come in its place, and OverSkill on what skill;
	// empty: nothing else was open.
	Over      Act
	OverSkill int
}

// dependants is how many points of recall one skill that builds on another is
// worth when reviews are put in order.
const dependants = 0.002

// Next is what the learner does best now: one more question on a review that
// just failed; reviews that are due, as long as they leave room for what is new;
// then the skill in progress; then the next one that is ready, in the order of
// the course; and in spare time what is remembered least. Goal says which skills
// the learner came for, and what these build on comes with them; nil: all.
func (e *Engine) Next(l *Learner, goal []bool) Decision {
	if goal != nil {
		goal = e.Closure(goal)
	}
	fresh, review := e.fresh(l, goal), e.NextReview(l, false)
	due := Decision{Act: ActReview, Skill: review, For: -1, OverSkill: -1}
	switch {
	case l.Reviewed >= 0 && l.Skills[l.Reviewed].Lapsed:
		due.Skill = l.Reviewed
		if fresh.Act != ActRest {
			due.Over, due.OverSkill = fresh.Act, fresh.Skill
		}
		return due
	case fresh.Act == ActRest && review >= 0:
		return due
	case fresh.Act == ActRest:
		if i := e.NextReview(l, true); i >= 0 {
			return Decision{Act: ActTopUp, Skill: i, For: -1, OverSkill: -1}
		}
		return fresh
	case review >= 0 && l.Reviews < e.ReviewShare*l.Minutes:
		due.Over, due.OverSkill = fresh.Act, fresh.Skill
		return due
	case review >= 0:
		fresh.Over, fresh.OverSkill = ActReview, review
	}
	return fresh
}

// Sooner is by how much recall a skill is reviewed sooner than others, for what
// builds on it.
func (e *Engine) Sooner(i int) float64 { return dependants * float64(e.builds[i]) }

// NextReview is the skill to review next: of those due, or with spare time of
// all those that are slipping, the one remembered least. What many skills build
// on comes a little sooner, and the same one not twice in a row. -1: none.
func (e *Engine) NextReview(l *Learner, spare bool) int {
	best, least, oldest := -1, 2.0, 0.0
	longer := math.Exp(l.Keeps)
	for i := range l.Skills {
		s := &l.Skills[i]
		if !s.Mastered {
			continue
		}
		if s.Lapsed {
			return i
		}
		stability, days := s.Memory.Stability*longer, float64(l.Today-s.Last)
		if !spare && (days < 1 || days+0.5 <= math.Min(e.FSRS.after(stability, e.due), maxStability)) {
			continue // before the day that DueOn rounds to
		}
		age := days / stability // the greater, the less is recalled
		if spare && (days == 0 || age < 0.999*e.slips) {
			continue
		}
		if best >= 0 && best != l.Reviewed && age <= oldest && e.builds[i] <= e.builds[best] {
			continue // it cannot come before the best so far
		}
		r := e.FSRS.Recall(stability, days)
		if spare && r >= e.Params.TopUp {
			continue
		}
		if r -= e.Sooner(i); i == l.Reviewed {
			r++
		}
		if r < least {
			best, least, oldest = i, r, age
		}
	}
	return best
}

// fresh is what to do about the skills that are not mastered. One that was
// reviewed just before, and is open again for it, comes after the others.
func (e *Engine) fresh(l *Learner, goal []bool) Decision {
	after := Decision{Act: ActRest, Skill: -1, For: -1, OverSkill: -1}
	if i := l.Current; i >= 0 {
		if d := e.Within(l, i); d.Act != ActLeave && i != l.Reviewed {
			return d
		}
	}
	for i := range l.Skills {
		if l.Skills[i].Mastered || goal != nil && !goal[i] || !e.Ready(l, i) {
			continue
		}
		switch d := e.Within(l, i); {
		case d.Act == ActLeave:
		case i == l.Reviewed:
			after = d
		default:
			return d
		}
	}
	return after
}

// Ready reports whether all that a skill builds on is known well enough.
func (e *Engine) Ready(l *Learner, i int) bool { return e.WaitsFor(l, i) < 0 }

// WaitsFor is the weakest prerequisite that is not known well enough to build
// on; -1: none.
func (e *Engine) WaitsFor(l *Learner, i int) int {
	weakest := -1
	for _, n := range e.needs[i] {
		s := &l.Skills[n]
		if !s.Mastered && s.Points < e.gate && (weakest < 0 || s.Points < l.Skills[weakest].Points) {
			weakest = n
		}
	}
	return weakest
}

// Weakest is the prerequisite that is known least, by what is still remembered
// of it; -1: there is none.
func (e *Engine) Weakest(l *Learner, i int) int {
	weakest, least := -1, 2.0
	for _, n := range e.needs[i] {
		if m := e.left(l, n); m < least {
			weakest, least = n, m
		}
	}
	return weakest
}

// left is the chance, 0..1, that a skill is known and not forgotten since.
func (e *Engine) left(l *Learner, i int) float64 {
	m := l.Skills[i].Mastery()
	if l.Skills[i].Mastered {
		m *= e.Recall(l, i)
	}
	return m
}

// Within is what to do about a skill that is not mastered: a question first
// where it may be known, then the lesson, then questions; after two misses in a
// row a look at what it builds on, after three another explanation, and in the
// end a night's sleep. ActLeave: nothing more today.
func (e *Engine) Within(l *Learner, i int) Decision {
	s := &l.Skills[i]
	d := Decision{Skill: i, For: -1, OverSkill: -1}
	switch {
	case s.Mastered || s.off(l.Today):
		d.Act = ActLeave
	case !s.Taught && !s.TriedBad && s.Points >= e.tryFrom:
		d.Act, d.Over, d.OverSkill = ActTry, ActLesson, i
	case !s.Taught:
		d.Act = ActLesson
	case s.Misses >= missesInRow:
		return e.remedy(l, i)
	default:
		d.Act = ActAsk
	}
	return d
}

// How many misses in a row ask for a remedy, and for the one that takes longest.
// A question with feedback teaches more in less time than being told once more
// (Roediger & Karpicke 2006; Rowland 2014), so one more comes between.
const (
	missesInRow     = 2
	missesToExplain = 3
)

// remedy is what to do after misses in a row.
func (e *Engine) remedy(l *Learner, i int) Decision {
	s := &l.Skills[i]
	d := Decision{Act: ActExplain, Skill: i, For: -1, Over: ActAsk, OverSkill: i}
	if s.Misses < missesToExplain {
		d.Act, d.Over = ActAsk, ActExplain
	}
	switch weakest := e.Weakest(l, i); {
	case s.Round == l.Today && s.Rounds >= e.Rounds:
		d.Act = ActLeave
	case !s.Checked && weakest >= 0 && !l.Skills[weakest].off(l.Today) && e.left(l, weakest) < e.Params.Line:
		return Decision{Act: ActCheck, Skill: weakest, For: i, Over: d.Act, OverSkill: i}
	}
	return d
}

// Leave leaves a skill for tomorrow.
func (e *Engine) Leave(l *Learner, i int) {
	s := &l.Skills[i]
	s.Off, s.Misses = l.Today, 0
}

// Support is how much help a learner gets unasked. It fades as they need it
// less: help that novices learn from hinders those who know (Tetzlaff et al.
// 2025).
type Support string

// The levels of support.
const (
	SupportFull   Support = "full"   // worked examples; a hint comes by itself after a miss
	SupportFading Support = "fading" // hints are pointed out
	SupportBare   Support = "bare"   // nothing unasked
)

// SupportFor is the support at a mastery in 0..1.
func SupportFor(mastery float64) Support {
	switch {
	case mastery < 0.5:
		return SupportFull
	case mastery <= 0.8:
		return SupportFading
	}
	return SupportBare
}

// Level is how hard a question is, as its author says.
type Level float64

// The levels, in log odds.
const (
	LevelEasy   Level = -0.8
	LevelNormal Level = 0
	LevelHard   Level = 0.8
)

// SuccessAim is the chance of a right answer that practice aims at: a comfort,
// not a promise.
const SuccessAim = 0.80

// Success predicts the chance, 0..1, of a right answer to a question of a level
// at a mastery given in points.
func Success(points float64, e Evidence, level Level) float64 {
	known := Mastery(points - float64(level))
	return known*(1-e.Slip) + (1-known)*e.Guess
}
