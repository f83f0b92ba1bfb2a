// Package solve proves that the tasks of a course can be done: it begins each in a
// fresh practice folder, wants its checks not to hold yet, does what the author
// says solves it, and wants them all to hold.
package solve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Runner runs one command of the course; internal/wall has one.
type Runner interface {
	Run(ctx context.Context, c wall.Command) (wall.Result, error)
}

// Tried is a course and where its tasks are tried.
type Tried struct {
	Course *course.Course
	Files  fs.FS  // the course's folder
	Temp   string // an empty folder, which whoever made it removes
	Runner Runner

	NotIsolated bool // commands are run where there are no walls, too
}

// Proof is what came of one task.
type Proof struct {
	Task   *course.Task
	Checks int      // that were tried; those of ask and http are not
	Wrong  []string // sentences; none: the task can be done
}

// Solvable are the tasks of a course that say what solves them, in the order of the
// course.
func Solvable(c *course.Course) []*course.Task {
	var list []*course.Task
	for _, t := range c.TasksInOrder() {
		if t.Solve != "" && t.Code == nil {
			list = append(list, t)
		}
	}
	return list
}

// Prove tries the tasks that wanted takes, and those that come before them in their
// folders. It returns a Proof for each that was wanted. The error says that nothing
// could be run, or that the context ended.
func (x *Tried) Prove(ctx context.Context, wanted func(*course.Task) bool) ([]Proof, error) {
	p := &practice.Practice{Data: x.Temp, Course: x.Course, Files: x.Files, Runner: x.Runner, NotIsolated: x.NotIsolated}
	last := map[string]int{} // by folder: the last task that is wanted
	tasks := x.Course.TasksInOrder()
	for i, t := range tasks {
		if t.Solve != "" && t.Code == nil && wanted(t) {
			last[t.Folder] = i + 1
		}
	}
	values := map[string]string{}
	var proofs []Proof
	for i, t := range tasks {
		if i >= last[t.Folder] || t.Code != nil {
			continue
		}
		proof, err := x.prove(ctx, p, t, values)
		if err != nil {
			return proofs, fmt.Errorf("trying the task %s: %w", textsafe.Line(t.ID), err)
		}
		if t.Solve != "" && wanted(t) {
			proofs = append(proofs, proof)
		}
	}
	return proofs, nil
}

func (x *Tried) prove(ctx context.Context, p *practice.Practice, t *course.Task, values map[string]string) (Proof, error) {
	proof := Proof{Task: t}
	f, err := p.Begin(ctx, t, values)
	var setup *practice.SetupError
	switch {
	case errors.As(err, &setup):
		proof.wrong(setup.Error() + told(setup.Output))
		return proof, nil
	case stops(ctx, err):
		return proof, err
	case err != nil:
		proof.wrong(err.Error())
		return proof, nil
	}
	before, err := x.check(ctx, t, f, values)
	if err != nil {
		return proof, err
	}
	open := 0
	for i, o := range before.Outcomes {
		if tells(t.Checks[i]) {
			proof.Checks++
			if !o.Held {
				open++
			}
		}
	}
	if t.Solve == "" {
		return proof, nil
	}
	switch {
	case proof.Checks == 0:
		proof.wrong("no check can tell whether it is solved; add one of run, file, dir or git, or take solve away")
		return proof, nil
	case open == 0:
		proof.wrong("all its checks hold before anything is done")
	}
	return proof, x.solve(ctx, &proof, f, values)
}

// solve does what the author says solves the task, and wants the checks to hold.
func (x *Tried) solve(ctx context.Context, proof *Proof, f practice.Folder, values map[string]string) error {
	t := proof.Task
	r, err := x.Runner.Run(ctx, wall.Command{Dir: f.Path, Script: "set -e\n" + t.Solve, Env: practice.Environment(values), NotIsolated: x.NotIsolated})
	switch {
	case err != nil:
		return err
	case r.Ended == wall.Stopped:
		return errors.Join(context.Canceled, ctx.Err())
	case r.Ended != wall.Exited:
		proof.wrong("what solves it was ended: " + r.Ended.String())
	case r.Exit != 0:
		proof.wrong(fmt.Sprintf("what solves it ends with status %d", r.Exit) + told(string(r.Stderr)))
	}
	after, err := x.check(ctx, t, f, values)
	if err != nil {
		return err
	}
	for i, o := range after.Outcomes {
		if tells(t.Checks[i]) && !o.Held {
			proof.wrong(fmt.Sprintf("solved, and line %d of %s does not hold: %s", t.Checks[i].Pos.Line, t.Checks[i].Pos.File, o.Found))
		}
	}
	for name, value := range after.Values {
		values[name] = value
	}
	return nil
}

func (x *Tried) check(ctx context.Context, t *course.Task, f practice.Folder, values map[string]string) (check.Report, error) {
	return check.Run(ctx, t, check.Try{Dir: f.Path, Values: values, Runner: x.Runner, NotIsolated: x.NotIsolated})
}

// tells reports whether a check can be tried without a learner: nobody pastes
// anything, and nothing that solve starts answers afterwards.
func tells(c course.Check) bool { return c.Kind != course.CheckAsk && c.Kind != course.CheckHTTP }

// stops reports whether an error ends everything.
func stops(ctx context.Context, err error) bool {
	return err != nil && (ctx.Err() != nil || errors.Is(err, wall.ErrNotIsolated) || errors.Is(err, wall.ErrFolder))
}

func (p *Proof) wrong(sentence string) { p.Wrong = append(p.Wrong, textsafe.Line(sentence)) }

func told(output string) string {
	output = strings.TrimSpace(strings.ToValidUTF8(output, "\ufffd"))
	if output == "" {
		return ""
	}
	line := output[strings.LastIndexByte(output, '\n')+1:]
	if r := []rune(line); len(r) > 200 {
		line = string(r[:200]) + "…"
	}
	return ": " + line
}

// Temp makes an empty folder to try tasks in, and returns what removes it, also
// where a task took permissions away.
func Temp() (dir string, remove func(), err error) {
	dir, err = os.MkdirTemp("", "cairn-test-")
	if err != nil {
		return "", nil, fmt.Errorf("making a folder to try tasks in: %w", err)
	}
	return dir, func() {
		_ = filepath.WalkDir(dir, func(name string, e fs.DirEntry, _ error) error {
			if e != nil && e.IsDir() {
				_ = os.Chmod(name, 0o700) // it is removed right after
			}
			return nil
		})
		_ = os.RemoveAll(dir) // the system clears its folder of temporary files
	}, nil
}
