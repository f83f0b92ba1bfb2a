//go:build !linux

package progress

import "os"

// fileSystem is not known here.
func (*Place) fileSystem(string) {}

// scratch makes a file that is removed again.
func scratch(dir string) (f *os.File, remove func(), err error) { return named(dir) }
