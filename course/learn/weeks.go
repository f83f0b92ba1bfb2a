package learn

import "github.com/cairn-learn/cairn/course/learn/model"

// weeksShown is how many weeks of the past are told, this one among them.
const weeksShown = 12

// weekSoFar is the learner's week; nil: switched off.
func (s *Session) weekSoFar() *Week {
	if s.settingIs(SettingWeeks, "off") {
		return nil
	}
	c := s.countWeeks(s.state.learner.Today)
	return &Week{Done: c.Done, Of: c.Planned}
}

// weekRun is the weeks in which the learner did what they had planned; nil:
// switched off.
func (s *Session) weekRun() *WeekRun {
	if s.settingIs(SettingWeeks, "off") {
		return nil
	}
	today := s.state.learner.Today
	c := s.countWeeks(today)
	run := &WeekRun{Week: Week{Done: c.Done, Of: c.Planned}, Run: c.Run, Best: c.Best, Total: c.Total}
	first := max(s.planned()[0].From.Week(), today.Week()-7*(weeksShown-1))
	for week := first; week < today.Week(); week += 7 {
		run.Past = append(run.Past, s.pastWeek(week))
	}
	run.Past = append(run.Past, WeekDone{Monday: today.Week().Date(), Week: run.Week, Kept: c.Counts})
	return run
}

// pastWeek is one week that is over. It was rest when its run stood the Monday
// after, before anything was done on that day.
func (s *Session) pastWeek(monday model.Day) WeekDone {
	c := s.countWeeks(monday + 6)
	after := s.countWeeksBefore(monday+7, monday+7)
	return WeekDone{
		Monday: monday.Date(), Week: Week{Done: c.Done, Of: c.Planned}, Kept: c.Counts,
		Rest: !c.Counts && c.Planned > 0 && after.Run > 0,
	}
}

func (s *Session) countWeeks(day model.Day) model.WeekCount {
	return s.countWeeksBefore(day, day+1)
}

// countWeeksBefore counts the weeks as they stood on a day, with what was done
// before another one.
func (s *Session) countWeeksBefore(day, end model.Day) model.WeekCount {
	var active []model.Day
	for _, d := range s.daysWorked() {
		if d < end && s.state.active(d) {
			active = append(active, d)
		}
	}
	return model.CountWeeks(day, active, s.planned())
}

// planned is how many days of a week the learner meant to learn on, and since
// when; one entry at least.
func (s *Session) planned() []model.Planned {
	if len(s.state.plans) > 0 {
		return s.state.plans
	}
	return []model.Planned{{From: s.state.learner.Today, Days: len(s.state.weekdays())}}
}

// active reports whether anything was learned on a day.
func (s *state) active(d model.Day) bool {
	w := s.on(d)
	return w.Answers > 0 || w.Reviews > 0 || len(w.Lessons) > 0
}

// weekdays are the code words of the learner's days: as they chose, else by
// their pace.
func (s *state) weekdays() []string {
	if a, chosen := s.answers[string(SettingDays)]; chosen && len(a.Items) > 0 {
		return a.Items
	}
	chosen := ""
	if w := words(s.answers["pace"]); len(w) > 0 {
		chosen = w[0]
	}
	return spread(s.index.paceOf(chosen).Days)
}

// replan takes note of how many days of a week the learner means to learn on,
// where that changed.
func (s *state) replan() {
	days := len(s.weekdays())
	if n := len(s.plans); n == 0 || s.plans[n-1].Days != days {
		s.plans = append(s.plans, model.Planned{From: s.learner.Today, Days: days})
	}
}
