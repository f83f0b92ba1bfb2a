package course

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Limits that no honest file comes near. What passes them is shown as plain
// code, with a finding; the rest of the file is read as usual.
const (
	maxDepth    = 8          // lists and quotes inside each other
	maxMarkers  = 40         // list and quote marks at the start of one line
	maxTangle   = 30_000_000 // see tangle; a quarter of a second of parsing
	maxComments = 20         // read as settings under one heading
	maxHeadings = 2000       // in one file
	maxEntries  = 200        // options, items, pairs or blanks of one question
)

// guard returns the source as the parser may see it: of the same length, with
// paragraphs that would take the parser seconds blanked out. Where nothing is,
// it is the source itself.
func (b *body) guard() []byte {
	masked := b.bytes
	budget := maxTangle
	var fence string
	for i := 0; i < len(b.starts); {
		j := i
		var links, marks, defs, deepest int
		table := false
		for ; j < len(b.starts); j++ {
			line := b.src[b.lineSpan(j).start:b.lineSpan(j).end]
			if fence = nextFence(line, fence); fence != "" {
				continue
			}
			if strings.TrimSpace(line) == "" || j > i && (table || startsItem(line)) {
				break
			}
			table = j > i && b.isTableHead(j)
			deepest = max(deepest, markersAtStart(line))
			links += strings.Count(line, "](")
			defs += strings.Count(line, "]:")
			marks += strings.Count(line, "*") + strings.Count(line, "_") + strings.Count(line, "~") + strings.Count(line, "[")
		}
		if j > i {
			chunk := span{b.starts[i], b.lineSpan(j - 1).end}
			weight := links + marks/8 + defs/3
			switch {
			case deepest > maxMarkers:
				masked = b.block(masked, chunk, codeTooDeep, fmt.Sprintf("a line opens %d lists and quotes at once", deepest))
			case weight*weight > budget:
				masked = b.block(masked, chunk, codeTooTangled, "this paragraph has more links and marks than can be read")
			default:
				budget -= weight * weight
			}
		}
		i = max(j, i+1)
	}
	return masked
}

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
	return strings.Contains(text, "-") && strings.Trim(text, "|:- ") == "" &&
		len(splitRow(text)) == len(splitRow(b.src[above.start:above.end]))
}

// block hides a range from the parser and reports it.
func (b *body) block(masked []byte, s span, code, msg string) []byte {
	if len(b.codes) == 0 {
		masked = bytes.Clone(masked)
	}
	for i := s.start; i < s.end; i++ {
		if masked[i] != '\n' {
			masked[i] = 'x'
		}
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

// refuse marks a piece that the learner gets as plain code: one that was hidden
// from the parser, or one whose lists and quotes go too deep.
func (b *body) refuse(p *piece) {
	for _, code := range b.codes {
		if code.start < p.end && code.end > p.start {
			p.refused = true
			return
		}
	}
	if containerDepth(p.node) <= maxDepth {
		return
	}
	p.refused = true
	s := b.trimmed(p.span)
	b.codes = append(b.codes, span{b.lineStart(s.start), s.end})
	b.fail(codeTooDeep, s, fmt.Sprintf("lists and quotes are nested deeper than %d levels", maxDepth),
		"shown as plain code; use fewer levels")
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
