package mdtext_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/cairn-learn/cairn/tui/internal/mdtext"
)

func TestOptions(t *testing.T) {
	for _, tt := range []struct {
		name, md string
		opt      mdtext.Options
		want     string
	}{
		{"ASCII list", "- a\n  - b", mdtext.Options{ASCII: true}, "- a\n  - b"},
		{"ASCII quote", "> a", mdtext.Options{ASCII: true}, "| a"},
		{"ASCII alert", "> [!NOTE]\n> a", mdtext.Options{ASCII: true}, "| (i) Note\n| a"},
		{"ASCII rule", "***", mdtext.Options{ASCII: true}, strings.Repeat("-", 30)},
		{"ASCII table", "|a|b|\n|-|-|\n|c|d|", mdtext.Options{ASCII: true}, "a | b\n--+--\nc | d"},
		{"ASCII cut", "```\n" + strings.Repeat("x", 40) + "\n```", mdtext.Options{ASCII: true}, "  " + strings.Repeat("x", 27) + ">"},
		{"ASCII leaves the text alone", "é – 你", mdtext.Options{ASCII: true}, "é – 你"},

		{"marks of code and deletion", "`a` ~~b~~ *c* **d** <s>e</s>", mdtext.Options{Marks: true}, "`a` ~~b~~ c d ~~e~~"},
		{"addresses", "[a](b.md) <https://c.d> [https://e.f](https://e.f) [m](mailto:m)", mdtext.Options{URLs: true}, "a (b.md) https://c.d\nhttps://e.f m"},
		{"no addresses", "[a](b.md)", mdtext.Options{}, "a"},
		{"as it was written", "```text as-written\n[a](\n```", mdtext.Options{Words: mdtext.Words{AsWritten: "Zu viel:"}}, "Zu viel:\n  [a]("},
		{"words", "> [!NOTE]\n> ![x](y.png)", mdtext.Options{Words: mdtext.Words{Note: "Hinweis", Image: "Bild"}}, "┃ (i) Hinweis\n┃ [Bild: x (y.png)]"},

		{"code scrolled", "```\n" + line + "\nshort\n```", mdtext.Options{Offsets: []int{10}}, "  ‹BCDEFGHIJKLMNOPQRSTUVWXYZa›\n  ‹"},
		{"code scrolled to its end", "```\n" + line + "\n```", mdtext.Options{Offsets: []int{40}}, "  ‹abcdefghijklmnopqrstuvwxyz"},
		{"code scrolled past a wide character", "```\n你好世界\n```", mdtext.Options{Offsets: []int{2}}, "  ‹ 世界"},
		{"code left whole", "```\n" + line + "\n```", mdtext.Options{WholeCode: true}, "  " + line},
		{"code filled up", "```\nab\n\ncdef\n```", mdtext.Options{PadCode: true}, "  ab" + strings.Repeat(" ", 26) + "|\n  " + strings.Repeat(" ", 28) + "|\n  cdef" + strings.Repeat(" ", 24) + "|"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines := text(mdtext.Render(tt.md, 30, tt.opt))
			if tt.opt.PadCode {
				for i := range lines {
					lines[i] += "|"
				}
			}
			if got := strings.Join(lines, "\n"); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}

const line = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

func TestPlain(t *testing.T) {
	got := mdtext.Plain("# Title\n\nRun `ls`.\n\n- a", 40, mdtext.Options{ASCII: true})
	if want := []string{"Title", "", "Run `ls`.", "", "- a"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestPlaces checks that links and code are where the Doc says.
func TestPlaces(t *testing.T) {
	const md = `# One

A [link](a.md) and ![a picture](b/c.png) in a text that goes on until the line is full, then [another link](d.md).

> ## Two words!
> - [in a list](e.md)

| a |
|---|
| b |
| [in a table](f.md) |

## Two words

` + "1. ```go\n   x\n   y\n   ```\n\n       z\n"
	d := mdtext.Render(md, 60, mdtext.Options{})
	var got []string
	at := func(i int) string { return strings.TrimSpace(d.Lines[i].String()) }
	for _, l := range d.Links {
		if !strings.Contains(at(l.Line), strings.Fields(l.Text)[0]) {
			t.Errorf("link %q is not on line %d: %q", l.Text, l.Line, at(l.Line))
		}
		got = append(got, fmt.Sprintf("link %q to %s, image %v", l.Text, l.URL, l.Image))
	}
	for _, c := range d.Code {
		got = append(got, fmt.Sprintf("code %q: %s…%s", c.Text, at(c.Line), at(c.Line+c.Lines-1)))
	}
	want := []string{
		`link "link" to a.md, image false`,
		`link "a picture" to b/c.png, image true`,
		`link "another link" to d.md, image false`,
		`link "in a list" to e.md, image false`,
		`link "in a table" to f.md, image false`,
		`code "x\ny": x…y`,
		`code "z": z…z`,
	}
	for i := range max(len(got), len(want)) {
		g, w := "", ""
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			t.Errorf("\n got %s\nwant %s", g, w)
		}
	}
}

func TestCodeIsSafeToCopy(t *testing.T) {
	d := mdtext.Render("```sh\nrm -rf /\recho hello\x1b[2J\n\tx\n```", 80, mdtext.Options{})
	if got, want := d.Code[0].Text, "rm -rf /␍echo hello␛[2J\n\tx"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestOnlyWhatIsSeenIsLaidOut checks that a long text does not wait for its end.
func TestOnlyWhatIsSeenIsLaidOut(t *testing.T) {
	md := strings.Repeat("# Heading\n\nSome text.\n\n", 1000)
	d := mdtext.New(md, 80, mdtext.Options{})
	if done := d.Upto(24); done || len(d.Lines) < 24 || len(d.Lines) > 30 {
		t.Errorf("done %v after %d lines, want about 24", done, len(d.Lines))
	}
	if done := d.Upto(-1); !done || len(d.Lines) != 3999 {
		t.Errorf("done %v after %d lines, want 3999", done, len(d.Lines))
	}
}

func TestInline(t *testing.T) {
	line, links := mdtext.Inline("See [the *book*](https://go.dev) and `x`.", mdtext.Options{})
	if got, want := line.String(), "See the book and x."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(links) != 1 || links[0].Text != "the book" || links[0].URL != "https://go.dev" {
		t.Errorf("links %v", links)
	}
}

func TestWrapKeepsEveryLineWithinItsWidth(t *testing.T) {
	in := mdtext.Line{{Text: "one two "}, {Text: "three", Look: mdtext.Strong}, {Text: "\n"}, {Text: "你好世界 four"}}
	var got []string
	for _, l := range mdtext.Wrap(in, 9, 2) {
		got = append(got, l.String())
	}
	if want := []string{"one two", "  three", "  你好世", "  界 four"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
