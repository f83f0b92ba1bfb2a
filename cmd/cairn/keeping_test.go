package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/cairn-learn/cairn/internal/torture"
)

// learner is somebody with a home of their own, for tests that look at every
// file in it.
type learner struct {
	t    *testing.T
	home string // everything that can be written to lies in it
	dir  string // the present folder
	now  time.Time
}

const rocks = `---
id: granite
---
# Granite

It has quartz in it.

### Question: What shines in it?
<!-- id: shines -->

- Answer: mica

### Question: What is it made of?
<!-- id: made -->

- Answer: quartz
`

func newLearner(t *testing.T) *learner {
	t.Helper()
	l := &learner{t: t, home: t.TempDir(), now: time.Date(2026, 3, 9, 12, 0, 0, 0, time.UTC)}
	l.dir = filepath.Join(l.home, "here")
	l.put("here/rocks/course.yaml", "format: 1\nid: rocks\ntitle: Rocks\n")
	l.put("here/rocks/01-granite.md", rocks)
	l.put("tmp/other.txt", "of somebody else")
	t.Chdir(l.dir)
	t.Setenv("TMPDIR", filepath.Join(l.home, "tmp"))
	t.Setenv("TMP", filepath.Join(l.home, "tmp"))
	return l
}

func (l *learner) put(name, content string) {
	l.t.Helper()
	path := filepath.Join(l.home, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		l.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		l.t.Fatal(err)
	}
}

// does runs cairn with what is typed, and returns what it prints.
func (l *learner) does(want int, typed string, args ...string) string {
	l.t.Helper()
	var out, err bytes.Buffer
	got := run(environment{
		args: args, in: strings.NewReader(typed), out: &out, err: &err, width: 80,
		now: func() time.Time { return l.now },
		getenv: func(name string) string {
			return map[string]string{
				"HOME": l.home, "USERPROFILE": l.home, "CAIRN_DATA": filepath.Join(l.home, "data"),
				"CAIRN_CONFIG": filepath.Join(l.home, "settings", "config.yaml"),
			}[name]
		},
	})
	if got != want {
		l.t.Fatalf("cairn %q ended with %d, want %d:\n%s%s", args, got, want, out.String(), err.String())
	}
	return out.String() + err.String()
}

// learns leaves traces of every kind: answers, a dispute, a note, settings.
func (l *learner) learns() {
	l.t.Helper()
	l.does(3, "\nobsidianite\n:right Surely it glitters.\n:note Look for the sparkle.\n:quit\n", "rocks", "--plain", "--from", "granite")
	l.does(3, "mica\n\nfeldspar\n:quit\n", "rocks", "--plain")
	l.does(0, "", "config", "set", "theme", "dark")
}

// files calls f with every file in the home.
func (l *learner) files(f func(path string, e fs.DirEntry)) {
	l.t.Helper()
	err := filepath.WalkDir(l.home, func(path string, e fs.DirEntry, err error) error {
		if err == nil && path != l.home {
			f(path, e)
		}
		return err
	})
	if err != nil {
		l.t.Fatal(err)
	}
}

// grep lists the files whose name or content has one of the words.
func (l *learner) grep(words ...string) []string {
	l.t.Helper()
	var hits []string
	l.files(func(path string, e fs.DirEntry) {
		text := path
		if e.Type().IsRegular() {
			data, err := os.ReadFile(path)
			if err != nil {
				l.t.Fatal(err)
			}
			text += string(data)
		}
		for _, word := range words {
			if strings.Contains(text, word) {
				hits = append(hits, path+": "+word)
			}
		}
	})
	return hits
}

// device is the id of the machine, as head.json has it.
func (l *learner) device() string {
	l.t.Helper()
	data, err := os.ReadFile(filepath.Join(l.home, "data", "head.json"))
	id := regexp.MustCompile(`"([a-z0-9]{16})"`).FindSubmatch(data)
	if err != nil || id == nil {
		l.t.Fatalf("head.json: %v", err)
	}
	return string(id[1])
}

// TestExportDeleteImport exports, deletes, looks through every file for the
// device and for what the learner wrote, and imports: then all is as before.
func TestExportDeleteImport(t *testing.T) {
	l := newLearner(t)
	l.learns()
	l.put("tmp/cairn-123/answer.txt", "obsidianite, in an editor")
	l.put("tmp/cairn-123/.answer.txt.swp", "obsidianite, in an editor")
	host, err := os.Hostname()
	if err != nil || host == "" {
		host = "obsidianite"
	}
	secrets := []string{l.device(), "obsidianite", "feldspar", "glitters", "sparkle", `"` + host + `"`}
	var before []string
	state := func() []string {
		var said []string
		for _, args := range [][]string{{"progress", "--json"}, {"progress"}, {"notes", "rocks"}, {"today", "--json"}, {"why", "--json", "rocks"}, {"plan", "--json", "rocks"}} {
			said = append(said, l.does(0, "", args...))
		}
		return said
	}
	if before = state(); !strings.Contains(before[2], "sparkle") {
		t.Fatalf("nothing was noted:\n%s", before[2])
	}
	for _, word := range secrets {
		if len(l.grep(word)) == 0 {
			t.Fatalf("%q was not saved at all: the search would find nothing either way", word)
		}
	}
	l.does(0, "", "progress", "export", "all.tar.gz")
	archive, err := os.ReadFile(filepath.Join(l.dir, "all.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(l.dir, "all.tar.gz")); err != nil { // it is carried away
		t.Fatal(err)
	}

	if said := l.does(2, "", "progress", "delete", "--all"); !strings.Contains(said, "nothing was deleted") || len(l.grep(secrets...)) == 0 {
		t.Fatalf("deleted without being asked:\n%s", said)
	}
	said := l.does(0, "", "progress", "delete", "--all", "--yes")
	for _, listed := range []string{l.home + "/data/head.json", "log/" + secrets[0] + ".jsonl", "backups", "tmp/cairn-123", "Your settings stay", "Copies elsewhere"} {
		if !strings.Contains(filepath.ToSlash(said), filepath.ToSlash(listed)) {
			t.Errorf("%q is not told:\n%s", listed, said)
		}
	}
	hits := l.grep(secrets...)
	if len(hits) > 0 {
		t.Errorf("left on the disk: %q", hits)
	}
	if _, err := os.Stat(filepath.Join(l.home, "data")); !os.IsNotExist(err) {
		t.Errorf("the folder is there: %v", err)
	}
	if len(l.grep("of somebody else")) != 1 || len(l.grep("theme: dark")) != 1 {
		t.Error("more was deleted than was said")
	}
	if said := l.does(0, "", "progress", "delete", "--all"); !strings.Contains(said, "Nothing of yours is stored here.") {
		t.Errorf("once more:\n%s", said)
	}

	l.put("here/all.tar.gz", string(archive))
	l.does(0, "", "progress", "import", "all.tar.gz")
	for i, now := range state() {
		if now != before[i] {
			t.Errorf("before:\n%s\nafter:\n%s", before[i], now)
		}
	}
	torture.Report(t, "P23", "exported, deleted (%d hits for the device, the answers and the notes on the whole disk of the learner), imported: equal state", len(hits))
}

// TestDeleteAsks: on a terminal only the word for yes deletes.
func TestDeleteAsks(t *testing.T) {
	for _, c := range []struct {
		typed string
		args  []string
		gone  bool
	}{
		{"yes\n", nil, true},
		{" YES \r\n", nil, true},
		{"ja\n", []string{"--lang", "de"}, true},
		{"yes\n", []string{"--lang", "de"}, true},
		{"", nil, false},
		{"\n", nil, false},
		{"y\n", nil, false},
		{"no\n", nil, false},
		{"yes please\n", nil, false},
		{strings.Repeat(" ", 2000) + "yes\n", nil, false},
	} {
		l := newLearner(t)
		l.learns()
		var out bytes.Buffer
		env := environment{
			args: append([]string{"progress", "delete", "--all", "--settings"}, c.args...), in: strings.NewReader(c.typed),
			out: &out, err: &out, width: 80, terminal: true, now: time.Now,
			getenv: func(name string) string {
				return map[string]string{"CAIRN_DATA": filepath.Join(l.home, "data"), "CAIRN_CONFIG": filepath.Join(l.home, "settings", "config.yaml")}[name]
			},
		}
		if status := run(env); status != exitOK {
			t.Fatalf("status %d:\n%s", status, out.String())
		}
		for _, name := range []string{"data", "settings/config.yaml"} {
			if _, err := os.Stat(filepath.Join(l.home, name)); os.IsNotExist(err) != c.gone {
				t.Errorf("after %q, %s: %v\n%s", c.typed, name, err, out.String())
			}
		}
	}
}

// TestFilesAreForTheirOwner walks all that cairn writes, whatever the umask is:
// files are 0600, folders 0700.
func TestFilesAreForTheirOwner(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there are no modes of this kind")
	}
	for _, mask := range []int{0o000, 0o022, 0o077} {
		l := newLearner(t)
		before := map[string]bool{}
		l.files(func(path string, _ fs.DirEntry) { before[path] = true })
		masked(t, mask, func() {
			l.learns()
			l.put("data/head.json", "damaged") // it is set aside
			l.does(3, ":export\n:quit\n", "rocks", "--plain")
			l.does(0, "", "progress", "export")
			l.does(0, "", "notes", "rocks", "--export", "notes.md")
			l.does(0, "", "progress", "export", "-")
			l.now = l.now.AddDate(0, 0, 1)
			l.does(3, ":quit\n", "rocks", "--plain")
		})
		kinds := map[string]int{}
		l.files(func(path string, e fs.DirEntry) {
			if before[path] {
				return
			}
			info, err := e.Info()
			if err != nil {
				t.Fatal(err)
			}
			want := fs.FileMode(0o600)
			if e.IsDir() {
				want = 0o700
			}
			name, _ := filepath.Rel(l.home, path)
			if kinds[strings.Split(name, string(filepath.Separator))[0]]++; info.Mode().Perm() != want {
				t.Errorf("umask %03o: %s is %v, want %v", mask, name, info.Mode().Perm(), want)
			}
		})
		if kinds["data"] < 6 || kinds["settings"] < 2 || kinds["here"] != 3 {
			t.Errorf("umask %03o: too little was written to tell: %v", mask, kinds)
		}
	}
}
