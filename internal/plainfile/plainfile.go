// Package plainfile reads files of which nothing is known but the name. Only a
// regular file is opened; a pipe, a socket or a device is refused at once instead
// of being waited for, also one that takes a file's place at the last moment.
package plainfile

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
)

// What is wrong with a file. The errors of Open and Read wrap them, or are of the
// system.
var (
	ErrNotRegular = errors.New("not a regular file")
	ErrTooLarge   = errors.New("too large")
)

// Open opens a regular file for reading. Links are followed.
func Open(name string) (*os.File, error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: ErrNotRegular} // to open a device may do something
	}
	file, err := os.OpenFile(name, os.O_RDONLY|NoWait, 0)
	if err != nil {
		return nil, err
	}
	if err := regular(file); err != nil {
		_ = file.Close() // it was not read
		return nil, err
	}
	return file, nil
}

func regular(file *os.File) error {
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: file.Name(), Err: ErrNotRegular}
	}
	return err
}

// Read reads a regular file of at most so many bytes.
func Read(name string, most int64) ([]byte, error) {
	file, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	if err == nil && info.Size() > most {
		err = ErrTooLarge
	}
	if err != nil {
		return nil, err
	}
	var data bytes.Buffer
	data.Grow(int(info.Size()) + bytes.MinRead) // what it says of its size, which is at most what it may have
	n, err := data.ReadFrom(io.LimitReader(file, most+1))
	if err == nil && n > most {
		err = ErrTooLarge
	}
	if err != nil {
		return nil, err
	}
	return data.Bytes(), nil
}
