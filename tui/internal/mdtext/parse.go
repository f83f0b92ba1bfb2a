package mdtext

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/cairn-learn/cairn/internal/bounded"
	"github.com/cairn-learn/cairn/internal/dollars"
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
			util.Prioritized(dollars.Blocks(), 701),
			util.Prioritized(bounded.Container{Depth: maxDepth, BlockParser: parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(&bounded.Notes{Max: maxNotes, BlockParser: bounded.Container{Depth: maxDepth, BlockParser: extension.NewFootnoteBlockParser()}}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(inlineParsers()...),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(bounded.Definitions{Max: maxDefined, ParagraphTransformer: parser.LinkReferenceParagraphTransformer}, 100),
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
		util.Prioritized(dollars.Spans(), 150),
		util.Prioritized(&bounded.Links{Marks: bounded.Marks{InlineParser: parser.NewLinkParser(), Max: maxBrackets}}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(&bounded.Marks{InlineParser: parser.NewEmphasisParser(), Max: maxEmphasis}, 500),
		util.Prioritized(&bounded.Marks{InlineParser: extension.NewStrikethroughParser(), Max: maxEmphasis}, 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	}
}
