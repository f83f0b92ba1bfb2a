package draft

import (
	"bytes"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

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
	inStep               // the text of a task or way: deeper headings are part of it
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
	if plainParagraph(md) {
		return md
	}
	src := []byte(md + "\n")
	var out strings.Builder
	for _, p := range pieces(src) {
		chunk := p.safe(src, where)
		out.WriteString(chunk)
	}
	return strings.TrimRight(out.String(), "\n")
}

// plainParagraph reports whether a text is a line that begins no block, holds no
// blank and begins with no label: most texts are, and need no parser.
func plainParagraph(md string) bool {
	first, _ := utf8.DecodeRuneInString(md)
	return unicode.IsLetter(first) && !strings.ContainsAny(md, "\n[:：")
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

// blockParser finds the blocks that a course finds. It is made once, when it is
// first needed: to make it takes longer than most texts do.
var blockParser = sync.OnceValue(newBlockParser)

func newBlockParser() parser.Parser {
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
		if pos := bounded.Begin(n); pos >= 0 && len(out) > 0 {
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

// safe is a piece as it may stand at a spot.
func (p piece) safe(src []byte, where spot) string {
	e := &edits{src: src, from: p.from, to: p.to}
	quoted := p.apart(src, where)
	switch n := p.node.(type) {
	case *ast.Heading:
		if where == inStep && n.Level < 4 {
			return e.step(n)
		}
		e.heading(n)
		if where == inExtra && n.Level < 3 && !quoted {
			e.put(p.from, "##")
		}
	case *ast.HTMLBlock:
		e.html(n)
	case *ast.FencedCodeBlock:
		e.closeFence()
		e.noChecks(n, where)
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
