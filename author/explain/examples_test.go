package explain

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/cairn-learn/cairn/author/inspect"
	"github.com/cairn-learn/cairn/author/update"
	"github.com/cairn-learn/cairn/course"
)

// marks are the characters that words in a file with marks stand for.
func marks() *strings.Replacer {
	return strings.NewReplacer("<ESC>", "\x1b", "<CR>", "\r", "<BOM>", "\ufeff", "<RLO>", "\u202e", "<ZWSP>", "\u200b", "<TAB>", "\t", "<xF6>", "\xf6", "<SP>", " ")
}

// recipes make what text cannot hold. Those of this list are files in memory, the
// rest are made on disk, in recipes_unix_test.go.
func recipes() map[string]func() fs.FS {
	one := func(text string) func() fs.FS {
		return func() fs.FS { return fstest.MapFS{"one.md": {Data: []byte("# Bread\n\n" + text)}} }
	}
	const question = "### Question: What makes the dough grow?\n<!-- id: grow -->\n\n"
	return map[string]func() fs.FS{
		"large": func() fs.FS {
			return fstest.MapFS{"one.md": {Data: []byte("# Bread\n")}, "book.md": {Data: []byte(strings.Repeat("Bread and salt.\n", 300_000))}}
		},
		"deep": func() fs.FS {
			return fstest.MapFS{"one.md": {Data: []byte("# Bread\n")}, strings.Repeat("a/", 25) + "one.md": {Data: []byte("# Deep\n")}}
		},
		"many": one(strings.Repeat("[a](b.md)\n", 201)),
		"large-yaml": func() fs.FS {
			return fstest.MapFS{"course.yaml": {Data: []byte("summary: " + strings.Repeat("bread ", 400_000) + "\n")}, "one.md": {Data: []byte("# Bread\n")}}
		},
		"long-answer":  one(question + "- Answer: " + strings.Repeat("bread ", 20_000) + "\n"),
		"many-options": one(question + "- [x] Gas\n" + numbered("- [ ] Wrong %d\n", 200)),
		"tangled":      one(strings.Repeat("[a](", 16_384) + "\n"),
		"large-table":  one("| a | b |\n|---|---|\n" + strings.Repeat("| 1 | 2 |\n", 20_001)),
		"headings":     one(numbered("## Part %d\n\nText.\n\n", 2_001)),
		"long-lesson": func() fs.FS {
			return fstest.MapFS{
				"course.yaml": {Data: []byte("check: { long-lesson: warning }\n")},
				"one.md":      {Data: []byte("---\nminutes: 3\n---\n# Bread\n\n" + strings.Repeat("bread ", 2_000) + "\n")},
			}
		},
	}
}

func numbered(format string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// findings loads an example and returns the codes that are found.
func findings(t *testing.T, e Example) []string {
	t.Helper()
	files := fstest.MapFS{}
	for _, f := range e.Files {
		text := f.Text
		if f.Marked {
			text = marks().Replace(text)
		}
		files[f.Name] = &fstest.MapFile{Data: []byte(text)}
	}
	var fsys fs.FS = files
	if e.Recipe != "" {
		made, ok := recipes()[e.Recipe]
		if !ok {
			diags := onDisk(t, e.Recipe)
			return codesOf(diags)
		}
		fsys = made()
	}
	_, diags, err := inspect.CourseWith(fsys, "example", against(t, files))
	if err != nil && len(diags) == 0 {
		t.Fatalf("it cannot be read: %v", err)
	}
	return codesOf(diags)
}

// against compares with the version in the folder older, if the example has one.
func against(t *testing.T, files fstest.MapFS) course.Finder {
	older := fstest.MapFS{}
	for name, f := range files {
		if below, ok := strings.CutPrefix(name, "older/"); ok {
			older[below] = f
			delete(files, name)
		}
	}
	return func(fsys fs.FS, newer *course.Course) []course.Diag {
		if len(older) == 0 {
			return nil
		}
		old, _, err := course.Load(older, "example")
		if err != nil {
			t.Fatal(err)
		}
		r, err := update.Compare(t.Context(), old, newer, update.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r.Locate(fsys)
		return r.Findings
	}
}

func codesOf(diags []course.Diag) []string {
	found := map[string]bool{}
	for _, d := range diags {
		found[d.Code] = true
	}
	return slices.Sorted(maps.Keys(found))
}

// TestExamples loads both examples of every code: the wrong one has its finding
// and no other, the right one has none at all.
func TestExamples(t *testing.T) {
	for _, code := range course.Codes() {
		t.Run(code.Name, func(t *testing.T) {
			page, err := read(code)
			if err != nil {
				t.Fatal(err)
			}
			if page.Meaning == "" || page.Why == "" {
				t.Errorf("it does not say what it means and why it matters")
			}
			for _, e := range []Example{page.Wrong, page.Right} {
				if len(e.Files) == 0 && (e.Recipe == "" || e.Text == "") {
					t.Fatal("an example shows nothing")
				}
			}
			got := slices.DeleteFunc(findings(t, page.Wrong), func(found string) bool { return found == companion(code.Name) })
			if !slices.Equal(got, []string{code.Name}) {
				t.Errorf("wrong: found %v", got)
			}
			if got := findings(t, page.Right); len(got) > 0 && code.Name != "right-to-left" {
				t.Errorf("right: found %v", got)
			}
		})
	}
}

// companion is a finding that another one cannot be without.
func companion(code string) string {
	switch code {
	case "too-many-findings":
		return "dead-link" // one of those that are too many
	case "invisible-character":
		return "hidden-character" // about the file, beside that about the answer
	}
	return ""
}

func TestEveryCodeIsInOneGroup(t *testing.T) {
	seen := map[string]string{}
	for _, g := range groups() {
		for _, code := range g.codes {
			if _, _, ok := course.LookUpCode(code); !ok || seen[code] != "" {
				t.Errorf("%s of %q: known %v, seen in %q", code, g.title, ok, seen[code])
			}
			seen[code] = g.title
		}
	}
	entries, err := codes.ReadDir("codes")
	if err != nil || len(entries) != len(course.Codes()) || len(seen) != len(entries) {
		t.Errorf("%d files, %d codes in groups, %d codes: %v", len(entries), len(seen), len(course.Codes()), err)
	}
}

func TestOf(t *testing.T) {
	if page, _, ok := Of("dead-link"); !ok || page.Group != "Names and links" || len(page.Wrong.Files) != 2 {
		t.Errorf("%+v, %v", page, ok)
	}
	if _, near, ok := Of("dead-lnik"); ok || near != "dead-link" {
		t.Errorf("%q, %v", near, ok)
	}
}

func FuzzReadExample(f *testing.F) {
	for _, seed := range []string{"", "text\n", "```markdown one.md\n# One\n```\n", "````yaml a.yaml marks\n```\n````", "<!-- recipe: pipe -->", "```go\n```", "```markdown a.md"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		e, err := readExample(src)
		if err != nil {
			return
		}
		for _, file := range e.Files {
			if file.Name == "" || file.Lang == "" {
				t.Errorf("a file without a name in %q", src)
			}
		}
	})
}
