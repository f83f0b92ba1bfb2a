package carpentries_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/importer/carpentries"
	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
)

func TestCases(t *testing.T) { importtest.Cases(t, "", carpentries.Import) }

func TestEncodings(t *testing.T) { importtest.Encodings(t, carpentries.Import) }

// TestCorpus imports two lessons of the Workbench: no word of what learners see of
// them is lost.
func TestCorpus(t *testing.T) {
	for name, questions := range map[string]int{"dev-carpentries-git": 2, "dev-carpentries-shell": 8} {
		t.Run(name, func(t *testing.T) {
			source := importtest.Folder(t, name)
			files, losses := importtest.Sound(t, carpentries.Import, source)
			var shown strings.Builder
			for _, pages := range []string{"index.md", "episodes/*.md", "learners/*.md"} {
				names, err := fs.Glob(source, pages)
				if err != nil {
					t.Fatal(err)
				}
				for _, name := range names {
					data, err := fs.ReadFile(source, name)
					if err != nil {
						t.Fatal(err)
					}
					text := string(data)
					for _, form := range []*regexp.Regexp{front, div, attributes, numbers, solution} {
						text = form.ReplaceAllString(text, "$1 ")
					}
					shown.WriteString(importtest.Visible(text) + "\n")
				}
			}
			importtest.NoWordLost(t, shown.String(), files, losses)
			n := 0
			for _, data := range files {
				n += strings.Count(string(data), "### Question:")
			}
			if n != questions {
				t.Errorf("%d questions, want %d", n, questions)
			}
		})
	}
}

var (
	front      = regexp.MustCompile(`(?s)\A---\s*\n.*?\n---\s*\n()`)
	numbers    = regexp.MustCompile(`(?m)^ *\d+\.()`)         // an option has none
	solution   = regexp.MustCompile(`(?m)^#+ Solution()\s*$`) // a course says so itself
	div        = regexp.MustCompile(`(?m)^ *:{3,}.*()$`)
	attributes = regexp.MustCompile(`([\])]|#.*)\{[^{}]*\}`)
)
