// Package newfile writes a file or a folder that is not there yet: whole, or not
// at all, and never over another.
package newfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// Taken is an error that is fs.ErrExist and says what is there in words of its
// own, without those of the system.
type Taken string

func (t Taken) Error() string { return string(t) }

// Unwrap makes it fs.ErrExist.
func (t Taken) Unwrap() error { return fs.ErrExist }

// Write makes a file for its owner only. When it returns without an error, the
// content and the name are on the disk. Until then no file of that name is
// there, whatever happens, so that half a file is never taken for one. It is
// fs.ErrExist when a file of that name is there already, which stays as it is.
func Write(name string, data []byte) error {
	if _, err := os.Lstat(name); err == nil {
		return Taken(fmt.Sprintf("%s is there already, and is not overwritten; name another file", name))
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".cairn-*.new") // for the owner only
	if err != nil {
		return err
	}
	_, err = temp.Write(data)
	if err == nil {
		err = temp.Sync()
	}
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = Place(temp.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return SyncDir(filepath.Dir(name))
}

// Place gives a file its name instead of the one it has, and is fs.ErrExist when
// there is a file of that name. A second name that takes the place of nothing is
// the only way that is certain not to overwrite a file which came to be in the
// meantime; not every file system has it. The names are not durable yet: see
// SyncDir.
func Place(temp, name string) error {
	switch err := os.Link(temp, name); {
	case err == nil:
		return os.Remove(temp)
	case errors.Is(err, fs.ErrExist):
		return Taken(fmt.Sprintf("%s is there already, and is not overwritten; name another file", name))
	}
	if _, err := os.Lstat(name); err == nil {
		return Taken(fmt.Sprintf("%s is there already, and is not overwritten; name another file", name))
	}
	return os.Rename(temp, name)
}

// SyncDir makes the names in a folder durable. Windows has no such call, and some
// file systems cannot do it for folders: they are taken as they are.
func SyncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil // there is no such call, and NTFS journals names
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }() // nothing was written through it
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return nil
}
