package course

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// corpora returns the folder of course material by other people, or skips.
func corpora(t *testing.T) string {
	dir := os.Getenv("CAIRN_CORPORA")
	if dir == "" {
		t.Skip("CAIRN_CORPORA names no folder of course material")
	}
	return dir
}

// eachFile calls f with the files of a folder that match, decoded loosely.
func eachFile(t *testing.T, dir string, match func(path string) bool, f func(name string, data []byte)) {
	n := 0
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !match(path) {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		n++
		name, _ := filepath.Rel(dir, path)
		f(name, []byte(strings.ReplaceAll(strings.ToValidUTF8(string(data), "\ufffd"), "\r\n", "\n")))
		return nil
	})
	if err != nil || n == 0 {
		t.Fatalf("%d files read: %v", n, err)
	}
}

// TestBodyOfPlainChapters reads books that were never meant as courses: nothing
// in them is an error.
func TestBodyOfPlainChapters(t *testing.T) {
	dir := corpora(t)
	eachFile(t, dir, func(path string) bool {
		return strings.Contains(path, "dev-") && strings.HasSuffix(path, ".md")
	}, func(name string, data []byte) {
		start := frontMatterEnd(string(data))
		_, diags := checkBody(t, &document{file: name, id: "l", src: string(data), body: start})
		for _, d := range diags {
			if d.Severity == Error {
				t.Errorf("%s", d)
			}
		}
	})
}

// frontMatterEnd is where the text of a file begins, as far as a test needs it.
func frontMatterEnd(s string) int {
	if !strings.HasPrefix(s, "---\n") {
		return 0
	}
	if i := strings.Index(s, "\n---\n"); i > 0 {
		return i + len("\n---\n")
	}
	return 0
}

// TestBodyOfCards reads decks that other programs drill.
func TestBodyOfCards(t *testing.T) {
	dir := corpora(t)
	cards := 0
	for _, deck := range []string{"dev-hashcards/example", "dev-hashcards/test"} {
		eachFile(t, filepath.Join(dir, deck), func(path string) bool { return strings.HasSuffix(path, ".md") },
			func(name string, data []byte) {
				p, diags := checkBody(t, &document{file: name, id: "l", kind: KindCards, src: string(data)})
				for _, d := range diags {
					t.Errorf("%s", d)
				}
				cards += len(p.Cards)
			})
	}
	if cards != 23 {
		t.Errorf("%d cards, want 23", cards)
	}
}

// TestBodyOfTheHostile reads conformance suites, naughty strings and broken
// text as lessons, cards and questions.
func TestBodyOfTheHostile(t *testing.T) {
	dir := corpora(t)
	eachFile(t, dir, func(path string) bool {
		return strings.Contains(path, "hostile-") && !strings.Contains(path, "LICENSES")
	}, func(name string, data []byte) {
		if len(data) > 1<<20 {
			data = data[:1<<20]
		}
		data = []byte(strings.ToValidUTF8(string(data), "\ufffd"))
		for _, kind := range []LessonKind{KindLesson, KindCards, KindGlossary} {
			checkBody(t, &document{file: name, id: "l", kind: kind, src: string(data)})
		}
		checkBody(t, &document{file: name, id: "l", src: "# Question: What?\n" + string(data)})
	})
}

// TestBodyOfTheCommonMarkSpec reads every example of the specification as the
// body of a question.
func TestBodyOfTheCommonMarkSpec(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(corpora(t), "hostile-commonmark", "spec.txt"))
	if err != nil {
		t.Fatal(err)
	}
	const fence = "````````````````````````````````"
	examples := strings.Split(string(data), "\n"+fence+" example")
	if len(examples) < 600 {
		t.Fatalf("%d examples", len(examples))
	}
	for _, e := range examples[1:] {
		_, e, _ = strings.Cut(e, "\n")
		e, _, _ = strings.Cut(e, "\n.\n")
		e = strings.ReplaceAll(e, "→", "\t")
		checkBody(t, &document{file: "x.md", id: "l", src: e})
		checkBody(t, &document{file: "x.md", id: "l", src: "## Question: What?\n\n" + e + "\n\n- [x] a\n- [ ] b\n"})
		checkBody(t, &document{file: "x.md", id: "l", src: "- [x] a\n  > " + strings.ReplaceAll(e, "\n", "\n  > ")})
	}
}
