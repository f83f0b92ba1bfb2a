package mdbook_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/author/importer/internal/importtest"
	"github.com/cairn-learn/cairn/author/importer/mdbook"
)

func TestCases(t *testing.T) { importtest.Cases(t, "", mdbook.Import) }

func TestEncodings(t *testing.T) { importtest.Encodings(t, mdbook.Import) }

// TestCorpus imports a book of more than a hundred chapters with quizzes: no word
// of what it shows is lost.
func TestCorpus(t *testing.T) {
	source := importtest.Folder(t, "dev-rustbook-quiz")
	files, losses := importtest.Sound(t, mdbook.Import, source)
	summary, err := fs.ReadFile(source, "src/SUMMARY.md")
	if err != nil {
		t.Fatal(err)
	}
	var shown strings.Builder
	for _, m := range regexp.MustCompile(`\]\(([^)]+)\)`).FindAllStringSubmatch(string(summary), -1) {
		data, err := fs.ReadFile(source, "src/"+m[1])
		if err != nil {
			t.Fatal(err)
		}
		text := quiz.ReplaceAllString(string(data), "")
		text = strings.ReplaceAll(text, `class="caption"`, "")
		text = listing.ReplaceAllStringFunc(text, func(tag string) string {
			var words []string
			for _, m := range value.FindAllStringSubmatch(tag, -1) {
				words = append(words, m[1])
			}
			return strings.Join(words, " ")
		})
		text = rust.ReplaceAllStringFunc(text, func(code string) string { return hidden.ReplaceAllString(code, "") })
		shown.WriteString(importtest.Visible(text) + "\n")
	}
	importtest.NoWordLost(t, shown.String(), files, losses)
	if n := strings.Count(string(allOf(files)), "### Question:"); n < 240 {
		t.Errorf("%d questions", n)
	}
}

var (
	quiz    = regexp.MustCompile(`\{\{#quiz [^}]*\}\}`)
	listing = regexp.MustCompile(`(?s)<Listing(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'))*\s*>|</Listing>`)
	value   = regexp.MustCompile(`=["'](.*?)["'][ >]`)
	rust    = regexp.MustCompile("(?ms)^[ >]*```(?:rust|ide|aquascope).*?^[ >]*```$")
	hidden  = regexp.MustCompile(`(?m)^\s*#(?: .*)?$\n?`)
)

func allOf(files map[string][]byte) []byte {
	var out []byte
	for _, data := range files {
		out = append(out, data...)
	}
	return out
}
