package html2md

import (
	"bytes"
	"flag"
	"fmt"
	"html"
	"os"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite testdata")

// TestCases reads testdata/cases.txt: HTML, what becomes of it as blocks and,
// where it is given, as one line, and what is lost.
func TestCases(t *testing.T) {
	const file = "testdata/cases.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var now strings.Builder
	for i, entry := range strings.Split("\n"+string(data), "\n== ")[1:] {
		name, rest, _ := strings.Cut(entry, "\n")
		source, rest, _ := strings.Cut(rest, "\n-- block\n")
		block, losses := Block(source, Source{Line: 1})
		line, _ := Inline(source, Source{Line: 1})
		out := name + "\n" + source + "\n-- block\n" + block + "\n"
		if strings.Contains(rest, "\n-- inline\n") {
			out += "-- inline\n" + line + "\n"
		}
		if len(losses) > 0 {
			out += "-- losses\n"
		}
		for _, l := range losses {
			out += fmt.Sprintf("%d: %s: %s\n", l.Line, l.What, l.Why)
		}
		if want := strings.TrimRight(entry, "\n") + "\n"; out != want && !*update {
			t.Errorf("%s:\n%s\nwant\n%s", name, out, want)
		}
		if i > 0 {
			now.WriteString("\n")
		}
		now.WriteString("== " + out)
	}
	if *update {
		if err := os.WriteFile(file, []byte(now.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// escape writes lines of plain text as a paragraph.
func escape(text string) string {
	lines := strings.Split(escapeSigns(text), "\n")
	for i, line := range lines {
		lines[i] = escapeStart(line)
	}
	return strings.Join(lines, "\n")
}

// TestEscapedTextShowsItself reads plain text, escaped, as a course would.
func TestEscapedTextShowsItself(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"a", "b", "Z", "é", "日", "1", "2.", "3)", " ", "  ", "\n", "*", "_", "`", "[", "]", "(", ")", "!", "<", ">", "&", "&amp;", "#", "-",
		"+", "=", "~", "|", ":", "\\", "\"", "'", ".", "$", "x^2", "://", "@", "https://example.org/a_b", "[x]", "---", "[^1]", "<b>", "\t",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), "")
		for strings.Contains(s, "\n\n") || strings.Contains(s, "\n ") || strings.Contains(s, "\n\t") {
			s = strings.NewReplacer("\n\n", "\n", "\n ", "\n", "\n\t", "\n").Replace(s)
		}
		if got, want := shown(t, escape(s)), squeeze(s); got != want {
			t.Fatalf("%q became %q, which shows %q", s, escape(s), got)
		}
	})
}

// TestNoTextIsLost compares the text of HTML with that of the Markdown.
func TestNoTextIsLost(t *testing.T) {
	words := rapid.SampledFrom([]string{"a", "bc ", " d", "(e)", "*", "_", "! ", "1. ", "- ", "é", "「語」", "[f]", "`", "#", "|", "\n", "&lt;", "\\", "=="})
	tag := rapid.SampledFrom([]string{"b", "i", "span", "p", "div", "li", "ul", "ol", "blockquote", "h2", "td", "tr", "table", "del", "a", "strong", "em"})
	rapid.Check(t, func(t *rapid.T) {
		var source, plain strings.Builder
		for range rapid.IntRange(1, 14).Draw(t, "pieces") {
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				source.WriteString("<" + tag.Draw(t, "begin") + ">")
			case 1:
				source.WriteString("</" + tag.Draw(t, "end") + ">")
			default:
				w := words.Draw(t, "words")
				source.WriteString(w)
				plain.WriteString(strings.ReplaceAll(w, "&lt;", "<"))
			}
		}
		want := letters(plain.String())
		if strings.Contains(source.String(), "<table") || strings.Contains(source.String(), "<tr") || strings.Contains(source.String(), "<ul") ||
			strings.Contains(source.String(), "<ol") {
			want = "" // text between rows and entries moves; the fuzz target looks at those
		}
		md, _ := Block(source.String(), Source{})
		if got := letters(shown(t, md)); want != "" && got != want {
			t.Fatalf("%q became %q, which shows %q", source.String(), md, got)
		}
		line, _ := Inline(source.String(), Source{})
		if strings.Contains(line, "\n") {
			t.Fatalf("%q became several lines: %q", source.String(), line)
		}
		if got := letters(shown(t, line)); want != "" && got != want {
			t.Fatalf("%q became %q in a line, which shows %q", source.String(), line, got)
		}
	})
}

// TestHostile holds the time to the size of the text.
func TestHostile(t *testing.T) {
	for name, s := range map[string]string{
		"deep":          strings.Repeat("<div>", 200_000) + "x",
		"deep lists":    strings.Repeat("<ul><li>", 100_000) + "x",
		"links":         strings.Repeat(`!<a href="https://a.b">x</a>`, 40_000),
		"paragraphs":    strings.Repeat("<p>x", 250_000),
		"openings":      strings.Repeat(`\(`, 500_000),
		"ends":          strings.Repeat("</b>", 250_000),
		"stars":         strings.Repeat("<b>x</b>(", 100_000),
		"comment":       "<!--" + strings.Repeat("-", 1<<20),
		"attributes":    "<b " + strings.Repeat("a=b ", 200_000) + ">",
		"unknown":       strings.Repeat("<x>", 300_000),
		"formulas":      strings.Repeat(`\(x\)y`, 150_000),
		"cells":         "<table>" + strings.Repeat("<tr><td>", 100_000),
		"columns":       "<table><tr>" + strings.Repeat("<td>a", 100_000),
		"plain text":    "<plaintext>" + strings.Repeat("<b>", 100_000),
		"broken UTF-8":  strings.Repeat("\xff<\xfe>", 100_000),
		"private signs": strings.Repeat("\uE000\uE001\uE002\uE008", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			Block(s, Source{})
			Inline(s, Source{})
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func FuzzBlock(f *testing.F) {
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, entry := range strings.Split(string(data), "\n== ") {
		_, rest, _ := strings.Cut(entry, "\n")
		source, _, _ := strings.Cut(rest, "\n-- block\n")
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, s string) {
		md, _ := Block(s, Source{Line: 1})
		line, losses := Inline(s, Source{Line: 1})
		if strings.Contains(line, "\n") {
			t.Fatalf("several lines: %q", line)
		}
		for _, l := range losses {
			if l.Line < 1 || l.Line > 1+strings.Count(s, "\n") {
				t.Fatalf("line %d of %q", l.Line, s)
			}
		}
		for _, r := range md + line {
			if r >= mathOpen && r <= lastMark {
				t.Fatalf("a sign of our own in %q", md)
			}
		}
	})
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// shown returns the text that Markdown shows. A construct that text alone should
// never make, such as a heading or raw HTML, fails the test.
func shown(t failer, md string) string {
	t.Helper()
	src := []byte(md)
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.DefinitionList, extension.Footnote)).Parser().Parse(text.NewReader(src))
	var b bytes.Buffer
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			if n.Type() == ast.TypeBlock {
				b.WriteByte('\n')
			}
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading, *ast.HTMLBlock, *ast.RawHTML, *ast.ThematicBreak, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.CodeSpan, *ast.Image,
			*extast.TaskCheckBox, *extast.DefinitionList, *extast.FootnoteLink:
			t.Fatalf("%q made a %s", md, n.Kind())
		case *ast.Text:
			b.Write(unescaped(n.Segment.Value(src)))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte('\n')
			}
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(src))
		}
		return ast.WalkContinue, nil
	})
	return squeeze(b.String())
}

// unescaped gives what a run of Markdown text shows.
func unescaped(s []byte) []byte {
	var b bytes.Buffer
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
			b.WriteByte(s[i])
			continue
		}
		if s[i] == '&' {
			if end := bytes.IndexByte(s[i:], ';'); end > 0 && isEntity(string(s[i+1:])) {
				b.WriteString(html.UnescapeString(string(s[i : i+end+1])))
				i += end
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.Bytes()
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// letters drops the spaces.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
