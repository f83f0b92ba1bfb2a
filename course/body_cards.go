package course

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/cairn-learn/cairn/course/textsafe"
	"github.com/cairn-learn/cairn/internal/bounded"
)

// cardReader reads a file of cards line by line, as other programs do that know
// the format: a card ends where the next begins, at a rule, at a heading, at a
// comment with settings and at the end of the file.
type cardReader struct {
	*body
	set   settings // in force for the cards that follow
	id    settings // of the next card only
	after Pos      // where set names the lesson
	state byte     // 'Q', 'A' or 'C' while a card is read; 0 between cards
	start int      // offset of the card's first line
	front span
	back  span
	terms map[string]bool // of the glossary so far
}

// cards reads a file of review cards.
func (b *body) cards() {
	r := &cardReader{body: b, terms: map[string]bool{}}
	lists := b.definitionLists()
	var fence string
	for i := 0; i < len(b.starts); i++ {
		line := b.lineSpan(i)
		text := b.src[line.start:line.end]
		waiting := r.state == 'A' && b.trimmed(r.back) == span{r.back.end, r.back.end} // for the text behind A:
		if len(lists) > 0 && line.start >= lists[0].start && fence == "" && !waiting {
			list := lists[0]
			lists = lists[1:]
			r.end()
			r.definitions(list.node.(*extast.DefinitionList), list.span, false)
			for i+1 < len(b.starts) && b.starts[i+1] < list.end {
				i++
			}
			continue
		}
		open := fence
		fence = nextFence(text, fence)
		if open != "" || fence != "" {
			r.extend(line)
			continue
		}
		r.line(line, text)
	}
	r.end()
	if len(b.out.Cards) == 0 && strings.TrimSpace(b.src) != "" {
		b.warn(codeNoCards, b.trimmed(span{0, len(b.src)}), "this file holds no cards", "write Q: and A:, or C: with a [gap]")
	}
	b.title()
}

// title takes the first heading of a file that holds no lesson.
func (b *body) title() {
	for _, pc := range b.pieces {
		if h, ok := pc.node.(*ast.Heading); ok {
			b.out.Title = b.plainText(h)
			return
		}
	}
}

// definitionLists returns the pieces that are definition lists.
func (b *body) definitionLists() []piece {
	var out []piece
	for _, pc := range b.pieces {
		if pc.node.Kind() == extast.KindDefinitionList && !pc.refused {
			out = append(out, pc)
		}
	}
	return out
}

// line reads one line outside of code.
func (r *cardReader) line(line span, text string) {
	tag := byte(0)
	if len(text) > 1 && text[1] == ':' {
		tag = text[0]
	}
	rest := span{min(line.start+2, line.end), line.end}
	switch {
	case tag == 'Q':
		r.end()
		r.state, r.start, r.front = 'Q', line.start, rest
	case tag == 'C':
		r.end()
		r.state, r.start, r.front = 'C', line.start, rest
	case tag == 'A' && r.state == 'Q':
		r.state, r.back = 'A', rest
	case tag == 'A':
		r.fail(codeCardNoQuestion, line, "this answer has no question", `write "Q:" above it`)
		r.end()
	case strings.HasPrefix(text, "<!--") && (r.comment(line) || strings.HasSuffix(strings.TrimSpace(text), "-->")):
	case isRuleLine(text), strings.HasPrefix(text, "#") && strings.HasPrefix(strings.TrimLeft(text, "#"), " "):
		r.end()
	default:
		r.extend(line)
	}
}

// extend adds a line to the card that is read.
func (r *cardReader) extend(line span) {
	switch r.state {
	case 'Q', 'C':
		r.front.end = line.end
	case 'A':
		r.back.end = line.end
	}
}

func isRuleLine(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) >= 3 && (strings.Trim(s, "-") == "" || strings.Trim(s, "*") == "")
}

// comment reads settings for the cards that follow. What a comment does not
// name stays in force.
func (r *cardReader) comment(line span) bool {
	end := strings.Index(r.src[line.start:], "-->")
	if end < 0 {
		return false
	}
	set, ok := r.body.comment(blockCard, span{line.start, line.start + end + len("-->")})
	if !ok {
		return false
	}
	r.end()
	if set.ID.Text != "" {
		r.id = set
	}
	if set.After.Text != "" {
		r.set.After, r.after = set.After, r.pos(r.scalarSpan(set, set.After).start)
	}
	if len(set.Skills) > 0 {
		r.set.Skills = set.Skills
	}
	return true
}

// end closes the card that is read.
func (r *cardReader) end() {
	state := r.state
	r.state = 0
	at := r.restOfLine(r.pos(r.start))
	switch state {
	case 'Q':
		r.fail(codeCardNoAnswer, at, "this card has no answer", `write "A:" below the question`)
	case 'A':
		front, back := r.markdown(r.front), r.markdown(r.back)
		if front == "" || back == "" {
			r.fail(codeCardNoAnswer, at, "one side of this card is empty", `write text behind "Q:" and "A:"`)
			return
		}
		r.noteUnnamed()
		r.card(Slug(firstLine(front)), front, strings.TrimSpace(back), r.start)
	case 'C':
		r.cloze(at)
	}
}

// card adds one card. The name makes its id when the author gave none.
func (r *cardReader) card(name, front, back string, at int) {
	front = strings.TrimSpace(front)
	p := part{kind: blockCard, name: r.restOfLine(r.pos(at)), set: r.id}
	r.id = settings{}
	r.out.Cards = append(r.out.Cards, Card{
		ID:     r.idNamed(p, name),
		Front:  front,
		Back:   back,
		Skills: r.set.Skills,
		After:  r.set.After.Text,
		Rev:    revOf(front, back),
		Pos:    r.pos(at),

		afterPos: r.after,
	})
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

// cloze adds a card for each gap of a text. The other gaps show their words.
func (r *cardReader) cloze(at span) {
	text := strings.TrimSpace(r.markdown(r.front))
	gaps := clozeGaps(text)
	if len(gaps) == 0 {
		r.fail(codeCardNoGap, at, "this card has no gap", "put the words to remember in [brackets]")
		return
	}
	if len(gaps) > maxEntries {
		r.fail(codeTooManyAnswers, at, fmt.Sprintf("%d gaps are more than anybody can learn from one text", len(gaps)),
			fmt.Sprintf("at most %d are allowed", maxEntries))
		return
	}
	r.noteUnnamed()
	id := r.id
	for i, gap := range gaps {
		var front strings.Builder
		from := 0
		for j, g := range gaps {
			front.WriteString(text[from:g.start])
			if i == j {
				front.WriteString("[…]")
			} else {
				front.WriteString(text[g.start+1 : g.end-1])
			}
			from = g.end
		}
		front.WriteString(text[from:])
		back := strings.TrimSpace(text[gap.start+1 : gap.end-1])
		name := strings.Trim(Slug(firstLine(text))+"-"+Slug(back), "-")
		if r.id = id; len(gaps) > 1 && id.ID.Text != "" {
			r.id.ID.Text = r.ids.take(id.ID.Text + "-" + Slug(back))
		}
		r.card(name, front.String(), back, r.start)
	}
}

// clozeGaps finds [gaps] outside of code, links, images and footnotes. A
// backslash takes the meaning from a bracket.
func clozeGaps(s string) []span {
	var out []span
	var fence string
	for i := 0; i < len(s); {
		if i == 0 || s[i-1] == '\n' {
			line, _, _ := strings.Cut(s[i:], "\n")
			open := fence
			if fence = nextFence(line, fence); open != "" || fence != "" {
				i = min(i+len(line)+1, len(s))
				continue
			}
		}
		switch s[i] {
		case '\\':
			i += 2
		case '`':
			i += codeSpanLen(s[i:])
		case '[':
			n, gap := bracketAt(s, i)
			if gap {
				out = append(out, span{i, i + n})
			}
			i += n
		default:
			i++
		}
	}
	return out
}

// bracketAt tells how far to go on from the bracket at i, and whether the text
// up to there is a gap. Links and images are passed whole.
func bracketAt(s string, i int) (n int, gap bool) {
	n = bracketLen(s[i:])
	if n == 0 {
		return 1, false
	}
	image := i > 0 && s[i-1] == '!'
	link := i+n < len(s) && s[i+n] == '('
	switch {
	case link:
		return n + max(strings.IndexByte(s[i+n:], ')'), 0), false
	case image:
		return n, false
	case strings.TrimSpace(s[i+1:i+n-1]) == "" || s[i+1] == '^':
		return 1, false
	}
	return n, true
}

// bracketLen returns the length of the text in brackets that s begins with, or
// 0 when they do not close.
func bracketLen(s string) int {
	depth := 0
	for i := 0; i < min(len(s), maxGap); {
		switch s[i] {
		case '\\':
			i++
		case '`':
			i += codeSpanLen(s[i:]) - 1
		case '[':
			depth++
		case ']':
			depth--
			if depth == 0 {
				return i + 1
			}
		}
		i++
	}
	return 0
}

// glossary reads a file of definition lists.
func (b *body) glossary() {
	r := &cardReader{body: b, terms: map[string]bool{}}
	for _, pc := range b.pieces {
		switch {
		case pc.node.Kind() == extast.KindDefinitionList && !pc.refused:
			r.definitions(pc.node.(*extast.DefinitionList), pc.span, true)
		case pc.node.Kind() == ast.KindHTMLBlock:
			r.comment(b.trimmed(pc.span))
		}
	}
	if len(b.out.Entries) == 0 && strings.TrimSpace(b.src) != "" {
		b.warn(codeNoEntries, b.trimmed(span{0, len(b.src)}), "this glossary explains nothing",
			`write a term, and on the next line ": " and what it means`)
	}
	b.title()
}

// definitions reads a definition list as cards and, in a glossary, as entries.
func (r *cardReader) definitions(list *extast.DefinitionList, s span, entries bool) {
	var terms []ast.Node
	var meanings []string
	flush := func() {
		meaning := strings.Join(meanings, "\n\n")
		for _, term := range terms {
			r.term(term, meaning, entries)
		}
		terms, meanings = nil, nil
	}
	for _, c := range r.children(list, r.linesOf(s)) {
		switch c.node.(type) {
		case *extast.DefinitionTerm:
			if len(meanings) > 0 {
				flush()
			}
			terms = append(terms, c.node)
		case *extast.DefinitionDescription:
			if len(c.lines) > 0 {
				meanings = append(meanings, r.linesMarkdown(r.indented(c.lines)))
			}
		}
	}
	flush()
}

func (r *cardReader) term(n ast.Node, meaning string, entry bool) {
	at := bounded.Begin(n)
	if at < 0 {
		return
	}
	line := n.Lines().At(0)
	term := textsafe.Line(strings.TrimSpace(r.src[line.Start:line.Stop]))
	if term == "" || strings.TrimSpace(meaning) == "" {
		r.fail(codeEmptyEntry, r.restOfLine(r.pos(at)), "this term has no meaning", `write it on the next line, behind ": "`)
		return
	}
	if entry {
		if key := strings.ToLower(term); r.terms[key] {
			r.warn(codeRepeatedTerm, r.restOfLine(r.pos(at)), "this term is explained twice", "join the two meanings")
		} else {
			r.terms[key] = true
		}
		r.out.Entries = append(r.out.Entries, Entry{Term: term, Meaning: meaning, Pos: r.pos(at)})
	}
	r.out.Terms = true
	r.card(Slug(term), term, meaning, at)
}
