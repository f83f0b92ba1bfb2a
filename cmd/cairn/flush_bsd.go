//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package main

import "golang.org/x/sys/unix"

// dropTyped drops what was typed at a terminal and not read yet.
func dropTyped(fd uintptr) {
	const reading = 1 // FREAD
	_ = unix.IoctlSetPointerInt(int(fd), unix.TIOCFLUSH, reading)
}
