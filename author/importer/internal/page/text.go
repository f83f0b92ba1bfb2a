package page

import (
	"html"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/cairn-learn/cairn/author/draft"
)

// Shows reports whether any of the lines shows something.
func Shows(lines []Line) bool {
	return slices.ContainsFunc(lines, func(l Line) bool { return !l.Blank() })
}

// maxPlain is the longest text that Plain reads as Markdown, in bytes. Titles and
// answers are shorter.
const maxPlain = 4 << 10

// Plain returns the words of a line of Markdown, of pictures their descriptions.
func Plain(md string) string {
	if len(md) > maxPlain || !strings.ContainsAny(md, "*_`[]<>\\&~!") {
		return strings.Join(strings.Fields(md), " ")
	}
	src := []byte("x" + md) // so that no sign at its beginning makes it a list or a heading
	var b strings.Builder
	root := goldmark.DefaultParser().Parse(text.NewReader(src))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.Write(unescaped(n.Segment.Value(src)))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(src))
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.Join(strings.Fields(strings.TrimPrefix(b.String(), "x")), " ")
}

// unescaped takes the backslashes before signs away, and reads entities.
func unescaped(s []byte) []byte {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
			i++
		}
		out = append(out, s[i])
	}
	return []byte(html.UnescapeString(string(out)))
}

// OneLine writes lines of text as one line of Markdown.
func OneLine(lines []Line) string {
	var words []string
	for _, l := range lines {
		words = append(words, strings.TrimSuffix(strings.TrimSpace(l.Text), `\`))
	}
	return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
}

// CodeSpan writes text as code within a line.
func CodeSpan(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	mark := draft.Ticks(s, 1)
	if strings.HasPrefix(s, "`") || strings.HasSuffix(s, "`") {
		s = " " + s + " "
	}
	return mark + s + mark
}
