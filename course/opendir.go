package course

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cairn-learn/cairn/internal/plainfile"
)

// Dir is the files of a course: its folder on disk, or what was read of an
// archive. It is open until it is closed; a Course that was loaded from it needs
// it no longer.
type Dir interface {
	fs.FS
	io.Closer

	// Held reports that all is held in memory: it stays as it is, and can be read
	// after Close.
	Held() bool
}

// OpenDir opens the folder of a course on disk. Nothing outside the folder can
// be read through it, whatever links it holds, and opening a pipe or a device
// fails instead of waiting. The error for a folder that is not there is an
// fs.ErrNotExist.
func OpenDir(dir string) (Dir, error) {
	root, err := os.OpenRoot(dir + string(filepath.Separator)) // so that a pipe is not waited for
	if err != nil {
		return nil, openError(dir, withoutPath(err))
	}
	return dirFS{root.FS(), root}, nil
}

// Reopened is the files of a course in a folder, which is opened each time: a folder
// that is open could not be renamed or removed everywhere.
func Reopened(dir string) fs.FS { return reopened(dir) }

type reopened string

// Open opens a file of the course.
func (r reopened) Open(name string) (fs.File, error) {
	dir, err := OpenDir(string(r))
	if err != nil {
		return nil, err
	}
	file, err := dir.Open(name)
	if closing := dir.Close(); err == nil && closing != nil {
		return nil, errors.Join(closing, file.Close())
	}
	return file, err
}

// openError says why a folder cannot be opened, and what to do next.
func openError(dir string, err error) error {
	info, statErr := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return plainError{fmt.Sprintf("opening the course folder: there is no folder %q; check its name", dir), err}
	case statErr == nil && !info.IsDir():
		return plainError{fmt.Sprintf("opening the course folder: %q is a file; give the folder it is in, %q", dir, filepath.Dir(dir)), err}
	case errors.Is(err, fs.ErrPermission):
		return plainError{fmt.Sprintf("opening the course folder: %q may not be read; check its permissions", dir), err}
	}
	return fmt.Errorf("opening the course folder %q: %w", dir, err)
}

// plainError is an error in words of its own, with what the system said as its
// cause.
type plainError struct {
	msg   string
	cause error
}

func (e plainError) Error() string { return e.msg }
func (e plainError) Unwrap() error { return e.cause }

// dirFS is the file system of a root that opens regular files and folders only.
type dirFS struct {
	fs.FS // of root, for everything but opening files
	root  *os.Root
}

// Open implements fs.FS.
func (d dirFS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	file, err := d.root.OpenFile(name, os.O_RDONLY|plainfile.NoWait, 0)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		err = &fs.PathError{Op: "open", Path: name, Err: errNotRegular}
	}
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	return file, nil
}

// Held implements Dir.
func (d dirFS) Held() bool { return false }

// Close implements io.Closer.
func (d dirFS) Close() error { return d.root.Close() }

// ReadDir implements fs.ReadDirFS.
func (d dirFS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(d.FS, name) }

// ReadLink implements fs.ReadLinkFS.
func (d dirFS) ReadLink(name string) (string, error) { return fs.ReadLink(d.FS, name) }

// Lstat implements fs.ReadLinkFS.
func (d dirFS) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(d.FS, name) }
