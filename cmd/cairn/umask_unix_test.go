//go:build unix

package main

import (
	"syscall"
	"testing"
)

// masked does something under another umask.
func masked(t *testing.T, mask int, do func()) {
	t.Helper()
	before := syscall.Umask(mask)
	defer syscall.Umask(before)
	do()
}
