package main

import (
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// newToday is cairn today: what is due, what is next, how long it takes.
func newToday(env environment) *cobra.Command {
	return newView(env, view{
		use:   "today",
		short: "Print what is due, what is next, and how long it takes",
		long: "Today prints what a day holds: which reviews are due, what is next on the road and\n" +
			"why, and how long it takes; in the course named, or in every course that you have\n" +
			"begun. Nothing is changed by looking.",
		example: "  cairn today\n  cairn today git --json",
		text: func(s standing) plain.Account {
			today := s.Session.Today()
			return append(plain.TellToday(env.words(), today, listing(s.ref)), begin(env.words(), s.ref, today)...)
		},
		report: func(s standing) any { return reportToday(s) },
	})
}

// typeable reports whether a course's name can be typed as it is.
func typeable(ref string) bool {
	return strings.IndexFunc(ref, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/._-~", r)
	}) < 0
}

// listing is the command that prints all that is due.
func listing(ref string) string {
	if !typeable(ref) {
		return "cairn review --list"
	}
	return "cairn review " + ref + " --list"
}

// begin says what opens the course, as far as its name can be typed as it is.
func begin(w *words.Words, ref string, t learn.Today) plain.Account {
	if !typeable(ref) {
		return nil
	}
	if len(t.Due) > 0 && !t.Resting {
		return plain.Account{{Text: w.Shell.BeginReviews("cairn review " + ref)}}
	}
	return plain.Account{{Text: w.Shell.GoOn("cairn " + ref)}}
}

// todayReport is one course of cairn today --json.
type todayReport struct {
	Course     string          `json:"course"`
	Title      string          `json:"title"`
	Started    bool            `json:"started"`
	Day        *string         `json:"day"`
	First      bool            `json:"first"`
	Planned    bool            `json:"planned"`
	Resting    bool            `json:"resting"`
	Spent      float64         `json:"spent"`
	Sitting    int             `json:"sitting"`
	Due        []dueReport     `json:"due"`
	DueMinutes int             `json:"due_minutes"`
	Tomorrow   int             `json:"tomorrow"`
	Next       *nextReport     `json:"next"`
	Week       *weekReport     `json:"week"`
	Forecast   *forecastReport `json:"forecast"`
	Unclear    *unclearReport  `json:"unclear"`
	Leeches    []dueReport     `json:"leeches"`
}

type nextReport struct {
	Title   string       `json:"title"`
	Lesson  string       `json:"lesson"`
	Module  string       `json:"module"`
	Begun   bool         `json:"begun"`
	Minutes int          `json:"minutes"`
	Why     reasonReport `json:"why"`
}

func reportToday(s standing) todayReport {
	c, t := s.Session.Course(), s.Session.Today()
	r := todayReport{
		Course: c.ID, Title: c.Title, Started: s.Session.Progress().Started, Day: day(t.Day), First: t.First,
		Planned: t.Planned, Resting: t.Resting, Spent: tenths(t.Spent), Sitting: t.Sitting,
		Due: reportDue(t.Due), DueMinutes: t.DueMinutes, Tomorrow: t.Tomorrow, Week: reportWeek(t.Week),
		Forecast: reportForecast(t.Forecast), Unclear: reportUnclear(t.Unclear), Leeches: reportDue(t.Leeches),
	}
	if n := t.Next; n.Title != "" {
		r.Next = &nextReport{n.Title, lessonID(n.Lesson), n.Module, n.Begun, n.Minutes, reportReason(n.Why)}
	}
	return r
}
