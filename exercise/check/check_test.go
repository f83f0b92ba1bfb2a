package check

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/internal/wall/walltest"
)

var update = flag.Bool("update", false, "write what came of the checks into testdata")

func TestMain(m *testing.M) {
	if wall.Called(os.Args) {
		os.Exit(wall.Serve(os.Args, os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// taskOf is the only task of a lesson.
func taskOf(t *testing.T, lesson string) *course.Task {
	t.Helper()
	c, diags, err := course.Load(fstest.MapFS{"one.md": {Data: []byte("# One\n\n" + lesson)}}, "x")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Errorf("%s (%s)", d, d.Hint)
		}
	}
	return c.TasksInOrder()[0]
}

// written is a report as the cases write it.
func written(task *course.Task, r Report, before map[string]string) string {
	var b strings.Builder
	for i, o := range r.Outcomes {
		state := "not yet"
		switch {
		case o.Open:
			state = "open"
		case o.Held:
			state = "holds"
		}
		fmt.Fprintf(&b, "%s %s: %s\n", task.Checks[i].Kind, task.Checks[i].What, state)
		if o.Found.Code != "" {
			fmt.Fprintf(&b, "  [%s] %s\n", o.Found.Code, o.Found)
		}
		if o.Otherwise != "" {
			fmt.Fprintf(&b, "  author: %s\n", o.Otherwise)
		}
	}
	fmt.Fprintf(&b, "share %.2f\n", r.Share())
	for _, name := range slices.Sorted(maps.Keys(r.Values)) {
		if before[name] != r.Values[name] {
			fmt.Fprintf(&b, "kept %s = %q\n", name, r.Values[name])
		}
	}
	return b.String()
}

// testCases runs the cases of testdata: a lesson with a task, a folder, what makes
// more of it, what the learner says, and what comes of the checks.
func testCases(t *testing.T, runner wall.Runner, write bool) {
	if _, err := exec.LookPath("sh"); err != nil || runtime.GOOS == "windows" {
		t.Skip("there is no sh")
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, at := runCase(t, archive, runner)
			if want := string(archive.Files[at].Data); got != want && (!write || !*update) {
				t.Errorf("got:\n%swant:\n%s", got, want)
			}
			if write && *update {
				archive.Files[at].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func runCase(t *testing.T, archive *txtar.Archive, runner wall.Runner) (got string, want int) {
	dir := filepath.Join(t.TempDir(), "practice")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var lesson, script string
	said, values := map[int]string{}, map[string]string{}
	for i, f := range archive.Files {
		text := string(f.Data)
		switch name, inFolder := strings.CutPrefix(f.Name, "folder/"); {
		case inFolder:
			name = filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		case f.Name == "lesson.md":
			lesson = text
		case f.Name == "make.sh":
			script = text
		case f.Name == "want":
			want = i
		case strings.HasPrefix(f.Name, "said/"):
			n, err := strconv.Atoi(strings.TrimPrefix(f.Name, "said/"))
			if err != nil {
				t.Fatal(err)
			}
			said[n] = strings.TrimSuffix(text, "\n")
		case strings.HasPrefix(f.Name, "value/"):
			values[strings.TrimPrefix(f.Name, "value/")] = strings.TrimSuffix(text, "\n")
		default:
			t.Fatalf("%s says nothing", f.Name)
		}
	}
	if script != "" {
		if strings.Contains(script, "git ") {
			if _, err := exec.LookPath("git"); err != nil {
				t.Skip("git is not here")
			}
		}
		cmd := exec.Command("sh", "-ec", script)
		cmd.Dir = dir
		cmd.Env = []string{
			"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null", "LANG=C.UTF-8",
			"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org",
			"GIT_AUTHOR_DATE=2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE=2026-01-01T00:00:00Z",
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	task := taskOf(t, lesson)
	r, err := Run(t.Context(), task, Try{Dir: dir, Said: said, Values: values, Runner: runner})
	if err != nil {
		t.Fatal(err)
	}
	return written(task, r, values), want
}

func TestCases(t *testing.T) { testCases(t, walltest.Shell{}, true) }

// TestCasesBehindWalls runs the same with the walls that this machine has.
func TestCasesBehindWalls(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	walls := wall.Look(self)
	if walls.Level == wall.None {
		t.Skip("this machine has no walls: " + walls.Why)
	}
	testCases(t, walls, false)
}
