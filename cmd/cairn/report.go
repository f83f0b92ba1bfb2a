package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/words"
)

// The parts that the reports of docs/path-json.md are made of. Fields are only
// ever added.

type reasonReport struct {
	Code   string  `json:"code"`
	Text   string  `json:"text"`
	By     string  `json:"by"`
	Title  string  `json:"title"`
	From   string  `json:"from"`
	Rule   string  `json:"rule"`
	Number float64 `json:"number"`
	Limit  float64 `json:"limit"`
	Days   int     `json:"days"`
}

type dueReport struct {
	Kind   string       `json:"kind"`
	ID     string       `json:"id"`
	Title  string       `json:"title"`
	Skill  string       `json:"skill"`
	Recall float64      `json:"recall"`
	Since  int          `json:"since"`
	On     *string      `json:"on"`
	Lapses int          `json:"lapses"`
	Why    reasonReport `json:"why"`
}

type forecastReport struct {
	From50 *string `json:"from50"`
	To50   *string `json:"to50"`
	From80 *string `json:"from80"`
	To80   *string `json:"to80"`
	Status string  `json:"status"`
}

type weekReport struct {
	Done int `json:"done"`
	Of   int `json:"of"`
}

type unclearReport struct {
	Text   string    `json:"text"`
	When   time.Time `json:"when"`
	Lesson string    `json:"lesson"`
}

func reportReason(r learn.Reason) reasonReport {
	return reasonReport{
		Code: string(r.Code), Text: words.English().Why(r), By: by(r.By), Title: r.Title, From: r.From, Rule: r.Rule,
		Number: thousandths(r.Number), Limit: thousandths(r.Limit), Days: r.Days,
	}
}

// by names who decided.
func by(s learn.Source) string {
	if s == learn.ByOrder {
		return "course"
	}
	return string(s)
}

func reportDue(list []learn.Due) []dueReport {
	reports := []dueReport{}
	for _, d := range list {
		reports = append(reports, dueReport{
			Kind: string(d.Kind), ID: d.ID, Title: d.Title, Skill: d.Skill, Recall: thousandths(d.Recall),
			Since: d.Since, On: day(d.On), Lapses: d.Lapses, Why: reportReason(d.Why),
		})
	}
	return reports
}

func reportForecast(f *learn.Forecast) *forecastReport {
	if f == nil {
		return nil
	}
	return &forecastReport{day(f.From50), day(f.To50), day(f.From80), day(f.To80), string(f.Status)}
}

func reportWeek(w *learn.Week) *weekReport {
	if w == nil {
		return nil
	}
	return &weekReport{w.Done, w.Of}
}

func reportUnclear(u *learn.Unclear) *unclearReport {
	if u == nil {
		return nil
	}
	return &unclearReport{u.Text, u.When, lessonID(u.Lesson)}
}

// lessonID is the id of a lesson; empty for none.
func lessonID(l *course.Lesson) string {
	if l == nil {
		return ""
	}
	return l.ID
}

// day writes a date, such as 2026-03-02; nil for none.
func day(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	s := t.Format(time.DateOnly)
	return &s
}

// weekday writes a day of the week as settings have it: mon, tue, …
func weekday(d time.Weekday) string { return strings.ToLower(d.String()[:3]) }

// tenths and thousandths round to what is meant.
func tenths(n float64) float64      { return math.Round(n*10) / 10 }
func thousandths(n float64) float64 { return math.Round(n*1000) / 1000 }

// writeJSON prints a value as JSON that no terminal acts on.
func writeJSON(w io.Writer, v any) error {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("writing down the report: %w", err)
	}
	if _, err := fmt.Fprintf(w, "%s\n", textsafe.JSON(data)); err != nil {
		return fmt.Errorf("printing the report: %w", err)
	}
	return nil
}
