package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/exercise"
)

const triedCourse = "id: bread\ntitle: Bread\npath: [one.md]\n"

// triedLesson is a lesson with a task of the given checks.
func triedLesson(checks string) string {
	return "# One\n\n### Task: Bake\n<!-- id: bake -->\n\nMake a loaf.\n\n```check\n- file: loaf\n" + checks + "```\n"
}

// previewed is a course that is being previewed, in temporary files of its own.
type previewed struct {
	*testing.T
	dir   string
	desk  *desk
	tries *trial
}

func newPreviewed(t *testing.T) *previewed {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	t.Setenv("TMP", os.TempDir())
	env := environment{now: time.Now, getenv: func(string) string { return "" }}
	p := &previewed{T: t, dir: t.TempDir(), tries: &trial{env: env}}
	p.write("course.yaml", triedCourse)
	p.write("one.md", triedLesson("- run: test -s loaf\n"))
	shown, err := preview.New(p.dir, preview.Options{Now: env.now})
	if err != nil {
		t.Fatal(err)
	}
	p.desk = &desk{preview: shown, tries: p.tries}
	return p
}

func (p *previewed) write(name, text string) {
	p.Helper()
	if err := os.WriteFile(filepath.Join(p.dir, name), []byte(text), 0o600); err != nil {
		p.Fatal(err)
	}
}

// stands opens the course anew, and says how things stand with its task.
func (p *previewed) stands() (*exercise.Bench, exercise.State) {
	p.Helper()
	o, err := p.desk.Open("")
	if err != nil {
		p.Fatal(err)
	}
	b := p.tries.bench(o)
	if b == nil {
		p.Fatal("the task is done nowhere")
	}
	s, err := b.State(b.Course.TasksInOrder()[0])
	if err != nil {
		p.Fatal(err)
	}
	return b, s
}

func (p *previewed) temporary() []string {
	p.Helper()
	all, err := filepath.Glob(filepath.Join(os.TempDir(), trialPrefix+"*"))
	if err != nil {
		p.Fatal(err)
	}
	return all
}

// TestTasksAreTriedInAPreview tries a task, saves the course, and ends: what was
// agreed to holds for the same commands and no others, the checks are those of now,
// and nothing is left.
func TestTasksAreTriedInAPreview(t *testing.T) {
	p := newPreviewed(t)
	b, s := p.stands()
	if !s.Passing || !s.Asks() {
		t.Fatalf("at first it is %+v", s)
	}
	task := b.Course.TasksInOrder()[0]
	if err := b.Agree(task, s); err != nil {
		t.Fatal(err)
	}
	folder, err := b.Begin(t.Context(), task, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder.Path, "loaf"), []byte("bread"), 0o600); err != nil {
		t.Fatal(err)
	}

	p.write("one.md", triedLesson("- run: test -s loaf\n")+"\nAnd let it cool.\n")
	if _, s = p.stands(); s.Asks() || s.Folder != folder.Path {
		t.Errorf("after a save of the text it is %+v", s)
	}
	p.write("one.md", triedLesson("- run: test -s loaf\n- file: crumb\n"))
	b, s = p.stands()
	if s.Asks() {
		t.Error("another look at a file is asked")
	}
	if try, err := b.Try(t.Context(), b.Course.TasksInOrder()[0], nil, nil); err != nil {
		t.Error(err)
	} else if held := try.Held(); len(held) != 3 || !held[0] || held[2] {
		t.Errorf("of the new checks hold %v", held)
	}
	p.write("one.md", triedLesson("- run: test -f loaf\n"))
	if _, s = p.stands(); !s.Asks() {
		t.Error("a changed command is not asked")
	}

	if n := len(p.temporary()); n != 1 {
		t.Errorf("%d folders were made", n)
	}
	p.tries.end()
	if left := p.temporary(); len(left) > 0 {
		t.Errorf("it leaves %v", left)
	}
	if o, err := p.desk.Open(""); err != nil || p.tries.bench(o) != nil || len(p.temporary()) > 0 {
		t.Error("after the end there is a bench again", err)
	}
}

// TestAPreviewClearsWhatOthersLeft removes the folder of a preview that did not come to
// its end, and none that is held, that is young, or that has another name.
func TestAPreviewClearsWhatOthersLeft(t *testing.T) {
	p := newPreviewed(t)
	other := &trial{env: p.tries.env}
	kept := map[string]bool{other.folder(): true}
	defer other.end()
	old := time.Now().Add(-time.Hour)
	for name, want := range map[string]bool{"123": false, "124": true, "12x": true, "": true} {
		dir := filepath.Join(os.TempDir(), trialPrefix+name)
		if err := os.MkdirAll(filepath.Join(dir, "practice"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, trialLock), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		kept[dir] = want
	}
	for dir := range kept {
		if filepath.Base(dir) != trialPrefix+"124" {
			if err := os.Chtimes(dir, old, old); err != nil {
				t.Fatal(err)
			}
		}
	}
	p.stands()
	defer p.tries.end()
	for dir, want := range kept {
		if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) == want {
			t.Errorf("%s: kept should be %t: %v", filepath.Base(dir), want, err)
		}
	}
}
