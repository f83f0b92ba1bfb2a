package course

import (
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Dir is the folder of a course on disk. It is open until it is closed; a
// Course that was loaded from it needs it no longer.
type Dir interface {
	fs.FS
	io.Closer
}

// OpenDir opens the folder of a course on disk. Nothing outside the folder can
// be read through it, whatever links it holds, and opening a pipe or a device
// fails instead of waiting.
func OpenDir(dir string) (Dir, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the course folder %s: %w", dir, withoutPath(err))
	}
	return dirFS{root.FS(), root}, nil
}

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
	file, err := d.root.OpenFile(name, os.O_RDONLY|noWait, 0)
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

// Close implements io.Closer.
func (d dirFS) Close() error { return d.root.Close() }

// ReadDir implements fs.ReadDirFS.
func (d dirFS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(d.FS, name) }

// ReadLink implements fs.ReadLinkFS.
func (d dirFS) ReadLink(name string) (string, error) { return fs.ReadLink(d.FS, name) }

// Lstat implements fs.ReadLinkFS.
func (d dirFS) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(d.FS, name) }
