package paths_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/paths"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/hostile"
)

var update = flag.Bool("update", false, "rewrite what is expected")

// TestCases runs the tests of small courses. Each file of testdata holds a course
// with its tests, what is asked for ("walks", "verbose") and what is printed.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			want := &ar.Files[len(ar.Files)-1]
			if want.Name != "want" {
				t.Fatalf("the last part is %q, not want", want.Name)
			}
			files, flags := fstest.MapFS{}, ""
			for _, f := range ar.Files[:len(ar.Files)-1] {
				if f.Name == "flags" {
					flags = string(f.Data)
					continue
				}
				files[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			got := printed(t, files, flags)
			if got == string(want.Data) {
				return
			}
			if !*update {
				t.Errorf("printed is\n%s\nwant\n%s", got, want.Data)
				return
			}
			want.Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func load(t testing.TB, files fs.FS) (*course.Course, paths.Suite) {
	t.Helper()
	c, _, err := course.Load(files, "case")
	if err != nil {
		t.Fatal(err)
	}
	suite, err := paths.Read(files, c)
	if err != nil {
		t.Fatal(err)
	}
	return c, suite
}

func run(t testing.TB, files fs.FS, o paths.Options) (paths.Result, paths.Suite) {
	t.Helper()
	c, suite := load(t, files)
	r, err := paths.Run(context.Background(), c, suite, o)
	if err != nil {
		t.Fatal(err)
	}
	return r, suite
}

func printed(t *testing.T, files fs.FS, flags string) string {
	t.Helper()
	o := paths.Options{Seed: 1}
	if strings.Contains(flags, "walks") {
		o.Learners = 30
	}
	r, suite := run(t, files, o)
	var out bytes.Buffer
	if err := course.WriteDiags(&out, suite.Diags); err != nil {
		t.Fatal(err)
	}
	if err := r.WriteText(&out, strings.Contains(flags, "verbose")); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// part is the course of one of the cases.
func part(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range ar.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// The same seed gives the same result, however many cores there are; another one
// sends other learners.
func TestSameSeed(t *testing.T) {
	files := part(t, "passes")
	result := func(seed uint64) string {
		r, suite := run(t, files, paths.Options{Learners: 40, Seed: seed})
		var out bytes.Buffer
		if err := r.WriteJSON(&out, suite.Diags); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := result(1)
	runtime.GOMAXPROCS(4)
	if result(1) != one {
		t.Error("one core and four give different results")
	}
	if strings.Replace(result(2), `"seed": 2`, `"seed": 1`, 1) == one {
		t.Error("another seed gives the same result")
	}
}

// Only what is called so is run, and nobody walks by chance for nothing.
func TestOnlySome(t *testing.T) {
	r, _ := run(t, part(t, "passes"), paths.Options{Learners: 10, Seed: 1, Run: regexp.MustCompile("rye")})
	if len(r.Tests) != 1 || r.Tests[0].Name != "Bakes for others and likes rye" || r.Walks != nil {
		t.Errorf("run are %+v", r.Tests)
	}
	r, _ = run(t, part(t, "passes"), paths.Options{Learners: 10, Seed: 1, Run: regexp.MustCompile("circle")})
	if len(r.Tests) != 1 || r.Tests[0].Name != "walks: nobody goes in a circle" {
		t.Errorf("run are %+v", r.Tests)
	}
}

// TestJUnit reads the XML back: its counts are those of its cases, and what
// failed says where and why.
func TestJUnit(t *testing.T) {
	r, _ := run(t, part(t, "fails"), paths.Options{Learners: 10, Seed: 1})
	var out bytes.Buffer
	if err := r.WriteJUnit(&out); err != nil {
		t.Fatal(err)
	}
	type failure struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
	var read struct {
		XMLName  xml.Name `xml:"testsuites"`
		Tests    int      `xml:"tests,attr"`
		Failures int      `xml:"failures,attr"`
		Suite    struct {
			Tests    int `xml:"tests,attr"`
			Failures int `xml:"failures,attr"`
			Cases    []struct {
				Name    string   `xml:"name,attr"`
				Class   string   `xml:"classname,attr"`
				File    string   `xml:"file,attr"`
				Line    int      `xml:"line,attr"`
				Failure *failure `xml:"failure"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal(out.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	failed := 0
	for _, c := range read.Suite.Cases {
		if c.Name == "" || c.Class != "cairn.case" {
			t.Errorf("the case %+v has no name or class", c)
		}
		if c.Failure == nil {
			continue
		}
		failed++
		if c.File != paths.File || c.Line == 0 || !strings.Contains(c.Failure.Message, "expected") || !strings.Contains(c.Failure.Text, paths.File+":") {
			t.Errorf("the failure of %q does not say where and why: %+v", c.Name, *c.Failure)
		}
	}
	if n := len(read.Suite.Cases); n != len(r.Tests) || read.Tests != n || read.Suite.Tests != n || failed != r.Failed || read.Failures != failed || read.Suite.Failures != failed {
		t.Errorf("%d cases, %d failed; counted are %+v", n, failed, read)
	}
}

// TestHostile takes names and answers that try to steer a terminal: nothing of
// them comes out in any form.
func TestHostile(t *testing.T) {
	for _, a := range hostile.Attacks() {
		files := hostile.Course(a.Text)
		quoted, err := json.Marshal(a.Text)
		if err != nil {
			t.Fatal(err)
		}
		files[paths.File] = &fstest.MapFile{Data: []byte("- learner: " + string(quoted) + "\n  answers: { " + string(quoted) + ": [right] }\n  expect: { visits: [" + string(quoted) + "] }\n" +
			"- learner: X" + a.Text + "\n  expect: { finishes: false }\n")}
		c, _, err := course.Load(files, "hostile")
		if err != nil {
			t.Fatal(a.Name, err)
		}
		suite, err := paths.Read(files, c)
		if err != nil {
			t.Fatal(a.Name, err)
		}
		r, err := paths.Run(context.Background(), c, suite, paths.Options{Learners: 3, Seed: 1})
		if err != nil {
			t.Fatal(a.Name, err)
		}
		var out bytes.Buffer
		for _, write := range []func() error{
			func() error { return course.WriteDiags(&out, suite.Diags) },
			func() error { return r.WriteText(&out, true) },
			func() error { return r.WriteJSON(&out, suite.Diags) },
			func() error { return r.WriteJUnit(&out) },
		} {
			if err := write(); err != nil {
				t.Error(a.Name, err)
			}
		}
		if err := hostile.Text(out.String()); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
}

// FuzzRead reads any text as the tests of a course: there is no panic, and what
// is reported lies within the file.
func FuzzRead(f *testing.F) {
	files := part(f, "mistakes")
	for _, name := range []string{"mistakes", "passes", "fails"} {
		f.Add(part(f, name)[paths.File].Data)
	}
	f.Add([]byte("- learner: a\n  answers: { grow: [[[]]] }\n"))
	c, _, err := course.Load(files, "case")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		suite, err := paths.Read(fstest.MapFS{paths.File: {Data: text}}, c)
		if err != nil {
			return
		}
		lines := bytes.Count(text, []byte("\n")) + 1
		for _, d := range suite.Diags {
			if d.Pos.Line > lines || d.Len < 0 {
				t.Fatalf("%+v is outside the file", d)
			}
		}
		if len(suite.Learners) > 0 && len(suite.Learners) < 3 {
			if _, err := paths.Run(context.Background(), c, suite, paths.Options{}); err != nil {
				t.Fatal(err)
			}
		}
	})
}
