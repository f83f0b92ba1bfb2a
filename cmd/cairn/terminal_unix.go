//go:build unix

package main

import (
	"os"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// untidy reports whether the terminal of this process was left without echo or
// without lines, as a program does that was killed.
func untidy() bool {
	state, err := term.GetState(os.Stdin.Fd())
	return err == nil && state.Lflag&(unix.ECHO|unix.ICANON) != unix.ECHO|unix.ICANON
}
