package practice

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/wall/walltest"
)

// TestASetupThatMayNotRun lays the files, says which setups were left out, and
// makes them up once they may run.
func TestASetupThatMayNotRun(t *testing.T) {
	for _, c := range []struct {
		name string
		bar  func(*kitchen)
		free func(*kitchen)
	}{
		{"nothing runs it", func(k *kitchen) { k.Runner = nil }, func(k *kitchen) { k.Runner = walltest.Shell{Ran: k.runs} }},
		{"the course does not want it", func(k *kitchen) { k.Course.Tasks = course.TasksNever }, func(k *kitchen) { k.Course.Tasks = course.TasksAsk }},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := newKitchen(t)
			task := k.task("begin")
			if setups, pending := k.Unset(task); !pending || !slices.Equal(setups, k.Commands(task)) {
				t.Errorf("before: %q, %t", setups, pending)
			}
			c.bar(k)
			for range 2 {
				f := k.begin("begin")
				if len(k.ran) > 0 || !slices.Equal(f.Unset, k.Commands(task)) || k.read(f, "recipe.txt") != "flour\n" {
					t.Fatalf("ran %q, left out %q", k.ran, f.Unset)
				}
			}
			if setups, pending := k.Unset(task); !pending || len(setups) == 0 {
				t.Errorf("left out: %q, %t", setups, pending)
			}
			c.free(k)
			if f := k.begin("begin"); len(k.ran) != len(k.Commands(task)) || len(f.Unset) > 0 {
				t.Fatalf("made up: ran %q, left out %q", k.ran, f.Unset)
			}
			if setups, pending := k.Unset(task); pending || len(setups) > 0 {
				t.Errorf("after: %q, %t", setups, pending)
			}
			n := len(k.ran)
			if k.begin("begin"); len(k.ran) != n {
				t.Errorf("run twice: %q", k.ran)
			}
		})
	}
}

// TestWorkIsNotSetUpOver: where the learner did something, a setup that was left out
// stays out, also that of a task before, until the folder is started over.
func TestWorkIsNotSetUpOver(t *testing.T) {
	for _, work := range []func(*kitchen, Folder){
		func(k *kitchen, f Folder) { k.write(f, "recipe.txt", "mine\n") },
		func(k *kitchen, f Folder) { k.write(f, "further.txt", "") },
	} {
		k := newKitchen(t)
		runner := k.Runner
		k.Runner = nil
		f := k.begin("begin")
		work(k, f)
		recipe := k.read(f, "recipe.txt")
		k.Runner = runner
		task := k.task("begin")
		if setups, pending := k.Unset(task); pending || len(setups) == 0 {
			t.Errorf("left out: %q, %t", setups, pending)
		}
		if f = k.begin("begin"); len(k.ran) > 0 || !slices.Equal(f.Unset, k.Commands(task)) || k.read(f, "recipe.txt") != recipe {
			t.Fatalf("ran %q, left out %q", k.ran, f.Unset)
		}
		f, err := k.Reset(k.Context(), task, nil, time.Unix(0, 0))
		if err != nil || len(k.ran) == 0 || len(f.Unset) > 0 {
			t.Fatalf("started over: ran %q, %v", k.ran, err)
		}
	}
}

// TestASetupOfALaterTask is left out of a folder that was set up, and made up.
func TestASetupOfALaterTask(t *testing.T) {
	k := newKitchen(t)
	k.begin("begin")
	runner := k.Runner
	k.Runner, k.ran = nil, nil
	if f := k.begin("go-on"); len(f.Unset) != 1 || k.read(f, "new.txt") != "new\n" {
		t.Fatalf("left out: %q", f.Unset)
	}
	k.Runner = runner
	if f := k.begin("go-on"); len(f.Unset) > 0 || k.read(f, "setups.txt") != "one\ntwo x y\n" {
		t.Errorf("made up: %q, left out %q", k.read(f, "setups.txt"), f.Unset)
	}
}

// TestKeepWhereAFolderWasBeingMade: what is written to a folder whose making broke off
// is the learner's, and stays when it is begun.
func TestKeepWhereAFolderWasBeingMade(t *testing.T) {
	k := newKitchen(t)
	task := k.task("alone")
	dir := k.Path(task)
	record := filepath.Join(filepath.Dir(dir), begunDir, task.Folder+".json")
	for name, text := range map[string]string{filepath.Join(dir, "half"): "made\n", record: `{"making": true}`} {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := k.Keep(task, "mine.txt", []byte("mine\n"), nil); err != nil {
		t.Fatal(err)
	}
	f := k.begin("alone")
	if k.read(f, "mine.txt") != "mine\n" || k.read(f, "half") != "(none)" {
		t.Errorf("mine.txt holds %q, and what was half made %q", k.read(f, "mine.txt"), k.read(f, "half"))
	}
}
