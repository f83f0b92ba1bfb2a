// Command cairn opens self-paced courses in the terminal.
package main

import (
	"os"
	"time"

	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/tui"
)

func main() {
	if wall.Called(os.Args) { // by cairn itself, to run a command of a course
		os.Exit(wall.Serve(os.Args, os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(run(machine(os.Args[1:])))
}

// machine is the environment of this process.
func machine(args []string) environment {
	t := findTerminal(os.Stdin, os.Stdout)
	return environment{
		args:        args,
		getenv:      os.Getenv,
		environ:     os.Environ(),
		in:          os.Stdin,
		out:         os.Stdout,
		err:         os.Stderr,
		now:         time.Now,
		terminal:    t.is,
		width:       t.width(),
		height:      t.height(),
		showsOutput: t.shows(),
		raw:         t.raw(),
		gone:        t.gone,
		show:        tui.Run,
		force: func(status int) {
			t.giveBack()
			os.Exit(status)
		},
	}
}
