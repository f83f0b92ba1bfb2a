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
	temp := path.Join(path.Dir(c.File), ".cairn-fix-"+path.Base(c.File)+".new")
	f, err := root.OpenFile(filepath.FromSlash(temp), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
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

// unchanged makes sure that a file is as it was read, and returns its mode.
func unchanged(root *os.Root, c Change) (fs.FileMode, error) {
	if info, err := root.Lstat(c.File); err != nil {
		return 0, err
	} else if !info.Mode().IsRegular() {
		return 0, plainfile.ErrNotRegular
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
