package practice

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/filelock"
	"github.com/cairn-learn/cairn/internal/plainfile"
)

// begun is what is known of one practice folder.
type begun struct {
	Making bool     `json:"making,omitempty"` // it is being made, and holds nothing of the learner's
	Lost   bool     `json:"lost,omitempty"`   // it is not known what was begun before, and set up
	Tasks  []string `json:"tasks,omitempty"`  // ids of the tasks whose files and setup are in it
	Left   []string `json:"left,omitempty"`   // ids of those whose files are in it, and whose setup nothing may run
	Print  string   `json:"print,omitempty"`  // what the folder held when a setup was left out; empty: nobody knows
}

// maxBegun bounds the file of what was begun, in bytes.
const maxBegun = 256 << 10

func (s *shelf) begunFile() string { return path.Join(begunDir, s.name+".json") }

// begun reads what was begun in the folder. That is lost where nothing says it, or
// what does cannot be read.
func (s *shelf) begun() begun {
	var b begun
	file, err := s.root.OpenFile(s.begunFile(), os.O_RDONLY|plainfile.NoWait, 0)
	if err != nil {
		return begun{Lost: true}
	}
	defer func() { _ = file.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(file, maxBegun))
	if err != nil || json.Unmarshal(data, &b) != nil {
		return begun{Lost: true}
	}
	return b
}

// lock waits until no other window has the folder. What makes one ends sooner or
// later, as what it runs does.
func (s *shelf) lock(ctx context.Context) error {
	if err := s.root.MkdirAll(begunDir, 0o700); err != nil {
		return err
	}
	file, err := s.root.OpenFile(path.Join(begunDir, s.name+".lock"), os.O_RDWR|os.O_CREATE|plainfile.NoWait, 0o600)
	if err != nil {
		return err
	}
	for {
		switch err := filelock.Try(file); {
		case err == nil:
			s.held = file
			return nil
		case errors.Is(err, filelock.ErrNone):
			_ = file.Close() // nothing was written
			return nil
		case !errors.Is(err, filelock.ErrBusy):
			_ = file.Close() // nothing was written
			return err
		}
		select {
		case <-ctx.Done():
			_ = file.Close() // nothing was written
			return ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (s *shelf) write(b begun) error {
	data, err := json.Marshal(b)
	if err != nil {
		return err
	}
	if err := s.root.MkdirAll(begunDir, 0o700); err != nil {
		return err
	}
	temp := s.begunFile() + ".new"
	if err := s.root.WriteFile(temp, data, 0o600); err != nil {
		_ = s.root.Remove(temp)
		return err
	}
	return s.root.Rename(temp, s.begunFile())
}

func (s *shelf) forget() { _ = s.root.Remove(s.begunFile()) } // the folder it was about is gone

// The record of a folder that was moved aside waits beside the new one. To rename a
// file takes no room, which a full disk does not have.
func (s *shelf) putRecordAside() { _ = s.root.Rename(s.begunFile(), s.begunFile()+".before") }

func (s *shelf) dropRecordAside() { _ = s.root.Remove(s.begunFile() + ".before") } // the next one takes its place

// bring copies what a task brings into a folder, where no file has its name yet.
// It follows no link: os.Root keeps it inside, and a link in place of a folder that
// leads elsewhere in it is an error.
func (s *shelf) bring(dir string, t *course.Task) error {
	files, err := s.Brings(t)
	if err != nil || len(files) == 0 {
		return err
	}
	root, err := s.root.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }() // it was only a handle
	for _, f := range files {
		if err := bringOne(root, f); err != nil {
			return fmt.Errorf("copying %s: %w", f.Name, err)
		}
	}
	return nil
}

func bringOne(root *os.Root, f course.TaskFile) error {
	if err := root.MkdirAll(path.Dir(f.Name), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if f.Executable {
		mode = 0o755
	}
	if _, err := root.Lstat(f.Name); err == nil {
		return nil // whatever has this name is the learner's
	}
	// Under another name first: what has the name of the file is all of it.
	part := path.Join(path.Dir(f.Name), partOf)
	if err := root.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err := writeSynced(root, part, f.Data, mode)
	if err == nil {
		err = root.Link(part, f.Name)
		switch {
		case errors.Is(err, fs.ErrExist):
			err = nil // what exists now is the learner's
		case err != nil: // there are no links on every disk
			err = root.Rename(part, f.Name)
		}
	}
	_ = root.Remove(part) // it has its name, or is not wanted
	return err
}

// partOf is what a file is called while it is written.
const partOf = ".cairn-part"

// stamp is how a folder that was moved aside is called. Names sort by time.
const stamp = "2006-01-02T150405"

// moveAside moves the folder where folders are kept, and returns its place; empty
// where there was none. Of two of one second, or after the clock was set back, the
// later one has the later name: prune goes by them.
func (s *shelf) moveAside(now time.Time) (string, error) {
	if _, err := s.root.Lstat(s.name); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	} else if err != nil {
		return "", err
	}
	dir := path.Join(asideDir, s.name)
	if err := s.root.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	entries, err := fs.ReadDir(s.root.FS(), dir)
	if err != nil {
		return "", err
	}
	now = now.UTC().Truncate(time.Second)
	for _, e := range entries {
		last, err := time.Parse(stamp, e.Name()[:min(len(stamp), len(e.Name()))])
		if err == nil && !now.After(last) {
			now = last.Add(time.Second)
		}
	}
	to := path.Join(dir, now.Format(stamp))
	return to, s.root.Rename(s.name, to)
}

// moveBack undoes moveAside and putRecordAside, or says where the folder is.
func (s *shelf) moveBack(aside string) error {
	if aside == "" {
		return nil
	}
	_ = s.clear(s.name)
	if err := s.root.Rename(aside, s.name); err != nil {
		return fmt.Errorf("what you did is in %s: %w", filepath.Join(s.root.Name(), filepath.FromSlash(aside)), err)
	}
	_ = s.root.Rename(s.begunFile()+".before", s.begunFile()) // else no setup is run in it any more
	return nil
}

// prune removes the oldest folders that were moved aside.
func (s *shelf) prune() {
	dir := path.Join(asideDir, s.name)
	entries, err := fs.ReadDir(s.root.FS(), dir)
	if err != nil {
		return
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	slices.Sort(names)
	for len(names) > Kept {
		_ = s.clear(path.Join(dir, names[0])) // it is tried again the next time
		names = names[1:]
	}
}

// clear removes a folder of cairn's own, also where its permissions are in the way.
func (s *shelf) clear(name string) error {
	if err := s.root.RemoveAll(name); err == nil {
		return nil
	}
	_ = fs.WalkDir(s.root.FS(), name, func(p string, e fs.DirEntry, err error) error {
		if e != nil && e.IsDir() {
			_ = s.root.Chmod(p, 0o700)
		}
		return nil
	})
	return s.root.RemoveAll(name)
}
