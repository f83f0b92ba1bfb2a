package course

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// parseBody reads the body of a Markdown file: lesson text, questions, asks,
// tasks, cards and glossary entries, with everything that is wrong with them.
//
// What cannot be graded is kept as text, so nothing the author wrote is lost.
// Links, rules, skills and mix-ups are left as written; linking resolves them.
func parseBody(doc *document, def defaults) (parsed, []Diag) {
	b := newBody(doc, def)
	switch doc.kind {
	case KindCards:
		b.cards()
	case KindGlossary:
		b.glossary()
	default:
		b.lesson()
	}
	b.collectLinks()
	b.reportDerived()
	b.withoutHidden()
	slices.SortStableFunc(b.diags, func(x, y Diag) int {
		return cmp.Or(cmp.Compare(x.Pos.Line, y.Pos.Line), cmp.Compare(x.Pos.Col, y.Pos.Col))
	})
	return b.out, b.diags
}

// withoutHidden leaves out that something is missing from the part in which a comment
// or code begins that is never closed: it is in there.
func (b *body) withoutHidden() {
	if b.openAt < 0 {
		return
	}
	from := 0
	for _, pc := range b.pieces {
		if pc.start < b.openAt && pc.node.Kind() == ast.KindHeading {
			from = pc.start
		}
	}
	line := b.pos(from).Line
	b.diags = slices.DeleteFunc(b.diags, func(d Diag) bool {
		switch d.Code {
		case codeNoAnswers, codeNothingMarked, codeSingleOption, codeSingleWay, codeEmptyPart, codeEmptyPool, codeTooFew:
			return d.Pos.Line >= line
		}
		return false
	})
}

// body is one Markdown body on its way into the model. All offsets are into
// src, which begins after the front matter.
type body struct {
	doc    *document
	def    defaults
	src    string
	bytes  []byte // the same, for the parser
	starts []int  // offset of each line of src
	line0  int    // lines of the file before src

	parsers *parsers
	masked  []byte // what the parser sees
	root    ast.Node
	styled  map[ast.Node]ast.Node // top-level nodes by those of root; nil until emphasis matters
	pieces  []piece               // top-level parts of the Markdown, in order
	codes   []span                // ranges shown as plain code because they were refused
	links   []linkAt              // in order
	defs    map[string]span       // reference definitions by normalised label
	notes   map[string]*note      // footnotes by label
	marks   []noteAt              // where footnotes are marked, in order
	copied  int                   // bytes of footnotes that were taken along

	openAt  int // where a comment or code begins that is never closed; -1: there is none
	ids     idSet
	derived []span // headings of questions, tasks and asks whose id is made from their words
	firstID string // made from the first of them

	out   parsed
	diags []Diag
}

func newBody(doc *document, def defaults) *body {
	start := min(max(doc.body, 0), len(doc.src))
	b := &body{
		doc:   doc,
		def:   def,
		src:   doc.src[start:],
		bytes: []byte(doc.src[start:]),
		line0: strings.Count(doc.src[:start], "\n"),
		defs:  map[string]span{},
		ids:   idSet{},

		openAt: -1,
	}
	b.starts = append(make([]int, 0, strings.Count(b.src, "\n")+1), 0)
	for i := range len(b.src) {
		if b.src[i] == '\n' {
			b.starts = append(b.starts, i+1)
		}
	}
	b.read()
	return b
}

// lineAt returns the index of the line that holds the offset.
func (b *body) lineAt(at int) int {
	return max(sort.SearchInts(b.starts, at+1)-1, 0)
}

// lineStart returns the offset at which the line that holds at begins.
func (b *body) lineStart(at int) int { return b.starts[b.lineAt(at)] }

// lineSpan returns the i-th line without its line feed.
func (b *body) lineSpan(i int) span {
	from, to := b.starts[i], len(b.src)
	if i+1 < len(b.starts) {
		to = b.starts[i+1] - 1
	}
	return span{from, to}
}

// pos turns an offset into a place in the file.
func (b *body) pos(at int) Pos {
	i := b.lineAt(at)
	return Pos{File: b.doc.file, Line: b.line0 + i + 1, Col: at - b.starts[i] + 1}
}

// fail reports something that cannot be shown or graded, warn something that
// will hurt. The span is cut at the end of its first line.
func (b *body) fail(code string, at span, msg, hint string) { b.report(Error, code, at, msg, hint) }
func (b *body) warn(code string, at span, msg, hint string) { b.report(Warning, code, at, msg, hint) }

func (b *body) report(sev Severity, code string, at span, msg, hint string) {
	at.start = min(max(at.start, 0), len(b.src))
	line := b.lineSpan(b.lineAt(at.start))
	b.diags = append(b.diags, Diag{
		Code:     code,
		Severity: sev,
		Pos:      b.pos(at.start),
		Len:      max(min(at.end, line.end)-at.start, 0),
		Line:     b.src[line.start:line.end],
		Msg:      msg,
		Hint:     hint,
	})
}

// adopt takes over findings about a part of the body from another reader,
// which knows the place but not the line.
func (b *body) adopt(diags []Diag) {
	for _, d := range diags {
		if i := d.Pos.Line - b.line0 - 1; d.Line == "" && i >= 0 && i < len(b.starts) {
			line := b.lineSpan(i)
			d.Line = b.src[line.start:line.end]
			d.Pos.Col = min(d.Pos.Col, len(d.Line)+1)
			d.Len = min(d.Len, len(d.Line)-d.Pos.Col+1)
		}
		b.diags = append(b.diags, d)
	}
}

// trimmed narrows a range to what is not white space.
func (b *body) trimmed(s span) span {
	for s.start < s.end && isSpace(b.src[s.start]) {
		s.start++
	}
	for s.end > s.start && isSpace(b.src[s.end-1]) {
		s.end--
	}
	return s
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
