package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// standing is a course as it is read by a command that changes nothing.
type standing struct {
	ref string // opens it
	library.Opened
}

// standings opens the course named, the courses of a folder, or every course
// that was begun. Gone are the courses that were begun and are not where they
// were.
func standings(home home, args []string) (found []standing, gone []library.Gone, err error) {
	lib, all := home.library, false
	if len(args) == 1 {
		if lib, all = lib.Shelf(args[0]); !all {
			o, err := home.library.Open(args[0])
			if err != nil {
				return nil, nil, notFound(args[0], err)
			}
			return []standing{{args[0], o}}, nil, nil
		}
	}
	entries, err := lib.List()
	if err != nil {
		return nil, nil, err
	}
	told := map[string]bool{}
	for _, e := range entries {
		if told[e.ID] || !e.Progress.Started && !all {
			continue
		}
		told[e.ID] = true // courses of one id share their progress: the first is told
		o, err := lib.Open(e.Ref)
		if err != nil {
			return nil, nil, err
		}
		found = append(found, standing{e.Ref, o})
	}
	if !all {
		// One of another machine that is on the shelf was found here.
		gone = slices.DeleteFunc(lib.Gone(), func(g library.Gone) bool { return g.Elsewhere && told[g.ID] })
	}
	return found, gone, nil
}

// view is a command that tells something about one course or all, as text or
// JSON, and changes nothing.
type view struct {
	use, short, long, example string
	text                      func(standing) plain.Account
	report                    func(standing) any // as docs/path-json.md describes it
}

// newView makes the command.
func newView(env environment, v view) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: v.use + " [COURSE|DIR]", Short: v.short, Long: v.long, Example: v.example,
		ValidArgsFunction: completeCourses,
		Args:              oneCourse(v.use),
		RunE: func(_ *cobra.Command, args []string) error {
			return v.print(env, args, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, in a form that stays")
	return cmd
}

// oneCourse takes a course at most.
func oneCourse(use string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 1 {
			return usage(fmt.Errorf("%s takes one course at most, not %d", use, len(args)))
		}
		return nil
	}
}

func (v view) print(env environment, args []string, asJSON bool) error {
	home := openHome(env, true)
	defer home.close()
	found, gone, err := standings(home, args)
	if err != nil {
		return err
	}
	if asJSON {
		reports := []any{}
		for _, s := range found {
			reports = append(reports, v.report(s))
		}
		return writeReports(env.out, reports)
	}
	return v.write(env, found, gone)
}

// write prints the courses for people, each below its title.
func (v view) write(env environment, found []standing, gone []library.Gone) error {
	p := printer{w: env.out}
	if len(found)+len(gone) == 0 {
		p.line("%s", env.words().Shell.NoneBegun)
	}
	for i, s := range found {
		if i > 0 {
			p.line("")
		}
		p.line("%s", textsafe.Line(s.Session.Course().Title))
		if p.err == nil {
			p.err = v.text(s).Print(env.out, min(env.width, env.settings().Preferences().Measure))
		}
	}
	p.gone(env.words(), gone, len(found) > 0)
	if p.err != nil {
		return fmt.Errorf("printing %s: %w", v.use, p.err)
	}
	return nil
}

// gone tells the courses that are not where they were.
func (p *printer) gone(w *words.Words, gone []library.Gone, after bool) {
	for i, g := range gone {
		if i > 0 || after {
			p.line("")
		}
		p.line("%s", textsafe.Line(g.ID))
		where := w.Shell.Gone
		if g.Elsewhere {
			where = w.Shell.Elsewhere
		}
		p.line("  %s", where(textsafe.Line(g.Dir)))
		p.line("  %s", w.Shell.GoneHow)
	}
}

// writeReports prints courses as JSON.
func writeReports[R any](w io.Writer, reports []R) error {
	return writeJSON(w, map[string]any{"format": 1, "courses": reports})
}
