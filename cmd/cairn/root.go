package main

import (
	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// newRoot is cairn itself: it opens the library, or a course.
func newRoot(env environment) *cobra.Command {
	var from string
	var asPlain bool
	cmd := &cobra.Command{
		Use:   "cairn [COURSE|DIR]",
		Short: "Self-paced courses in the terminal",
		Long: "Cairn opens courses that are folders of Markdown. Without an argument it shows the library; " +
			"COURSE is the name of a built-in course, DIR a folder that holds one.\n\n" +
			"Progress is saved by itself, in $CAIRN_DATA or the system's folder for data.",
		Example: "cairn\ncairn welcome\ncairn ./my-course --from branches\ncairn git --plain",
		Args:    usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			ref := ""
			if len(args) == 1 {
				ref = args[0]
			}
			home := openHome(env, false)
			defer home.close()
			if asPlain || env.plain() {
				return runPlain(env, home, ref, from)
			}
			return runScreen(env, home, ref, from)
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "start at this lesson or question `ID`")
	cmd.Flags().BoolVar(&asPlain, "plain", false, "take the course line by line: for screen readers, pipes and scripts")
	cmd.AddCommand(newCheck(env), newProgress(env))
	return cmd
}

// runPlain takes a course line by line.
func runPlain(env environment, home home, ref, from string) error {
	w := words.English()
	d := plain.New(plain.Options{In: env.in, Out: env.out, Words: w, Width: min(env.width, 80), Echo: !env.terminal})
	if ref == "" {
		entries, err := home.library.List()
		if err != nil {
			return err
		}
		chosen, ok, err := d.Choose(entries)
		if err != nil || !ok {
			return exit{exitUnfinished, err}
		}
		ref = chosen.Ref
	}
	o, err := openAt(home, ref, from)
	if err != nil {
		return err
	}
	if s := home.log.Status(); s.ReadOnly {
		d.Warn(w.Frame.NotSaved(s.Reason))
	}
	finished, err := d.Run(o.Session)
	switch {
	case err != nil:
		return err
	case !finished:
		return exit{exitUnfinished, nil}
	}
	return nil
}

// openAt opens a course, at a lesson or question where one is named.
func openAt(home home, ref, from string) (library.Opened, error) {
	o, err := home.library.Open(ref)
	if err != nil {
		return o, notFound(err)
	}
	if from == "" {
		return o, nil
	}
	if _, err := o.Session.Do(learn.GoTo{ID: from}); err != nil {
		return o, usage(err)
	}
	return o, nil
}
