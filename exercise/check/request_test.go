package check

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise/practice"
	"github.com/cairn-learn/cairn/internal/wall"
)

// TestRequest: what the learner agrees to is everything that is run, and changes
// with it.
func TestRequest(t *testing.T) {
	const lesson = "# One\n\n### Task: A\n<!-- id: a, folder: k, files: files/x -->\n```setup\ntouch a\n```\n```check\n- file: a\n```\n```solve\ntouch s\n```\n\n" +
		"### Task: B\n<!-- id: b, folder: k -->\n```check\n- run: ls\n- git: .\n  expect: { clean: true }\n- http: http://localhost:80/\n- ask: Well?\n```\n\n" +
		"### Task: C\n<!-- id: c -->\n```check\n- file: a\n```\n"
	load := func(lesson, file string) *practice.Practice {
		files := fstest.MapFS{"one.md": {Data: []byte(lesson)}, "files/x/f": {Data: []byte(file)}}
		c, _, err := course.Load(files, "x")
		if err != nil {
			t.Fatal(err)
		}
		return &practice.Practice{Data: t.TempDir(), Course: c, Files: files}
	}
	ask := func(p *practice.Practice, i int) (key string, commands []string, needed bool) {
		t.Helper()
		r, needed, err := Request(p, p.Course.TasksInOrder()[i], wall.Walls{Level: wall.Isolated})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range r.Commands {
			commands = append(commands, c.For+" "+c.Text)
		}
		return r.Key(), commands, needed
	}
	p := load(lesson, "x")
	key, got, needed := ask(p, 1)
	if want := []string{"setup touch a\n", "check ls", "check git -C '.' rev-parse --show-prefix\ngit -C '.' status --porcelain", "check GET http://localhost:80/"}; !needed || !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if _, got, needed := ask(p, 2); needed || len(got) > 0 {
		t.Errorf("nothing of C is run, but %q", got)
	}
	if other, _, _ := ask(load(lesson, "y"), 1); other == key {
		t.Error("another file, and nothing is asked")
	}
	p.CatchUp = true
	if other, got, _ := ask(p, 1); other == key || !slices.Contains(got, "solve touch s\n") {
		t.Errorf("more is run, and nothing is asked: %q", got)
	}
}

// TestRequestNamesAFileOnce: two tasks of one folder bring the same files.
func TestRequestNamesAFileOnce(t *testing.T) {
	const lesson = "# One\n\n### Task: A\n<!-- id: a, folder: k, files: files/x -->\n```check\n- file: f\n```\n\n" +
		"### Task: B\n<!-- id: b, folder: k, files: files/x -->\n```check\n- run: cat f\n```\n"
	files := fstest.MapFS{"one.md": {Data: []byte(lesson)}, "files/x/f": {Data: []byte("x")}, "files/x/g": {Data: []byte("x")}}
	c, _, err := course.Load(files, "x")
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := Request(&practice.Practice{Data: t.TempDir(), Course: c, Files: files}, c.TasksInOrder()[1], wall.Walls{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.Files {
		names = append(names, f.Name)
	}
	if want := []string{"files/x/f", "files/x/g"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}
