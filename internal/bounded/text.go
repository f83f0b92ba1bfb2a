package bounded

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"

	"github.com/cairn-learn/cairn/internal/dollars"
)

// Bounds of a text beyond which a mark is read as plain text. Each is far above
// what a reader could use.
const (
	maxDepth    = 8    // containers in each other
	maxBrackets = 400  // "[" in one paragraph
	maxEmphasis = 2000 // runs of "*", "_" or "~" in one paragraph
	maxNotes    = 500  // footnotes
	maxDefined  = 2000 // lines of a paragraph that may define links
)

// Text returns a parser of all that a text of a course may hold: CommonMark, GFM,
// definition lists, footnotes and formulas. It is good for one text.
func Text(transformers ...util.PrioritizedValue) parser.Parser {
	within := func(p parser.BlockParser) parser.BlockParser { return Container{Depth: maxDepth, BlockParser: p} }
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(within(extension.NewDefinitionListParser()), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(within(parser.NewListParser()), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(dollars.Blocks(), 701),
			util.Prioritized(within(parser.NewBlockquoteParser()), 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(&Notes{Max: maxNotes, BlockParser: within(extension.NewFootnoteBlockParser())}, 999),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(inlines()...),
		parser.WithInlineParsers(
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(extension.NewFootnoteParser(), 101),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(Definitions{Max: maxDefined, ParagraphTransformer: parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(Tables{}, 200),
		),
		parser.WithASTTransformers(append(transformers, util.Prioritized(extension.NewTableASTTransformer(), 0))...),
	)
}

// Line returns a parser of texts of one paragraph, whatever their lines begin with.
func Line() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)),
		parser.WithInlineParsers(inlines()...),
	)
}

func inlines() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(dollars.Spans(), 150),
		util.Prioritized(&Links{Marks: Marks{InlineParser: parser.NewLinkParser(), Max: maxBrackets}}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(&Marks{InlineParser: parser.NewEmphasisParser(), Max: maxEmphasis}, 500),
		util.Prioritized(&Marks{InlineParser: extension.NewStrikethroughParser(), Max: maxEmphasis}, 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	}
}

// Begin is the offset at which a node begins in its source, or -1 when the parser
// kept none.
func Begin(n ast.Node) int {
	switch n.Kind() {
	case extast.KindTable, extast.KindDefinitionList:
		// A table remembers where the paragraph before it began.
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
		if pos := Begin(c); pos >= 0 {
			return pos
		}
	}
	return -1
}
