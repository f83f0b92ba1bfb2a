package main

import (
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// console is the terminal itself, or what stands in its place. It is for those
// that must have it whole: the full-screen front end, which cleans each frame,
// and the learner's own editor. Everything else prints to out and err of the
// environment.
type console struct{ out, err io.Writer }

// cleaned puts an outlet before the standard output and the standard error, so
// that nothing which is printed can steer a terminal, whoever forgot to clean it
// before.
func (e environment) cleaned() environment {
	e.console = console{out: e.out, err: e.err}
	e.out, e.err = &textsafe.Writer{W: e.out}, &textsafe.Writer{W: e.err}
	return e
}

// archive is the standard output for bytes that are no text and must not be
// changed. A terminal takes none.
func (e environment) archive() (io.Writer, error) {
	if e.showsOutput {
		return nil, usage(errors.New("the standard output is a terminal; name a file, or pipe it into a program"))
	}
	return e.console.out, nil
}

// cleanedArgs are the arguments of the command line. Those of a completion are
// cleaned: what is wrong with them is printed past the outlets. Others may name
// files and stay as they are.
func cleanedArgs(args []string) []string {
	if !slices.Contains(args, cobra.ShellCompRequestCmd) && !slices.Contains(args, cobra.ShellCompNoDescRequestCmd) {
		return args
	}
	clean := make([]string, len(args))
	for i, arg := range args {
		clean[i] = textsafe.Line(arg)
	}
	return clean
}
