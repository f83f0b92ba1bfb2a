package draft

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"github.com/cairn-learn/cairn/internal/bounded"
)

// edits is a range of a text with marks put in.
type edits struct {
	src      []byte
	from, to int
	at       []edit // in order
}

type edit struct {
	at   int
	mark string
}

func (e *edits) put(at int, mark string) {
	i := len(e.at)
	for i > 0 && e.at[i-1].at > at {
		i--
	}
	if i > 0 && e.at[i-1].at == at {
		return // one mark takes the meaning away
	}
	e.at = append(e.at[:i], append([]edit{{at, mark}}, e.at[i:]...)...)
}

func (e *edits) String() string {
	if len(e.at) == 0 {
		return string(e.src[e.from:e.to])
	}
	var b strings.Builder
	at := e.from
	for _, m := range e.at {
		b.Write(e.src[at:m.at])
		b.WriteString(m.mark)
		at = m.at
	}
	b.Write(e.src[at:e.to])
	return b.String()
}

// unlabel takes the meaning from a word with a colon that begins a line at an offset.
func (e *edits) unlabel(label *regexp.Regexp, start, stop int) {
	line := e.src[start:stop]
	lead := len(line) - len(bytes.TrimLeft(line, " \t"))
	m := label.FindSubmatchIndex(line[lead:])
	if m == nil {
		return
	}
	// A wide colon has no escape, so the word before it is ended by nothing.
	mark := `\`
	if line[lead+m[4]] != ':' {
		mark = "<!-- -->"
	}
	e.put(start+lead+m[4], mark)
}

// heading keeps a heading from beginning a question or its like, and from holding
// settings.
func (e *edits) heading(n *ast.Heading) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	start, stop := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	e.unlabel(partLabel, start, stop)
	if end := len(bytes.TrimRight(e.src[start:stop], " \t\n")); bytes.HasSuffix(e.src[start:start+end], []byte("-->")) {
		e.put(start+end-1, `\`)
	}
}

// step is a heading as one of a step: below that of a task or way.
func (e *edits) step(n *ast.Heading) string {
	lines := n.Lines()
	if lines.Len() == 0 {
		return ""
	}
	text := &edits{src: e.src, from: lines.At(0).Start, to: lines.At(lines.Len() - 1).Stop}
	text.heading(n)
	return "#### " + heading(text.String()) + "\n\n"
}

// html keeps a comment from being settings, and what is never closed from hiding
// all that follows.
func (e *edits) html(n *ast.HTMLBlock) {
	start := bounded.Begin(n)
	if start < e.from || start >= e.to {
		start = e.from
	}
	for start < e.to && e.src[start] == ' ' {
		start++
	}
	switch n.HTMLBlockType {
	case ast.HTMLBlockType1, ast.HTMLBlockType3, ast.HTMLBlockType4, ast.HTMLBlockType5:
		if !htmlEnd.Match(e.src[e.from:e.to]) {
			e.put(start, `\`)
		}
	case ast.HTMLBlockType2:
		e.put(start, `\`)
	case ast.HTMLBlockType6, ast.HTMLBlockType7:
	}
}

// htmlEnd ends HTML that would go on over empty lines.
var htmlEnd = regexp.MustCompile(`(?i)</(?:script|pre|style|textarea)>|\?>|\]\]>|<![a-z][^>]*>`)

// closeFence ends a block of code that has no end.
func (e *edits) closeFence() {
	chunk := string(e.src[e.from:e.to])
	lines := strings.Split(strings.TrimRight(chunk, "\n"), "\n")
	first := strings.TrimLeft(lines[0], " ")
	if first == "" {
		return
	}
	run := len(first) - len(strings.TrimLeft(first, first[:1]))
	last := strings.TrimSpace(lines[len(lines)-1])
	if len(lines) > 1 && len(last) >= run && strings.Trim(last, first[:1]) == "" && closes(lines[len(lines)-1]) {
		return
	}
	e.put(e.to, first[:run]+"\n")
}

// noChecks keeps a block of code from being what a task is held to, or does: such a
// block says so behind its fence.
func (e *edits) noChecks(n *ast.FencedCodeBlock, where spot) {
	if where != inStep {
		return
	}
	switch strings.ToLower(string(n.Language(e.src))) {
	case "check", "setup", "solve":
		e.put(n.Info.Segment.Start, "text ")
	}
}

// closes reports whether a line is indented little enough to end a fence.
func closes(line string) bool { return len(line)-len(strings.TrimLeft(line, " ")) <= 3 }

// paragraph keeps a paragraph a paragraph.
func (e *edits) paragraph(n ast.Node, where spot) {
	lines := n.Lines()
	for i := range lines.Len() {
		at := lines.At(i)
		start := at.Start
		for start < at.Stop && (e.src[start] == ' ' || e.src[start] == '\t') {
			start++
		}
		if start+1 < at.Stop && bytes.IndexByte([]byte("-*+"), e.src[start]) >= 0 && e.src[start+1] == '[' {
			e.put(start, `\`)
		}
		if where == inQuote {
			e.unlabel(saidLabel, at.Start, at.Stop)
			if alertMark.Match(e.src[start:at.Stop]) {
				e.put(start, `\`)
			}
		}
	}
}

// labels keeps the lines of a quote from being hints and roads.
func (e *edits) labels(quote ast.Node) {
	for c := quote.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			for i := range c.Lines().Len() {
				at := c.Lines().At(i)
				e.unlabel(saidLabel, at.Start, at.Stop)
			}
		}
	}
}

// gaps keeps "[[" from being a blank.
func (e *edits) gaps() {
	for i := e.from; i < e.to; {
		switch c := e.src[i]; {
		case c == '\\':
			i += 2
		case c == '`':
			i += codeSpan(e.src[i:e.to])
		case c == '[' && i+1 < e.to && e.src[i+1] == '[':
			e.put(i+1, `\`)
			i++
		default:
			i++
		}
	}
}

// codeSpan is the length of the code span that s begins with, or of its run of
// backticks when it is never closed.
func codeSpan(s []byte) int {
	ticks := len(s) - len(bytes.TrimLeft(s, "`"))
	for i := ticks; i < len(s); {
		if s[i] != '`' {
			i++
			continue
		}
		run := len(s[i:]) - len(bytes.TrimLeft(s[i:], "`"))
		i += run
		if run == ticks {
			return i
		}
	}
	return ticks
}
