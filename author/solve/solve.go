// Package solve proves that the tasks of a course can be done: it begins each in a
// fresh practice folder, wants its checks not to hold yet, does what the author
// says solves it, and wants them all to hold. Of a question that is answered with
// code it wants the test to refuse what the learner begins with, and to take the
// solution.
package solve

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Tried is a course and where its tasks are tried.
type Tried struct {
	Course *course.Course
	Files  fs.FS  // the course's folder
	Temp   string // an empty folder, which whoever made it removes
	Runner wall.Runner

	Machine code.Machine // where toolchains are looked for

	NotIsolated bool // commands are run where there are no walls, too

	tools  map[string]found // by language
	tooled *code.Tooled     // runs the commands of tasks
}

// Proof is what came of one task.
type Proof struct {
	Task   *course.Task
	Checks int      // that were tried; those of http are not, nor those of ask that solve prints nothing for
	Wrong  []string // sentences; none: the task can be done

	// Before are the checks that hold before anything is done, where others do not yet.
	Before []course.Check

	// Skipped says why it was not tried, such as that there is no toolchain for it; empty:
	// it was.
	Skipped string
}

// Solvable are the tasks of a course that say what solves them, in the order of the
// course.
func Solvable(c *course.Course) []*course.Task {
	var list []*course.Task
	for _, t := range c.TasksInOrder() {
		if solvable(t) {
			list = append(list, t)
		}
	}
	return list
}

func solvable(t *course.Task) bool {
	if t.Code != nil {
		return t.Code.Solution != ""
	}
	return t.Solve != ""
}

// Prove tries the tasks that wanted takes, and those that come before them in their
// folders. It returns a Proof for each that was wanted. The error says that nothing
// could be run, or that the context ended.
func (x *Tried) Prove(ctx context.Context, wanted func(*course.Task) bool) ([]Proof, error) {
	x.tooled = &code.Tooled{Runner: x.Runner, Machine: x.Machine, Cache: x.cache(), Found: new(code.Found)}
	p := &practice.Practice{Data: x.Temp, Course: x.Course, Files: x.Files, Runner: x.tooled, NotIsolated: x.NotIsolated}
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
		if t.Code != nil && solvable(t) && wanted(t) {
			proof, err := x.proveCode(ctx, t)
			if err != nil {
				return proofs, err
			}
			proofs = append(proofs, proof)
		}
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
		proof.wrong(place(t.SetupPos) + ": " + setup.Error() + told(setup.Output))
		return proof, nil
	case stops(ctx, err):
		return proof, err
	case err != nil:
		proof.wrong(err.Error())
		return proof, nil
	}
	before, err := x.check(ctx, t, f, values, byChance(t))
	if err != nil || t.Solve == "" {
		return proof, err
	}
	if err := x.solve(ctx, &proof, f, values); err != nil {
		return proof, err
	}
	tried := 0
	for i, o := range before.Outcomes {
		if tells(t.Checks[i]) || t.Checks[i].Kind == course.CheckAsk && len(t.Checks[i].Expect) > 0 {
			tried++
			if o.Held {
				proof.Before = append(proof.Before, t.Checks[i])
			}
		}
	}
	switch {
	case proof.Checks == 0 && !slices.ContainsFunc(t.Checks, pastes):
		proof.Wrong = nil
		proof.wrong(place(t.SolvePos) + ": no check can tell whether it is solved; add one of run, file, dir or git, let solve print what an ask expects, or take solve away")
	case tried > 0 && len(proof.Before) == tried:
		proof.Wrong = append([]string{textsafe.Line("all its checks hold before anything is done: " + listed(proof.Before))}, proof.Wrong...)
		proof.Before = nil
	}
	return proof, nil
}

// solve does what the author says solves the task, and wants the checks to hold.
func (x *Tried) solve(ctx context.Context, proof *Proof, f practice.Folder, values map[string]string) error {
	t := proof.Task
	r, err := x.tooled.Run(ctx, wall.Command{Dir: f.Path, Script: "set -e; " + t.Solve, Env: practice.Environment(values), NotIsolated: x.NotIsolated})
	switch {
	case err != nil:
		return err
	case r.Ended == wall.Stopped:
		return errors.Join(context.Canceled, ctx.Err())
	case r.Ended != wall.Exited:
		proof.wrong(place(t.SolvePos) + ": its solve was ended: " + r.Ended.String() + lastWords(r))
	case r.Exit != 0:
		at, said := shellLine(t.SolvePos, lastWords(r))
		proof.wrong(fmt.Sprintf("%s: its solve ends with status %d%s", place(at), r.Exit, said))
	}
	stopped := len(proof.Wrong) > 0
	said, err := x.answers(ctx, proof, f.Path, string(r.Stdout)+"\n"+string(r.Stderr), values)
	if err != nil {
		return err
	}
	after, err := x.check(ctx, t, f, values, said)
	if err != nil {
		return err
	}
	for i, o := range after.Outcomes {
		if _, pasted := said[i]; tells(t.Checks[i]) || pasted {
			proof.Checks++
		}
		if tells(t.Checks[i]) && !o.Held {
			proof.wrong(fmt.Sprintf("solved, and line %d of %s does not hold: %s", t.Checks[i].Pos.Line, t.Checks[i].Pos.File, o.Found))
		}
	}
	if said := lastWords(r); len(proof.Wrong) > 0 && !stopped && said != "" {
		proof.wrong(place(t.SolvePos) + ": the last that its solve wrote" + said)
	}
	for name, value := range after.Values {
		values[name] = value
	}
	return nil
}

func (x *Tried) check(ctx context.Context, t *course.Task, f practice.Folder, values map[string]string, said map[int]string) (check.Report, error) {
	return check.Run(ctx, t, check.Try{Dir: f.Path, Values: values, Said: said, Runner: x.tooled, NotIsolated: x.NotIsolated})
}

// cache is where toolchains keep what they made, for all tasks.
func (x *Tried) cache() string { return filepath.Join(x.Temp, ".made") }

// tells reports whether a check can be tried without a learner and without what
// solve prints. One of http cannot: nothing that solve starts is there afterwards,
// and behind walls nobody outside could reach it.
func tells(c course.Check) bool { return c.Kind != course.CheckAsk && c.Kind != course.CheckHTTP }

// stops reports whether an error ends everything.
func stops(ctx context.Context, err error) bool {
	return err != nil && (ctx.Err() != nil || errors.Is(err, wall.ErrNotIsolated) || errors.Is(err, wall.ErrFolder))
}

func (p *Proof) wrong(sentence string) { p.Wrong = append(p.Wrong, textsafe.Line(sentence)) }

// place is a place in a course, as findings write it.
func place(p course.Pos) string { return fmt.Sprintf("%s:%d", p.File, p.Line) }

// listed names checks by their lines and what they look at.
func listed(checks []course.Check) string {
	names := make([]string, len(checks))
	for i, c := range checks {
		names[i] = fmt.Sprintf("line %d of %s (%s: %s)", c.Pos.Line, c.Pos.File, c.Kind, c.What)
	}
	return strings.Join(names, ", ")
}

// lastWords is the last line that commands wrote, as errors or else at all.
func lastWords(r wall.Result) string {
	if said := told(string(r.Stderr)); said != "" {
		return said
	}
	return told(string(r.Stdout))
}

// shellLine is the line of the course that a shell complains about, counting from
// the first line of a block that begins at a place, and what it says of it.
func shellLine(block course.Pos, said string) (course.Pos, string) {
	m := regexp.MustCompile(`^: (?:/bin/)?(?:ba|da)?sh: (?:line )?(\d+): `).FindStringSubmatch(said)
	if m == nil {
		return block, said
	}
	n, err := strconv.Atoi(m[1])
	if err != nil || n > 10_000 {
		return block, said
	}
	block.Line += n
	return block, ": " + said[len(m[0]):]
}

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
	return dir, func() { wall.RemoveAll(dir) }, nil
}
