package code_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

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

// machine is this one.
func machine() code.Machine {
	return code.Machine{
		Look: exec.LookPath,
		Ask: func(program string, args ...string) (string, error) {
			out, err := exec.Command(program, args...).Output()
			return string(out), err
		},
	}
}

// TestAnswers tries the answers of testdata, a file a language: in each, "test"
// decides about the answers that follow it, and behind each of them stands what
// comes out.
func TestAnswers(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	walls := wall.Look(self)
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("there are no answers to try", err)
	}
	for _, file := range files {
		language := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(language, func(t *testing.T) {
			tools, err := code.Find(machine(), language)
			if absent := (*code.AbsentError)(nil); errors.As(err, &absent) {
				t.Skip(err)
			} else if err != nil {
				t.Fatal(err)
			}
			tryAll(t, tools, walls, file)
		})
	}
}

func tryAll(t *testing.T, tools code.Toolchain, walls wall.Walls, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	place := code.Place{Temp: t.TempDir(), Cache: t.TempDir(), NotIsolated: true}
	test, answer := "", txtar.File{}
	for _, f := range archive.Files {
		switch {
		case f.Name == "test":
			test = string(f.Data)
			continue
		case f.Name != "want":
			answer = f
			continue
		}
		t.Run(answer.Name, func(t *testing.T) {
			res, err := tools.Try(context.Background(), walls, place, string(answer.Data), test)
			if err != nil {
				t.Fatal(err)
			}
			if got := told(res); !fits(got, string(f.Data)) {
				t.Errorf("got\n%swant\n%sthe output:\n%s", got, f.Data, res.Output)
			}
		})
	}
}

// fits reports whether the first line of what came out is the one wanted, and
// every further line that is wanted is in it: toolchains say more from version to
// version.
func fits(got, want string) bool {
	first, rest, _ := strings.Cut(got, "\n")
	for i, line := range strings.Split(strings.TrimSpace(want), "\n") {
		if i == 0 && line != first || i > 0 && !strings.Contains(rest, line) {
			return false
		}
	}
	return true
}

// told is a result in words.
func told(res code.Result) string {
	if res.Passed {
		return "passed\n"
	}
	f := res.First
	var b strings.Builder
	fmt.Fprint(&b, f.Kind)
	if f.Kind == code.FailedLimit {
		fmt.Fprint(&b, ", ", res.Ended)
	}
	if f.Line > 0 {
		fmt.Fprint(&b, ", line ", f.Line)
	}
	if f.Test != "" {
		fmt.Fprint(&b, ", in ", f.Test)
	}
	if f.Row > 0 {
		fmt.Fprintf(&b, ", row %d: %q, not %q", f.Row, f.Got, f.Want)
	}
	b.WriteString("\n")
	if f.Said != "" {
		fmt.Fprintln(&b, f.Said)
	}
	return b.String()
}

// TestEveryLanguageOfTheFormat holds the table to the languages that a course can
// name.
func TestEveryLanguageOfTheFormat(t *testing.T) {
	nothing := code.Machine{Look: func(string) (string, error) { return "", exec.ErrNotFound }}
	for _, language := range course.CodeLanguages() {
		var absent *code.AbsentError
		if _, err := code.Find(nothing, language); !errors.As(err, &absent) || len(absent.Programs) == 0 {
			t.Errorf("%s: %v", language, err)
		}
		if _, err := os.Stat(filepath.Join("testdata", language+".txtar")); err != nil {
			t.Errorf("no answers in %s are tried: %v", language, err)
		}
	}
	if _, err := code.Find(nothing, "cobol"); !errors.Is(err, code.ErrLanguage) {
		t.Errorf("a language that is not known: %v", err)
	}
}
