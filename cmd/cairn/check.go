package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course"
)

// newCheck is cairn check: it prints everything that is wrong with a course.
func newCheck(env environment) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "check DIR",
		Short: "Print what is wrong with a course, with file, line and cure",
		Long: "Check reads the course in DIR and prints every finding.\n\n" +
			"The exit status is 0 when there is no error, 1 when there is one, " +
			"and 2 when the command line makes no sense.",
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return usage(fmt.Errorf("the format %q is not known: use text or json", format))
			}
			return check(env, args[0], format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text or json")
	return cmd
}

func check(env environment, dir, format string) error {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return usage(fmt.Errorf("checking %q: %w", dir, err))
	}
	fsys, err := course.OpenDir(abs)
	if err != nil {
		return usage(fmt.Errorf("checking %q: %w", dir, err))
	}
	_, diags, err := course.Load(fsys, filepath.Base(abs))
	if err != nil {
		return fmt.Errorf("checking %q: %w", dir, err)
	}
	write := course.WriteDiags
	if format == "json" {
		write = course.WriteDiagsJSON
	}
	if err := write(env.out, diags); err != nil {
		return fmt.Errorf("printing the findings: %w", err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			return exit{exitFailed, nil}
		}
	}
	return nil
}

// usageArgs makes a refusal of arguments a mistake in the command line.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usage(err)
		}
		return nil
	}
}
