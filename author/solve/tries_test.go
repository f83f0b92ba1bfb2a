package solve

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
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

var update = flag.Bool("update", false, "rewrite what is said to each try in testdata/tries")

// TestTries does at the tasks of the built-in courses what learners may do: nothing,
// half of it, all of it in another way, and what is wrong. testdata/tries holds, for
// each try, the lines typed into a shell in the fresh practice folder, what was
// answered to the checks that ask, and what is said to it: the first sentence of each
// check that does not hold.
func TestTries(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	walls := wall.Look(self)
	if walls.Level == wall.None || runtime.GOOS == "windows" {
		t.Skip("this machine has no walls")
	}
	files, err := filepath.Glob("testdata/tries/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no tries", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(name, func(t *testing.T) { triesOf(t, file, name, walls) })
	}
}

func triesOf(t *testing.T, file, name string, walls wall.Walls) {
	folder, err := fs.Sub(courses.FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := course.Load(folder, name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	tasks, done := map[string]*course.Task{}, map[string]bool{}
	for _, task := range c.TasksInOrder() {
		tasks[task.ID] = task
	}
	head, rest, _ := strings.Cut(string(data), "\n== ")
	sections := strings.Split(rest, "\n== ")
	results := make([]string, len(sections))
	t.Run("each", func(t *testing.T) {
		for i, section := range sections {
			title, body, _ := strings.Cut(section, "\n")
			id, _, _ := strings.Cut(title, ":")
			task := tasks[id]
			if task == nil {
				t.Fatalf("%s: there is no task %q", file, id)
			}
			t.Run(title, func(t *testing.T) {
				t.Parallel()
				typed, said := actsOf(body)
				told := tried(t, task, practice.Practice{Course: c, Files: folder, Runner: walls}, typed, said)
				results[i] = title + "\n" + typed + said + told
			})
		}
	})
	got := head + "\n== " + strings.Join(results, "\n== ")
	for i, result := range results {
		id, _, _ := strings.Cut(sections[i], ":")
		done[id] = done[id] || strings.HasSuffix(result, "\n"+allHold)
	}
	for id, task := range tasks {
		if !done[id] && task.Code == nil {
			t.Errorf("%s: no try does the task %s", file, id)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	sameTries(t, file, string(data), got)
}

const allHold = "all holds\n"

// actsOf are the lines of a try that were typed, and those that answer checks that ask.
func actsOf(body string) (typed, said string) {
	for line := range strings.Lines(body) {
		switch {
		case strings.HasPrefix(line, "$"), strings.HasPrefix(line, "|"):
			typed += line
		case strings.HasPrefix(line, ">"):
			said += line
		}
	}
	return typed, said
}

// tried is what is said to a try: a line for each check that does not hold.
func tried(t *testing.T, task *course.Task, p practice.Practice, typed, said string) string {
	t.Helper()
	dir, remove, err := Temp()
	if err != nil {
		t.Fatal(err)
	}
	defer remove()
	p.Data = dir
	f, err := p.Begin(t.Context(), task, nil)
	if err != nil {
		t.Fatalf("%s: %v", task.ID, err)
	}
	script := ""
	for line := range strings.Lines(typed) {
		script += strings.TrimPrefix(strings.TrimLeft(line, "$|"), " ")
	}
	if script != "" {
		r, err := p.Runner.Run(t.Context(), wall.Command{Dir: f.Path, Script: script, Env: practice.Environment(nil)})
		if err != nil || r.Ended != wall.Exited {
			t.Fatalf("%s: %v %s", task.ID, err, r.Ended)
		}
	}
	answers, place := strings.Split(strings.ReplaceAll(said, "> ", ""), "\n"), map[int]string{}
	for i, c := range task.Checks {
		if c.Kind == course.CheckAsk && len(answers) > 1 {
			place[i], answers = answers[0], answers[1:]
		}
	}
	r, err := check.Run(t.Context(), task, check.Try{Dir: f.Path, Said: place, Runner: p.Runner})
	if err != nil {
		t.Fatalf("%s: %v", task.ID, err)
	}
	if r.Done() {
		return allHold
	}
	told := ""
	for _, o := range r.Outcomes {
		switch {
		case o.Open:
			told += "asks\n"
		case !o.Held:
			first, _, _ := strings.Cut(strings.Join(strings.Fields(o.Otherwise), " "), ". ")
			told += fmt.Sprintf("not yet: %s\n", strings.TrimSuffix(first, "."))
		}
	}
	return told
}

// sameTries reports the tries that are not as they are written down.
func sameTries(t *testing.T, file, want, got string) {
	t.Helper()
	wants, gots := strings.Split(want, "\n== "), strings.Split(got, "\n== ")
	for i := range min(len(wants), len(gots)) {
		if w, g := strings.TrimSpace(wants[i]), strings.TrimSpace(gots[i]); w != g {
			t.Errorf("%s: expected\n%s\ngot\n%s", file, w, g)
		}
	}
}
