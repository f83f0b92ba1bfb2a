package newfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Folder makes a folder with files in it, or nothing at all: until all of them
// are on the disk, no folder of that name is there. The names of files are
// below the folder, with slashes; one that leads out of it is an error. A
// folder that is there already is fs.ErrExist, unless it is empty. Unlike the
// file that Write makes, these are for everybody whom the system's mask allows.
func Folder(dir string, files map[string][]byte) error {
	taken := func() error {
		return Taken(fmt.Sprintf("%s is there already and not empty; nothing in it was changed", dir))
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if target, err := filepath.EvalSymlinks(dir); err == nil {
		dir = target // what a link leads to is filled, and the link stays
	} else if _, err := os.Lstat(dir); err == nil {
		return Taken(fmt.Sprintf("%s is a link that leads nowhere", dir))
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return taken()
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(filepath.Dir(dir), ".cairn-*.new")
	if err != nil {
		return err
	}
	inner := filepath.Join(temp, "folder") // made by Mkdir, so that the mask decides who may read it
	err = fill(inner, files)
	if err == nil {
		// Only an empty folder gives way; on some systems the new one takes its
		// place, on others it must be gone first.
		_ = os.Remove(dir)
		if err = os.Rename(inner, dir); errors.Is(err, fs.ErrExist) {
			err = taken()
		}
	}
	if err = errors.Join(err, os.RemoveAll(temp)); err != nil {
		return err
	}
	return SyncDir(filepath.Dir(dir))
}

func fill(dir string, files map[string][]byte) error {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // nothing was written through it itself
	folders := map[string]bool{".": true}
	for name, data := range files {
		local, err := filepath.Localize(name)
		if err != nil {
			return fmt.Errorf("writing %s: the name leads out of the folder, or no file can have it: %w", name, err)
		}
		folders[filepath.Dir(local)] = true
		if err := write(root, local, data); err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
	}
	for name := range folders {
		if err := SyncDir(filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

func write(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
