package plain_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/tui/plain"
	"github.com/cairn-learn/cairn/tui/words"
)

// TestPreview takes authors through courses that change meanwhile. Each file of
// testdata/preview holds a course, and in the part "typed" what is typed, line by
// line; "!save FOLDER" writes the parts of that folder into the course while the line
// after it is waited for; "!remove FILE" before it removes a file. The part "dialogue" is what
// comes of it.
func TestPreview(t *testing.T) {
	files, err := filepath.Glob("testdata/preview/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no dialogues", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			last := &ar.Files[len(ar.Files)-1]
			if last.Name != "dialogue" {
				t.Fatal("the last part is not the dialogue")
			}
			got := newAuthor(t, ar).preview()
			tidy(t, got)
			if compare(t, last, got) {
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// author writes a course and previews it.
type author struct {
	t     *testing.T
	parts *txtar.Archive
	dir   string
	typed []string

	saved chan struct{} // files were saved
	told  chan struct{} // that was taken, and the next save is waited for
}

func newAuthor(t *testing.T, ar *txtar.Archive) *author {
	a := &author{t: t, parts: ar, dir: t.TempDir(), saved: make(chan struct{}), told: make(chan struct{})}
	for _, f := range ar.Files {
		if f.Name == "typed" {
			a.typed = strings.SplitAfter(string(f.Data), "\n")
		}
	}
	a.write("")
	return a
}

// write writes the parts of a folder into the course.
func (a *author) write(folder string) {
	for _, f := range a.parts.Files {
		name, ok := strings.CutPrefix(f.Name, folder)
		if !ok || name == "typed" || name == "dialogue" || strings.Contains(name, "/") {
			continue
		}
		if err := os.WriteFile(filepath.Join(a.dir, name), f.Data, 0o644); err != nil {
			a.t.Fatal(err)
		}
	}
}

// Read gives one line, and saves what is to be saved before it.
func (a *author) Read(p []byte) (int, error) {
	for len(a.typed) > 0 {
		line := a.typed[0]
		a.typed = a.typed[1:]
		if folder, ok := strings.CutPrefix(line, "!save "); ok {
			a.write(strings.TrimSpace(folder) + "/")
		} else if file, ok := strings.CutPrefix(line, "!remove "); ok {
			if err := os.Remove(filepath.Join(a.dir, strings.TrimSpace(file))); err != nil {
				return 0, err
			}
			continue
		} else {
			return copy(p, line), nil
		}
		a.saved <- struct{}{}
		<-a.told
	}
	return 0, io.EOF
}

// preview holds the dialogue.
func (a *author) preview() string {
	p, err := preview.New(a.dir, preview.Options{Now: now})
	if err != nil {
		a.t.Fatal(err)
	}
	o, err := p.Open()
	if err != nil {
		a.t.Fatal(err)
	}
	first := true
	var out strings.Builder
	d := plain.New(plain.Options{
		In: a, Out: &out, Words: words.English(), Width: 80, Echo: true, Unsaved: true,
		Preview: &plain.Preview{
			Saved: func() error {
				if !first {
					a.told <- struct{}{}
				}
				first = false
				if _, ok := <-a.saved; !ok {
					return errors.New("over")
				}
				return nil
			},
			Open: func() (plain.Session, []course.Diag, error) {
				o, err := p.Open()
				if err != nil {
					return nil, o.Diags, err
				}
				return o.Session, o.Diags, nil
			},
			As: p.As, State: p.State, Diags: o.Diags,
		},
	})
	if _, err := d.Run(o.Session); err != nil {
		a.t.Fatal(err)
	}
	close(a.saved)
	return strings.ReplaceAll(out.String(), a.dir, "DIR")
}

// TestCommandsOfAPreview are refused to a learner, and not in the help.
func TestCommandsOfAPreview(t *testing.T) {
	for _, name := range []string{"reload", "findings", "goto", "answers", "as"} {
		got := newPupil(t).talk(":" + name + "\n:help\n")
		if !strings.Contains(got, "of a course that is previewed.") && !strings.Contains(got, "is for a course that is previewed.") {
			t.Errorf(":%s is a command for learners:\n%s", name, got)
		}
		if strings.Contains(got, "- :"+name) {
			t.Errorf("the help for learners has :%s", name)
		}
	}
}
