// Package bounded holds parsers of Markdown that read a mark as plain text where
// the work for it would grow faster than the text. Goldmark's own parsers read
// every one, which lets fifty thousand bytes take half a minute.
package bounded

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Bounds of tables. Each is far above what a reader could use.
const (
	MaxColumns = 100     // of a table
	MaxCells   = 150_000 // of all tables of a text
	MaxEscaped = 2000    // "|" behind a backslash, in code in all tables of a text
)

// Container is a parser of lists, quotes or the like that opens none deeper than
// Depth containers in each other.
type Container struct {
	parser.BlockParser
	Depth int
}

// Open implements parser.BlockParser.
func (c Container) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	depth := 0
	for _, b := range pc.OpenedBlocks() {
		switch b.Node.(type) {
		case *ast.Blockquote, *ast.ListItem, *extast.DefinitionDescription, *extast.Footnote:
			depth++
		}
	}
	if depth >= c.Depth {
		return nil, parser.NoChildren
	}
	return c.BlockParser.Open(parent, reader, pc)
}

// Tables makes tables of paragraphs, and leaves alone what would make one too
// large to show.
type Tables struct{}

// tablesSeen is what the tables of one text came to so far.
type tablesSeen struct{ cells, escaped int }

var tablesKey = parser.NewContextKey()

// Transform implements parser.ParagraphTransformer.
func (Tables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	seen, _ := pc.ComputeIfAbsent(tablesKey, func() any { return &tablesSeen{} }).(*tablesSeen)
	lines := node.Lines()
	table := false
	for i := range lines.Len() {
		seg := lines.At(i)
		line := seg.Value(reader.Source())
		if bytes.IndexByte(line, '`') >= 0 {
			seen.escaped += bytes.Count(line, []byte(`\|`))
		}
		if table || i == 0 || len(bytes.Trim(line, "-:| \t\n")) > 0 {
			continue
		}
		table = true
		columns := Columns(line)
		seen.cells += columns * (lines.Len() - i)
		if columns > MaxColumns || seen.cells > MaxCells {
			return
		}
	}
	if table && seen.escaped <= MaxEscaped {
		extension.NewTableParagraphTransformer().Transform(node, reader, pc)
	}
}

// Columns is how many columns the rule under the head of a table asks for at most.
func Columns(rule []byte) int { return bytes.Count(rule, []byte("|")) + 1 }
