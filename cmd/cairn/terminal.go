package main

import (
	"io"
	"os"

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

// giveBack sets everything back that the full screen changes, in a program that
// does not come to it by itself any more.
func (t terminal) giveBack() {
	_, _ = io.WriteString(t.out, tui.GiveBack)
	if t.before != nil {
		_ = term.Restore(t.in.Fd(), t.before)
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
