package library_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/course/progress"
	"github.com/cairn-learn/cairn/library"
)

// shelf is a library over folders that a test makes.
type shelf struct {
	*library.Library
	t     *testing.T
	log   *progress.Log
	dir   string // of the folders
	clock time.Time
}

func newShelf(t *testing.T, folders ...string) *shelf {
	t.Helper()
	s := &shelf{t: t, dir: t.TempDir(), clock: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}
	s.log = progress.Open(filepath.Join(t.TempDir(), "data"), progress.Options{Now: s.now, Machine: "test"})
	t.Cleanup(func() { _ = s.log.Close() })
	for i := range folders {
		folders[i] = filepath.Join(s.dir, folders[i])
	}
	s.Library = library.New(library.Options{
		BuiltIn: fstest.MapFS{
			"git/01-one.md":     {Data: []byte("# Git\n\nText.\n")},
			"welcome/01-one.md": {Data: []byte("# Welcome\n\nText.\n")},
		},
		Folders: folders, Log: s.log, Now: s.now,
	})
	return s
}

func (s *shelf) now() time.Time { return s.clock }

// course writes a course into a folder and returns the folder.
func (s *shelf) course(name, id, title string) string {
	s.t.Helper()
	s.write(name+"/course.yaml", fmt.Sprintf("format: 1\nid: %s\ntitle: %s\n", id, title))
	s.write(name+"/01-one.md", "# One\n\nText.\n")
	return filepath.Join(s.dir, name)
}

func (s *shelf) write(name, text string) {
	s.t.Helper()
	file := filepath.Join(s.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// begin opens a course and does something in it.
func (s *shelf) begin(ref string) {
	s.t.Helper()
	s.clock = s.clock.Add(time.Hour)
	o, err := s.Open(ref)
	if err != nil {
		s.t.Fatal(err)
	}
	if _, err := o.Session.Do(learn.Skip{}); err != nil {
		s.t.Fatal(err)
	}
}

// glance is list as far as titles tell.
func (s *shelf) glance() []string {
	var out []string
	for _, e := range s.Glance() {
		out = append(out, string(e.Source)+" "+e.Ref+": "+e.Title)
	}
	return out
}

// list tells the shelf in lines such as "recent bread: On bread, begun".
func (s *shelf) list() []string {
	s.t.Helper()
	entries, err := s.List()
	if err != nil {
		s.t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		ref := e.Ref
		if rel, err := filepath.Rel(s.dir, e.Ref); err == nil && e.Source != library.BuiltIn {
			ref = filepath.ToSlash(rel)
		}
		line := fmt.Sprintf("%s %s: %s", e.Source, ref, e.Title)
		if e.Progress.Started {
			line += ", begun"
		}
		if e.Errors > 0 {
			line += fmt.Sprintf(", %d errors", e.Errors)
		}
		out = append(out, line)
	}
	return out
}

func (s *shelf) wants(want ...string) {
	s.t.Helper()
	if got := s.list(); !slices.Equal(got, want) {
		s.t.Errorf("on the shelf:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestShelf(t *testing.T) {
	s := newShelf(t, "here", "there")
	s.wants("built-in welcome: Welcome", "built-in git: Git")

	s.course("here/bread", "bread", "On bread")
	soup := s.course("there", "soup", "On soup")
	s.write("here/notes/01-one.md", "# Notes\n\nWithout a course.yaml, found by its path only.\n")
	s.wants("built-in welcome: Welcome", "built-in git: Git", "folder here/bread: On bread", "folder there: On soup")

	far := s.course("far/wine", "wine", "On wine")
	s.begin(far)
	s.begin("git")
	s.begin(soup)
	s.begin(filepath.Join(s.dir, "here", "notes"))
	s.wants("built-in welcome: Welcome", "built-in git: Git, begun",
		"recent here/notes: Notes, begun", "recent there: On soup, begun", "recent far/wine: On wine, begun",
		"folder here/bread: On bread")

	s.begin(far)
	if got := s.list()[2]; got != "recent far/wine: On wine, begun" {
		t.Errorf("the course opened last is not the first of the recent ones, but %q", got)
	}
}

// TestGlance tells the titles of courses before they are read: the same, in the
// same order, as the list does, where course.yaml has them.
func TestGlance(t *testing.T) {
	s := newShelf(t, "here")
	bread := s.course("here/bread", "bread", "On bread")
	s.write("here/bread/course.yaml", "format: 1\nsummary: >\n  Of flour\n  and water.\ntitle: \"On: bread\"\npath:\n  - title: not this\n")
	wine := s.course("far/wine", "wine", "On wine")
	s.begin(wine)
	s.write("far/notes/01-one.md", "# My notes\n\nText.\n")
	s.begin(filepath.Join(s.dir, "far", "notes"))
	want := []string{"built-in welcome: Welcome", "built-in git: Git",
		"recent " + filepath.Join(s.dir, "far", "notes") + ": Notes", "recent " + wine + ": On wine", "folder " + bread + ": On: bread"}
	if got := s.glance(); !slices.Equal(got, want) {
		t.Errorf("at a glance:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if last := s.Glance()[4]; last.Summary != "Of flour and water." || !last.Glanced {
		t.Errorf("at a glance: %+v", last)
	}
}

func TestCoursesThatCannotBeRead(t *testing.T) {
	s := newShelf(t, "here")
	bread := s.course("here/bread", "bread", "On bread")
	s.begin(bread)
	s.write("here/torn/course.yaml", "format: 99\n")
	s.write("here/torn/01-one.md", "# One\n\nText.\n")
	s.write("here/wrong/course.yaml", "format: 1\ntitel: Wrong\n")
	s.write("here/wrong/01-one.md", "# Wrong\n\nText.\n")
	s.wants("built-in welcome: Welcome", "built-in git: Git", "recent here/bread: On bread, begun",
		"folder here/wrong: Wrong, 1 errors")

	o, err := s.Open(filepath.Join(s.dir, "here", "torn"))
	if err == nil || o.Session != nil {
		t.Error("a course of a later format was opened")
	}
	if len(o.Diags) == 0 || o.Diags[0].Pos.File != "course.yaml" {
		t.Errorf("what is wrong with it does not come with the error: %v", o.Diags)
	}
	if got := s.Gone(); len(got) != 0 {
		t.Errorf("gone: %v", got)
	}

	// Moved away, a course is no longer on the shelf; where it is now, it goes on.
	moved := filepath.Join(s.dir, "here", "toast")
	if err := os.Rename(bread, moved); err != nil {
		t.Fatal(err)
	}
	if got := s.Gone(); len(got) != 1 || got[0] != (library.Gone{ID: "bread", Dir: bread}) {
		t.Errorf("gone: %v", got)
	}
	s.wants("built-in welcome: Welcome", "built-in git: Git",
		"folder here/toast: On bread, begun", "folder here/wrong: Wrong, 1 errors")
	s.begin(moved)
	if got := s.Gone(); len(got) != 0 {
		t.Errorf("found again, it is still gone: %v", got)
	}
}

// TestTheSameIDTwice keeps two folders apart whose courses have one id. Their
// progress is one: an id is what progress is kept under.
func TestTheSameIDTwice(t *testing.T) {
	s := newShelf(t)
	first, second := s.course("a/bread", "bread", "On bread"), s.course("b/bread", "bread", "On bread, again")
	s.begin(first)
	s.begin(second)
	s.wants("built-in welcome: Welcome", "built-in git: Git",
		"recent b/bread: On bread, again, begun", "recent a/bread: On bread, begun")
	for ref, title := range map[string]string{first: "On bread", second: "On bread, again"} {
		o, err := s.Open(ref)
		if err != nil || o.Session.Course().Title != title {
			t.Errorf("%s opens %q, want %q: %v", ref, o.Session.Course().Title, title, err)
		}
	}
}

func TestNoCourse(t *testing.T) {
	s := newShelf(t)
	s.course("bread", "bread", "On bread")
	t.Chdir(s.dir)
	for _, c := range []struct{ ref, want string }{
		{"wellcome", `opening "wellcome": there is no built-in course and no folder of that name; did you mean "welcome"?`},
		{"braed", `opening "braed": there is no built-in course and no folder of that name; did you mean "bread"?`},
		{"./braed/", `opening "./braed/": there is no built-in course and no folder of that name; did you mean "./bread"?`},
		{"nowhere/bread", `opening "nowhere/bread": there is no built-in course and no folder of that name`},
		{"", `opening "": there is no built-in course and no folder of that name`},
		{"bread/01-one.md", `opening "bread/01-one.md": it is a file; open the folder it is in: "bread"`},
	} {
		o, err := s.Open(c.ref)
		if !errors.Is(err, library.ErrNoCourse) || err.Error() != c.want || o.Session != nil {
			t.Errorf("open %q: got %v\nwant %s", c.ref, err, c.want)
		}
	}
	if _, err := s.Open("bread"); err != nil {
		t.Errorf("a folder by its name: %v", err)
	}
	s.write("welcome/01-one.md", "# Mine\n\nText.\n")
	for ref, want := range map[string]string{"welcome": "Welcome", "./welcome": "Mine"} {
		if o, err := s.Open(ref); err != nil || o.Session.Course().Title != want {
			t.Errorf("%s is not %s: %v", ref, want, err)
		}
	}
}

func TestShelves(t *testing.T) {
	s := newShelf(t)
	s.course("two/bread", "bread", "On bread")
	s.course("two/soup", "soup", "On soup")
	s.write("two/README.md", "# My courses\n")
	s.course("alone", "alone", "Alone")
	s.course("mixed/bread", "bread", "On bread")
	s.write("mixed/01-one.md", "# One\n\nA lesson beside a course.\n")
	s.write("notes/deep/01-one.md", "# One\n\nText.\n")
	for name, want := range map[string]bool{"two": true, "alone": false, "mixed": false, "notes": false, "nowhere": false} {
		inner, ok := s.Shelf(filepath.Join(s.dir, name))
		if ok != want {
			t.Errorf("%s holds several courses: %v, want %v", name, ok, want)
		}
		if !ok {
			continue
		}
		entries, err := inner.List()
		if err != nil || len(entries) != 2 || entries[0].Title != "On bread" || entries[1].Title != "On soup" {
			t.Errorf("in %s: %v, %v", name, entries, err)
		}
	}
	if _, ok := s.Shelf("git"); ok {
		t.Error("a built-in course is taken for a folder of courses")
	}
}

// TestFoldersAreLetGo opens many courses and counts what is still open.
func TestFoldersAreLetGo(t *testing.T) {
	const open = "/proc/self/fd"
	count := func() int {
		list, err := os.ReadDir(open)
		if err != nil {
			t.Skip("this system does not list what is open")
		}
		return len(list)
	}
	s := newShelf(t)
	dir := s.course("bread", "bread", "On bread")
	s.write("torn/course.yaml", "format: 99\n")
	before := count()
	for range 50 {
		if _, err := s.Open(dir); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Open(filepath.Join(s.dir, "torn")); err == nil {
			t.Fatal("a folder without lessons was opened")
		}
	}
	if after := count(); after > before {
		t.Errorf("%d more files are open after opening courses", after-before)
	}
}

// TestFoldersOfOtherMachines: a folder that another machine opened is a name
// there. Here it is neither listed nor looked for, also where there is one of that
// name: on Windows, asking for it could send a packet to a server that it names.
func TestFoldersOfOtherMachines(t *testing.T) {
	s := newShelf(t)
	theirs, ours := s.course("theirs", "wine", "On wine"), s.course("ours", "bread", "On bread")
	s.begin(ours)
	other := progress.Open(s.log.Status().Dir, progress.Options{Now: s.now, Machine: "other"})
	for _, id := range []string{"wine", "bread"} {
		if _, err := other.Append(learn.Event{Time: s.clock, Course: id, Kind: learn.KindOpened, Note: theirs}); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(other.Close(), s.log.Close()); err != nil {
		t.Fatal(err)
	}
	s.log = progress.Open(s.log.Status().Dir, progress.Options{Now: s.now, Machine: "test"})
	s.Library = library.New(library.Options{Log: s.log, Now: s.now})

	s.wants("recent ours: On bread, begun")
	want := []library.Gone{{ID: "wine", Dir: theirs, Elsewhere: true}}
	if got := s.Gone(); !slices.Equal(got, want) {
		t.Errorf("gone: %v, want %v", got, want)
	}
	if err := os.RemoveAll(ours); err != nil {
		t.Fatal(err)
	}
	want = append(want, library.Gone{ID: "bread", Dir: ours})
	got := s.Gone()
	slices.SortFunc(got, func(a, b library.Gone) int { return strings.Compare(b.ID, a.ID) })
	if !slices.Equal(got, want) {
		t.Errorf("gone: %v, want %v", got, want)
	}
}

// BenchmarkList lists a shelf of the size that a keen learner has.
func BenchmarkList(b *testing.B) {
	dir := b.TempDir()
	for i := range 20 {
		sub := filepath.Join(dir, fmt.Sprintf("course-%02d", i), "lessons")
		if err := os.MkdirAll(sub, 0o755); err != nil {
			b.Fatal(err)
		}
		files := map[string]string{"../course.yaml": "format: 1\n"}
		for l := range 12 {
			files[fmt.Sprintf("%02d.md", l)] = "# Lesson\n\n" + strings.Repeat("A line of text that is read.\n", 50) +
				fmt.Sprintf("\n### Question: What?\n<!-- id: q%d -->\n\n- [x] this\n- [ ] that\n", l)
		}
		for name, text := range files {
			if err := os.WriteFile(filepath.Join(sub, name), []byte(text), 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
	log := progress.Open(filepath.Join(dir, "data"), progress.Options{})
	defer log.Close()
	l := library.New(library.Options{BuiltIn: os.DirFS("../courses"), Folders: []string{dir}, Log: log, Now: time.Now})
	for b.Loop() {
		entries, err := l.List()
		if err != nil || len(entries) != 22 {
			b.Fatalf("%d courses: %v", len(entries), err)
		}
	}
}
