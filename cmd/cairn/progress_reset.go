package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/textsafe"
)

// startingOver is what cairn progress reset was told.
type startingOver struct {
	ids  map[learn.ResetKind]*string // by flag; empty: not given
	all  bool
	yes  bool
	undo bool
	nth  int // of the resets that stand, the latest first, from 1
}

// newReset is cairn progress reset: a question, a lesson, a skill or a course
// starts over.
func newReset(env environment) *cobra.Command {
	o := startingOver{ids: map[learn.ResetKind]*string{}, nth: 1}
	cmd := &cobra.Command{
		Use:   "reset COURSE|DIR",
		Short: "Start a question, a lesson, a skill or a course over",
		Long: "Reset sets back what you did with a question, a lesson, a skill or a whole course, as\n" +
			"if it had not been. It says first what that comes to, and asks. A backup is made before;\n" +
			"without one nothing is set back. Nothing leaves the log: --undo lists what can be taken\n" +
			"back, the latest first, and takes the first back; --undo N the N-th. It asks too.",
		Example: "  cairn progress reset git --lesson staging\n  cairn progress reset git --all --yes\n" +
			"  cairn progress reset git --undo",
		ValidArgsFunction: completeCourses,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return usage(errors.New("reset: name the course"))
			case len(args) > 2, len(args) == 2 && !o.undo:
				return usage(fmt.Errorf("reset takes one course, not %d", len(args)))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return o.run(env, args) },
	}
	for _, what := range []learn.ResetKind{learn.ResetQuestion, learn.ResetLesson, learn.ResetSkill} {
		o.ids[what] = cmd.Flags().String(string(what), "", "start the "+string(what)+" `ID` over")
		if err := cmd.RegisterFlagCompletionFunc(string(what), completeParts(env, what)); err != nil {
			panic(err) // the flag was defined in the line above
		}
	}
	cmd.Flags().BoolVar(&o.all, "all", false, "start the whole course over; notes and bookmarks stay")
	cmd.Flags().BoolVar(&o.undo, "undo", false, "take a reset back: the latest, or the N-th")
	cmd.Flags().BoolVar(&o.yes, "yes", false, "do not ask")
	return cmd
}

// completeParts completes the ids of what a course can set back.
func completeParts(env environment, what learn.ResetKind) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) == 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		home := readHome(env, true)
		defer home.close()
		o, err := home.library.Open(args[0])
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return o.Session.Resettable(what), cobra.ShellCompDirectiveNoFileComp
	}
}

func (o *startingOver) run(env environment, args []string) error {
	a, err := o.what(args)
	if err != nil {
		return usage(err)
	}
	home := openHome(env, false)
	defer home.close()
	opened, err := home.library.Open(args[0])
	if err != nil {
		return notFound(args[0], err)
	}
	if home.unsaved != "" {
		return fmt.Errorf("reset: nothing can be saved: %s", home.unsaved)
	}
	p := &printer{w: env.out}
	if o.undo {
		err = o.takeBack(env, p, opened.Session)
	} else {
		err = o.startOver(env, p, opened.Session, args[0], a)
	}
	if err == nil && p.err != nil {
		err = fmt.Errorf("printing what was set back: %w", p.err)
	}
	return err
}

// what is the one thing that the flags name.
func (o *startingOver) what(args []string) (learn.Reset, error) {
	var named []learn.Reset
	for _, what := range []learn.ResetKind{learn.ResetQuestion, learn.ResetLesson, learn.ResetSkill} {
		if id := *o.ids[what]; id != "" {
			named = append(named, learn.Reset{What: what, ID: id})
		}
	}
	if o.all {
		named = append(named, learn.Reset{What: learn.ResetCourse})
	}
	if !o.undo {
		if len(named) != 1 {
			return learn.Reset{}, errors.New("reset: say one of --question ID, --lesson ID, --skill ID and --all, or --undo")
		}
		return named[0], nil
	}
	if len(named) > 0 {
		return learn.Reset{}, errors.New("reset: --undo takes back what was set back before; name nothing else with it")
	}
	if len(args) == 2 {
		n, err := strconv.Atoi(args[1])
		if err != nil || n < 1 {
			return learn.Reset{}, fmt.Errorf("reset: --undo %q: give the number of a reset, from 1 for the latest", args[1])
		}
		o.nth = n
	}
	return learn.Reset{}, nil
}

// startOver says what is set back, asks, and sets it back.
func (o *startingOver) startOver(env environment, p *printer, s *learn.Session, ref string, a learn.Reset) error {
	w := env.words()
	back, err := s.SetBack(a)
	if errors.Is(err, learn.ErrNotNow) {
		p.line("%s: %s", textsafe.Line(back.Title), w.Reset.Nothing)
		return p.err
	}
	if err != nil {
		return unfit(fmt.Errorf("reset: %s", w.NoSuch(err)))
	}
	p.line("%s", w.Reset.Ask[a.What](textsafe.Line(back.Title)))
	for _, line := range w.SetBack(back, env.now()) {
		p.line("  %s", line)
	}
	if !o.yes && !env.terminal {
		return usage(errors.New("reset: nothing was set back; without a terminal to ask at, it takes --yes"))
	}
	if !o.yes && !env.sure(p, w, w.Reset.Type+"\n") {
		p.line("%s", w.Reset.Kept)
		return nil
	}
	if p.err != nil {
		return p.err // what could not be said is not done
	}
	if _, err := s.Do(a); err != nil {
		return fmt.Errorf("reset: %w", err)
	}
	p.line("%s", w.Reset.Undo("cairn progress reset "+quoted(ref)+" --undo"))
	return nil
}

// quoted is a course's name as it is typed in a shell; COURSE when shells differ.
func quoted(ref string) string {
	switch {
	case typeable(ref):
		return ref
	case typeable(strings.ReplaceAll(ref, " ", "")):
		return `"` + ref + `"`
	}
	return "COURSE"
}

// takeBack lists what was started over, and takes one of it back.
func (o *startingOver) takeBack(env environment, p *printer, s *learn.Session) error {
	w := env.words()
	done := s.Resets()
	if len(done) == 0 {
		p.line("%s", w.Reset.None)
		return nil
	}
	if o.nth > len(done) {
		return usage(fmt.Errorf("reset: --undo %d: %d can be taken back", o.nth, len(done)))
	}
	for i, r := range done {
		mark := " "
		if i+1 == o.nth {
			mark = "*"
		}
		p.line("%s %d. %s  %s", mark, i+1, r.When.Format("2006-01-02 15:04"), textsafe.Line(r.Title))
	}
	if !o.yes && !env.terminal {
		return usage(errors.New("reset: nothing was taken back; without a terminal to ask at, it takes --yes"))
	}
	if !o.yes && !env.sure(p, w, w.Reset.Take+"\n") {
		p.line("%s", w.Reset.Kept)
		return nil
	}
	if p.err != nil {
		return p.err // what could not be said is not done
	}
	back := done[o.nth-1]
	if _, err := s.Do(learn.UndoReset{ID: back.ID}); err != nil {
		return fmt.Errorf("reset: %w", err)
	}
	p.line("%s", textsafe.Line(w.TakenBack(back)))
	return nil
}
