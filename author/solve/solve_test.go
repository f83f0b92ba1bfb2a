package solve

import (
	"context"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/wall"
)

func TestMain(m *testing.M) {
	if wall.Called(os.Args) {
		os.Exit(wall.Serve(os.Args, os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// proofs are what comes of the tasks of one lesson, a line for each thing.
func proofs(t *testing.T, lesson string, runner Runner) string {
	t.Helper()
	files := fstest.MapFS{"one.md": {Data: []byte("# One\n\n" + strings.ReplaceAll(lesson, "~~~", "```"))}, "files/bread/recipe.txt": {Data: []byte("flour\n")}}
	c, _, err := course.Load(files, "x")
	if err != nil {
		t.Fatal(err)
	}
	if runner == nil {
		self, err := os.Executable()
		if err != nil {
			t.Fatal(err)
		}
		walls := wall.Look(self)
		if walls.Level == wall.None || runtime.GOOS == "windows" {
			t.Skip("this machine has no walls")
		}
		runner = walls
	}
	dir, remove, err := Temp()
	if err != nil {
		t.Fatal(err)
	}
	defer remove()
	list, err := (&Tried{Course: c, Files: files, Temp: dir, Runner: runner}).Prove(t.Context(), func(*course.Task) bool { return true })
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	for _, p := range list {
		b.WriteString(p.Task.ID + "\n")
		for _, w := range p.Wrong {
			b.WriteString("  " + w + "\n")
		}
	}
	return b.String()
}

func TestProve(t *testing.T) {
	for _, c := range []struct{ name, lesson, want string }{
		{"a chain in one folder, and what was captured", `
### Task: A
<!-- id: a, folder: k, files: files/bread -->
~~~setup
echo setup > made
~~~
~~~check
- file: one
  capture: one
- ask: Did it work?
~~~
~~~solve
cat recipe.txt made > one
~~~

### Task: B
<!-- id: b, folder: k -->
~~~check
- run: test -f two && grep -q "$CAIRN_ONE" one
  expect: { exit: 0 }
~~~
~~~solve
test -n "$CAIRN_ONE" && cp one two
~~~
`, "a\nb\n"},
		{"holds before", "### Task: A\n<!-- id: a -->\n~~~setup\ntouch x\n~~~\n~~~check\n- file: x\n~~~\n~~~solve\ntrue\n~~~\n",
			"a\n  all its checks hold before anything is done\n"},
		{"does not hold after", "### Task: A\n<!-- id: a -->\n~~~check\n- file: x\n- file: y\n  expect: { exists: false }\n~~~\n~~~solve\ntouch z\n~~~\n",
			"a\n  solved, and line 6 of one.md does not hold: There is no file x.\n"},
		{"solve fails", "### Task: A\n<!-- id: a -->\n~~~check\n- file: x\n~~~\n~~~solve\ntouch x\nls nowhere\necho more\n~~~\n",
			"a\n  what solves it ends with status 2: ls: cannot access 'nowhere': No such file or directory\n"},
		{"setup fails", "### Task: A\n<!-- id: a -->\n~~~setup\necho oops\nexit 4\n~~~\n~~~check\n- file: x\n~~~\n~~~solve\ntouch x\n~~~\n",
			"a\n  the setup of the task a ended with status 4: oops\n"},
		{"nothing tells", "### Task: A\n<!-- id: a -->\n~~~check\n- ask: Well?\n~~~\n~~~solve\ntouch x\n~~~\n",
			"a\n  no check can tell whether it is solved; add one of run, file, dir or git, or take solve away\n"},
		{"no solve", "### Task: A\n<!-- id: a -->\n~~~check\n- file: x\n~~~\n", ""},
		{"a course that runs nothing out of its folder", "### Task: A\n<!-- id: a -->\n~~~check\n- run: test ! -e " + os.Args[0] + ".x\n- file: x\n~~~\n~~~solve\necho x > " + os.Args[0] + ".x || touch x\n~~~\n", "a\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := proofs(t, c.lesson, nil); got != c.want {
				t.Errorf("got:\n%swant:\n%s", got, c.want)
			}
		})
	}
}

type refusing struct{}

func (refusing) Run(context.Context, wall.Command) (wall.Result, error) {
	return wall.Result{}, wall.ErrNotIsolated
}

// TestWithoutWalls: nothing that could not be run is said to be wrong with a task.
func TestWithoutWalls(t *testing.T) {
	got := proofs(t, "### Task: A\n<!-- id: a -->\n~~~setup\ntrue\n~~~\n~~~check\n- file: x\n~~~\n~~~solve\ntouch x\n~~~\n", refusing{})
	if !strings.Contains(got, wall.ErrNotIsolated.Error()) {
		t.Error(got)
	}
}
