package courses_test

import (
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/courses"
	"github.com/cairn-learn/cairn/internal/wall"
)

var (
	update = flag.Bool("update", false, "rewrite what is told in testdata/ways, where the way comes to the end of its course")
	whole  = flag.Bool("whole", false, "play the ways that take minutes to their end, too")
	draft  = flag.Bool("draft", false, "where a way in testdata/ways stops or no longer fits, let a learner who knows the answers take the rest of it, and write that down")
)

func TestMain(m *testing.M) {
	if wall.Called(os.Args) {
		os.Exit(wall.Serve(os.Args, os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// TestWays plays what one learner did in each course, from the first screen to the
// end of the course: testdata/ways/README.md says how to read and how to make such
// a recording. Nothing in it is made up: what is typed goes through the
// line-by-line front end, what is done in a shell is done in the practice folder, and
// each task is checked by its own checks, behind the walls of this machine.
//
// A way fails where a line of it is refused, where the course is not finished at its
// end, and where anything else is told than what is written down.
func TestWays(t *testing.T) {
	for _, way := range []struct {
		name  string
		needs []string
		most  int // sittings, where not all is asked for
	}{
		{name: "shell", needs: []string{"sh"}, most: all},
		{name: "git", needs: []string{"sh", "git"}, most: all},
		{name: "go", needs: []string{"sh", "go"}, most: 1}, // it compiles some sixty programs
	} {
		t.Run(way.name, func(t *testing.T) {
			if *whole || *update || *draft {
				way.most = all
			}
			playWay(t, way.name, way.most, way.needs...)
		})
	}
}

// all are more sittings than there are in any way.
const all = 1000

// TestWaysThatDoNotEnd holds a way that no longer fits to being told where and why.
func TestWaysThatDoNotEnd(t *testing.T) {
	const lesson = "# Bake\n\n### Question: How many?\n<!-- id: many -->\n\n- [x] two\n- [ ] three\n\n" +
		"### Task: Write\n<!-- id: write -->\n\n```check\n- file: recipe\n  otherwise: There is no recipe.\n```\n"
	start, toTask := "About it.\n\n== 2026-03-02 09:00 ==\n> :skip\n> :skip\n", "> two\n>\n"
	for name, x := range map[string]struct{ recording, want string }{
		"finished":              {start + toTask + "> :shell\n$ cd .\n$ touch recipe\n> :check\n>\n>\n>\n", ""},
		"in two sittings":       {start + toTask + "> :shell\n$ cat > recipe <<'END'\n| >\n| END\n> :quit\n== 2026-03-04 09:00 ==\n> :check\n>\n>\n>\n", ""},
		"no such answer":        {start + "> four\n", "line 6, > four\nis not what can be done here: “four” is not among the answers."},
		"nothing is asked":      {start + "> two\n> two\n", "line 7, > two\nis not what can be done here: Nothing is asked here"},
		"not possible":          {start + ":hint\n> :check\n", "line 7, > :check\nis not what can be done here: The command :check is"},
		"no folder yet":         {start + toTask + "$ touch recipe\n", "line 8, $ touch recipe\nthere is no folder for the task yet"},
		"the task is not done":  {start + toTask + "> :shell\n$ touch recipes\n> :check\n>\n", "line 11, >\nis not what can be done here: Nothing was typed."},
		"not at the end":        {start + "> two\n", "behind line 6, the course is not finished"},
		"something behind that": {start + toTask + "> done\n>\n>\n>\n", "line 11 is not taken: the program has ended"},
		"a shell that ended":    {start + toTask + "> :shell\n$ exit 3\n$ touch recipe\n", "line 9, $ exit 3\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath("sh"); err != nil || runtime.GOOS == "windows" {
				t.Skip("a shell is needed, and is not here")
			}
			text := lesson
			if name == "no folder yet" {
				text += "\n```setup\ntrue\n```\n" // without it, the folder is there with the page
			}
			files := fstest.MapFS{"course.yaml": {Data: []byte("format: 1\nid: bread\ntitle: Bread\n")}, "lessons/01-bake.md": {Data: []byte(text)}}
			c, _, err := course.Load(files, "bread")
			if err != nil {
				t.Fatal(err)
			}
			r, err := readRecording(x.recording)
			if err != nil {
				t.Fatal(err)
			}
			told, err := newPlayer(t, c, files).play(r, all)
			switch {
			case x.want == "" && (err != nil || !strings.HasSuffix(told, "= The course is finished.\n")):
				t.Errorf("%v\n%s", err, told)
			case x.want != "" && (err == nil || !strings.Contains(err.Error(), x.want)):
				t.Errorf("%v, want %q\n%s", err, x.want, told)
			}
			if again, err := readRecording(r.head + told); x.want == "" && (err != nil || again.head != r.head || len(again.sittings) != len(r.sittings)) {
				t.Errorf("what was written is not read back: %v", err)
			}
		})
	}
}

// playWay holds a course to the recording of its way, or to the first sittings of it.
func playWay(t *testing.T, name string, most int, needs ...string) {
	t.Helper()
	for _, program := range needs {
		if _, err := exec.LookPath(program); err != nil || runtime.GOOS == "windows" {
			t.Skipf("this way needs %s, and it is not here", program)
		}
	}
	file := filepath.Join("testdata", "ways", name+".txt")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := readRecording(string(text))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	files, err := fs.Sub(courses.FS(), name)
	if err != nil {
		t.Fatal(err)
	}
	c, _, err := course.Load(files, name)
	if err != nil {
		t.Fatal(err)
	}
	p := newPlayer(t, c, files)
	if *draft {
		p.rest = knower(name)
	}
	told, err := p.play(r, most)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	got, want := r.head+told, string(text)
	if most < len(r.sittings) {
		want, _, _ = strings.Cut(want, r.sittings[most].at.Format(asSitting))
	}
	switch {
	case sameEverywhere(got) == sameEverywhere(want):
	case *update || *draft:
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s: %s\nIf that is as it should be, write it down, and read the difference: go test ./courses -run TestWays/%s -update",
			file, firstDifference(sameEverywhere(got), sameEverywhere(want)), name)
	}
}

// sameEverywhere is a recording as far as it is the same on every machine. What the
// learner's own shell prints is that of GNU's tools: elsewhere it is left out.
func sameEverywhere(text string) string {
	if runtime.GOOS == "linux" {
		return text
	}
	var b strings.Builder
	in := false
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, markShell):
			in = true
		case strings.HasPrefix(line, markMore):
		case strings.HasPrefix(line, markTyped), strings.HasPrefix(line, markSitting):
			in = false
		case in:
			continue
		}
		b.WriteString(line)
	}
	return b.String()
}

// firstDifference says where two texts part.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	n := 0
	for n < min(len(g), len(w)) && g[n] == w[n] {
		n++
	}
	from, some := max(0, n-3), func(list []string) string {
		return strings.Join(list[min(n, len(list)):min(n+6, len(list))], "\n  ")
	}
	return "line " + itoa(n+1) + " differs, behind\n  " + strings.Join(w[from:n], "\n  ") + "\ngot:\n  " + some(g) + "\nwant:\n  " + some(w)
}
