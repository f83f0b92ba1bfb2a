package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/library"
)

// newRoot is cairn itself: it opens the library, or a course.
func newRoot(env environment) *cobra.Command {
	var from string
	var asPlain, tell bool
	env.language, env.reading = new(language), new(reading)
	cmd := &cobra.Command{
		Use:   "cairn [COURSE|DIR]",
		Short: "Self-paced courses in the terminal",
		Long: "Cairn opens self-paced courses in the terminal. Without an argument it shows the\n" +
			"library. COURSE is the name of a built-in course, DIR a folder that holds a course\n" +
			"or several, or an archive of one (.zip, .tar.gz, .tar).\n\n" +
			"Progress is saved by itself, in $CAIRN_DATA or the system's folder for data. The\n" +
			"next time you go on where you left off.",
		Example: "  cairn                              the library\n" +
			"  cairn welcome                      a quarter of an hour that shows how everything works\n" +
			"  cairn ./my-course --from branches  a course in a folder, at one of its lessons\n" +
			"  cairn my-course.zip                a course in an archive, which is not unpacked\n" +
			"  cairn git --plain < answers.txt    a course line by line",
		SilenceErrors:     true,
		SilenceUsage:      true,
		Args:              rootArgs,
		ValidArgsFunction: completeCourses,
		RunE: func(_ *cobra.Command, args []string) error {
			if tell {
				p := printer{w: env.out}
				p.line("cairn %s", version())
				return p.err
			}
			return open(env, args, from, asPlain)
		},
	}
	// Not cobra's own flag: with a template for its line the linker keeps 2 MB of
	// code that nothing calls.
	cmd.Flags().BoolVarP(&tell, "version", "v", false, "print the version")
	cmd.Flags().StringVar(&from, "from", "", "start at the lesson or question `ID`")
	cmd.Flags().BoolVar(&asPlain, "plain", false, "take the course line by line: for screen readers, dumb terminals, pipes and scripts")
	cmd.AddCommand(newProgress(env), newToday(env), newReview(env), newPlan(env), newWhy(env), newNotes(env), newPrivacy(env), newTrust(env), newSearch(env), newConfig(env), newDoctor(env), newLicences(env))
	addAuthors(cmd, env)
	cmd.SetIn(env.in)
	cmd.SetOut(env.out)
	cmd.SetErr(env.err)
	setLanguage(cmd, env.language)
	setHelp(cmd)
	return cmd
}

// rootArgs takes a course at most. More arguments are mostly a command with a
// slip in it.
func rootArgs(cmd *cobra.Command, args []string) error {
	if len(args) < 2 {
		return nil
	}
	if near := course.Nearest(args[0], commandNames(cmd)); near != "" {
		return usage(fmt.Errorf("there is no command %q: did you mean %q?", args[0], "cairn "+near))
	}
	return usage(fmt.Errorf("cairn opens one course at a time, not %d", len(args)))
}

func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Root().Commands() {
		names = append(names, c.Name())
	}
	return names
}

// open opens the library, a course or a folder of courses in the front end that
// suits.
func open(env environment, args []string, from string, asPlain bool) error {
	ref := ""
	if len(args) == 1 {
		ref = args[0]
	}
	if ref == "" && from != "" {
		return usage(fmt.Errorf("--from %s: name the course too, such as: cairn welcome --from %s", from, from))
	}
	home := beginHome(env)
	defer home.close()
	if shelf, ok := home.library.Shelf(ref); ok && ref != "" {
		if from != "" {
			return unfit(fmt.Errorf("--from %s: the folder %q holds several courses; name one of them", from, ref))
		}
		home.library, ref = shelf, ""
	}
	var start beginning
	if from != "" {
		start.do = learn.GoTo{ID: from}
	}
	if asPlain || env.plain() {
		h := home.wait()
		h.library = home.library
		h.sayDamage(env)
		return runPlain(env, h, ref, start)
	}
	return runScreen(env, home, ref, start)
}

// beginning is how a course is begun that was opened.
type beginning struct {
	do     learn.Action // the first action: to a lesson that was named, or a review; nil: none
	review bool         // the learner came for a review, and may leave after it
}

// openAt opens a course, and begins with an action where there is one.
func openAt(from *library.Library, ref string, start beginning) (library.Opened, error) {
	o, err := from.Open(ref)
	if err != nil {
		return o, notFound(ref, err)
	}
	if start.do == nil {
		return o, nil
	}
	if _, err := o.Session.Do(start.do); errors.Is(err, learn.ErrNotSaved) {
		return o, err
	} else if err != nil {
		return o, unfit(err)
	}
	return o, nil
}

// notFound makes a name that is no course a mistake in the command line, and
// says what to do where the error does not.
func notFound(ref string, err error) error {
	if !errors.Is(err, library.ErrNoCourse) {
		return err
	}
	if near := course.Nearest(ref, []string{"new", "check", "test", "map", "progress", "today", "review", "plan", "why", "notes", "privacy", "trust", "search", "config", "doctor", "licences", "completion", "help"}); near != "" {
		return usage(fmt.Errorf("%w; did you mean the command %q?", err, "cairn "+near))
	}
	if strings.HasSuffix(err.Error(), "name") {
		return unfit(fmt.Errorf("%w; run cairn alone to see the courses", err))
	}
	return unfit(err)
}

// completeCourses completes the names of built-in courses; folders are
// completed by the shell.
func completeCourses(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var names []string
	entries, err := fs.ReadDir(courses.FS(), ".")
	if err != nil {
		return nil, cobra.ShellCompDirectiveDefault
	}
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, cobra.ShellCompDirectiveDefault
}
