package trust_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/smalldisk"
	"github.com/cairn-learn/cairn/internal/wall"
)

func noon() time.Time { return time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC) }

// bread is a request as a task makes it.
func bread() trust.Request {
	return trust.Request{
		Course: "git", CourseTitle: "Git", Task: "first-commit", TaskTitle: "Make your first commit",
		Commands: []trust.Command{{For: "setup", Text: "git init -q"}, {For: "check", Text: "wc -l recipe.txt"}},
		Files:    []trust.File{{Name: "files/bread/recipe.txt", Data: []byte("flour\n")}, {Name: "files/bread/b", Data: nil}},
		Folder:   "/home/ada/practice/git/first-commit", Level: wall.Isolated,
	}
}

// TestAnyChangeIsAskedAgain is the promise that consent is bound to content: a
// byte of anything that runs, or that is run on, and the learner is asked again.
func TestAnyChangeIsAskedAgain(t *testing.T) {
	changes := map[string]func(r *trust.Request){
		"the course":               func(r *trust.Request) { r.Course = "git2" },
		"the task":                 func(r *trust.Request) { r.Task = "second-commit" },
		"a byte of a command":      func(r *trust.Request) { r.Commands[1].Text = "wc -c recipe.txt" },
		"a space behind a command": func(r *trust.Request) { r.Commands[0].Text += " " },
		"what a command is for":    func(r *trust.Request) { r.Commands[0].For = "check" },
		"one command more":         func(r *trust.Request) { r.Commands = append(r.Commands, trust.Command{For: "check", Text: "true"}) },
		"one command less":         func(r *trust.Request) { r.Commands = r.Commands[:1] },
		"the order":                func(r *trust.Request) { slices.Reverse(r.Commands) },
		"where one ends": func(r *trust.Request) {
			r.Commands[0], r.Commands[1] = trust.Command{For: "setup", Text: "git init"}, trust.Command{For: " -qcheck", Text: "wc -l recipe.txt"}
		},
		"a byte of a file":               func(r *trust.Request) { r.Files[0].Data = []byte("flour!") },
		"the name of a file":             func(r *trust.Request) { r.Files[1].Name = "files/bread/c" },
		"a byte from one file to a name": func(r *trust.Request) { r.Files[1] = trust.File{Name: "files/bread/", Data: []byte("b")} },
		"one file more":                  func(r *trust.Request) { r.Files = append(r.Files, trust.File{Name: "x"}) },
		"one file less":                  func(r *trust.Request) { r.Files = r.Files[:1] },
		"a network":                      func(r *trust.Request) { r.Network = true },
		"worse walls":                    func(r *trust.Request) { r.Level = wall.Limited },
		"no walls":                       func(r *trust.Request) { r.Level = wall.None },
	}
	s := trust.Open(t.TempDir(), noon)
	granted(t, s, bread(), false)
	if err := s.Grant(bread()); err != nil {
		t.Fatal(err)
	}
	granted(t, s, bread(), true)
	for name, change := range changes {
		r := bread()
		change(&r)
		if ok, err := s.Granted(r); ok || err != nil {
			t.Errorf("%s is not asked again: %v, %v", name, ok, err)
		}
	}
	same := bread()
	slices.Reverse(same.Files)
	same.Folder, same.CourseTitle, same.TaskTitle, same.Why = "/elsewhere", "Git, anew", "Commit", "because"
	granted(t, s, same, true)
}

func granted(t *testing.T, s trust.Store, r trust.Request, want bool) {
	t.Helper()
	if ok, err := s.Granted(r); ok != want || err != nil {
		t.Errorf("granted: %v, %v; want %v", ok, err, want)
	}
}

// TestBetterWallsAreNotAskedAgain: what may run without walls may run behind them.
func TestBetterWallsAreNotAskedAgain(t *testing.T) {
	s := trust.Open(t.TempDir(), noon)
	r := bread()
	r.Level = wall.Limited
	if err := s.Grant(r); err != nil {
		t.Fatal(err)
	}
	granted(t, s, bread(), true)
	r.Level = wall.None
	granted(t, s, r, false)
}

// TestKeysDiffer: no two requests that differ have the same key.
func TestKeysDiffer(t *testing.T) {
	text := rapid.StringMatching(`[ab]{0,2}`)
	gen := rapid.Custom(func(t *rapid.T) trust.Request {
		var r trust.Request
		r.Course, r.Task = text.Draw(t, "course"), text.Draw(t, "task")
		for range rapid.IntRange(0, 2).Draw(t, "commands") {
			r.Commands = append(r.Commands, trust.Command{For: text.Draw(t, "for"), Text: text.Draw(t, "text")})
		}
		names := rapid.SliceOfNDistinct(text, 0, 2, rapid.ID).Draw(t, "names")
		slices.Sort(names)
		for _, name := range names {
			r.Files = append(r.Files, trust.File{Name: name, Data: []byte(text.Draw(t, "data"))})
		}
		return r
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := gen.Draw(t, "a"), gen.Draw(t, "b")
		if same := fmt.Sprintf("%#v", a) == fmt.Sprintf("%#v", b); same != (a.Key() == b.Key()) {
			t.Fatalf("%+v and %+v: the same %v, the same key %v", a, b, same, !same)
		}
	})
}

func TestNobodyIsAskedWhatNobodyCanRead(t *testing.T) {
	cases := map[string]func(r *trust.Request){
		"nothing to run":       func(r *trust.Request) { r.Commands = nil },
		"is empty":             func(r *trust.Request) { r.Commands[0].Text = " \n" },
		"nobody reads more":    func(r *trust.Request) { r.Commands = make([]trust.Command, 201) },
		"65536 are allowed":    func(r *trust.Request) { r.Commands[1].Text = strings.Repeat("x", 65537) },
		"is no text":           func(r *trust.Request) { r.Commands[1].Text = "\xff" },
		"command 1 is no text": func(r *trust.Request) { r.Commands[0].Text = "true\x00false" },
		"nobody reads that": func(r *trust.Request) {
			r.Commands = slices.Repeat([]trust.Command{{Text: strings.Repeat("x", 60000)}}, 5)
		},
	}
	s := trust.Open(t.TempDir(), noon)
	for want, change := range cases {
		r := bread()
		change(&r)
		if err := s.Grant(r); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
		if ok, err := s.Granted(r); ok || err == nil {
			t.Errorf("%s: it is agreed to: %v, %v", want, ok, err)
		}
	}
}

// TestDamageIsNoConsent: a file that does not say what its name stands for, by
// whomever it was written, lets nothing run.
func TestDamageIsNoConsent(t *testing.T) {
	r := bread()
	name := func(dir string) string { return filepath.Join(dir, trust.Folder, r.Key()+".json") }
	cases := map[string]func(t *testing.T, file string){
		"empty":         write(""),
		"cut":           write(`{"v": 1, "course": "git", "ta`),
		"no object":     write(`[1]`),
		"other task":    write(`{"v": 1, "course": "git", "task": "x", "commands": ["git init -q", "wc -l recipe.txt"], "walls": "isolated"}`),
		"other command": write(`{"v": 1, "course": "git", "task": "first-commit", "commands": ["rm -rf ~"], "walls": "isolated"}`),
		"other walls":   write(`{"v": 1, "course": "git", "task": "first-commit", "commands": ["git init -q", "wc -l recipe.txt"], "walls": "none"}`),
		"newer":         write(`{"v": 2, "course": "git", "task": "first-commit", "commands": ["git init -q", "wc -l recipe.txt"], "walls": "isolated"}`),
		"deep":          write(strings.Repeat("[", 100_000)),
		"large":         write(strings.Repeat(" ", 5<<20)),
		"folder":        func(t *testing.T, file string) { must(t, os.Mkdir(file, 0o700)) },
		"link to nothing": func(t *testing.T, file string) {
			must(t, os.Symlink("nowhere", file))
		},
	}
	for what, damage := range cases {
		t.Run(what, func(t *testing.T) {
			dir := t.TempDir()
			must(t, os.Mkdir(filepath.Join(dir, trust.Folder), 0o700))
			damage(t, name(dir))
			s := trust.Open(dir, noon)
			if ok, _ := s.Granted(r); ok {
				t.Fatal("it counts as agreed")
			}
			if all, bad := s.List(); len(all)+len(bad) == 0 && what != "link to nothing" {
				t.Errorf("nobody says so: %v, %v", all, bad)
			}
			if err := s.Grant(r); err != nil {
				t.Fatalf("the learner cannot agree: %v", err)
			}
			granted(t, s, r, true)
		})
	}
}

func write(text string) func(*testing.T, string) {
	return func(t *testing.T, file string) { must(t, os.WriteFile(file, []byte(text), 0o600)) }
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestTwoWindows: what is agreed to side by side is all kept, and the same twice
// is kept once.
func TestTwoWindows(t *testing.T) {
	dir := t.TempDir()
	var windows sync.WaitGroup
	for window := range 8 {
		windows.Go(func() {
			s := trust.Open(dir, noon)
			for i := range 20 {
				r := bread()
				if i%2 == 0 {
					r.Task = fmt.Sprintf("task-%d-%d", window, i)
				}
				if err := s.Grant(r); err != nil {
					t.Error(err)
				}
				if ok, err := s.Granted(r); !ok || err != nil {
					t.Errorf("%s: %v, %v", r.Task, ok, err)
				}
			}
		})
	}
	windows.Wait()
	all, bad := trust.Open(dir, noon).List()
	if len(all) != 8*10+1 || len(bad) > 0 {
		t.Errorf("%d are kept, %v", len(all), bad)
	}
}

// TestAFullDiskIsNoConsent: what cannot be kept does not count, and leaves the rest.
func TestAFullDiskIsNoConsent(t *testing.T) {
	dir := t.TempDir()
	smalldisk.Mount(t, dir, "64k")
	s, other := trust.Open(dir, noon), bread()
	other.Task = "other"
	must(t, s.Grant(bread()))
	full, err := os.Create(filepath.Join(dir, "full"))
	must(t, err)
	for err == nil {
		_, err = full.Write(make([]byte, 512))
	}
	_ = full.Close() // nothing more can be written anyway
	if err := s.Grant(other); err == nil {
		t.Error("it was kept, on a full disk")
	}
	granted(t, s, other, false)
	granted(t, s, bread(), true)
	if all, bad := s.List(); len(all) != 1 || len(bad) > 0 {
		t.Errorf("%v, %v", all, bad)
	}
	entries, err := os.ReadDir(filepath.Join(dir, trust.Folder))
	if len(entries) != 1 || err != nil {
		t.Errorf("left: %v, %v", entries, err)
	}
}

// TestOnlyTheLearnerCanRead: what a learner agreed to says which courses they take.
func TestOnlyTheLearnerCanRead(t *testing.T) {
	dir := t.TempDir()
	must(t, trust.Open(dir, noon).Grant(bread()))
	for name, want := range map[string]os.FileMode{trust.Folder: 0o700, trust.Folder + "/" + bread().Key() + ".json": 0o600} {
		info, err := os.Stat(filepath.Join(dir, name))
		must(t, err)
		if info.Mode().Perm()&0o077 != 0 && os.Getenv("GOOS") != "windows" || info.Mode().Perm()&want != want {
			t.Errorf("%s has %v", name, info.Mode())
		}
	}
}

// TestFields: what is told to be stored is what is written.
func TestFields(t *testing.T) {
	dir := t.TempDir()
	must(t, trust.Open(dir, noon).Grant(bread()))
	data, err := os.ReadFile(filepath.Join(dir, trust.Folder, bread().Key()+".json"))
	must(t, err)
	var written map[string]any
	must(t, json.Unmarshal(data, &written))
	if got := slices.Sorted(maps.Keys(written)); !slices.Equal(got, slices.Sorted(slices.Values(trust.Fields()))) {
		t.Errorf("written are %q, told are %q", got, trust.Fields())
	}
}

func TestNoFolder(t *testing.T) {
	s := trust.Open("", noon)
	if err := s.Grant(bread()); !errors.Is(err, trust.ErrNothingKept) {
		t.Errorf("%v", err)
	}
	granted(t, s, bread(), false)
	if all, bad := s.List(); len(all)+len(bad) > 0 {
		t.Errorf("%v, %v", all, bad)
	}
}
