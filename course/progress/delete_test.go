package progress

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// everything makes a folder in which a log has made every kind of file that it
// ever makes, and returns what nothing of may be left.
func everything(t *testing.T) (dir string, secrets []string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "data")
	l := Open(dir, options(nil))
	mustAppend(t, l, "the first answer")
	second := Open(dir, options(nil))
	mustAppend(t, second, "the second answer")
	secrets = []string{l.Status().Writer, "answer", "imported words"}
	mustClose(t, second)
	path := l.seg.path
	mustClose(t, l)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("00000000 {a torn answer"); err != nil {
		t.Fatal(err)
	}
	f.Close()
	l = Open(dir, options(nil))
	if s := l.Status(); len(s.Torn) != 1 || s.Backup == "" {
		t.Fatalf("status: %+v", s)
	}
	if _, err := l.Import(sources(written("cc", 1, 1, "imported words")), false); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)
	if err := os.WriteFile(filepath.Join(dir, headFile), []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	mustClose(t, Open(dir, options(nil)))
	if err := newSettled().write(osDisk{}, dir, secrets[0]); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "aside"), 0o700); err != nil {
		t.Fatal(err)
	}
	next := ".abcdefghijklmnop.new" // of another window
	for _, left := range []string{"aside/2025-03-09-120000-note.txt", "aside/2025-03-09-120000.2-any.jsonl", "head.json" + next, "settled.json" + next, "log/import" + next, "backups/2025-03-09.jsonl" + next} {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(left)), []byte("half an answer"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir, secrets
}

func TestDeleteLeavesNothing(t *testing.T) {
	dir, _ := everything(t)
	c, err := Look(dir)
	if err != nil || len(c.Others) != 0 {
		t.Fatalf("%+v, %v", c, err)
	}
	if !slices.Equal(c.Folders, []string{"aside", "backups", "log", "torn", "."}) || len(c.Files) < 10 {
		t.Errorf("listed: %+v", c)
	}
	if err := Delete(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is there: %v", err)
	}
	if err := Delete(dir); err != nil {
		t.Errorf("once more: %v", err)
	}
}

// TestDeleteLeavesWhatIsNotOurs: other files stay, wherever they lie, and no link
// is followed.
func TestDeleteLeavesWhatIsNotOurs(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	dir, secrets := everything(t)
	outside := t.TempDir()
	for _, name := range []string{"courses/mine/one.md", "log/readme.txt", "todo.txt", "backups/old/2025-01-01.jsonl", "torn/photo.jpg", "torn/notes-2.txt",
		"aside/keep/tax.pdf", "aside/2025-taxes.pdf", "crashes/mine.txt", "log/nginx.jsonl", "backups/2025-01-01.jsonl", "backups/mine.jsonl"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a.jsonl", "b.txt"} {
		if err := os.WriteFile(filepath.Join(outside, name), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, to := range map[string]string{"log/linked.jsonl": "a.jsonl", "aside/2": ".", "torn/linked": "b.txt"} {
		if err := os.Symlink(filepath.Join(outside, to), filepath.Join(dir, filepath.FromSlash(link))); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"aside/2", "aside/2025-taxes.pdf", "aside/keep/", "backups/2025-01-01.jsonl", "backups/mine.jsonl", "backups/old/", "courses/", "crashes/mine.txt",
		"log/linked.jsonl", "log/nginx.jsonl", "log/readme.txt", "todo.txt", "torn/linked", "torn/notes-2.txt", "torn/photo.jpg"}
	c, err := Look(dir)
	if slices.Sort(c.Others); err != nil || !slices.Equal(c.Others, want) {
		t.Fatalf("not ours: %q, %v", c.Others, err)
	}
	if err := Delete(dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.jsonl", "b.txt"} {
		if _, err := os.Stat(filepath.Join(outside, name)); err != nil {
			t.Errorf("%s, which a link leads to, is gone", name)
		}
	}
	c, err = Look(dir)
	if slices.Sort(c.Others); err != nil || len(c.Files) != 0 || !slices.Equal(c.Others, want) {
		t.Errorf("left: %+v, %v", c, err)
	}
	filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			data, _ := os.ReadFile(path)
			for _, s := range secrets {
				if strings.Contains(path+string(data), s) {
					t.Errorf("%s holds %q", path, s)
				}
			}
		}
		return err
	})
}

// TestDeleteWaitsForNoWindow: while a window has the log open, everything stays.
func TestDeleteWaitsForNoWindow(t *testing.T) {
	dir, _ := everything(t)
	before, _ := Look(dir)
	l := Open(dir, options(nil))
	if err := Delete(dir); !errors.Is(err, ErrInUse) {
		t.Errorf("deleted beside a window: %v", err)
	}
	mustAppend(t, l, "one more")
	mustClose(t, l)
	after, _ := Look(dir)
	if len(after.Files) < len(before.Files) {
		t.Errorf("%d of %d files are left", len(after.Files), len(before.Files))
	}
	if err := Delete(dir); err != nil {
		t.Error(err)
	}
}

func TestLookIntoNothing(t *testing.T) {
	if c, err := Look(filepath.Join(t.TempDir(), "none")); err != nil || len(c.Files)+len(c.Folders)+len(c.Others) != 0 {
		t.Errorf("%+v, %v", c, err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Look(file); err == nil {
		t.Error("a file was looked into")
	}
}

// TestDeleteKnowsItsFilesByContent: files with a name that others give too.
func TestDeleteKnowsItsFilesByContent(t *testing.T) {
	line := written("cc", 1, 1, "a")
	for _, c := range []struct {
		name, content string
		ours          bool
	}{
		{"head.json", `{"title": "a page", "crc": "short"}`, false},
		{"head.json", `{"machines": {}, "marks": {}, "v": 1, "crc": "00000000"`, true},
		{"settled.json", `{"gone": {}}`, false},
		{"backups/2025-01-01.jsonl", line, true},
		{"backups/2025-01-01.jsonl", `{"day": 1}` + "\n", false},
		{"log/laptop (copy).jsonl", line, true}, // a log reads it
		{"log/abcdefghijklmnop.jsonl", "", true},
		{"log/abcdefghijklmnop.2.jsonl", "damaged", true},
		{"log/abcdefghijklmnop.alone-1.jsonl", "", true},
		{"log/restored-2025-03-09-120000.jsonl", "", true},
		{"log/imported-2025-03-09-abcdefghijklmnop.jsonl", "", true},
		{"log/access.jsonl", `{"get": "/"}` + "\n", false},
	} {
		dir := t.TempDir()
		path := filepath.Join(dir, filepath.FromSlash(c.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(c.content), 0o600); err != nil {
			t.Fatal(err)
		}
		found, err := Look(dir)
		if err != nil || (len(found.Files) == 1) != c.ours || (len(found.Others) == 0) != c.ours {
			t.Errorf("%s with %q: %+v, %v", c.name, c.content, found, err)
		}
	}
}
