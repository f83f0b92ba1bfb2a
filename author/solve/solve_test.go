package solve

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/internal/wall"
)

func TestMain(m *testing.M) {
	if wall.Called(os.Args) {
		os.Exit(wall.Serve(os.Args, os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// look finds sh, and nothing else.
func look(name string) (string, error) {
	if name == "sh" {
		return exec.LookPath(name)
	}
	return "", exec.ErrNotFound
}

func ask(string, ...string) (string, error) { return "", errors.New("nobody is asked") }

// proofs are what comes of the tasks of one lesson, a line for each thing, where
// there is no toolchain but sh.
func proofs(t *testing.T, lesson string, runner wall.Runner) string {
	t.Helper()
	return proofsOn(t, code.Machine{Look: look, Ask: ask}, lesson, runner)
}

func proofsOn(t *testing.T, machine code.Machine, lesson string, runner wall.Runner) string {
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
	list, err := (&Tried{Course: c, Files: files, Temp: dir, Runner: runner, Machine: machine}).Prove(t.Context(), func(*course.Task) bool { return true })
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	for _, p := range list {
		b.WriteString(p.Task.ID + "\n")
		if p.Skipped != "" {
			b.WriteString("  not tried: " + p.Skipped + "\n")
		}
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
			"a\n  all its checks hold before anything is done: line 9 of one.md (file: x)\n"},
		{"does not hold after", "### Task: A\n<!-- id: a -->\n~~~check\n- file: x\n- file: y\n  expect: { exists: false }\n~~~\n~~~solve\ntouch z\n~~~\n",
			"a\n  solved, and line 6 of one.md does not hold: There is no file x.\n"},
		{"solve fails", "### Task: A\n<!-- id: a -->\n~~~check\n- file: x\n~~~\n~~~solve\ntouch x\nls nowhere\necho more\n~~~\n",
			"a\n  one.md:8: its solve ends with status 2: ls: cannot access 'nowhere': No such file or directory\n"},
		{"a line of solve that the shell names", "### Task: A\n<!-- id: a -->\n~~~check\n- file: x\n~~~\n~~~solve\n\ntouch x\nno-such-command\n~~~\n",
			"a\n  one.md:11: its solve ends with status 127: no-such-command: not found\n"},
		{"solve prints and is not enough", "### Task: A\n<!-- id: a -->\n~~~check\n- file: x\n~~~\n~~~solve\necho begun\necho the end\n~~~\n",
			"a\n  solved, and line 6 of one.md does not hold: There is no file x.\n  one.md:8: the last that its solve wrote: the end\n"},
		{"setup fails", "### Task: A\n<!-- id: a -->\n~~~setup\necho oops\nexit 4\n~~~\n~~~check\n- file: x\n~~~\n~~~solve\ntouch x\n~~~\n",
			"a\n  one.md:5: the setup of the task a ended with status 4: oops\n"},
		{"nothing tells", "### Task: A\n<!-- id: a -->\n~~~check\n- ask: Well?\n~~~\n~~~solve\ntouch x\n~~~\n",
			"a\n  one.md:8: no check can tell whether it is solved; add one of run, file, dir or git, let solve print what an ask expects, or take solve away\n"},
		{"what solve prints is pasted", `
### Task: A
<!-- id: a, folder: k -->
~~~check
- ask: How many are there?
  expect: { matches: '^(\d+) files$' }
  capture: many
- ask: What is it called?
  capture: name
- ask: Are you well?
~~~
~~~solve
echo "ls:"; echo "3 files" >&2
~~~

### Task: B
<!-- id: b, folder: k -->
~~~check
- run: test -f done
~~~
~~~solve
test "$CAIRN_MANY" = 3 && test "$CAIRN_NAME" = ls: && touch done
~~~
`, "a\nb\n"},
		{"nothing that is printed fits", "### Task: A\n<!-- id: a -->\n~~~check\n- file: x\n- ask: Well?\n  expect: { equals: good }\n~~~\n~~~solve\ntouch x\necho bad\n~~~\n",
			"a\n  solved, and nothing that solve prints is the answer to line 7 of one.md\n  one.md:10: the last that its solve wrote: bad\n"},
		{"nothing is printed", "### Task: A\n<!-- id: a -->\n~~~check\n- file: x\n- ask: Well?\n  expect: { equals: good }\n~~~\n~~~solve\ntouch x\n~~~\n", "a\n"},
		{"anything is taken", "### Task: A\n<!-- id: a -->\n~~~check\n- ask: Well?\n  expect: { not: bad }\n~~~\n~~~solve\necho good\n~~~\n",
			"a\n  all its checks hold before anything is done: line 6 of one.md (ask: Well?)\n"},
		{"code", "### Question: A\n<!-- id: a -->\n~~~sh start\necho 1\n~~~\n~~~sh test\n[ \"$(sh ./answer.sh)\" = 2 ] || { echo two are wanted; exit 1; }\n~~~\n~~~sh solution\necho 2\n~~~\n", "a\n"},
		{"code that is solved already", "### Question: A\n<!-- id: a -->\n~~~sh start\necho 2\n~~~\n~~~sh test\n[ \"$(sh ./answer.sh)\" = 2 ] || { echo two are wanted; exit 1; }\n~~~\n~~~sh solution\necho 3\n~~~\n",
			"a\n  one.md:5: its test passes with start, before anything is done\n  one.md:11: its solution does not pass: a test fails: two are wanted\n"},
		{"code whose test takes nothing at all", "### Question: A\n<!-- id: a -->\n~~~sh test\ntrue\n~~~\n~~~sh solution\necho 3\n~~~\n", "a\n  one.md:5: its test passes with nothing written\n"},
		{"code in a language that is not here", "### Question: A\n<!-- id: a -->\n~~~rust test\n#[test] fn t() {}\n~~~\n~~~rust solution\nfn f() {}\n~~~\n",
			"a\n  not tried: there is no rustc on this machine\n"},
		{"code without a solution", "### Question: A\n<!-- id: a -->\n~~~sh test\ntrue\n~~~\n", ""},
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
