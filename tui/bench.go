package tui

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	tea "charm.land/bubbletea/v2"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/tui/words"
)

// Bench is where the tasks of a course are done and tried. An exercise.Bench is
// one. Everything it does takes time: it is asked in commands only.
type Bench interface {
	State(t *course.Task) (exercise.State, error)
	Anew()
	Rest(t *course.Task) ([]trust.Request, error)
	Agree(t *course.Task, asked exercise.State) error
	Begin(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error)
	Reset(ctx context.Context, t *course.Task, values map[string]string) (practice.Folder, error)
	Try(ctx context.Context, t *course.Task, values map[string]string, said map[int]string) (exercise.Try, error)
	Answer(t *course.Task) (string, error)
	Keep(t *course.Task, was, text string) (beside string, err error)
	Watch(ctx context.Context, t *course.Task) <-chan error
}

// benches are where the tasks of courses are done, by what opened the course.
// Courses are opened in commands, off the event loop.
type benches struct {
	mu sync.Mutex
	of map[string]Bench
}

func (b *benches) put(ref string, bench Bench) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.of == nil {
		b.of = map[string]Bench{}
	}
	b.of[ref] = bench
}

// get returns nil for a course whose tasks are done nowhere.
func (b *benches) get(ref string) Bench {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.of[ref]
}

// guestMsg is a program that is to have the terminal until it ends, or why there
// is none. The screen is told when it has ended.
type guestMsg struct {
	screen int
	cmd    *exec.Cmd
	editor bool
	first  string // said in the terminal before it starts; empty: nothing
	err    error
}

// guestLeft is what came of it; guestGone tells the screen.
type (
	guestLeft struct{ guestMsg }
	guestGone struct{}
)

// guests leaves the terminal to another program.
func (a *App) guests(msg guestMsg) tea.Cmd {
	var missing *exec.Error
	switch {
	case msg.err == nil:
	case !msg.editor && errors.As(msg.err, &missing):
		a.toast = words.Put(a.o.Words.Practice.NoShell, "shell", textsafe.Line(missing.Name))
		return nil
	default:
		return a.noSource(msg.err)
	}
	a.editing = true
	return a.exec(msg.cmd, msg.first, func(err error) tea.Msg {
		msg.err = err
		return guestLeft{msg}
	})
}

// guestsLeft takes the terminal back. A shell ends with the status of its last
// command, which says nothing.
func (a *App) guestsLeft(msg guestLeft) tea.Cmd {
	a.editing, a.pictureOf = false, 0
	var status *exec.ExitError
	if msg.err != nil && (msg.editor || !errors.As(msg.err, &status)) {
		why := textsafe.Line(msg.err.Error())
		if a.banner = a.o.Words.Hands.EditorFailed(why); !msg.editor {
			a.banner = words.Put(a.o.Words.Practice.ShellFailed, "why", why)
		}
	}
	cmd := a.deliver(ForMsg{Screen: msg.screen, Msg: guestGone{}})
	if a.leaving {
		a.leaving = false
		return tea.Batch(cmd, a.leave())
	}
	return cmd
}

// shellIn is the learner's shell in a folder, ready to be run: with their own
// environment, and what checks have kept.
func shellIn(environ []string, dir string, values map[string]string) (*exec.Cmd, error) {
	name := variable(environ, "SHELL")
	if runtime.GOOS == "windows" {
		name = variable(environ, "COMSPEC")
	}
	if name == "" {
		name = "sh"
	}
	file, err := exec.LookPath(filepath.Clean(name))
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(file)
	cmd.Dir = dir
	cmd.Env = slices.Concat(environ, []string{"PWD=" + dir}, practice.Captured(values))
	return cmd, nil
}
