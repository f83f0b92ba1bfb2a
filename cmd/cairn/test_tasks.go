package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"slices"

	"github.com/cairn-learn/cairn/author/paths"
	"github.com/cairn-learn/cairn/author/solve"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/internal/wall"
)

// tryTasks runs what tasks say solves them, if that was asked for, or else says
// that it was not.
func (t pathTest) tryTasks(ctx context.Context, env environment, files fs.FS, c *course.Course, o paths.Options, r *paths.Result) error {
	var tasks []*course.Task
	wanted := func(task *course.Task) bool { return o.Run == nil || o.Run.MatchString("task "+task.ID) }
	if t.tasks && c.Tasks != course.TasksNever {
		tellUnproved(env, c, wanted)
	}
	for _, task := range solve.Solvable(c) {
		if wanted(task) {
			tasks = append(tasks, task)
		}
	}
	switch {
	case len(tasks) == 0:
		return nil
	case c.Tasks == course.TasksNever:
		_, _ = fmt.Fprintln(env.err, "cairn: no task is tried: course.yaml says tasks: { run: never }")
		return nil
	case !t.tasks:
		_, _ = fmt.Fprintf(env.err, "cairn: %s not run; --tasks runs what they say sets them up and solves them\n", plural(len(tasks), "task"))
		return nil
	}
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("finding this program, which stands guard over commands: %w", err)
	}
	walls := wall.Look(self)
	_, _ = fmt.Fprintf(env.err, "cairn: running the commands of %s: %s\n", plural(len(tasks), "task"), walls.Level)
	dir, remove, err := solve.Temp()
	if err != nil {
		return err
	}
	defer remove()
	tried := &solve.Tried{
		Course: c, Files: files, Temp: dir, Runner: walls, NotIsolated: true,
		Machine: code.Machine{Look: exec.LookPath, Ask: askProgram},
	}
	proofs, err := tried.Prove(ctx, wanted)
	if err != nil {
		if errors.Is(err, context.Canceled) {
			return errors.New("it was interrupted")
		}
		return err
	}
	for _, p := range proofs {
		switch {
		case p.Skipped == "":
			r.AddTask(p.Task.ID, proved(p), p.Wrong)
		case t.all:
			r.AddTask(p.Task.ID, "", []string{"it could not be tried: " + p.Skipped})
		default:
			r.SkipTask(p.Task.ID, p.Skipped)
		}
	}
	return nil
}

// proved says how much of a task was tried, and which of it proves nothing.
func proved(p solve.Proof) string {
	note := plural(p.Checks, "check")
	for i, c := range p.Before {
		if i == 0 {
			note += ", held before: "
		} else {
			note += ", "
		}
		note += fmt.Sprintf("line %d of %s", c.Pos.Line, c.Pos.File)
	}
	return note
}

// tellUnproved names the tasks that are checked and of which nothing says how they
// are done: they are not tried, and silence would read as if they had been.
func tellUnproved(env environment, c *course.Course, wanted func(*course.Task) bool) {
	solvable := solve.Solvable(c)
	for _, task := range c.TasksInOrder() {
		switch {
		case !wanted(task), slices.Contains(solvable, task):
		case task.Code != nil:
			_, _ = fmt.Fprintf(env.err, "cairn: task %s is not tried: it has no solution\n", task.ID)
		case len(task.Checks) > 0:
			_, _ = fmt.Fprintf(env.err, "cairn: task %s is not tried: it has no solve\n", task.ID)
		}
	}
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
