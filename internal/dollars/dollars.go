// Package dollars reads formulas in Markdown: TeX between dollars.
package dollars

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Spans reads formulas within text: $x^2$ becomes a *Span.
func Spans() parser.InlineParser { return &spans{} }

// Blocks reads formulas on lines of their own, between two "$$": each becomes a
// *Block.
func Blocks() parser.BlockParser { return blocks{} }

// Span is a formula within text: $x^2$. Its text is a child, as that of
// a code span.
type Span struct{ ast.CodeSpan }

// Block is a formula on lines of its own, between two "$$".
type Block struct {
	ast.CodeBlock
	done bool // the closing "$$" was read
}

// spans reads formulas within text. As pandoc does, it takes a dollar
// for the beginning only before something that is no space, and for the end
// only after something that is none and before no digit; code is never in one.
// So "$5 and $10" are prices. A letter after it does not end one either:
// "$HOME/$USER" are names.
type spans struct {
	none int // no formula ends between the place last looked at and this offset of the source
}

// maxFormula is how many bytes a formula within text may have.
const maxFormula = 2000

// Trigger implements parser.InlineParser.
func (*spans) Trigger() []byte { return []byte{'$'} }

// Parse implements parser.InlineParser.
func (f *spans) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	_, from := block.PeekLine()
	src := block.Source()
	if wordBefore(src, from.Start) {
		return nil
	}
	mark := 1
	if from.Start+1 < len(src) && src[from.Start+1] == '$' {
		mark = 2
	}
	inside := from.Start + mark
	if inside >= from.Stop || mark == 1 && isSpace(src[inside]) || src[inside] == '$' || f.none > inside {
		return nil
	}
	line, at := block.Position()
	block.Advance(mark)
	node := &Span{}
	for read := 0; read < maxFormula; {
		rest, seg := block.PeekLine()
		if rest == nil {
			break
		}
		end, code := formulaEnd(src, seg, mark)
		if code >= 0 {
			f.none = code
			break
		}
		if end >= 0 {
			node.AppendChild(node, ast.NewRawTextSegment(seg.WithStop(end)))
			block.Advance(end - seg.Start + mark)
			return node
		}
		node.AppendChild(node, ast.NewRawTextSegment(seg))
		read += len(rest)
		if mark == 1 {
			f.none = seg.Stop
		}
		block.AdvanceLine()
	}
	block.SetPosition(line, at)
	return nil
}

// CloseBlock implements parser.CloseBlocker.
func (f *spans) CloseBlock(ast.Node, text.Reader, parser.Context) { f.none = 0 }

// formulaEnd is where the mark that ends a formula stands in a line, or code
// begins before it; negative: nowhere.
func formulaEnd(src []byte, line text.Segment, mark int) (end, code int) {
	for i := line.Start; i+mark <= line.Stop; i++ {
		if src[i] == '`' {
			return -1, i
		}
		if src[i] == '\\' {
			i++
			continue
		}
		if src[i] != '$' {
			continue
		}
		if mark == 2 {
			if i+1 < line.Stop && src[i+1] == '$' {
				return i, -1
			}
			continue
		}
		if i > line.Start && isSpace(src[i-1]) || i+1 < len(src) && (src[i+1] == '$' || isWord(src[i+1])) {
			continue
		}
		return i, -1
	}
	return -1, -1
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// isWord reports a letter or a digit; any byte outside ASCII counts as a letter.
func isWord(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80
}

// wordBefore reports that a dollar ends a word or follows another dollar.
func wordBefore(src []byte, at int) bool {
	return at > 0 && (src[at-1] == '$' || src[at-1] < 0x80 && isWord(src[at-1]))
}

// blocks reads formulas between two "$$", each at an end of a line. No
// line between them may be blank.
type blocks struct{}

// Trigger implements parser.BlockParser.
func (blocks) Trigger() []byte { return []byte{'$'} }

// Open implements parser.BlockParser.
func (blocks) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 || !strings.HasPrefix(string(line[pos:]), "$$") {
		return nil, parser.NoChildren
	}
	from := seg.Start + pos - seg.Padding + 2
	n := &Block{}
	switch end, found := displayEnd(reader.Source(), text.NewSegment(from, seg.Stop)); {
	case found && end == from:
		return nil, parser.NoChildren
	case found:
		n.Lines().Append(text.NewSegment(from, end))
		n.done = true
	case strings.Contains(string(line[pos+2:]), "$$") || !closes(reader.Source()[seg.Stop:]):
		return nil, parser.NoChildren
	default:
		n.Lines().Append(text.NewSegment(from, seg.Stop))
	}
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

// displayEnd is where the "$$" at the end of a line stands.
func displayEnd(src []byte, seg text.Segment) (end int, found bool) {
	line := strings.TrimRight(string(src[seg.Start:seg.Stop]), " \t\r\n")
	end = seg.Start + len(line) - 2
	return end, strings.Index(line, "$$") == len(line)-2 && len(line) >= 2
}

// closes reports whether one of the next lines ends a formula.
func closes(src []byte) bool {
	const most = 100 // lines of a formula
	n := 0
	for line := range bytes.Lines(src[:min(len(src), most*80)]) {
		if n++; n > most || len(bytes.Trim(line, "> \t\r\n")) == 0 {
			return false
		}
		if before, _, ok := bytes.Cut(line, []byte("$$")); ok {
			atEnd := bytes.HasSuffix(bytes.TrimRight(line, " \t\r\n"), []byte("$$"))
			return atEnd && bytes.Count(line, []byte("$$")) == 1 || len(before) == 0
		}
	}
	return false
}

// Continue implements parser.BlockParser.
func (blocks) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	n := node.(*Block)
	if n.done {
		return parser.Close
	}
	line, seg := reader.PeekLine()
	if strings.TrimSpace(string(line)) == "" {
		return parser.Close
	}
	if end, found := displayEnd(reader.Source(), seg); found {
		n.Lines().Append(text.NewSegment(seg.Start, end))
		n.done = true
		reader.AdvanceToEOL()
		return parser.Close
	}
	n.Lines().Append(seg)
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// Close implements parser.BlockParser.
func (blocks) Close(ast.Node, text.Reader, parser.Context) {}

// CanInterruptParagraph implements parser.BlockParser.
func (blocks) CanInterruptParagraph() bool { return true }

// CanAcceptIndentedLine implements parser.BlockParser.
func (blocks) CanAcceptIndentedLine() bool { return false }
