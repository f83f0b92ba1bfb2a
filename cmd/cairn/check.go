package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/author/annotate"
	"github.com/cairn-learn/cairn/author/inspect"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/words"
)

// checking is what cairn check is asked for.
type checking struct {
	dir    string
	format string
	failOn string
	fix    bool
	dryRun bool
	watch  bool

	against string // the older version: a revision of git, a folder or an archive
}

// newCheck is cairn check: it prints everything that is wrong with a course.
func newCheck(env environment) *cobra.Command {
	var c checking
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Print what is wrong with a course, with file, line and cure",
		Long: "Check reads the course in the folder DIR, or in an archive of one, and prints\n" +
			"everything that it finds, with the place, the line itself and how to mend it. It\n" +
			"also proves that every stated answer is accepted by its own check. What a code\n" +
			"in brackets means is told by cairn explain CODE. Without DIR it is the folder\n" +
			"that you are in.\n\n" +
			"With --fix it mends what has one sure cure, and never changes an id. With --watch\n" +
			"it checks again whenever a file is saved, until ctrl+c. With --against it says what\n" +
			"learners who are half way through the older version notice and lose, and which\n" +
			"version number the update deserves.\n\n" +
			"The exit status is 0 when there is no error (there may be warnings), 1 when there\n" +
			"is one, and 2 when the command line makes no sense. --fail-on warning makes it 1\n" +
			"for warnings too.",
		Example: "  cairn check my-course\n  cairn check my-course --fix --dry-run\n  cairn check my-course --format sarif --fail-on warning\n  cairn check my-course --against HEAD~1\n  cairn check my-course.zip",
		Args:    folderAtMost("check", "check [DIR]"),
		RunE: func(_ *cobra.Command, args []string) error {
			c.dir = oneFolder(args)
			return c.run(env)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&c.format, "format", "text", "print the findings as `FORMAT`: text, json, sarif or github")
	flags.StringVar(&c.failOn, "fail-on", "error", "the least `SEVERITY` that makes the status 1: error or warning")
	flags.BoolVar(&c.fix, "fix", false, "mend what has one sure cure, and print it")
	flags.BoolVar(&c.dryRun, "dry-run", false, "with --fix: print what would be changed, and change nothing")
	flags.BoolVar(&c.watch, "watch", false, "check again whenever a file is saved, until ctrl+c")
	flags.StringVar(&c.against, "against", "", "compare with the older version `REV`: a revision of git, a folder or an archive")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json", "sarif", "github"}, cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("fail-on", cobra.FixedCompletions([]string{"error", "warning"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// run carries out what was asked for.
func (c checking) run(env environment) error {
	if err := c.sensible(); err != nil {
		return usage(err)
	}
	if err := c.there(); err != nil {
		return unfit(err)
	}
	if c.watch {
		return c.watching(env)
	}
	if c.against != "" {
		return c.compare(env)
	}
	if c.fix {
		if err := c.mend(env); err != nil {
			return err
		}
	}
	return c.once(env)
}

// sensible makes sure that the flags go together.
func (c checking) sensible() error {
	switch {
	case !slices.Contains([]string{"text", "json", "sarif", "github"}, c.format):
		return fmt.Errorf("--format %s: the formats are text, json, sarif and github", c.format)
	case c.failOn != "error" && c.failOn != "warning":
		return fmt.Errorf("--fail-on %s: it is error or warning", c.failOn)
	case c.dryRun && !c.fix:
		return errors.New("--dry-run goes with --fix")
	case (c.fix || c.watch) && c.format != "text":
		return fmt.Errorf("--format %s goes neither with --fix nor with --watch", c.format)
	case (c.fix || c.watch) && c.against != "":
		return errors.New("--against goes neither with --fix nor with --watch")
	case c.fix && c.watch:
		return errors.New("--fix and --watch do not go together")
	}
	return nil
}

// there makes sure that the folder or archive is there, and holds one course.
func (c checking) there() error {
	if _, several := library.New(library.Options{}).Shelf(c.dir); several {
		return fmt.Errorf("checking %q: it holds several courses; check them one by one", c.dir)
	}
	archive := course.IsArchive(c.dir)
	switch info, err := os.Stat(c.dir); {
	case errors.Is(err, fs.ErrNotExist):
		what := "folder"
		if archive {
			what = "archive"
		}
		return fmt.Errorf("checking %q: there is no such %s", c.dir, what)
	case err == nil && !info.IsDir() && !archive:
		return fmt.Errorf("checking %q: it is a file; check the folder of its course: cairn check %s", c.dir, shellWord(folderOf(c.dir)))
	case err == nil && !info.IsDir() && c.fix:
		return fmt.Errorf("mending %q: an archive is not changed; unpack it and mend the folder", c.dir)
	}
	return nil
}

// folderAtMost takes one folder or none, as a command of authors does whose use it
// is given.
func folderAtMost(name, use string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 1 {
			return usage(fmt.Errorf("%s takes one folder, not %d: cairn %s", name, len(args), use))
		}
		return nil
	}
}

// folderOnly takes one folder.
func folderOnly(name, use string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usage(fmt.Errorf("%s takes one folder, not 0: cairn %s", name, use))
		}
		return folderAtMost(name, use)(cmd, args)
	}
}

// oneFolder is the folder that a command of authors is about: the one that is
// named, or the one that the author is in.
func oneFolder(args []string) string {
	if len(args) == 0 {
		return "."
	}
	return args[0]
}

// folderOf is the folder of the course that a file belongs to: the nearest one
// above it with a course.yaml, or the one it is in.
func folderOf(file string) string {
	abs, err := filepath.Abs(file)
	if err != nil {
		return filepath.Dir(file)
	}
	up, short := filepath.Dir(abs), filepath.Dir(file)
	for {
		if info, err := os.Stat(filepath.Join(up, "course.yaml")); err == nil && info.Mode().IsRegular() {
			return short
		}
		next := filepath.Dir(up)
		if next == up {
			return filepath.Dir(file)
		}
		up, short = next, filepath.Join(short, "..")
	}
}

// foundIn reads the course in a folder or an archive as its author wants it read.
func foundIn(path string) ([]course.Diag, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("opening the course in %q: %w", path, err)
	}
	files, name, err := course.Open(abs)
	if err != nil {
		return course.Refused(err), err
	}
	_, diags, err := inspect.Course(files, name)
	return diags, errors.Join(err, files.Close())
}

// once checks and prints.
func (c checking) once(env environment) error {
	diags, err := foundIn(c.dir)
	if err != nil && len(diags) == 0 {
		return unfit(fmt.Errorf("checking %q: %w", c.dir, err))
	}
	if err := c.print(env, diags); err != nil {
		return fmt.Errorf("printing the findings: %w", err)
	}
	if errorsIn(diags) > 0 || c.failOn == "warning" && len(diags) > 0 {
		return exit{status: exitFailed}
	}
	return nil
}

func (c checking) print(env environment, diags []course.Diag) error {
	at := filepath.ToSlash(c.dir)
	switch c.format {
	case "json":
		return course.WriteDiagsJSON(env.out, diags)
	case "sarif":
		return annotate.WriteSARIF(env.out, at, version(), diags)
	case "github":
		return annotate.WriteGitHub(env.out, at, diags)
	}
	if err := course.WriteDiags(env.out, diags); err != nil {
		return err
	}
	p, w := printer{w: env.out}, words.English().Library
	if n := errorsIn(diags); len(diags) > 0 {
		p.line("\n%s", w.FindingsCount(n, len(diags)-n))
	} else {
		p.line("%s", w.FindingsNone)
	}
	return p.err
}
