package plain_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/tui/plain"
)

// programmer is a learner at a question that is answered with one.
func programmer(t *testing.T) *learner {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/bench/code.txt")
	if err != nil {
		t.Fatal(err)
	}
	l := learnerOf(t, ar)
	l.data, l.there, l.walls = t.TempDir(), true, wall.Isolated
	return l
}

func (l *learner) program() string {
	l.t.Helper()
	data, err := os.ReadFile(filepath.Join(l.data, "practice", "loaves", "loaves", "answer.sh"))
	if err != nil {
		l.t.Fatal(err)
	}
	return string(data)
}

// TestAProgramIsSavedLineByLine: each line is in the file as it was typed, with its
// tabs, once it was; also when the input ends in the middle of one.
func TestAProgramIsSavedLineByLine(t *testing.T) {
	l := programmer(t)
	in, typing := io.Pipe()
	done := make(chan error)
	go func() {
		_, _, err := l.run(in)
		done <- err
	}()
	send := func(text string) {
		t.Helper()
		if _, err := io.WriteString(typing, text); err != nil {
			t.Fatal(err)
		}
	}
	send(":write\nif true\nthen\n")
	send("\techo 2\n") // what came before it was read
	send("  fi\t\n\n")
	if err := typing.Close(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if got, want := l.program(), "if true\nthen\n\techo 2\n  fi\t\n\n"; got != want {
		t.Errorf("it is %q, and not %q", got, want)
	}
	l.talk(":write 3-5\n\x1b[31mecho\u200b 3")
	if got, want := l.program(), "if true\nthen\n"; !strings.HasPrefix(got, want) || strings.Contains(got, "\x1b") || !strings.Contains(got, "echo 3") {
		t.Errorf("it is %q", got)
	}
}

// full is a bench on a disk that is full for some tries to save.
type full struct {
	plain.Bench
	fails int
	tries int
}

func (f *full) Keep(t *course.Task, was, text string) (string, error) {
	if f.tries++; f.tries <= f.fails {
		return "", &trouble.Error{Kind: trouble.NoRoom, Path: "/disk", Err: errors.New("no space")}
	}
	return f.Bench.Keep(t, was, text)
}

// TestAProgramThatCannotBeSaved is not lost: it is said why, and saved once there is
// room; who leaves all the same was told.
func TestAProgramThatCannotBeSaved(t *testing.T) {
	const why = "What you wrote could not be saved: there is no room left for /disk."
	l := programmer(t)
	l.at = &full{Bench: l.bench(), fails: 3}
	said := l.talk(":write\necho 1\necho 2\n.\n.\n:quit\n")
	if n := strings.Count(said, why); n != 2 || !strings.Contains(said, "It is saved.") {
		t.Errorf("it is said %d times:\n%s", n, said)
	}
	if got := l.program(); got != "echo 1\necho 2\n" {
		t.Errorf("it is %q", got)
	}
	l = programmer(t)
	l.at = &full{Bench: l.bench(), fails: 2}
	l.talk(":write\necho 1\necho 2\n") // and nothing more comes
	if got := l.program(); got != "echo 1\necho 2\n" {
		t.Errorf("it is %q once the input ended", got)
	}
	l = programmer(t)
	l.at = &full{Bench: l.bench(), fails: 100}
	said = l.talk(":write\necho 1\n:quit\n:quit\n:lines\n")
	if n := strings.Count(said, why); n != 2 || !strings.Contains(strings.Join(strings.Fields(said), " "), "A second :quit leaves without it.") || strings.Contains(said, "1: echo 1") {
		t.Errorf("it is said %d times:\n%s", n, said)
	}
}
