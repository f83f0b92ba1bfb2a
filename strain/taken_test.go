package strain_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/library"
	"github.com/cairn-learn/cairn/tui"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// taken is a course that is open.
type taken struct {
	course  *course.Course
	diags   []course.Diag
	session *learn.Session
	faults  []string
}

func (k *taken) faultf(format string, args ...any) {
	k.faults = append(k.faults, fmt.Sprintf(format, args...))
}

// take reads a course, opens it and has both front ends draw its first page.
func (tr trial) take() outcome {
	o := outcome{Name: tr.name}
	k := &taken{}
	files, remove, err := tr.folder()
	if err != nil {
		o.Faults = []string{err.Error()}
		return o
	}
	defer remove()
	debug.FreeOSMemory() // what was needed to make the course is none of its cost
	from := spent()
	if k.course, k.diags, err = course.Load(files, "hostile"); err != nil && len(tr.shown) > 0 {
		k.faultf("reading: %v", err)
	} else if err == nil {
		k.open(&o)
	}
	o.Time = spent() - from
	if err == nil && tr.after != nil {
		tr.after(k)
	}
	for _, d := range k.diags {
		if (d.Severity == course.Error || slices.Contains(tr.codes, d.Code)) && !slices.Contains(o.Codes, d.Code) {
			o.Codes = append(o.Codes, d.Code)
		}
	}
	o.Faults = k.faults
	return o
}

// folder writes a course to disk. One of very many files is kept in memory.
func (tr trial) folder() (fs.FS, func(), error) {
	const toDisk = 20_000
	all := tr.files()
	if len(all) > toDisk {
		files := fstest.MapFS{}
		for name, text := range all {
			files[name] = &fstest.MapFile{Data: []byte(text)}
		}
		return files, func() {}, nil
	}
	dir, err := os.MkdirTemp("", "cairn-hostile")
	if err != nil {
		return nil, nil, err
	}
	for name, text := range all {
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte(text), 0o600)); err != nil {
			return nil, nil, err
		}
	}
	fsys, err := course.OpenDir(dir)
	return fsys, func() { _ = os.RemoveAll(dir) }, err
}

// open goes to the first page of the course and draws it.
func (k *taken) open(o *outcome) {
	now := func() time.Time { return time.Date(2026, 3, 14, 9, 26, 53, 0, time.UTC) }
	var err error
	if k.session, err = learn.Open(k.course, learn.Deps{Log: learn.NewMemory(now), Now: now, Seed: 1}); err != nil {
		k.faultf("opening: %v", err)
		return
	}
	for range 20 { // past the first questions
		var action learn.Action
		switch k.session.Step().(type) {
		case learn.Asking, learn.Planning, learn.Offer:
			action = learn.Skip{}
		default:
		}
		if action == nil {
			break
		}
		if _, err := k.session.Do(action); err != nil {
			k.faultf("going on: %v", err)
			return
		}
	}
	w := &window{app: tui.New(tui.Options{Shelf: shelf{k}, Start: "course/hostile"})}
	w.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	w.run(w.app.Init())
	o.Screen = w.screen()
	w.send(tea.KeyPressMsg{Code: 'G', Text: "G"})
	o.Screen += "\n" + w.screen()
	var told bytes.Buffer
	d := plain.New(plain.Options{In: strings.NewReader(""), Out: &told, Words: words.English(), Width: 80})
	if _, err := d.Run(k.session); err != nil {
		k.faultf("telling: %v", err)
	}
	o.Plain = told.String()
	if len(o.Plain) > mostTold { // the rest is of no interest to who judges it
		o.Plain = o.Plain[:mostTold/2] + "\n…\n" + o.Plain[len(o.Plain)-mostTold/2:]
	}
}

// mostTold is how many bytes of what plain mode tells are kept, half of them of
// its end.
const mostTold = 64 << 10

// window runs the full-screen front end without a terminal.
type window struct{ app *tui.App }

func (w *window) send(msg tea.Msg) {
	_, cmd := w.app.Update(msg)
	w.run(cmd)
}

// run runs a command in place, and those that come of it.
func (w *window) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	msg := cmd()
	if list := reflect.ValueOf(msg); msg != nil && list.Kind() == reflect.Slice {
		for i := range list.Len() {
			if c, ok := list.Index(i).Interface().(tea.Cmd); ok {
				w.run(c)
			}
		}
		return
	}
	if msg != nil {
		w.send(msg)
	}
}

func (w *window) screen() string { return ansi.Strip(w.app.View().Content) }

// shelf has one course.
type shelf struct{ *taken }

func (s shelf) entry() library.Entry {
	return library.Entry{Ref: "hostile", ID: s.course.ID, Title: s.course.Title, Lessons: len(s.course.Lessons)}
}

func (s shelf) List() ([]library.Entry, error) { return []library.Entry{s.entry()}, nil }
func (s shelf) Glance() []library.Entry        { return []library.Entry{s.entry()} }
func (s shelf) Open(string) (library.Opened, error) {
	return library.Opened{Session: s.session, Diags: s.diags}, nil
}

func (s shelf) Load(string) (*course.Course, []course.Diag, string, error) {
	return s.course, s.diags, "", nil
}
