package trust

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/cairn-learn/cairn/internal/newfile"
	"github.com/cairn-learn/cairn/internal/plainfile"
	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Folder is where it is kept what the learner agreed to, below the folder for a
// learner's data: a file for each, named by the key. So two windows never write
// to the same file, and taking one back is removing it.
const Folder = "trust"

// Grant is one thing that the learner agreed to, as it is kept. Fields are only
// ever added.
type Grant struct {
	Version  int       `json:"v"`
	Course   string    `json:"course"`
	Task     string    `json:"task"`
	Commands []string  `json:"commands"`
	Walls    string    `json:"walls"` // the level, by its name
	When     time.Time `json:"t"`

	Key string `json:"-"` // the name of the file
}

// Fields are the names of a Grant's fields in its file, for the list of what is
// stored.
func Fields() []string { return []string{"v", "course", "task", "commands", "walls", "t"} }

const version = 1

// The most that is read: one file, and how many of them for a list.
const (
	maxFile   = 4 << 20
	maxGrants = 10_000
)

// Store is what the learner agreed to, on the disk.
type Store struct {
	dir string
	now func() time.Time
}

// Open is what is kept in a learner's folder for data. Nothing is read or made
// yet. Where dir is empty, nothing is kept, and every request is asked again.
func Open(dir string, now func() time.Time) Store {
	if dir != "" {
		dir = filepath.Join(dir, Folder)
	}
	return Store{dir, now}
}

// ErrNothingKept is the error of Grant where there is no folder to keep it in.
// What the learner agreed to holds for now.
var ErrNothingKept = errors.New("there is no folder to keep it in")

// Granted reports whether the learner agreed to exactly this, at these walls or
// at worse ones. What is damaged counts as not agreed, and is the error.
func (s Store) Granted(r Request) (bool, error) {
	if err := r.Check(); err != nil {
		return false, fmt.Errorf("this cannot be agreed to: %w", err)
	}
	if s.dir == "" {
		return false, nil
	}
	var trouble error
	for level := wall.None; level <= r.Level; level++ {
		g, err := s.read(r.keyAt(level))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			trouble = err
		case g.isOf(r, level):
			return true, nil
		default:
			trouble = fmt.Errorf("%s does not say what its name stands for; remove it, and you are asked again", s.path(g.Key))
		}
	}
	return false, trouble
}

// isOf reports whether a grant says what its key stands for.
func (g Grant) isOf(r Request, level wall.Level) bool {
	return g.Course == r.Course && g.Task == r.Task && slices.Equal(g.Commands, texts(r)) && g.Walls == level.String()
}

// Grant keeps that the learner agreed. When it returns nil that is on the disk.
// It is for a learner's own yes only: never for a course that is signed, a
// setting, or a program that runs cairn.
func (s Store) Grant(r Request) error {
	if err := r.Check(); err != nil {
		return fmt.Errorf("nothing was agreed to: %w", err)
	}
	if s.dir == "" {
		return ErrNothingKept
	}
	data, err := json.MarshalIndent(Grant{
		Version: version, Course: r.Course, Task: r.Task, Commands: texts(r), Walls: r.Level.String(), When: s.now().UTC().Truncate(time.Second),
	}, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(s.dir, 0o700); err != nil {
		return fmt.Errorf("keeping what you agreed to: %w", trouble.At(s.dir, err))
	}
	key := r.Key()
	name := s.path(key)
	err = newfile.Write(name, append(data, '\n'))
	if errors.Is(err, fs.ErrExist) {
		if g, rerr := s.read(key); rerr == nil && g.isOf(r, r.Level) {
			return nil // another window was first
		}
		if err = os.Remove(name); err == nil { // damaged, or no file of ours: the learner said yes to this
			err = newfile.Write(name, append(data, '\n'))
		}
	}
	if err != nil {
		return fmt.Errorf("keeping what you agreed to: %w", trouble.At(s.dir, err))
	}
	return nil
}

func texts(r Request) []string {
	all := make([]string, len(r.Commands))
	for i, c := range r.Commands {
		all[i] = c.Text
	}
	return all
}

func (s Store) path(key string) string { return filepath.Join(s.dir, key+".json") }

// read reads a grant, which anybody may have written.
func (s Store) read(key string) (Grant, error) {
	name := s.path(key)
	g := Grant{Key: key}
	data, err := plainfile.Read(name, maxFile)
	if err != nil {
		return g, fmt.Errorf("reading what you agreed to: %w", trouble.At(name, err))
	}
	switch err := json.Unmarshal(data, &g); {
	case err != nil:
		return g, fmt.Errorf("%s cannot be read; remove it, and you are asked again: %w", name, err)
	case g.Version > version:
		return g, fmt.Errorf("%s was written by a newer cairn", name)
	case g.Version != version || g.Course == "" || len(g.Commands) == 0:
		return g, fmt.Errorf("%s is damaged; remove it, and you are asked again", name)
	}
	return g, nil
}

// List lists everything that the learner agreed to, by course, task and time. Files
// that say nothing which can be read are errors, each by itself.
func (s Store) List() ([]Grant, []error) {
	keys, err := s.keys()
	if err != nil {
		return nil, []error{err}
	}
	var all []Grant
	var bad []error
	if n := len(keys) - maxGrants; n > 0 {
		keys, bad = keys[:maxGrants], []error{fmt.Errorf("%d more are in %s, and not listed", n, s.dir)}
	}
	for _, key := range keys {
		g, err := s.read(key)
		if err != nil {
			if !errors.Is(err, fs.ErrNotExist) { // or taken back meanwhile
				bad = append(bad, err)
			}
			continue
		}
		all = append(all, g)
	}
	slices.SortFunc(all, func(a, b Grant) int {
		if c := strings.Compare(a.Course, b.Course); c != 0 {
			return c
		}
		if c := strings.Compare(a.Task, b.Task); c != 0 {
			return c
		}
		if c := a.When.Compare(b.When); c != 0 {
			return c
		}
		return strings.Compare(a.Key, b.Key)
	})
	return all, bad
}

// IsName reports whether a file in Folder has a name that cairn gives.
func IsName(name string) bool {
	key, ok := strings.CutSuffix(name, ".json")
	return ok && len(key) == 64 && strings.Trim(key, "0123456789abcdef") == ""
}

// keys are the names of the files, without their ending.
func (s Store) keys() ([]string, error) {
	if s.dir == "" {
		return nil, nil
	}
	d, err := os.Open(s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading what you agreed to: %w", err)
	}
	defer func() { _ = d.Close() }() // nothing was written through it
	var keys []string
	for {
		entries, err := d.ReadDir(1000)
		for _, e := range entries {
			if IsName(e.Name()) {
				keys = append(keys, strings.TrimSuffix(e.Name(), ".json"))
			}
		}
		if errors.Is(err, io.EOF) {
			slices.Sort(keys)
			return keys, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading what you agreed to: %w", err)
		}
	}
}

// Revoke takes back everything that was agreed to for a course, also by a newer
// cairn, and RevokeAll all of it, with what cannot be read. They return how much
// that was. What runs already goes on. A file that cannot be opened may be of this
// course: it is an error, and what can be taken back is.
func (s Store) Revoke(course string) (int, error) {
	keys, err := s.keys()
	if err != nil {
		return 0, err
	}
	n, unread := 0, error(nil)
	for _, key := range keys {
		g, err := s.read(key)
		var system *fs.PathError
		switch {
		case g.Course == course:
			if err := s.remove(key); err != nil {
				return n, err
			}
			n++
		case errors.Is(err, fs.ErrNotExist): // another window was first
		case errors.As(err, &system):
			unread = errors.Join(unread, err)
		}
	}
	return n, unread
}

// RevokeAll takes back everything.
func (s Store) RevokeAll() (int, error) {
	for n := 0; ; {
		keys, err := s.keys()
		if err != nil || len(keys) == 0 {
			return n, err
		}
		for _, key := range keys {
			if err := s.remove(key); err != nil {
				return n, err
			}
			n++
		}
	}
}

// remove takes one back. That is durable when it returns nil.
func (s Store) remove(key string) error {
	if err := os.Remove(s.path(key)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("taking back what you agreed to: %w", err)
	}
	if err := newfile.SyncDir(s.dir); err != nil {
		return fmt.Errorf("taking back what you agreed to: %w", err)
	}
	return nil
}
