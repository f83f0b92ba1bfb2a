// Package library finds courses, on the shelf built into the program, among
// those opened lately and in folders, and opens one for the learner.
package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
)

// Source says where a course was found.
type Source string

// The sources.
const (
	BuiltIn Source = "built-in"
	Recent  Source = "recent"
	Folder  Source = "folder"
)

// Entry is one course on the shelf.
type Entry struct {
	Ref      string // opens it: the id of a built-in course, or a folder's path
	ID       string
	Title    string
	Summary  string
	Minutes  int // 0 when unknown
	Lessons  int
	Source   Source
	Progress learn.Progress
	Errors   int // findings of severity error
	Warnings int
}

// Opened is a course ready to be taken.
type Opened struct {
	Session *learn.Session
	Diags   []course.Diag
}

// Log is what a Library needs of the event log.
type Log interface {
	learn.Log
	Courses() []progress.Course
}

// Options is what a Library must be given.
type Options struct {
	BuiltIn fs.FS    // one folder a course
	Folders []string // looked into for courses: the folder itself, or folders in it
	Log     Log
	Now     func() time.Time
	Seed    uint64 // see learn.Deps
}

// Library lists and opens courses. Its methods read files.
type Library struct{ o Options }

// New returns a library.
func New(o Options) *Library { return &Library{o} }

// ErrNoCourse says that a name is neither a built-in course nor a folder.
var ErrNoCourse = errors.New("no such course")

// List lists the courses: built-in ones, those opened lately, and those in the
// folders. A course that cannot be read is left out; opening it says why.
func (l *Library) List() ([]Entry, error) {
	names, err := l.builtIn()
	if err != nil {
		return nil, err
	}
	var out []Entry
	listed := map[string]bool{}
	add := func(ref string, from Source) {
		if listed[ref] {
			return
		}
		listed[ref] = true
		if e, err := l.entry(ref, from); err == nil {
			out = append(out, e)
		}
	}
	for _, name := range names {
		add(name, BuiltIn)
	}
	for _, dir := range l.recent() {
		add(dir, Recent)
	}
	for _, dir := range l.o.Folders {
		for _, found := range coursesIn(dir) {
			add(found, Folder)
		}
	}
	return out, nil
}

// builtIn lists the names of the built-in courses; the welcome comes first.
func (l *Library) builtIn() ([]string, error) {
	entries, err := fs.ReadDir(l.o.BuiltIn, ".")
	if err != nil {
		return nil, fmt.Errorf("listing the built-in courses: %w", err)
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	slices.SortStableFunc(names, func(a, b string) int {
		switch {
		case a == "welcome":
			return -1
		case b == "welcome":
			return 1
		}
		return 0
	})
	return names, nil
}

// recent lists the folders of courses that were opened, the latest first, as
// far as they are still there.
func (l *Library) recent() []string {
	var dirs []string
	for _, c := range l.o.Log.Courses() {
		events, err := l.o.Log.Events(c.ID)
		if err != nil {
			continue
		}
		for _, e := range slices.Backward(events) {
			if e.Kind == learn.KindOpened {
				if e.Note != "" && isDir(e.Note) {
					dirs = append(dirs, e.Note)
				}
				break
			}
		}
	}
	return dirs
}

// coursesIn lists the courses of a folder: the folder itself where it has a
// course.yaml, else the folders in it that have one.
func coursesIn(dir string) []string {
	if hasCourse(dir) {
		return []string{dir}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries {
		if sub := filepath.Join(dir, e.Name()); e.IsDir() && hasCourse(sub) {
			found = append(found, sub)
		}
	}
	return found
}

func hasCourse(dir string) bool {
	info, err := os.Lstat(filepath.Join(dir, "course.yaml"))
	return err == nil && info.Mode().IsRegular()
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (l *Library) entry(ref string, from Source) (Entry, error) {
	o, err := l.open(ref)
	if err != nil {
		return Entry{}, err
	}
	c := o.Session.Course()
	e := Entry{
		Ref: ref, ID: c.ID, Title: c.Title, Summary: c.Summary, Minutes: c.Minutes,
		Source: from, Progress: o.Session.Progress(),
	}
	for _, lesson := range e.Progress.Lessons {
		if lesson.State != learn.LessonOff {
			e.Lessons++
		}
	}
	for _, d := range o.Diags {
		if d.Severity == course.Error {
			e.Errors++
		} else {
			e.Warnings++
		}
	}
	return e, nil
}

// Open opens a course by the name of a built-in one or by its folder. The error
// wraps ErrNoCourse when there is neither.
func (l *Library) Open(ref string) (Opened, error) { return l.open(ref) }

func (l *Library) open(ref string) (Opened, error) {
	c, diags, dir, err := l.Load(ref)
	if err != nil {
		return Opened{}, err
	}
	s, err := learn.Open(c, learn.Deps{Log: l.o.Log, Now: l.o.Now, Seed: l.o.Seed, Source: dir})
	if err != nil {
		return Opened{}, err
	}
	return Opened{Session: s, Diags: diags}, nil
}

// Load reads a course without opening it. The folder is empty for a built-in
// course. A name is a built-in course's before it is a folder's; a path with a
// separator is always a folder's.
func (l *Library) Load(ref string) (c *course.Course, diags []course.Diag, dir string, err error) {
	if names, err := l.builtIn(); err == nil && slices.Contains(names, ref) {
		sub, err := fs.Sub(l.o.BuiltIn, ref)
		if err != nil {
			return nil, nil, "", fmt.Errorf("opening the built-in course %q: %w", ref, err)
		}
		c, diags, err = course.Load(sub, ref)
		return c, diags, "", err
	}
	if !isDir(ref) {
		return nil, nil, "", fmt.Errorf("opening %q: %w: it is neither a built-in course nor a folder", ref, ErrNoCourse)
	}
	dir, err = filepath.Abs(ref)
	if err != nil {
		return nil, nil, "", fmt.Errorf("opening %q: %w", ref, err)
	}
	fsys, err := course.OpenDir(dir)
	if err != nil {
		return nil, nil, "", fmt.Errorf("opening %q: %w", ref, err)
	}
	c, diags, err = course.Load(fsys, filepath.Base(dir))
	return c, diags, dir, err
}
