package exercise_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
)

// TestAProgramIsAskedOnce: however often the page of a task is looked at, a toolchain
// is asked once what it is; and one that was installed or mended is noticed.
func TestAProgramIsAskedOnce(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), strings.ReplaceAll(lesson, "```sh", "```go"))
	there, works, asked := false, false, 0
	root := t.TempDir()
	version := func(name string) string {
		program := filepath.Join(root, name, "bin", "go")
		if err := errors.Join(os.MkdirAll(filepath.Dir(program), 0o700), os.WriteFile(program, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
		return filepath.Join(root, name)
	}
	now := version("1")
	b.Machine = code.Machine{
		Look: func(name string) (string, error) {
			if !there {
				return "", exec.ErrNotFound
			}
			return "/opt/go/bin/" + name, nil
		},
		Ask: func(string, ...string) (string, error) {
			if asked++; !works {
				return "", errors.New("it is broken")
			}
			return now + "\n", nil
		},
	}
	looks := func(barred exercise.Barred, times int) {
		t.Helper()
		before := asked
		for range 20 {
			s, err := b.State(tasks["loaves"])
			if err != nil || s.Barred != barred {
				t.Errorf("%q, and not %q, %v", s.Barred, barred, err)
			}
		}
		if got := asked - before; got != times {
			t.Errorf("asked %d times, and not %d", got, times)
		}
	}
	looks(exercise.BarredAbsent, 0)
	there = true // installed: noticed by the next look
	looks(exercise.BarredAbsent, 1)
	works = true // mended: noticed once the learner looks anew
	looks(exercise.BarredAbsent, 0)
	b.Anew()
	looks(exercise.BarredNot, 1)
	b.Anew()
	looks(exercise.BarredNot, 0)
	if err := os.RemoveAll(now); err != nil {
		t.Fatal(err)
	}
	now = version("2") // another version took its place
	b.Anew()
	looks(exercise.BarredNot, 1)
	there = false // removed
	looks(exercise.BarredAbsent, 0)
}
