package practice

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/trouble"
	"github.com/cairn-learn/cairn/internal/wall"
	"github.com/cairn-learn/cairn/internal/wall/walltest"
)

const lesson = `# Bread

### Task: Begin
<!-- id: begin, files: files/bread, folder: kitchen -->

` + "```setup\necho one >> setups.txt\n```\n\n```solve\necho solved > one.txt\n```\n\n```check\n- file: one.txt\n  capture: name\n```\n" + `
### Task: Go on
<!-- id: go-on, files: files/more, folder: kitchen -->

` + "```setup\necho \"two $CAIRN_NAME\" >> setups.txt\n```\n\n```check\n- file: two.txt\n```\n" + `
### Task: Alone
<!-- id: alone -->

Do it.
`

// kitchen is the practice of a course in a fresh data folder.
type kitchen struct {
	*testing.T
	*Practice
	ran []string
}

func (k *kitchen) runs(script string) { k.ran = append(k.ran, script) }

func newKitchen(t *testing.T) *kitchen {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("there is no sh")
	}
	k := &kitchen{T: t}
	files := fstest.MapFS{
		"one.md": {Data: []byte(lesson)}, "files/bread/recipe.txt": {Data: []byte("flour\n")}, "files/bread/sub/run.sh": {Data: []byte("#!/bin/sh\n")},
		"files/more/recipe.txt": {Data: []byte("other\n")}, "files/more/new.txt": {Data: []byte("new\n")},
	}
	c, diags, err := course.Load(files, "bread")
	if err != nil || len(diags) > 0 {
		t.Fatal(diags, err)
	}
	k.Practice = &Practice{Data: t.TempDir(), Course: c, Files: files, Runner: walltest.Shell{Ran: k.runs}}
	return k
}

func (k *kitchen) task(id string) *course.Task {
	for _, t := range k.Course.TasksInOrder() {
		if t.ID == id {
			return t
		}
	}
	k.Fatal("there is no task " + id)
	return nil
}

func (k *kitchen) begin(id string) Folder {
	k.Helper()
	f, err := k.Begin(k.Context(), k.task(id), map[string]string{"name": "x y"})
	if err != nil {
		k.Fatal(err)
	}
	return f
}

func (k *kitchen) read(f Folder, name string) string {
	k.Helper()
	data, err := os.ReadFile(filepath.Join(f.Path, name))
	if errors.Is(err, fs.ErrNotExist) {
		return "(none)"
	}
	if err != nil {
		k.Fatal(err)
	}
	return string(data)
}

func (k *kitchen) write(f Folder, name, text string) {
	k.Helper()
	if err := os.WriteFile(filepath.Join(f.Path, name), []byte(text), 0o644); err != nil {
		k.Fatal(err)
	}
}

// left is what lies in the folder of the course, but for locks.
func (k *kitchen) left() string {
	k.Helper()
	var names []string
	root := filepath.Join(k.Data, Name, k.Course.FolderName())
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if rel, _ := filepath.Rel(root, p); err == nil && !d.IsDir() && filepath.Ext(p) != ".lock" {
			names = append(names, filepath.ToSlash(rel))
		}
		return nil
	})
	if err != nil {
		k.Fatal(err)
	}
	return strings.Join(names, " ")
}

func TestFreshFolder(t *testing.T) {
	k := newKitchen(t)
	f := k.begin("begin")
	if want := filepath.Join(k.Data, "practice", "bread", "kitchen"); f.Path != want || !f.Fresh {
		t.Errorf("%+v, want %s", f, want)
	}
	if got := k.left(); got != ".begun/kitchen.json kitchen/recipe.txt kitchen/setups.txt kitchen/sub/run.sh" {
		t.Error(got)
	}
	if info, err := os.Stat(filepath.Join(f.Path, "sub/run.sh")); err != nil || info.Mode()&0o100 == 0 {
		t.Error(info.Mode(), err)
	}
}

// TestNothingIsOverwritten: what the learner wrote stays, what was begun is not
// begun again, and a later task adds what has no name yet.
func TestNothingIsOverwritten(t *testing.T) {
	k := newKitchen(t)
	f := k.begin("begin")
	k.write(f, "recipe.txt", "mine\n")
	if f = k.begin("begin"); f.Fresh || k.read(f, "recipe.txt") != "mine\n" || k.read(f, "setups.txt") != "one\n" {
		t.Errorf("%+v %q %q", f, k.read(f, "recipe.txt"), k.read(f, "setups.txt"))
	}
	f = k.begin("go-on")
	if k.read(f, "recipe.txt") != "mine\n" || k.read(f, "new.txt") != "new\n" || k.read(f, "setups.txt") != "one\ntwo x y\n" {
		t.Errorf("%q %q %q", k.read(f, "recipe.txt"), k.read(f, "new.txt"), k.read(f, "setups.txt"))
	}
	k.begin("go-on")
	if k.read(f, "setups.txt") != "one\ntwo x y\n" {
		t.Error("a setup ran twice")
	}
}

// TestALaterTaskFirst: whoever passed over the first task has what it brings, and
// only with CatchUp what it asks for.
func TestALaterTaskFirst(t *testing.T) {
	k := newKitchen(t)
	f := k.begin("go-on")
	if k.read(f, "recipe.txt") != "flour\n" || k.read(f, "setups.txt") != "one\ntwo x y\n" || k.read(f, "one.txt") != "(none)" {
		t.Error(k.left())
	}
	k = newKitchen(t)
	k.CatchUp = true
	if f = k.begin("go-on"); k.read(f, "one.txt") != "solved\n" {
		t.Error(k.left())
	}
	var ran []string
	for _, s := range k.ran {
		ran = append(ran, strings.TrimPrefix(s, "set -e\n"))
	}
	if want := k.Commands(k.task("go-on")); !slices.Equal(ran, want) {
		t.Errorf("ran %q, and %q was said", ran, want)
	}
}

func TestReset(t *testing.T) {
	k := newKitchen(t)
	f := k.begin("begin")
	k.write(f, "mine.txt", "mine\n")
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for n := range Kept + 2 {
		got, err := k.Reset(t.Context(), k.task("begin"), nil, now.Add(time.Duration(n/2)*time.Second))
		if err != nil {
			t.Fatal(err)
		}
		if !got.Fresh || k.read(got, "mine.txt") != "(none)" || k.read(got, "setups.txt") != "one\n" {
			t.Errorf("%+v", got)
		}
		if n == 0 && k.read(Folder{Path: got.Aside}, "mine.txt") != "mine\n" {
			t.Errorf("%+v", got)
		}
	}
	entries, err := os.ReadDir(filepath.Join(k.Data, "practice/bread/.before/kitchen"))
	if err != nil || len(entries) != Kept {
		t.Errorf("%v %v", entries, err)
	}
}

// TestWhereTheFolderIsIsSaid: where a folder cannot be put back, nothing that went
// wrong before hides where it is now.
func TestWhereTheFolderIsIsSaid(t *testing.T) {
	for setup, wrong := range map[string]string{
		"mv ../.before ../elsewhere; exit 3\n":           "the setup",
		"mv ../.before ../elsewhere; rm -r ../kitchen\n": "went while it was made ready",
	} {
		k := newKitchen(t)
		k.write(k.begin("begin"), "mine.txt", "mine\n")
		k.task("begin").Setup = setup
		_, err := k.Reset(t.Context(), k.task("begin"), nil, time.Unix(0, 0))
		var failed *SetupError
		var place *trouble.Error
		if err == nil || !strings.Contains(err.Error(), "what you did is in ") || !strings.Contains(err.Error(), wrong) || errors.As(err, &failed) || errors.As(err, &place) {
			t.Errorf("%q: %v", setup, err)
		}
	}
}

// TestAFileThatCannotBeBrought leaves no part of it in the folder.
func TestAFileThatCannotBeBrought(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = root.Close() }()
	if err := bringOne(root, course.TaskFile{Name: strings.Repeat("x", 300), Data: []byte("flour\n")}); err == nil {
		t.Error("it was brought, under a name that no disk takes")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("there is %v, %v", left, err)
	}
}

// TestASetupThatFails leaves no folder that is half made, and of a folder that was
// there everything.
func TestASetupThatFails(t *testing.T) {
	k := newKitchen(t)
	k.task("begin").Setup = "echo said; exit 3\n"
	_, err := k.Begin(t.Context(), k.task("begin"), nil)
	var setup *SetupError
	if !errors.As(err, &setup) || setup.Result.Exit != 3 || setup.Output != "said\n" {
		t.Errorf("%v", err)
	}
	if got := k.left(); got != "" {
		t.Error(got)
	}
	k.task("begin").Setup = ""
	f := k.begin("begin")
	k.write(f, "mine.txt", "mine\n")
	k.task("begin").Setup = "exit 3\n"
	if _, err := k.Reset(t.Context(), k.task("begin"), nil, time.Unix(0, 0)); err == nil {
		t.Error("it was reset")
	}
	if k.read(f, "mine.txt") != "mine\n" {
		t.Error("the old folder is gone")
	}
	k.task("go-on").Setup = "exit 3\n"
	if _, err := k.Begin(t.Context(), k.task("go-on"), nil); err == nil || k.read(f, "mine.txt") != "mine\n" {
		t.Error(err)
	}
}

// TestHalfMade: a folder that was being made when everything ended is made anew.
func TestHalfMade(t *testing.T) {
	k := newKitchen(t)
	f := k.begin("begin")
	if err := os.WriteFile(filepath.Join(k.Data, "practice/bread/.begun/kitchen.json"), []byte(`{"making":true}`), 0o600); err != nil {
		t.Fatal(err)
	}
	k.write(f, "half.txt", "half")
	if f = k.begin("begin"); !f.Fresh || k.read(f, "half.txt") != "(none)" || k.read(f, "setups.txt") != "one\n" {
		t.Error(k.left())
	}
}

// TestHalfBrought: of a file that a later task brings, half of it never has its name,
// and what was left of it is in nobody's way.
func TestHalfBrought(t *testing.T) {
	k := newKitchen(t)
	f := k.begin("begin")
	k.write(f, partOf, "ne")
	f = k.begin("go-on")
	if k.read(f, "new.txt") != "new\n" || k.read(f, partOf) != "(none)" {
		t.Error(k.left())
	}
}

// TestLinksLeadNowhere: a link that a command left behind does not lead what a task
// brings out of the folder.
func TestLinksLeadNowhere(t *testing.T) {
	k := newKitchen(t)
	outside := t.TempDir()
	k.task("begin").Setup = "rm -rf sub; ln -s '" + outside + "' sub; rm recipe.txt; ln -s '" + outside + "/x' new.txt\n"
	k.begin("begin")
	k.Files.(fstest.MapFS)["files/more/sub/evil"] = &fstest.MapFile{Data: []byte("x")}
	if _, err := k.Begin(t.Context(), k.task("go-on"), nil); err == nil {
		t.Error("a link was followed")
	}
	if entries, _ := os.ReadDir(outside); len(entries) > 0 {
		t.Errorf("%v", entries)
	}
}

// TestLinksBesideFolders: the folder itself is none of a link's.
func TestLinksBesideFolders(t *testing.T) {
	k := newKitchen(t)
	outside := t.TempDir()
	if err := os.MkdirAll(filepath.Join(k.Data, "practice/bread"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(k.Data, "practice/bread/kitchen")); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Begin(t.Context(), k.task("begin"), nil); err == nil {
		t.Error("a link was taken for the folder")
	}
	if entries, _ := os.ReadDir(outside); len(entries) > 0 {
		t.Errorf("%v", entries)
	}
}

// TestAFolderThatCannotBeWritten says so, and leaves nothing.
func TestAFolderThatCannotBeWritten(t *testing.T) {
	k := newKitchen(t)
	if err := os.WriteFile(filepath.Join(k.Data, Name), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Begin(t.Context(), k.task("begin"), nil); err == nil {
		t.Error("no error")
	}
}

// TestAFileInItsPlace: a file in place of the folder stays.
func TestAFileInItsPlace(t *testing.T) {
	k := newKitchen(t)
	dir := filepath.Join(k.Data, "practice/bread")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "kitchen"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Begin(t.Context(), k.task("begin"), nil); err == nil {
		t.Error("no error")
	}
	if data, err := os.ReadFile(filepath.Join(dir, "kitchen")); string(data) != "mine" {
		t.Error(err)
	}
}

// TestTheRecordIsHostile: where nothing says what was begun in a folder, no setup is
// run over what is in it.
func TestTheRecordIsHostile(t *testing.T) {
	for _, text := range []string{"", "{", "[]", `{"tasks": 3}`, `{"tasks": ["begin"]}`, strings.Repeat("x", maxBegun*2)} {
		k := newKitchen(t)
		f := k.begin("begin")
		k.write(f, "recipe.txt", "mine\n")
		k.write(f, "setups.txt", "mine as well\n")
		k.task("go-on").Setup = "echo over > setups.txt\n"
		if err := os.WriteFile(filepath.Join(k.Data, "practice/bread/.begun/kitchen.json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if f = k.begin("begin"); f.Fresh || k.read(f, "recipe.txt") != "mine\n" {
			t.Errorf("%.20q: %+v", text, f)
		}
		if text == `{"tasks": ["begin"]}` {
			continue // nothing is wrong with it
		}
		if f = k.begin("go-on"); k.read(f, "setups.txt") != "mine as well\n" {
			t.Errorf("%.20q: a setup was run over what the learner wrote", text)
		}
		if err := os.Remove(filepath.Join(f.Path, "new.txt")); err != nil {
			t.Fatal(err)
		}
		if f = k.begin("go-on"); k.read(f, "new.txt") != "(none)" {
			t.Errorf("%.20q: what the learner removed is brought again", text)
		}
	}
}

// stopped is what runs nothing any more, because the learner stopped it.
type stopped struct{ context.CancelFunc }

func (s stopped) Run(context.Context, wall.Command) (wall.Result, error) {
	s.CancelFunc()
	return wall.Result{Exit: -1, Ended: wall.Stopped}, nil
}

// TestASetupThatIsStopped is no setup that does not work: the learner stopped it, and
// the folder is made the next time.
func TestASetupThatIsStopped(t *testing.T) {
	k := newKitchen(t)
	runner := k.Runner
	ctx, cancel := context.WithCancel(t.Context())
	k.Runner = stopped{cancel}
	_, err := k.Begin(ctx, k.task("begin"), nil)
	var setup *SetupError
	if !errors.Is(err, context.Canceled) || errors.As(err, &setup) {
		t.Errorf("it says %v", err)
	}
	if k.Runner = runner; !k.begin("begin").Fresh {
		t.Error("it is not made anew")
	}
}
