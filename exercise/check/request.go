package check

import (
	"path"
	"slices"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
)

// Runs reports whether trying a check runs a command or asks an address: what it
// needs the learner's yes for.
func Runs(c course.Check) bool {
	switch c.Kind {
	case course.CheckFile, course.CheckDir, course.CheckAsk:
		return false
	case course.CheckRun, course.CheckGit, course.CheckHTTP:
	}
	return true
}

// Request is what the learner is asked before a task is begun and its checks are
// run: all that Begin and Run may run, and all files that the course brings. needed
// is false where that is nothing: such a task is begun and checked without asking.
func Request(p *practice.Practice, t *course.Task, walls wall.Walls) (r trust.Request, needed bool, err error) {
	r = trust.Request{
		Course: p.Course.ID, CourseTitle: p.Course.Title, Task: t.ID, TaskTitle: t.Title,
		Folder: p.Path(t), Level: walls.Level, Why: walls.Why, Lacks: walls.Lacks,
	}
	for _, step := range p.Steps(t) {
		if step.Setup != "" {
			r.Commands = append(r.Commands, trust.Command{For: "setup", Text: step.Setup})
		}
		if p.CatchUp && step != t && step.Solve != "" {
			r.Commands = append(r.Commands, trust.Command{For: "solve", Text: step.Solve})
		}
		files, err := p.Brings(step)
		if err != nil {
			return r, false, err
		}
		for _, f := range files {
			file := trust.File{Name: path.Join(step.Files, f.Name), Data: f.Data}
			same := func(before trust.File) bool { return before.Name == file.Name }
			if !slices.ContainsFunc(r.Files, same) { // tasks of one folder may bring the same
				r.Files = append(r.Files, file)
			}
		}
	}
	for _, c := range t.Checks {
		switch c.Kind {
		case course.CheckRun:
			r.Commands = append(r.Commands, trust.Command{For: "check", Text: c.What})
		case course.CheckGit:
			r.Commands = append(r.Commands, trust.Command{For: "check", Text: gitCalls(c)})
		case course.CheckHTTP:
			r.Commands = append(r.Commands, trust.Command{For: "check", Text: "GET " + c.What})
		case course.CheckFile, course.CheckDir, course.CheckAsk:
		}
	}
	return r, len(r.Commands) > 0, nil
}

// gitCalls are what is asked of git, a line each, but for the options that keep a
// repository from running anything of its own.
func gitCalls(c course.Check) string {
	begin := "git -C " + quoted(c.What) + " "
	lines := []string{begin + gitPlace}
	for _, e := range c.Expect {
		lines = append(lines, begin+gitAsks(e).call)
	}
	return strings.Join(lines, "\n")
}
