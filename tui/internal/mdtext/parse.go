package mdtext

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/cairn-learn/cairn/internal/bounded"
)

// Bounds beyond which a mark is read as plain text, because the work for it
// would grow faster than the text. Each is far above what a reader could use.
const (
	maxDepth    = 8    // containers in each other
	maxBrackets = 400  // "[" in one paragraph
	maxEmphasis = 2000 // runs of "*", "_" or "~" in one paragraph
	maxNotes    = 500  // footnotes
	maxDefined  = 2000 // lines of a paragraph that may define links
)

// parse reads the source as a document.
func (l *layouter) parse() ast.Node {
	p := parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(bounded.Container{Depth: maxDepth, BlockParser: extension.NewDefinitionListParser()}, 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(bounded.Container{Depth: maxDepth, BlockParser: parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(formulaBlocks{}, 701),
			util.Prioritized(bounded.Container{Depth: maxDepth, BlockParser: parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(&notes{BlockParser: bounded.Container{Depth: maxDepth, BlockParser: extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(bounded.Tables{}, 200),
		),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
	return p.Parse(text.NewReader(l.src))
}

// parseInline reads the source as one paragraph, whatever its lines begin with.
func (l *layouter) parseInline() ast.Node {
	p := parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(inlineParsers()...),
	)
	return p.Parse(text.NewReader(l.src))
}

func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(&formulaSpans{}, 150),
		util.Prioritized(&links{counted{InlineParser: parser.NewLinkParser(), max: maxBrackets}}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(&counted{InlineParser: parser.NewEmphasisParser(), max: maxEmphasis}, 500),
		util.Prioritized(&counted{InlineParser: extension.NewStrikethroughParser(), max: maxEmphasis}, 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	}
}

// notes opens no more than maxNotes footnotes.
type notes struct {
	parser.BlockParser
	seen int
}

func (n *notes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if n.seen >= maxNotes {
		return nil, parser.NoChildren
	}
	note, state := n.BlockParser.Open(parent, reader, pc)
	if note != nil {
		n.seen++
	}
	return note, state
}

// definitions leaves paragraphs alone that are longer than any list of links.
type definitions struct{ parser.ParagraphTransformer }

func (d definitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if node.Lines().Len() <= maxDefined {
		d.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// counted stops parsing a kind of mark once a block holds too many.
type counted struct {
	parser.InlineParser
	max int

	block ast.Node
	seen  int
}

func (b *counted) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if !b.more(parent) {
		return nil
	}
	return b.InlineParser.Parse(parent, block, pc)
}

func (b *counted) more(parent ast.Node) bool {
	if b.block != parent {
		b.block, b.seen = parent, 0
	}
	b.seen++
	return b.seen <= b.max
}

// links bounds the openings of links; what is open may always close.
type links struct{ counted }

func (l *links) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if block.Peek() != ']' && !l.more(parent) {
		return nil
	}
	return l.InlineParser.Parse(parent, block, pc)
}

// CloseBlock turns brackets that never closed into text.
func (l *links) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := l.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}
