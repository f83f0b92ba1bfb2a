// Package tried tries importers: on cases that are written down, and on whole
// courses. Tests import it and nothing else does.
package tried

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/cairn-learn/cairn/author/draft"
	"github.com/cairn-learn/cairn/course"
)

// Importer reads a source into a draft.
type Importer func(fs.FS) (*draft.Course, []draft.Loss, error)

var update = flag.Bool("update", false, "write what the importers make of the cases")

// Cases imports each testdata/NAME.txtar and compares what comes of it, course and
// losses, with testdata/NAME.want.txtar. It loads without an error.
func Cases(t *testing.T, read Importer) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".want.txtar") {
			continue
		}
		tried++
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			source := fstest.MapFS{}
			for _, f := range a.Files {
				source[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			got := told(t, source, read)
			want := strings.TrimSuffix(file, ".txtar") + ".want.txtar"
			if *update {
				if err := os.WriteFile(want, got, 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			wanted, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != string(wanted) {
				t.Errorf("it becomes\n%s\nwant\n%s\n(-update writes it)", got, wanted)
			}
		})
	}
	if tried == 0 {
		t.Error("there is no case in testdata")
	}
}

// told is a course and what was lost, as an archive in text.
func told(t *testing.T, source fs.FS, read Importer) []byte {
	t.Helper()
	files, losses := Sound(t, source, read)
	var a txtar.Archive
	var names []string
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		a.Files = append(a.Files, txtar.File{Name: name, Data: files[name]})
	}
	var b strings.Builder
	for _, l := range losses {
		fmt.Fprintf(&b, "%s:%d: %s: %s\n", l.File, l.Line, l.What, l.Why)
	}
	a.Files = append(a.Files, txtar.File{Name: "losses", Data: []byte(b.String())})
	return txtar.Format(&a)
}

// Sound imports a source and proves that the course loads without an error and
// without a link that leads nowhere. It returns the files of the course, and the
// losses.
func Sound(t *testing.T, source fs.FS, read Importer) (map[string][]byte, []draft.Loss) {
	t.Helper()
	c, losses, err := read(source)
	if err != nil {
		t.Fatal(err)
	}
	if c.Title == "" {
		c.Title = "Course"
	}
	w, diags, more, err := c.Prove("course")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error || strings.HasPrefix(d.Code, "dead-") {
			t.Errorf("%s:%d: %s: %s (%s)", d.Pos.File, d.Pos.Line, d.Code, d.Msg, d.Line)
		}
	}
	return w.Files, append(losses, more...)
}

// Hostile imports a source that may be anything. What comes of it, if something
// does, loads without an error that a part of it is to blame for.
func Hostile(t *testing.T, source fs.FS, read Importer) {
	t.Helper()
	c, _, err := read(source)
	if err != nil {
		return
	}
	c.Title = "Course"
	w, diags, _, err := c.Prove("course")
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range diags {
		if d.Severity == course.Error {
			t.Fatalf("%s:%d: %s: %s (%q)\n%s", d.Pos.File, d.Pos.Line, d.Code, d.Msg, d.Line, w.Files[d.Pos.File])
		}
	}
}

// Corpus is a folder of the corpora that CAIRN_CORPORA names; without it the test
// is skipped.
func Corpus(t *testing.T, name string) fs.FS {
	t.Helper()
	root := os.Getenv("CAIRN_CORPORA")
	if root == "" {
		t.Skip("CAIRN_CORPORA names no folder of corpora")
	}
	dir := filepath.Join(root, name)
	if _, err := os.Stat(dir); err != nil {
		t.Fatal(err)
	}
	return os.DirFS(dir)
}

// NoWordLost holds that each word of some texts is as often in a course and its
// losses as in the texts.
func NoWordLost(t *testing.T, texts string, files map[string][]byte, losses []draft.Loss) {
	t.Helper()
	have := map[string]int{}
	for name, data := range files {
		if strings.HasSuffix(name, ".md") || name == "course.yaml" {
			count(have, string(data))
		}
	}
	for _, l := range losses {
		count(have, l.What)
	}
	want := map[string]int{}
	count(want, texts)
	var missing []string
	for word, n := range want {
		if have[word] < n {
			missing = append(missing, fmt.Sprintf("%s (%d of %d)", word, have[word], n))
		}
	}
	slices.Sort(missing)
	if len(missing) > 0 {
		t.Errorf("%d words are lost: %s", len(missing), strings.Join(missing[:min(len(missing), 40)], ", "))
	}
}

// count counts the words of a text: letters and digits of any script. A place
// where a word may be divided is not seen, and not kept.
func count(into map[string]int, s string) {
	s = strings.ReplaceAll(s, "\u00ad", "")
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		into[strings.ToLower(word)]++
	}
}

var (
	comment = regexp.MustCompile(`(?s)<!--.*?-->`)
	runs    = regexp.MustCompile(`(?is)<(?:script|style)\b.*?</(?:script|style)>`)
	tag     = regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9-]*(?:\s+[\w-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*/?>`)
	ticked  = regexp.MustCompile("<[a-z]+(?:\\s+[\\w-]+=(?:\"[^\"<>]*\"))*?(?:\\s+[\\w-]+=\"[^\"<>`]*`[^\"]*\")(?:\\s+[\\w-]+=(?:\"[^\"<>]*\"))*\\s*/?>")
	alt     = regexp.MustCompile(`(?s)^.*?\balt="([^"]*)".*$`)
	leads   = regexp.MustCompile(`(?m)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*|^ {0,3}\[[^\]\n]+\]:.*$`)
	fence   = regexp.MustCompile("(?ms)^([ >]*(?:[-*]|\\d+[.)])? *)```[^`\n]*\n(.*?)^[ >]*```+ *$|``[^\n]+?``|`[^`\n]+`")
)

// Visible is what of a page of Markdown a reader sees: without comments, tags,
// what a browser runs, and where links lead. It is made in another way than the
// importers make it. Code is seen as it is written.
func Visible(md string) string {
	md = strings.ReplaceAll(md, "\r\n", "\n")
	var b strings.Builder
	text := func(s string) {
		for _, form := range []*regexp.Regexp{runs, tag, leads} {
			s = form.ReplaceAllString(s, " ")
		}
		b.WriteString(s)
	}
	md = comment.ReplaceAllString(md, " ")
	md = ticked.ReplaceAllStringFunc(md, func(s string) string { // code in what a tag says of itself parts no text
		return alt.ReplaceAllString(s, " $1 ")
	})
	from := 0
	for _, at := range fence.FindAllStringSubmatchIndex(md, -1) {
		text(md[from:at[0]])
		if at[4] >= 0 {
			b.WriteString("\n" + md[at[4]:at[5]])
		} else {
			b.WriteString(md[at[0]:at[1]])
		}
		from = at[1]
	}
	text(md[from:])
	return b.String()
}
