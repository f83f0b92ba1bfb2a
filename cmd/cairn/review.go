package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/plain"
)

// leastMinutes is the shortest review.
const leastMinutes = 2

// minutes is how long a review takes, as it is typed.
type minutes int

// Set reads what was typed.
func (m *minutes) Set(typed string) error {
	n, err := strconv.Atoi(typed)
	if err != nil || n < leastMinutes {
		return fmt.Errorf("type a whole number of minutes, %d or more", leastMinutes)
	}
	*m = minutes(n)
	return nil
}

// String is the number; Type is what the help calls it.
func (m *minutes) String() string { return strconv.Itoa(int(*m)) }
func (m *minutes) Type() string   { return "int" }

// reviewFlags is what cairn review takes.
type reviewFlags struct {
	minutes             minutes
	list, json, asPlain bool
}

// newReview is cairn review: it begins a review, or lists what is due.
func newReview(env environment) *cobra.Command {
	var f reviewFlags
	due := view{
		use:    "review",
		text:   func(s standing) plain.Account { return plain.TellDue(env.words(), s.Session.Today()) },
		report: func(s standing) any { return reportReview(s) },
	}
	cmd := &cobra.Command{
		Use:   "review [COURSE|DIR]",
		Short: "Review what is due, or list it",
		Long: "Review opens a course with a review of what is due, in the front end that suits. A\n" +
			"review can be left at any time. Without a course it opens the one in which\n" +
			"something is due; where that are several, it lists them.\n\n" +
			"With --list or --json nothing is opened or changed: what is due is printed.",
		Example:           "  cairn review git\n  cairn review git --minutes 5\n  cairn review --list",
		ValidArgsFunction: completeCourses,
		Args:              oneCourse("review"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !f.list && !f.json {
				return review(env, args, f)
			}
			for _, name := range []string{"minutes", "plain"} {
				if cmd.Flags().Changed(name) {
					return usage(fmt.Errorf("--%s is for a review that is opened; --list and --json print all that is due and open nothing", name))
				}
			}
			return due.print(env, args, f.json)
		},
	}
	cmd.Flags().Var(&f.minutes, "minutes", "how long the review takes, about; without it, all that is due")
	cmd.Flags().BoolVar(&f.list, "list", false, "print what is due")
	cmd.Flags().BoolVar(&f.json, "json", false, "print what is due as JSON, in a form that stays")
	cmd.Flags().BoolVar(&f.asPlain, "plain", false, "review line by line")
	return cmd
}

// review opens a course with a review. Where nothing is due it says so.
func review(env environment, args []string, f reviewFlags) error {
	home := readHome(env, false)
	defer home.close()
	found, _, err := standings(home, args)
	if err != nil {
		return err
	}
	var due []standing
	for _, s := range found {
		if len(s.Session.Today().Due) > 0 || plain.InReview(s.Session.Step()) {
			due = append(due, s)
		}
	}
	switch len(due) {
	case 0:
		home.sayDamage(env)
		return nothingDue(env, found)
	case 1:
		return openReview(env, home, due[0], f)
	}
	home.sayDamage(env)
	var refs []string
	for _, s := range due {
		refs = append(refs, s.ref)
	}
	return unfit(fmt.Errorf("reviews are due in several courses; name one of them: %s", strings.Join(refs, ", ")))
}

// openReview begins the review, or goes on with one that was begun.
func openReview(env environment, home home, s standing, f reviewFlags) error {
	start := beginning{review: true}
	if !plain.InReview(s.Session.Step()) {
		start.do = learn.Review{Minutes: int(f.minutes)}
	}
	if f.asPlain || env.plain() {
		home.sayDamage(env)
		return runPlain(env, home, s.ref, start)
	}
	return runScreen(env, homeNow(home), s.ref, start)
}

// nothingDue says for each course that nothing is due.
func nothingDue(env environment, found []standing) error {
	p := printer{w: env.out}
	if len(found) == 0 {
		p.line("%s", env.words().Shell.NoneBegun)
	}
	for _, s := range found {
		p.line("%s: %s", textsafe.Line(s.Session.Course().Title), env.words().Today.DueNone(s.Session.Today().Tomorrow))
	}
	if p.err != nil {
		return fmt.Errorf("printing what is due: %w", p.err)
	}
	return nil
}

// reviewReport is one course of cairn review --json.
type reviewReport struct {
	Course     string      `json:"course"`
	Title      string      `json:"title"`
	Due        []dueReport `json:"due"`
	DueMinutes int         `json:"due_minutes"`
	Tomorrow   int         `json:"tomorrow"`
}

func reportReview(s standing) reviewReport {
	c, t := s.Session.Course(), s.Session.Today()
	return reviewReport{c.ID, c.Title, reportDue(t.Due), t.DueMinutes, t.Tomorrow}
}
