package fix

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// ErrChanged is a file that is not as it was when it was read.
var ErrChanged = errors.New("the file was changed meanwhile")

// Write makes the changes in the folder of a course: each file whole or not at
// all. A file that was changed since it was read stays as it is, and so does one
// that is a link by now. It returns what was written, and why the rest was not.
func Write(dir string, changes []Change) (done []Change, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the course's folder: %w", err)
	}
	defer func() { _ = root.Close() }()
	var errs []error
	for _, c := range changes {
		if err := write(root, c); err != nil {
			errs = append(errs, fmt.Errorf("%s was left as it is: %w", c.File, err))
			continue
		}
		done = append(done, c)
	}
	return done, errors.Join(errs...)
}

func write(root *os.Root, c Change) error {
	if c.New {
		return newfile.Write(filepath.Join(root.Name(), filepath.FromSlash(c.File)), []byte(c.After))
	}
	mode, err := unchanged(root, c)
	if err != nil {
		return err
	}
	f, temp, err := beside(root, c.File)
	if err != nil {
		return err
	}
	_, err = f.WriteString(c.After)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		_, err = unchanged(root, c) // once more: writing took time
	}
	if err == nil {
		err = root.Rename(temp, c.File)
	}
	if err != nil {
		return errors.Join(err, root.Remove(temp))
	}
	return newfile.SyncDir(filepath.Join(root.Name(), filepath.FromSlash(path.Dir(c.File))))
}

// beside makes a new file beside another. What was left of a Write that was
// interrupted, or is being written by another one, stays as it is.
func beside(root *os.Root, file string) (f *os.File, name string, err error) {
	const most = 100
	for i := range most {
		name = path.Join(path.Dir(file), fmt.Sprintf(".cairn-fix-%d-%s.new", i, path.Base(file)))
		f, err = root.OpenFile(filepath.FromSlash(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return f, name, err
}

// unchanged makes sure that a file is as it was read, and returns its mode.
func unchanged(root *os.Root, c Change) (fs.FileMode, error) {
	if info, err := root.Lstat(c.File); err != nil {
		return 0, err
	} else if !info.Mode().IsRegular() {
		return 0, plainfile.ErrNotRegular
	} else if info.Mode().Perm()&0o222 == 0 {
		return 0, fmt.Errorf("it may not be written: %w", fs.ErrPermission)
	}
	f, err := root.OpenFile(c.File, os.O_RDONLY|plainfile.NoWait, 0)
	if err != nil {
		return 0, err
	}
	info, err := f.Stat()
	var data []byte
	if err == nil {
		data, err = io.ReadAll(io.LimitReader(f, int64(len(c.Before))+1))
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return 0, err
	}
	if string(data) != c.Before {
		return 0, ErrChanged
	}
	return info.Mode().Perm(), nil
}
