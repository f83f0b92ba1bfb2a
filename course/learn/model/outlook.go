package model

// Cost is what one skill takes by its author's estimates, in minutes.
type Cost struct {
	Lesson   float64 // all that teaches it
	Question float64 // one question on it
	Explain  float64 // another explanation of it; 0: there is none
}

func (c Cost) clean() Cost {
	return Cost{clamp(c.Lesson, 0, lessonMost), clamp(c.Question, 0, questionMost), clamp(c.Explain, 0, lessonMost)}
}

// costOf is what a skill takes, and with each explanation, where it builds on
// others, a look at the weakest of them.
func (e *Engine) costOf(i int, costs []Cost) Cost {
	if i >= len(costs) {
		return Cost{}
	}
	c := costs[i].clean()
	if len(e.needs[i]) > 0 {
		c.Explain += c.Question
	}
	return c
}

// work is what is left of a skill that is not mastered.
func (e *Engine) work(l *Learner, i int, costs []Cost) Work {
	s, c := &l.Skills[i], e.costOf(i, costs)
	w := Work{
		Skill: i, Mastery: s.Mastery(), Lesson: c.Lesson, Question: c.Question, Explain: c.Explain,
		Taught: s.Taught, Begun: s.Taught || s.Answers > 0,
	}
	if s.Taught {
		w.Lesson = 0
	}
	return w
}

// Expect is how many minutes a skill that is not mastered is expected to take
// until it is, by its author's estimates, from where the learner stands.
func (e *Engine) Expect(l *Learner, i int, costs []Cost) float64 {
	return e.rework().minutes(e.work(l, i, costs))
}

// ExpectReview is how many minutes a review of a skill is expected to bring
// later, by its author's estimates, as some are failed and open the skill again.
func (e *Engine) ExpectReview(i int, costs []Cost) float64 {
	_, opened := e.rework().review(e.costOf(i, costs))
	return opened
}

// Outlook begins an outlook from where a learner stands: the work that is left
// towards the goal, and all that is to be kept. Goal says which skills the
// learner came for; nil: all. Costs are by skill. The caller adds what the
// model does not know: pace, past weeks, speed, target, what was done today.
func (e *Engine) Outlook(l *Learner, goal []bool, costs []Cost) Outlook {
	o := Outlook{Today: l.Today, Keeps: l.Keeps, Recall: e.Target, FSRS: e.FSRS, share: e.ReviewShare, topUp: e.TopUp, rework: e.rework()}
	for i := range l.Skills {
		s := &l.Skills[i]
		switch {
		case s.Mastered:
			c := e.costOf(i, costs)
			o.Reviews = append(o.Reviews, Review{Skill: i, Memory: s.Memory, Last: s.Last, Question: c.Question, Explain: c.Explain, Reopens: true})
		case goal == nil || i < len(goal) && goal[i]:
			o.New = append(o.New, e.work(l, i, costs))
		}
	}
	return o
}

// DayMinutes is how long was learned on a day.
type DayMinutes struct {
	Day     Day
	Minutes float64
}

// PastWeeks is the last weeks, eight at most, the newest at the end, of a
// learner who began on the given day. A week is seven days, counted back from
// yesterday, so that no forecast waits for a Monday, and no week that had begun
// before the learner looks like a bad one. The days may be in any order and
// name a day more than once.
func PastWeeks(today, begun Day, days []DayMinutes) []Week {
	today = clampDay(today, -farAway, farAway)
	begun = clampDay(begun, today-7*weeksCount, today)
	weeks := make([]Week, (today-begun)/7)
	for _, d := range days {
		if d.Day >= today || d.Day < today-Day(7*len(weeks)) {
			continue
		}
		week := len(weeks) - 1 - int(today-1-d.Day)/7
		weeks[week][d.Day.Weekday()] += clamp(d.Minutes, 0, dayMost)
	}
	return weeks
}
