//go:build e2e && (darwin || freebsd || netbsd || openbsd || dragonfly)

package e2e

import "golang.org/x/sys/unix"

// getTermios asks for the settings of a terminal.
const getTermios = unix.TIOCGETA
