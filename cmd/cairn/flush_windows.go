package main

import "golang.org/x/sys/windows"

// dropTyped drops what was typed at a console and not read yet.
func dropTyped(fd uintptr) { _ = windows.FlushConsoleInputBuffer(windows.Handle(fd)) }
