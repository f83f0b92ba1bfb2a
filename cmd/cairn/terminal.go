package main

import (
	"io"
	"os"
	"time"

	"github.com/charmbracelet/x/term"

	"github.com/cairn-learn/cairn/tui"
)

// terminal is the learner's terminal as it was when the program began.
type terminal struct {
	in, out *os.File
	is      bool        // both ends are a terminal
	before  *term.State // of its line editing; nil: unknown
}

// findTerminal looks at what the program was started in.
func findTerminal(in, out *os.File) terminal {
	t := terminal{in: in, out: out, is: term.IsTerminal(in.Fd()) && term.IsTerminal(out.Fd())}
	if !t.is {
		return t
	}
	if before, err := term.GetState(t.in.Fd()); err == nil {
		t.before = before
	}
	return t
}

// shows reports whether what is printed goes to a terminal.
func (t terminal) shows() bool { return term.IsTerminal(t.out.Fd()) }

// raw reports whether it was without line editing, or did not show what is
// typed: mostly because a program was killed in it.
func (t terminal) raw() bool { return t.before != nil && isRaw(t.before) }

// gone reports whether the window was closed since.
func (t terminal) gone() bool {
	if !t.is {
		return false
	}
	_, err := term.GetState(t.in.Fd())
	return err != nil
}

// toGiveBack is how long setting the terminal back may take.
const toGiveBack = 500 * time.Millisecond

// giveBack sets everything back that the full screen changes, in a program that
// does not come to it by itself any more. A terminal that takes nothing, as one
// behind a connection that hangs, is left as it is after toGiveBack: the line
// editing comes first, for it needs nobody who reads.
func (t terminal) giveBack() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		if t.before != nil {
			_ = term.Restore(t.in.Fd(), t.before)
		}
		_, _ = io.WriteString(t.out, tui.GiveBack)
	}()
	select {
	case <-done:
	case <-time.After(toGiveBack):
	}
}

// height is the height of the terminal in rows; 0: it is not known.
func (t terminal) height() int {
	_, h, err := term.GetSize(t.out.Fd())
	if err != nil {
		return 0
	}
	return h
}

// width is the width of the terminal in cells, or 80 where there is none.
func (t terminal) width() int {
	w, _, err := term.GetSize(t.out.Fd())
	if err != nil || w <= 0 {
		return 80
	}
	return w
}
