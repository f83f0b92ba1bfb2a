package update

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/course"
)

var rewrite = flag.Bool("update", false, "write what the program does into testdata")

// TestCompare reads testdata: each archive holds two versions of a course, what is
// found and what is told of the update.
func TestCompare(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			isWant := func(f txtar.File) bool { return strings.HasPrefix(f.Name, "WANT") }
			r, newer := compared(t, archive)
			var text, found bytes.Buffer
			if err := r.WriteText(&text); err != nil {
				t.Fatal(err)
			}
			r.Locate(newer)
			if err := course.WriteDiags(&found, r.Findings); err != nil {
				t.Fatal(err)
			}
			got := []txtar.File{{Name: "WANT", Data: text.Bytes()}, {Name: "WANT FINDINGS", Data: found.Bytes()}}
			if *rewrite {
				archive.Files = append(slices.DeleteFunc(archive.Files, isWant), got...)
				if err := os.WriteFile(path, txtar.Format(archive), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want := slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return !isWant(f) })
			if a, b := txtar.Format(&txtar.Archive{Files: got}), txtar.Format(&txtar.Archive{Files: want}); string(a) != string(b) {
				t.Errorf("got:\n%s\nwant:\n%s", a, b)
			}
		})
	}
}

// compared compares the folders older and newer of an archive.
func compared(t *testing.T, archive *txtar.Archive) (Report, fs.FS) {
	t.Helper()
	older, newer := fstest.MapFS{}, fstest.MapFS{}
	for _, f := range archive.Files {
		if name, ok := strings.CutPrefix(f.Name, "older/"); ok {
			older[name] = &fstest.MapFile{Data: f.Data}
		}
		if name, ok := strings.CutPrefix(f.Name, "newer/"); ok {
			newer[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	now := load(t, newer)
	r, err := Compare(t.Context(), load(t, older), now, Options{Learners: LearnersFor(now), Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return r, newer
}

func load(t *testing.T, fsys fs.FS) *course.Course {
	t.Helper()
	c, _, err := course.Load(fsys, "bread")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestVersions(t *testing.T) {
	for _, tt := range []struct {
		was, is string
		level   Level
		next    string // empty: not known
		found   bool
	}{
		{"1.2.3", "2.0.0", LevelMajor, "2.0.0", false},
		{"1.2.3", "1.3.0", LevelMajor, "2.0.0", true},
		{"1.2.3", "3.1.4", LevelMajor, "2.0.0", false},
		{"1.2.3", "1.3.0", LevelMinor, "1.3.0", false},
		{"1.2.3", "1.2.4", LevelMinor, "1.3.0", true},
		{"1.2.3", "1.2.4", LevelPatch, "1.2.4", false},
		{"1.2.3", "1.2.3", LevelPatch, "1.2.4", true},
		{"1.2.3", "1.2.3", LevelNone, "1.2.3", false},
		{"1.2.3", "1.2.2", LevelNone, "1.2.3", true},
		{"0.4.1", "0.5.0", LevelMajor, "0.5.0", false},
		{"0.4.1", "0.4.2", LevelMajor, "0.5.0", true},
		{"0.4.1", "0.4.2", LevelMinor, "0.4.2", false},
		{"v1.2", "v1.3", LevelMinor, "1.3.0", false},
		{"3", "4", LevelMajor, "4.0.0", false},
		{"1.0.0", "", LevelPatch, "1.0.1", true},
		{"1.0.0", "spring", LevelPatch, "1.0.1", true},
		{"", "", LevelMajor, "", false},
		{"spring", "summer", LevelMajor, "", false},
		{"1.2.3.4", "1", LevelMajor, "", false},
		{"9999999.0.0", "1", LevelMajor, "", false},
		{"1.2.3-beta", "1.2.3", LevelNone, "1.2.3", false},
	} {
		r := Report{From: tt.was, To: tt.is, Deserves: tt.level}
		r.judgeVersion()
		if r.Next != tt.next || (len(r.Findings) > 0) != tt.found {
			t.Errorf("%s to %s, %s: %q, %v", tt.was, tt.is, tt.level, r.Next, r.Findings)
		}
	}
}

// TestJSON: the report is JSON, lists are never null, and the findings are in it.
func TestJSON(t *testing.T) {
	c := load(t, fstest.MapFS{"one.md": {Data: []byte("# One\n")}})
	r, err := Compare(t.Context(), c, c, Options{Learners: 4})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := r.WriteJSON(&out, nil); err != nil {
		t.Fatal(err)
	}
	var back map[string]any
	if err := json.Unmarshal(out.Bytes(), &back); err != nil || strings.Contains(out.String(), "null") || back["deserves"] != "none" {
		t.Errorf("%v: %s", err, &out)
	}
}

// repository makes a git repository with one commit of a course in a folder of it.
func repository(t *testing.T) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git")
	}
	dir := filepath.Join(t.TempDir(), "bread")
	write(t, filepath.Join(dir, "lessons", "one.md"), "# One\n")
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}, {"commit", "-q", "-m", "first"}} {
		git(t, filepath.Dir(dir), args...)
	}
	write(t, filepath.Join(dir, "lessons", "one.md"), "# Other\n")
	return dir
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func gitEnv() []string {
	return append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull,
		"GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@example.org", "GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@example.org")
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Env = dir, gitEnv()
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// TestAtRevision: the folder is as it was, below its own name, and what is there
// now stays as it is.
func TestAtRevision(t *testing.T) {
	dir := repository(t)
	status := git(t, dir, "status", "--porcelain")
	held, err := AtRevision(t.Context(), dir, "HEAD", gitEnv())
	if err != nil {
		t.Fatal(err)
	}
	if text, err := fs.ReadFile(held, "lessons/one.md"); err != nil || string(text) != "# One\n" {
		t.Errorf("%q, %v", text, err)
	}
	if now := git(t, dir, "status", "--porcelain"); now != status || !strings.Contains(now, "one.md") {
		t.Errorf("%q became %q", status, now)
	}
}

// TestNoRevision: what git does not have, or could take for a flag, is an error
// that says so.
func TestNoRevision(t *testing.T) {
	dir := repository(t)
	for revision, want := range map[string]string{
		"": "no revision", "-h": "no revision", "--output=x": "no revision", "HEAD:bread": "no revision", "a\nb": "no revision",
		"nowhere": "git does not have", "HEAD~7": "git does not have",
	} {
		if _, err := AtRevision(t.Context(), dir, revision, gitEnv()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", revision, err)
		}
	}
	if _, err := AtRevision(t.Context(), t.TempDir(), "HEAD", append(gitEnv(), "GIT_CEILING_DIRECTORIES=/")); err == nil || !strings.Contains(err.Error(), "not a git repository") {
		t.Errorf("outside of a repository: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := AtRevision(t.Context(), dir, "HEAD", gitEnv()); err == nil || !strings.Contains(err.Error(), "git is needed") {
		t.Errorf("without git: %v", err)
	}
}
