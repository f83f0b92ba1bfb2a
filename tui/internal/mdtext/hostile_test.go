package mdtext_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// hostile makes texts of about n bytes that cost other renderers far more than
// their length: marks nested in each other, repeated, or never closed.
func hostile(n int) map[string]string {
	fill := func(s string) string { return strings.Repeat(s, n/len(s)+1) }
	backticks, footnotes, deep := "", "", ""
	for i := 1; len(backticks) < n; i++ {
		backticks += "x" + strings.Repeat("`", i)
	}
	for i := 0; len(footnotes) < n; i++ {
		footnotes += "[^" + strconv.Itoa(i) + "]: x\n\n[^" + strconv.Itoa(i) + "]\n\n"
	}
	for i := 0; len(deep) < n; i++ {
		deep += strings.Repeat("  ", i) + "- a\n"
	}
	wide := strings.Repeat("|", n/8)
	return map[string]string{
		"60 quotes": strings.Repeat(">", 60), "80 quotes": strings.Repeat(">", 80) + "a", "quotes": fill(">"),
		"lines of quotes": fill(strings.Repeat(">", 200) + "a\n"), "quotes with tabs": fill(">\t"),
		"a line in a quote": strings.Repeat("> ", 500) + fill("a\n"),
		"items":             fill("- a\n"), "items in items": fill("- "), "indented items": deep, "quoted items": fill("- > "),
		"two lists": fill("- a\n1. b\n"), "numbers": fill("1. "), "definitions": "a\n" + fill(": "), "terms": fill("a\n: b\n\n"),
		"fences": strings.Repeat("```\na\n```\n", 2000), "open fences": fill("```\n"), "code": fill("    a\n\n"),
		"links never closed": fill("[a]("), "links over lines": fill(strings.Repeat("[a](", 100) + "\n"),
		"links with <": fill("[a](<b\n"), "brackets": fill("["), "nested brackets": fill("[") + fill("]"), "images": fill("!["),
		"references": fill("[a][b]"), "definitions of links": fill("[a]: b\n"), "footnotes": footnotes, "notes in notes": fill("[^a]: "),
		"emphasis": fill("*a_ "), "strong": fill("**a"), "nested emphasis": fill("*a **b "), "closers": fill("a**b") + fill("c* "), "struck": fill("~~a ~b "),
		"backticks": backticks, "comments": fill("a <!-- "), "instructions": fill("<?"), "tags": fill("<a "), "attributes": fill("<a b=\""),
		"open tags": fill("<b>"), "anchors": fill("<a href=x>"), "blocks of HTML": fill("<div>\n"), "scripts": fill("<script>\n"),
		"entities": fill("&"), "long entities": fill("&aaaaaaaa"), "addresses": fill("http://"), "mail": fill("a@"), "www": fill(" www.a"),
		"columns": wide + "a\n" + strings.Repeat("-|", n/8) + "\n" + strings.Repeat("a\n", n/16), "rows": "a|b\n-|-\n" + fill("c|d\n"),
		"a long column": strings.Repeat("a|", 90) + "\n" + strings.Repeat("-|", 90) + "\n" + fill("a\n"), "rulers": fill("a|b\n-|-\n"),
		"one word": fill("a"), "one line": fill("a b "), "one wide word": fill("你"), "combining marks": "a" + fill("\u0301"), "joined emoji": fill("👩\u200d"),
		"dollars": fill("$"), "formulas never closed": fill("$a "), "displays never closed": fill("$$a\n"), "formulas": fill("$a$ "), "displays": fill("$$\na\n$$\n"), "fractions": fill("$\\frac{") + "$",
		"spaces": fill(" ") + "a", "tabs": fill("\t") + "a", "line feeds": fill("\n"), "NUL": fill("\x00"), "not UTF-8": fill("\xff"), "headings": fill("# a\n"),
	}
}

// TestHostileTexts lays out what is meant to take forever or fill the memory.
// The work shows in what comes out: it may not be out of proportion.
func TestHostileTexts(t *testing.T) {
	for name, md := range hostile(64 << 10) {
		t.Run(name, func(t *testing.T) {
			for _, width := range []int{80, 20} {
				d := mdtext.Render(md, width, mdtext.Options{})
				size := 0
				for _, l := range d.Lines {
					size += len(l.String()) + 1
				}
				if limit := 60*len(md) + 10_000; size > limit {
					t.Errorf("%d bytes become %d at width %d", len(md), size, width)
				}
				checkDoc(t, name, width, d)
			}
		})
	}
}

// BenchmarkHostile shows which hostile text costs most for its length.
func BenchmarkHostile(b *testing.B) {
	for name, md := range hostile(64 << 10) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(md)))
			for b.Loop() {
				mdtext.Render(md, 80, mdtext.Options{})
			}
		})
	}
}
