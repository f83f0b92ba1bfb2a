package plain

import (
	"strings"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/words"
)

// firstDue is how much of what is due is told where all of it is elsewhere.
const firstDue = 3

// TellToday tells a day in full: what is due, what is next and why, and how
// long it takes. More is what is typed to hear all that is due; without it all
// is told here.
func TellToday(w *words.Words, day learn.Today, more string) Account {
	t := newTeller(w)
	t.say(t.due(day))
	t.say(t.next(day.Next))
	for i, d := range day.Due {
		if i == firstDue && more != "" && len(day.Due) > firstDue+1 {
			t.item(t.v.MoreDue(w.Today.More(len(day.Due)-firstDue), more))
			break
		}
		t.item(t.dueItem(d))
	}
	t.say(t.spent(day))
	t.say(t.week(day.Week))
	t.say(t.forecast(day.Forecast, day))
	if u := day.Unclear; u != nil {
		t.say(t.unclear(*u))
	}
	t.leeches(day.Leeches)
	return t.to
}

// TellDue lists what can be reviewed now, in the order of a review.
func TellDue(w *words.Words, day learn.Today) Account {
	t := newTeller(w)
	t.say(w.Today.Due(len(day.Due), day.DueMinutes))
	if len(day.Due) == 0 {
		t.to = nil
		t.say(w.Today.DueNone(day.Tomorrow))
	}
	for _, d := range day.Due {
		t.item(t.dueItem(d))
	}
	return t.to
}

// due says how much is due.
func (t *teller) due(day learn.Today) string {
	switch {
	case day.Resting && len(day.Due) > 0:
		return sentences(t.w.Today.Resting, t.w.Today.Due(len(day.Due), day.DueMinutes))
	case day.Resting:
		return t.w.Today.Resting
	case len(day.Due) > 0:
		return t.w.Today.Due(len(day.Due), day.DueMinutes)
	}
	return t.w.Today.DueNone(day.Tomorrow)
}

// dueItem says one item that is due, and why.
func (t *teller) dueItem(d learn.Due) string {
	why := d.Why
	why.Title = inline(why.Title)
	return sentences(t.v.Due(t.w.Today.Kinds[d.Kind], inline(d.Title)), t.w.WhyAfter(why))
}

// next says what comes next on the road.
func (t *teller) next(n learn.Next) string {
	if n.Title == "" {
		return t.w.Today.End
	}
	said := t.v.Next(inline(t.w.CourseTitle(n.Title)), n.Module)
	if n.Begun {
		said += ", " + t.w.Today.Begun
	}
	switch {
	case n.Minutes > 0 && n.Begun:
		said += ", " + t.w.Today.Left(n.Minutes)
	case n.Minutes > 0:
		said += ", " + t.w.Today.Takes(n.Minutes)
	}
	return sentences(said+".", t.why(n.Why))
}

// spent says how much was done today, of how much.
func (t *teller) spent(day learn.Today) string {
	var parts []string
	if day.Spent > 0 {
		parts = append(parts, t.w.Today.Spent(day.Spent))
	}
	if day.Sitting > 0 {
		parts = append(parts, t.w.Today.Sitting(day.Sitting))
	}
	if !day.Planned {
		parts = append(parts, t.w.Today.Free)
	}
	if len(parts) == 0 {
		return ""
	}
	return t.v.Time(t.phrase("", parts...))
}

// week says how far the learner's week is.
func (t *teller) week(w *learn.Week) string {
	if w == nil {
		return ""
	}
	if said := t.w.Today.Week(w.Done, w.Of); said != "" {
		return t.v.Days(said)
	}
	return ""
}

// forecast says when the course may be finished.
func (t *teller) forecast(f *learn.Forecast, day learn.Today) string {
	if f == nil {
		return ""
	}
	return t.w.Forecast.Line(f, day.Day) + "."
}

// unclear says what the learner wrote was unclear.
func (t *teller) unclear(u learn.Unclear) string {
	said := t.w.Today.Unclear
	if u.Lesson != nil {
		said += ", " + t.w.Today.About(u.Lesson.Title)
	}
	return said + t.w.Print.Colon + " " + u.Text
}

// leeches says what is missed again and again.
func (t *teller) leeches(list []learn.Due) {
	for i, d := range list {
		if i == 0 {
			t.say(t.w.Today.Leeches + t.w.Print.Colon)
		}
		t.item(t.w.Today.Leech(inline(d.Title), d.Lapses) + ".")
	}
	if len(list) > 0 {
		t.say(t.w.Today.LeechHow)
	}
}

// today tells what the day holds, with all that is due when that is asked for.
func (d *Dialogue) today(arg string) {
	more := d.p.Views.TodayAll
	if strings.EqualFold(arg, "all") {
		more = ""
	}
	d.account(TellToday(d.w, d.s.Today(), more))
}
