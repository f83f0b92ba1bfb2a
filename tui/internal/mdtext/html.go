package mdtext

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
)

// tag is a tag of HTML, or what is skipped like one: a comment, an instruction.
type tag struct {
	name  string // in lower case; empty for a comment
	close bool
	attrs string
}

// tagReader reads the tags of one text from its beginning to its end.
type tagReader struct {
	endless [4]bool // no end of this kind of what is skipped follows
}

// read reads the tag at the start of s, which begins with "<". It returns its
// length, or 0 when the "<" is text.
func (r *tagReader) read(s string) (tag, int) {
	for i, skip := range [...][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<!", ">"}, {"<?", "?>"}} {
		if !strings.HasPrefix(s, skip[0]) {
			continue
		}
		if !r.endless[i] {
			if end := strings.Index(s, skip[1]); end >= 0 {
				return tag{}, end + len(skip[1])
			}
			r.endless[i] = true
		}
		return tag{}, 0
	}
	t := tag{}
	i := 1
	if i < len(s) && s[i] == '/' {
		t.close = true
		i++
	}
	from := i
	for i < len(s) && (isLetter(s[i]) || i > from && ('0' <= s[i] && s[i] <= '9' || s[i] == '-')) {
		i++
	}
	if i == from || i == len(s) || !strings.ContainsRune(" \t\n/>", rune(s[i])) {
		return tag{}, 0
	}
	t.name = strings.ToLower(s[from:i])
	end := tagEnd(s, i)
	if end < 0 {
		return tag{}, 0
	}
	t.attrs = s[i:end]
	return t, end + 1
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// tagEnd finds the ">" of a tag, past any in quotes; -1 when there is none.
func tagEnd(s string, from int) int {
	for i := from; i < len(s); i++ {
		switch s[i] {
		case '>':
			return i
		case '<':
			return -1
		case '"', '\'':
			n := strings.IndexByte(s[i+1:], s[i])
			if n < 0 {
				return -1
			}
			i += n + 1
		}
	}
	return -1
}

// attr returns the value of an attribute.
func (t tag) attr(name string) string {
	for rest := t.attrs; ; {
		rest = strings.TrimLeft(rest, " \t\n/")
		if rest == "" {
			return ""
		}
		end := strings.IndexAny(rest, "= \t\n/")
		if end < 0 {
			end = len(rest)
		}
		key := rest[:end]
		value := ""
		rest = strings.TrimLeft(rest[end:], " \t\n")
		if v, ok := strings.CutPrefix(rest, "="); ok {
			value, rest = attrValue(strings.TrimLeft(v, " \t\n"))
		}
		if strings.EqualFold(key, name) {
			return decodeEntities(value)
		}
	}
}

func attrValue(s string) (value, rest string) {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		value, rest, _ = strings.Cut(s[1:], s[:1])
		return value, rest
	}
	end := strings.IndexAny(s, " \t\n")
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}

// tagState is what the tags around a text say of it.
type tagState struct {
	look  Look
	link  int32
	from  int // the run with which the link begins
	outer []outerTag
}

type outerTag struct {
	name  string
	look  Look
	link  int32
	from  int
	after string // text that the closing tag adds
}

// tag opens or closes an inline tag.
func (c *collector) tag(t tag) {
	if t.close {
		c.closeTag(t.name)
		return
	}
	look, after := c.tags.look, ""
	switch t.name {
	case "b", "strong", "summary", "dt", "th":
		look |= Strong
	case "i", "em", "cite", "dfn", "var":
		look |= Emphasis
	case "s", "del", "strike":
		look |= Strike
		if c.lay.opt.Marks {
			after = "~~"
			c.add("~~", look)
		}
	case "code", "kbd", "samp", "tt":
		look |= CodeSpan
	case "mark":
		look |= Marked
	case "sup":
		c.add("^", look)
	case "sub":
		c.add("_", look)
	case "q":
		after = `"`
		c.add(after, look)
	case "br":
		c.add(hardBreak, look)
		return
	case "img":
		c.image(textsafe.Line(t.attr("alt")), t.attr("src"), look)
		return
	case "a":
	default:
		return
	}
	c.tags.outer = append(c.tags.outer, outerTag{t.name, c.tags.look, c.tags.link, c.tags.from, after})
	c.tags.look = look
	if href := t.attr("href"); t.name == "a" && href != "" {
		c.tags.look |= Linked
		c.tags.link, c.tags.from = c.lay.newLink(href, false), len(c.runs)
	}
}

func (c *collector) closeTag(name string) {
	for i := len(c.tags.outer) - 1; i >= 0; i-- {
		o := c.tags.outer[i]
		if o.name != name {
			continue
		}
		c.add(o.after, 0)
		if c.tags.link != o.link {
			c.endLink(c.tags.from, o.link)
		}
		c.tags.look, c.tags.link, c.tags.from = o.look, o.link, o.from
		c.tags.outer = c.tags.outer[:i]
		return
	}
}

// closeTags closes what the text left open.
func (c *collector) closeTags() {
	for n := len(c.tags.outer); n > 0; n = len(c.tags.outer) {
		c.closeTag(c.tags.outer[n-1].name)
	}
}

// html reads a tag between text.
func (c *collector) html(n *ast.RawHTML, _ Look) {
	var s string
	if n.Segments.Len() == 1 {
		s = c.lay.slice(n.Segments.At(0))
	} else {
		s = string(n.Segments.Value(c.lay.src))
	}
	if t, size := new(tagReader).read(s); size > 0 && t.name != "" {
		c.tag(t)
	}
}

// htmlBlock shows the text of a block of HTML: its tags go, and those that
// start a new block start a new line.
func (l *layouter) htmlBlock(n *ast.HTMLBlock) {
	s := string(n.Lines().Value(l.src))
	if n.HasClosure() {
		s += string(n.ClosureLine.Value(l.src))
	}
	var tags tagReader
	b := htmlReader{collector: collector{lay: l}, start: len(l.doc.Lines)}
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at != 0 {
			if at < 0 {
				at = len(s)
			}
			b.text(s[:at])
			s = s[at:]
			continue
		}
		t, size := tags.read(s)
		if size == 0 {
			b.text("<")
			s = s[1:]
			continue
		}
		s = s[size:]
		if b.pre != nil && t.name != "pre" {
			if t.name == "br" {
				b.text("\n")
			}
			continue
		}
		if !t.close && (t.name == "script" || t.name == "style") {
			s = skipElement(s, t.name)
			continue
		}
		b.block(t)
	}
	b.preformatted(false)
	b.closeTags()
	b.flush()
}

// skipElement drops what is not meant to be read, up to the closing tag.
func skipElement(s, name string) string {
	if end := strings.Index(strings.ToLower(s), "</"+name); end >= 0 {
		return s[end:]
	}
	return ""
}

// htmlReader collects the text of an HTML block paragraph by paragraph.
type htmlReader struct {
	collector
	start int              // lines before the block
	head  Look             // of a heading
	level int              // of a heading, 1 to 6; 0: none
	pre   *strings.Builder // preformatted text; nil outside of it
}

func (b *htmlReader) text(s string) {
	s = textsafe.Text(decodeEntities(s))
	if b.pre != nil {
		b.pre.WriteString(s)
		return
	}
	b.add(strings.NewReplacer("\n", " ", "\t", " ").Replace(s), b.head)
}

// preformatted begins or ends text that is kept as it is.
func (b *htmlReader) preformatted(begin bool) {
	if b.pre != nil {
		if s := strings.Trim(b.pre.String(), "\n"); s != "" {
			b.lay.codeBlock(s, codeInfo{})
		}
		b.lay.separate(b.start)
		b.pre = nil
	}
	if begin {
		b.pre = new(strings.Builder)
	}
}

func (b *htmlReader) block(t tag) {
	switch t.name {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		b.paragraph()
		b.head = Body
		b.level = 0
		if !t.close {
			b.level = int(t.name[1] - '0')
			b.head = [...]Look{Heading1, Heading2, Heading3}[min(b.level, 3)-1]
		}
	case "p", "ul", "ol", "dl", "table", "blockquote", "details", "section", "article", "figure":
		b.paragraph()
	case "pre":
		b.paragraph()
		b.preformatted(!t.close)
	case "hr":
		b.paragraph()
		b.lay.rule()
	case "li":
		b.flush()
		if !t.close {
			b.add(b.lay.signs.bullet+" ", Marker)
		}
	case "div", "tr", "dd", "center", "header", "footer", "nav", "main", "aside", "form", "figcaption",
		"option", "fieldset", "legend", "address", "thead", "tbody", "caption", "video", "audio", "iframe":
		b.flush()
	case "td", "th":
		b.add(" ", Body)
		b.tag(t)
	case "summary", "dt":
		b.flush()
		b.tag(t)
	default:
		b.tag(t)
	}
}

// flush ends the line, if it has any text.
func (b *htmlReader) flush() {
	if b.level > 0 {
		b.lay.headed(b.runs, b.level)
	} else {
		b.lay.emit(b.runs)
	}
	b.runs = b.runs[:0]
	b.tags.from = 0
}

// paragraph ends the line and leaves a blank one.
func (b *htmlReader) paragraph() {
	b.flush()
	b.lay.separate(b.start)
}
