//go:build !unix

package plainfile

// NoWait is nothing where folders hold no pipes.
const NoWait = 0
