package model

// Cost is what one skill takes by its author's estimates, in minutes.
type Cost struct {
	Lesson   float64 // all that teaches it
	Question float64 // one question on it
}

// Outlook begins an outlook from where a learner stands: the work that is left
// towards the goal, and all that is to be kept. Goal says which skills the
// learner came for; nil: all. Costs are by skill. The caller adds what the
// model does not know: pace, past weeks, speed, target, what was done today.
func (e *Engine) Outlook(l *Learner, goal []bool, costs []Cost) Outlook {
	o := Outlook{Today: l.Today, Keeps: l.Keeps, Recall: e.Target, FSRS: e.FSRS, share: e.ReviewShare, topUp: e.TopUp}
	for i := range l.Skills {
		s := &l.Skills[i]
		var c Cost
		if i < len(costs) {
			c = costs[i]
		}
		switch {
		case s.Mastered:
			o.Reviews = append(o.Reviews, Review{Skill: i, Memory: s.Memory, Last: s.Last, Question: c.Question})
		case goal == nil || i < len(goal) && goal[i]:
			w := Work{Skill: i, Mastery: s.Mastery(), Lesson: c.Lesson, Question: c.Question, Begun: s.Taught || s.Answers > 0}
			if s.Taught {
				w.Lesson = 0
			}
			o.New = append(o.New, w)
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
