package plain_test

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

var update = flag.Bool("update", false, "rewrite the expected dialogues in testdata")

// TestDialogues takes learners through small courses. Each file of testdata
// holds a course and one or more dialogues, in parts named "dialogue": a line
// that starts with ">" is what the learner types, all others are what they are
// told. The input ends at the last ">". Each dialogue starts the program again;
// "dialogue, 3 days later" does so on another day, "dialogue, 3 days later, at a
// terminal" asks what is asked of somebody who is there, and in "dialogue, 5 minutes a
// line" time passes while the learner types. "dialogue, in de" is in German.
// The first questions are passed over where the course has none of its own.
func TestDialogues(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no dialogues", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !replay(t, ar) {
				return
			}
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// replay holds every dialogue of a file. It reports whether the file was
// changed and is to be written.
func replay(t *testing.T, ar *txtar.Archive) (changed bool) {
	l := learnerOf(t, ar)
	for i, f := range ar.Files {
		if !isDialogue(f.Name) {
			continue
		}
		l.passTime(f.Name)
		got := l.talk(typed(string(f.Data)))
		tidy(t, got)
		if i := strings.IndexAny(got, "│┃─┼•‹›"); i >= 0 {
			t.Errorf("something is drawn: %.60q", got[i:])
		}
		switch {
		case got == string(f.Data):
		case *update:
			ar.Files[i].Data, changed = []byte(got), true
		default:
			t.Errorf("the dialogue differs; got:\n%s\nwant:\n%s", got, f.Data)
		}
	}
	return changed
}

// learnerOf is a person in front of the course of a file.
func learnerOf(t *testing.T, ar *txtar.Archive) *learner {
	files := fstest.MapFS{}
	for _, f := range ar.Files {
		if !isDialogue(f.Name) && f.Name != "do" {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	l := newLearner(t, files)
	if files["onboarding.md"] == nil {
		l.passFirstQuestions()
	}
	return l
}

// typed is what the learner types in a dialogue.
func typed(dialogue string) string {
	var lines []string
	for line := range strings.Lines(dialogue) {
		if rest, ok := strings.CutPrefix(line, ">"); ok {
			lines = append(lines, strings.TrimPrefix(rest, " "))
		}
	}
	if n := len(lines); n > 0 && lines[n-1] == "\n" {
		lines = lines[:n-1]
	}
	return strings.Join(lines, "")
}

// learner is a person in front of a course.
type learner struct {
	t        *testing.T
	course   *course.Course
	log      *learn.Memory
	later    *time.Duration // since the first morning
	pace     time.Duration  // that a line takes
	there    bool           // at a terminal, to be asked
	language string         // empty: English
	ascii    bool           // signs keep to ASCII

	files    fs.FS
	data     string      // where tasks are done; empty: nowhere
	at       plain.Bench // in place of the learner's own; nil: that one
	never    bool        // nothing is to be run
	noTools  bool        // there is no toolchain
	walls    wall.Level
	editFile func(file string) error
}

func newLearner(t *testing.T, files fstest.MapFS) *learner {
	t.Helper()
	c, diags, err := course.Load(files, "test")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Errorf("the course: %s", d)
		}
	}
	l := newPupilOf(t, c)
	l.files = files
	return l
}

func newPupilOf(t *testing.T, c *course.Course) *learner {
	l := &learner{t: t, course: c, later: new(time.Duration)}
	l.log = learn.NewMemory(l.now)
	return l
}

func isDialogue(name string) bool { return strings.HasPrefix(name, "dialogue") }

// passTime takes what the name of a dialogue says of time.
func (l *learner) passTime(name string) {
	n := 0
	l.pace, l.there = 0, strings.HasSuffix(name, ", at a terminal")
	_, l.language, _ = strings.Cut(name, ", in ")
	if _, err := fmt.Sscanf(name, "dialogue, %d days later", &n); err == nil {
		days := *l.later / (24 * time.Hour)
		*l.later = (days + time.Duration(n)) * 24 * time.Hour
	} else if _, err := fmt.Sscanf(name, "dialogue, %d minutes a line", &n); err == nil {
		l.pace = time.Duration(n) * time.Minute
	}
}

// now is the learner's clock.
func (l *learner) now() time.Time { return now().Add(*l.later) }

// oneByOne gives one line at a time, and lets time pass before each.
type oneByOne struct {
	l    *learner
	rest string
}

func (o *oneByOne) Read(p []byte) (int, error) {
	if o.rest == "" {
		return 0, io.EOF
	}
	*o.l.later += o.l.pace
	end := strings.IndexByte(o.rest, '\n') + 1
	if end == 0 {
		end = len(o.rest)
	}
	n := copy(p, o.rest[:end])
	o.rest = o.rest[n:]
	return n, nil
}

func now() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) }

func (l *learner) session() *learn.Session {
	l.t.Helper()
	s, err := learn.Open(l.course, learn.Deps{Log: l.log, Now: l.now, Seed: 7})
	if err != nil {
		l.t.Fatal(err)
	}
	return s
}

// passFirstQuestions goes past what every course asks at its start.
func (l *learner) passFirstQuestions() {
	l.t.Helper()
	s := l.session()
	for {
		a, ok := s.Step().(learn.Asking)
		if !ok || a.Lesson != nil {
			return
		}
		if _, err := s.Do(learn.Skip{}); err != nil {
			l.t.Fatal(err)
		}
	}
}

// talk holds one dialogue and returns it with how it ended.
func (l *learner) talk(input string) string {
	l.t.Helper()
	out, finished, err := l.run(&oneByOne{l: l, rest: input})
	if err != nil {
		l.t.Fatal(err)
	}
	if finished {
		return out + "= finished\n"
	}
	return out + "= not finished\n"
}

func (l *learner) run(in io.Reader) (string, bool, error) {
	l.t.Helper()
	var out strings.Builder
	d := plain.New(plain.Options{In: in, Out: &out, Words: words.For(l.language), Width: 80, Echo: true, AskDay: l.there, ASCII: l.ascii, EditFile: l.editFile})
	switch {
	case l.at != nil:
		d.PractiseAt(l.at)
	case l.data != "":
		d.PractiseAt(l.bench())
	}
	finished, err := d.Run(l.session())
	if l.data != "" {
		return strings.ReplaceAll(out.String(), l.data, "DATA"), finished, err
	}
	return out.String(), finished, err
}

// reporter is a test of any kind.
type reporter interface {
	Helper()
	Error(args ...any)
	Errorf(format string, args ...any)
}

// tidy holds a dialogue to what is promised of every one.
func tidy(t reporter, dialogue string) {
	t.Helper()
	if strings.HasPrefix(dialogue, "\n") || strings.Contains(dialogue, "\n\n\n") {
		t.Error("the dialogue has a blank line too many")
	}
	before := ""
	for line := range strings.Lines(dialogue) {
		line = strings.TrimSuffix(line, "\n")
		if strings.TrimRight(line, " \t") != line {
			t.Errorf("a line ends in a space: %q", line)
		}
		for _, r := range line {
			if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
				t.Errorf("a line holds the control %#U: %q", r, line)
			}
		}
		if strings.HasPrefix(line, ">") && before == "" {
			t.Errorf("nothing says how to answer before %q", line)
		}
		before = line
	}
}

// failing is a reader or writer that does not work.
type failing struct{}

var errBroken = errors.New("the pipe is broken")

func (failing) Read([]byte) (int, error)  { return 0, errBroken }
func (failing) Write([]byte) (int, error) { return 0, errBroken }
