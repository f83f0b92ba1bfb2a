package draft

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/bounded"
)

// spot is where a text is put, which decides what in it could be misread.
type spot int

const (
	inLesson spot = iota // lesson text: headings are headings
	inExtra              // lesson text below a heading of level 2
	inPart               // the text of a question: no heading, no answers
	inAsk                // the text of an Ask, whose lists are options
	inQuote              // feedback, a hint, the why
)

// maxTangled is how many marks of one paragraph are read, and maxText how many
// bytes of one text. What has more is kept as code, word for word.
const (
	maxTangled = 3000
	maxText    = 400 << 10
)

// markdown is a text as it may stand at a spot: the same text to whoever reads it,
// and nothing that a course would take for more than text.
func markdown(md string, where spot) string {
	md = strings.Trim(tidy(md), "\n")
	if strings.TrimSpace(md) == "" {
		return ""
	}
	if len(md) > maxText || tangled(md) {
		return Fenced("", md)
	}
	src := []byte(md + "\n")
	var out strings.Builder
	for _, p := range pieces(src) {
		chunk := p.safe(src, where)
		out.WriteString(chunk)
	}
	return strings.TrimRight(out.String(), "\n")
}

// tidy is a text without what no file should hold.
func tidy(md string) string {
	md = strings.ReplaceAll(strings.ReplaceAll(md, "\r\n", "\n"), "\r", "\n")
	return textsafe.Text(strings.ToValidUTF8(md, "\ufffd"))
}

// tangled reports a text that takes longer to parse than it is worth.
func tangled(md string) bool {
	for chunk := range strings.SplitSeq(md, "\n\n") {
		if strings.Count(chunk, "[")+strings.Count(chunk, "*")/8+strings.Count(chunk, "_")/8 > maxTangled {
			return true
		}
	}
	return false
}

// blockParser finds the blocks that a course finds.
func blockParser() parser.Parser {
	const deepest = 12
	within := func(p parser.BlockParser) parser.BlockParser {
		return bounded.Container{BlockParser: p, Depth: deepest}
	}
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(within(parser.NewListParser()), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(within(parser.NewBlockquoteParser()), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
			util.Prioritized(within(extension.NewDefinitionListParser()), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(extension.NewFootnoteBlockParser(), 999),
		),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithParagraphTransformers(util.Prioritized(bounded.Tables{}, 200)),
	)
}

// piece is a top-level block of a text, with its whole lines.
type piece struct {
	node     ast.Node
	from, to int
}

// pieces cuts a text into its top-level blocks.
func pieces(src []byte) []piece {
	root := blockParser().Parse(text.NewReader(src))
	var out []piece
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		from := 0
		if pos := begins(n); pos >= 0 && len(out) > 0 {
			from = max(bytes.LastIndexByte(src[:min(pos, len(src))], '\n')+1, out[len(out)-1].from)
		} else if len(out) > 0 {
			from = len(src)
		}
		if len(out) > 0 {
			out[len(out)-1].to = from
		}
		out = append(out, piece{n, from, len(src)})
	}
	return out
}

// begins is the offset at which a block begins, or -1.
func begins(n ast.Node) int {
	switch n.Kind() {
	case extast.KindTable, extast.KindDefinitionList:
		if c := n.FirstChild(); c != nil && c.Pos() >= 0 {
			return c.Pos()
		}
	}
	if pos := n.Pos(); pos >= 0 {
		return pos
	}
	if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if pos := begins(c); pos >= 0 {
			return pos
		}
	}
	return -1
}

// safe is a piece as it may stand at a spot.
func (p piece) safe(src []byte, where spot) string {
	e := &edits{src: src, from: p.from, to: p.to}
	quoted := p.apart(src, where)
	switch n := p.node.(type) {
	case *ast.Heading:
		e.heading(n)
		if where == inExtra && n.Level < 3 && !quoted {
			e.put(p.from, "##")
		}
	case *ast.HTMLBlock:
		e.html(n)
	case *ast.FencedCodeBlock:
		e.closeFence()
	case *ast.CodeBlock:
		if where != inLesson && where != inExtra { // behind a list it would be part of it
			return Fenced("", strings.Trim(outdented(string(src[p.from:p.to])), "\n")) + "\n\n"
		}
	case *ast.Paragraph:
		e.paragraph(n, where)
	case *ast.Blockquote:
		e.labels(n)
	}
	if kind := p.node.Kind(); !quoted && (where == inPart || where == inAsk) && (kind == ast.KindParagraph || kind == ast.KindList) {
		e.gaps()
	}
	s := e.String()
	if quoted {
		return prefixed(strings.Trim(s, "\n"), "> ") + "\n\n"
	}
	return s
}

// apart reports whether a piece has to stand in a quote, where it is nothing but
// itself: headings, lists and tables mean something in a question.
func (p piece) apart(src []byte, where spot) bool {
	part := where == inPart || where == inAsk
	switch n := p.node.(type) {
	case *ast.Heading:
		return part || where == inExtra && n.Level < 3 && src[p.from] != '#'
	case *ast.List:
		return where == inAsk || part && mayAnswer(src, n)
	case *extast.Table, *extast.DefinitionList, *extast.Footnote:
		return part
	}
	return false
}

// mayAnswer reports whether a list would be taken for answers under a question, or
// for the options of an Ask: all but plain ones of which none begins with a box, a
// label or code. Those of an Ask are no better off, see Ask.
func mayAnswer(src []byte, list *ast.List) bool {
	if list.IsOrdered() {
		return true
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		first := item.FirstChild()
		if first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
			return true
		}
		at := first.Lines().At(0)
		line := strings.TrimSpace(string(src[at.Start:at.Stop]))
		if strings.HasPrefix(line, "[") || strings.HasPrefix(line, "`") || answerLabel.MatchString(line) || len(line) == 0 {
			return true
		}
	}
	return false
}

// The words that begin a part, an answer or what is said, as a course reads them,
// and a little wider.
var (
	partLabel   = regexp.MustCompile(`^([*_]{0,3}(?i:question|task|ask|way|extra|pool)[*_ \t]*)([:：])`)
	answerLabel = regexp.MustCompile(`^([*_]{0,3}(?i:answer|also|close|not|otherwise)[*_ \t]*)([:：])`)
	saidLabel   = regexp.MustCompile(`^([*_]{0,3}(?i:hint|why|mix-up|mixup|detour|go to|goto)[*_ \t]*[0-9]*[*_ \t]*)([:：])`)
	alertMark   = regexp.MustCompile(`^\[!`)
)

// edits is a range of a text with marks put in.
type edits struct {
	src      []byte
	from, to int
	at       []edit // in order
}

type edit struct {
	at   int
	mark string
}

func (e *edits) put(at int, mark string) {
	i := len(e.at)
	for i > 0 && e.at[i-1].at > at {
		i--
	}
	if i > 0 && e.at[i-1].at == at {
		return // one mark takes the meaning away
	}
	e.at = append(e.at[:i], append([]edit{{at, mark}}, e.at[i:]...)...)
}

func (e *edits) String() string {
	if len(e.at) == 0 {
		return string(e.src[e.from:e.to])
	}
	var b strings.Builder
	at := e.from
	for _, m := range e.at {
		b.Write(e.src[at:m.at])
		b.WriteString(m.mark)
		at = m.at
	}
	b.Write(e.src[at:e.to])
	return b.String()
}

// unlabel takes the meaning from a word with a colon that begins a line at an offset.
func (e *edits) unlabel(label *regexp.Regexp, start, stop int) {
	line := e.src[start:stop]
	lead := len(line) - len(bytes.TrimLeft(line, " \t"))
	m := label.FindSubmatchIndex(line[lead:])
	if m == nil {
		return
	}
	// A wide colon has no escape, so the word before it is ended by nothing.
	mark := `\`
	if line[lead+m[4]] != ':' {
		mark = "<!-- -->"
	}
	e.put(start+lead+m[4], mark)
}

// heading keeps a heading from beginning a question or its like, and from holding
// settings.
func (e *edits) heading(n *ast.Heading) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	start, stop := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	e.unlabel(partLabel, start, stop)
	if end := len(bytes.TrimRight(e.src[start:stop], " \t\n")); bytes.HasSuffix(e.src[start:start+end], []byte("-->")) {
		e.put(start+end-1, `\`)
	}
}

// html keeps a comment from being settings, and what is never closed from hiding
// all that follows.
func (e *edits) html(n *ast.HTMLBlock) {
	start := begins(n)
	if start < e.from || start >= e.to {
		start = e.from
	}
	for start < e.to && e.src[start] == ' ' {
		start++
	}
	switch n.HTMLBlockType {
	case ast.HTMLBlockType1, ast.HTMLBlockType3, ast.HTMLBlockType4, ast.HTMLBlockType5:
		if !htmlEnd.Match(e.src[e.from:e.to]) {
			e.put(start, `\`)
		}
	case ast.HTMLBlockType2:
		e.put(start, `\`)
	case ast.HTMLBlockType6, ast.HTMLBlockType7:
	}
}

// htmlEnd ends HTML that would go on over empty lines.
var htmlEnd = regexp.MustCompile(`(?i)</(?:script|pre|style|textarea)>|\?>|\]\]>|<![a-z][^>]*>`)

// closeFence ends a block of code that has no end.
func (e *edits) closeFence() {
	chunk := string(e.src[e.from:e.to])
	lines := strings.Split(strings.TrimRight(chunk, "\n"), "\n")
	first := strings.TrimLeft(lines[0], " ")
	if first == "" {
		return
	}
	run := len(first) - len(strings.TrimLeft(first, first[:1]))
	last := strings.TrimSpace(lines[len(lines)-1])
	if len(lines) > 1 && len(last) >= run && strings.Trim(last, first[:1]) == "" && closes(lines[len(lines)-1]) {
		return
	}
	e.put(e.to, first[:run]+"\n")
}

// closes reports whether a line is indented little enough to end a fence.
func closes(line string) bool { return len(line)-len(strings.TrimLeft(line, " ")) <= 3 }

// paragraph keeps a paragraph a paragraph.
func (e *edits) paragraph(n ast.Node, where spot) {
	lines := n.Lines()
	for i := range lines.Len() {
		at := lines.At(i)
		start := at.Start
		for start < at.Stop && (e.src[start] == ' ' || e.src[start] == '\t') {
			start++
		}
		if start+1 < at.Stop && bytes.IndexByte([]byte("-*+"), e.src[start]) >= 0 && e.src[start+1] == '[' {
			e.put(start, `\`)
		}
		if where == inQuote {
			e.unlabel(saidLabel, at.Start, at.Stop)
			if alertMark.Match(e.src[start:at.Stop]) {
				e.put(start, `\`)
			}
		}
	}
}

// labels keeps the lines of a quote from being hints and roads.
func (e *edits) labels(quote ast.Node) {
	for c := quote.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			for i := range c.Lines().Len() {
				at := c.Lines().At(i)
				e.unlabel(saidLabel, at.Start, at.Stop)
			}
		}
	}
}

// gaps keeps "[[" from being a blank.
func (e *edits) gaps() {
	for i := e.from; i < e.to; {
		switch c := e.src[i]; {
		case c == '\\':
			i += 2
		case c == '`':
			i += codeSpan(e.src[i:e.to])
		case c == '[' && i+1 < e.to && e.src[i+1] == '[':
			e.put(i+1, `\`)
			i++
		default:
			i++
		}
	}
}

// codeSpan is the length of the code span that s begins with, or of its run of
// backticks when it is never closed.
func codeSpan(s []byte) int {
	ticks := len(s) - len(bytes.TrimLeft(s, "`"))
	for i := ticks; i < len(s); {
		if s[i] != '`' {
			i++
			continue
		}
		run := len(s[i:]) - len(bytes.TrimLeft(s[i:], "`"))
		i += run
		if run == ticks {
			return i
		}
	}
	return ticks
}

// prefixed puts a mark before each line.
func prefixed(s, mark string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(mark+l, " ")
	}
	return strings.Join(lines, "\n")
}

// outdented takes the indentation of code off its lines.
func outdented(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "\t") {
			lines[i] = l[1:]
		} else {
			lines[i] = l[min(4, len(l)-len(strings.TrimLeft(l, " "))):]
		}
	}
	return strings.Join(lines, "\n")
}
