package learn_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
)

// today tells what a day holds.
func today(t learn.Today) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %s, %.0f of %d minutes", t.Day.Format("Mon 2 Jan"), t.Spent, t.Sitting)
	for _, on := range []struct {
		is   bool
		name string
	}{{t.Planned, "planned"}, {t.Resting, "resting"}, {t.First, "first"}} {
		if on.is {
			b.WriteString(", " + on.name)
		}
	}
	if t.Week != nil {
		fmt.Fprintf(&b, ", %d of %d days", t.Week.Done, t.Week.Of)
	}
	fmt.Fprintf(&b, "\n    next: %s, %d minutes (%s)", t.Next.Title, t.Next.Minutes, reason(t.Next.Why))
	fmt.Fprintf(&b, "\n    due: %d minutes, tomorrow %d", t.DueMinutes, t.Tomorrow)
	for _, d := range t.Due {
		b.WriteString("\n      " + due(d))
	}
	for _, d := range t.Leeches {
		b.WriteString("\n    leech: " + due(d))
	}
	if u := t.Unclear; u != nil {
		fmt.Fprintf(&b, "\n    unclear: “%s”", u.Text)
		for _, k := range u.Skills {
			b.WriteString(", " + k.ID)
		}
	}
	return b.String()
}

func due(d learn.Due) string {
	return fmt.Sprintf("%s %s, %.2f, %d days ago, on %s, missed %d (%s)", d.Kind, d.ID, d.Recall, d.Since, day(d.On), d.Lapses, reason(d.Why))
}

func day(t time.Time) string {
	if t.IsZero() {
		return "no day"
	}
	return t.Format("2 Jan")
}

// decision tells why a step is next.
func decision(d learn.Decision) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  %s, by “%s”", d.Title, d.Source)
	for _, r := range d.Why {
		b.WriteString("\n    " + reason(r))
	}
	if d.Over != nil {
		b.WriteString("\n    over: " + reason(*d.Over))
	}
	for _, f := range d.Figures {
		fmt.Fprintf(&b, "\n    %s %.2f of %.2f, %d to go", f.Skill.ID, f.Mastery, f.Line, f.Left)
		for _, t := range f.Traces {
			fmt.Fprintf(&b, "\n      %s %s %+.1f to %.2f", t.What, t.Title, t.Points, t.Mastery)
		}
	}
	for _, m := range d.IfRight {
		fmt.Fprintf(&b, "\n    if right: %s", moved(m))
	}
	for _, m := range d.IfWrong {
		fmt.Fprintf(&b, "\n    if wrong: %s", moved(m))
	}
	for _, a := range d.Else {
		fmt.Fprintf(&b, "\n    or %s", a.Kind)
		if a.Title != "" {
			b.WriteString(" " + a.Title)
		}
		if a.Builds > 0 {
			fmt.Fprintf(&b, ", %d build on it", a.Builds)
		}
	}
	return b.String()
}

// moved tells what an answer did to a skill.
func moved(m learn.SkillMove) string {
	said := fmt.Sprintf("%s %.2f to %.2f", m.Skill.ID, m.Before, m.After)
	switch {
	case m.Now:
		said += fmt.Sprintf(" known, again in %d", m.Next)
	case m.Mastered:
		said += fmt.Sprintf(", again in %d", m.Next)
	default:
		said += fmt.Sprintf(", %d to go", m.Left)
	}
	return said
}

// skillMap tells the skills as a graph.
func skillMap(m learn.Map) string {
	var b strings.Builder
	fmt.Fprintf(&b, "  goal “%s”", m.Goal)
	for _, k := range m.Skills {
		fmt.Fprintf(&b, "\n    %s %s %.2f", k.Skill.ID, k.Stage, k.Mastery)
		if !k.InGoal {
			b.WriteString(", beyond the goal")
		}
		if k.Reviews > 0 {
			fmt.Fprintf(&b, ", %d reviews", k.Reviews)
		}
		for _, w := range k.Waits {
			fmt.Fprintf(&b, ", waits for %s at %.2f of %.2f", w.Skill.ID, w.Mastery, w.Line)
		}
		for _, l := range k.Lessons {
			b.WriteString(", in " + l.ID)
		}
		for _, t := range k.Traces {
			fmt.Fprintf(&b, "\n      %s %s %+.1f to %.2f", t.What, t.Title, t.Points, t.Mastery)
		}
	}
	for _, d := range m.Detours {
		fmt.Fprintf(&b, "\n    from %s to %s: %s", d.From, d.To, reason(d.Why))
	}
	return b.String()
}

// settings tells how the program goes about a course.
func settings(list []learn.Setting) string {
	var lines []string
	for _, s := range list {
		line := fmt.Sprintf("  %s %s", s.ID, answer(s.Current))
		if s.Usual {
			line += ", as usual"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
