package importer_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
)

// put writes files, made of name and text, into a folder.
func put(t *testing.T, dir string, files ...string) {
	t.Helper()
	for i := 0; i < len(files); i += 2 {
		name := filepath.Join(dir, filepath.FromSlash(files[i]))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// change edits the record of an import.
func change(t *testing.T, dir string, edit func(rec map[string]any)) {
	t.Helper()
	name := filepath.Join(dir, ".cairn-import.json")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var rec map[string]any
	if err := json.Unmarshal(data, &rec); err != nil {
		t.Fatal(err)
	}
	edit(rec)
	if data, err = json.Marshal(rec); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// TestForgedRecord: a record that somebody else wrote makes an import remove or
// write nothing that an import does not make.
func TestForgedRecord(t *testing.T) {
	const mine = "mine\n"
	files := func(name string) func(map[string]any) {
		return func(rec map[string]any) { rec["files"].(map[string]any)[name] = sumOf(mine) }
	}
	page := func(name string) func(map[string]any) {
		return func(rec map[string]any) {
			files(name)(rec)
			rec["pages"] = append(rec["pages"].([]any), map[string]any{"path": name, "id": "mine"})
		}
	}
	moved := func(name string) func(map[string]any) {
		return func(rec map[string]any) { rec["pages"].([]any)[0].(map[string]any)["path"] = name }
	}
	for _, c := range []struct {
		name, says string
		edit       func(map[string]any)
	}{
		{"a file above", `no import makes the file "../outside.md"`, files("../outside.md")},
		{"a picture above", `no import makes the file "../outside.png"`, files("../outside.png")},
		{"a rooted path", `no import makes the file "/etc/hosts"`, files("/etc/hosts")},
		{"a hidden file", `no import makes the file ".git/config"`, files(".git/config")},
		{"the record", `no import makes the file ".cairn-import.json"`, files(".cairn-import.json")},
		{"the lock", `no import makes the file "course.lock"`, files("course.lock")},
		{"notes that are no page", `no import makes the file "notes.md"`, files("notes.md")},
		{"notes as a page", "", page("notes.md")},
		{"a page above", `a course can have no page named "../outside.md"`, page("../outside.md")},
		{"a page in .git", `a course can have no page named ".git/hooks/x.md"`, page(".git/hooks/x.md")},
		{"a page in place of course.yaml", `a course can have no page named "course.yaml"`, moved("course.yaml")},
		{"a page in place of the licence", `a course can have no page named "LICENSE"`, moved("LICENSE")},
		{"a page with a device's name", `a course can have no page named "lessons/nul.md"`, moved("lessons/nul.md")},
		{"two pages of one path", `two pages are named "lessons/02-two-txt.md"`, moved("LESSONS/02-two-txt.md")},
		{"a file by a link", "", files("link/notes.png")},
		{"a link", "", files("link.png")},
		{"a folder", "", files("folder")},
		{"no sum", `it does not say what "a.png" held`, func(rec map[string]any) { rec["files"].(map[string]any)["a.png"] = "" }},
		{"no format", "it names no format", func(rec map[string]any) { rec["format"] = "" }},
		{"another format", `was imported from "gift"`, func(rec map[string]any) { rec["format"] = "gift" }},
	} {
		t.Run(c.name, func(t *testing.T) {
			outer := t.TempDir()
			dir := filepath.Join(outer, "course")
			run(t, dir, source("one.txt", "Two and two? = four\n", "two.txt", "One and one? = two\n"))
			put(t, outer, "outside.md", mine, "outside.png", mine, "course/notes.md", mine, "course/notes.png", mine,
				"course/.git/config", mine, "course/.git/hooks/x.md", mine, "course/LICENSE", mine, "course/course.lock", mine, "course/folder/x.png", mine)
			for to, name := range map[string]string{".": "link", "notes.png": "link.png"} {
				if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
					t.Skip("no links here:", err)
				}
			}
			change(t, dir, c.edit)
			before := tree(t, outer)
			_, err := importer.Import{Format: lines(), Source: source("one.txt", "Two and two? = four\n", "two.txt", "One and one? = two\n"), Dir: dir}.Run()
			switch {
			case c.says == "" && err != nil:
				t.Errorf("error %v", err)
			case c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)):
				t.Errorf("error %v, want %q", err, c.says)
			}
			if after := tree(t, outer); !slices.Equal(after, before) {
				t.Errorf("the folder holds\n%s\nand held\n%s", strings.Join(after, "\n"), strings.Join(before, "\n"))
			}
		})
	}
}

// TestShownPictures: a picture that the source no longer has goes, unless a page
// that the author changed shows it.
func TestShownPictures(t *testing.T) {
	withPictures := lines()
	read := withPictures.Read
	withPictures.Read = func(s importer.Source) (*draft.Course, []draft.Loss, error) {
		c, losses, err := read(s)
		c.Assets = map[string][]byte{}
		for _, name := range s.Paths(".png") {
			c.Assets["media/"+name], _ = s.Read(name)
		}
		return c, losses, err
	}
	dir := t.TempDir()
	imported := func(files ...string) importer.Report {
		r, err := importer.Import{Format: withPictures, Source: source(files...), Dir: dir}.Run()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	imported("one.txt", "Two and two? = four\n", "a b.png", "a", "c.png", "c")
	name := filepath.Join(dir, "lessons", "01-one-txt.md")
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, append(page, "\n![It](../media/a%20b.png)\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	const want = "course.yaml same, lessons/01-one-txt.md edited, media/a b.png gone-shown, media/c.png gone"
	if got := what(imported("one.txt", "Two and two? = four\n")); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if _, err := os.Stat(filepath.Join(dir, "media", "a b.png")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "media", "c.png")); err == nil {
		t.Error("media/c.png is still there")
	}
}

// tree lists what is in a folder, with what files hold, but for the record.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.Walk(dir, func(name string, info os.FileInfo, err error) error {
		if err != nil || info.Name() == ".cairn-import.json" {
			return err
		}
		line := info.Mode().String() + " " + strings.TrimPrefix(name, dir)
		if info.Mode().IsRegular() {
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			line += " " + sumOf(string(data))[:8]
		}
		out = append(out, line)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
