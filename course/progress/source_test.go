package progress

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/internal/archive"
)

// TestReadSources is what is read of a file or folder that an import names.
func TestReadSources(t *testing.T) {
	_, log := logOn(t, lapID, "a", "b")
	packed, err := Extract{Data: []byte(log), Last: noon}.Pack(archive.File{Name: "README.txt", Data: []byte("read me")})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	put := func(name, content string) {
		t.Helper()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("log.jsonl", log)
	put("renamed", log)
	put("fggj (conflicted copy 2025-03-09).jsonl", strings.ReplaceAll(log, "\n", "\r\n"))
	put("export.tar.gz", string(packed))
	put("export", string(packed))
	put("cut.tar.gz", string(packed[:len(packed)-20]))
	put("empty", "")
	put("diary.txt", "dear diary\n")
	put("data/log/one.jsonl", log)
	put("data/log/two.jsonl", log)
	put("data/log/one.jsonl.new", log)
	put("data/backups/2025-03-09.jsonl", log)
	put("data/head.json", "{}")
	put("logs/one.jsonl", log)
	put("logs/.hidden.jsonl", log)
	put("courses/x/one.md", "# One")
	for _, c := range []struct {
		name  string
		files string // that are read
		err   string
	}{
		{"log.jsonl", "log.jsonl", ""},
		{"renamed", "renamed", ""},
		{"fggj (conflicted copy 2025-03-09).jsonl", "fggj (conflicted copy 2025-03-09).jsonl", ""},
		{"export.tar.gz", "export.tar.gz: log/events.jsonl", ""},
		{"export", "export: log/events.jsonl", ""},
		{"cut.tar.gz", "", "archive is refused"},
		{"empty", "", "no events of cairn"},
		{"diary.txt", "", "no events of cairn"},
		{"data", "data/log/one.jsonl, data/log/two.jsonl", ""},
		{"data/backups", "data/backups/2025-03-09.jsonl", ""},
		{"logs", "logs/one.jsonl", ""},
		{"courses", "", "no events of cairn"},
		{"none", "", "none"},
	} {
		got, err := ReadSources(filepath.Join(dir, c.name))
		var files []string
		for _, s := range got {
			name, err := filepath.Rel(dir, s.Name)
			if err != nil || !holdEvents([]Source{s}) {
				t.Errorf("%s: %v, %d bytes", s.Name, err, len(s.Data))
			}
			files = append(files, filepath.ToSlash(name))
		}
		if said := strings.Join(files, ", "); said != c.files || (err != nil) != (c.err != "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: read %q, %v; want %q, %q", c.name, said, err, c.files, c.err)
		}
		if none := strings.HasPrefix(c.err, "no events"); none != errors.Is(err, ErrNoLog) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// TestReadSourcesTakesNoOtherFiles: pipes and links in a folder are passed over,
// and named on their own they are refused, or read where they lead.
func TestReadSourcesTakesNoOtherFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no pipes in folders here")
	}
	_, log := logOn(t, lapID, "a")
	dir, outside := t.TempDir(), filepath.Join(t.TempDir(), "secret.jsonl")
	for _, name := range []string{outside, filepath.Join(dir, "one.jsonl")} {
		if err := os.WriteFile(name, []byte(log), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(outside, filepath.Join(dir, "link.jsonl")); err != nil {
		t.Fatal(err)
	}
	if err := exec.Command("mkfifo", filepath.Join(dir, "pipe.jsonl")).Run(); err != nil {
		t.Skip("no mkfifo:", err)
	}
	got, err := ReadSources(dir)
	if err != nil || len(got) != 1 || filepath.Base(got[0].Name) != "one.jsonl" {
		t.Errorf("%d sources, %v", len(got), err)
	}
	if _, err := ReadSources(filepath.Join(dir, "pipe.jsonl")); err == nil {
		t.Error("a pipe was read")
	}
	if _, err := ReadSources("/dev/zero"); err == nil {
		t.Error("a device was read")
	}
	if got, err := ReadSources(filepath.Join(dir, "link.jsonl")); err != nil || len(got) != 1 {
		t.Errorf("a link that was named: %v", err)
	}
}

// TestPackIsTheSame: an export of the same log has the same bytes, whatever its
// clocks say, and holds what can be unpacked anywhere.
func TestPackIsTheSame(t *testing.T) {
	for _, lines := range []string{written("aa", 1, 5, "x"), "", strings.Repeat("a", 1<<20)} {
		x := Extract{Data: []byte(lines)}
		one, err := x.Pack(archive.File{Name: "b", Data: []byte("b")}, archive.File{Name: "a"})
		two, err2 := x.Pack(archive.File{Name: "b", Data: []byte("b")}, archive.File{Name: "a"})
		if err != nil || err2 != nil || !bytes.Equal(one, two) {
			t.Errorf("%v, %v, or the bytes differ", err, err2)
		}
		files, err := unpack("x", one)
		if err != nil || len(files) != 1 || string(files[0].Data) != lines {
			t.Errorf("unpacked: %d files, %v", len(files), err)
		}
	}
}

// TestExtract is what of a log goes into an export.
func TestExtract(t *testing.T) {
	l := Open("/p", options(newMemDisk()))
	opened, disputed, other, answered := event("/home/someone/course"), event("I was right"), event("elsewhere"), event("")
	opened.Kind, disputed.Kind, other.Course, answered.Kind = "opened", "disputed", "welcome", "answered"
	if _, err := l.Append(opened, disputed, other, answered, event("a note")); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what  Selection
		lines int
		never []string
	}{
		{Selection{}, 5, nil},
		{Selection{Course: "git"}, 4, []string{"elsewhere", "welcome"}},
		{Selection{WithoutNotes: true}, 2, []string{"I was right", "elsewhere", "a note"}},
		{Selection{Course: "welcome", WithoutNotes: true}, 0, []string{"elsewhere", "git"}},
	} {
		x := l.Extract(c.what)
		if x.Lines != c.lines || x.LeftOut != 5-c.lines || len(scan(x.Data).lines) != c.lines {
			t.Errorf("%+v: %d lines, %d left out; want %d lines", c.what, x.Lines, x.LeftOut, c.lines)
		}
		for _, word := range c.never {
			if bytes.Contains(x.Data, []byte(word)) {
				t.Errorf("%+v: %q is in it", c.what, word)
			}
		}
	}
}

// TestAFolderThatHoldsAnExport: the file in it is what was meant, and is named.
func TestAFolderThatHoldsAnExport(t *testing.T) {
	dir := t.TempDir()
	export := filepath.Join(dir, "cairn-progress-2026-03-09.tar.gz")
	if err := os.WriteFile(export, []byte("packed"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadSources(dir); !errors.Is(err, ErrNoLog) || !strings.HasSuffix(err.Error(), "it holds "+export+": name that file") {
		t.Errorf("a folder with an export: %v", err)
	}
}
