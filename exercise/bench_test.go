package exercise_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
)

func TestMain(m *testing.M) {
	if wall.Called(os.Args) {
		os.Exit(wall.Serve(os.Args, os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

const lesson = "# Bread\n\n" +
	"### Task: Write the recipe down\n<!-- id: recipe -->\n\n" +
	"```setup\necho flour > recipe.txt\n```\n\n" +
	"```check\n- run: cat recipe.txt\n  expect: { contains: water }\n  otherwise: There is no water in it.\n  capture: recipe\n- file: recipe.txt\n```\n\n" +
	"### Task: Make an empty file\n<!-- id: plain -->\n\n```check\n- file: empty.txt\n```\n\n" +
	"### Question: How many loaves?\n<!-- id: loaves -->\n\n" +
	"```sh start\necho none\n```\n\n```sh test\n[ \"$(sh ./answer.sh)\" = 2 ] || { echo two; exit 1; }\n```\n\n```sh solution\necho 2\n```\n"

// bench is a bench for the lesson, and its tasks by id.
func bench(t *testing.T, data, lesson string) (*exercise.Bench, map[string]*course.Task) {
	t.Helper()
	fsys := fstest.MapFS{"one.md": {Data: []byte(lesson)}, "files/x/bake.sh": {Data: []byte("echo good > bread\n")}, "course.yaml": {Data: []byte("id: bread\npath: [one.md]\n")}}
	c, _, err := course.Load(fsys, "bread")
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	tasks := map[string]*course.Task{}
	for _, task := range c.TasksInOrder() {
		tasks[task.ID] = task
	}
	return &exercise.Bench{
		Data: data, Course: c, Files: fsys, Trust: trust.Open(data, time.Now), Now: time.Now,
		Look: func() wall.Walls { return wall.Look(self) },
		Machine: code.Machine{Look: exec.LookPath, Ask: func(program string, args ...string) (string, error) {
			out, err := exec.Command(program, args...).Output()
			return string(out), err
		}},
	}, tasks
}

func agree(t *testing.T, b *exercise.Bench, task *course.Task) exercise.State {
	t.Helper()
	s, err := b.State(task)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Agree(task, s); err != nil {
		t.Fatal(err)
	}
	if s, err = b.State(task); err != nil || !s.Agreed {
		t.Fatalf("agreed to and asked again: %v", err)
	}
	return s
}

// changing is a course whose files change when one of them was read.
type changing struct {
	fs.FS
	name string
	data []byte
	read int
}

func (c *changing) Open(name string) (fs.File, error) {
	if name != c.name {
		return c.FS.Open(name)
	}
	if c.read++; c.read > 1 {
		return fstest.MapFS{name: {Data: c.data}}.Open(name)
	}
	return c.FS.Open(name)
}

// TestFilesThatChangeAfterTheyWereRead: what comes to be in the folder, and is run
// there, are the bytes that the learner agreed to.
func TestFilesThatChangeAfterTheyWereRead(t *testing.T) {
	const lesson = "# Bread\n\n### Task: Bake\n<!-- id: bake, files: files/x -->\n\n```setup\nsh bake.sh\n```\n\n```check\n- file: bread\n```\n"
	b, tasks := bench(t, t.TempDir(), lesson)
	agree(t, b, tasks["bake"])
	b.Files = &changing{FS: b.Files, name: "files/x/bake.sh", data: []byte("echo evil > bread\n")}
	f, err := b.Begin(t.Context(), tasks["bake"], nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(filepath.Join(f.Path, "bread")); string(got) != "good\n" {
		t.Errorf("%q was run, %v", got, err)
	}
	if f, err = b.Reset(t.Context(), tasks["bake"], nil); err != nil || len(f.Unset) != 1 {
		t.Errorf("it goes on with other files: %+v, %v", f, err)
	}
}

// TestAnotherLanguageIsAskedAgain: the same test may do something else in it.
func TestAnotherLanguageIsAskedAgain(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	agree(t, b, tasks["loaves"])
	tasks["loaves"].Code.Language = "c"
	if s, err := b.State(tasks["loaves"]); s.Agreed || err != nil {
		t.Errorf("nobody is asked: %+v, %v", s, err)
	}
}

// TestACacheIsOfOneLevel: what commands behind walls left for later builds is not
// built into what runs without them.
func TestACacheIsOfOneLevel(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	agree(t, b, tasks["loaves"])
	seen := map[string]bool{}
	for _, level := range []wall.Level{wall.None, wall.Limited, wall.Isolated} {
		other := &exercise.Bench{
			Data: b.Data, Course: b.Course, Files: b.Files, Trust: b.Trust, Machine: b.Machine, Now: b.Now,
			Look: func() wall.Walls { return wall.Walls{Level: level} }, Runner: caches{seen},
		}
		agree(t, other, tasks["loaves"])
		if _, err := other.Try(t.Context(), tasks["loaves"], nil, nil); err != nil {
			t.Fatal(err)
		}
	}
	if len(seen) != 3 || seen[""] {
		t.Errorf("the caches were %v", seen)
	}
}

type caches struct{ seen map[string]bool }

func (c caches) Run(_ context.Context, cmd wall.Command) (wall.Result, error) {
	c.seen[cmd.Cache] = true
	return wall.Result{}, nil
}

// counted counts what is run.
type counted struct {
	wall.Runner
	ran *int
}

func (c counted) Run(ctx context.Context, command wall.Command) (wall.Result, error) {
	*c.ran++
	return c.Runner.Run(ctx, command)
}

// TestNothingRunsBeforeTheLearnerAgreed tries, begins and starts over without a yes:
// files are looked at, and nothing is run.
func TestNothingRunsBeforeTheLearnerAgreed(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	ran := 0
	b.Runner = counted{b.Look(), &ran}
	recipe, loaves := tasks["recipe"], tasks["loaves"]
	s, err := b.State(recipe)
	if err != nil || !s.Asks() || s.Ready || !s.Begins || !s.Resets || len(s.Setup) != 1 || !s.Tries(recipe) {
		t.Fatalf("%+v, %v", s, err)
	}
	try, err := b.Try(context.Background(), recipe, nil, nil)
	if o := try.Report.Outcomes; err != nil || !o[0].Open || o[1].Open || o[1].Held || len(try.Folder.Unset) != 1 {
		t.Errorf("%+v, %v", try, err)
	}
	if err := os.WriteFile(filepath.Join(s.Folder, "recipe.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if try, err = b.Try(context.Background(), recipe, nil, nil); err != nil || !try.Held()[1] || try.Held()[0] {
		t.Errorf("%+v, %v", try, err)
	}
	if f, err := b.Reset(context.Background(), recipe, nil); err != nil || len(f.Unset) != 1 {
		t.Errorf("%+v, %v", f, err)
	}
	if s, err = b.State(loaves); err != nil || !s.Asks() || s.Begins || s.Resets || s.Tries(loaves) {
		t.Errorf("%+v, %v", s, err)
	}
	if _, err := b.Begin(context.Background(), loaves, nil); err != nil {
		t.Error(err)
	}
	if start, err := os.ReadFile(s.File); err != nil || string(start) != "echo none\n" {
		t.Errorf("the answer begins with %q, %v", start, err)
	}
	if _, err := b.Try(context.Background(), loaves, nil, nil); !errors.Is(err, exercise.ErrNotAgreed) {
		t.Errorf("it was tried: %v", err)
	}
	if ran > 0 {
		t.Errorf("%d commands were run", ran)
	}
}

// TestAYesThatNoFolderKeeps holds for as long as the program runs, for exactly what
// was shown.
func TestAYesThatNoFolderKeeps(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	b.Trust = trust.Open("", time.Now)
	agree(t, b, tasks["recipe"])
	if try, err := b.Try(context.Background(), tasks["recipe"], nil, nil); err != nil || try.Report.Outcomes[0].Open || !try.Held()[1] {
		t.Errorf("%+v, %v", try, err)
	}
	if s, err := b.State(tasks["loaves"]); err != nil || !s.Asks() {
		t.Errorf("it holds for another task: %v", err)
	}
	if b, tasks = bench(t, b.Data, lesson); b != nil {
		if s, err := b.State(tasks["recipe"]); err != nil || !s.Asks() {
			t.Errorf("it holds the next time: %v", err)
		}
	}
}

func TestATaskFromItsBeginningToItsEnd(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	task := tasks["recipe"]
	s := agree(t, b, task)
	try, err := b.Try(context.Background(), task, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if held := try.Held(); len(held) != 2 || held[0] || !held[1] || try.Report.Outcomes[0].Otherwise != "There is no water in it." {
		t.Fatalf("after the setup: %+v", try.Report)
	}
	if err := os.WriteFile(filepath.Join(s.Folder, "recipe.txt"), []byte("flour, water\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if try, err = b.Try(context.Background(), task, nil, nil); err != nil || !try.Report.Done() || try.Report.Values["recipe"] != "flour, water" {
		t.Fatalf("with water: %+v, %v", try.Report, err)
	}
	f, err := b.Reset(context.Background(), task, nil)
	if err != nil {
		t.Fatal(err)
	}
	if now, err := os.ReadFile(filepath.Join(f.Path, "recipe.txt")); err != nil || string(now) != "flour\n" {
		t.Errorf("after starting over: %q, %v", now, err)
	}
	if kept, err := os.ReadFile(filepath.Join(f.Aside, "recipe.txt")); err != nil || string(kept) != "flour, water\n" {
		t.Errorf("what was there before: %q, %v", kept, err)
	}
}

func TestWhatRunsNothingAsksNothing(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	s, err := b.State(tasks["plain"])
	if err != nil || s.Asks() || s.Runs {
		t.Fatalf("asks %t, runs %t, %v", s.Asks(), s.Runs, err)
	}
	try, err := b.Try(context.Background(), tasks["plain"], nil, nil)
	if err != nil || try.Report.Done() {
		t.Errorf("%+v, %v", try.Report, err)
	}
}

func TestAnotherCommandIsAskedAbout(t *testing.T) {
	data := t.TempDir()
	b, tasks := bench(t, data, lesson)
	old := agree(t, b, tasks["recipe"])
	b, tasks = bench(t, data, strings.Replace(lesson, "cat recipe.txt", "cat recipe.txt; true", 1))
	s, err := b.State(tasks["recipe"])
	if err != nil || !s.Asks() {
		t.Fatalf("another command is taken for the same: %v", err)
	}
	if err := b.Agree(tasks["recipe"], old); !errors.Is(err, exercise.ErrNotAgreed) {
		t.Errorf("a yes to what was shown counts for something else: %v", err)
	}
}

func TestNothingRunsWhereItIsBarred(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	b.Never = func() bool { return true }
	s, err := b.State(tasks["recipe"])
	if err != nil || s.Barred != exercise.BarredLearner || s.Asks() {
		t.Fatalf("%+v, %v", s, err)
	}
	if try, err := b.Try(context.Background(), tasks["recipe"], nil, nil); err != nil || !try.Report.Outcomes[0].Open || try.Report.Outcomes[1].Open {
		t.Errorf("what can be looked at: %+v, %v", try, err)
	}
	b.Never = nil
	b.Course.Tasks = course.TasksNever
	if s, err = b.State(tasks["recipe"]); err != nil || s.Barred != exercise.BarredCourse {
		t.Fatalf("%+v, %v", s, err)
	}
	b.Course.Tasks = course.TasksAsk
	b.Machine.Look = func(string) (string, error) { return "", exec.ErrNotFound }
	var absent *code.AbsentError
	if s, err = b.State(tasks["loaves"]); err != nil || s.Barred != exercise.BarredAbsent || !errors.As(s.Why, &absent) {
		t.Fatalf("%+v, %v", s, err)
	}
}

func TestCodeIsKeptInAFile(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	task := tasks["loaves"]
	s := agree(t, b, task)
	try, err := b.Try(context.Background(), task, nil, nil)
	if err != nil || try.Code.Passed || try.Code.First.Said != "two" {
		t.Fatalf("what it begins with: %+v, %v", try.Code, err)
	}
	if err := os.WriteFile(s.File, []byte("echo 2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if try, err = b.Try(context.Background(), task, nil, nil); err != nil || !try.Code.Passed || !try.Held()[0] {
		t.Fatalf("the answer: %+v, %v", try.Code, err)
	}
	if kept, err := os.ReadFile(s.File); err != nil || string(kept) != "echo 2\n" {
		t.Errorf("the answer is now %q, %v", kept, err)
	}
}
