package main

import (
	"time"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/plain"
)

// newWhy is cairn why: why the learner is where they are.
func newWhy(env environment) *cobra.Command {
	return newView(env, view{
		use:   "why",
		short: "Print why you are where you are in a course",
		long: "Why prints why you are where you are: who decided it, on what numbers and which\n" +
			"answers, over what else, what an answer would do, and what else you could do; in the\n" +
			"course named, or in every course that you have begun. Nothing is changed by looking.",
		example: "  cairn why git\n  cairn why git --json",
		text: func(s standing) plain.Account {
			d := decision(s)
			return append(plain.TellWhy(env.words(), d, true), plain.TellElse(env.words(), d.Else)...)
		},
		report: func(s standing) any { return reportWhy(s.Session.Course().ID, s.Session.Course().Title, decision(s)) },
	})
}

// decision is the present decision. It has one reason at least: that of the
// step.
func decision(s standing) learn.Decision {
	d := s.Session.Decision()
	if len(d.Why) == 0 {
		d.Why = []learn.Reason{s.Session.Step().At().Why}
	}
	return d
}

// whyReport is one course of cairn why --json.
type whyReport struct {
	Course  string              `json:"course"`
	Title   string              `json:"title"`
	For     string              `json:"for"`
	By      string              `json:"by"`
	Why     []reasonReport      `json:"why"`
	Numbers []numberReport      `json:"numbers"`
	Over    *reasonReport       `json:"over"`
	IfRight []moveReport        `json:"if_right"`
	IfWrong []moveReport        `json:"if_wrong"`
	Else    []alternativeReport `json:"else"`
}

type numberReport struct {
	ID      string        `json:"id"`
	Title   string        `json:"title"`
	Mastery float64       `json:"mastery"`
	Line    float64       `json:"line"`
	Answers int           `json:"answers"`
	Left    int           `json:"left"`
	Known   bool          `json:"known"`
	Recall  float64       `json:"recall"`
	Moved   []traceReport `json:"moved"`
}

type traceReport struct {
	Event   string    `json:"event"`
	Time    time.Time `json:"time"`
	What    string    `json:"what"`
	Title   string    `json:"title"`
	Outcome string    `json:"outcome"`
	Score   float64   `json:"score"`
	Hints   int       `json:"hints"`
	Points  float64   `json:"points"`
	Mastery float64   `json:"mastery"`
}

type moveReport struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Before float64 `json:"before"`
	After  float64 `json:"after"`
	Points float64 `json:"points"`
	Left   int     `json:"left"`
	Known  bool    `json:"known"`
}

type alternativeReport struct {
	Kind   string        `json:"kind"`
	Title  string        `json:"title"`
	Cost   *reasonReport `json:"cost"`
	Builds int           `json:"builds"`
}

func reportWhy(id, title string, d learn.Decision) whyReport {
	r := whyReport{
		Course: id, Title: title, For: d.Title, By: by(d.Source), Why: []reasonReport{}, Numbers: []numberReport{},
		IfRight: reportMoves(d.IfRight), IfWrong: reportMoves(d.IfWrong), Else: []alternativeReport{},
	}
	for _, why := range d.Why {
		r.Why = append(r.Why, reportReason(why))
	}
	for _, f := range d.Figures {
		r.Numbers = append(r.Numbers, reportNumber(f))
	}
	if d.Over != nil {
		over := reportReason(*d.Over)
		r.Over = &over
	}
	for _, a := range d.Else {
		e := alternativeReport{Kind: string(a.Kind), Title: a.Title, Builds: a.Builds}
		if a.Cost != nil {
			cost := reportReason(*a.Cost)
			e.Cost = &cost
		}
		r.Else = append(r.Else, e)
	}
	return r
}

func reportNumber(f learn.Figure) numberReport {
	n := numberReport{
		ID: f.Skill.ID, Title: f.Skill.Title, Mastery: thousandths(f.Mastery), Line: thousandths(f.Line),
		Answers: f.Answers, Left: f.Left, Known: f.Mastered, Recall: thousandths(f.Recall), Moved: []traceReport{},
	}
	for _, t := range f.Traces {
		n.Moved = append(n.Moved, traceReport{
			Event: t.Event.ID(), Time: t.Event.Time, What: string(t.What), Title: t.Title, Outcome: string(t.Event.Outcome),
			Score: t.Event.Score, Hints: t.Event.Hints, Points: thousandths(t.Points), Mastery: thousandths(t.Mastery),
		})
	}
	return n
}

func reportMoves(moves []learn.SkillMove) []moveReport {
	reports := []moveReport{}
	for _, m := range moves {
		reports = append(reports, moveReport{
			m.Skill.ID, m.Skill.Title, thousandths(m.Before), thousandths(m.After), thousandths(m.Points), m.Left, m.Mastered,
		})
	}
	return reports
}
