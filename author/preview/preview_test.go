package preview_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/author/preview"
	"github.com/cairn-learn/cairn/course/learn"
)

// write writes files of a course, each a name and a text.
func write(t *testing.T, dir string, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		if err := os.WriteFile(filepath.Join(dir, files[i]), []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func now() time.Time { return time.Date(2026, 3, 14, 9, 0, 0, 0, time.UTC) }

// dough is a course of one lesson with two questions.
func dough(t *testing.T) (dir string, p *preview.Preview) {
	t.Helper()
	dir = t.TempDir()
	write(t, dir, "course.yaml", "id: bread\ntitle: Bread\npath: [dough.md]\n", "dough.md",
		"# Dough\n\nFlour.\n\n### Question: What lets it grow?\n<!-- id: grow -->\n\n- Answer: gas\n\n### Question: And what makes that?\n<!-- id: made -->\n\n- Answer: yeast\n")
	p, err := preview.New(dir, preview.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return dir, p
}

// question is the question that a session is at; empty: at none.
func question(s *learn.Session) string {
	if q, ok := s.Step().(learn.Answering); ok {
		return q.Question.ID
	}
	return ""
}

// TestOpenGoesOn opens a course again after it was saved: the session goes on
// where it was, also when the course has another id.
func TestOpenGoesOn(t *testing.T) {
	dir, p := dough(t)
	o, err := p.Open()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.Session.Do(learn.GoTo{ID: "made"}); err != nil {
		t.Fatal(err)
	}
	write(t, dir, "course.yaml", "id: loaf\ntitle: Loaf\npath: [dough.md]\n")
	o, err = p.Open()
	if err != nil {
		t.Fatal(err)
	}
	if got := question(o.Session); got != "made" || o.Session.Course().ID != "loaf" {
		t.Errorf("the course %q is at %q", o.Session.Course().ID, got)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 2 {
		t.Errorf("the course has %d files now (%v)", len(left), err)
	}
}

// TestSaved waits for a save, and ends with its context.
func TestSaved(t *testing.T) {
	dir, _ := dough(t)
	looks := make(chan struct{})
	p, err := preview.New(dir, preview.Options{Now: now, Wait: func(ctx context.Context) error {
		select {
		case <-looks:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(context.Background())
	saved := make(chan error)
	go func() { saved <- p.Saved(ctx) }()
	looks <- struct{}{} // nothing was saved
	looks <- struct{}{} // so it looks again
	write(t, dir, "dough.md", "# Dough\n\nMore flour.\n")
	for told := false; !told; {
		select {
		case looks <- struct{}{}:
		case err := <-saved:
			if told = true; err != nil {
				t.Errorf("a save ends in %v", err)
			}
		}
	}
	go func() { saved <- p.Saved(ctx) }()
	end()
	if err := <-saved; err == nil {
		t.Errorf("nothing was saved, and a save is told")
	}
}

// TestFile names no file outside the course.
func TestFile(t *testing.T) {
	dir, p := dough(t)
	if got, ok := p.File("a/b.md"); !ok || got != filepath.Join(dir, "a", "b.md") {
		t.Errorf("a/b.md is %q", got)
	}
	for _, name := range []string{"../x.md", "/etc/passwd", ""} {
		if got, ok := p.File(name); ok {
			t.Errorf("%q is %q", name, got)
		}
	}
}
