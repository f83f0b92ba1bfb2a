package main

import (
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/words"
)

// newProgress is cairn progress: where the learner stands.
func newProgress(env environment) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "progress [COURSE|DIR]",
		Short: "Print where you stand, in one course or in all",
		Long: "Progress prints where you stand: in the course named, or in every course that you\n" +
			"have begun. Nothing is changed by looking.",
		Example:           "  cairn progress\n  cairn progress git --json",
		ValidArgsFunction: completeCourses,
		Args:              oneCourse("progress"),
		RunE: func(_ *cobra.Command, args []string) error {
			reports, gone, err := progressReports(env, args)
			if err != nil {
				return err
			}
			if asJSON {
				return writeReports(env.out, reports)
			}
			return writeProgress(env.out, env.words(), reports, gone)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, in a form that stays")
	cmd.AddCommand(newExport(env), newImport(env), newDelete(env), newReset(env), newShare(env))
	return cmd
}

// progressReport is one course of cairn progress --json, as
// docs/progress-json.md describes it. Fields are only ever added.
type progressReport struct {
	Course      string         `json:"course"`
	Title       string         `json:"title"`
	Started     bool           `json:"started"`
	Finished    bool           `json:"finished"`
	Done        int            `json:"done"`
	Of          int            `json:"of"`
	Minutes     float64        `json:"minutes"`
	MinutesLeft int            `json:"minutes_left"`
	Last        *time.Time     `json:"last"`
	Here        string         `json:"here"`
	Lessons     []lessonReport `json:"lessons"`
	Skills      []skillReport  `json:"skills"`
	Due         int            `json:"due"`
	Leeches     int            `json:"leeches"`
	Disputes    int            `json:"disputes"`
}

type lessonReport struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Module   string `json:"module"`
	State    string `json:"state"`
	Optional bool   `json:"optional"`
	Right    int    `json:"right"`
	Asked    int    `json:"asked"`
}

type skillReport struct {
	ID         string  `json:"id"`
	Title      string  `json:"title"`
	Mastery    float64 `json:"mastery"`
	Answers    int     `json:"answers"`
	Known      bool    `json:"known"`
	Recall     float64 `json:"recall"`
	NextReview *string `json:"next_review"`
}

// progressReports reads the progress of one course, of a folder of courses, or
// of every course that was begun. Gone are the courses that were begun and are
// not where they were.
func progressReports(env environment, args []string) (reports []progressReport, gone []library.Gone, err error) {
	home := openHome(env, true)
	defer home.close()
	return reportsOf(home, args)
}

func reportsOf(home home, args []string) (reports []progressReport, gone []library.Gone, err error) {
	found, gone, err := standings(home, args)
	if err != nil {
		return nil, nil, err
	}
	reports = []progressReport{}
	for _, s := range found {
		r := report(s.Opened)
		if r.Disputes, err = disputes(home, r.Course); err != nil {
			return nil, nil, err
		}
		reports = append(reports, r)
	}
	return reports, gone, err
}

// disputes counts how often the learner said that they had been right.
func disputes(home home, course string) (int, error) {
	events, err := home.log.Events(course)
	if err != nil {
		return 0, fmt.Errorf("reading the progress of %q: %w", course, err)
	}
	n := 0
	for _, e := range events {
		if e.Kind == learn.KindDisputed {
			n++
		}
	}
	return n, nil
}

func report(o library.Opened) progressReport {
	c, p, today := o.Session.Course(), o.Session.Progress(), o.Session.Today()
	r := progressReport{
		Course: c.ID, Title: c.Title, Started: p.Started, Finished: p.Finished, Done: p.Done, Of: p.Of,
		Minutes: tenths(p.Minutes), MinutesLeft: p.MinutesLeft,
		Lessons: []lessonReport{}, Skills: []skillReport{},
		Due: len(today.Due), Leeches: len(today.Leeches),
	}
	if !p.Last.IsZero() {
		r.Last = &p.Last
	}
	for _, l := range p.Lessons {
		if l.Here && p.Started {
			r.Here = l.Lesson.ID
		}
		r.Lessons = append(r.Lessons, lessonReport{
			ID: l.Lesson.ID, Title: l.Lesson.Title, Module: l.Module, State: string(l.State),
			Optional: l.Optional, Right: l.Right, Asked: l.Asked,
		})
	}
	for _, k := range p.Skills {
		r.Skills = append(r.Skills, skillReport{
			ID: k.Skill.ID, Title: k.Skill.Title, Mastery: thousandths(k.Mastery), Answers: k.Answers,
			Known: k.Mastered, Recall: thousandths(k.Recall), NextReview: day(k.Due),
		})
	}
	return r
}

// writeProgress prints progress for people.
func writeProgress(out io.Writer, w *words.Words, reports []progressReport, gone []library.Gone) error {
	p := printer{w: out}
	if len(reports)+len(gone) == 0 {
		p.line("%s", w.Shell.NoneBegun)
	}
	for i, r := range reports {
		if i > 0 {
			p.line("")
		}
		p.course(w, r)
	}
	p.gone(w, gone, len(reports) > 0)
	if p.err != nil {
		return fmt.Errorf("printing the progress: %w", p.err)
	}
	return nil
}

func (p *printer) course(w *words.Words, r progressReport) {
	p.line("%s", textsafe.Line(r.Title))
	spent := w.Days.Minutes(r.Minutes)
	switch {
	case r.Finished:
		p.line("  %s", w.Shell.Finished(r.Done, r.Of, spent))
	case r.Started:
		p.line("  %s", w.Shell.Begun(r.Done, r.Of, spent))
	default:
		p.line("  %s", w.Shell.NotBegun(r.Of))
	}
	module, states := "", lessonStates(w)
	for _, l := range r.Lessons {
		if l.State == string(learn.LessonOff) {
			continue
		}
		if l.Module != module && l.Module != "" {
			p.line("  %s", textsafe.Line(l.Module))
		}
		module = l.Module
		p.lesson(w, states[learn.LessonState(l.State)], l, l.ID == r.Here)
	}
	for _, k := range r.Skills {
		if k.Answers > 0 {
			p.line("  %7s  %s", w.Flow.Summary.Same(words.Percent(k.Mastery)), textsafe.Line(k.Title))
		}
	}
}

// lessonStates names what a lesson on the road can be, all as wide as the widest.
func lessonStates(w *words.Words) map[learn.LessonState]string {
	said := map[learn.LessonState]string{
		learn.LessonOpen: w.Outline.Open, learn.LessonBegun: w.Outline.Begun, learn.LessonDone: w.Outline.Done,
		learn.LessonSkipped: w.Outline.Skipped,
	}
	most := 0
	for _, s := range said {
		most = max(most, utf8.RuneCountInString(s))
	}
	for state, s := range said {
		said[state] = fmt.Sprintf("%-*s", most, s)
	}
	return said
}

func (p *printer) lesson(w *words.Words, state string, l lessonReport, here bool) {
	line := fmt.Sprintf("  %s  %s", state, textsafe.Line(l.Title))
	if l.Asked > 0 {
		line += ", " + w.Outline.Right(l.Right, l.Asked)
	}
	if l.Optional {
		line += ", " + w.Outline.Optional
	}
	if here {
		line += ", " + w.Outline.Here
	}
	p.line("%s", line)
}
