package course

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/bounded"
)

// piece is one top-level node of the Markdown with the whole lines it stands on.
type piece struct {
	node ast.Node
	span
	refused bool // too deep or too tangled to be read: shown as plain code
}

// parsers read Markdown. They are safe for concurrent use.
type parsers struct {
	full      parser.Parser
	structure parser.Parser // does not look for emphasis, and finds the same blocks, links and code
}

func newParsers() *parsers {
	emphasis := []util.PrioritizedValue{
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	}
	return &parsers{full: newMarkdown(emphasis...), structure: newMarkdown()}
}

// newMarkdown returns a parser for CommonMark with definition lists, footnotes
// and the extensions of GFM, bare web addresses aside: they need no checking. The
// parsers of emphasis are given.
func newMarkdown(emphasis ...util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(container(parser.NewListParser()), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(container(parser.NewBlockquoteParser()), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(parser.NewParagraphParser(), 1000),
			util.Prioritized(container(extension.NewDefinitionListParser()), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(noteBlocks{extension.NewFootnoteBlockParser()}, 999),
		),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(noteMarks{}, 101),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(parser.NewLinkParser(), 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
		),
		parser.WithInlineParsers(emphasis...),
		parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		parser.WithParagraphTransformers(util.Prioritized(bounded.Tables{}, 200)),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
}

// container is a parser of lists or quotes that opens so many in each other that
// what is too deep can be told, and no more.
func container(p parser.BlockParser) parser.BlockParser {
	return bounded.Container{BlockParser: p, Depth: maxDepth + 1}
}

// maxTag is how many bytes of HTML are looked at for the name of its first tag.
const maxTag = 20

// read parses the body once and cuts it into pieces.
func (b *body) read() {
	b.masked = b.guard()
	if b.parsers = b.doc.parsers; b.parsers == nil {
		b.parsers = newParsers()
	}
	b.root = b.parsers.structure.Parse(text.NewReader(b.masked))
	at := 0
	for n := b.root.FirstChild(); n != nil; n = n.NextSibling() {
		from := at
		if pos := bounded.Begin(n); pos >= 0 && pos < len(b.src) {
			from = max(b.lineStart(pos), at)
		}
		if len(b.pieces) == 0 {
			from = 0
		} else {
			b.pieces[len(b.pieces)-1].end = from
		}
		b.pieces = append(b.pieces, piece{node: n, span: span{from, len(b.src)}})
		b.checkHTML(n, from)
		b.checkCode(n, from)
		at = from
	}
	for i := range b.pieces {
		b.refuse(&b.pieces[i])
	}
	b.findLinks()
	b.findNotes()
}

// checkHTML reports a comment that is never closed, as it hides the rest of the
// file, and what a terminal cannot show.
func (b *body) checkHTML(n ast.Node, at int) {
	html, ok := n.(*ast.HTMLBlock)
	if !ok {
		return
	}
	tag := strings.ToLower(strings.TrimLeft(b.src[at:min(at+maxTag, len(b.src))], " "))
	for _, name := range [...]string{"iframe", "video", "audio", "object", "embed", "canvas", "svg", "script", "form"} {
		if rest, is := strings.CutPrefix(tag, "<"+name); is && strings.IndexAny(rest, " >\n") == 0 {
			b.warn(codeHTMLNotShown, span{at, at + 1 + len(name)}, "a terminal shows nothing of this HTML", "say it in words, or link to it")
		}
	}
	if html.HTMLBlockType == ast.HTMLBlockType2 && !strings.Contains(b.src[at:], "-->") {
		b.openAt = at
		b.fail(codeOpenComment, b.trimmed(span{at, len(b.src)}), "this comment is never closed and hides the rest of the file",
			`close it with "-->"`)
	}
}

// markdown returns a range of the source as Markdown that can be shown alone:
// without blank lines around it, with refused parts as plain code, and with the
// definitions of its reference links that stand elsewhere.
func (b *body) markdown(s span) string {
	s = b.withoutBlankLines(s)
	if s.start >= s.end {
		return ""
	}
	if len(b.codes) == 0 && len(b.defs) == 0 && len(b.notes) == 0 {
		return textsafe.Text(b.src[s.start:s.end])
	}
	var out strings.Builder
	at := s.start
	for _, cut := range b.cuts(s) {
		if cut.start < at {
			continue
		}
		out.WriteString(b.src[at:cut.start])
		if cut.code {
			out.WriteString(fenced(b.src[cut.start:cut.end]))
		}
		at = cut.end
	}
	out.WriteString(b.src[at:s.end])
	return textsafe.Text(strings.TrimRight(out.String(), "\n") + b.definitions(s))
}

// cut is a range that is not shown as it is written: as code, or not here.
type cut struct {
	span
	code bool
}

// cuts lists those of a range in order.
func (b *body) cuts(s span) []cut {
	var out []cut
	for _, c := range b.codes {
		if c.start < s.end && c.end > s.start {
			out = append(out, cut{span{max(c.start, s.start), min(c.end, s.end)}, true})
		}
	}
	for _, n := range b.notes {
		if n.start >= s.start && n.end <= s.end && n.elsewhere(s) {
			out = append(out, cut{n.span, false})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].start < out[j].start })
	return out
}

func (b *body) withoutBlankLines(s span) span {
	t := b.trimmed(s)
	if t.start < t.end {
		// Keep the indentation of the first line: it may be code.
		t.start = max(b.lineStart(t.start), s.start)
	}
	return t
}

// AsWritten stands behind the fence of a part of a lesson that is shown as its
// author wrote it, because drawing it would take too long. A front end says so.
const AsWritten = "text as-written"

// longestRun is how often c stands in a row in s, where it does so most.
func longestRun(s string, c byte) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// fenced returns text as a code block that nothing in it can close.
func fenced(s string) string {
	fence := strings.Repeat("`", max(longestRun(s, '`')+1, 3))
	return fence + AsWritten + "\n" + strings.TrimRight(s, "\n") + "\n" + fence
}

// definitions returns the reference definitions that links in s need and that
// stand outside of it, ready to be appended.
func (b *body) definitions(s span) string {
	var out strings.Builder
	seen := map[string]bool{}
	for _, use := range b.linksIn(s) {
		def, ok := b.defs[use.label]
		if !ok || seen[use.label] || def.start >= s.start && def.start < s.end {
			continue
		}
		seen[use.label] = true
		if out.Len() == 0 {
			out.WriteByte('\n')
		}
		out.WriteString("\n" + b.src[def.start:def.end])
	}
	return out.String() + b.notesFor(s)
}

// oneLine returns inline Markdown on one line.
func (b *body) oneLine(s string) string {
	return textsafe.Line(squeezed(s))
}

// squeezed returns s with single spaces between its words and none around them.
// A text that is so already is returned as it is.
func squeezed(s string) string {
	space := true // before the first word
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || c != ' ' && isSpace(c) || c == '\v' || c == '\f' || c == ' ' && space {
			return strings.Join(strings.Fields(s), " ")
		}
		space = c == ' '
	}
	if space {
		return strings.TrimSuffix(s, " ")
	}
	return s
}

// plainText returns what a reader sees of a top-level node, without marks.
func (b *body) plainText(n ast.Node) string {
	if b.mayBeEmphasised(n) {
		n = b.styledNode(n)
	}
	var out strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			value := n.Value(b.bytes)
			if !n.IsRaw() && n.Parent().Kind() != ast.KindCodeSpan {
				value = util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(value)))
			}
			out.Write(value)
			if n.SoftLineBreak() || n.HardLineBreak() {
				out.WriteByte(' ')
			}
		case *ast.String:
			out.Write(n.Value)
		case *ast.AutoLink:
			out.Write(n.Label(b.bytes))
		case *ast.RawHTML:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return textsafe.Line(squeezed(out.String()))
}

// mayBeEmphasised reports whether a block holds a mark of emphasis.
func (b *body) mayBeEmphasised(n ast.Node) bool {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		if bytes.ContainsAny(seg.Value(b.bytes), "*_~") {
			return true
		}
	}
	return false
}

// styledNode returns a top-level node as the full parser reads it.
func (b *body) styledNode(n ast.Node) ast.Node {
	if b.styled == nil {
		b.styled = map[ast.Node]ast.Node{}
		root := b.parsers.full.Parse(text.NewReader(b.masked))
		for was, is := b.root.FirstChild(), root.FirstChild(); was != nil && is != nil; was, is = was.NextSibling(), is.NextSibling() {
			b.styled[was] = is
		}
	}
	if is, ok := b.styled[n]; ok {
		return is
	}
	return n
}

// nodeText returns the lines of a block as they are, such as those of code.
func (b *body) nodeText(n ast.Node) string {
	var out strings.Builder
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		out.Write(seg.Value(b.bytes))
	}
	return out.String()
}
