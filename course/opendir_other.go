//go:build !unix

package course

// noWait is nothing where folders hold no pipes.
const noWait = 0
