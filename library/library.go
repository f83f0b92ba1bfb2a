// Package library finds courses, on the shelf built into the program, among
// those opened lately, in folders and in archives, and opens one for the learner.
package library

import (
	"io/fs"
	"sync"
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
	Ref      string // opens it: the id of a built-in course, or the path of a folder or an archive
	ID       string // courses of the same id share their progress
	Title    string
	Summary  string
	Minutes  int // 0 when unknown
	Lessons  int
	Source   Source
	Progress learn.Progress
	Errors   int // findings of severity error
	Warnings int
	Glanced  bool // only Ref, Title, Summary and Source are known: see Glance and Menu
}

// Opened is a course ready to be taken, with what was found wrong with it. The
// session is nil when there is nothing to take.
type Opened struct {
	Session *learn.Session
	Diags   []course.Diag
	Assets  Assets
	Files   fs.FS // of the course, read anew each time; what a text of it shows comes from Assets
}

// Assets reads a file of the course that a text in it shows, such as a picture.
// It reads files anew each time, so it must not be called from
// the event loop of a screen. It is safe for concurrent use. See
// course.ReadAsset for what from and to are, and for its bounds.
type Assets func(from, to string) ([]byte, error)

// Log is what a Library needs of the event log.
type Log interface {
	learn.Log
	Courses() []progress.Course
	Openings(course string) ([]progress.Opening, error) // in order
}

// Options is what a Library must be given.
type Options struct {
	BuiltIn fs.FS    // one folder a course, which does not change; nil: none
	Folders []string // looked into for courses: the folder itself, or folders in it
	Shelves []string // folders that are looked into for archives of courses too
	Log     Log
	Now     func() time.Time
	Seed    func() uint64 // see learn.Deps; nil: 0
}

// Library lists and opens courses. Its methods read files. It is safe for
// concurrent use as far as its log is.
type Library struct {
	o     Options
	alone bool // the folders are all there is: nothing opened lately

	mu     sync.Mutex
	loaded map[string]loaded // built-in courses, by name
}

// loaded is a course as it was read.
type loaded struct {
	course *course.Course
	diags  []course.Diag
}

// New returns a library.
func New(o Options) *Library { return &Library{o: o, loaded: map[string]loaded{}} }

// List lists the courses: built-in ones, those opened lately, the latest
// first, and those in the folders. A course that cannot be read is left out;
// opening it says why.
func (l *Library) List() ([]Entry, error) { return l.list(func(place) bool { return false }) }

// Menu lists the courses that List lists, to choose from at once: archives only
// at a glance. Each has to be unpacked whole to be read, and a folder may hold
// hundreds of them. It may list one that turns out to be unreadable.
func (l *Library) Menu() ([]Entry, error) {
	return l.list(func(p place) bool { return p.from != BuiltIn && course.IsArchive(p.ref) && isFile(p.ref) })
}

// list lists the courses, some of them at a glance.
func (l *Library) list(glanced func(place) bool) ([]Entry, error) {
	places, err := l.places()
	if err != nil {
		return nil, err
	}
	var out []Entry
	for _, p := range places {
		if glanced(p) {
			out = append(out, l.glance(p)...)
		} else if e, err := l.entry(p.ref, p.from); err == nil {
			out = append(out, e)
		}
	}
	return out, nil
}

// Glance lists the courses that List lists, in a few milliseconds: without
// reading more of them than their titles. It tells nothing of progress, and may
// list a course that turns out to be unreadable.
func (l *Library) Glance() []Entry {
	places, err := l.places()
	if err != nil {
		return nil
	}
	var out []Entry
	for _, p := range places {
		out = append(out, l.glance(p)...)
	}
	return out
}

// glance is the course in a place by its title, or nothing where there is none.
func (l *Library) glance(p place) []Entry {
	h, ok := l.header(p)
	if !ok {
		return nil
	}
	return []Entry{{Ref: p.ref, Title: h.Title, Summary: h.Summary, Source: p.from, Glanced: true}}
}

// place is where a course is.
type place struct {
	ref  string
	from Source
}

// places gives the places of the courses on the shelf, each once.
func (l *Library) places() ([]place, error) {
	names, err := l.builtIn()
	if err != nil {
		return nil, err
	}
	var out []place
	listed := map[string]bool{}
	add := func(ref string, from Source) {
		if !listed[ref] {
			listed[ref] = true
			out = append(out, place{ref, from})
		}
	}
	for _, name := range names {
		add(name, BuiltIn)
	}
	if !l.alone {
		for _, dir := range l.recent() {
			add(dir, Recent)
		}
	}
	for _, dir := range l.o.Shelves {
		for _, found := range append(coursesIn(dir), archivesIn(dir)...) {
			add(found, Folder)
		}
	}
	for _, dir := range l.o.Folders {
		for _, found := range coursesIn(dir) {
			add(found, Folder)
		}
	}
	return out, nil
}

func (l *Library) entry(ref string, from Source) (Entry, error) {
	o, err := l.Open(ref)
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

// Open opens a course by the name of a built-in one, by its folder or by an
// archive of that. The error wraps ErrNoCourse when there is none of them. When
// the folder holds nothing to take, or the archive is refused, what was found in it comes with the error.
func (l *Library) Open(ref string) (Opened, error) {
	c, diags, dir, from, err := l.load(ref)
	if err != nil {
		return Opened{Diags: diags}, err
	}
	deps := learn.Deps{Log: l.o.Log, Now: l.o.Now, Source: dir}
	if l.o.Seed != nil {
		deps.Seed = l.o.Seed()
	}
	s, err := learn.Open(c, deps)
	if err != nil {
		return Opened{Diags: diags}, err
	}
	return Opened{Session: s, Diags: diags, Assets: from.assets, Files: from.files}, nil
}
