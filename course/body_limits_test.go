package course

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestBodyRefusesTheHostile: each of these takes a parser seconds or fills the
// memory when it is read as Markdown. They are shown as code, with a finding,
// and the question behind them is read all the same.
func TestBodyRefusesTheHostile(t *testing.T) {
	const question = "\n\n### Question: Still here?\n<!-- id: q -->\n- [x] yes\n- [ ] no\n"
	nested := func(n int) string {
		var s strings.Builder
		for i := range n {
			s.WriteString(strings.Repeat("  ", i) + "- a\n")
		}
		return s.String()
	}
	for _, tt := range []struct{ name, src, code string }{
		{"quote marks", strings.Repeat(">", 80), "too-deep"},
		{"many quote marks", strings.Repeat("> ", 100_000), "too-deep"},
		{"a list in a list", nested(250), "too-deep"},
		{"numbered lists on one line", strings.Repeat("1. ", 50_000) + "a", "too-deep"},
		{"links that never end", strings.Repeat("[a](", 64<<10/4), "too-tangled"},
		{"links over many lines", strings.Repeat("[a](\n", 64<<10/5), "too-tangled"},
		{"parentheses", strings.Repeat("[a](((", 40_000), "too-tangled"},
		{"emphasis that never ends", strings.Repeat("_a*b", 64<<10), "too-tangled"},
		{"brackets", strings.Repeat("[a] ", 100_000), "too-tangled"},
		{"definitions", strings.Repeat("[x]:\n", 52_000), "too-tangled"},
		{"columns", strings.Repeat("|", 5000) + "\n" + strings.Repeat("-|", 5000) + "\n" + strings.Repeat("a\n", 5000), "too-large"},
		{"columns in a quote", "> " + strings.Repeat("|", 5000) + "\n> " + strings.Repeat("-|", 5000) + "\n" + strings.Repeat("> a\n", 5000), "too-large"},
		{"rows", "|a|\n|-|\n" + strings.Repeat("|a|\n", 20_000), "too-large"},
		{"columns that are code", "|a|\n|-|\n" + strings.Repeat("|`\\|`|\n", 15_000), "too-tangled"},
		{"items", strings.Repeat("- a\n", 50_000), "too-large"},
		{"items with blank lines", strings.Repeat("- a\n\n", 50_000), "too-large"},
		{"one paragraph", strings.Repeat("some words\n", 100_000), "too-large"},
		{"one line", strings.Repeat("some words ", 100_000), "too-large"},
		{"HTML", "<div>\n" + strings.Repeat("<b>a\n", 100_000), "too-large"},
		{"code in every word", strings.Repeat(strings.Repeat("`a` ", 60_000)+"\n\n", 3), "too-large"},
		{"tags in every word", strings.Repeat(strings.Repeat("<b>a ", 60_000)+"\n\n", 3), "too-large"},
		{"tables of many cells", strings.Repeat("|a|b|c|d|\n|-|-|-|-|\n"+strings.Repeat("|a|b|c|d|\n", 12_000)+"\n", 3), "too-large"},
		{"backticks", "a " + strings.Repeat("`", 1<<20), "too-large"},
		{"levels and blank lines", nested(300) + strings.Repeat("\n", 100_000) + strings.Repeat(" ", 600) + "a", "too-deep"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p, diags := checkBody(t, &document{file: "x.md", id: "l", src: "# A\n\n" + tt.src + question})
			found := false
			for _, d := range diags {
				found = found || d.Code == tt.code
			}
			if !found {
				t.Errorf("no finding %s", tt.code)
			}
			if text, ok := p.Blocks[0].(Text); !ok || !strings.Contains(text.Markdown, "```"+AsWritten+"\n") {
				t.Error("it is not shown as code")
			}
			if _, ok := p.Blocks[len(p.Blocks)-1].(*Question); !ok {
				t.Error("the question behind it is lost")
			}
		})
	}
}

// TestBodyBearsTheLarge: big, but what honest authors may have.
func TestBodyBearsTheLarge(t *testing.T) {
	for _, tt := range []struct{ name, src string }{
		{"a long list", strings.Repeat("- item with *emphasis* and a [link](a.md)\n", 5000)},
		{"a table of 100 columns", strings.Repeat("|a", 99) + "\n" + strings.Repeat("|-", 99) + "\n" + strings.Repeat("|b", 99) + "\n"},
		{"a long paragraph of prose", strings.Repeat("words without any mark at all\n", 8000)},
		{"a long listing", "```\n" + strings.Repeat("line of code\n", 100_000) + "```\n"},
		{"a long comment", "<!-- " + strings.Repeat("words\n", 100_000) + "-->\n"},
		{"a table in code", strings.Repeat("| `a \\| b` | c |\n", 500)},
		{"a long table", "| a | b |\n|---|---|\n" + strings.Repeat("| [x](y.md) | *z* |\n", 2000)},
		{"code full of brackets", "```\n" + strings.Repeat("[a](", 50_000) + "\n```\n"},
		{"eight levels", "> > > > - - - - deep\n"},
		{"a rule of dashes", strings.Repeat("- ", 500) + "\n"},
		{"many brackets", strings.Repeat("C: [a] and [b]\n", 5000)},
		{"many backticks", strings.Repeat("`` ` ", 20_000)},
		{"a long paragraph", strings.Repeat("words and *marks* and [links](a.md)\n", 1000)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if _, diags := checkBody(t, &document{file: "x.md", id: "l", src: tt.src}); len(diags) > 0 {
				t.Errorf("%v", diags[0])
			}
		})
	}
}

func TestBodyLimitsWhatAQuestionHolds(t *testing.T) {
	var options, order, table, gaps strings.Builder
	table.WriteString("| a | b |\n|---|---|\n")
	for i := range maxEntries + 1 {
		fmt.Fprintf(&options, "- [x] %d\n", i)
		fmt.Fprintf(&order, "%d. step %d\n", i+1, i)
		fmt.Fprintf(&table, "| %d | %d |\n", i, i)
		fmt.Fprintf(&gaps, "[[%d]] ", i)
	}
	for name, src := range map[string]string{"options": options.String(), "order": order.String(), "table": table.String(), "gaps": gaps.String()} {
		t.Run(name, func(t *testing.T) {
			p, diags := checkBody(t, &document{file: "x.md", id: "l", src: "### Question: Many?\n<!-- id: q -->\n\n" + src})
			if len(diags) != 1 || diags[0].Code != "too-many-answers" {
				t.Errorf("%v", diags)
			}
			if _, ok := p.Blocks[0].(Text); !ok || len(p.Blocks) != 1 {
				t.Errorf("it is not shown as text: %#v", p.Blocks)
			}
		})
	}
}

func TestBodyLimitsHeadings(t *testing.T) {
	src := strings.Repeat("# A\n\ntext\n\n", maxHeadings+500)
	p, diags := checkBody(t, &document{file: "x.md", id: "l", src: src})
	if len(diags) != 1 || diags[0].Code != "too-many-headings" {
		t.Fatalf("%v", diags)
	}
	if n := len(p.Blocks); n > maxHeadings+1 {
		t.Errorf("%d blocks", n)
	}
	if last := p.Blocks[len(p.Blocks)-1].(Text); strings.Count(last.Markdown, "# A") < 490 {
		t.Error("the rest is lost")
	}
}

// TestTangleOfACourse: files within the limit of a file add up to minutes, so
// that a course has a limit too; honest files beside them are read as ever.
func TestTangleOfACourse(t *testing.T) {
	const honest = "# A\n\nWords with *marks* and [links](https://example.org).\n\n- [a](https://example.org)\n- b\n"
	fsys := fstest.MapFS{}
	const files = 500
	for i := range files {
		fsys[fmt.Sprintf("a%03d.md", i)] = &fstest.MapFile{Data: []byte("# A\n\n" + strings.Repeat("[a](", 4500) + "\n")}
		fsys[fmt.Sprintf("b%03d.md", i)] = &fstest.MapFile{Data: []byte(honest)}
	}
	began := time.Now()
	_, diags, err := Load(fsys, "x")
	mustDo(t, err)
	if took := time.Since(began); took > 20*time.Second {
		t.Errorf("it took %v", took)
	}
	refused := 0
	for _, d := range diags {
		if d.Code == codeTooTangled {
			refused++
		}
		if d.Pos.File[0] == 'b' && d.Severity == Error {
			t.Errorf("an honest file is refused: %v", d)
		}
	}
	if read := files - refused; read < 1 || read > 3 {
		t.Errorf("%d of %d tangled files were read", read, files)
	}
}
