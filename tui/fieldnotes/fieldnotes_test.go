package fieldnotes_test

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course"
	"github.com/cairn-learn/cairn/course/learn"
	"github.com/cairn-learn/cairn/tui/fieldnotes"
	"github.com/cairn-learn/cairn/tui/words"
)

var update = flag.Bool("update", false, "rewrite the field notes in testdata")

func rocks(t testing.TB) *course.Course {
	t.Helper()
	c, _, err := course.Load(fstest.MapFS{
		"course.yaml": {Data: []byte("format: 1\nid: rocks\ntitle: Rocks & *stones*\nskills:\n  tell: { title: Tell rocks apart }\n")},
		"01-one.md": {Data: []byte("---\nid: one\nskills: [tell]\n---\n# Granite\n\nIt has quartz, and erosion wears it down.\n\n" +
			"### Question: Which mineral *shines*?\n<!-- id: shines -->\n\nLook closely:\n\n```text\nmica <!-- not closed\n```\n\n- Answer: mica\n\n> Why: Mica splits into sheets, which mirror the light.\n\n" +
			"### Question: Which is softest?\n<!-- id: softest, tries: 2 -->\n\n- [ ] quartz\n- [x] talc\n- [ ] mica\n\n> Why: A nail scratches talc.\n\n" +
			"### Question: Never asked?\n<!-- id: never -->\n\n- Answer: secret\n\n> Why: So secret.\n")},
		"02-two.md":   {Data: []byte("---\nid: two\n---\n# Basalt\n\nIt was lava once.\n")},
		"glossary.md": {Data: []byte("---\nkind: glossary\n---\n\nErosion\n: What wears stones down.\n\nMagma\n: Melted rock.\n")},
	}, "rocks")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func begin(t testing.TB) (*learn.Session, func(learn.Action)) {
	clock := time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)
	now := func() time.Time { clock = clock.Add(time.Minute); return clock }
	s, err := learn.Open(rocks(t), learn.Deps{Log: learn.NewMemory(now), Now: now, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	return s, func(a learn.Action) {
		t.Helper()
		if _, err := s.Do(a); err != nil {
			t.Fatalf("%T: %v", a, err)
		}
	}
}

// TestGolden holds the notes of a short walk to testdata/notes.md.
func TestGolden(t *testing.T) {
	s, do := begin(t)
	do(learn.GoTo{ID: "shines"})
	do(learn.Submit{Answer: course.Answer{Text: "mica"}})
	do(learn.Continue{})
	do(learn.Submit{Answer: course.Answer{Items: []string{"quartz"}}})
	do(learn.AddNote{Place: "softest", Text: "Try it with a *nail*.\n1. scratch\n# look\n\n<b>Bring</b> a lens_cap \x1b[31mred"})
	do(learn.AddNote{Place: "one#granite", Text: "Quartz does not split."})
	do(learn.AddNote{Text: "A good course."})
	do(learn.Mark{Place: "one#granite"})
	do(learn.Mark{Place: "softest"})
	got := fieldnotes.Markdown(s, words.English())
	if *update {
		if err := os.WriteFile("testdata/notes.md", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/notes.md")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the notes are\n%s\nwant\n%s", got, want)
	}
	for _, not := range []string{"secret", "A nail scratches", "Magma"} {
		if strings.Contains(got, not) {
			t.Errorf("the notes tell %q", not)
		}
	}
}

// TestWhatIsWrittenStaysInItsPlace: whatever a note holds, it adds nothing to
// the notes but paragraphs that read as it was typed.
func TestWhatIsWrittenStaysInItsPlace(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s, do := begin(t)
		line := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"# a", "- b", "1. c", "> d", "    e", "```", "~~~", "<!--", "<div>", "***", "===", "[x]: /y", "| a | b |", "|---|---|", "&lt;", "a\\", "![i](u)", "**", "$x$", ": d", "\x1b]0;t\a", "\u202e"}))
		written := strings.Join(rapid.SliceOfN(line, 1, 6).Draw(rt, "lines"), "\n")
		if strings.TrimSpace(written) == "" {
			return
		}
		do(learn.AddNote{Place: "two", Text: "plain"})
		before := shape(fieldnotes.Markdown(s, words.English()))
		do(learn.AddNote{Place: "two", Text: written})
		md := fieldnotes.Markdown(s, words.English())
		for kind, n := range shape(md) {
			if n != before[kind] && kind != "Paragraph" && kind != "Text" && kind != "Emphasis" && kind != "AutoLink" {
				rt.Fatalf("%q makes %d of %s, before %d:\n%s", written, n, kind, before[kind], md)
			}
		}
		if strings.ContainsAny(md, "\x1b\a\u202e\r") {
			rt.Fatalf("a control character is in %q", md)
		}
	})
}

// shape counts the parts of Markdown by their kinds.
func shape(md string) map[string]int {
	n := map[string]int{}
	doc := goldmark.DefaultParser().Parse(text.NewReader([]byte(md)))
	ast.Walk(doc, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			n[node.Kind().String()]++
		}
		return ast.WalkContinue, nil
	})
	return n
}

func TestNothingWasBegun(t *testing.T) {
	s, _ := begin(t)
	if got := fieldnotes.Markdown(s, words.English()); !strings.Contains(got, "Nothing was begun") {
		t.Errorf("the notes of nothing are %q", got)
	}
}

func TestFileName(t *testing.T) {
	for id, want := range map[string]string{
		"git": "git-field-notes.md", "Git: First Steps": "git-first-steps-field-notes.md", "../../etc": "etc-field-notes.md",
		"": "course-field-notes.md", "测试": "course-field-notes.md", strings.Repeat("x", 300): strings.Repeat("x", 60) + "-field-notes.md",
	} {
		if got := fieldnotes.FileName(id); got != want {
			t.Errorf("the file for %q is %q, want %q", id, got, want)
		}
	}
}

// TestRendersAsHTML wants the golden notes to render, with each heading once.
func TestRendersAsHTML(t *testing.T) {
	md, err := os.ReadFile("testdata/notes.md")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := goldmark.Convert(md, &out); err != nil {
		t.Fatal(err)
	}
	for _, h := range []string{"<h1>Field notes: Rocks &amp; *stones*</h1>", "<h2>What I noted</h2>", "<h2>Words I met</h2>", "&lt;b&gt;Bring&lt;/b&gt;"} {
		if strings.Count(out.String(), h) != 1 {
			t.Errorf("%q comes %d times in\n%s", h, strings.Count(out.String(), h), out.String())
		}
	}
}
