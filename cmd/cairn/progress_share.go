package main

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/cohort"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/tui/words"
)

// sharing is what the flags of cairn progress share say.
type sharing struct {
	terms  cohort.Terms
	with   []string
	dryRun bool
	yes    bool
}

// newShare is cairn progress share: a learner's work in a course, for whoever
// teaches it.
func newShare(env environment) *cobra.Command {
	var o sharing
	cmd := &cobra.Command{
		Use:   "share COURSE|DIR [FILE]",
		Short: "Write your work in a course to a file for your instructor",
		Long: "Share writes what you did in a course to a file that you can give to whoever teaches\n" +
			"it: cairn report makes an account of many. It lists first, field by field, what would be\n" +
			"in the file and what not, and asks. You have a made-up name in it unless you give one.\n" +
			"Nothing is sent. Without FILE it is named after the course, in the present folder; a\n" +
			"file that is there is never overwritten.",
		Example: "  cairn progress share git --dry-run\n  cairn progress share git for-my-teacher.json --name \"Ada\"\n" +
			"  cairn progress share git --dates --with reflections",
		ValidArgsFunction: completeCourses,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return usage(errors.New("share: name the course, such as: cairn progress share git"))
			case len(args) > 2:
				return usage(fmt.Errorf("share takes a course and a file, not %d arguments", len(args)))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return o.run(env, args[0], append(args, "")[1]) },
	}
	f := cmd.Flags()
	f.StringVar(&o.terms.Name, "name", "", "put `NAME` into the file, so that your instructor knows that it is yours")
	f.BoolVar(&o.terms.Dates, "dates", false, "put in the days on which you did what; never the time of day")
	f.StringSliceVar(&o.with, "with", nil, "put in more: `reflections`, what you wrote where nothing is graded")
	f.BoolVar(&o.dryRun, "dry-run", false, "list the fields and show how the file begins, and write nothing")
	f.BoolVar(&o.yes, "yes", false, "do not ask")
	return cmd
}

func (o *sharing) run(env environment, ref, file string) error {
	for _, more := range o.with {
		if more != "reflections" {
			return usage(fmt.Errorf("--with %s: what can be put in is reflections", textsafe.Line(more)))
		}
		o.terms.Reflections = true
	}
	const longest = 100
	if utf8.RuneCountInString(o.terms.Name) > longest {
		return usage(fmt.Errorf("--name: a name has %d letters at most", longest))
	}
	o.terms.Today = env.now()
	home := openHome(env, true)
	defer home.close()
	opened, err := home.library.Open(ref)
	if err != nil {
		return notFound(ref, err)
	}
	if opened.Session == nil || !opened.Session.Progress().Started {
		return errors.New(env.words().Keeping.NothingSaved)
	}
	s := cohort.Of(opened.Session, o.terms)
	data, err := s.JSON()
	if err != nil {
		return err
	}
	if len(data) > cohort.MaxSize {
		return fmt.Errorf("sharing %s: it would be larger than %d MB, and no report takes that in", textsafe.Line(ref), cohort.MaxSize>>20)
	}
	if file == "" {
		file = nameOfShare(s)
	}
	return o.write(env, s, file, data)
}

// nameOfShare is the file that is written where none is named: files of a class
// gathered in one folder do not get into each other's way.
func nameOfShare(s cohort.Share) string {
	plain := func(r rune) rune {
		if r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '-'
	}
	id := strings.Trim(strings.Map(plain, s.Course.ID), "-")
	return "cairn-share-" + id[:min(len(id), 60)] + "-" + s.Learner + ".json"
}

func (o *sharing) write(env environment, s cohort.Share, file string, data []byte) error {
	w := env.words()
	k, p := w.Sharing, printer{w: env.out}
	o.tell(&p, w, s)
	if o.dryRun {
		p.line("\n%s", k.Excerpt)
		p.line("%s", excerpt(data))
		return p.err
	}
	if p.err != nil {
		return fmt.Errorf("share: nothing was written; printing what would be: %w", p.err)
	}
	p.line("")
	if !o.yes && !env.terminal {
		return usage(errors.New("share: nothing was written; without a terminal to ask at, it takes --yes"))
	}
	if !o.yes && !env.agreed(&p, w, k.Ask(textsafe.Line(file), w.Keeping.Yes)) {
		p.line("%s", k.Not)
		return p.err
	}
	if err := newfile.Write(file, data); err != nil {
		return fmt.Errorf("sharing: %w", err)
	}
	p.line("%s", k.Written(textsafe.Line(file)))
	p.line("%s", k.Hand)
	return p.err
}

// tell lists what is in the file and what is not.
func (o *sharing) tell(p *printer, w *words.Words, s cohort.Share) {
	k := w.Sharing
	p.line("%s", k.Course(textsafe.Line(s.Course.Title)))
	p.line("%s", k.Network)
	in, out := o.terms.Fields()
	width := 0
	for _, f := range append(append([]string{}, in...), out...) {
		width = max(width, utf8.RuneCountInString(f))
	}
	for _, part := range []struct {
		head   string
		fields []string
	}{{k.In, in}, {k.Out, out}} {
		if len(part.fields) == 0 {
			continue
		}
		p.line("\n%s", part.head)
		for _, f := range part.fields {
			p.line("  %-*s  %s", width, f, k.Fields[f])
		}
	}
	p.line("\n%s", k.Never)
	p.line("%s", k.Beware)
}

// excerpt is the first lines of a file.
func excerpt(data []byte) string {
	const most = 40
	lines := strings.SplitN(string(data), "\n", most+1)
	if len(lines) > most {
		lines[most] = "…"
	}
	return strings.TrimRight(strings.Join(lines, "\n"), "\n")
}
