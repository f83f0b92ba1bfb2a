package html2md

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth is how many elements are kept within each other. What lies deeper
// loses its tags and keeps its text.
const maxDepth = 40

// node is an element, or text if it has no tag.
type node struct {
	tag   string
	attrs []html.Attribute
	text  string
	line  int // from 0
	kids  []*node
}

func (n *node) attr(key string) string {
	for _, a := range n.attrs {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// builder puts the tags of a text together.
type builder struct {
	c     *converter
	open  []*node // the root first
	line  int
	depth map[string]int  // of the open elements, by tag
	words strings.Builder // text that no tag has ended yet
	from  int             // its line
}

// parse reads HTML. There is no wrong HTML: an end without a beginning is
// passed over, and what is open at the end is closed.
func (c *converter) parse(text string) *node {
	text = c.takeFormulas(text)
	b := &builder{c: c, open: []*node{{tag: "div"}}, depth: map[string]int{}}
	for z := html.NewTokenizer(strings.NewReader(text)); ; {
		kind := z.Next()
		raw := string(z.Raw())
		if kind == html.ErrorToken {
			if strings.HasPrefix(raw, "<") && !strings.HasPrefix(raw, "<!") { // a tag that does not end
				b.text(html.UnescapeString(raw))
			}
			b.flush()
			return b.open[0]
		}
		switch kind {
		case html.TextToken:
			b.text(html.UnescapeString(raw))
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(z.Token(), raw)
		case html.EndTagToken:
			b.end(z.Token().Data)
		case html.CommentToken, html.DoctypeToken, html.ErrorToken:
		}
		b.line += strings.Count(raw, "\n")
	}
}

func (b *builder) top() *node { return b.open[len(b.open)-1] }

func (b *builder) text(s string) {
	if b.words.Len() == 0 {
		b.from = b.line
	}
	b.words.WriteString(s)
}

// flush puts the text that was collected into the tree.
func (b *builder) flush() {
	if b.words.Len() > 0 {
		top := b.top()
		top.kids = append(top.kids, &node{text: b.words.String(), line: b.from})
		b.words.Reset()
	}
}

func (b *builder) start(t html.Token, raw string) {
	name := t.Data
	if atom.Lookup([]byte(name)) == 0 && !strings.ContainsAny(name, ":-") && b.depth["math"]+b.depth["svg"] == 0 {
		b.c.lose(b.line, "<"+name+">", "it is no HTML, and is kept as text")
		b.text(raw)
		return
	}
	b.flush()
	b.close(name)
	n := &node{tag: name, attrs: t.Attr, line: b.line}
	if len(b.open) >= maxDepth {
		b.c.lose(b.line, "<"+name+">", "it lies too deep in other tags")
		return
	}
	b.top().kids = append(b.top().kids, n)
	if !isVoid(name) && t.Type != html.SelfClosingTagToken {
		b.open = append(b.open, n)
		b.depth[name]++
	}
}

// end closes an element with all that is open in it.
func (b *builder) end(name string) {
	if b.depth[name] == 0 {
		return
	}
	b.flush()
	for {
		last := b.top()
		b.open = b.open[:len(b.open)-1]
		b.depth[last.tag]--
		if last.tag == name {
			return
		}
	}
}

// close ends what may not hold the tag that comes: a paragraph that another
// block follows, an entry that another entry follows.
func (b *builder) close(next string) {
	switch next {
	case "li":
		b.endWithin([]string{"li"}, "ul", "ol")
	case "td", "th":
		b.endWithin([]string{"td", "th"}, "table")
	case "tr", "tbody", "thead", "tfoot":
		b.endWithin([]string{"tr"}, "table")
	case "dt", "dd":
		b.endWithin([]string{"dt", "dd"}, "dl")
	case "option":
		b.end("option")
	}
	if isBlock(next) {
		b.endWithin([]string{"p"}, "table", "td", "th", "li", "dd", "blockquote")
	}
}

// endWithin closes the innermost of the elements, if it is inside of the
// innermost of the bounds.
func (b *builder) endWithin(names []string, bounds ...string) {
	for i := len(b.open) - 1; i > 0; i-- {
		switch tag := b.open[i].tag; {
		case slices.Contains(names, tag):
			b.end(tag)
			return
		case slices.Contains(bounds, tag):
			return
		}
	}
}

func isVoid(tag string) bool {
	switch tag {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}

// isBlock reports whether a tag begins a paragraph of its own.
func isBlock(tag string) bool {
	switch tag {
	case "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset",
		"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend",
		"li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
		"tr", "ul", "caption":
		return true
	}
	return false
}

// plain returns the text of nodes without any markup.
func (c *converter) plain(nodes []*node) string {
	var b strings.Builder
	var add func(nodes []*node)
	add = func(nodes []*node) {
		for _, n := range nodes {
			switch {
			case n.tag == "":
				b.WriteString(n.text)
			case n.tag == "br":
				b.WriteByte('\n')
			case isBlock(n.tag) && b.Len() > 0 && !strings.HasSuffix(b.String(), "\n"):
				b.WriteByte('\n')
				add(n.kids)
			default:
				add(n.kids)
			}
		}
	}
	add(nodes)
	return c.rawFormulas(b.String())
}
