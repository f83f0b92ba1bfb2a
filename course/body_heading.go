package course

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// blockKind is what the first word of a heading makes of it.
type blockKind string

const (
	blockText     blockKind = "" // no known word: lesson text
	blockQuestion blockKind = "question"
	blockTask     blockKind = "task"
	blockAsk      blockKind = "ask"
	blockWay      blockKind = "way"
	blockExtra    blockKind = "extra"
	blockPool     blockKind = "pool"
)

// blockWords are the words that a heading may begin with, before a colon.
func blockWords() []string { return []string{"question", "task", "ask", "way", "extra", "pool"} }

// part is a top-level heading with what follows it up to the next one. The
// first part of a file may have no heading.
type part struct {
	kind  blockKind
	node  ast.Node // the heading; nil without one
	level int      // 1..6; 0 without a heading
	raw   string   // the heading as Markdown on one line, without the word of its kind
	title string   // raw as plain text
	head  span     // the lines of the heading
	name  span     // the text of the heading, for findings
	set   settings

	meansID bool // its settings hold an id that cannot be read, which was told

	after  int     // offset behind heading and settings
	pieces []piece // what follows them
	end    int
}

// whole returns the part with its heading.
func (p part) whole() span {
	if p.level == 0 {
		return span{p.after, p.end}
	}
	return span{p.head.start, p.end}
}

// content returns the part without heading and settings.
func (p part) content() span { return span{p.after, p.end} }

// parts cuts the pieces at the headings.
func (b *body) parts() []part {
	headings := 0
	for _, pc := range b.pieces {
		if pc.node.Kind() == ast.KindHeading {
			headings++
		}
	}
	parts := make([]part, 1, min(headings, maxHeadings)+2)
	for i := 0; i < len(b.pieces); i++ {
		pc := b.pieces[i]
		head, ok := pc.node.(*ast.Heading)
		if ok && len(parts) > maxHeadings {
			if len(parts) == maxHeadings+1 {
				b.fail(codeTooManyHeadings, pc.span, "more headings than can be read in one file", "split the file")
				parts = append(parts, part{after: pc.start})
			}
			ok = false
		}
		cur := &parts[len(parts)-1]
		if line, level, meant := b.unheaded(i, *cur); meant && len(parts) <= maxHeadings {
			cur.end = max(cur.end, cur.after)
			parts = append(parts, b.readUnheaded(i, line, level))
			continue
		}
		if !ok {
			if from := i - len(cur.pieces); len(cur.pieces) == 0 || &cur.pieces[0] == &b.pieces[max(from, 0)] {
				cur.pieces = b.pieces[from : i+1 : i+1] // in a row; whoever adds one makes a copy
			} else {
				cur.pieces = append(cur.pieces, pc)
			}
			cur.end = pc.end
			continue
		}
		cur.end = max(cur.end, cur.after)
		next := b.heading(head, pc)
		for n := 0; n < maxComments && i+1 < len(b.pieces) && b.takeSettings(&next, b.pieces[i+1]); n++ {
			i++
		}
		next.end = max(next.end, next.after)
		parts = append(parts, next)
	}
	if len(parts[0].pieces) == 0 {
		parts = parts[1:]
	}
	return parts
}

// heading reads the line of a heading.
func (b *body) heading(n *ast.Heading, pc piece) part {
	p := part{node: n, level: n.Level, head: pc.span, after: pc.end, end: pc.end}
	lines := n.Lines()
	p.name = b.trimmed(pc.span)
	if lines.Len() == 0 {
		return p
	}
	p.name = b.trimmed(span{lines.At(0).Start, lines.At(lines.Len() - 1).Stop})
	text := b.src[p.name.start:p.name.end]
	if at := strings.Index(text, "<!--"); at > 0 && strings.HasSuffix(text, "-->") {
		// Settings may stand at the end of the heading's own line.
		comment := span{p.name.start + at, p.name.end}
		p.kind, _ = blockWord(text)
		if set, ok := b.comment(p.kind, comment); ok {
			p.set.merge(b, set)
		}
		text = text[:at]
	}
	p.title = b.plainText(n)
	kind, rest := blockWord(text)
	p.kind, p.raw = kind, b.oneLine(rest)
	if kind != blockText {
		_, title, _ := cutLabel(p.title, string(kind))
		p.title = strings.TrimSpace(title)
	}
	return p
}

// blockWord cuts the word of a kind off a heading. It may be in bold or italics.
func blockWord(heading string) (blockKind, string) {
	word, rest, ok := cutLabel(heading, blockWords()...)
	if !ok {
		return blockText, heading
	}
	return blockKind(word), rest
}

// cutLabel cuts one of the words and its colon off the beginning of s, in any
// capitals, plain or emphasised: "Hint: x", "**Hint:** x", "**Hint**: x" and
// "**Hint: x**" all give "hint" and "x". A number after the word is passed over.
func cutLabel(s string, words ...string) (word, rest string, ok bool) {
	inner := strings.TrimLeft(s, "*_")
	marks := s[:len(s)-len(inner)]
	if len(marks) > 3 {
		return "", s, false
	}
	for _, w := range words {
		if len(inner) <= len(w) || !strings.EqualFold(inner[:len(w)], w) {
			continue
		}
		t := inner[len(w):]
		closed := marks == ""
		closing := func() {
			if !closed && strings.HasPrefix(t, marks) {
				t, closed = t[len(marks):], true
			}
		}
		closing()
		t = strings.TrimLeft(t, " \t")
		if digits := strings.TrimLeft(t, "0123456789"); w == "hint" && len(t)-len(digits) <= 2 {
			t = digits
		}
		closing()
		switch {
		case strings.HasPrefix(t, ":"):
			t = t[1:]
		case strings.HasPrefix(t, "："):
			t = t[len("："):]
		default:
			continue
		}
		closing()
		t = strings.TrimSpace(t)
		if !closed {
			if !strings.HasSuffix(t, marks) {
				continue
			}
			t = strings.TrimSpace(strings.TrimSuffix(t, marks))
		}
		return w, t, true
	}
	return "", s, false
}

// mistyped returns the word that a heading like "Qestion: …" or "Question 2: …"
// was meant to begin with, or "".
func mistyped(heading string) string {
	word, _, ok := strings.Cut(strings.Trim(heading, "*_ "), ":")
	word = strings.TrimRight(strings.ToLower(strings.Trim(word, "*_ ")), " #.0123456789")
	if !ok || utf8.RuneCountInString(word) < 3 || strings.ContainsAny(word, " \t") {
		return ""
	}
	if IsQuestionWord(word) {
		return "question"
	}
	return nearestName(word, blockWords())
}
