package library_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/library"
)

// pack makes a zip of a folder of the shelf and returns it.
func (s *shelf) pack(name, dir string) string {
	s.t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if err := z.AddFS(os.DirFS(filepath.Join(s.dir, dir))); err != nil {
		s.t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		s.t.Fatal(err)
	}
	s.write(name, b.String())
	return filepath.Join(s.dir, filepath.FromSlash(name))
}

// TestArchives opens a course in an archive and in a folder: the progress is one,
// and the archive is on the shelf until it is gone.
func TestArchives(t *testing.T) {
	s := newShelf(t)
	folder := s.course("far/bread", "bread", "On bread")
	packed := s.pack("near/bread.zip", "far/bread")
	s.begin(packed)
	s.wants("built-in welcome: Welcome", "built-in git: Git", "recent near/bread.zip: On bread, begun")
	if o, err := s.Open(folder); err != nil || !o.Session.Progress().Started {
		t.Errorf("in its folder it is not begun: %v", err)
	}
	if err := os.Remove(packed); err != nil {
		t.Fatal(err)
	}
	if got := s.Gone(); len(got) != 1 || got[0] != (library.Gone{ID: "bread", Dir: packed}) {
		t.Errorf("gone: %v", got)
	}
	s.write("near/bread.zip", "# no archive any more\n")
	s.wants("built-in welcome: Welcome", "built-in git: Git")
	o, err := s.Open(packed)
	if err == nil || o.Session != nil || len(o.Diags) != 1 || o.Diags[0].Code != "archive-refused" {
		t.Errorf("what is no archive: %v, %v", err, o.Diags)
	}
}

// TestShelvesOfArchives lists archives in folders of courses only.
func TestShelvesOfArchives(t *testing.T) {
	s := newShelf(t, "here")
	s.course("far/bread", "bread", "On bread")
	s.pack("here/bread.zip", "far/bread")
	s.wants("built-in welcome: Welcome", "built-in git: Git")

	s.pack("two/bread.zip", "far/bread")
	s.course("two/soup", "soup", "On soup")
	s.pack("archives/bread.zip", "far/bread")
	s.write("archives/broken.tar.gz", "no archive")
	s.pack("notes/files.zip", "far/bread") // beside a folder of lessons
	s.write("notes/deep/01-one.md", "# One\n\nText.\n")
	for name, want := range map[string][]string{
		"two": {"On soup", "On bread"}, "archives": {"On bread"}, "notes": nil, "here": {"On bread"},
	} {
		inner, ok := s.Shelf(filepath.Join(s.dir, name))
		if ok != (want != nil) {
			t.Errorf("%s holds several courses: %v", name, ok)
		}
		if !ok {
			continue
		}
		entries, err := inner.List()
		var got []string
		for _, e := range entries {
			got = append(got, e.Title)
		}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("in %s: %q, %v", name, got, err)
		}
	}
	inner, _ := s.Shelf(filepath.Join(s.dir, "archives"))
	if glance := inner.Glance(); len(glance) != 2 || glance[0].Title != "Bread" {
		t.Errorf("at a glance: %+v", glance)
	}
}

// TestTheMenuOpensNoArchive: courses in folders are told with what is done of
// them, archives by their names, whatever is in them.
func TestTheMenuOpensNoArchive(t *testing.T) {
	s := newShelf(t)
	s.begin(s.course("two/soup", "soup", "On soup"))
	s.pack("two/bread.zip", "two/soup")
	s.write("two/broken.zip", "no archive")
	inner, _ := s.Shelf(filepath.Join(s.dir, "two"))
	entries, err := inner.Menu()
	var got []string
	for _, e := range entries {
		got = append(got, fmt.Sprintf("%s %v %v", e.Title, e.Glanced, e.Progress.Started))
	}
	if want := []string{"On soup false true", "Bread true false", "Broken true false"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("the menu: %q, %v; want %q", got, err, want)
	}
}

// TestACourseThatChangesWhileItIsTaken is case C66: the files of a course are
// changed under a session. The session goes on with what it has; opened again, it
// is the new one, with the progress. Pictures of a folder are those of the moment,
// pictures of an archive those that came with its text.
func TestACourseThatChangesWhileItIsTaken(t *testing.T) {
	s := newShelf(t)
	folder := s.course("bread", "bread", "On bread")
	s.write("bread/a.png", "old")
	packed := s.pack("bread.zip", "bread")
	for name, c := range map[string]struct{ ref, picture string }{"folder": {folder, "new"}, "archive": {packed, "old"}} {
		t.Run(name, func(t *testing.T) {
			s.write("bread/a.png", "old")
			s.write("bread/01-one.md", "# One\n\nText.\n")
			s.pack("bread.zip", "bread")
			o, err := s.Open(c.ref)
			if err != nil {
				t.Fatal(err)
			}
			s.write("bread/01-one.md", "# Two\n\nOther.\n")
			s.write("bread/a.png", "new")
			s.pack("bread.zip", "bread")
			if _, err := o.Session.Do(learn.Skip{}); err != nil {
				t.Fatal(err)
			}
			if got := o.Session.Course().Lessons[0].Title; got != "One" {
				t.Errorf("under the session the lesson became %q", got)
			}
			if data, err := o.Assets("01-one.md", "a.png"); err != nil || string(data) != c.picture {
				t.Errorf("the picture is %q, %v; want %q", data, err, c.picture)
			}
			again, err := s.Open(c.ref)
			if err != nil || again.Session.Course().Lessons[0].Title != "Two" || !again.Session.Progress().Started {
				t.Errorf("opened again: %v", err)
			}
		})
	}
}

// TestTwoCoursesWithOneID is case C68: another course has the id of one that was
// taken. Both are listed, each with its place, and each opens its own lessons. For
// the log they are one course in two places, as one that was moved: a lesson that
// was finished in one is finished in the other where it has the same id, and only
// there.
func TestTwoCoursesWithOneID(t *testing.T) {
	s := newShelf(t)
	ask := func(dir string, lessons ...string) string {
		s.write(dir+"/course.yaml", "format: 1\nid: bread\ntitle: "+dir+"\n")
		for _, id := range lessons {
			s.write(dir+"/"+id+".md", "---\nid: "+id+"\n---\n\n# "+id+"\n\n### Question: What of "+id+"?\n<!-- id: q-"+id+" -->\n\n- Answer: yes\n")
		}
		return filepath.Join(s.dir, dir)
	}
	first, other, same := ask("first", "flour", "water"), ask("other", "flour", "salt", "wine"), ask("same", "flour", "water")
	for _, c := range []struct {
		ref  string
		want int // questions asked
	}{{first, 2}, {first, 0}, {same, 0}, {other, 2}, {first, 0}, {other, 0}} {
		if got := s.finish(c.ref); got != c.want {
			t.Errorf("%s asks %d questions, want %d", filepath.Base(c.ref), got, c.want)
		}
	}
	s.wants("built-in welcome: Welcome", "built-in git: Git", "recent other: other, begun", "recent first: first, begun")
}

// finish takes a course to its end, answers every question with its first right answer and counts them.
func (s *shelf) finish(ref string) (asked int) {
	s.t.Helper()
	s.clock = s.clock.Add(time.Hour)
	o, err := s.Open(ref)
	if err != nil {
		s.t.Fatal(err)
	}
	for range 50 {
		var do learn.Action = learn.Continue{}
		switch step := o.Session.Step().(type) {
		case learn.Finished:
			return asked
		case learn.Answering:
			asked++
			do = learn.Submit{Answer: course.Answer{Text: step.Question.Form.(*course.Typed).Answers[0].Text}}
		case learn.Asking:
			do = learn.Skip{}
		}
		if _, err := o.Session.Do(do); err != nil {
			if _, err := o.Session.Do(learn.Skip{}); err != nil {
				s.t.Fatalf("at %T: %v", o.Session.Step(), err)
			}
		}
	}
	s.t.Fatalf("%s has no end: %T", ref, o.Session.Step())
	return 0
}
