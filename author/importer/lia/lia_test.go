package lia_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/author/importer"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
	"github.com/cairn-learn/cairn/author/importer/lia"
)

func read(source fs.FS) (*draft.Course, []draft.Loss, error) {
	return lia.Format().Read(importer.Source{Name: "course", FS: source})
}

func TestCases(t *testing.T) { importtest.Cases(t, "", read) }

func TestEncodings(t *testing.T) { importtest.Encodings(t, read) }

// TestCorpus imports each of some sixty courses: no word of what it shows is lost.
func TestCorpus(t *testing.T) {
	source := importtest.Folder(t, "dev-lia-ifi/courses")
	names, err := fs.Glob(source, "*.md")
	if err != nil || len(names) < 50 {
		t.Fatalf("%d courses, %v", len(names), err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			data, err := fs.ReadFile(source, name)
			if err != nil {
				t.Fatal(err)
			}
			one := fstest.MapFS{name: &fstest.MapFile{Data: data}}
			files, losses := importtest.Sound(t, read, one)
			importtest.NoWordLost(t, shown(string(data)), files, losses)
		})
	}
}

var (
	quizBox  = regexp.MustCompile(`(?m)^\s*(?:[-*] )?\[[\[(][ xX]?[\])]\]|\[[xX]\]|\([xX]\)`)
	surveyed = regexp.MustCompile(`(?m)^\s*\[[\[(]\d+[\])]\] `)
	effect   = regexp.MustCompile(`-?-?\{\{[^{}\n]*\}\}-?-?`)
	target   = regexp.MustCompile(`\]\([^()\s"]*`)
	decimal  = regexp.MustCompile(`(\d),(\d)`)
)

// shown is what a browser shows of a course, marks of quizzes aside.
func shown(src string) string {
	src = strings.TrimSpace(src)
	if strings.HasPrefix(src, "<!--") {
		_, src, _ = strings.Cut(src, "-->")
	}
	src = importtest.Visible(src)
	for _, form := range []*regexp.Regexp{quizBox, surveyed, effect, target} {
		src = form.ReplaceAllString(src, " ")
	}
	return decimal.ReplaceAllString(src, "$1.$2")
}
