// Command cairn opens self-paced courses in the terminal.
package main

import (
	"os"
	"time"

	"github.com/charmbracelet/x/term"
)

func main() {
	os.Exit(run(machine(os.Args[1:])))
}

// machine is the environment of this process.
func machine(args []string) environment {
	return environment{
		args:     args,
		getenv:   os.Getenv,
		environ:  os.Environ(),
		in:       os.Stdin,
		out:      os.Stdout,
		err:      os.Stderr,
		now:      time.Now,
		terminal: term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()),
		width:    width(),

		showsOutput: term.IsTerminal(os.Stdout.Fd()),
	}
}

// width is the width of the terminal in cells, or 80 where there is none.
func width() int {
	w, _, err := term.GetSize(os.Stdout.Fd())
	if err != nil || w <= 0 {
		return 80
	}
	return w
}
