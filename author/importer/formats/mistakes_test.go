package formats_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/formats"
	"github.com/cairn-learn/cairn/internal/archive"
)

// raw is what no error may say: words of the system, or half a sentence.
var raw = regexp.MustCompile(`statat|openat|\bstat |\bopen |readdir|no such file or directory|invalid argument|permission denied|is a directory|not a directory|: :|  |\n|<nil>|%!`)

// imported opens a source and imports it, writing nothing.
func imported(t *testing.T, format, source, dir string) error {
	t.Helper()
	src, closing, err := importer.Open(source)
	if err != nil {
		return err
	}
	defer closing()
	return tried(format, src, dir)
}

func tried(format string, src importer.Source, dir string) error {
	f, _ := formats.Named(format)
	_, err := importer.Import{Format: f, Others: formats.All(), Source: src, Dir: dir, DryRun: true}.Run()
	return err
}

// zipped is an archive with one file.
func zipped(t *testing.T, name, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const (
	aikenText = "What?\nA. x\nB. y\nANSWER: A\n"
	giftText  = "::q::What?{=yes ~no}\n"
)

// TestMistakes: whatever is given in the place of a source, the error names it and
// says in plain words what is wrong with it, and what to do where that is known.
// "*" stands for every format.
func TestMistakes(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"empty.txt": "", "blank.md": "\ufeff \n\n", "binary.dat": "\x7fELF\x00\x00", "aiken.txt": aikenText, "gift.txt": giftText,
		"cut.zip": "PK\x03\x04garbage", "deck.apkg": zipped(t, "collection.anki2", "x"), "quiz.dat": zipped(t, "quiz.txt", aikenText),
		"text.zip": zipped(t, "readme.rst", "hello"), "page.pdf": "%PDF-1.7\x00", "decks/one.apkg": "PK\x03\x04", "decks/two.colpkg": "PK\x03\x04",
		"notes/readme.rst": "hello", "gifts/quiz.gift": giftText, "lesson.yaml": "- Class: text\n  Output: hi\n", "packed.txt": "\x1f\x8b\x08",
		"book/book.toml": "[book]\n", "carpentry/episodes/x.txt": "x", "broken.json": "{\"question\": ", "broken.xml": "<questestinterop><a>",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "nothing"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("nowhere", filepath.Join(dir, "dangling")); err != nil {
		t.Log("no links here:", err)
	}
	for _, c := range []struct{ format, source, says string }{
		{"*", "missing", "there is no such file or folder"},
		{"*", "dangling", "there is no such file or folder"},
		{"*", "gift.txt/inner", "a part of its path is a file, and no folder"},
		{"*", "empty.txt", "it is empty"},
		{"*", "blank.md", "it is empty"},
		{"*", "nothing", "there is no file in it"},
		{"*", "binary.dat", "it is no text; give the file or folder that the questions or lessons are written in"},
		{"*", "page.pdf", "it is a PDF"},
		{"*", "cut.zip", "it was cut, or not copied to its end"},
		{"*", "quiz.dat", "it is a zip archive under another name; let its name end in .zip"},
		{"*", "packed.txt", "let its name end in .tar.gz"},
		{"*", "deck.apkg", "it is a package of Anki, which cairn does not read; in Anki, choose Export, and Notes in Plain Text (.txt)"},
		{"*", "decks", "it is a package of Anki"},
		{"gift", "notes", "no file in it ends in .gift or .txt"},
		{"aiken", "notes", "no file in it ends in .txt"},
		{"aiken", "gifts", "no file in it ends in .txt; it looks like gift: cairn import gift"},
		{"qti", "text.zip", "no file in it ends in .xml or .qti"},
		{"quizjson", "notes", "no file in it ends in .json or .jsonl"},
		{"obsidian", "notes", "no file in it ends in .md"},
		{"hashcards", "notes", "no file in it ends in .md or .markdown"},
		{"anki", "notes", "no file in it ends in .txt, .tsv or .csv"},
		{"lia", "notes", "a course of LiaScript is a Markdown file"},
		{"swirl", "notes", "no lesson.yaml was found"},
		{"carpentries", "notes", "give the folder of the lesson, the one with config.yaml or _config.yml"},
		{"carpentries", "gift.txt", "it is a file; give the folder of the lesson, the one with config.yaml or _config.yml; it looks like gift: cairn import gift"},
		{"carpentries", "carpentry", "episodes holds no episode that can be read"},
		{"mdbook", "notes", "there is no SUMMARY.md, which lists the chapters"},
		{"mdbook", "book", "there is no src/SUMMARY.md, which lists the chapters; give the folder of the book, the one with book.toml"},
		{"mdbook", "lesson.yaml", "it is a file; give the folder of the book, the one with book.toml"},
		{"gift", "aiken.txt", "there is nothing but text in it; it looks like aiken: cairn import aiken"},
		{"aiken", "gift.txt", "there is no question, lesson or card in it; it looks like gift: cairn import gift"},
		{"lia", "aiken.txt", "there is nothing but text in it; it looks like aiken: cairn import aiken"},
		{"anki", "gift.txt", "it looks like gift: cairn import gift"},
		{"swirl", "aiken.txt", "it looks like aiken: cairn import aiken"},
		{"qti", "gift.txt", "there is no XML in it; it looks like gift"},
		{"qti", "broken.xml", "it is no XML that can be read"},
		{"quizjson", "gift.txt", "it looks like gift: cairn import gift"},
		{"quizjson", "broken.json", "there is no question, lesson or card in it"},
	} {
		names := []string{c.format}
		if c.format == "*" {
			names = nil
			for _, f := range formats.All() {
				names = append(names, f.Name)
			}
		}
		for _, format := range names {
			err := imported(t, format, filepath.Join(dir, filepath.FromSlash(c.source)), filepath.Join(dir, "..", "new"))
			switch {
			case err == nil:
				t.Errorf("%s as %s is taken", c.source, format)
			case !strings.Contains(err.Error(), c.says):
				t.Errorf("%s as %s: %v; want %q", c.source, format, err, c.says)
			case raw.MatchString(err.Error()) || !strings.Contains(err.Error(), filepath.Base(filepath.FromSlash(c.source))):
				t.Errorf("%s as %s: %v", c.source, format, err)
			}
		}
	}
}

// forbidden is a folder whose files may be listed and not read.
type forbidden struct{ fs.FS }

func (f forbidden) Open(name string) (fs.File, error) {
	if info, err := fs.Stat(f.FS, name); err == nil && !info.IsDir() {
		return nil, &fs.PathError{Op: "openat", Path: name, Err: syscall.EACCES}
	}
	return f.FS.Open(name)
}

// TestForbidden: what may not be read is said so, or is a loss.
func TestForbidden(t *testing.T) {
	files := archive.Files(map[string][]byte{
		"a.gift": []byte(giftText), "a.txt": []byte(aikenText), "a.xml": []byte("<questestinterop/>"), "lesson.yaml": []byte("- Class: text"), "a.json": []byte("[]"),
		"a.md": []byte("Q: a\nA: b\n"), "episodes/x.md": []byte("x"), "book.toml": nil, "src/SUMMARY.md": []byte("- [a](a.md)"),
	})
	for _, f := range formats.All() {
		err := tried(f.Name, importer.Source{Name: "source", FS: forbidden{files}}, t.TempDir())
		if err == nil || raw.MatchString(err.Error()) || !strings.Contains(err.Error(), "source") {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

// TestBadPlaces: where a course cannot be written to, the error says why.
func TestBadPlaces(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"quiz.gift", "mine/note.md", "source/quiz.gift"} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		_ = os.MkdirAll(filepath.Dir(name), 0o755)
		if err := os.WriteFile(name, []byte(giftText), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ source, to, says string }{
		{"quiz.gift", "quiz.gift", "a part of its path is a file, and no folder"},
		{"quiz.gift", "quiz.gift/new", "a part of its path is a file, and no folder"},
		{"quiz.gift", "mine", "it holds files that were not imported; name a new folder"},
		{"source", "source/course", "lies in it, and would be part of what is imported the next time; name a folder outside of it"},
		{"source", "source", "it holds files that were not imported; name a new folder"},
	} {
		err := imported(t, "gift", filepath.Join(dir, c.source), filepath.Join(dir, filepath.FromSlash(c.to)))
		if err == nil || !strings.Contains(err.Error(), c.says) || raw.MatchString(err.Error()) {
			t.Errorf("%s into %s: %v; want %q", c.source, c.to, err, c.says)
		}
	}
}
