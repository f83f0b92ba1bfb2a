package bounded

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Notes opens no more than Max footnotes.
type Notes struct {
	parser.BlockParser
	Max int

	seen int
}

// Open implements parser.BlockParser.
func (n *Notes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if n.seen >= n.Max {
		return nil, parser.NoChildren
	}
	note, state := n.BlockParser.Open(parent, reader, pc)
	if note != nil {
		n.seen++
	}
	return note, state
}

// Definitions leaves paragraphs of more than Max lines alone: they are longer than any
// list of links.
type Definitions struct {
	parser.ParagraphTransformer
	Max int
}

// Transform implements parser.ParagraphTransformer.
func (d Definitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if node.Lines().Len() <= d.Max {
		d.ParagraphTransformer.Transform(node, reader, pc)
	}
}

// Marks stops parsing a kind of mark once a block holds more than Max.
type Marks struct {
	parser.InlineParser
	Max int

	block ast.Node
	seen  int
}

// Parse implements parser.InlineParser.
func (b *Marks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if !b.more(parent) {
		return nil
	}
	return b.InlineParser.Parse(parent, block, pc)
}

func (b *Marks) more(parent ast.Node) bool {
	if b.block != parent {
		b.block, b.seen = parent, 0
	}
	b.seen++
	return b.seen <= b.Max
}

// Links bounds the openings of links; what is open may always close.
type Links struct{ Marks }

// Parse implements parser.InlineParser.
func (l *Links) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if block.Peek() != ']' && !l.more(parent) {
		return nil
	}
	return l.InlineParser.Parse(parent, block, pc)
}

// CloseBlock implements parser.CloseBlocker: it turns brackets that never closed into text.
func (l *Links) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	if c, ok := l.InlineParser.(parser.CloseBlocker); ok {
		c.CloseBlock(parent, block, pc)
	}
}
