package practice

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/internal/wall"
)

func (s *shelf) begin(ctx context.Context, t *course.Task, values map[string]string) (Folder, error) {
	f := Folder{Path: filepath.Join(s.root.Name(), s.name)}
	state := s.begun()
	info, err := s.root.Lstat(s.name)
	switch {
	case err == nil && !info.IsDir():
		return f, inTheWay(f.Path)
	case err == nil && state.Making:
		if err := s.clear(s.name); err != nil { // nobody was told of it yet
			return f, err
		}
		f.Fresh = true
	case err == nil && len(state.Left) > 0 && s.runs() && s.untouched(state):
		// Its files came before anybody agreed to anything, and the course may have others
		// by now: what runs, runs on those that were agreed to.
		if err := s.clear(s.name); err != nil {
			return f, err
		}
		f.Fresh = true
	case err == nil && state.Lost && s.root.Remove(s.name) == nil: // it was empty
		f.Fresh = true
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return f, err
	case err != nil:
		f.Fresh = true
	}
	if f.Fresh {
		f.Unset, err = s.fresh(ctx, t, f, values)
		return f, err
	}
	f.Unset, err = s.goOn(ctx, t, f, state, values)
	return f, err
}

// fresh makes a folder that is not there, and returns the setups that were left
// out.
func (s *shelf) fresh(ctx context.Context, t *course.Task, f Folder, values map[string]string) (unset []string, err error) {
	steps := s.Steps(t)
	if err := s.write(begun{Making: true}); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = s.clear(s.name)
			s.forget()
		}
	}()
	temp := path.Join(makingDir, s.name)
	if err := s.clear(temp); err != nil {
		return nil, err
	}
	if err := s.root.MkdirAll(temp, 0o755); err != nil {
		return nil, err
	}
	if err := s.bring(temp, steps[0]); err != nil {
		_ = s.clear(temp)
		return nil, err
	}
	if err := s.root.Rename(temp, s.name); err != nil {
		_ = s.clear(temp)
		return nil, err
	}
	state := begun{}
	for i, step := range steps {
		if i > 0 {
			if err := s.bring(s.name, step); err != nil {
				return nil, err
			}
		}
		if s.leaves(step) {
			state.Left, unset = append(state.Left, step.ID), append(unset, step.Setup)
			continue
		}
		if err := s.script(ctx, f.Path, step, step.Setup, values); err != nil {
			return nil, err
		}
		if s.CatchUp && step != t {
			if err := s.script(ctx, f.Path, step, step.Solve, values); err != nil {
				return nil, err
			}
		}
		state.Tasks = append(state.Tasks, step.ID)
	}
	if len(state.Left) > 0 {
		state.Print = s.print()
	}
	return unset, s.write(state)
}

// goOn brings into a folder what tasks bring that were not begun in it, and returns
// the setups that were left out: also all where it is not known what was begun, since
// they would be over what the learner wrote. Starting over makes the folder as it
// should be.
func (s *shelf) goOn(ctx context.Context, t *course.Task, f Folder, state begun, values map[string]string) (unset []string, err error) {
	untouched := s.untouched(state)
	known := !state.Lost && (untouched || len(state.Left) == 0) // whatever is new was brought just now
	for _, step := range s.Steps(t) {
		left := slices.Contains(state.Left, step.ID)
		leaves := s.leaves(step) || state.Lost && strings.TrimSpace(step.Setup) != ""
		switch {
		case slices.Contains(state.Tasks, step.ID):
			continue
		case left && (leaves || !untouched):
			unset = append(unset, step.Setup)
			continue
		case !left:
			if err := s.bring(s.name, step); err != nil {
				return nil, err
			}
		}
		if leaves {
			state.Left, unset = append(state.Left, step.ID), append(unset, step.Setup)
		} else {
			if err := s.script(ctx, f.Path, step, step.Setup, values); err != nil {
				return nil, err
			}
			state.Left = slices.DeleteFunc(state.Left, func(id string) bool { return id == step.ID })
			state.Tasks = append(state.Tasks, step.ID)
		}
		if state.Print = ""; known && len(state.Left) > 0 {
			state.Print = s.print()
		}
		if err := s.write(state); err != nil {
			return nil, err
		}
	}
	return unset, nil
}

// script runs lines of the course in the folder.
func (s *shelf) script(ctx context.Context, dir string, t *course.Task, script string, values map[string]string) error {
	if strings.TrimSpace(script) == "" {
		return nil
	}
	if !s.runs() {
		return errors.New("nothing of this course is run")
	}
	r, err := s.Runner.Run(ctx, wall.Command{Dir: dir, Script: "set -e\n" + script, Env: Environment(values), NotIsolated: s.NotIsolated})
	if gone := s.gone(); gone != nil { // whatever came out says nothing
		return gone
	}
	switch {
	case err != nil:
		return &ranError{err}
	case r.Ended == wall.Stopped: // from here, which says nothing about the setup
		return cmp.Or(ctx.Err(), context.Canceled)
	case r.Exit != 0 || r.Ended != wall.Exited:
		return &SetupError{Task: t.ID, Result: r, Output: textsafe.Text(strings.ToValidUTF8(string(r.Stdout)+string(r.Stderr), "\ufffd"))}
	}
	return nil
}

// ranError is an error of what runs commands.
type ranError struct{ err error }

func (e *ranError) Error() string { return e.err.Error() }

func (e *ranError) Unwrap() error { return e.err }

// gone is an error where the folder is no more.
func (s *shelf) gone() error {
	if _, err := s.root.Lstat(s.name); errors.Is(err, fs.ErrNotExist) {
		dir := filepath.Join(s.root.Name(), s.name)
		return &trouble.Error{Kind: trouble.Gone, Path: dir, Err: fmt.Errorf("%s went while it was made ready: %w", dir, err)}
	}
	return nil
}
