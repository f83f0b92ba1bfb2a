package exercise_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/exercise"
	"github.com/cairn-learn/cairn/exercise/code"
	"github.com/cairn-learn/cairn/exercise/trust"
	"github.com/cairn-learn/cairn/internal/smalldisk"
	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/internal/wall"
)

// all does everything with a task that the learner may want, and tells what came of
// each.
func all(t *testing.T, b *exercise.Bench, task *course.Task) map[string]error {
	t.Helper()
	came := map[string]error{}
	_, came["look"] = b.State(task)
	_, came["begin"] = b.Begin(t.Context(), task, nil)
	_, came["try"] = b.Try(t.Context(), task, nil, nil)
	if task.Code != nil {
		_, came["answer"] = b.Answer(task)
		_, came["keep"] = b.Keep(task, "echo none\n", "echo 2\n")
	}
	_, came["reset"] = b.Reset(t.Context(), task, nil)
	return came
}

// says holds errors to be of one kind of trouble with a place; what is no error is
// named in fine.
func says(t *testing.T, came map[string]error, kind trouble.Kind, path string, fine ...string) {
	t.Helper()
	for what, err := range came {
		var at *trouble.Error
		isFine := false
		for _, f := range fine {
			isFine = isFine || f == what
		}
		switch {
		case isFine && err != nil:
			t.Errorf("%s: %v", what, err)
		case isFine:
		case !errors.As(err, &at):
			t.Errorf("%s: names no place: %v", what, err)
		case at.Kind != kind || at.Path != path:
			t.Errorf("%s: %s at %s, and not %s at %s", what, at.Kind, at.Path, kind, path)
		}
	}
}

// tree is every file below a folder with what is in it, for a comparison.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, e os.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(name)
		found[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestADataFolderThatTakesNothing: whatever is wanted of a task, the place is named
// that has to be mended, and what the learner wrote stays as it is.
func TestADataFolderThatTakesNothing(t *testing.T) {
	shut := map[string]func(t *testing.T, data string) (open func()){
		"a disk that is read only": func(t *testing.T, data string) func() {
			remount := func(how string) {
				if out, err := exec.Command("mount", "-o", "remount,"+how, data).CombinedOutput(); err != nil {
					t.Fatalf("%s", out)
				}
			}
			remount("ro")
			return func() { remount("rw") }
		},
		"permissions": func(t *testing.T, data string) func() {
			if os.Geteuid() == 0 {
				t.Skip("permissions keep nobody out here")
			}
			var dirs []string
			_ = filepath.WalkDir(data, func(name string, e os.DirEntry, err error) error {
				if err == nil && e.IsDir() {
					dirs = append(dirs, name)
				}
				return err
			})
			mode := func(m os.FileMode) {
				for _, dir := range dirs {
					if err := os.Chmod(dir, m); err != nil {
						t.Fatal(err)
					}
				}
			}
			mode(0o500)
			return func() { mode(0o700) }
		},
	}
	for name, closes := range shut {
		for _, id := range []string{"plain", "recipe", "loaves"} {
			t.Run(name+"/"+id, func(t *testing.T) {
				data := t.TempDir()
				if name != "permissions" {
					smalldisk.Mount(t, data, "256k")
				}
				b, tasks := bench(t, data, lesson)
				task, home := tasks[id], filepath.Join(data, "practice", "bread")
				open := closes(t, data)
				came := all(t, b, task)
				open()
				if id == "plain" {
					says(t, came, trouble.Shut, home, "look")
				} else {
					delete(came, "try") // nobody agreed to it yet
					says(t, came, trouble.Shut, home, "look", "answer")
				}
				if id != "plain" {
					agree(t, b, task)
				}
				f, err := b.Begin(t.Context(), task, nil)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(filepath.Join(f.Path, "mine.txt"), []byte("mine\n"), 0o600); err != nil {
					t.Fatal(err)
				}
				before := tree(t, data)
				open = closes(t, data)
				came = all(t, b, task)
				open()
				for what, err := range came {
					if at := (*trouble.Error)(nil); err != nil && (!errors.As(err, &at) || at.Kind != trouble.Shut) {
						t.Errorf("%s: %v", what, err)
					}
				}
				for _, what := range []string{"keep", "reset"} {
					if err, done := came[what]; done && err == nil {
						t.Errorf("%s: it was done, where nothing can be", what)
					}
				}
				for name, text := range before {
					if now := tree(t, data)[name]; now != text {
						t.Errorf("%s was %q, and is %q", name, text, now)
					}
				}
				if _, err := b.Try(t.Context(), task, nil, nil); err != nil {
					t.Errorf("once it was mended: %v", err)
				}
			})
		}
	}
}

// TestAFullDisk: it is said where there is no room, and nothing is lost.
func TestAFullDisk(t *testing.T) {
	for _, id := range []string{"plain", "loaves"} {
		data := t.TempDir()
		smalldisk.Mount(t, data, "256k")
		b, tasks := bench(t, data, lesson)
		b.Trust = trust.Open(t.TempDir(), time.Now) // on another disk
		task := tasks[id]
		if id == "loaves" {
			agree(t, b, task)
		}
		fill(t, data)
		came := all(t, b, task)
		for what, err := range came {
			at := (*trouble.Error)(nil)
			if what != "look" && what != "answer" && (!errors.As(err, &at) || at.Kind != trouble.NoRoom) {
				t.Errorf("%s, %s: %v", id, what, err)
			}
		}
		if err := os.Remove(filepath.Join(data, "full")); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Try(t.Context(), task, nil, nil); err != nil {
			t.Errorf("once there was room: %v", err)
		}
	}
}

// TestAYesThatCannotBeKept is none, and says which place has to be mended.
func TestAYesThatCannotBeKept(t *testing.T) {
	data := t.TempDir()
	smalldisk.Mount(t, data, "256k")
	b, tasks := bench(t, data, lesson)
	fill(t, data)
	s, err := b.State(tasks["recipe"])
	if err != nil {
		t.Fatal(err)
	}
	says(t, map[string]error{"agree": b.Agree(tasks["recipe"], s)}, trouble.NoRoom, filepath.Join(data, "trust"))
	if s, err = b.State(tasks["recipe"]); s.Agreed || err != nil {
		t.Errorf("agreed to: %v, %v", s.Agreed, err)
	}
}

// TestSomethingElseInTheWay: where a folder is to be, a file or a link is named and
// left alone; through a link nothing is written, moved or removed elsewhere.
func TestSomethingElseInTheWay(t *testing.T) {
	for _, id := range []string{"plain", "loaves"} {
		for _, level := range []string{"task", "course"} {
			for _, kind := range []string{"file", "link", "dead link"} {
				t.Run(id+"/"+level+"/"+kind, func(t *testing.T) {
					data, elsewhere := t.TempDir(), t.TempDir()
					b, tasks := bench(t, data, lesson)
					task := tasks[id]
					if task.Code != nil {
						agree(t, b, task)
					}
					for _, name := range []string{"mine.txt", id + "/mine.txt", ".before/" + id + "/2020-01-01T000000/mine.txt"} {
						name = filepath.Join(elsewhere, name)
						if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o700), os.WriteFile(name, []byte("mine\n"), 0o600)); err != nil {
							t.Fatal(err)
						}
					}
					before := tree(t, elsewhere)
					place := filepath.Join(data, "practice", "bread")
					if level == "task" {
						place = filepath.Join(place, id)
					}
					inTheWay(t, place, kind, elsewhere)
					came := all(t, b, task)
					if task.Code != nil && kind != "file" {
						delete(came, "answer") // to read is no harm
					}
					fine := []string{"look"}
					if level == "task" {
						fine = append(fine, "reset") // which moves it aside
					}
					says(t, came, trouble.InTheWay, place, fine...)
					if after := tree(t, elsewhere); len(after) != len(before) {
						t.Errorf("there was %v, and there is %v", before, after)
					}
					for range 7 { // until what was moved aside first is removed
						if _, err := b.Reset(t.Context(), task, nil); level == "task" && err != nil {
							t.Error(err)
						}
					}
					for name, text := range before {
						if got, err := os.ReadFile(name); string(got) != text {
							t.Errorf("%s has %q, %v", name, got, err)
						}
					}
				})
			}
		}
	}
}

func inTheWay(t *testing.T, place, kind, elsewhere string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
		t.Fatal(err)
	}
	err := error(nil)
	switch kind {
	case "file":
		err = os.WriteFile(place, []byte("x"), 0o600)
	case "link":
		err = os.Symlink(elsewhere, place)
	case "dead link":
		err = os.Symlink(filepath.Join(elsewhere, "nothing"), place)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// meddling runs nothing, and does something to the folder instead.
type meddling struct{ with func(dir string) }

func (m meddling) Run(_ context.Context, c wall.Command) (wall.Result, error) {
	m.with(c.Dir)
	return wall.Result{Ended: wall.Exited}, nil
}

// TestAFolderThatGoesMeanwhile: what came of its checks says nothing then, and the
// next time it is made anew.
func TestAFolderThatGoesMeanwhile(t *testing.T) {
	for name, with := range map[string]func(dir string){
		"removed":       func(dir string) { _ = os.RemoveAll(dir) },
		"made anew":     func(dir string) { _ = os.Rename(dir, dir+".old"); _ = os.Mkdir(dir, 0o700) },
		"now a file":    func(dir string) { _ = os.RemoveAll(dir); _ = os.WriteFile(dir, nil, 0o600) },
		"now a link":    func(dir string) { _ = os.Rename(dir, dir+".old"); _ = os.Symlink(dir+".old", dir) },
		"all of course": func(dir string) { _ = os.RemoveAll(filepath.Dir(dir)) },
	} {
		t.Run(name, func(t *testing.T) {
			const lesson = "# Bread\n\n### Task: Bake\n<!-- id: bake -->\n\n```check\n- run: ls\n- file: bread\n```\n"
			b, tasks := bench(t, t.TempDir(), lesson)
			s := agree(t, b, tasks["bake"])
			b.Runner = meddling{with}
			_, err := b.Try(t.Context(), tasks["bake"], nil, nil)
			says(t, map[string]error{"try": err}, trouble.Gone, s.Folder)
			if name == "now a file" || name == "now a link" {
				if err := os.Remove(s.Folder); err != nil {
					t.Fatal(err)
				}
			}
			b.Runner = meddling{func(string) {}}
			if _, err := b.Try(t.Context(), tasks["bake"], nil, nil); err != nil {
				t.Errorf("the next time: %v", err)
			}
		})
	}
}

// TestAFolderThatGoesWhileItIsMade: no task is begun in a folder that is no more.
func TestAFolderThatGoesWhileItIsMade(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	s := agree(t, b, tasks["recipe"])
	b.Runner = meddling{func(dir string) { _ = os.RemoveAll(dir) }}
	_, err := b.Begin(t.Context(), tasks["recipe"], nil)
	says(t, map[string]error{"begin": err}, trouble.Gone, s.Folder)
	b.Runner = meddling{func(string) {}}
	if f, err := b.Begin(t.Context(), tasks["recipe"], nil); err != nil || !f.Fresh {
		t.Errorf("the next time: %+v, %v", f, err)
	}
}

// TestAFolderThatWentWithThePage: a folder that the learner removed between two
// looks is made anew by whatever is wanted next.
func TestAFolderThatWentWithThePage(t *testing.T) {
	for _, id := range []string{"plain", "loaves"} {
		b, tasks := bench(t, t.TempDir(), lesson)
		if tasks[id].Code != nil {
			agree(t, b, tasks[id])
		}
		f, err := b.Begin(t.Context(), tasks[id], nil)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			for what, err := range all(t, b, tasks[id]) {
				if err != nil {
					t.Errorf("%s, %s: %v", id, what, err)
				}
			}
			if err := os.RemoveAll(f.Path); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestNoFolderForTemporaryFiles names it, and counts nothing.
func TestNoFolderForTemporaryFiles(t *testing.T) {
	b, tasks := bench(t, t.TempDir(), lesson)
	agree(t, b, tasks["loaves"])
	none := filepath.Join(t.TempDir(), "none")
	t.Setenv("TMPDIR", none)
	_, err := b.Try(t.Context(), tasks["loaves"], nil, nil)
	says(t, map[string]error{"try": err}, trouble.NoTemp, none)
}

// compiler is one that finds a full disk.
type compiler struct{}

func (compiler) Run(context.Context, wall.Command) (wall.Result, error) {
	return wall.Result{Ended: wall.Exited, Exit: 1, Stderr: []byte("go: writing go.o: no space left on device\n")}, nil
}

// TestACompilerWithoutRoom says nothing about the answer.
func TestACompilerWithoutRoom(t *testing.T) {
	data := t.TempDir()
	b, tasks := bench(t, data, strings.ReplaceAll(lesson, "```sh", "```c"))
	b.Runner = compiler{}
	b.Machine = code.Machine{Look: func(name string) (string, error) { return "/bin/" + name, nil }}
	s := agree(t, b, tasks["loaves"])
	_, err := b.Try(t.Context(), tasks["loaves"], nil, nil)
	var at *trouble.Error
	if !errors.As(err, &at) || at.Kind != trouble.NoRoom && at.Kind != trouble.NoTemp {
		t.Errorf("%v in %s", err, s.Folder)
	}
}

// fill fills a disk to the last byte.
func fill(t *testing.T, dir string) {
	t.Helper()
	file, err := os.Create(filepath.Join(dir, "full"))
	if err != nil {
		t.Fatal(err)
	}
	for size := 4096; size > 0; size /= 2 {
		for err == nil {
			_, err = file.Write(make([]byte, size))
		}
		err = nil
	}
	_ = file.Close() // nothing more can be written anyway
}
