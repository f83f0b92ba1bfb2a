package progress

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/cairn-learn/cairn/internal/filelock"
	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// disk is what the log asks of a file system. Tests replace it to make any
// call fail and to pull the plug.
type disk interface {
	// MakeDir makes a folder and its parents, for the owner only, durably.
	MakeDir(dir string) error
	// List returns the names in a folder, sorted.
	List(dir string) ([]string, error)
	// Read returns the content of a regular file of at most maxFile bytes.
	Read(name string) ([]byte, error)
	// Size returns the size of a file in bytes.
	Size(name string) (int64, error)
	// Open opens a file for reading and writing.
	Open(name string) (file, error)
	// Create creates a file for the owner only; an existing one is fs.ErrExist.
	Create(name string) (file, error)
	// Rename replaces to by from at once.
	Rename(from, to string) error
	// Place renames a file to a name that no file has; else it is fs.ErrExist.
	Place(from, to string) error
	// Remove removes a file.
	Remove(name string) error
	// SyncDir makes the names in a folder durable.
	SyncDir(dir string) error
}

// file is an open file of the log.
type file interface {
	// Read returns the whole content.
	Read() ([]byte, error)
	// WriteAt writes b at an offset: all of it, or it fails.
	WriteAt(b []byte, offset int64) (int, error)
	// Truncate cuts the file.
	Truncate(size int64) error
	// Sync makes the content durable.
	Sync() error
	// Lock keeps other processes from writing the file until it is closed. It
	// does not wait: errBusy means another process has it, errNoLock that this
	// file system has no locks.
	Lock() error
	// Intact fails when the file's name leads elsewhere or its size is another.
	Intact(size int64) error
	Close() error
}

var (
	errBusy   = filelock.ErrBusy
	errNoLock = filelock.ErrNone
)

// maxFile bounds what is read into memory, about four million events.
const maxFile = 1 << 30

// osDisk is the file system of the machine.
type osDisk struct{}

func (d osDisk) MakeDir(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	parent := filepath.Dir(dir)
	if parent != dir {
		if err := d.MakeDir(parent); err != nil {
			return err
		}
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return errors.Join(err, fmt.Errorf("%s is not a folder", dir))
	}
	return newfile.SyncDir(parent)
}

func (osDisk) List(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, nil
}

func (osDisk) Read(name string) ([]byte, error) {
	data, err := plainfile.Read(name, maxFile)
	switch {
	case errors.Is(err, plainfile.ErrTooLarge):
		return nil, fmt.Errorf("read %s: it has more than %d bytes", name, maxFile)
	case errors.Is(err, plainfile.ErrNotRegular):
		return nil, fmt.Errorf("read %s: not a regular file", name)
	}
	return data, err
}

func readable(info fs.FileInfo, err error) error {
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return errors.New("not a regular file")
	case info.Size() > maxFile:
		return fmt.Errorf("%d bytes are too many, at most %d", info.Size(), maxFile)
	}
	return nil
}

func (osDisk) Size(name string) (int64, error) {
	info, err := os.Stat(name)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func (osDisk) Open(name string) (file, error) {
	// Looked at before it is opened, since to open a device may do something, and
	// again when it is read; a pipe that comes in between is not waited for.
	if err := readable(os.Stat(name)); err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	return opened(os.OpenFile(name, os.O_RDWR|plainfile.NoWait, 0))
}

func (osDisk) Create(name string) (file, error) {
	return opened(os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600))
}

func (osDisk) Rename(from, to string) error { return os.Rename(from, to) }
func (osDisk) Place(from, to string) error  { return newfile.Place(from, to) }
func (osDisk) Remove(name string) error     { return os.Remove(name) }
func (osDisk) SyncDir(dir string) error     { return newfile.SyncDir(dir) }

type osFile struct{ *os.File }

func opened(f *os.File, err error) (file, error) {
	if err != nil {
		return nil, err
	}
	return osFile{f}, nil
}

func (f osFile) Read() ([]byte, error) {
	info, err := f.Stat()
	if err := readable(info, err); err != nil {
		return nil, fmt.Errorf("read %s: %w", f.Name(), err)
	}
	data := make([]byte, info.Size())
	n, err := f.ReadAt(data, 0)
	if n == len(data) {
		err = nil // io.EOF is due at the end
	}
	return data[:n], err
}

func (f osFile) Lock() error { return filelock.Try(f.File) }

func (f osFile) Intact(size int64) error {
	here, err := f.Stat()
	if err != nil {
		return err
	}
	there, err := os.Stat(f.Name())
	if err != nil {
		return err
	}
	if !os.SameFile(here, there) || here.Size() != size {
		return fmt.Errorf("%s was changed by another program", f.Name())
	}
	return nil
}

// create writes a new file durably, all of it or none.
func create(d disk, name string, data []byte) error {
	f, err := d.Create(name)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(data, 0)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = d.SyncDir(filepath.Dir(name))
	}
	if err != nil {
		return errors.Join(err, d.Remove(name))
	}
	return nil
}

// replace puts data in the place of a file, so that at every moment the name
// leads to the whole old content or the whole new one. The writer tells the
// temporary files of several windows apart.
func replace(d disk, name, writer string, data []byte) error {
	next := name + "." + writer + ".new"
	if err := d.Remove(next); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := create(d, next, data); err != nil {
		return err
	}
	if err := d.Rename(next, name); err != nil {
		return errors.Join(err, d.Remove(next))
	}
	return d.SyncDir(filepath.Dir(name))
}
