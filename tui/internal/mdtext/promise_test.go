package mdtext_test

import (
	"strings"
	"testing"

	"github.com/clipperhouse/displaywidth"
	"pgregory.net/rapid"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

// checkDoc holds a text laid out to what the package promises of any text.
func checkDoc(t interface {
	Helper()
	Errorf(string, ...any)
}, md string, width int, d *mdtext.Doc) {
	t.Helper()
	for i, l := range d.Lines {
		s := l.String()
		if w := displaywidth.String(s); w > width {
			t.Errorf("%.60q: line %d is %d cells wide, more than %d: %q", md, i, w, width, s)
		}
		if strings.ContainsAny(s, "\n\t") || textsafe.Styled(s) != s && textsafe.Line(textsafe.Styled(s)) != textsafe.Styled(s) {
			t.Errorf("%.60q: line %d is not safe: %q", md, i, s)
		}
		if strings.HasSuffix(s, "  ") {
			t.Errorf("%.60q: line %d ends in spaces: %q", md, i, s)
		}
	}
	if n := len(d.Lines); n > 0 && (len(d.Lines[0]) == 0 || len(d.Lines[n-1]) == 0) && len(d.Code) == 0 {
		t.Errorf("%.60q: begins or ends with a blank line: %q", md, text(d))
	}
	for _, l := range d.Links {
		if l.Line < 0 || l.Line >= max(len(d.Lines), 1) {
			t.Errorf("%.60q: link %q on line %d of %d", md, l.Text, l.Line, len(d.Lines))
		}
	}
	for _, c := range d.Code {
		if c.Line < 0 || c.Line+c.Lines > len(d.Lines) {
			t.Errorf("%.60q: code on lines %d+%d of %d", md, c.Line, c.Lines, len(d.Lines))
		}
	}
}

// fragments are what random texts are made of.
var fragments = []string{
	"word", "Wörter", "你好", "👩\u200d👧", "e\u0301", " ", "  ", "\n", "\n\n", "\n    ", "\t",
	"*", "**", "_", "~~", "`", "``", "```", "\n```go\n", "\n```sh {1,3-4} numbers=9\n", "$ x\n", "#", "## ", "- ", "\n- ", "1. ", "\n10) ", "> ", "\n> ", ">>> ",
	"[", "]", "(", ")", "![", "](http://a.b)", "[^1]", "\n[^1]: ", "\n\n[a]: b\n", "<b>", "</b>", "<br>", "<!--", "-->",
	"<details>", "<pre>\n", "</pre>", "<a href='x'>", "</a>", "<script>", "|", "\n|-|-|\n", "|a|b|\n|:-|-:|\n", ":", "\n: ",
	"&amp;", "&#27;", "&#x202e;", "\x1b[2J", "\x00", "\\", "\\\n", "---", "\n===\n", "[!NOTE]", "\n> [!TIP]\n", "[x] ", "- [ ] ",
	"$", "$$", "\n$$\n", "$x$", "\\frac{a}{", "}", "^2", "\n```math\n",
	"https://example.org/a/long/address?with=query&and=more", "averyveryveryverylongwordthatfitsnowhere", "\u200b", "\u00a0",
}

func TestAnyTextKeepsThePromises(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		md := strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 0, 40).Draw(t, "parts"), "")
		width := rapid.IntRange(2, 100).Draw(t, "width")
		opt := mdtext.Options{
			ASCII: rapid.Bool().Draw(t, "ascii"), Marks: rapid.Bool().Draw(t, "marks"),
			URLs: rapid.Bool().Draw(t, "urls"), PadCode: rapid.Bool().Draw(t, "pad"),
			Offsets: rapid.SliceOfN(rapid.IntRange(0, 30), 0, 3).Draw(t, "offsets"), Underline: rapid.Bool().Draw(t, "underline"),
			Measure: rapid.IntRange(0, 100).Draw(t, "measure"), Rows: rapid.Bool().Draw(t, "rows"),
		}
		d := mdtext.Render(md, width, opt)
		if !opt.PadCode {
			checkDoc(t, md, width, d)
		}

		lazy := mdtext.New(md, width, opt)
		for n := 1; !lazy.Upto(n); n++ {
		}
		if got, want := strings.Join(text(lazy), "\n"), strings.Join(text(d), "\n"); got != want {
			t.Errorf("laid out line by line:\n%q\nat once:\n%q", got, want)
		}
	})
}

func FuzzRender(f *testing.F) {
	for _, s := range fragments {
		f.Add(s+s, 20)
	}
	f.Fuzz(func(t *testing.T, md string, width int) {
		if width < 2 || width > 200 || len(md) > 4000 {
			t.Skip()
		}
		checkDoc(t, md, width, mdtext.Render(md, width, mdtext.Options{}))
	})
}
