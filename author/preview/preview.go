// Package preview shows a course to who writes it, as learners see it.
//
// What it promises: it writes nothing, neither to the course nor to what is kept of
// a learner; what was done in the preview lasts until it ends, and is the same when
// the course was read anew.
//
// Tasks have to be tried somewhere: beside this package, cmd/cairn makes a folder for
// that, of one preview alone, in the system's folder for temporary files. It is made
// when a course that has tasks is opened, holds the practice folders and what the
// author agreed to run, and is removed when the preview ends. One that was killed
// leaves it there, until the next preview of a course with tasks, of the same
// account and more than a minute after it was made, removes it; where the file system
// knows no locks, until somebody else does.
package preview

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/cairn-learn/cairn/author/inspect"
	"github.com/cairn-learn/cairn/author/watch"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
)

// Options is what a Preview must be given.
type Options struct {
	Now  func() time.Time
	Wait func(context.Context) error // between two looks for saved files; nil: watch.Every
}

// Preview is a course that is being written. It is safe for concurrent use.
type Preview struct {
	path string
	now  func() time.Time
	wait func(context.Context) error

	mu    sync.Mutex
	log   *Log
	state State  // that the session begins in
	due   bool   // the state waits for a course that can be read
	order string // the id that the course was first opened with

	watching sync.Mutex // held while somebody waits
	watcher  *watch.Watcher
}

// New returns a preview of the course in a folder or an archive. It reads nothing
// of the course; from now on, Saved tells of what is saved.
func New(path string, o Options) (*Preview, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("opening the course in %q: %w", path, err)
	}
	if o.Wait == nil {
		o.Wait = watch.Pause(watch.Every)
	}
	return &Preview{path: abs, now: o.Now, wait: o.Wait, log: NewLog(o.Now), watcher: watch.New(abs, o.Wait)}, nil
}

// Path is the folder or the archive.
func (p *Preview) Path() string { return p.path }

// File is the path of a file of the course; ok is false where the course is in an
// archive, which cannot be edited.
func (p *Preview) File(name string) (path string, ok bool) {
	if course.IsArchive(p.path) || !filepath.IsLocal(filepath.FromSlash(name)) {
		return "", false
	}
	return filepath.Join(p.path, filepath.FromSlash(name)), true
}

// Saved waits until files of the course were saved and all is at rest again. Its
// error is that of the context.
func (p *Preview) Saved(ctx context.Context) error {
	p.watching.Lock()
	defer p.watching.Unlock()
	_, err := p.watcher.Next(ctx)
	return err
}

// Opened is a course as it was read, in a session that goes on where the last one
// was left. The session is nil where there is nothing to take.
type Opened struct {
	Session *learn.Session
	Diags   []course.Diag // with advice
	Assets  func(from, to string) ([]byte, error)
	Files   fs.FS // of the course, read anew each time
}

// Read reads the course. The findings are there even when it fails.
func (p *Preview) Read() (c *course.Course, diags []course.Diag, err error) {
	c, diags, _, err = p.read()
	return c, diags, err
}

// read reads the course. Its files can be read while it is shown.
func (p *Preview) read() (*course.Course, []course.Diag, fs.FS, error) {
	files, name, err := course.Open(p.path)
	if err != nil {
		return nil, course.Refused(err), nil, err
	}
	c, diags, err := inspect.Course(files, name)
	from := course.Reopened(p.path)
	if files.Held() {
		from = files
	}
	return c, diags, from, errors.Join(err, files.Close())
}

// Open reads the course and opens it over what was done so far.
func (p *Preview) Open() (Opened, error) {
	c, diags, files, err := p.read()
	if err != nil {
		return Opened{Diags: diags}, err
	}
	log, state, err := p.begin(c)
	if err != nil {
		return Opened{Diags: diags}, err
	}
	deps := learn.Deps{Log: log, Now: p.now, Seed: seed, Order: p.orderOf(c), Source: p.path}
	state.given(c, &deps)
	s, err := learn.Open(c, deps)
	if err != nil {
		return Opened{Diags: diags}, err
	}
	assets := func(from, to string) ([]byte, error) { return course.ReadAsset(files, from, to) }
	return Opened{Session: s, Diags: diags, Assets: assets, Files: files}, nil
}

// orderOf decides the order of options with the seed: the id that the course had when
// it was first opened, so that options stay where they are when that is changed, or is
// lost with settings that cannot be read.
func (p *Preview) orderOf(c *course.Course) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.order = cmp.Or(p.order, c.ID)
	return p.order
}

// begin is what was done so far, and the state that it began in. A state that
// waited for the course is begun in: its error says that the course cannot have it,
// and then it waits on. One that was begun in is not asked for again, so that an id
// may be changed meanwhile.
func (p *Preview) begin(c *course.Course) (*Log, State, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.due {
		if err := p.state.record(c, p.log, p.now()); err != nil {
			return nil, State{}, fmt.Errorf("previewing as %q: %w", p.state, err)
		}
		p.due = false
	}
	return p.log, p.state, nil
}

// As begins again in another state: what was done so far is forgotten. A state
// that the course as it is now cannot have changes nothing; one of a course that
// cannot be read now waits until it can.
func (p *Preview) As(text string) error {
	return p.as(text, func([]course.Diag) bool { return false })
}

// Begin is As for the start: a state that the course as it is now cannot have waits
// as well while something else is wrong with the course, such as settings that
// cannot be read.
func (p *Preview) Begin(text string) error {
	return p.as(text, func(diags []course.Diag) bool {
		return slices.ContainsFunc(diags, func(d course.Diag) bool { return d.Severity == course.Error })
	})
}

func (p *Preview) as(text string, waits func([]course.Diag) bool) error {
	state, err := ParseState(text)
	if err != nil {
		return err
	}
	log := NewLog(p.now)
	c, diags, _, err := p.read()
	due := err != nil
	if !due {
		if err := state.record(c, log, p.now()); err != nil {
			if due = waits(diags); !due {
				return err
			}
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.log, p.state, p.due = log, state, due
	return nil
}

// State is the state that the session began in, as it was written.
func (p *Preview) State() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.state.String()
}

// seed decides the order of options: the same in every preview.
const seed = 1
