package mdtext

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/dollars"
)

// run is text of one look before it is broken into lines.
type run struct {
	text string
	look Look
	link int32
	glue bool // its spaces are no places to break
}

// hardBreak is the text of a run that ends a line.
const hardBreak = "\n"

// maxGlued is how wide code within text may be and still be kept on one line.
const maxGlued = 30

// collector turns inline nodes into runs.
type collector struct {
	lay  *layouter
	runs []run
	skip int // text before this offset of the source was said already
	tags tagState
}

// all collects the text of a block.
func (c *collector) all(n ast.Node, look Look) {
	c.children(n, look)
	c.closeTags()
}

func (c *collector) children(n ast.Node, look Look) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.node(child, look)
	}
}

func (c *collector) node(n ast.Node, look Look) {
	if c.skip > 0 && startsBefore(n, c.skip) {
		return
	}
	switch n := n.(type) {
	case *ast.Text:
		c.text(n, look)
	case *ast.String:
		c.add(textsafe.Line(string(n.Value)), look)
	case *dollars.Span:
		c.formula(n, look)
	case *ast.CodeSpan:
		c.code(n, look)
	case *ast.Emphasis:
		if n.Level == 1 {
			look |= Emphasis
		} else {
			look |= Strong
		}
		c.children(n, look)
	case *extast.Strikethrough:
		c.marked("~~", look|Strike, func() { c.children(n, look|Strike) })
	case *ast.Link:
		c.link(n, look)
	case *ast.AutoLink:
		c.autoLink(n, look)
	case *ast.Image:
		alt := collector{lay: c.lay}
		alt.children(n, Body)
		c.image(alt.string(), string(n.Destination), look)
	case *ast.RawHTML:
		c.html(n, look)
	case *extast.TaskCheckBox:
		c.add(checkbox(n.IsChecked)+" ", look)
	case *extast.FootnoteLink:
		c.footnote(n.Index, look)
	case *extast.FootnoteBacklink:
	default:
		c.children(n, look)
	}
}

// footnote is the number of a footnote, which leads to it.
func (c *collector) footnote(number int, look Look) {
	label := "[" + strconv.Itoa(number) + "]"
	before := c.tags.link
	if link := c.lay.newLink("", false); before == 0 {
		c.tags.link = link
	}
	l := &c.lay.doc.Links[len(c.lay.doc.Links)-1]
	l.Text, l.Note = label, number
	c.add(label, look|Dim)
	c.tags.link = before
}

// startsBefore reports whether the text of n begins before an offset of the
// source.
func startsBefore(n ast.Node, offset int) bool {
	for ; n != nil; n = n.FirstChild() {
		if t, ok := n.(*ast.Text); ok {
			return t.Segment.Start < offset
		}
	}
	return false
}

func checkbox(checked bool) string {
	if checked {
		return "[x]"
	}
	return "[ ]"
}

func (c *collector) text(n *ast.Text, look Look) {
	seg := n.Segment
	s := c.lay.slice(seg)
	if !n.IsRaw() {
		s = decode(s)
	}
	c.add(textsafe.Line(s), look)
	switch {
	case n.HardLineBreak():
		c.add(hardBreak, look)
	case n.SoftLineBreak() && !c.lay.joinsNext(seg.Stop):
		c.add(" ", look)
	}
}

// add appends text with what the HTML tags around it say.
func (c *collector) add(s string, look Look) {
	if s == "" {
		return
	}
	c.runs = append(c.runs, run{text: s, look: look | c.tags.look, link: c.tags.link})
}

// marked writes the sign around what body adds, for readers without style.
func (c *collector) marked(sign string, look Look, body func()) {
	if !c.lay.opt.Marks {
		body()
		return
	}
	c.add(sign, look)
	body()
	c.add(sign, look)
}

func (c *collector) code(n *ast.CodeSpan, look Look) {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			b.WriteString(strings.TrimRight(c.lay.slice(t.Segment), "\r\n"))
			if s := c.lay.slice(t.Segment); strings.HasSuffix(s, "\n") {
				b.WriteByte(' ')
			}
		}
	}
	s := textsafe.Line(b.String())
	if s == "" {
		return
	}
	if c.lay.opt.Marks {
		s = "`" + s + "`"
	}
	c.add(s, look|CodeSpan)
	c.runs[len(c.runs)-1].glue = cells(s) <= min(maxGlued, c.lay.measure/2)
}

func (c *collector) link(n *ast.Link, look Look) {
	url := decode(string(n.Destination))
	from := len(c.runs)
	before := c.tags.link
	c.tags.link = c.lay.newLink(url, false)
	c.children(n, look|Linked)
	if len(c.runs) == from {
		c.add(textsafe.Line(url), look|Linked)
	}
	c.tags.link = c.endLink(from, before)
}

// endLink gives the link that began at run from its text and, if the reader
// wants it, shows its address. It returns the link around it.
func (c *collector) endLink(from int, around int32) int32 {
	if c.tags.link == 0 {
		return around
	}
	l := &c.lay.doc.Links[c.tags.link-1]
	l.Text = strings.TrimSpace(runsString(c.runs[from:]))
	if l.Text == "" {
		l.Text = l.URL
	}
	if c.lay.opt.URLs && l.URL != "" && l.URL != l.Text && l.URL != "mailto:"+l.Text {
		c.add(" ("+l.URL+")", Dim)
	}
	return around
}

func (c *collector) autoLink(n *ast.AutoLink, look Look) {
	label := textsafe.Line(string(n.Label(c.lay.src)))
	url := textsafe.Line(string(n.URL(c.lay.src)))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
		url = "mailto:" + url
	}
	before := c.tags.link
	c.tags.link = c.lay.newLink(url, false)
	c.lay.doc.Links[c.tags.link-1].Text = label
	c.add(label, look|Linked)
	c.tags.link = before
}

// image stands for a picture: its alternative text and the name of its file.
func (c *collector) image(alt, dest string, look Look) {
	dest = decode(dest)
	name := dest
	if strings.HasPrefix(name, "data:") {
		name = ""
	}
	name, _, _ = strings.Cut(name, "?")
	name = textsafe.Line(name[strings.LastIndexByte(name, '/')+1:])
	alt = strings.TrimSpace(alt)
	s := c.lay.opt.Words.image()
	switch {
	case alt == "" && name != "":
		s += ": " + name
	case alt != "" && name == "":
		s += ": " + alt
	case alt != "":
		s += ": " + alt + " (" + name + ")"
	}
	before := c.tags.link
	if link := c.lay.newLink(dest, true); before == 0 {
		c.tags.link = link
		c.lay.doc.Links[link-1].Text = alt
	}
	c.add("["+s+"]", look|Emphasis)
	c.tags.link = before
}

func (w Words) image() string {
	if w.Image == "" {
		return "Image"
	}
	return w.Image
}

func (c *collector) string() string { return strings.TrimSpace(runsString(c.runs)) }

func runsString(runs []run) string {
	if len(runs) == 1 && runs[0].text != hardBreak {
		return runs[0].text
	}
	var b strings.Builder
	for _, r := range runs {
		if r.text == hardBreak {
			b.WriteByte(' ')
			continue
		}
		b.WriteString(r.text)
	}
	return b.String()
}

// slice returns a part of the source without copying it.
func (l *layouter) slice(seg text.Segment) string {
	if seg.Padding > 0 || seg.ForceNewline {
		return string(seg.Value(l.src))
	}
	return l.md[seg.Start:seg.Stop]
}

// joinsNext reports whether the line that ends at stop joins the next one
// without a space, as in scripts that have none.
func (l *layouter) joinsNext(stop int) bool {
	before := strings.TrimRight(l.md[:stop], " \n")
	last, _ := utf8.DecodeLastRuneInString(before)
	if last < utf8.RuneSelf || !ideographic(last) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.md[stop:], " \t\n>"))
	return ideographic(next)
}
