package check

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/wall"
)

// fake answers commands by what it is told.
type fake struct {
	result wall.Result
	err    error
	ran    []wall.Command
}

func (f *fake) Run(_ context.Context, c wall.Command) (wall.Result, error) {
	f.ran = append(f.ran, c)
	return f.result, f.err
}

func runTask(what string) *course.Task {
	return &course.Task{ID: "t", Checks: []course.Check{{Kind: course.CheckRun, What: what}}}
}

// TestEndings: a command that was ended did not work, whatever status it has.
func TestEndings(t *testing.T) {
	for e := wall.TimedOut; e <= wall.DiskFull; e++ {
		r, err := Run(t.Context(), runTask("x"), Try{Dir: t.TempDir(), Runner: &fake{result: wall.Result{Ended: e}}})
		if err != nil || r.Outcomes[0].Found.Code != Ended || r.Done() {
			t.Errorf("%v: %+v %v", e, r, err)
		}
	}
}

// TestWhatWasNotSeenIsNotSaid: an author says what is wrong with what was done. Where a
// limit ended the command, nobody came to look at that.
func TestWhatWasNotSeenIsNotSaid(t *testing.T) {
	task := runTask("x")
	task.Checks[0].Otherwise = "It prints another number."
	for _, c := range []struct {
		result wall.Result
		says   string
	}{
		{wall.Result{Exit: 1}, "It prints another number."},
		{wall.Result{Ended: wall.TimedOut}, ""},
		{wall.Result{Ended: wall.TooMuchOutput, Stdout: []byte("7")}, ""},
		{wall.Result{Ended: wall.OutOfMemory, Exit: 1}, ""},
	} {
		r, err := Run(t.Context(), task, Try{Dir: t.TempDir(), Runner: &fake{result: c.result}})
		if err != nil || r.Outcomes[0].Held || r.Outcomes[0].Otherwise != c.says {
			t.Errorf("%v: %+v %v", c.result.Ended, r, err)
		}
	}
	task.Checks[0] = course.Check{Kind: course.CheckGit, What: ".", Otherwise: "There is no commit yet."}
	r, err := Run(t.Context(), task, Try{Dir: t.TempDir(), Runner: &fake{result: wall.Result{Exit: 127}}})
	if err != nil || r.Outcomes[0].Found.Code != NoGit || r.Outcomes[0].Otherwise != "" {
		t.Errorf("without git: %+v %v", r, err)
	}
}

// TestNothingRunsUnlessItMay: without a runner a check stays open, and when the
// learner did not agree nothing is said of the task.
func TestNothingRunsUnlessItMay(t *testing.T) {
	r, err := Run(t.Context(), runTask("x"), Try{Dir: t.TempDir()})
	if err != nil || !r.Outcomes[0].Open || r.Outcomes[0].Held {
		t.Errorf("%+v %v", r, err)
	}
	if _, err := Run(t.Context(), runTask("x"), Try{Dir: t.TempDir(), Runner: &fake{err: wall.ErrNotIsolated}}); !errors.Is(err, wall.ErrNotIsolated) {
		t.Error(err)
	}
	if _, err := Run(t.Context(), runTask("x"), Try{Dir: t.TempDir() + "/none", Runner: &fake{}}); err == nil {
		t.Error("there is no folder, and no error")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Run(ctx, runTask("x"), Try{Dir: t.TempDir(), Runner: &fake{}}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// TestOutputIsCleaned: what a command writes cannot steer a terminal, and is cut.
func TestOutputIsCleaned(t *testing.T) {
	hostile := "\x1b]52;c;aGk=\a\u202e" + strings.Repeat("x", 3*maxOutput) + "\xff"
	f := &fake{result: wall.Result{Exit: 1, Stdout: []byte(hostile), Stderr: []byte(hostile)}}
	r, err := Run(t.Context(), runTask("x"), Try{Dir: t.TempDir(), Runner: f})
	if err != nil {
		t.Fatal(err)
	}
	o := r.Outcomes[0]
	for _, s := range []string{o.Output, o.Found.Got, o.Found.String()} {
		if strings.ContainsAny(s, "\x1b\a\u202e") {
			t.Errorf("%q", s)
		}
	}
	if n := len([]rune(o.Output)); n > 3*maxOutput {
		t.Errorf("%d characters", n)
	}
	if n := len([]rune(o.Found.Got)); n > 2*maxGot {
		t.Errorf("%d characters", n)
	}
}

// TestCapturedIsBounded: what is kept has at most so many characters.
func TestCapturedIsBounded(t *testing.T) {
	task := runTask("x")
	task.Checks[0].Capture = "all"
	f := &fake{result: wall.Result{Stdout: []byte("  " + strings.Repeat("ü", 5000))}}
	r, err := Run(t.Context(), task, Try{Dir: t.TempDir(), Runner: f})
	if err != nil || len([]rune(r.Values["all"])) != maxCaptured {
		t.Errorf("%d %v", len([]rune(r.Values["all"])), err)
	}
}

// TestShareOfNothing: a task without checks is not done by itself.
func TestShareOfNothing(t *testing.T) {
	r, err := Run(t.Context(), &course.Task{ID: "t"}, Try{Dir: t.TempDir()})
	if err != nil || r.Done() || r.Share() != 0 {
		t.Errorf("%+v %v", r, err)
	}
}

// TestEveryCodeHasASentence: no code is said as nothing, or as Go writes mistakes.
func TestEveryCodeHasASentence(t *testing.T) {
	for _, c := range []Code{
		Ended, Exit, Missing, Unwanted, NoMatch, Differs, Lines, NotJSON, NoValue, NoFile, NoDir, NotAFile, NotADir, There, TooLarge,
		Unreadable, Mode, Entries, NoEntry, Entry, NoGit, NoRepo, Git, GitCount, NoAnswer, Status, SaidNo,
	} {
		for _, kind := range course.CheckKinds() {
			s := Found{Code: c, Kind: kind, What: "x", Got: "y", Expect: course.Expectation{Name: "commits", Text: "1.."}}.String()
			if !strings.HasSuffix(s, ".") || strings.Contains(s, "%!") || strings.Contains(s, "  ") {
				t.Errorf("%s of %s: %q", c, kind, s)
			}
		}
	}
}
