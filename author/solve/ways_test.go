package solve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/exercise/check"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/internal/wall"
)

// TestWaysThroughGit does the tasks of the Git course in the ways that learners take
// too, and in wrong ones: testdata/ways-git.txt has, for each, a task, what is typed
// in its folder, and by their number the checks that do not hold then. Each begins in
// a fresh folder, in which the tasks before are solved. The learner's Git is that of
// somebody who has set a name, and an editor that changes nothing: a first branch is
// called master. Nothing of it is behind walls, which would take ten times as long:
// these are our own commands, and cairn test runs what the course has behind walls.
func TestWaysThroughGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil || runtime.GOOS == "windows" {
		t.Skip("git or sh is not here")
	}
	files, err := fs.Sub(courses.FS(), "git")
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := course.Load(files, "git")
	if err != nil {
		t.Fatal(err)
	}
	tasks := map[string]*course.Task{}
	for _, task := range c.TasksInOrder() {
		tasks[task.ID] = task
	}
	cases, err := os.ReadFile("testdata/ways-git.txt")
	if err != nil {
		t.Fatal(err)
	}
	if testing.Short() {
		t.Skip("it takes some seconds")
	}
	tried := map[string]bool{}
	for _, one := range strings.Split(string(cases), "\n== ")[1:] {
		name, rest, _ := strings.Cut(one, "\n")
		script, want, found := strings.Cut("\n"+rest, "\n=>")
		id, _, _ := strings.Cut(name, ": ")
		task := tasks[id]
		if task == nil || !found {
			t.Fatalf("%s: there is no such task, or it does not say what comes of it", name)
		}
		tried[id] = true
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := &practice.Practice{Data: t.TempDir(), Course: c, Files: files, Runner: shell{}, CatchUp: true}
			f, err := p.Begin(t.Context(), task, nil)
			if err != nil {
				t.Fatal(err)
			}
			told := typed(t, f.Path, script)
			r, err := check.Run(t.Context(), task, check.Try{Dir: f.Path, Runner: shell{}})
			if err != nil {
				t.Fatal(err)
			}
			var open []string
			for i, o := range r.Outcomes {
				if tells(task.Checks[i]) && !o.Held {
					open = append(open, fmt.Sprint(i+1))
					told += fmt.Sprintf("%d. %s (%s)\n", i+1, o.Otherwise, o.Found)
				}
			}
			if got := strings.Join(open, " "); got != strings.TrimSpace(want) {
				t.Errorf("the checks %q do not hold, and %q were expected\n%s", got, strings.TrimSpace(want), told)
			}
		})
	}
	for _, task := range Solvable(c) {
		if !tried[task.ID] {
			t.Errorf("no way through the task %s was tried", task.ID)
		}
	}
}

// shell runs commands without walls, in an environment as clean as theirs.
type shell struct{}

func (shell) Run(ctx context.Context, c wall.Command) (wall.Result, error) {
	cmd := exec.CommandContext(ctx, "sh", "-c", c.Script)
	cmd.Dir, cmd.Env = c.Dir, append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + c.Dir, "LANG=C.UTF-8"}, c.Env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return wall.Result{}, err
	}
	return wall.Result{Exit: cmd.ProcessState.ExitCode(), Stdout: out.Bytes(), Stderr: errs.Bytes()}, nil
}

// typed does what a learner types in a folder, in their own shell, and returns what
// they read.
func typed(t *testing.T, dir, script string) string {
	t.Helper()
	home := t.TempDir()
	config := "[user]\n\tname = Robin Example\n\temail = robin@example.org\n[core]\n\teditor = true\n[init]\n\tdefaultBranch = master\n"
	if err := os.WriteFile(filepath.Join(home, ".gitconfig"), []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "sh", "-c", script)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + home, "LANG=C", "TERM=dumb", "GIT_PAGER=cat", "GIT_CONFIG_NOSYSTEM=1"}
	out, _ := cmd.CombinedOutput() // that git refuses something is part of many ways
	return string(out)
}
