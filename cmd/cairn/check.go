package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui/words"
)

// newCheck is cairn check: it prints everything that is wrong with a course.
func newCheck(env environment) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "check DIR",
		Short: "Print what is wrong with a course, with file, line and cure",
		Long: "Check reads the course in the folder DIR, or in an archive of one, and prints\n" +
			"everything that it finds, with the place, the line itself and how to mend it. It\n" +
			"also proves that every stated answer is accepted by its own check.\n\n" +
			"The exit status is 0 when there is no error (there may be warnings), 1 when there\n" +
			"is one, and 2 when the command line makes no sense.",
		Example: "  cairn check my-course\n  cairn check my-course --format json\n  cairn check my-course.zip",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(fmt.Errorf("check takes one folder, not %d: cairn check DIR", len(args)))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return check(env, args[0], format) },
	}
	cmd.Flags().StringVar(&format, "format", "text", "print the findings as `FORMAT`: text or json")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func check(env environment, dir, format string) error {
	write := course.WriteDiags
	switch format {
	case "text":
	case "json":
		write = course.WriteDiagsJSON
	default:
		return usage(fmt.Errorf("--format %s: the formats are text and json", format))
	}
	if _, several := library.New(library.Options{}).Shelf(dir); several {
		return usage(fmt.Errorf("checking %q: it holds several courses; check them one by one", dir))
	}
	switch info, err := os.Stat(dir); {
	case errors.Is(err, fs.ErrNotExist):
		what := "folder"
		if course.IsArchive(dir) {
			what = "archive"
		}
		return usage(fmt.Errorf("checking %q: there is no such %s", dir, what))
	case err == nil && !info.IsDir() && !course.IsArchive(dir):
		return usage(fmt.Errorf("checking %q: it is a file; check the folder it is in: %q", dir, filepath.Dir(dir)))
	}
	_, diags, err := library.LoadPath(dir)
	if err != nil && len(diags) == 0 {
		return usage(fmt.Errorf("checking %q: %w", dir, err))
	}
	if err := write(env.out, diags); err != nil {
		return fmt.Errorf("printing the findings: %w", err)
	}
	n := errorsIn(diags)
	if format == "text" {
		p, w := printer{w: env.out}, words.English().Library
		if len(diags) > 0 {
			p.line("\n%s", w.FindingsCount(n, len(diags)-n))
		} else {
			p.line("%s", w.FindingsNone)
		}
		if p.err != nil {
			return fmt.Errorf("printing the findings: %w", p.err)
		}
	}
	if n > 0 {
		return exit{exitFailed, nil}
	}
	return nil
}
