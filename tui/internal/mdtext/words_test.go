package mdtext_test

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// example is Markdown and the HTML that a code host makes of it.
type example struct {
	name, md, html string
}

// examples reads a file of examples in the form of the CommonMark
// specification: between fences, Markdown, a line with a dot, and HTML.
func examples(t *testing.T, path string) []example {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var list []example
	fence := strings.Repeat("`", 32)
	for i, part := range strings.Split(string(data), "\n"+fence+" example") {
		if i == 0 {
			continue
		}
		_, part, _ = strings.Cut(part, "\n")
		part, _, _ = strings.Cut(part, "\n"+fence)
		md, want, ok := strings.Cut("\n"+part, "\n.\n")
		if !ok {
			md, want = strings.TrimSuffix("\n"+part, "\n."), ""
		}
		name := strings.Join(strings.Fields(md), " ")
		list = append(list, example{
			name: name[:min(len(name), 30)],
			md:   strings.ReplaceAll(strings.TrimPrefix(md, "\n"), "→", "\t"),
			html: strings.ReplaceAll(want, "→", "\t"),
		})
	}
	return list
}

var (
	unseen  = regexp.MustCompile(`(?is)<!--.*?-->|<!--?>|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![a-z].*?>|<script\b.*?(</script>|$)|<style\b.*?(</style>|$)`)
	picture = regexp.MustCompile(`(?is)<img\b[^>]*?\balt="([^"]*)"[^>]*>`)
	anyTag  = regexp.MustCompile(`(?is)</?[a-z][a-z0-9-]*(\s+[^<>"']*("[^"]*"|'[^']*')?)*\s*/?>`)
)

// words is the text of HTML, word by word.
func words(src string) []string {
	src = unseen.ReplaceAllString(src, "")
	src = picture.ReplaceAllString(src, "$1")
	src = anyTag.ReplaceAllString(src, " ")
	return strings.Fields(textsafe.Text(html.UnescapeString(src)))
}

// missing returns the first of the words that does not follow the others in the
// text of lines, where a word may be broken at the end of a line.
func missing(words []string, lines []mdtext.Line) (string, bool) {
	var b strings.Builder
	for _, l := range lines {
		for _, s := range l {
			b.WriteString(strings.Join(strings.Fields(s.Text), ""))
		}
	}
	rest := b.String()
	for _, w := range words {
		at := strings.Index(rest, w)
		if at < 0 {
			return w, true
		}
		rest = rest[at+len(w):]
	}
	return "", false
}

func checkWords(t *testing.T, list []example, known map[string]string) {
	t.Helper()
	for _, e := range list {
		for _, width := range []int{1000, 80, 40, 20} {
			d := mdtext.Render(e.md, width, mdtext.Options{})
			checkDoc(t, e.md, width, d)
			if width < 100 && strings.Contains(e.html, "<pre") {
				continue // code is cut, not wrapped
			}
			if w, lost := missing(words(e.html), d.Lines); lost && known[e.name] == "" {
				t.Errorf("%s: at width %d the word %q is lost\n   in: %q\n html: %q\nlines: %q", e.name, width, w, e.md, e.html, text(d))
			}
		}
	}
}

func text(d *mdtext.Doc) []string {
	lines := make([]string, len(d.Lines))
	for i, l := range d.Lines {
		lines[i] = l.String()
	}
	return lines
}

func TestNoWordIsLost(t *testing.T) {
	checkWords(t, examples(t, "testdata/words.txt"), nil)
}

// TestSpecification tries all examples of the CommonMark specification and of
// its reference implementation's regressions.
func TestSpecification(t *testing.T) {
	root := os.Getenv("CAIRN_CORPORA")
	if root == "" {
		t.Skip("CAIRN_CORPORA names no folder of corpora")
	}
	seen := 0
	for _, name := range []string{"hostile-commonmark/spec.txt", "hostile-cmark/test/regression.txt"} {
		path := filepath.Join(root, name)
		if _, err := os.Stat(path); err != nil {
			continue
		}
		list := examples(t, path)
		seen += len(list)
		checkWords(t, list, map[string]string{
			"[a] [a]: <te<st>": "the parser takes this for the definition of a link",
		})
	}
	if seen > 0 && seen < 600 {
		t.Errorf("read only %d examples", seen)
	}
}

// TestOtherPeoplesTexts lays out every Markdown file of the corpora.
func TestOtherPeoplesTexts(t *testing.T) {
	root := os.Getenv("CAIRN_CORPORA")
	if root == "" {
		t.Skip("CAIRN_CORPORA names no folder of corpora")
	}
	seen := 0
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || filepath.Ext(path) != ".md" && filepath.Ext(path) != ".txt" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || len(data) > 1<<20 {
			return err
		}
		seen++
		for _, width := range []int{80, 40, 13} {
			checkDoc(t, path, width, mdtext.Render(string(data), width, mdtext.Options{URLs: true}))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files", seen)
}
