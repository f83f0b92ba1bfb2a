// Package markup writes the Markdown of a course as HTML that other programs and
// browsers show.
//
// What it promises: the result is well-formed as XML too. It holds no script, no
// event, no style and no address but those that it was told to write, whatever the
// Markdown says; HTML that an author wrote is left out and its text kept. It takes
// time in proportion to the text.
package markup

import (
	"bufio"
	"bytes"
	"html"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	markdown "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/cairn-learn/cairn/course/formula"
	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/bounded"
)

// Maker writes texts of one place. Its functions may be nil.
type Maker struct {
	// Link is the address of a link that leads to no page of the web, or false: then
	// its text stays.
	Link func(to string) (href string, ok bool)
	// Image is the address of a picture, or false: then its description stays.
	Image func(to string) (src string, ok bool)
	// Heading is the level and the id of a heading; without it headings are bold
	// paragraphs, as fields of other programs have no room for others.
	Heading func(level int, title string) (as int, id string)
	// Diagram draws a diagram, or says false: then it is shown as it is written.
	Diagram func(source string) (html string, ok bool)
	// Alerts are the titles of call-outs, by their kind; nil: in English.
	Alerts map[string]string
	// Lose is told what was not carried over.
	Lose func(what, why string)

	Whole  bool   // for browsers: tables and wide code in boxes that scroll, options of commands not broken at their hyphens
	Strict bool   // only what QTI 2.1 knows: it has no deleted text, and lists begin with one
	TeX    bool   // formulas stay TeX, between \( and \); else they become text
	Notes  string // begins the ids of footnotes: unique on a page
	Texts  *int   // counts the texts written so, whose footnotes are told apart; nil: there is one
}

// What may be lost of a link or a picture.
const (
	LostLink    = "a link within the course"
	LostPicture = "a picture"
)

// Block is Markdown as blocks of HTML.
func (m Maker) Block(md string) string {
	w := &writer{Maker: m, src: []byte(md)}
	if m.Texts != nil {
		if *m.Texts++; *m.Texts > 1 {
			w.Notes += strconv.Itoa(*m.Texts) + "-"
		}
	}
	w.children(bounded.Text(util.Prioritized(extension.NewFootnoteASTTransformer(), 999)).Parse(text.NewReader(w.src)))
	return strings.TrimSuffix(w.out.String(), "\n")
}

// Line is Markdown of one paragraph as HTML without a paragraph around it.
func (m Maker) Line(md string) string {
	w := &writer{Maker: m, src: []byte(md)}
	root := bounded.Line().Parse(text.NewReader(w.src))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if n != root.FirstChild() {
			w.put(" ")
		}
		w.children(n)
	}
	return w.out.String()
}

// Text is text that is no Markdown, as HTML.
func Text(s string) string { return html.EscapeString(clean(s)) }

// Plain is Markdown of one line as text without marks.
func Plain(md string) string {
	w := &writer{src: []byte(md), plain: true}
	w.children(bounded.Line().Parse(text.NewReader(w.src)))
	return strings.Join(strings.Fields(html.UnescapeString(w.out.String())), " ")
}

// clean is a text in which nothing acts or hides, and that XML can hold.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, textsafe.Text(s))
}

// writer writes one text.
type writer struct {
	Maker
	src   []byte
	out   strings.Builder
	plain bool // without tags
}

func (w *writer) put(s string) { w.out.WriteString(s) }

// tag writes what is no text.
func (w *writer) tag(s string) {
	if !w.plain {
		w.out.WriteString(s)
	}
}

func (w *writer) lose(what, why string) {
	if w.Lose != nil {
		w.Lose(what, why)
	}
}

func (w *writer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.node(c)
	}
}

// said is the text of a piece of Markdown: without the backslashes of escapes, and
// with the characters that are named.
func (w *writer) said(b []byte) string {
	var buf bytes.Buffer
	out := bufio.NewWriter(&buf)
	markdown.DefaultWriter.Write(out, b)
	_ = out.Flush() // to memory
	return html.UnescapeString(buf.String())
}

// spanned is the text of a code span or a formula.
func (w *writer) spanned(n ast.Node) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(w.src))
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}

// raw is the text of the lines of a block.
func (w *writer) raw(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		b.Write(seg.Value(w.src))
	}
	return b.String()
}

// formula writes TeX: as it is for programs that set it, or else as text. Then TeX is
// told beside it.
func (w *writer) formula(tex string, alone bool) {
	tex = strings.TrimSpace(tex)
	switch {
	case w.TeX && alone:
		w.put(`\[` + Text(tex) + `\]`)
	case w.TeX:
		w.put(`\(` + Text(tex) + `\)`)
	default:
		w.tag(`<span class="math" title="` + Text(tex) + `">`)
		w.put(Text(formula.Line(tex, false)))
		w.tag("</span>")
	}
}

// display writes a formula on lines of its own.
func (w *writer) display(tex string) {
	const width = 72 // cells that a line of a page holds
	if w.TeX {
		w.put("<p>")
		w.formula(tex, true)
		w.put("</p>\n")
		return
	}
	rows, ok := formula.Display(tex, width, false)
	if !ok {
		rows = []string{formula.Line(tex, false)}
	}
	w.put(`<pre class="math" title="` + Text(strings.TrimSpace(tex)) + `">` + Text(strings.Join(rows, "\n")) + "</pre>\n")
}
