package tui

import (
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/library"
)

// writtenShelf has the course that a script writes, file by file, in a preview.
type writtenShelf struct {
	files  fstest.MapFS
	log    *learn.Memory
	opened string // the last file that the editor was opened with, and its line
	closed error  // the course cannot be read
	state  string // that the preview began in
}

func newWrittenShelf() *writtenShelf {
	return &writtenShelf{files: fstest.MapFS{}, log: learn.NewMemory(sampleNow)}
}

// preview is the preview of the course. It waits for no saves: the script says
// when something was saved.
func (s *writtenShelf) preview() *Preview {
	return &Preview{
		Saved: func() error { return errors.New("the script tells") },
		Source: func(file string, line int) (*exec.Cmd, error) {
			s.opened = fmt.Sprintf("%s:%d", file, line)
			return exec.Command("editor", file), nil
		},
		As: func(state string) error {
			if strings.Contains(state, "nope") {
				return errors.New(`the course has no skill "nope"; did you mean "none"?`)
			}
			s.log, s.state = learn.NewMemory(sampleNow), state
			return nil
		},
		State: func() string { return s.state },
	}
}

func (s *writtenShelf) List() ([]library.Entry, error) { return nil, nil }

func (s *writtenShelf) Glance() []library.Entry { return nil }

func (s *writtenShelf) Open(string) (library.Opened, error) {
	c, diags, _, err := s.Load("")
	if err != nil {
		return library.Opened{Diags: diags}, err
	}
	session, err := learn.Open(c, learn.Deps{Log: s.log, Now: sampleNow, Seed: 1})
	return library.Opened{Session: session, Diags: diags}, err
}

func (s *writtenShelf) Load(string) (*course.Course, []course.Diag, string, error) {
	if s.closed != nil {
		return nil, nil, "", s.closed
	}
	c, diags, err := course.Inspect(maps.Clone(s.files), "written")
	return c, diags, "", err
}

// write puts a file there.
func (s *writtenShelf) write(name string, lines []string) {
	s.files[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n") + "\n"), ModTime: time.Time{}}
}

// written carries out what a script does with the files of a course.
func (p *play) written(word, rest string, lines []string) {
	p.t.Helper()
	if p.author == nil {
		p.author = newWrittenShelf()
		p.lessons, p.o.Start, p.o.Preview = true, RouteCourse.To("written"), p.author.preview()
	}
	switch word {
	case "file":
		p.author.write(rest, lines)
		return
	case "remove":
		delete(p.author.files, rest)
	case "save":
		p.author.write(rest, lines)
	case "close":
		p.author.closed = errors.New("the folder is away")
	}
	p.start()
	p.d.send(savedMsg{})
	p.d.check()
}

// edits holds that the editor was opened with a file at a line.
func (p *play) edits(n int, want string) {
	p.t.Helper()
	if p.author.opened != want {
		p.t.Errorf("line %d: the editor was opened with %q, want %q", n, p.author.opened, want)
	}
}

// edited reports whether the author's editor was opened.
func (p *play) edited() bool { return p.author != nil && p.author.opened != "" }

// TestPreviewSleeps holds that a preview in which nothing is saved draws nothing
// and asks for nothing: it waits in one command.
func TestPreviewSleeps(t *testing.T) {
	shelf := newWrittenShelf()
	shelf.write("course.yaml", []string{"title: T", "path: [a.md]"})
	shelf.write("a.md", []string{"# A", "", "Text."})
	asked, saves := 0, make(chan struct{})
	p := shelf.preview()
	p.Saved = func() error {
		asked++
		if _, ok := <-saves; !ok {
			return errors.New("over")
		}
		return nil
	}
	app := New(Options{Shelf: shelf, Start: RouteCourse.To("written"), Preview: p})
	wait := app.watchSaves()
	said := make(chan tea.Msg, 1)
	go func() { said <- wait() }()
	select {
	case msg := <-said:
		t.Fatalf("nothing was saved, and %T is said", msg)
	case <-time.After(50 * time.Millisecond):
	}
	saves <- struct{}{}
	if msg := <-said; msg != (savedMsg{}) {
		t.Errorf("a save says %T", msg)
	}
	close(saves)
	if msg := app.watchSaves()(); msg != nil {
		t.Errorf("the end says %T", msg)
	}
	if asked != 2 {
		t.Errorf("saves were waited for %d times, not 2", asked)
	}
}
