package tui

import (
	"math"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/chart"
	"github.com/cairn-learn/cairn/tui/words"
)

// skillBars draws how well skills are known, a line for each, with the line
// from which they count as known where it is the same for all.
func skillBars(env Env, list []learn.SkillState) []string {
	b := chart.Bars{Max: 1}
	for i, k := range list {
		if i == 0 {
			b.Line = k.Line
		}
		if k.Line != b.Line {
			b.Line = 0
		}
		b.Rows = append(b.Rows, chart.Bar{Label: shownTitle(k.Skill.Title), Text: env.Words.Decisions.To(words.Percent(k.Mastery)), Value: k.Mastery})
	}
	return b.Draw(env.Measure(), len(list), env.Theme.Chart())
}

// forecastLines draws a forecast with its two ranges, and says it; status says
// how it stands to the learner's date, if there is one.
func forecastLines(env Env, out *sheet, f *learn.Forecast, until, now time.Time, status string) {
	th, w, d := env.Theme, env.Words.Forecast, env.Words.Days
	day := func(t time.Time) float64 { return math.Max(float64(daysFrom(now, t)), 0) }
	line := chart.Timeline{
		Wide: [2]float64{day(f.From80), day(f.To80)}, Narrow: [2]float64{day(f.From50), day(f.To50)},
		TodayText: w.Today, WideText: [2]string{d.ShortDate(f.From80), d.ShortDate(f.To80)},
		NarrowText: [2]string{d.ShortDate(f.From50), d.ShortDate(f.To50)},
	}
	if f.Status != learn.ForecastOpen && !until.IsZero() {
		line.HasTarget, line.Target, line.TargetText = true, day(until), d.ShortDate(until)
	}
	if far := math.Max(day(f.To80), line.Target); far > 0 {
		line.Far = math.Ceil(far * 1.1)
	}
	height := 5
	if env.Measure() < 60 {
		height = 6
	}
	out.add(indent(line.Draw(env.Measure()-4, height, th.Chart()))...)
	signs := th.Chart().Signs()
	legend(env, out, chart.InkInfo, signs.Wide, w.Most(f.From80, f.To80, now))
	legend(env, out, chart.InkInfo, signs.Narrow, w.Half(f.From50, f.To50, now))
	if line.HasTarget {
		legend(env, out, chart.InkAccent, signs.Target, status)
	}
}

// legend says what a sign of a picture means.
func legend(env Env, out *sheet, ink chart.Ink, sign, text string) {
	lead := "  " + env.Theme.Chart().Paint(ink, sign) + " "
	for i, line := range wrapStyled(env.Theme.Text, text, env.Measure()-4) {
		if i > 0 {
			lead = "    "
		}
		out.add(lead + line)
	}
}

// calibration draws how often the learner was right by how sure they were.
func (s *insightsScreen) calibration(env Env, out *sheet) {
	c, w := s.data.Calibration, env.Words.Insights
	if c == nil {
		return
	}
	out.head(env, w.Calibration)
	b := chart.Bars{Max: 1}
	for i, t := range []learn.Tally{c.Guess, c.Fairly, c.Sure} {
		row := chart.Bar{Label: w.Levels(i + 1), Text: w.Tally(t), Value: math.NaN()}
		if t.Asked > 0 {
			row.Value = float64(t.Right) / float64(t.Asked)
		}
		b.Rows = append(b.Rows, row)
	}
	out.add(indent(b.Draw(env.Measure()-2, len(b.Rows), env.Theme.Chart()))...)
	out.note(env.Theme.Dim, w.CalHow, env.Measure())
}

// hours draws parts of the day, only where the answers tell them apart.
func (s *insightsScreen) hours(env Env, out *sheet) {
	w := env.Words.Insights
	if s.data.Hours == nil {
		return
	}
	out.head(env, w.Hours)
	b := chart.Bars{Max: 1}
	for _, h := range s.data.Hours {
		row := chart.Bar{Label: w.Band(h.From, h.To), Text: w.Tally(h.Tally), Value: math.NaN()}
		if h.Asked > 0 {
			row.Value = float64(h.Right) / float64(h.Asked)
		}
		b.Rows = append(b.Rows, row)
	}
	out.add(indent(b.Draw(env.Measure()-2, len(b.Rows), env.Theme.Chart()))...)
	out.note(env.Theme.Dim, w.HoursHow, env.Measure())
}

// calendarWeeks is how far back the calendar of activity goes at most.
const calendarWeeks = 26

// calendar draws the days on which something was done, as a heat map.
func (s *insightsScreen) calendar(env Env, out *sheet) {
	th, w, days := env.Theme, env.Words, s.data.Days
	if len(days) == 0 || s.data.day.IsZero() {
		return
	}
	out.head(env, w.Insights.Calendar)
	first := days[0].Day
	if least := s.data.day.AddDate(0, 0, -7*4+1); first.After(least) {
		first = least // an empty past tells where the days begin
	}
	if most := s.data.day.AddDate(0, 0, -7*calendarWeeks+1); first.Before(most) {
		first = most
	}
	c := chart.Calendar{Days: make([]float64, daysFrom(first, s.data.day)+1), Weekday: (int(first.Weekday()) + 6) % 7}
	c.Today = len(c.Days) - 1
	for i := range 7 {
		c.Weekdays[i] = w.Days.Letter(time.Weekday((i + 1) % 7))
	}
	for i := range c.Days {
		if day := first.AddDate(0, 0, i); day.Day() == 1 || i == 0 && day.Day() < 20 {
			c.Months = append(c.Months, chart.Month{At: i, Text: w.Days.Month(day.Month())})
		}
	}
	busiest := days[0]
	for _, d := range days {
		if i := daysFrom(first, d.Day); i >= 0 && i < len(c.Days) {
			c.Days[i] = d.Minutes
		}
		if d.Minutes > busiest.Minutes {
			busiest = d
		}
	}
	const lines = 8
	out.add(indent(c.Draw(env.Measure()-2, lines, th.Chart()))...)
	said := w.Insights.Days(len(days))
	if busiest.Minutes >= 1 {
		said += ", " + w.Insights.Busiest(busiest.Day, busiest.Minutes)
	}
	out.note(th.Dim, said, env.Measure())
}

// weeks draws the weeks that are past, and says which were as planned.
func (s *insightsScreen) weeks(env Env, out *sheet) {
	w, run := env.Words.Insights, s.data.Weeks
	if run == nil {
		return
	}
	out.head(env, w.Weeks)
	const most = 8
	past := run.Past[max(len(run.Past)-most, 0):]
	b := chart.Bars{Max: 7}
	for _, week := range past {
		text := w.InWeek(week.Done, week.Of)
		switch {
		case week.Kept:
			text += ", " + w.Kept
		case week.Rest:
			text = w.Rest
		case week.Done == 0:
			text = ""
		}
		b.Rows = append(b.Rows, chart.Bar{Label: w.WeekOf(week.Monday), Text: text, Value: float64(week.Done)})
	}
	out.add(indent(b.Draw(env.Measure()-2, len(b.Rows), env.Theme.Chart()))...)
	if run.Total > 0 {
		out.note(env.Theme.Dim, w.Run(run.Run, run.Best, run.Total), env.Measure())
	}
}

// recallBars draws what was still there in reviews against what was expected.
func (s *insightsScreen) recallBars(env Env, out *sheet, r *learn.Recalled) {
	w := env.Words.Insights
	if r.Asked == 0 {
		return
	}
	had := float64(r.Right) / float64(r.Asked)
	b := chart.Bars{Max: 1, Rows: []chart.Bar{
		{Label: w.Expected, Text: env.Words.Decisions.To(words.Percent(r.Expected)), Value: r.Expected},
		{Label: w.Had, Text: env.Words.Decisions.To(words.Percent(had)), Value: had},
	}}
	out.add(indent(b.Draw(env.Measure()-2, 2, env.Theme.Chart()))...)
}

// lessons draws how long lessons took.
func (s *insightsScreen) lessons(env Env, out *sheet) {
	b := chart.Bars{}
	for _, l := range s.data.Lessons {
		if l.Minutes > 0 && l.Lesson != nil {
			b.Rows = append(b.Rows, chart.Bar{Label: textsafe.Line(l.Lesson.Title), Text: env.Words.Days.ShortMinutes(l.Minutes), Value: l.Minutes})
		}
	}
	if len(b.Rows) == 0 {
		return
	}
	out.head(env, env.Words.Insights.Lessons)
	out.add(indent(b.Draw(env.Measure()-2, len(b.Rows), env.Theme.Chart()))...)
}
