package mdview_test

import (
	"regexp"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"github.com/cairn-learn/cairn/tui/internal/mdview"
	"github.com/cairn-learn/cairn/tui/internal/theme"
)

// style gives every part of a text a sequence that can be told from the others.
func style() mdview.Style {
	colour := func(c string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(c)) }
	plain := lipgloss.NewStyle()
	return mdview.Style{
		Heading1: plain.Bold(true).Underline(true), Heading2: plain.Bold(true), Heading3: colour("1"),
		Body: plain, Dim: plain.Faint(true), Strong: plain.Bold(true), Emphasis: plain.Italic(true),
		Strike: plain.Strikethrough(true), CodeSpan: colour("2"), Link: plain.Underline(true), Mark: plain.Reverse(true),
		Syntax: theme.Syntax{Keyword: colour("1"), String: colour("2"), Comment: colour("3")}, LineMark: colour("4"), Gutter: plain.Faint(true),
		Code: plain, Language: plain.Faint(true), Cut: plain.Faint(true),
		QuoteBar: colour("3"), Border: colour("4"), Marker: colour("5"),
		Note: colour("6"), Tip: colour("7"), Important: colour("8"), Warning: colour("9"), Caution: colour("10"),
	}
}

// names shows escape sequences as words. Lip Gloss says underline twice.
func names(s string) string {
	s = strings.ReplaceAll(s, "4;4m", "4m")
	s = strings.NewReplacer(
		"\x1b[m", "</>", "\x1b[1m", "<bold>", "\x1b[3m", "<italic>", "\x1b[9m", "<struck>", "\x1b[2m", "<faint>",
		"\x1b[4m", "<under>", "\x1b[7m", "<reverse>", "\x1b]8;;\x1b\\", "</link>",
	).Replace(s)
	s = regexp.MustCompile(`\x1b\[([0-9;:]+)m`).ReplaceAllString(s, "<$1>")
	return regexp.MustCompile(`\x1b\]8;;(.*?)\x1b\\`).ReplaceAllString(s, "<link $1>")
}

func TestStyles(t *testing.T) {
	for _, tt := range []struct{ name, md, want string }{
		{"body", "some text", "some text"},
		{"weight and slant", "a **b** *c* ***d***", "a <bold>b</> <italic>c</> <1;3>d</>"},
		{"code span", "run `git add`", "run <32>git add</>"},
		{"code span in strong", "**run `x`**", "<bold>run </><1;32>x</>"},
		{"struck out", "~~old~~ new", "<struck>old</> new"},
		{"link", "[the *book*](https://go.dev)", "<link https://go.dev><under>the </><3;4>book</></link>"},
		{"link to another lesson", "[next](02.md)", "<under>next</>"},
		{"link to a script", "[x](javascript:x)", "<under>x</>"},
		{"headings", "# One\n## Two\n#### Four", "<1;4>One</>\n\n<bold>Two</>\n\n<31>Four</>"},
		{"emphasis in a heading", "## a *b*", "<bold>a </><1;3>b</>"},
		{"list", "- a\n- b", "<35>• </>a\n<35>• </>b"},
		{"quote", "> a\n> **b**", "<33>│ </>a <bold>b</>"},
		{"alert", "> [!WARNING]\n> hot", "<91>┃ </><1;91>(!) Warning</>\n<91>┃ </>hot"},
		{"code", "```go\nx := 1\n```", "  <faint>go</>\n  x := 1"},
		{"parts of code", "```go\nif x == \"a\" { // b\n```", "  <faint>go</>\n  <31>if</> x == <32>\"a\"</> { <33>// b</>"},
		{"a marked line", "``` {1}\na\n```", "<34>┃</> a"},
		{"numbers", "``` numbers=9\na\nb\n```", "  <faint> 9  </>a\n  <faint>10  </>b"},
		{"table", "|a|b|\n|-|-|\n|c|d|", "<bold>a</><34> │ </><bold>b</>\n<34>──┼──</>\nc<34> │ </>d"},
		{"highlight in HTML", "<mark>a</mark> <b>b</b>", "<reverse>a</> <bold>b</>"},
		{"no colours from the text", "\x1b[31mred\x1b[m &#27;[8m", "␛[31mred␛[m ␛[8m"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := mdview.Render(tt.md, 40, style(), mdview.Options{Hyperlinks: true})
			got := names(strings.Join(d.Lines, "\n"))
			if got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.md, got, tt.want)
			}
		})
	}
}

func TestInline(t *testing.T) {
	for _, tt := range []struct{ md, want string }{
		{"What does `git add` do?", "What does <32>git add</> do?"},
		{"1. not a list", "1. not a list"},
		{"# not a heading", "# not a heading"},
		{"> not a quote\nin two lines", "> not a quote in two lines"},
		{"two\n\nparagraphs", "two paragraphs"},
		{"Fill [[1]] in", "Fill [[1]] in"},
		{"[link](x) ![alt](a/b.png)", "<under>link</> <italic>[Image: alt (b.png)]</>"},
		{"", ""},
	} {
		if got := names(mdview.Inline(tt.md, style())); got != tt.want {
			t.Errorf("Inline(%q)\n got %s\nwant %s", tt.md, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, in string
		width    int
		hang     int
		want     string
	}{
		{"plain", "one two three", 8, 0, "one two\nthree"},
		{"nothing", "", 8, 0, ""},
		{"lines stay", "one\ntwo three\n\nfour", 20, 0, "one\ntwo three\n\nfour"},
		{"style goes on", "\x1b[1mone two\x1b[m three", 5, 0, "<bold>one</>\n<bold>two</>\nthree"},
		{"styles add up", "\x1b[1ma \x1b[3mb c\x1b[m d", 3, 0, "<bold>a </><bold><italic>b</>\n<bold><italic>c</> d"},
		{"link goes on", "\x1b]8;;http://a.b\x1b\\one two\x1b]8;;\x1b\\ x", 4, 0, "<link http://a.b>one</link>\n<link http://a.b>two</link>\nx"},
		{"hanging", "1. one two three", 14, 3, "1. one two\n   three"},
		{"hanging after a break", "a\nb c", 20, 2, "a\n  b c"},
		{"long word", "see https://example.org/a/very/long/path", 14, 0, "see\nhttps://\nexample.org/a/\nvery/long/path"},
		{"wide characters", "你好世界。再见", 8, 0, "你好世\n界。再见"},
		{"emoji stay whole", "👩\u200d👩\u200d👧👩\u200d👩\u200d👧", 3, 0, "👩\u200d👩\u200d👧\n👩\u200d👩\u200d👧"},
		{"combining marks stay", "e\u0301e\u0301e\u0301", 2, 0, "e\u0301e\u0301\ne\u0301"},
		{"controls go", "a\x1b[2Jb\x07", 8, 0, "ab"},
		{"left open", "\x1b[1mone", 8, 0, "<bold>one</>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := names(strings.Join(mdview.WrapHanging(tt.in, tt.width, tt.hang), "\n")); got != tt.want {
				t.Errorf("\n got %q\nwant %q", got, tt.want)
			}
		})
	}
}
