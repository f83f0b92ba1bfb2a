package plain

import (
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// TellInsights tells what the log tells about how the learner learns. Now is
// the day it is.
func TellInsights(w *words.Words, in learn.Insights, now time.Time) Account {
	t := newTeller(w)
	if in.Answers == 0 && in.Minutes == 0 {
		t.say(w.Insights.None)
		return t.to
	}
	t.say(w.Insights.Sum(in.Minutes, in.Answers) + ".")
	t.skillList(w.Insights.Strong, in.Strong)
	t.skillList(w.Insights.Weak, in.Weak)
	t.sureMisses(in.SureMisses, now)
	if in.Calibration != nil {
		t.say(w.Insights.Calibration + t.w.Print.Colon)
		t.calibration(*in.Calibration)
	}
	if in.Recall != nil {
		t.say(w.Insights.Recall + t.w.Print.Colon + " " + w.Insights.Recalled(*in.Recall))
	}
	if in.Keeps > 0 {
		t.say(w.Insights.Keeps(in.Keeps))
	}
	t.leeches(in.Leeches)
	for i, u := range in.Unclear {
		if i == 0 {
			t.say(w.Insights.Unclear + t.w.Print.Colon)
		}
		t.item(t.unclearItem(u, now))
	}
	t.hours(in.Hours)
	for i, l := range in.Lessons {
		if i == 0 {
			t.say(w.Insights.Lessons + t.w.Print.Colon)
		}
		t.item(t.phrase(l.Lesson.Title, w.Days.Minutes(l.Minutes)))
	}
	t.days(in.Days, now)
	t.weeks(in.Weeks)
	t.outlook(in.Forecast, time.Time{}, now)
	return t.to
}

func (t *teller) skillList(heading string, skills []learn.SkillState) {
	for i, k := range skills {
		if i == 0 {
			t.say(heading + t.w.Print.Colon)
		}
		t.item(t.skill(k))
	}
}

func (t *teller) sureMisses(list []learn.SureMiss, now time.Time) {
	for i, m := range list {
		if i == 0 {
			t.say(t.w.Insights.Sure + t.w.Print.Colon)
		}
		parts := []string{t.w.Days.Date(m.When, now)}
		if m.Lesson != nil {
			parts = append(parts, t.w.Today.About(m.Lesson.Title))
		}
		if m.Right {
			parts = append(parts, t.w.Insights.SinceThen)
		}
		t.item(t.phrase(t.v.Named(inline(m.Question.Prompt)), parts...))
	}
}

// calibration tells how sure the learner was against how right.
func (t *teller) calibration(c learn.Calibration) {
	for i, tally := range []learn.Tally{c.Sure, c.Fairly, c.Guess} {
		if tally.Asked > 0 {
			t.item(t.phrase(t.w.Insights.Levels(3-i), t.w.Insights.Tally(tally)))
		}
	}
}

func (t *teller) unclearItem(u learn.Unclear, now time.Time) string {
	parts := []string{u.Text, t.w.Days.Date(u.When, now)}
	if u.Lesson != nil {
		parts = append(parts, t.w.Today.About(u.Lesson.Title))
	}
	return t.phrase("", parts...)
}

func (t *teller) hours(bands []learn.HourBand) {
	for i, b := range bands {
		if i == 0 {
			t.say(t.w.Insights.Hours + ". " + t.w.Insights.HoursHow)
		}
		t.item(t.phrase(t.v.Hours(b.From, b.To), t.w.Insights.Tally(b.Tally)))
	}
}

// days tells the calendar of activity, newest first.
func (t *teller) days(days []learn.DayWork, now time.Time) {
	if len(days) == 0 {
		return
	}
	t.say(t.w.Insights.Days(len(days)) + t.w.Print.Colon)
	for i := len(days) - 1; i >= 0; i-- {
		d := days[i]
		t.item(t.phrase(t.date(d.Day, now), t.w.Days.Minutes(d.Minutes), t.v.Answers(d.Answers), t.v.Reviews(d.Reviews), t.v.Finished(d.Lessons)))
	}
}

// date names a day, with the day of the week.
func (t *teller) date(day, now time.Time) string {
	return t.w.Days.Full(day, now)
}

// weeks tells the weeks in which the learner did what they had planned. Where
// nothing was done, nothing is said.
func (t *teller) weeks(r *learn.WeekRun) {
	if r == nil {
		return
	}
	said := t.week(&r.Week)
	if r.Total > 0 {
		said = sentences(said, t.v.Weeks(t.w.Insights.Run(r.Run, r.Best, r.Total)))
	}
	t.say(said)
	for i := len(r.Past) - 1; i >= 0; i-- {
		p := r.Past[i]
		var parts []string
		if p.Done > 0 {
			parts = append(parts, t.w.Insights.InWeek(p.Done, p.Of))
		}
		switch {
		case p.Rest:
			parts = append(parts, t.w.Insights.Rest)
		case p.Kept:
			parts = append(parts, t.w.Insights.Kept)
		}
		if len(parts) > 0 {
			t.item(t.phrase(t.v.WeekOf(t.w.Insights.WeekOf(p.Monday)), parts...))
		}
	}
}

// insights tells what the log tells about how the learner learns.
func (d *Dialogue) insights(string) {
	d.account(TellInsights(d.w, d.s.Insights(), d.s.Today().Day))
}
