package plain_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/internal/wall/walltest"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// bench is where a learner of tests does tasks.
func (l *learner) bench() *exercise.Bench {
	look := exec.LookPath
	if l.noTools {
		look = func(string) (string, error) { return "", exec.ErrNotFound }
	}
	return &exercise.Bench{
		Data: l.data, Course: l.course, Files: l.files, Trust: trust.Open(l.data, l.now), Now: l.now, Never: func() bool { return l.never }, Runner: walltest.Shell{},
		Look: func() wall.Walls {
			w := wall.Walls{Level: l.walls, Lacks: []wall.Lack{wall.LackSignals}}
			if l.walls == wall.None {
				w.Why = "walls need Linux, and this is not"
			}
			return w
		},
		Machine: code.Machine{Look: look, Ask: func(program string, args ...string) (string, error) {
			out, err := exec.Command(program, args...).Output()
			return string(out), err
		}},
	}
}

// TestTasksAreDone takes learners through the tasks of small courses, at a
// terminal. The files are those of TestDialogues; between two dialogues, the part
// "do" is a script of what the learner does in the folder for practice.
func TestTasksAreDone(t *testing.T) {
	files, err := filepath.Glob("testdata/bench/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no dialogues", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !replayTasks(t, ar) {
				return
			}
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func replayTasks(t *testing.T, ar *txtar.Archive) (changed bool) {
	l := learnerOf(t, ar)
	l.data, l.walls = t.TempDir(), wall.Isolated
	for i, f := range ar.Files {
		switch {
		case f.Name == "do":
			cmd := exec.Command("sh", "-e", "-c", string(f.Data))
			cmd.Dir = filepath.Join(l.data, "practice")
			if err := os.MkdirAll(cmd.Dir, 0o700); err != nil {
				t.Fatal(err)
			}
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v: %s", err, out)
			}
		case isDialogue(f.Name):
			l.there = !strings.Contains(f.Name, "nobody there")
			l.never, l.noTools, l.walls = strings.Contains(f.Name, "never"), strings.Contains(f.Name, "no toolchain"), wall.Isolated
			if strings.Contains(f.Name, "no walls") {
				l.walls = wall.None
			}
			l.language = ""
			_, l.language, _ = strings.Cut(f.Name, ", in ")
			got := l.talk(typed(string(f.Data)))
			tidy(t, got)
			switch {
			case got == string(f.Data):
			case *update:
				ar.Files[i].Data, changed = []byte(got), true
			default:
				t.Errorf("the dialogue differs; got:\n%s\nwant:\n%s", got, f.Data)
			}
		}
	}
	return changed
}

// stuck is a bench at which a try ends when it is stopped only.
type stuck struct {
	plain.Bench
	begun chan struct{}
}

func (s stuck) Try(ctx context.Context, _ *course.Task, _ map[string]string, _ map[int]string) (exercise.Try, error) {
	close(s.begun)
	<-ctx.Done()
	return exercise.Try{}, ctx.Err()
}

// TestStoppingACheckGoesOn stops a check by ctrl+c: the dialogue goes on, and nothing
// was counted.
func TestStoppingACheckGoesOn(t *testing.T) {
	ar, err := txtar.ParseFile("testdata/bench/code.txt")
	if err != nil {
		t.Fatal(err)
	}
	l := learnerOf(t, ar)
	l.data, l.there, l.walls = t.TempDir(), true, wall.Isolated
	s := stuck{l.bench(), make(chan struct{})}
	flushed := 0
	var out bytes.Buffer
	d := plain.New(plain.Options{
		In: strings.NewReader(":check\nyes\n:skip\n"), Out: &out, Words: words.English(), Width: 80, AskDay: true,
		Work: func() (context.Context, func()) {
			ctx, cancel := context.WithCancel(t.Context())
			go func() { <-s.begun; cancel() }()
			return ctx, cancel
		},
		Flush: func() { flushed++ },
	})
	d.PractiseAt(s)
	if _, err := d.Run(l.session()); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); !strings.Contains(text, "It was stopped. Nothing was counted.") || !strings.Contains(text, "End of “Count”.") {
		t.Errorf("the dialogue is\n%s", text)
	}
	if flushed != 1 {
		t.Errorf("what was typed before the question was dropped %d times", flushed)
	}
}
