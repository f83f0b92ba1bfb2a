// Package mdtext lays Markdown out as lines of text for a terminal. It knows
// what each piece of text is, not how it looks: mdview adds the styles, and
// the plain front end does without.
//
// What it promises:
//
//   - no line is wider than the given width; prose keeps to 80 cells even in a
//     wider window, code is cut rather than wrapped (or, with WholeCode, left
//     as wide as it is), tables are made to fit
//   - no word of the text is lost; tags and comments of HTML are
//   - nothing in the text reaches the terminal as a control
//   - any input, however nested or repeated, takes time in proportion to its
//     length
package mdtext

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/cairn-learn/cairn/internal/bounded"
	"github.com/cairn-learn/cairn/internal/diagram"
)

// Options says how a text is laid out. The zero value is a good start.
type Options struct {
	ASCII      bool    // lines, bullets and bars keep to ASCII
	Marks      bool    // show in signs what only style tells: `code`, ~~deleted~~
	URLs       bool    // the address follows a link's text
	Hyperlinks bool    // links can be followed in the terminal; mdview writes them
	Measure    int     // cells that a line of prose may take; 0: 80
	Underline  bool    // a rule stands under a heading of level 1
	Offsets    []int   // cells by which each code block is scrolled to the left; the others are not
	WholeCode  bool    // lines of code are not cut, however wide
	Rows       bool    // tables are told row by row, each cell behind its column's title
	Picture    Picture // how much room pictures take; nil: they are told
	Names      bool    // signs of formulas are written as names: alpha, <=
	PadCode    bool    // lines of a code block are filled up with spaces to one width
	Words      Words
}

// Words are the words that Markdown leaves to the program. An empty one stands
// for its English word.
type Words struct {
	Note, Tip, Important, Warning, Caution string         // names of the alerts
	Image                                  string         // stands before the alternative text
	Code                                   string         // stands before the language of code that is left whole
	AsWritten                              string         // stands above what is shown as its author wrote it
	Diagram                                *diagram.Words // nil: English
	Marked                                 string         // stands before the numbers of marked lines of code, where they have no sign
}

// Doc is a text laid out. Indexes of lines count from 0.
type Doc struct {
	Lines     []Line
	Links     []Link
	Code      []CodeBlock
	Images    []Image // those that room was left for
	Headings  []Heading
	Footnotes []Footnote // footnotes, in their order

	lay  *layouter
	next ast.Node // the first block that is not laid out; nil: none
	end  *extast.FootnoteList
}

// Line is one line, left to right. A blank line is empty.
type Line []Span

// Span is text of one look.
type Span struct {
	Text string
	Look Look
	Link int32 // index into Doc.Links plus one; 0: none
}

// Link is a link or an image.
type Link struct {
	Line  int // where its text starts
	Text  string
	URL   string // as written, made safe to show
	Image bool
	Note  int // of the number of a footnote: that number; 0: it is none
}

// Footnote is a note at the end of a text.
type Footnote struct {
	Line   int
	Number int
}

// Heading is a heading of the text.
type Heading struct {
	Line  int
	Level int // 1 to 6
	Text  string
	ID    string // what a link says behind "#" to lead here
}

// CodeBlock is a block of code as the author wrote it, made safe to show.
type CodeBlock struct {
	Line  int // of its first line of code
	Lines int
	Text  string
	Wide  bool // some line is wider than the block, so an offset shows more
	Most  int  // the greatest offset that still shows something new
}

// New prepares md for a window of width cells. Nothing is laid out until Upto
// asks for it.
func New(md string, width int, opt Options) *Doc {
	d := &Doc{}
	d.lay = newLayouter(d, md, width, opt)
	d.next = bounded.Text().Parse(text.NewReader(d.lay.src)).FirstChild()
	return d
}

// Upto lays the text out block by block until there are at least n lines, and
// reports whether the end was reached. A negative n means all of it.
func (d *Doc) Upto(n int) (done bool) {
	for n < 0 || len(d.Lines) < n {
		if d.next == nil && d.end == nil {
			break
		}
		d.step()
	}
	if d.next != nil || d.end != nil {
		return false
	}
	for i := range d.Links { // a link around nothing may come after the last line
		d.Links[i].Line = min(d.Links[i].Line, max(len(d.Lines)-1, 0))
	}
	return true
}

// step lays out one block. Footnotes come last, wherever they were written.
func (d *Doc) step() {
	if d.next == nil {
		d.lay.separate(0)
		d.lay.footnotes(d.end)
		d.end = nil
		return
	}
	n := d.next
	d.next = n.NextSibling()
	if notes, ok := n.(*extast.FootnoteList); ok {
		d.end = notes
		return
	}
	d.lay.separate(0)
	d.lay.block(n)
}

// Render lays out all of md.
func Render(md string, width int, opt Options) *Doc {
	d := New(md, width, opt)
	d.Upto(-1)
	return d
}

// Plain lays out md as lines without any style, for a reader who may see no
// style at all.
func Plain(md string, width int, opt Options) []string {
	opt.Marks = true
	d := Render(md, width, opt)
	lines := make([]string, len(d.Lines))
	for i, l := range d.Lines {
		lines[i] = l.String()
	}
	return lines
}

// Inline reads md as text in one line: a prompt, an option, an item. Marks of
// blocks, such as a leading "1.", are text like any other. The links it holds
// are returned beside it.
func Inline(md string, opt Options) (Line, []Link) {
	lay := newLayouter(&Doc{}, md, maxMeasure, opt)
	c := collector{lay: lay}
	for n := bounded.Line().Parse(text.NewReader(lay.src)).FirstChild(); n != nil; n = n.NextSibling() {
		if n.PreviousSibling() != nil {
			c.add(" ", Body)
		}
		c.all(n, Body)
	}
	line := make(Line, 0, len(c.runs))
	for _, r := range c.runs {
		if r.text == hardBreak {
			r.text = " "
		}
		line = append(line, Span{Text: r.text, Look: r.look, Link: r.link})
	}
	return line, lay.doc.Links
}

// String returns the text of the line.
func (l Line) String() string {
	switch len(l) {
	case 0:
		return ""
	case 1:
		return l[0].Text
	}
	n := 0
	for _, s := range l {
		n += len(s.Text)
	}
	b := make([]byte, 0, n)
	for _, s := range l {
		b = append(b, s.Text...)
	}
	return string(b)
}
