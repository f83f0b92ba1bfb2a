package mdtext

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
)

const (
	maxMeasure = 80 // cells of a line of prose, where the options say nothing: longer ones are hard to read
	minText    = 12 // cells that indents leave for text; what nests deeper is not indented
)

// layouter lays blocks out one after the other.
type layouter struct {
	doc     *Doc
	md      string
	src     []byte // md
	opt     Options
	width   int // of the window
	measure int // of prose
	signs   signs

	parts   []part // the containers around the present block
	indent  int    // cells that parts take on every line but their first
	bullets int    // bulleted lists among parts

	blank      bool // a blank line stands before the next line
	blankDepth int  // how many parts it has

	spans []Span // where lines are made
	wrap  wrapper
	from  int // links before this one have their line

	drawings int            // drawn so far
	slugs    map[string]int // names of headings, and how often each was given
}

// part is what a container writes at the left of its lines.
type part struct {
	first, rest Span
	firstW      int
	restW       int
	used        bool // first was written
}

// signs are the characters that draw lines, bars and bullets.
type signs struct {
	bullet, deeper string // of lists, and of lists in lists
	bar, alert     string
	rule           string
	column, cross  string // between the columns of a table; where a rule crosses it
	before, after  string // code goes on to the left, to the right
	marked         string // beside a marked line of code
	under          string // a heading of level 1
}

func newSigns(ascii bool) signs {
	if ascii {
		return signs{"-", "-", "|", "|", "-", " | ", "-+-", "<", ">", "|", "="}
	}
	return signs{"•", "-", "│", "┃", "─", " │ ", "─┼─", "‹", "›", "┃", "─"}
}

func newLayouter(d *Doc, md string, width int, opt Options) *layouter {
	width = max(width, 2)
	measure := opt.Measure
	if measure <= 0 {
		measure = maxMeasure
	}
	l := &layouter{
		doc: d, md: md, src: []byte(md), opt: opt,
		width: width, measure: max(min(width, measure), 2), signs: newSigns(opt.ASCII), slugs: map[string]int{},
	}
	l.wrap.out = l
	return l
}

// push enters a container that writes first before its first line and rest
// before the others. Where that leaves no room for text, a bar or an indent is
// left out and a marker stands alone, the lines after it not indented.
func (l *layouter) push(first, rest Span) {
	p := part{first: first, rest: rest, firstW: cells(first.Text), restW: cells(rest.Text)}
	if l.measure-l.indent-p.restW < minText {
		if first == rest {
			p = part{}
		}
		p.rest, p.restW = Span{}, 0
		if l.firstWidth()+p.firstW > l.measure/2 {
			l.flushFirst()
		}
		if l.indent+p.firstW > l.measure/2 {
			l.emit([]run{{text: strings.TrimSpace(p.first.Text), look: p.first.Look}})
			p.first, p.firstW = Span{}, 0
		}
	}
	l.parts = append(l.parts, p)
	l.indent += p.restW
}

// firstWidth is the width of what stands before the text of the next line.
func (l *layouter) firstWidth() int {
	w := 0
	for i := range l.parts {
		if l.parts[i].used {
			w += l.parts[i].restW
		} else {
			w += l.parts[i].firstW
		}
	}
	return w
}

// flushFirst writes markers that still wait for a line on one of their own.
func (l *layouter) flushFirst() {
	for i := range l.parts {
		if !l.parts[i].used && l.parts[i].firstW > 0 {
			line, _ := l.begin()
			l.end(line)
			return
		}
	}
}

// pop leaves the innermost container. A marker without any text still shows.
func (l *layouter) pop() {
	n := len(l.parts) - 1
	if p := l.parts[n]; !p.used && strings.TrimSpace(p.first.Text) != "" {
		line, _ := l.begin()
		l.end(line)
	}
	l.indent -= l.parts[n].restW
	l.parts = l.parts[:n]
	if l.blank && l.blankDepth > n {
		l.blank = false
	}
}

// separate asks for a blank line before the next line, unless nothing was
// written since the container began at line start.
func (l *layouter) separate(start int) {
	if len(l.doc.Lines) > start {
		l.blank, l.blankDepth = true, len(l.parts)
	}
}

// begin starts a line with what the containers write at its left.
func (l *layouter) begin() (Line, int) {
	if l.blank {
		l.blank = false
		l.end(l.left(l.blankDepth))
	}
	width := l.firstWidth()
	line := l.left(len(l.parts))
	for i := range l.parts {
		l.parts[i].used = true
	}
	return line, width
}

// left makes what the first n containers write at the left of the next line.
func (l *layouter) left(n int) Line {
	const least = 16
	if cap(l.spans)-len(l.spans) < n+least {
		l.spans = make([]Span, 0, 1024)
	}
	line := Line(l.spans[len(l.spans):len(l.spans):cap(l.spans)])
	for i := range l.parts[:n] {
		s := l.parts[i].rest
		if !l.parts[i].used {
			s = l.parts[i].first
		}
		if s.Text != "" {
			line = append(line, s)
		}
	}
	return line
}

// end takes a finished line.
func (l *layouter) end(line Line) {
	if len(line) > 0 && cap(l.spans) > len(l.spans) && &line[0] == &l.spans[:len(l.spans)+1][len(l.spans)] {
		l.spans = l.spans[:len(l.spans)+len(line)]
	}
	line = trimRight(line[:len(line):len(line)])
	for _, s := range line {
		if s.Link > 0 && int(s.Link) > l.from {
			for l.from < int(s.Link) {
				l.doc.Links[l.from].Line = len(l.doc.Lines)
				l.from++
			}
		}
	}
	l.doc.Lines = append(l.doc.Lines, line)
}

// trimRight takes blank ends off a line, but not off code: there they may have
// been asked for.
func trimRight(line Line) Line {
	for n := len(line) - 1; n >= 0 && !line[n].Look.inCode(); n-- {
		text := strings.TrimRight(line[n].Text, " ")
		if text == line[n].Text && text != "" {
			break
		}
		if text != "" {
			line[n].Text = text
			break
		}
		line = line[:n]
	}
	return line
}

// emit wraps runs as one paragraph of prose. Without any text in them it does
// nothing.
func (l *layouter) emit(runs []run) {
	runs = trimRuns(runs)
	if len(runs) == 0 {
		return
	}
	l.wrap.limit = l.measure
	l.wrap.wrap(runs)
}

// trimRuns takes blank runs off both ends.
func trimRuns(runs []run) []run {
	blank := func(r run) bool { return strings.TrimSpace(r.text) == "" }
	for len(runs) > 0 && blank(runs[0]) {
		runs = runs[1:]
	}
	for len(runs) > 0 && blank(runs[len(runs)-1]) {
		runs = runs[:len(runs)-1]
	}
	return runs
}

// newLink notes a link and returns its number.
func (l *layouter) newLink(url string, image bool) int32 {
	l.doc.Links = append(l.doc.Links, Link{URL: textsafe.Line(url), Image: image, Line: len(l.doc.Lines)})
	return int32(len(l.doc.Links))
}

// children lays out the blocks of a container. In a tight one no blank lines
// stand between them.
func (l *layouter) children(n ast.Node, tight bool) {
	start := len(l.doc.Lines)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if !tight {
			l.separate(start)
		}
		l.block(c)
	}
}
