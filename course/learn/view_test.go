package learn_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// view prints a view of the session, the same each time.
func (l *learner) view(verb string) string {
	switch verb {
	case "plan":
		return planText(l.s.Plan())
	case "insights":
		return insightsText(l.s.Insights())
	case "weeks":
		return weeksText(l.s.Plan().Weeks)
	case "decisions":
		return decisionsText(l.s.Decisions())
	}
	l.t.Fatalf("no such view: %q", verb)
	return ""
}

func date(t time.Time) string {
	if t.IsZero() {
		return "none"
	}
	return t.Format("Mon 2 Jan 2006")
}

func planText(p learn.Plan) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "  "+format+"\n", args...) }
	goal := "everything"
	if p.Goal != "" {
		goal = "“" + p.Goal + "”"
	}
	line("%s: %d of %d skills and %d lessons to go, by %s", goal, p.Skills, p.Of, p.Lessons, date(p.Until))
	line("%d minutes on %v, speed %.2f: new %.0f, review %.0f", p.Sitting, p.Days, p.Speed, p.New, p.Review)
	if p.Resting {
		line("resting")
	}
	if f := p.Forecast; f != nil {
		line("%s: %s to %s, or %s to %s", f.Status, date(f.From50), date(f.To50), date(f.From80), date(f.To80))
	}
	for _, v := range p.Levers {
		said := string(v.Kind)
		switch v.Kind {
		case learn.LeverDate:
			said += " " + date(v.Date)
		case learn.LeverPreset:
			said += " " + v.Sure
		case learn.LeverMinutes, learn.LeverGoal, learn.LeverSure:
			said += fmt.Sprintf(" %d to %d", v.From, v.To)
		}
		if v.Goal != "" {
			said += " “" + v.Goal + "”"
		}
		line("lever %s, ends %s, does %v", said, date(v.Ends), v.Does)
	}
	for _, d := range p.Coming {
		if d.Mine || d.Minutes > 0 {
			line("%s: spent %.0f, review %.1f, new %.1f %s", d.Day.Format("Mon 2"), d.Minutes, d.Review, d.New, strings.Join(d.Titles, ", "))
		}
	}
	return strings.TrimRight(b.String(), "\n ")
}

func weeksText(w *learn.WeekRun) string {
	if w == nil {
		return "  weeks are off"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "  %d of %d, run %d, best %d, total %d", w.Done, w.Of, w.Run, w.Best, w.Total)
	for _, p := range w.Past {
		fmt.Fprintf(&b, "\n    %s: %d of %d", p.Monday.Format("Mon 2 Jan"), p.Done, p.Of)
		if p.Kept {
			b.WriteString(", kept")
		}
		if p.Rest {
			b.WriteString(", rest")
		}
	}
	return b.String()
}

func insightsText(in learn.Insights) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, "  "+format+"\n", args...) }
	line("%.1f minutes, %d answers, keeps %.2f", in.Minutes, in.Answers, in.Keeps)
	for _, k := range in.Strong {
		line("strong %s %.2f", k.Skill.ID, k.Mastery)
	}
	for _, k := range in.Weak {
		line("weak %s %.2f", k.Skill.ID, k.Mastery)
	}
	for _, m := range in.SureMisses {
		line("sure and wrong: %s in %s on %s, right since %v", m.Question.ID, m.Lesson.ID, m.When.Format("Mon 2 Jan 15:04"), m.Right)
	}
	if c := in.Calibration; c != nil {
		line("guess %d of %d, fairly %d of %d, sure %d of %d", c.Guess.Right, c.Guess.Asked, c.Fairly.Right, c.Fairly.Asked, c.Sure.Right, c.Sure.Asked)
	}
	for _, h := range in.Hours {
		line("%d to %d o'clock: %d of %d", h.From, h.To, h.Right, h.Asked)
	}
	for _, d := range in.Days {
		line("%s: %.1f minutes, %d answers, %d reviews, %d lessons", d.Day.Format("Mon 2 Jan"), d.Minutes, d.Answers, d.Reviews, d.Lessons)
	}
	for _, t := range in.Lessons {
		line("%s took %.1f", t.Lesson.ID, t.Minutes)
	}
	if r := in.Recall; r != nil {
		line("recalled %d of %d, expected %.2f", r.Right, r.Asked, r.Expected)
	}
	for _, d := range in.Leeches {
		line("leech %s, %d lapses", d.ID, d.Lapses)
	}
	for _, u := range in.Unclear {
		line("unclear: %s", u.Text)
		for _, k := range u.Skills {
			line("  about %s", k.ID)
		}
	}
	if f := in.Forecast; f != nil {
		line("through %s to %s", date(f.From80), date(f.To80))
	}
	return strings.TrimRight(b.String(), "\n ")
}

func decisionsText(list []learn.Record) string {
	var lines []string
	for _, r := range list {
		at := "-"
		if r.Lesson != nil {
			at = r.Lesson.ID
		}
		lines = append(lines, fmt.Sprintf("  %s %s at %s: %s", r.Event.Kind, r.Event.What, at, reason(r.Why)))
	}
	return strings.Join(lines, "\n")
}
