// Package trouble tells what is wrong with a place on the disk, as far as whoever
// sits before it can mend that: so that they can be told how, in their language.
package trouble

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Kind is what is wrong with a place.
type Kind string

// The kinds of trouble.
const (
	NoRoom   Kind = "no-room"    // the disk, or what one may have of it, is full
	Shut     Kind = "shut"       // it may not be read or written, by anybody or by who runs the program
	InTheWay Kind = "in-the-way" // something else stands there, such as a file where a folder is to be
	Gone     Kind = "gone"       // it was removed or replaced while it was needed
	NoTemp   Kind = "no-temp"    // it is the folder for temporary files, and takes nothing
)

// Error is an error that comes of a place.
type Error struct {
	Kind Kind
	Path string // of the place
	Err  error
}

func (e *Error) Error() string { return e.Err.Error() }

func (e *Error) Unwrap() error { return e.Err }

// At names the place that an error comes of, where it is of a Kind that can be read
// off it; any other error is returned as it is, and so is one that names a place.
func At(path string, err error) error {
	var named *Error
	switch {
	case err == nil || errors.As(err, &named):
		return err
	case IsNoRoom(err):
		return &Error{NoRoom, path, err}
	case IsShut(err):
		return &Error{Shut, path, err}
	case errors.Is(err, syscall.ENOTDIR):
		return &Error{InTheWay, firstFile(path), err}
	}
	return err
}

// firstFile is the first part of a path that is there and no folder; the path where
// there is none any more.
func firstFile(path string) string {
	found := path
	for dir := path; ; dir = filepath.Dir(dir) {
		if info, err := os.Lstat(dir); err == nil && !info.IsDir() && info.Mode()&fs.ModeSymlink == 0 {
			found = dir
		}
		if dir == filepath.Dir(dir) {
			return found
		}
	}
}

func isAny(err error, of ...error) bool {
	for _, e := range of {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}
