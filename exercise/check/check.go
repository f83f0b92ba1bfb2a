// Package check finds out whether a task is done: it looks at the practice folder,
// runs the commands of the author behind walls, and says of each check whether it
// holds and, where it does not, what was found instead.
package check

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Limits of what is looked at and kept.
const (
	maxFile     = 1 << 20  // bytes of a file
	maxBody     = 64 << 10 // bytes of an answer over HTTP
	maxCaptured = 1000     // characters of a captured value
	maxOutput   = 4000     // characters of output that is shown
	maxGot      = 200      // characters of what was found
)

// Try is what checks of a task are run with.
type Try struct {
	Dir    string            // the practice folder
	Values map[string]string // what was captured before, by name
	Said   map[int]string    // what the learner said or pasted, by the place of the check in the task
	Runner wall.Runner       // nil: checks of run, git and http are left open

	NotIsolated bool // the learner agreed to commands without walls
}

// Yes and No are what a learner says to an ask that expects nothing.
const (
	Yes = "yes"
	No  = "no"
)

// Written reports whether a check that asks takes what the learner writes; else it
// takes Yes or No.
func Written(c course.Check) bool { return len(c.Expect) > 0 || c.Capture != "" }

// Outcome is what came of one check.
type Outcome struct {
	Held  bool
	Open  bool  // it could not be tried: the learner said nothing yet, or nothing may be run
	Found Found // what is missing, where it does not hold

	Output    string // what a command wrote, cleaned and cut; may be empty
	Otherwise string // Markdown, with captured values: what the author says where it was seen not to hold; may be empty
	Level     wall.Level
}

// Report is what came of the checks of a task, one Outcome for each in their order.
type Report struct {
	Outcomes []Outcome
	Values   map[string]string // what was captured, also before
}

// Held are the outcomes one by one, as the session takes them.
func (r Report) Held() []bool {
	held := make([]bool, len(r.Outcomes))
	for i, o := range r.Outcomes {
		held[i] = o.Held
	}
	return held
}

// Share is how much of the task is done, 0 to 1. A task without checks is not done
// by itself.
func (r Report) Share() float64 {
	if len(r.Outcomes) == 0 {
		return 0
	}
	n := 0
	for _, o := range r.Outcomes {
		if o.Held {
			n++
		}
	}
	return float64(n) / float64(len(r.Outcomes))
}

// Done reports whether all checks hold.
func (r Report) Done() bool { return len(r.Outcomes) > 0 && r.Share() == 1 }

// Unsaid are the places of the checks of a task that ask the learner something to
// which they said nothing yet.
func (r Report) Unsaid(t *course.Task) []int {
	var open []int
	for i, o := range r.Outcomes {
		if o.Open && t.Checks[i].Kind == course.CheckAsk {
			open = append(open, i)
		}
	}
	return open
}

// Sayable are the places of the checks of a task that ask the learner something and do
// not hold: what is said to them next may do.
func (r Report) Sayable(t *course.Task) []int {
	var open []int
	for i, o := range r.Outcomes {
		if !o.Held && t.Checks[i].Kind == course.CheckAsk {
			open = append(open, i)
		}
	}
	return open
}

// Waits reports whether it is the learner's turn to say something: nothing else that
// they could mend is missing, but for what stands behind an Unsaid check that keeps a
// value, since it may want to know it.
func (r Report) Waits(t *course.Task) bool {
	unsaid := r.Unsaid(t)
	for i, o := range r.Outcomes {
		if slices.Contains(unsaid, i) && t.Checks[i].Capture != "" {
			return true
		}
		if !o.Held && !o.Open && o.Found.Code != NoGit {
			return false
		}
	}
	return len(unsaid) > 0
}

// Run tries the checks of a task in their order. What one of them captures is there
// for those behind it. It fails only where nothing can be said: when the folder
// cannot be opened, nobody agreed to run commands, or the context ended.
func Run(ctx context.Context, t *course.Task, try Try) (Report, error) {
	root, err := os.OpenRoot(try.Dir)
	if err != nil {
		return Report{}, fmt.Errorf("checking the task %s: %w", textsafe.Line(t.ID), err)
	}
	defer func() { _ = root.Close() }() // it was only looked at
	r := Report{Values: map[string]string{}}
	maps.Copy(r.Values, try.Values)
	for i, c := range t.Checks {
		one := &trial{Try: &try, root: root, check: &c, values: r.Values}
		one.said, one.hasSaid = try.Said[i]
		err := one.run(ctx)
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return Report{}, fmt.Errorf("checking the task %s: %w", textsafe.Line(t.ID), err)
		}
		o := one.out
		o.Held = !o.Open && o.Found.Code == ""
		if o.Held && c.Capture != "" {
			r.Values[c.Capture] = one.captured()
		}
		if !o.Held && !o.Open && o.Found.Seen() {
			o.Otherwise = course.FillIn(c.Otherwise, t.Shown(r.Values))
		}
		r.Outcomes = append(r.Outcomes, o)
	}
	return r, nil
}

// trial is one check while it is tried.
type trial struct {
	*Try
	root    *os.Root
	check   *course.Check
	values  map[string]string
	said    string
	hasSaid bool

	text string // what was found to be looked at and captured
	out  Outcome
}

func (t *trial) run(ctx context.Context) error {
	switch t.check.Kind {
	case course.CheckRun:
		return t.command(ctx)
	case course.CheckFile:
		t.file()
	case course.CheckDir:
		t.dir()
	case course.CheckGit:
		return t.git(ctx)
	case course.CheckHTTP:
		t.http(ctx)
	case course.CheckAsk:
		t.ask()
	}
	return nil
}

// fail keeps the first thing that is missing.
func (t *trial) fail(f Found) {
	if t.out.Found.Code == "" {
		f.What, f.Kind = t.check.What, t.check.Kind
		f.Got = brief(f.Got)
		t.out.Found = f
	}
}

// runs runs a script in the folder. It reports false where nothing may be run.
func (t *trial) runs(ctx context.Context, script string) (wall.Result, bool, error) {
	if t.Runner == nil {
		t.out.Open = true
		return wall.Result{}, false, nil
	}
	r, err := t.Runner.Run(ctx, wall.Command{Dir: t.Dir, Script: script, Env: practice.Environment(t.values), NotIsolated: t.NotIsolated})
	if err != nil {
		return r, false, err
	}
	if r.Ended == wall.Stopped {
		return r, false, errors.Join(context.Canceled, ctx.Err())
	}
	t.out.Level = r.Level
	return r, true, nil
}

// command tries a check of run.
func (t *trial) command(ctx context.Context) error {
	r, ok, err := t.runs(ctx, t.check.What)
	if !ok {
		return err
	}
	t.text = plain(r.Stdout)
	t.out.Output = shown(r)
	if r.Ended != wall.Exited {
		t.fail(Found{Code: Ended, Ending: r.Ended})
		return nil
	}
	exit := course.Range{}
	if e, ok := t.check.Expected("exit"); ok {
		exit = e.Range()
	}
	if !exit.Holds(r.Exit) {
		t.fail(Found{Code: Exit, Count: r.Exit, Got: lastLine(plain(r.Stderr))})
	}
	errs := plain(r.Stderr)
	for _, e := range t.check.Expect {
		if name, ok := strings.CutPrefix(e.Name, "stderr-"); ok {
			t.expectText(name, e, errs)
			continue
		}
		t.expectText(e.Name, e, t.text)
	}
	return nil
}

// ask tries what the learner said.
func (t *trial) ask() {
	t.text = clip(plain([]byte(t.said)), maxFile)
	switch {
	case !t.hasSaid:
		t.out.Open = true
		return
	case len(t.check.Expect) == 0 && Written(*t.check):
		if strings.TrimSpace(t.text) == "" {
			t.fail(Found{Code: SaidNo})
		}
		return
	case !Written(*t.check):
		if t.said != Yes {
			t.fail(Found{Code: SaidNo})
		}
		return
	}
	for _, e := range t.check.Expect {
		t.expectText(e.Name, e, t.text)
	}
}

// captured is what the check keeps.
func (t *trial) captured() string {
	text := t.text
	if e, ok := t.check.Expected("matches"); ok {
		if m := e.Pattern().FindStringSubmatch(text); len(m) > 1 {
			text = m[1]
		} else if len(m) == 1 {
			text = m[0]
		}
	}
	return clip(strings.TrimSpace(text), maxCaptured)
}
