package exercise_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/internal/wall"
)

// watched is a watch whose looks the test allows one by one.
type watched struct {
	t     *testing.T
	told  <-chan error
	stop  context.CancelFunc
	waits chan time.Duration // one came to a wait
	step  chan struct{}
	now   bool // it waits
}

func watching(t *testing.T, b *exercise.Bench, task *course.Task) *watched {
	t.Helper()
	w := &watched{t: t, waits: make(chan time.Duration), step: make(chan struct{})}
	b.Wait = func(ctx context.Context, d time.Duration) error {
		select {
		case w.waits <- d:
		case <-ctx.Done():
			return ctx.Err()
		}
		select {
		case <-w.step:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	var ctx context.Context
	ctx, w.stop = context.WithCancel(context.Background())
	t.Cleanup(w.stop)
	w.told = b.Watch(ctx, task)
	return w
}

// looks lets the watch look so many times, and returns what it told.
func (w *watched) looks(n int) (told []error) {
	w.t.Helper()
	for i := 0; i <= n; i++ {
		for !w.now {
			select {
			case <-w.waits:
				w.now = true
			case err, more := <-w.told:
				if !more {
					return told
				}
				told = append(told, err)
			case <-time.After(time.Minute):
				w.t.Fatal("the watch neither waits nor tells")
			}
		}
		if i < n {
			w.step <- struct{}{}
			w.now = false
		}
	}
	return told
}

// saved wants so many saves to be told within some looks.
func (w *watched) saved(want int, when string) {
	w.t.Helper()
	told := w.looks(6)
	for _, err := range told {
		if err != nil {
			w.t.Fatalf("%s: %v", when, err)
		}
	}
	if len(told) != want {
		w.t.Errorf("%s: %d saves were told, not %d", when, len(told), want)
	}
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func try(t *testing.T, b *exercise.Bench, task *course.Task) exercise.Try {
	t.Helper()
	got, err := b.Try(context.Background(), task, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// watchBench is a bench for one task with these checks, agreed to, whose folder is
// there.
func watchBench(t *testing.T, checks string) (*exercise.Bench, *course.Task, string) {
	t.Helper()
	b, tasks := bench(t, t.TempDir(), "# Bread\n\n### Task: Write the recipe down\n<!-- id: recipe -->\n\n```setup\necho flour > recipe.txt\n```\n\n```check\n"+checks+"```\n")
	s := agree(t, b, tasks["recipe"])
	if _, err := b.Begin(context.Background(), tasks["recipe"], nil); err != nil {
		t.Fatal(err)
	}
	return b, tasks["recipe"], s.Folder
}

const looks = "- run: cat recipe.txt\n  expect: { contains: water }\n"

func TestSavesAreTold(t *testing.T) {
	b, task, dir := watchBench(t, looks)
	w := watching(t, b, task)
	w.saved(0, "nothing was saved")
	put(t, filepath.Join(dir, "recipe.txt"), "flour and water\n")
	if told := w.looks(1); len(told) != 0 {
		t.Error("a save was told before all was at rest")
	}
	w.saved(1, "a file was saved")
	put(t, filepath.Join(dir, "recipe.txt"), "flour and water\n")
	w.saved(0, "the same text was saved")
	put(t, filepath.Join(dir, ".recipe.txt.swp"), "flo")
	w.saved(0, "an editor kept what is being written")
	if err := os.MkdirAll(filepath.Join(dir, ".git"), 0o700); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, ".git", "HEAD"), "main")
	w.saved(1, "something was committed")
	for i := range 4 {
		put(t, filepath.Join(dir, "recipe.txt"), fmt.Sprint(i, " of many\n"))
		if told := w.looks(1); len(told) != 0 {
			t.Error("a save was told while more was being saved")
		}
	}
	w.saved(1, "the last of many was saved")
}

// TestWhatCairnWritesIsNoSave begins, tries and starts over.
func TestWhatCairnWritesIsNoSave(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	task := tasks["recipe"]
	s := agree(t, b, task)
	w := watching(t, b, task)
	w.saved(0, "there is no folder")
	if _, err := b.Begin(context.Background(), task, nil); err != nil {
		t.Fatal(err)
	}
	w.saved(0, "the folder was made")
	try(t, b, task)
	w.saved(0, "it was tried")
	put(t, filepath.Join(s.Folder, "recipe.txt"), "rye\n")
	if _, err := b.Reset(context.Background(), task, nil); err != nil {
		t.Fatal(err)
	}
	w.saved(0, "it was started over")
	if err := os.RemoveAll(s.Folder); err != nil {
		t.Fatal(err)
	}
	w.saved(0, "the folder has gone")
	try(t, b, task)
	w.saved(0, "it was tried, and made anew")
	put(t, filepath.Join(s.Folder, "recipe.txt"), "rye\n")
	w.saved(1, "a file was saved")
}

// TestWhatChecksWriteIsNoSave has checks that write into the folder: the same each
// time, something else each time, a new name each time, and into the learner's file.
func TestWhatChecksWriteIsNoSave(t *testing.T) {
	for _, test := range []struct{ name, run string }{
		{"the same", "echo built > out"},
		{"what follows from the file", "cat recipe.txt > out"},
		{"a log", "echo line >> log"},
		{"new names", "n=$(ls | wc -l); echo > new$n"},
		{"into the learner's own file", "echo >> recipe.txt"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, task, dir := watchBench(t, "- run: '"+test.run+"'\n")
			w := watching(t, b, task)
			for n := range 5 {
				put(t, filepath.Join(dir, "recipe.txt"), fmt.Sprint("loaf ", n, " of bread\n"))
				tries := 0
				for len(w.looks(6)) > 0 {
					if tries++; tries > 3 {
						t.Fatalf("save %d: it keeps itself going", n)
					}
					try(t, b, task)
				}
				switch {
				case tries == 0:
					t.Fatalf("save %d was not told", n)
				case n > 1 && tries > 1 && (test.name == "the same" || test.name == "a log"):
					t.Errorf("save %d: %d tries", n, tries)
				}
			}
		})
	}
}

// TestASaveDuringATryIsTold saves while the checks run, twice in a row.
func TestASaveDuringATryIsTold(t *testing.T) {
	b, task, dir := watchBench(t, looks)
	w := watching(t, b, task)
	run := b.Runner
	b.Runner = saver{func() { put(t, filepath.Join(dir, "recipe.txt"), "rye\n") }}
	try(t, b, task)
	w.saved(1, "a file was saved while it was tried by key")
	put(t, filepath.Join(dir, "recipe.txt"), "wheat\n")
	w.saved(1, "and then at rest")
	b.Runner = saver{func() { put(t, filepath.Join(dir, "recipe.txt"), "spelt\n") }}
	try(t, b, task)
	w.saved(1, "and during that try")
	b.Runner = saver{func() { put(t, filepath.Join(dir, "recipe.txt"), "barley\n") }}
	try(t, b, task)
	w.saved(1, "and during the next")
	b.Runner = run
	try(t, b, task)
	w.saved(0, "nothing more")
}

// TestAnswersAreWatched looks at the file of an answer and at nothing else.
func TestAnswersAreWatched(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	task := tasks["loaves"]
	s := agree(t, b, task)
	if _, err := b.Begin(context.Background(), task, nil); err != nil {
		t.Fatal(err)
	}
	w := watching(t, b, task)
	put(t, filepath.Join(s.Folder, "other.txt"), "x")
	w.saved(0, "another file was saved")
	put(t, s.File, "echo 2\n")
	w.saved(1, "the answer was saved")
	for i := range 5 {
		b.Runner = saver{func() { put(t, s.File, fmt.Sprintf("echo 2; true %d\n", i)) }}
		try(t, b, task)
		w.saved(1, "the answer was saved while it was tried")
	}
}

// TestAWatchIsBounded ends where there is too much, goes slowly where there is
// much, and tells rarely of what never rests.
func TestAWatchIsBounded(t *testing.T) {
	b, task, dir := watchBench(t, looks)
	w := watching(t, b, task)
	if d := <-w.waits; d > time.Second {
		t.Errorf("a small folder is looked at every %v", d)
	}
	w.now = true
	var longest time.Duration
	for i := range 60 { // about every second something changes, and it is told
		if i%3 == 0 {
			put(t, filepath.Join(dir, "log"), fmt.Sprint(i))
		}
		w.step <- struct{}{}
		select {
		case d := <-w.waits:
			longest = max(longest, d)
		case <-w.told:
			longest = max(longest, <-w.waits)
		}
	}
	if longest < 5*time.Second {
		t.Errorf("what changes all the time is told every %v", longest)
	}
	for i := range 20_001 {
		put(t, filepath.Join(dir, fmt.Sprint("f", i)), "")
	}
	told := w.looks(3)
	if len(told) != 1 || !errors.Is(told[0], exercise.ErrTooMany) {
		t.Errorf("of too many files it says %v", told)
	}
	if _, more := <-w.told; more {
		t.Error("it goes on")
	}
}

// TestAWatchEndsWithItsContext leaves nothing behind.
func TestAWatchEndsWithItsContext(t *testing.T) {
	b, task, dir := watchBench(t, looks)
	for range 3 {
		w := watching(t, b, task)
		put(t, filepath.Join(dir, "recipe.txt"), fmt.Sprint(time.Now()))
		w.stop()
		select {
		case _, more := <-w.told:
			if more {
				t.Error("it told of something")
			}
		case <-time.After(time.Minute):
			t.Fatal("it goes on")
		}
	}
	try(t, b, task) // and no try waits for it
}

// saver is a learner who saves something while a command runs.
type saver struct{ save func() }

func (s saver) Run(context.Context, wall.Command) (wall.Result, error) {
	s.save()
	return wall.Result{Stdout: []byte("water"), Level: wall.Isolated}, nil
}
