package course

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Footnotes are shown below the text that marks them, wherever in the file they
// are written: a text that is cut out of the file takes its notes along.

// Limits that no honest file comes near.
const (
	maxNotes  = 500     // footnotes in one file; what follows is text
	maxCopied = 1 << 20 // bytes of footnotes that are taken along in one file
)

// note is a footnote: its whole lines, and where it is marked, in order.
type note struct {
	span
	marks []int
}

// noteAt is a mark of a footnote.
type noteAt struct {
	at    int
	label string
}

// noteLabels is where a parser keeps the labels of the footnotes it met.
var noteLabels = parser.NewContextKey()

// noteBlocks reads footnotes at the top level and leaves them where they stand.
type noteBlocks struct{ parser.BlockParser }

func (n noteBlocks) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	known, _ := pc.Get(noteLabels).(map[string]bool)
	if parent.Kind() != ast.KindDocument || len(known) >= maxNotes {
		return nil, parser.NoChildren
	}
	node, state := n.BlockParser.Open(parent, reader, pc)
	if foot, ok := node.(*extast.Footnote); ok {
		if known == nil {
			known = map[string]bool{}
			pc.Set(noteLabels, known)
		}
		known[string(foot.Ref)] = true
	}
	return node, state
}

func (n noteBlocks) Close(ast.Node, text.Reader, parser.Context) {}

// noteMark is the mark of a footnote in a text: [^label].
type noteMark struct {
	ast.BaseInline
	label string
	at    int
}

func (n *noteMark) Kind() ast.NodeKind            { return extast.KindFootnoteLink }
func (n *noteMark) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// noteMarks reads the marks of footnotes that there are; others are text.
type noteMarks struct{}

func (noteMarks) Trigger() []byte { return []byte{'['} }

func (noteMarks) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	const longest = 999 // as for the labels of links
	known, _ := pc.Get(noteLabels).(map[string]bool)
	line, seg := block.PeekLine()
	if known == nil || len(line) < 4 || line[1] != '^' {
		return nil
	}
	end := bytes.IndexByte(line[:min(len(line), longest)], ']')
	if end < 0 || !known[string(line[2:end])] {
		return nil
	}
	block.Advance(end + 1)
	return &noteMark{label: string(line[2:end]), at: seg.Start}
}

// findNotes notes where footnotes stand and where they are marked. Of two with
// one label the first counts.
func (b *body) findNotes() {
	for _, p := range b.pieces {
		foot, ok := p.node.(*extast.Footnote)
		if !ok || p.refused {
			continue
		}
		if b.notes == nil {
			b.notes = map[string]*note{}
		}
		if label := string(foot.Ref); b.notes[label] == nil {
			b.notes[label] = &note{span: b.withoutBlankLines(p.span)}
		}
	}
	slices.SortStableFunc(b.marks, func(x, y noteAt) int { return x.at - y.at })
	for _, m := range b.marks {
		if n := b.notes[m.label]; n != nil {
			n.marks = append(n.marks, m.at)
		}
	}
}

// elsewhere reports whether a note is marked outside of a range and not in it.
func (n *note) elsewhere(s span) bool {
	i := sort.SearchInts(n.marks, s.start)
	return len(n.marks) > 0 && (i == len(n.marks) || n.marks[i] >= s.end)
}

// notesFor returns the footnotes that are marked in s and stand outside of it,
// ready to be appended.
func (b *body) notesFor(s span) string {
	if len(b.notes) == 0 {
		return ""
	}
	var out strings.Builder
	seen := map[string]bool{}
	first := sort.Search(len(b.marks), func(i int) bool { return b.marks[i].at >= s.start })
	for _, m := range b.marks[first:] {
		if m.at >= s.end {
			break
		}
		n := b.notes[m.label]
		if n == nil || seen[m.label] || n.start >= s.start && n.start < s.end || b.copied+n.end-n.start > maxCopied {
			continue
		}
		seen[m.label] = true
		b.copied += n.end - n.start
		out.WriteString("\n\n" + b.src[n.start:n.end])
	}
	return out.String()
}
