//go:build !unix

package plainfile

import "io/fs"

// NoWait is nothing where folders hold no pipes.
const NoWait = 0

// Links is how many names a file has: 0, where the file system does not tell.
func Links(fs.FileInfo) uint64 { return 0 }

// Own reports whether a file belongs to who runs the program: where the system does
// not tell, it does.
func Own(fs.FileInfo) bool { return true }
