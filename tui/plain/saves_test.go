package plain_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/internal/wall"
)

// saver is a learner who types lines and saves files in between.
type saver struct {
	*exercise.Bench
	l     *learner
	lines []string
	told  chan error // of the watch; nil: nothing is watched
	tried chan bool  // a task was
}

// Try says when it is through: what is saved next must not be seen by it.
func (s *saver) Try(ctx context.Context, t *course.Task, values map[string]string, said map[int]string) (exercise.Try, error) {
	defer func() { s.tried <- true }()
	return s.Bench.Try(ctx, t, values, said)
}

func (s *saver) Watch(ctx context.Context, _ *course.Task) <-chan error {
	told := make(chan error)
	s.told = told
	context.AfterFunc(ctx, func() { close(told) })
	return told
}

// Read gives one line, and does what is to be done before it.
func (s *saver) Read(p []byte) (int, error) {
	for len(s.lines) > 0 {
		line := s.lines[0]
		s.lines = s.lines[1:]
		verb, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		var err error
		for len(s.tried) > 0 {
			<-s.tried
		}
		switch verb {
		case "!no-watch":
			s.noWatch()
			continue
		case "!save":
			name, text, _ := strings.Cut(rest, " ")
			if err := os.WriteFile(filepath.Join(s.l.data, "practice", "bread", name), []byte(text+"\n"), 0o600); err != nil {
				s.l.t.Error(err)
			}
		case "!too-many":
			err = exercise.ErrTooMany
		default:
			return copy(p, line), nil
		}
		select {
		case s.told <- err:
		case <-time.After(time.Minute):
			s.l.t.Errorf("nobody waits for a save: %s", line)
		}
		if err == nil {
			<-s.tried
		}
	}
	return 0, io.EOF
}

// noWatch fails the test where something is watched.
func (s *saver) noWatch() {
	if s.told == nil {
		return
	}
	select {
	case _, more := <-s.told:
		if !more {
			return
		}
	case <-time.After(time.Minute):
	}
	s.l.t.Errorf("it is watched, before: %q", s.lines)
}

// TestSavesAreChecked replays dialogues in which something is saved.
func TestSavesAreChecked(t *testing.T) {
	files, err := filepath.Glob("testdata/saves/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no dialogues", err)
	}
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		at := len(ar.Files) - 1
		s := &saver{l: learnerOf(t, ar), lines: strings.SplitAfter(string(ar.Files[at-1].Data), "\n"), tried: make(chan bool, 9)}
		s.l.data, s.l.walls, s.l.there = t.TempDir(), wall.Isolated, true
		s.Bench = s.l.bench()
		s.l.at = s
		got, _, err := s.l.run(s)
		if err != nil {
			t.Fatal(err)
		}
		tidy(t, got)
		switch {
		case got == string(ar.Files[at].Data):
		case *update:
			ar.Files[at].Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("the dialogue differs; got:\n%s\nwant:\n%s", got, ar.Files[at].Data)
		}
	}
}
