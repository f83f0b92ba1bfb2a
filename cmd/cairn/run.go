package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/crash"
)

// Exit statuses, for scripts.
const (
	exitOK         = 0
	exitFailed     = 1   // something went wrong, or check found errors
	exitUsage      = 2   // the command line makes no sense
	exitUnfinished = 3   // a course taken line by line was not finished
	exitFault      = 70  // cairn itself is at fault
	exitSignal     = 128 // and the number of the signal that ended the full screen
)

// exit is an error that carries an exit status. Err may be nil: then there is
// nothing to say.
type exit struct {
	status int
	err    error
	help   bool // the help of the command says how to do it
}

func (e exit) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e exit) Unwrap() error { return e.err }

// usage marks an error of the command line, which the help of the command is a
// cure for.
func usage(err error) error { return exit{status: exitUsage, err: err, help: true} }

// unfit marks an error of what the command line names: a folder that is not there,
// a course that does not suit. The line itself is well made, and no help says more.
func unfit(err error) error { return exit{status: exitUsage, err: err} }

// run carries out the command line and returns the exit status.
func run(env environment) int { return carryOut(env, newRoot) }

// carryOut carries out the command line with the commands that are made for an
// environment. They and what is said of their errors have nothing but outlets to
// part to.
func carryOut(env environment, commands func(environment) *cobra.Command) (status int) {
	defer func() {
		if p := recover(); p != nil {
			env.sayCrash(crash.Caught(p))
			status = exitFault
		}
	}()
	env = env.cleaned()
	root := commands(env)
	root.SetArgs(cleanedArgs(env.args))
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage(flagError(err)) })
	cmd, err := root.ExecuteC()
	if err == nil {
		return exitOK
	}
	if fault := (*crash.Fault)(nil); errors.As(err, &fault) {
		env.sayCrash(fault)
		return exitFault
	}
	sayError(env.err, cmd.CommandPath(), err)
	var e exit
	if errors.As(err, &e) {
		return e.status
	}
	return exitFailed
}

// flagError says what is wrong with a flag, without the words of the function
// that read its number.
func flagError(err error) error {
	if what, _, number := strings.Cut(err.Error(), ": strconv."); number {
		return fmt.Errorf("%s: type a whole number", what)
	}
	return err
}

// sayError prints an error on one line, safe for the terminal, and after a
// mistake in the command line where to read on about the command.
func sayError(w io.Writer, command string, err error) {
	text := strings.TrimSpace(err.Error())
	if text == "" {
		return
	}
	p := printer{w: w}
	p.line("cairn: %s", inShort(textsafe.Line(text)))
	var e exit
	if errors.As(err, &e) && e.help {
		p.line("Run %s --help to see what it takes.", command)
	}
}

// inShort cuts the middle out of an error that quotes something endless: it begins
// with what was being done, and ends with what to do.
func inShort(said string) string {
	const most, end = 3000, 1000 // letters; a path may be long
	letters := []rune(said)
	if len(letters) <= most {
		return said
	}
	return string(letters[:most-end]) + "…" + string(letters[len(letters)-end:])
}

// printer prints lines and keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) { p.part(format+"\n", args...) }

// part is line without the end of the line, for what is answered behind it.
func (p *printer) part(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}
