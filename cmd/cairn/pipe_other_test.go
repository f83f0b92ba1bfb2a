//go:build !unix

package main

import "github.com/rogpeppe/go-internal/testscript"

// pipe makes nothing where folders hold no pipes.
func pipe(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Fatalf("there are no named pipes on this system; ask for [unix] first")
}
