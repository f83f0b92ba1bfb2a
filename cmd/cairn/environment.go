package main

import (
	"context"
	"io"
	"runtime"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/tui"
)

// environment is everything cairn takes from the machine. Nothing below the
// commands reads the environment, the clock or the terminal by itself.
type environment struct {
	args     []string
	getenv   func(string) string
	environ  []string
	in       io.Reader
	out, err io.Writer // where it prints
	console  console   // the terminal itself, behind them; see cleaned
	now      func() time.Time
	terminal bool                                     // both ends are a terminal
	raw      bool                                     // it was left without line editing
	gone     func() bool                              // reports whether its window was closed
	show     func(context.Context, tui.Options) error // shows the full screen
	force    func(status int)                         // ends the process at once, the terminal as it was found
	width    int                                      // of the terminal, in cells
	height   int                                      // of it in rows; 0: not known

	showsOutput bool      // the standard output is a terminal
	language    *language // asked for on the command line; nil: none can be
	reading     *reading  // the learner's settings; nil: they are read each time
}

// light reports whether the terminal says in COLORFGBG that its ground is
// light. Some say it there and do not answer when they are asked.
func (e environment) light() bool {
	_, ground, found := strings.Cut(e.getenv("COLORFGBG"), ";")
	if i := strings.LastIndexByte(ground, ';'); i >= 0 {
		ground = ground[i+1:]
	}
	return found && (ground == "7" || ground == "15")
}

// ascii reports whether the terminal is known to show no other symbols: the
// console of Windows outside Windows Terminal.
func (e environment) ascii() bool {
	return runtime.GOOS == "windows" && e.getenv("WT_SESSION") == ""
}
