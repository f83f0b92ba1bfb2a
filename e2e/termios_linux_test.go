//go:build e2e

package e2e

import "golang.org/x/sys/unix"

// getTermios asks for the settings of a terminal.
const getTermios = unix.TCGETS
