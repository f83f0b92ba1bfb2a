package tui

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/internal/wall/walltest"
	"github.com/cairn-learn/cairn/library"
)

const benchLesson = "# Bake\n\n" +
	"### Task: Write the recipe down\n<!-- id: recipe -->\n\nAdd water.\n\n" +
	"```setup\necho flour > recipe.txt\n```\n\n" +
	"```check\n- run: cat recipe.txt; echo looked >&2\n  expect: { contains: water }\n  otherwise: There is no *water* in it.\n  capture: recipe\n" +
	"- file: shop.txt\n- ask: What does `ls` say?\n  expect: { matches: recipe }\n- ask: Are you hungry?\n```\n\n" +
	"### Question: How many loaves?\n<!-- id: loaves -->\n\nYou wrote {{recipe}}.\n\n" +
	"```sh start\necho none\n```\n\n```sh test\n[ \"$(sh ./answer.sh)\" = 2 ] || { echo two are wanted; exit 1; }\n```\n\n```sh solution\necho 2\n```\n"

// benchShelf holds one course whose tasks are done for real.
type benchShelf struct {
	sampleShelf
	course *course.Course
	files  fstest.MapFS
	log    *learn.Memory
}

func (s *benchShelf) Open(string) (library.Opened, error) {
	session, err := learn.Open(s.course, learn.Deps{Log: s.log, Now: benchNow, Seed: 7})
	if err != nil {
		return library.Opened{}, err
	}
	for {
		if a, ok := session.Step().(learn.Asking); !ok || a.Lesson != nil {
			return library.Opened{Session: session, Files: s.files}, nil
		}
		if _, err := session.Do(learn.Skip{}); err != nil {
			return library.Opened{}, err
		}
	}
}

func benchNow() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

// workbench is a learner at a task of a real course, at a window.
type workbench struct {
	*driver
	data  string
	ran   int
	level wall.Level
	why   string // there are no better walls
	never bool
	bare  bool // there is no toolchain
	pass  bool // as in a preview
	guest []*exec.Cmd

	anew    int    // times that toolchains were to be asked once more
	watched int    // times that something was begun to be watched
	onSave  bool   // a setting
	first   string // was said before the last guest
}

// unwatched tells of no save by itself: the test does.
type unwatched struct {
	watched, anew *int
	*exercise.Bench
}

func (u unwatched) Anew() {
	*u.anew++
	u.Bench.Anew()
}

func (u unwatched) Watch(context.Context, *course.Task) <-chan error {
	*u.watched++
	told := make(chan error)
	close(told)
	return told
}

func newWorkbench(t *testing.T, set func(*workbench)) *workbench {
	t.Helper()
	w := &workbench{data: t.TempDir(), level: wall.Isolated}
	if set != nil {
		set(w)
	}
	files := fstest.MapFS{"one.md": {Data: []byte(benchLesson)}, "course.yaml": {Data: []byte("id: bread\ntitle: Bread\npath: [one.md]\n")}}
	c, diags, err := course.Load(files, "bread")
	if err != nil {
		t.Fatal(err, diags)
	}
	shelf := &benchShelf{course: c, files: files, log: learn.NewMemory(benchNow)}
	look := exec.LookPath
	if w.bare {
		look = func(string) (string, error) { return "", exec.ErrNotFound }
	}
	bench := func(o library.Opened) Bench {
		return unwatched{&w.watched, &w.anew, &exercise.Bench{
			Data: w.data, Course: o.Session.Course(), Files: o.Files, Trust: trust.Open(w.data, benchNow), Now: benchNow, Runner: walltest.Shell{Ran: func(string) { w.ran++ }}, Passing: w.pass,
			Never: func() bool { return w.never },
			Look:  func() wall.Walls { return wall.Walls{Level: w.level, Why: w.why, Lacks: []wall.Lack{wall.LackSignals}} },
			Machine: code.Machine{Look: look, Ask: func(program string, args ...string) (string, error) {
				out, err := exec.Command(program, args...).Output()
				return string(out), err
			}},
		}}
	}
	o := Options{Preferences: Preferences{OnSave: w.onSave}, Shelf: shelf, Start: RouteCourse.To("bread"), Bench: bench, Environ: []string{"SHELL=/bin/sh", "EDITOR=true"}}
	d := &driver{t: t, app: New(o), guard: newGuard(nil)}
	d.app.exec = func(cmd *exec.Cmd, first string, done tea.ExecCallback) tea.Cmd {
		w.guest, w.first = append(w.guest, cmd), first
		return func() tea.Msg { return done(nil) }
	}
	w.driver = d.started(80, 40)
	if d.app.stepAt() >= 0 && d.app.stepAt() < len(d.app.stack)-1 {
		d.press("esc")
	}
	return w
}

func (w *workbench) file(name, text string) {
	w.t.Helper()
	if err := os.WriteFile(filepath.Join(w.data, "practice", "bread", name), []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}
