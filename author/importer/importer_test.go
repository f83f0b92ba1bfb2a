package importer_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/internal/archive"
)

// lines is a format for these tests: a file is a lesson; "name: prompt = answer"
// is a question, and any other line is lost.
func lines() importer.Format {
	return importer.Format{
		Name: "lines",
		Looks: func(s importer.Source) bool {
			text, _ := s.Text(s.Paths()[0])
			return strings.Contains(text, " = ")
		},
		Read: func(s importer.Source) (*draft.Course, []draft.Loss, error) {
			c := &draft.Course{}
			var losses []draft.Loss
			for _, name := range s.Paths(".txt") {
				text, err := s.Text(name)
				if err != nil {
					return nil, nil, err
				}
				f := &draft.File{Ref: name, Title: strings.TrimSuffix(name, ".txt")}
				for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
					at := draft.Place{File: name, Line: i + 1}
					prompt, answer, ok := strings.Cut(line, " = ")
					ref, prompt, named := strings.Cut(prompt, ": ")
					if !named {
						ref, prompt = "", ref
					}
					if !ok {
						losses = append(losses, at.Lost("the line", "it has no answer"))
						continue
					}
					f.Blocks = append(f.Blocks, &draft.Question{Ref: ref, Prompt: draft.Plain(prompt), From: at,
						Form: &draft.Typed{Answers: []draft.Accept{draft.Words(answer)}}})
				}
				c.Files = append(c.Files, f)
			}
			return c, losses, nil
		},
	}
}

// source is a folder of files made of name and text.
func source(files ...string) importer.Source {
	m := map[string][]byte{}
	for i := 0; i < len(files); i += 2 {
		m[files[i]] = []byte(files[i+1])
	}
	return importer.Source{Name: "source", FS: archive.Files(m)}
}

func run(t *testing.T, dir string, src importer.Source) importer.Report {
	t.Helper()
	r, err := importer.Import{Format: lines(), Source: src, Dir: dir}.Run()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func ids(t *testing.T, dir string) []string {
	t.Helper()
	c, diags, err := course.Load(os.DirFS(dir), "x")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, l := range c.Lessons {
		out = append(out, l.ID+"@"+l.File)
		for _, b := range l.Blocks {
			if q, ok := b.(*course.Question); ok {
				out = append(out, q.ID)
			}
		}
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Errorf("error: %s", d)
		}
	}
	return out
}

func what(r importer.Report) string {
	var out []string
	for _, c := range r.Files {
		out = append(out, c.File+" "+string(c.What))
	}
	return strings.Join(out, ", ")
}

func TestImport(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "course")
	r := run(t, dir, source("one.txt", "q1: Capital of France? = Paris\nnothing\nTwo and two? = four\n"))
	if got := what(r); got != "course.yaml new, lessons/01-one-txt.md new" {
		t.Errorf("files: %s", got)
	}
	if r.Questions != 2 || len(r.Losses) != 1 || r.Losses[0].Line != 2 {
		t.Errorf("report %+v", r)
	}
	if got := strings.Join(ids(t, dir), " "); got != "one-txt@lessons/01-one-txt.md q1 two-and-two" {
		t.Errorf("ids: %s", got)
	}
	var b bytes.Buffer
	if err := r.WriteJSON(&b); err != nil || !json.Valid(b.Bytes()) {
		t.Errorf("%v %s", err, b.Bytes())
	}
}

// TestImportAgain: what is the same keeps its id, wherever it stands and however
// it is worded; what the author changed stays.
func TestImportAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "course")
	run(t, dir, source("one.txt", "q1: Capital of France? = Paris\nTwo and two? = four\nSky? = blue\n", "two.txt", "Grass? = green\n", "three.txt", "Snow? = white\n"))
	before := ids(t, dir)
	if got := what(run(t, dir, source("one.txt", "q1: Capital of France? = Paris\nTwo and two? = four\nSky? = blue\n", "two.txt", "Grass? = green\n", "three.txt", "Snow? = white\n"))); strings.Count(got, " same") != 4 {
		t.Errorf("the same source: %s", got)
	}
	edited := filepath.Join(dir, "lessons", "03-two-txt.md")
	data, err := os.ReadFile(edited)
	if err != nil {
		t.Fatal(err)
	}
	data = append(data, "\nMine.\n"...)
	if err := os.WriteFile(edited, data, 0o600); err != nil {
		t.Fatal(err)
	}
	// The first question moves down, the second is worded anew, one is new; the third file goes.
	r := run(t, dir, source("one.txt", "New? = yes\nq1: What is the capital of France? = Paris\nTwo plus two? = four\nSky? = blue\n", "two.txt", "Grass? = green\n"))
	if got := what(r); got != "course.yaml updated, lessons/01-one-txt.md updated, lessons/03-two-txt.md edited, lessons/02-three-txt.md gone" {
		t.Errorf("files: %s", got)
	}
	after := ids(t, dir)
	for _, id := range []string{"q1", "two-and-two", "sky", "grass", "new"} {
		if !slices.Contains(after, id) {
			t.Errorf("%s is gone: %v, before %v", id, after, before)
		}
	}
	if now, err := os.ReadFile(edited); err != nil || string(now) != string(data) {
		t.Errorf("what the author wrote is gone: %q", now)
	}
	// What the author removed stays away, and an id is not given to another.
	if err := os.Remove(edited); err != nil {
		t.Fatal(err)
	}
	r = run(t, dir, source("one.txt", "Snow? = cold\nq1: What is the capital of France? = Paris\nSky? = blue\n", "two.txt", "Grass? = green\n"))
	if got := what(r); !strings.Contains(got, "03-two-txt.md deleted") {
		t.Errorf("files: %s", got)
	}
	if got := ids(t, dir); slices.Contains(got, "grass") {
		t.Errorf("ids: %v", got)
	}
}

// TestImportAgainWhatCannotBeGraded: a question that became an Ask keeps its id.
func TestImportAgainWhatCannotBeGraded(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "course")
	src := source("one.txt", "What is nothing? = \nSky? = blue\n")
	if r := run(t, dir, src); r.Asks != 1 || len(r.Losses) != 1 {
		t.Fatalf("report %+v", r)
	}
	if got := what(run(t, dir, src)); got != "course.yaml same, lessons/01-one-txt.md same" {
		t.Errorf("files: %s", got)
	}
}

// TestImportRefuses: a folder of somebody else's, another format, and a source of
// another kind are left alone, and a dry run writes nothing.
func TestImportRefuses(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mine.md"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	im := importer.Import{Format: lines(), Source: source("a.txt", "A? = b"), Dir: dir}
	if _, err := im.Run(); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a folder: %v", err)
	}
	im.Dir, im.DryRun = filepath.Join(dir, "new"), true
	if r, err := im.Run(); err != nil || r.Questions != 1 {
		t.Errorf("a dry run: %v, %+v", err, r)
	}
	if _, err := os.Stat(im.Dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a dry run wrote %s", im.Dir)
	}
	other := lines()
	other.Name, other.Looks = "other", func(importer.Source) bool { return true }
	im.Source, im.Others = source("a.txt", "no question"), []importer.Format{other}
	if _, err := im.Run(); err == nil || !strings.Contains(err.Error(), "it looks like other: cairn import other") {
		t.Errorf("of another kind: %v", err)
	}
}

// TestOpenStaysInside: a link out of a folder is not followed, a text of any
// encoding is read.
func TestOpenStaysInside(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "in")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"out.txt": "out", "in/b.txt": "\xff\xfeh\x00i\x00", "in/10.txt": "a\r\nb\xff", "in/9.txt": ""} {
		if err := os.WriteFile(filepath.Join(top, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../out.txt", filepath.Join(dir, "link.txt")); err != nil {
		t.Skip("no links here:", err)
	}
	src, closing, err := importer.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer closing()
	if got := strings.Join(src.Paths(".txt"), " "); got != "9.txt 10.txt b.txt" {
		t.Errorf("paths: %s", got)
	}
	if got, err := src.Text("link.txt"); err == nil {
		t.Errorf("through a link: %q", got)
	}
	for name, want := range map[string]string{"b.txt": "hi", "10.txt": "a\nb\ufffd"} {
		if got, err := src.Text(name); got != want || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// TestImportWritesNoFileForOthers: no file is written that another program, or
// another system, takes for more than a file of the course.
func TestImportWritesNoFileForOthers(t *testing.T) {
	for _, name := range []string{".git/config", "media/.env", "lessons/aux.md", "a\x1b[31m.png", "lessons/a.", "C:x"} {
		asset := lines()
		asset.Read = func(s importer.Source) (*draft.Course, []draft.Loss, error) {
			c, losses, err := lines().Read(s)
			c.Assets = map[string][]byte{name: []byte("x")}
			return c, losses, err
		}
		dir := filepath.Join(t.TempDir(), "course")
		_, err := importer.Import{Format: asset, Source: source("a.txt", "a = b"), Dir: dir}.Run()
		if err == nil {
			t.Errorf("%q was written", name)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%q: the folder is there", name)
		}
	}
}

// TestImportOfManyQuestions: a bank with more questions than a file of a course can
// have becomes several lessons, and stays so when it is imported again.
func TestImportOfManyQuestions(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "course")
	var text strings.Builder
	for i := range 2100 {
		fmt.Fprintf(&text, "q%d: what is %d = %d\n", i, i, i)
	}
	r := run(t, dir, source("a.txt", text.String()))
	if r.Lessons != 5 || r.Questions != 2100 {
		t.Errorf("%d lessons with %d questions", r.Lessons, r.Questions)
	}
	first := ids(t, dir)
	run(t, dir, source("a.txt", "q: a new one = 1\n"+text.String()))
	again := ids(t, dir)
	for _, id := range first {
		if !slices.Contains(again, id) {
			t.Errorf("%s is gone", id)
		}
	}
}
