// Package code tries an answer that is a program: with the tests of the course,
// by the toolchain that the learner has, behind walls. It tells what failed first.
package code

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/plainfile"
	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/internal/wall"
)

// MaxAnswer is how long an answer may be, in bytes.
const MaxAnswer = 64 << 10

// maxShown bounds the output that is shown, in bytes.
const maxShown = 16 << 10

// Result is what came out of a try.
type Result struct {
	Passed bool
	First  Failure // what failed first; nothing where Passed
	Output string  // what the toolchain and the tests said, cleaned and cut
	Ended  wall.Ending
	Level  wall.Level
}

// Failure is what went wrong first.
type Failure struct {
	Kind FailureKind
	Said string // by the toolchain or the test, some lines at most, cleaned; may be empty
	Line int    // of the answer, from 1; 0: not known
	Test string // the name of the test that failed, where tests have names

	// Row is the first row, from 1, that is not as the test expects, of answers that
	// print rows; 0: none. Want and Got are that row; empty: there is no such row.
	Row       int
	Want, Got string
}

// FailureKind says at which point an answer failed.
type FailureKind string

// The kinds of failures.
const (
	FailedBuild   FailureKind = "build"   // it is no program of its language
	FailedFit     FailureKind = "fit"     // the test uses a name that it does not have, or has in another form
	FailedTest    FailureKind = "test"    // it does something else than was asked
	FailedCrash   FailureKind = "crash"   // it ended in an error of its own
	FailedEarly   FailureKind = "early"   // it ended the program before the tests were through
	FailedLimit   FailureKind = "limit"   // it used too much of something; Result.Ended says what
	FailedUnknown FailureKind = "unknown" // the tests did not pass, and did not say why
)

// Place is where tries happen.
type Place struct {
	Temp        string // fresh folders are made in it; empty: the system's own
	Cache       string // a folder that toolchains keep their results in; empty: none
	NotIsolated bool   // the learner agreed to run it without walls
}

// TryPrefix is what the name of a folder begins with in which an answer is tried.
const TryPrefix = "cairn-code-"

// ErrTooLong is the error of Try for an answer of more than MaxAnswer bytes.
var ErrTooLong = errors.New("the answer is too long")

// ErrBuild is the error of Try where the toolchain was ended before it had made a
// program of the answer: that says nothing about the answer.
var ErrBuild = errors.New("the compiler was ended")

// Try tries an answer with the test of a question. What makes a program of it has
// wide limits, and the program the usual ones of a command. An error means that it could
// not be tried; whatever the answer does is a Result.
func (t Toolchain) Try(ctx context.Context, r wall.Runner, at Place, answer, test string) (Result, error) {
	if len(answer) > MaxAnswer {
		return Result{}, fmt.Errorf("%w: it has %d bytes, and %d are taken", ErrTooLong, len(answer), MaxAnswer)
	}
	dir, err := os.MkdirTemp(at.Temp, TryPrefix)
	if err != nil {
		return Result{}, fmt.Errorf("making a folder to try the answer in: %w", noTemp(at.Temp, err))
	}
	defer wall.RemoveAll(dir)
	files := map[string]string{t.lang.answer: answer, t.lang.test: test}
	for name, text := range t.lang.files {
		files[name] = text
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			return Result{}, fmt.Errorf("writing the answer to a folder to try it in: %w", noTemp(at.Temp, err))
		}
	}
	c := wall.Command{Dir: dir, Env: t.environment(at.Cache), Read: t.read, Cache: at.Cache, NotIsolated: at.NotIsolated}
	var built wall.Result
	if t.lang.build != "" {
		c.Script, c.Limits = t.lang.build, building()
		built, err = run(ctx, r, c)
		switch {
		case err != nil:
			return Result{}, err
		case built.Ended != wall.Exited:
			return Result{}, fmt.Errorf("trying the answer: %w: %s", ErrBuild, built.Ended)
		case built.Exit != 0 && strings.Contains(string(built.Stderr)+string(built.Stdout), noSpace):
			return Result{}, fmt.Errorf("trying the answer: %w", noRoom(at))
		case built.Exit != 0:
			return t.judge(built, dir, test, false), nil
		}
	}
	c.Script, c.Limits = t.lang.script, wall.Limits{}
	res, err := run(ctx, r, c)
	if err != nil {
		return Result{}, err
	}
	_, err = os.Lstat(filepath.Join(dir, marker))
	out := t.judge(res, dir, test, err == nil)
	if warned := shown(t.clean(built.Stdout, dir), t.clean(built.Stderr, dir)); warned != "" {
		out.Output = cut(strings.TrimSuffix(warned+"\n"+out.Output, "\n"), maxShown)
	}
	return out, nil
}

// noTemp is the error of a folder for temporary files that takes nothing.
func noTemp(dir string, err error) error {
	return &trouble.Error{Kind: trouble.NoTemp, Path: cmp.Or(dir, os.TempDir()), Err: err}
}

// noSpace is what every compiler says where a disk is full, which is no fault of the
// answer: it is the text of the system.
const noSpace = "no space left on device"

// noRoom names the place that is full: where results are kept, unless only the folder
// for temporary files takes nothing any more.
func noRoom(at Place) error {
	err := fmt.Errorf("the compiler: %s", noSpace)
	if at.Cache == "" || takes(at.Cache) && !takes(at.Temp) {
		return noTemp(at.Temp, err)
	}
	return &trouble.Error{Kind: trouble.NoRoom, Path: at.Cache, Err: err}
}

// takes reports whether there is room for a small file in a folder.
func takes(dir string) bool {
	file, err := os.CreateTemp(dir, "cairn-room-")
	if err != nil {
		return false
	}
	_, err = file.Write(make([]byte, 64<<10))
	return errors.Join(err, file.Close(), os.Remove(file.Name())) == nil
}

// run runs a command. One that was stopped from here says nothing about the answer.
func run(ctx context.Context, r wall.Runner, c wall.Command) (wall.Result, error) {
	res, err := r.Run(ctx, c)
	if err == nil && res.Ended == wall.Stopped {
		err = cmp.Or(ctx.Err(), context.Canceled)
	}
	if err != nil {
		return res, fmt.Errorf("trying the answer: %w", err)
	}
	return res, nil
}

// Cold reports whether the toolchain of a language has kept nothing yet in a folder
// of its results, so that the first try there takes longer.
func Cold(language, cache string) bool {
	l, ok := known(language)
	if !ok || !l.caches {
		return false
	}
	_, err := os.Stat(filepath.Join(cache, l.name))
	return errors.Is(err, fs.ErrNotExist)
}

// marker is the file that the runner of a language leaves when the tests are
// through: an answer can end the program with the status of success.
const marker = ".through"

// judge says what came out.
func (t Toolchain) judge(res wall.Result, dir, test string, through bool) Result {
	stdout, stderr := t.clean(res.Stdout, dir), t.clean(res.Stderr, dir)
	out := Result{Ended: res.Ended, Level: res.Level, Output: shown(stdout, stderr)}
	switch {
	case res.Ended != wall.Exited:
		out.First = Failure{Kind: FailedLimit}
		if f := t.lang.explain(stdout, stderr, res.Exit); res.Ended == wall.OutOfMemory && f.Kind == FailedCrash {
			out.First = f // it was refused memory, and said where
		}
	case res.Exit != 0:
		out.First = t.lang.explain(stdout, stderr, res.Exit)
		if out.First.Kind == FailedLimit {
			out.Ended = wall.TimedOut // by the runner of the tests, which says where
		}
	case t.lang.marks && !through:
		out.First = Failure{Kind: FailedEarly}
	case t.lang.compare != nil:
		out.First = t.lang.compare(stdout, test)
	}
	out.Passed = out.First.Kind == ""
	out.First.Want, out.First.Got = cut(out.First.Want, maxSaid), cut(out.First.Got, maxSaid)
	out.First.Said = strings.TrimSpace(cut(out.First.Said, maxSaid))
	return out
}

// maxSaid bounds what is said of a failure, in bytes.
const maxSaid = 600

// clean makes what a program said fit to be shown, without the folder it ran in.
func (t Toolchain) clean(out []byte, dir string) string {
	s := strings.ReplaceAll(strings.ToValidUTF8(string(out), "\uFFFD"), dir+string(filepath.Separator), "")
	return textsafe.Text(strings.ReplaceAll(s, "\r\n", "\n"))
}

// shown is the output as it is shown: what went to the other stream first, where
// toolchains say what is wrong.
func shown(stdout, stderr string) string {
	var parts []string
	for _, s := range []string{stderr, stdout} {
		if s = strings.Trim(s, "\n"); strings.TrimSpace(s) != "" {
			parts = append(parts, s)
		}
	}
	return cut(strings.Join(parts, "\n"), maxShown)
}

// cut shortens a text at the end of a line.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	s = strings.ToValidUTF8(s[:most], "")
	if at := strings.LastIndexByte(s, '\n'); at > 0 {
		s = s[:at]
	}
	return s + "\n…"
}

// FileOf is the name of the file that an answer in a language is kept in. The
// language is one of course.CodeLanguages.
func FileOf(language string) string {
	if l, ok := known(language); ok {
		return l.answer
	}
	return "answer.txt"
}

func known(name string) (language, bool) {
	for _, l := range languages() {
		if l.name == name {
			return l, true
		}
	}
	return language{}, false
}

// ReadAnswer reads the file that an answer is kept in. One that is not there is
// empty; a pipe or a device is an error, and so is one of more than MaxAnswer bytes.
func ReadAnswer(file string) (string, error) {
	f, err := plainfile.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("reading your answer: %w", unread(file, err))
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, MaxAnswer+1))
	switch {
	case err != nil:
		return "", fmt.Errorf("reading your answer: %w", unread(file, err))
	case len(data) > MaxAnswer:
		return "", fmt.Errorf("reading your answer: %w: %d bytes are taken", ErrTooLong, MaxAnswer)
	}
	return string(data), nil
}

// unread is the error of a file that cannot be read.
func unread(file string, err error) error {
	if errors.Is(err, plainfile.ErrNotRegular) {
		return &trouble.Error{Kind: trouble.InTheWay, Path: file, Err: err}
	}
	return trouble.At(file, err)
}
