package course

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/bounded"
)

// Limits that no honest file comes near. What passes them is shown as plain
// code, with a finding; the rest of the file is read as usual.
const (
	maxDepth    = 8          // lists and quotes inside each other
	maxMarkers  = 40         // list and quote marks at the start of one line
	maxTangle   = 30_000_000 // of one file, see guard: the square of marks; a quarter of a second of parsing
	maxParts    = 40_000     // of one file: code and HTML tags; some 20 MB of nodes
	maxComments = 20         // read as settings under one heading
	maxHeadings = 2000       // in one file
	maxEntries  = 200        // options, items, pairs or blanks of one question
	maxBlock    = 512 << 10  // bytes of one paragraph, list, quote or table
	maxLines    = 20_000     // lines of one

	maxTangleAll = 2 * maxTangle // of a course, see tangle
	plainTangle  = 10            // marks that take as long as a byte of text
)

// tangle is at most how much longer a text takes to parse than its length alone
// would, in the measure of maxTangle. Honest text has none of it.
func tangle(src string) int {
	sum := 0
	for chunk := range strings.SplitSeq(src, "\n\n") {
		links, defs := strings.Count(chunk, "]("), strings.Count(chunk, "]:")
		marks := strings.Count(chunk, "*") + strings.Count(chunk, "_") + strings.Count(chunk, "~") + strings.Count(chunk, "[")
		weight := links + marks/8 + defs/3
		sum += max(0, weight*weight-plainTangle*len(chunk))
	}
	return min(sum, maxTangle)
}

// heavy reports whether a text may become more nodes than many can at once: one
// with large tables.
func (d *document) heavy() bool { return strings.Count(d.src, "|") > bounded.MaxCells/4 }

// shareTangle gives each page its part of what the course may have, in the order
// of the files: many that are each within the limit of a file would add up.
func (l *loader) shareTangle() {
	left := maxTangleAll
	for _, p := range l.pages {
		n := tangle(p.doc.src)
		if p.doc.tight = n > left; !p.doc.tight {
			left -= n
		}
	}
}

// guard returns the source as the parser may see it: of the same length, with
// paragraphs that would take the parser seconds blanked out. Where nothing is,
// it is the source itself.
func (b *body) guard() []byte {
	masked := b.bytes
	left := allowance{tangle: maxTangle, escaped: bounded.MaxEscaped, parts: maxParts, cells: bounded.MaxCells}
	var fence string
	rows := false // what follows are the rows of a table
	for i := 0; i < len(b.starts); {
		j := i
		p := paragraphLoad{table: rows}
		table := false
		for ; j < len(b.starts); j++ {
			line := b.src[b.lineSpan(j).start:b.lineSpan(j).end]
			inside := fence != ""
			if fence = nextFence(line, fence); fence != "" || inside {
				continue // the last line of a fence too
			}
			// A table that is too much is hidden with all the rows that follow.
			apart := (table || startsItem(line)) && p.within(left)
			if rows = table && apart; strings.TrimSpace(line) == "" || j > i && apart {
				break
			}
			table = j > i && b.isTableHead(j)
			p.add(line, j > i)
		}
		if j > i {
			chunk := span{b.starts[i], b.lineSpan(j - 1).end}
			if code, why := b.refuses(chunk, j-i, p, left); code != "" {
				masked = b.block(masked, chunk, code, why)
			} else {
				left.take(p)
			}
		}
		i = max(j, i+1)
	}
	return masked
}

// allowance is what of its limits a file has left.
type allowance struct{ tangle, escaped, parts, cells int }

func (a *allowance) take(p paragraphLoad) {
	a.tangle -= p.weight() * p.weight()
	a.escaped, a.parts, a.cells = a.escaped-p.escaped, a.parts-p.parts, a.cells-p.cells()
}

// refuses says why a paragraph of so many lines is not read; the code is empty for
// one that is.
func (b *body) refuses(chunk span, lines int, p paragraphLoad, left allowance) (code, why string) {
	tangle := p.weight() * p.weight()
	switch {
	case p.deepest > maxMarkers:
		return codeTooDeep, fmt.Sprintf("a line opens %d lists and quotes at once", p.deepest)
	case p.columns > bounded.MaxColumns:
		return codeTooLarge, fmt.Sprintf("a table of more than %d columns", bounded.MaxColumns)
	case b.doc.tight && tangle > plainTangle*(chunk.end-chunk.start):
		return codeTooTangled, "the course has more links and marks than can be read; those of this paragraph are left out"
	case tangle > left.tangle || p.escaped > left.escaped:
		return codeTooTangled, "this paragraph has more links and marks than can be read"
	case b.oneTooLarge(chunk, lines):
		return codeTooLarge, tooLarge()
	case p.parts > left.parts || p.cells() > left.cells:
		return codeTooLarge, "the file has more code, HTML tags and cells of tables up to here than can be read"
	}
	return "", ""
}

// paragraphLoad is what of a paragraph takes the parser time, or memory.
type paragraphLoad struct {
	links, marks, defs, deepest, columns, escaped, parts, bars int

	table bool // its lines are rows
}

// cells is how many cells its table has; 0 where it is none.
func (p *paragraphLoad) cells() int {
	if p.table || p.columns > 0 {
		return p.bars
	}
	return 0
}

// add counts a line. Below the first one, a rule says how many columns a table has.
func (p *paragraphLoad) add(line string, below bool) {
	if below && isTableRule(line) {
		p.columns = max(p.columns, bounded.Columns([]byte(line)))
	}
	p.deepest = max(p.deepest, markersAtStart(line))
	if ticks := strings.Count(line, "`"); ticks > 0 {
		p.escaped += strings.Count(line, `\|`)
		p.parts += (ticks + 1) / 2
	}
	p.parts += strings.Count(line, "<")
	p.bars += strings.Count(line, "|")
	p.links += strings.Count(line, "](")
	p.defs += strings.Count(line, "]:")
	p.marks += strings.Count(line, "*") + strings.Count(line, "_") + strings.Count(line, "~") + strings.Count(line, "[")
}

// within reports whether the lines so far fit into what is left for the file.
func (p *paragraphLoad) within(left allowance) bool {
	return p.columns <= bounded.MaxColumns && p.escaped <= left.escaped && p.parts <= left.parts && p.cells() <= left.cells
}

// weight is what the parser's time grows with the square of.
func (p *paragraphLoad) weight() int { return p.links + p.marks/8 + p.defs/3 }

// startsItem reports whether a line begins a list item, whose links and marks are read apart from those of the lines above.
func startsItem(line string) bool {
	line = strings.TrimLeft(line, " ")
	return len(line) > 1 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' '
}

// isTableHead reports whether a line and the one above it begin a table, whose
// rows are read one by one.
func (b *body) isTableHead(i int) bool {
	line, above := b.lineSpan(i), b.lineSpan(i-1)
	text := b.src[line.start:line.end]
	return isTableRule(text) &&
		len(splitRow(text)) == len(splitRow(b.src[above.start:above.end]))
}

// isTableRule reports a line that may stand under the head of a table, in a list
// or quote too.
func isTableRule(line string) bool {
	return strings.Contains(line, "-") && strings.Trim(line, "|:- >\t") == ""
}

// block hides a range from the parser and reports it.
func (b *body) block(masked []byte, s span, code, msg string) []byte {
	if len(b.codes) == 0 {
		masked = bytes.Clone(masked)
	}
	for i := s.start; i < s.end; i++ {
		masked[i] = 'x' // line ends too: there is a node for each line
	}
	b.codes = append(b.codes, s)
	b.fail(code, s, msg, "shown as plain code; write it with fewer marks")
	return masked
}

// nextFence follows fenced code from line to line: it returns the fence that is
// open after the line, or "".
func nextFence(line, open string) string {
	trimmed := strings.TrimLeft(line, " ")
	if len(line)-len(trimmed) > 3 || trimmed == "" {
		return open
	}
	c := trimmed[0]
	if c != '`' && c != '~' {
		return open
	}
	run := len(trimmed) - len(strings.TrimLeft(trimmed, string(c)))
	if run < 3 {
		return open
	}
	rest := trimmed[run:]
	switch {
	case open == "" && (c == '~' || !strings.Contains(rest, "`")):
		return trimmed[:run]
	case open != "" && c == open[0] && run >= len(open) && strings.TrimSpace(rest) == "":
		return ""
	}
	return open
}

// markersAtStart counts the quote and list marks a line begins with. A line of
// nothing but dashes or stars is a rule.
func markersAtStart(line string) int {
	if strings.Trim(line, "-* \t") == "" {
		return 0
	}
	count := 0
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
			i++
			continue
		case c == '>':
			i++
		case (c == '-' || c == '+' || c == '*') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			i += 2
		default:
			n := numberMarkLen(line[i:])
			if n == 0 {
				return count
			}
			i += n
		}
		count++
	}
	return count
}

// numberMarkLen returns the length of the mark of a numbered list, such as
// "1. ", that s begins with, or 0.
func numberMarkLen(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if n == 0 || n+1 >= len(s) || s[n] != '.' && s[n] != ')' || s[n+1] != ' ' {
		return 0
	}
	return n + 2
}

// refuse marks a piece that the learner gets as it was written: one that was
// hidden from the parser, one whose lists and quotes go too deep, or one that is
// too large. Whether it is can be told before it is drawn, and is told here for
// both front ends and for check.
func (b *body) refuse(p *piece) {
	for _, code := range b.codes {
		if code.start < p.end && code.end > p.start {
			p.refused = true
			return
		}
	}
	s := b.trimmed(p.span)
	code, msg, hint := codeTooDeep, fmt.Sprintf("lists and quotes are nested deeper than %d levels", maxDepth), "use fewer levels"
	if containerDepth(p.node) <= maxDepth {
		if code, hint = codeTooLarge, "divide it"; b.drawnAtOnce(p.node, s) {
			return
		}
		msg = tooLarge()
	}
	p.refused = true
	b.codes = append(b.codes, span{b.lineStart(s.start), s.end})
	b.fail(code, s, msg, "shown as plain code; "+hint)
}

func tooLarge() string {
	return fmt.Sprintf("a paragraph, list, quote or table of more than %d lines or %d KiB", maxLines, maxBlock>>10)
}

// oneTooLarge reports whether lines without an empty one are a single part of the
// file that refuse would refuse once it was parsed, with a node for each line. In
// doubt it says no: they may hold code, comments or headings, which may be as large.
func (b *body) oneTooLarge(chunk span, lines int) bool {
	if chunk.end-chunk.start <= maxBlock && lines <= maxLines || b.doc.kind == KindCards || b.doc.kind == KindGlossary {
		return false
	}
	text := b.src[chunk.start:chunk.end]
	for _, other := range [...]string{"```", "~~~", "<!--", "\n#", "\n:", "\n<", "\n    ", "\n\t", "\n---", "\n***", "\n___", "\n==="} {
		if strings.Contains(text, other) || strings.HasPrefix(text, strings.TrimPrefix(other, "\n")) {
			return false
		}
	}
	return true
}

// drawnAtOnce reports whether a top-level part of the file is small enough to be
// drawn in one go. Code is drawn line by line and may have any size; comments
// are not drawn; and of cards and terms each is drawn alone.
func (b *body) drawnAtOnce(n ast.Node, s span) bool {
	if s.end-s.start <= maxBlock && b.lineAt(s.end)-b.lineAt(s.start) < maxLines {
		return true
	}
	switch n := n.(type) {
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		return true
	case *ast.HTMLBlock:
		return n.HTMLBlockType == ast.HTMLBlockType2
	case *extast.DefinitionList:
		return b.doc.kind == KindCards || b.doc.kind == KindGlossary
	}
	return false
}

// containerDepth tells how many lists and quotes stand inside each other.
func containerDepth(root ast.Node) int {
	deepest, depth := 0, 0
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.Kind() {
		case ast.KindList, ast.KindBlockquote, extast.KindDefinitionList:
			if !entering {
				depth--
				break
			}
			depth++
			deepest = max(deepest, depth)
		}
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return deepest
}

// withoutSilent leaves out of an answer what is left out of every text without a
// mark: a learner neither sees nor types it.
func withoutSilent(s string) string {
	return strings.Map(func(r rune) rune {
		if textsafe.Silent(r) {
			return -1
		}
		return r
	}, s)
}

// hasControl reports whether s holds a control character or one that cannot be
// seen, so that a learner could not type it.
func hasControl(s string) bool {
	prev := rune(0)
	for _, r := range s {
		switch {
		case r < ' ' && r != '\t' && r != '\n', r >= 0x7f && r < 0xa0:
			return true
		case r == 0x200c || r == 0x200d:
			// Joiners belong to the spelling of some scripts and of emoji.
			if prev < 0x0590 {
				return true
			}
		case r == 0xad || r == 0x180e || r == 0xfeff,
			r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e,
			r >= 0x2060 && r <= 0x206f, r >= 0xe0000 && r <= 0xe007f:
			return true
		}
		prev = r
	}
	return false
}
