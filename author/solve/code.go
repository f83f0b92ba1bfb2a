package solve

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/exercise/code"
)

// proveCode wants the test of a code question to refuse what the learner begins
// with, and to take the author's solution.
func (x *Tried) proveCode(ctx context.Context, t *course.Task) (Proof, error) {
	proof := Proof{Task: t, Checks: 1}
	tools, err := x.toolchain(t.Code.Language)
	var absent *code.AbsentError
	switch {
	case errors.As(err, &absent):
		proof.Skipped = textsafe.Line(absent.Error())
		return proof, nil
	case err != nil:
		return proof, fmt.Errorf("trying the question %s: %w", textsafe.Line(t.ID), err)
	}
	start, err := x.tryCode(ctx, tools, &proof, t.Code.Start)
	switch {
	case err != nil:
		return proof, err
	case start != nil && start.Passed && strings.TrimSpace(t.Code.Start) == "":
		proof.wrong(place(t.Code.TestPos) + ": its test passes with nothing written")
	case start != nil && start.Passed:
		proof.wrong(place(t.Code.StartPos) + ": its test passes with start, before anything is done")
	}
	solved, err := x.tryCode(ctx, tools, &proof, t.Code.Solution)
	if err == nil && solved != nil && !solved.Passed {
		proof.wrong(place(t.Code.SolutionPos) + ": its solution does not pass: " + reason(solved))
	}
	return proof, err
}

// tryCode tries one answer. Where the compiler was ended there is no result, and the
// proof says so.
func (x *Tried) tryCode(ctx context.Context, tools code.Toolchain, proof *Proof, answer string) (*code.Result, error) {
	if err := os.MkdirAll(x.cache(), 0o700); err != nil {
		return nil, fmt.Errorf("making a folder for what compilers keep: %w", err)
	}
	res, err := tools.Try(ctx, x.Runner, code.Place{Temp: x.Temp, Cache: x.cache(), NotIsolated: x.NotIsolated}, answer, proof.Task.Code.Test)
	switch {
	case errors.Is(err, code.ErrBuild), errors.Is(err, code.ErrTooLong):
		proof.wrong(err.Error())
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("trying the question %s: %w", textsafe.Line(proof.Task.ID), err)
	}
	return &res, nil
}

// toolchain looks for each toolchain once.
func (x *Tried) toolchain(language string) (code.Toolchain, error) {
	if got, ok := x.tools[language]; ok {
		return got.Toolchain, got.err
	}
	if x.tools == nil {
		x.tools = map[string]found{}
	}
	var f found
	f.Toolchain, f.err = code.Find(x.Machine, language)
	x.tools[language] = f
	return f.Toolchain, f.err
}

// found is a toolchain that was looked for.
type found struct {
	code.Toolchain
	err error
}

// reason says in a line why an answer did not pass.
func reason(r *code.Result) string {
	f := r.First
	say := map[code.FailureKind]string{
		code.FailedBuild: "it is no program of its language",
		code.FailedTest:  "a test fails",
		code.FailedCrash: "it ends in an error",
		code.FailedEarly: "it ends the program before the test is through",
		code.FailedLimit: "it was ended: " + r.Ended.String(),
	}[f.Kind]
	if say == "" {
		say = "the test fails and does not say why"
	}
	if f.Line > 0 {
		say += fmt.Sprintf(", line %d", f.Line)
	}
	if f.Test != "" {
		say += ", in " + f.Test
	}
	if f.Row > 0 {
		say += fmt.Sprintf(": row %d is %q and not %q", f.Row, f.Got, f.Want)
	}
	return say + told(f.Said)
}
