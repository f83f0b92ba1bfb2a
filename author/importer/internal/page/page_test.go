package page

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// shown writes lines with their numbers, code behind a bar.
func shown(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		mark := ":"
		if l.Code {
			mark = "|"
		}
		fmt.Fprintf(&b, "%d%s%s", l.N, mark, l.Text)
		for _, c := range l.Comments {
			fmt.Fprintf(&b, " {%d:%s}", c.N, strings.ReplaceAll(c.Text, "\n", "/"))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestDecode(t *testing.T) {
	for src, want := range map[string]string{
		"a\r\nb\rc\n": "a\nb\nc\n", "\ufeffé": "é", "\xe9a": "\ufffda", "\xc8\xa0": "\u0220",
		"\xff\xfea\x00\xac\x20": "a€", "\xfe\xff\x00a\x20\xac": "a€", "\xff\xfea\x00b": "a", "\xff\xfe\x00\xd8": "\ufffd", "": "",
	} {
		if got := Decode([]byte(src)); got != want {
			t.Errorf("%q is read as %q, not as %q", src, got, want)
		}
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"text", "a\nb", "1:a\n2:b\n"},
		{"a fence", "a\n```go\n<!-- b -->\n```\nc", "1:a\n2|```go\n3|<!-- b -->\n4|```\n5:c\n"},
		{"a fence in a list", "1. ```sh\n   x\n   ```\n2. b", "1|1. ```sh\n2|   x\n3|   ```\n4:2. b\n"},
		{"a fence ends with its quote", "> ```\n> x\na", "1|> ```\n2|> x\n3:a\n"},
		{"tildes hold backticks", "~~~\n```\n~~~\na", "1|~~~\n2|```\n3|~~~\n4:a\n"},
		{"a comment in a line", "a<!-- x -->b", "1:ab {1: x }\n"},
		{"a comment of lines", "a<!-- x\ny -->b", "1:a {1: x/y }\n2:b\n"},
		{"a comment with a fence", "<!--\n```\n-->\na", "1: {1:/```/}\n4:a\n"},
		{"a comment in code", "a `<!-- x -->` b", "1:a `<!-- x -->` b\n"},
		{"a comment that never ends", "a <!-- b\nc", "1:a <!-- b\n2:c\n"},
		{"two comments", "<!--a--><!--b-->c", "1:c {1:a} {1:b}\n"},
		{"lines as on Windows", "a\r\nb", "1:a\n2:b\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := shown(Split(c.src, 1)); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

func TestTags(t *testing.T) {
	for _, c := range []struct{ name, src, want, left string }{
		{"layout goes, text stays", "<div class=\"x\">\na\n</div>", "\na\n", "1 div"},
		{"a picture", `<img src="a b.png" alt="A [b]">`, `![A \[b\]](<a b.png>)`, ""},
		{"a picture of two lines", "x <img\nsrc='a.png' alt=\"A\"/> y", "x ![A](a.png) y", ""},
		{"a link", `<a href="x.md" target=_blank>there</a>`, "[there](x.md)", ""},
		{"a name is no link", `<a name="x"></a>a`, "a", ""},
		{"emphasis", "<b>a</b> <em>b</em> <strong> c </strong>", "**a** *b*  c ", ""},
		{"a key", "<kbd>Return</kbd>", "`Return`", ""},
		{"a break", "a<br>b<br>", "a\\\nb ", ""},
		{"a break in a table", "| a<br>b | c |", "| a b | c |", ""},
		{"types stay", "Vec<T> and <String>", `Vec\<T> and \<String>`, ""},
		{"less than", "a < b", "a < b", ""},
		{"code stays", "`<div>`\n```\n<div>\n```", "`<div>`\n```\n<div>\n```", ""},
		{"a script goes", "a\n<script>\nx()\n</script> b", "a\n b", "2 script:\\nx()\\n"},
		{"a script that never ends is text", "<script>\nx", "\nx", "1 script"},
		{"a film", `<iframe src="https://example.org/x" title="Film"></iframe>`, "[Film](https://example.org/x)", "1 iframe"},
		{"cells part words", "<td>a</td><td>b</td>", "a b ", "1 td 1 td"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var left []string
			tags := Tags{Left: func(t Tag, held string) {
				s := fmt.Sprintf("%d %s", t.N, t.Name)
				if held != "" {
					s += ":" + strings.ReplaceAll(held, "\n", `\n`)
				}
				left = append(left, s)
			}}
			var got []string
			for _, l := range tags.Write(Split(c.src, 1)) {
				got = append(got, l.Text)
			}
			if s := strings.Join(got, "\n"); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
			if s := strings.Join(left, " "); s != c.left {
				t.Errorf("left %q, want %q", s, c.left)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"[a](b.md)", "[a](B.MD)"},
		{"x [a](b.md \"t\") y", "x [a](B.MD \"t\") y"},
		{"![a](b.png){alt='c d'}", "![a](B.PNG){alt='c d'}"},
		{"[![a](b)](c)", "[![a](B)](C)"},
		{"[a](<b c>)", "[a](<B C>)"},
		{"[a\nb](c)\nd", "[a\nb](C)\nd"},
		{"[a]: b 'c'", "[a]: B 'c'"},
		{"[a]: b c", "[a]: b c"},
		{"[^a]: b", "[^a]: b"},
		{"`[a](b)`", "`[a](b)`"},
		{"[a](b(c)d)", "[a](<B(C)D>)"},
		{"[a] (b)", "[a] (b)"},
		{`\[a](b)`, `\[a](b)`},
		{"[]()", "[]()"},
	} {
		t.Run(c.src, func(t *testing.T) {
			got := Links(Split(c.src, 1), func(l Link) string {
				l.Dest = strings.ToUpper(l.Dest)
				return l.String()
			})
			var lines []string
			for _, l := range got {
				lines = append(lines, l.Text)
			}
			if s := strings.Join(lines, "\n"); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

// FuzzPage holds the readers to what they promise of any text that importers give them: no letter between
// tags is lost, and lines keep their order.
func FuzzPage(f *testing.F) {
	for _, s := range []string{"a <b>c</b>", "<!-- a\n-->b", "```\n<a\n", "[a](b\nc)", "<a href=\"", "<script>a", "- ```\n> ~~~", "![[a]](b)", "\xc8[](\xa0\xa0)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		src = Decode([]byte(src))
		lines := Split(src, 1)
		for i := 1; i < len(lines); i++ {
			if lines[i].N < lines[i-1].N {
				t.Fatalf("line %d stands behind line %d", lines[i].N, lines[i-1].N)
			}
		}
		same := Links(lines, func(l Link) string { return l.Text + l.Dest + l.Title + l.Tail })
		if a, b := letters(lines), letters(same); a != b {
			t.Fatalf("links: %q became %q", a, b)
		}
		if !strings.Contains(src, "<") {
			if a, b := letters(lines), letters(Tags{}.Write(lines)); a != b {
				t.Fatalf("tags: %q became %q", a, b)
			}
		}
		Tags{}.Write(lines)
	})
}

// letters returns the letters and digits of lines.
func letters(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		for _, r := range l.Text {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
