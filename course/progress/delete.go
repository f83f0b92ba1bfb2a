package progress

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/cairn-learn/cairn/internal/filelock"
	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// Contents is what lies in the folder of a log. Paths are below it, with slashes.
type Contents struct {
	Files   []StoredFile // that belong to the log, by path
	Folders []string     // that hold them and nothing else, the deepest first; "." is the folder itself
	Others  []string     // what does not belong to the log: it is never changed or removed
	Links   []Link       // where the log's files and folders belong: they are not followed
}

// Link is a link where something of a log would be.
type Link struct{ Path, To string }

// StoredFile is a file of a log.
type StoredFile struct {
	Path string
	Size int64 // bytes
}

// Look lists what lies in the folder of a log. Links are not followed: one is
// something that does not belong to the log, wherever it leads. A folder that is
// not there is empty.
func Look(dir string) (Contents, error) {
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return Contents{}, nil
	}
	if err != nil {
		return Contents{}, fmt.Errorf("look into %s: %w", dir, err)
	}
	defer func() { _ = root.Close() }() // nothing was written through it
	var c Contents
	if err := c.look(root, allMade(), "."); err != nil {
		return Contents{}, fmt.Errorf("look into %s: %w", dir, err)
	}
	return c, nil
}

// look lists a folder, what is in its folders first.
func (c *Contents) look(root *os.Root, kinds []made, dir string) error {
	entries, err := fs.ReadDir(root.FS(), dir)
	if err != nil {
		return err
	}
	foreign := len(c.Others) + len(c.Links)
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case !e.IsDir():
			err = c.file(root, kinds, name, e)
		case slices.ContainsFunc(kinds, func(kind made) bool { return kind.folder == name }):
			err = c.look(root, kinds, name)
		default:
			c.Others = append(c.Others, name+"/")
		}
		if err != nil {
			return err
		}
	}
	if len(c.Others)+len(c.Links) == foreign {
		c.Folders = append(c.Folders, dir)
	}
	return nil
}

// file sorts what is no folder to what it is.
func (c *Contents) file(root *os.Root, kinds []made, name string, e fs.DirEntry) error {
	if e.Type()&fs.ModeSymlink != 0 && isNamed(kinds, name) {
		to, err := root.Readlink(name)
		if err != nil {
			return err
		}
		c.Links = append(c.Links, Link{name, to})
		return nil
	}
	if !e.Type().IsRegular() || !isMade(root, kinds, name) {
		c.Others = append(c.Others, name)
		return nil
	}
	info, err := e.Info()
	if errors.Is(err, fs.ErrNotExist) {
		return nil // another window has renamed it since
	}
	if err != nil {
		return err
	}
	c.Files = append(c.Files, StoredFile{name, info.Size()})
	return nil
}

// Delete removes all that Look tells of as the log's: files, and the folders
// that hold nothing else. It removes nothing before it holds the lock of every
// log file; the error wraps ErrInUse when another window has one. What could not
// be removed is told, and the rest is removed all the same. Deleting again after
// an interruption goes on where it stopped.
func Delete(dir string) error {
	c, err := Look(dir)
	if err != nil {
		return err
	}
	if len(c.Files)+len(c.Folders) == 0 {
		return nil
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("delete %s: %w", dir, err)
	}
	defer func() { _ = root.Close() }() // nothing was written through it
	locked, err := lockAll(root, c.Files)
	defer func() {
		for _, f := range locked {
			_ = f.Close()
		}
	}()
	if err != nil {
		return fmt.Errorf("delete %s: %w", dir, err)
	}
	var failed error
	for _, f := range c.Files {
		if lock := locked[f.Path]; lock != nil {
			_ = lock.Close() // some systems remove no file that is open
			delete(locked, f.Path)
		}
		if err := root.Remove(f.Path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			failed = errors.Join(failed, err)
		}
	}
	for _, folder := range c.Folders {
		if folder != "." {
			if err := root.Remove(folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
				failed = errors.Join(failed, err)
			}
		}
	}
	if err := errors.Join(failed, newfile.SyncDir(dir)); err != nil {
		return fmt.Errorf("delete %s: %w", dir, err)
	}
	if slices.Contains(c.Folders, ".") {
		return removeEmpty(dir)
	}
	return nil
}

// lockAll takes the lock of every log file, by path.
func lockAll(root *os.Root, files []StoredFile) (map[string]*os.File, error) {
	locked := map[string]*os.File{}
	for _, f := range files {
		if path.Dir(f.Path) != logDir || !isLogName(path.Base(f.Path)) {
			continue
		}
		file, err := root.OpenFile(f.Path, os.O_RDWR|plainfile.NoWait, 0)
		if errors.Is(err, fs.ErrNotExist) || isReadOnly(err) {
			continue // no window writes it
		}
		if err != nil {
			return locked, err
		}
		locked[f.Path] = file
		switch err := filelock.Try(file); {
		case errors.Is(err, errBusy):
			return locked, fmt.Errorf("%s: %w", f.Path, ErrInUse)
		case err != nil && !errors.Is(err, errNoLock):
			return locked, err
		}
	}
	return locked, nil
}

// removeEmpty removes the folder of a log. Where that folder is only linked to
// from here, or cannot be removed, it stays: it is empty.
func removeEmpty(dir string) error {
	if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
		return nil //nolint:nilerr // what is not there need not be removed
	}
	_ = os.Remove(dir) // it may be a mount, or a parent that takes no writes
	return newfile.SyncDir(filepath.Dir(dir))
}
