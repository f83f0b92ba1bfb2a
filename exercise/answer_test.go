package exercise_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/internal/smalldisk"
)

func read(t *testing.T, name ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(name...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestAnswersAreKeptWithoutAsking writes a program, which runs nothing, and tries it
// once the learner agreed.
func TestAnswersAreKeptWithoutAsking(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	task := tasks["loaves"]
	was, err := b.Answer(task)
	if err != nil || was != task.Code.Start {
		t.Fatalf("it begins with %q, %v", was, err)
	}
	if beside, err := b.Keep(task, was, "echo 2\n"); err != nil || beside != "" {
		t.Fatalf("beside %q, %v", beside, err)
	}
	if now, err := b.Answer(task); err != nil || now != "echo 2\n" {
		t.Errorf("it is %q, %v", now, err)
	}
	agree(t, b, task)
	if try, err := b.Try(context.Background(), task, nil, nil); err != nil || !try.Code.Passed {
		t.Errorf("tried: %+v, %v", try.Code, err)
	}
}

// TestWhatIsNotOursIsKeptBeside writes over what another wrote meanwhile, again and
// again.
func TestWhatIsNotOursIsKeptBeside(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	task := tasks["loaves"]
	for _, text := range []string{"first", "second", "third"} {
		if _, err := b.Keep(task, "something else", text); err != nil {
			t.Fatal(err)
		}
	}
	s, err := b.State(task)
	if err != nil {
		t.Fatal(err)
	}
	got := read(t, s.File) + " " + read(t, s.File+".before-2") + " " + read(t, s.File+".before-3")
	if got != "third first second" || read(t, s.File+".before-1") != task.Code.Start {
		t.Errorf("kept: %q", got)
	}
}

// TestWhatIsNotWrittenLeavesNoCopies: however often it is tried in vain to write an
// answer, nothing is kept beside the one that stays.
func TestWhatIsNotWrittenLeavesNoCopies(t *testing.T) {
	for name, closes := range map[string]func(t *testing.T, data, folder string){
		"the new one cannot be made": func(t *testing.T, _, folder string) {
			if err := os.MkdirAll(filepath.Join(folder, ".answer.sh.new", "x"), 0o700); err != nil {
				t.Fatal(err)
			}
		},
		"the disk is full": func(t *testing.T, data, _ string) { fill(t, data) },
	} {
		t.Run(name, func(t *testing.T) {
			data := t.TempDir()
			if name == "the disk is full" {
				smalldisk.Mount(t, data, "256k")
			}
			b, tasks := bench(t, data, lesson)
			task := tasks["loaves"]
			if _, err := b.Keep(task, task.Code.Start, "mine"); err != nil {
				t.Fatal(err)
			}
			s, err := b.State(task)
			if err != nil {
				t.Fatal(err)
			}
			closes(t, data, s.Folder)
			for range 3 {
				if _, err := b.Keep(task, "something else", "new"); err == nil {
					t.Error("it is written")
				}
			}
			if beside, _ := filepath.Glob(s.File + ".before-*"); len(beside) > 0 || read(t, s.File) != "mine" {
				t.Errorf("beside %q there is %v", read(t, s.File), beside)
			}
		})
	}
}

// TestNothingIsKeptOutOfTheFolder writes through no link, and nothing that is too
// long; what was there stays.
func TestNothingIsKeptOutOfTheFolder(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	task, elsewhere := tasks["loaves"], filepath.Join(t.TempDir(), "theirs")
	if err := os.WriteFile(elsewhere, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := b.State(task)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(s.Folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{s.File, filepath.Join(s.Folder, "."+filepath.Base(s.File)+".new")} {
		if err := os.Symlink(elsewhere, name); err != nil {
			t.Skip("no links here:", err)
		}
	}
	if _, err := b.Keep(task, "", "mine"); err != nil {
		t.Fatal(err)
	}
	if _, err := b.Keep(task, "mine", strings.Repeat("x", code.MaxAnswer+1)); !errors.Is(err, code.ErrTooLong) {
		t.Errorf("too long: %v", err)
	}
	if got := read(t, elsewhere) + " " + read(t, s.File); got != "theirs mine" {
		t.Errorf("the files hold %q", got)
	}
}
