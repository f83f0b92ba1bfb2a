package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"regexp"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/paths"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/library"
)

// pathTest is what the flags of cairn test say.
type pathTest struct {
	learners int
	seed     uint64
	run      string
	format   string
	noWalks  bool
	verbose  bool
	tasks    bool
	all      bool // tasks that cannot be tried here fail
}

// newTest is cairn test: it takes simulated learners through a course.
func newTest(env environment) *cobra.Command {
	var t pathTest
	cmd := &cobra.Command{
		Use:   "test [DIR]",
		Short: "Take simulated learners through a course, and say who came out where",
		Long: "Test takes the learners of " + paths.File + " through the course in the folder DIR,\n" +
			"or in an archive of one, and holds the road of each to what is expected of it.\n" +
			"Then it sends many learners by chance, through the same sessions that people have,\n" +
			"and tells where somebody cannot go on, who meets which lesson, and which right\n" +
			"answers are refused. Without DIR it is the folder that you are in.\n\n" +
			"With --tasks it also proves that tasks can be done: it runs the setup, the checks and\n" +
			"the solve of each, and the tests of code questions, which are commands of the course,\n" +
			"behind the walls of this machine. What needs a toolchain that is not here is not\n" +
			"tried, and said; with --all-tasks it fails.\n\n" +
			"The exit status is 0 when everything came out as expected, 1 when something did\n" +
			"not, and 2 when the command line makes no sense. The same seed gives the same\n" +
			"result.",
		Example: "  cairn test my-course\n  cairn test my-course --run 'knows the' -v\n  cairn test my-course --format junit > tests.xml\n" +
			"  cairn test my-course --learners 1000 --seed 7",
		Args: folderAtMost("test", "test [DIR]"),
		RunE: func(_ *cobra.Command, args []string) error { return t.do(env, oneFolder(args)) },
	}
	f := cmd.Flags()
	f.StringVar(&t.run, "run", "", "run only tests whose name matches the `REGEXP`")
	f.IntVar(&t.learners, "learners", 200, "send `N` learners by chance")
	f.Uint64Var(&t.seed, "seed", 1, "draw the chance from the number `N`")
	f.BoolVar(&t.noWalks, "no-walks", false, "send nobody by chance")
	f.BoolVar(&t.tasks, "tasks", false, "run the setup, checks and solve of tasks too")
	f.BoolVar(&t.all, "all-tasks", false, "as --tasks, and fail where one cannot be tried on this machine")
	f.BoolVarP(&t.verbose, "verbose", "v", false, "print every road, and who meets what")
	f.StringVar(&t.format, "format", "text", "print the result as `FORMAT`: text, json or junit")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json", "junit"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// options are what the flags come to.
func (t pathTest) options() (paths.Options, error) {
	o := paths.Options{Learners: t.learners, Seed: t.seed}
	switch t.format {
	case "text", "json", "junit":
	default:
		return o, usage(fmt.Errorf("--format %s: the formats are text, json and junit", t.format))
	}
	if t.learners < 1 || t.learners > 100_000 {
		return o, usage(fmt.Errorf("--learners %d: between 1 and 100000 learners can be sent; --no-walks sends none", t.learners))
	}
	if t.noWalks {
		o.Learners = 0
	}
	if t.run != "" {
		var err error
		if o.Run, err = regexp.Compile("(?i)" + t.run); err != nil {
			return o, usage(fmt.Errorf("--run %s: %w", t.run, err))
		}
	}
	return o, nil
}

func (t pathTest) do(env environment, dir string) error {
	o, err := t.options()
	if err != nil {
		return err
	}
	t.tasks = t.tasks || t.all
	if _, several := library.New(library.Options{}).Shelf(dir); several {
		return unfit(fmt.Errorf("testing %q: it holds several courses; test them one by one", dir))
	}
	files, c, suite, err := readTests(env, dir)
	if err != nil {
		return err
	}
	defer func() { _ = files.Close() }()
	ctx, ignore := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer ignore()
	r, err := paths.Run(ctx, c, suite, o)
	if err != nil {
		return fmt.Errorf("testing %q: %w", dir, err)
	}
	if err := t.tryTasks(ctx, env, files, c, o, &r); err != nil {
		return fmt.Errorf("testing %q: %w", dir, err)
	}
	if len(r.Tests) == 0 {
		what := "there is no learner in " + paths.File
		if t.run != "" {
			what = "no test is called like " + t.run
		}
		return unfit(fmt.Errorf("testing %q: %s", dir, what))
	}
	if err := t.print(env, r, suite); err != nil {
		return err
	}
	if r.Failed > 0 || len(suite.Diags) > 0 && errorsIn(suite.Diags) > 0 {
		return exit{status: exitFailed}
	}
	return nil
}

func (t pathTest) print(env environment, r paths.Result, suite paths.Suite) error {
	switch t.format {
	case "json":
		return r.WriteJSON(env.out, suite.Diags)
	case "junit":
		if err := course.WriteDiags(env.err, suite.Diags); err != nil {
			return fmt.Errorf("printing the findings: %w", err)
		}
		return r.WriteJUnit(env.out)
	}
	if len(suite.Diags) > 0 {
		if err := course.WriteDiags(env.out, suite.Diags); err != nil {
			return fmt.Errorf("printing the findings: %w", err)
		}
		_, _ = fmt.Fprintln(env.out)
	}
	return r.WriteText(env.out, t.verbose)
}

// readTests reads a course and its tests. Whoever gets the files closes them.
func readTests(env environment, dir string) (course.Dir, *course.Course, paths.Suite, error) {
	files, name, err := course.Open(dir)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) || course.Refused(err) == nil {
			return nil, nil, paths.Suite{}, unfit(fmt.Errorf("testing %q: %w", dir, err))
		}
		return nil, nil, paths.Suite{}, fmt.Errorf("testing %q: %w", dir, err)
	}
	fail := func(err error) (course.Dir, *course.Course, paths.Suite, error) {
		_ = files.Close() // it was only read
		return nil, nil, paths.Suite{}, err
	}
	c, diags, err := course.Load(files, name)
	if err != nil {
		if werr := course.WriteDiags(env.err, diags); werr != nil {
			return fail(werr)
		}
		return fail(fmt.Errorf("testing %q: %w", dir, err))
	}
	if n := errorsIn(diags); n > 0 {
		_, _ = fmt.Fprintf(env.err, "cairn: the course has %d errors, which cairn check tells; it is tested as far as it can be read\n", n)
	}
	suite, err := paths.Read(files, c)
	if err != nil {
		return fail(fmt.Errorf("testing %q: %w", dir, err))
	}
	return files, c, suite, nil
}
