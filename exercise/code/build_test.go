package code_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/internal/wall"
)

// steps answers commands one after the other, and keeps what was run.
type steps struct {
	results []wall.Result
	ran     []wall.Command
}

func (s *steps) Run(_ context.Context, c wall.Command) (wall.Result, error) {
	s.ran = append(s.ran, c)
	return s.results[len(s.ran)-1], nil
}

// anything is a machine on which every program is found.
func anything(t *testing.T, language string) code.Toolchain {
	t.Helper()
	tools, err := code.Find(code.Machine{
		Look: func(name string) (string, error) { return "/bin/" + name, nil },
		Ask:  func(string, ...string) (string, error) { return "/usr", nil },
	}, language)
	if err != nil {
		t.Fatal(err)
	}
	return tools
}

// TestTheCompilerIsNotTheAnswer: what makes a program of an answer has limits of
// its own, and where it is ended nothing is said of the answer.
func TestTheCompilerIsNotTheAnswer(t *testing.T) {
	place := code.Place{Temp: t.TempDir()}
	for _, language := range []string{"go", "rust", "c"} {
		tools := anything(t, language)
		for e := wall.TimedOut; e <= wall.DiskFull; e++ {
			r := &steps{results: []wall.Result{{Ended: e, Exit: -1}}}
			if res, err := tools.Try(t.Context(), r, place, "", ""); !errors.Is(err, code.ErrBuild) {
				t.Errorf("%s, building %v: %+v, %v", language, e, res, err)
			}
			r = &steps{results: []wall.Result{{}, {Ended: e, Exit: -1}}}
			res, err := tools.Try(t.Context(), r, place, "", "")
			if err != nil || res.First.Kind != code.FailedLimit || res.Ended != e {
				t.Errorf("%s, testing %v: %+v, %v", language, e, res, err)
				continue
			}
			if build, test := r.ran[0].Limits, r.ran[1].Limits; build.Wall < 3*time.Minute || build.CPU < 3*time.Minute || test != (wall.Limits{}) {
				t.Errorf("%s: it is built with %+v, and tested with %+v", language, build, test)
			}
		}
	}
}

// TestStoppedIsNoAnswer: who stops a try has not answered.
func TestStoppedIsNoAnswer(t *testing.T) {
	for _, language := range []string{"go", "python"} {
		r := &steps{results: []wall.Result{{Ended: wall.Stopped}}}
		if res, err := anything(t, language).Try(t.Context(), r, code.Place{Temp: t.TempDir()}, "", ""); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %+v, %v", language, res, err)
		}
	}
}

// TestWarningsAreShown: what the compiler says of an answer that it takes is there
// above what the tests say.
func TestWarningsAreShown(t *testing.T) {
	r := &steps{results: []wall.Result{{Stderr: []byte("answer.c:1: warning\n")}, {Stdout: []byte("fine\n")}}}
	res, err := anything(t, "c").Try(t.Context(), r, code.Place{Temp: t.TempDir()}, "", "")
	if err != nil || !res.Passed || res.Output != "answer.c:1: warning\nfine" {
		t.Errorf("%+v, %v", res, err)
	}
}

// TestItselfForEver: an answer that calls itself without an end is told where,
// whether or not the walls ended it while it was saying so.
func TestItselfForEver(t *testing.T) {
	said := wall.Result{Exit: 2, Stderr: []byte(`runtime: goroutine stack exceeds 1000000000-byte limit
fatal error: stack overflow

goroutine 18 [running]:
answer.Loaves(0x5?)
	answer.go:4 +0x2c
`)}
	want := code.Failure{Kind: code.FailedCrash, Line: 4, Said: "stack overflow"}
	for _, said.Ended = range []wall.Ending{wall.Exited, wall.OutOfMemory} {
		r := &steps{results: []wall.Result{{}, said}}
		res, err := anything(t, "go").Try(t.Context(), r, code.Place{Temp: t.TempDir()}, "", "")
		if err != nil || res.First != want {
			t.Errorf("%v: %+v, %v, want %+v", said.Ended, res.First, err, want)
		}
	}
	r := &steps{results: []wall.Result{{}, {Ended: wall.OutOfMemory, Exit: -1}}}
	res, err := anything(t, "go").Try(t.Context(), r, code.Place{Temp: t.TempDir()}, "", "")
	if err != nil || res.First.Kind != code.FailedLimit {
		t.Errorf("ended before it said anything: %+v, %v", res.First, err)
	}
}

// TestCold: the first time is told from those that follow.
func TestCold(t *testing.T) {
	cache := t.TempDir()
	if !code.Cold("go", cache) || code.Cold("python", cache) || code.Cold("cobol", cache) {
		t.Error("only a language that keeps what it made begins cold")
	}
	if err := os.Mkdir(filepath.Join(cache, "go"), 0o700); err != nil {
		t.Fatal(err)
	}
	if code.Cold("go", cache) {
		t.Error("it is cold with what was kept")
	}
}
