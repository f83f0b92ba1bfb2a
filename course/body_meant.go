package course

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"github.com/cairn-learn/cairn/internal/strictyaml"
)

// What stands here finds text that was meant to be something else: a heading or a
// line without the marks that make it a question, a hint in other words, feedback
// that is indented too far.

// notRead says what becomes of a question that is written as something else.
const notRead = "it is read as lesson text, so nobody is asked"

// checkMeant reports a heading without the word of a question that has answers.
// The boxes of a plain folder may be somebody's list of things to do.
func (w *walk) checkMeant(p part) {
	boxes, labels := w.answersIn(p.pieces)
	if p.level == 0 || !boxes && !labels {
		return
	}
	if labels || !w.doc.plain {
		w.withoutKeys(p.set)
	}
	first, rest, _ := strings.Cut(strings.TrimLeft(p.raw, "*_ "), " ")
	word := strings.ToLower(strings.Trim(first, "*_.:-–— 0123456789"))
	switch {
	case isWord(word, blockWords()...):
		w.warn(codeUnknownBlock, p.name, "there is no colon behind the first word; "+notRead, didYouMean(capital(word)+":"))
	case IsQuestionWord(word):
		w.warn(codeUnknownBlock, p.name, "this has answers, but "+notRead, didYouMean("Question:"))
	case labels && rest != "" && strings.HasSuffix(p.raw, "?"):
		w.warn(codeUnknownBlock, p.name, "this has answers, but "+notRead, didYouMean("Question:"))
	case labels || !w.doc.plain:
		w.warn(codeUnknownBlock, p.name, "this has answers, but "+notRead, `for a question, begin the heading with "Question:"`)
	}
}

// IsQuestionWord reports whether a word is another one for "Question", as in a
// heading in another language.
func IsQuestionWord(word string) bool {
	return isWord(strings.ToLower(word), "frage", "quizfrage", "pregunta", "domanda", "vraag", "quiz", "quizz")
}

func isWord(word string, words ...string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

// answersIn reports whether there is a list with a box that is checked, and one
// with a stated answer.
func (b *body) answersIn(pieces []piece) (boxes, labels bool) {
	for _, pc := range pieces {
		list, ok := pc.node.(*ast.List)
		if !ok || pc.refused || b.listRole(list) != roleOptions && b.listRole(list) != roleTyped {
			continue
		}
		for _, it := range b.items(list, b.linesOf(pc.span)) {
			word, _, label := cutLabel(it.text, answerLabels()...)
			boxes, labels = boxes || it.box == checkedBox, labels || label && word == "answer"
		}
	}
	return boxes, labels
}

// unheaded reports whether piece i is a paragraph that was meant as a heading, and
// with how many "#": "###Question: x" in every place; "Question: x" and
// "**Question:** x" where answers follow, and the answers so far are not waiting
// for it.
func (b *body) unheaded(i int, cur part) (line span, level int, ok bool) {
	pc := b.pieces[i]
	if pc.refused || pc.node.Kind() != ast.KindParagraph {
		return span{}, 0, false
	}
	lines := b.linesOf(pc.span)
	for len(lines) > 0 && b.blank(lines[0]) {
		lines = lines[1:]
	}
	if len(lines) == 0 {
		return span{}, 0, false
	}
	at := b.trimmed(lines[0].span)
	text := b.src[at.start:at.end]
	bare := strings.TrimLeft(text, "#")
	if level = len(text) - len(bare); level > 6 {
		return at, 0, false
	}
	kind, _ := blockWord(bare)
	switch {
	case kind == blockText:
		return at, 0, false
	case level > 0:
		return at, level, true
	case kind != blockQuestion:
		return at, 0, false
	}
	if cur.kind == blockQuestion || cur.kind == blockAsk || cur.kind == blockTask {
		if boxes, labels := b.answersIn(cur.pieces); !boxes && !labels {
			return at, 0, false
		}
	}
	return at, max(cur.level, 1), b.answered(i + 1)
}

// answered reports whether answers follow, from piece i on, before there is
// another heading or paragraph but one.
func (b *body) answered(i int) bool {
	texts := 0
	for ; i < len(b.pieces); i++ {
		switch b.pieces[i].node.(type) {
		case *ast.List:
			boxes, labels := b.answersIn(b.pieces[i : i+1])
			return boxes || labels
		case *ast.Paragraph:
			texts++
		case *ast.HTMLBlock, *ast.FencedCodeBlock, *extast.Footnote:
		default:
			return false
		}
		if texts > 1 {
			return false
		}
	}
	return false
}

// readUnheaded makes a part of lesson text of a paragraph that was meant as a
// heading, so that what stands under it is not taken for something else.
func (b *body) readUnheaded(i int, line span, level int) part {
	pc := b.pieces[i]
	text := b.src[line.start:line.end]
	bare := strings.TrimLeft(text, "#")
	hint := `begin the line with "### "`
	if bare != text {
		hint = `put a space behind the "` + text[:len(text)-len(bare)] + `"`
	}
	b.warn(codeUnknownBlock, line, "this line is no heading; "+notRead, hint)
	head := span{pc.start, pc.end}
	title := b.oneLine(strings.NewReplacer("**", "", "__", "").Replace(bare))
	return part{level: level, raw: b.oneLine(bare), title: title, head: head, name: line, after: pc.end, end: pc.end}
}

// almostSettings reports a comment under a question or its like that holds a known
// setting with "=", or without the space behind its colon, and is passed over.
func (b *body) almostSettings(p *part, at span) {
	in := b.trimmed(span{at.start + len("<!--"), max(at.end-len("-->"), at.start+len("<!--"))})
	text, _, _ := strings.Cut(b.src[in.start:in.end], "\n")
	n := strings.IndexAny(text, ":=")
	if n < 0 || strings.HasPrefix(text[n+1:], "=") {
		return
	}
	word := strings.TrimRight(text[:n], " ")
	value, _, _ := strings.Cut(strings.TrimSpace(text[n+1:]), " ")
	value = strings.Trim(value, `,;"`)
	if value == "" || !isWord(word, settingNames()...) {
		return
	}
	msg := "a setting has a colon and a space behind it; this one is passed over"
	b.fail(strictyaml.Syntax, span{in.start, in.start + len(text)}, msg, "write "+named(word+": "+value))
	p.meansID = p.meansID || word == "id"
}

// almostComment reports settings that are shown as text, because their comment
// begins with other signs than "<!--".
func (b *body) almostComment(p *part, pc piece) {
	if p.kind == blockText || pc.refused || pc.node.Kind() != ast.KindParagraph {
		return
	}
	at := b.trimmed(pc.span)
	line, _, _ := strings.Cut(b.src[at.start:at.end], "\n")
	inner := strings.TrimLeft(line, "<!- ")
	sign := strings.TrimRight(line[:len(line)-len(inner)], " ")
	word, _, found := strings.Cut(inner, ":")
	if !found || !strings.HasPrefix(sign, "<") || sign == "<" || !isWord(word, settingNames()...) {
		return
	}
	b.fail(strictyaml.Syntax, span{at.start, at.start + len(line)}, fmt.Sprintf("a comment does not begin with %s; it is shown as text, and its settings are passed over", named(sign)),
		`begin it with "<!--" and end it with "-->"`)
	p.meansID = p.meansID || word == "id"
}

// saidWords are words that authors write for Hint and Why.
func saidWord(word string) string {
	switch strings.ToLower(word) {
	case "hints", "tip", "tips", "clue", "hinweis", "tipp", "pista", "indice", "indication", "nudge":
		return "hint"
	case "explanation", "because", "reason", "solution", "explain", "erklärung", "begründung", "warum", "explicación", "explication", "pourquoi":
		return "why"
	}
	if len(word) > 2 && len(word) < 6 {
		if near := nearestName(word, []string{"hint", "why"}); near != "" && Slip(word, near) {
			return near
		}
	}
	return ""
}

// almostSaid finds the first line of a quote that begins with a word which was
// meant to be Hint or Why.
func (r *questionReader) almostSaid(pc piece) (at span, near string) {
	for _, l := range r.quoteLines(r.linesOf(pc.span)) {
		at = r.trimmed(l.span)
		word, _, ok := strings.Cut(r.src[at.start:at.end], ":")
		word = strings.TrimRight(strings.Trim(word, "*_ "), " 0123456789")
		if !ok || strings.ContainsAny(word, " \t") {
			continue
		}
		if near = saidWord(word); near != "" {
			return at, near
		}
	}
	return at, ""
}

// failSaid reports it.
func (r *questionReader) failSaid(at span, near string) {
	word, _, _ := strings.Cut(r.src[at.start:at.end], ":")
	what := "hint"
	if near == "why" {
		what = "explanation"
	}
	r.warn(codeUnknownLabel, at, fmt.Sprintf("%s begins no %s, so this is taken for feedback", named(strings.Trim(word, "*_ ")), what),
		didYouMean(capital(near)+":"))
}

// unquotedSaid reports a hint or the why that stands in no quote.
func (r *questionReader) unquotedSaid(at span) bool {
	word, rest, ok := cutLabel(r.src[at.start:at.end], "hint", "why")
	if ok && rest != "" {
		r.warn(codeUnknownLabel, at, fmt.Sprintf("a line with %s: counts in a quote only, so this is shown as text", capital(word)),
			`begin the line with ">"`)
	}
	return ok && rest != ""
}

// cutDeep takes lines that begin with ">" out of the text of an answer. They are
// feedback that is indented so far that Markdown reads on.
func (r *questionReader) cutDeep(it *listItem) Reply {
	n := 1
	for n < len(it.first) && !strings.HasPrefix(strings.TrimLeft(r.src[it.first[n].start:it.first[n].end], " \t"), ">") {
		n++
	}
	if n >= len(it.first) {
		return Reply{}
	}
	more := make(textLines, 0, len(it.first)-n)
	for _, l := range it.first[n:] {
		l.span, l.pad = r.trimmed(l.span), 0
		more = append(more, r.unquoted(l))
	}
	at := r.trimmed(it.first[n].span)
	r.warn(codeNotIndented, at, "this feedback is indented too far; it is read as feedback for the answer above", "put two spaces in front of the quote")
	it.first = it.first[:n]
	r.setText(it)
	return r.walk.reply(said{lines: more, kids: []child{{ast.NewParagraph(), more}}, at: at})
}

// reportLazy finds a hint right below an answer, which Markdown reads on with it.
func (r *questionReader) reportLazy(it listItem) {
	for i, l := range it.first {
		if at := r.trimmed(l.span); i > 0 && r.unquotedSaid(at) {
			return
		}
	}
}

// almostCards finds the cards in a lesson: two questions or more with "Q:" that
// are answered with "A:". Code is left alone.
func (b *body) almostCards() {
	var first span
	asked, answered := 0, 0
	for _, pc := range b.pieces {
		if pc.refused || pc.node.Kind() != ast.KindParagraph {
			continue
		}
		for _, l := range b.linesOf(pc.span) {
			switch line := strings.TrimSpace(b.src[l.start:l.end]); {
			case strings.HasPrefix(line, "Q: "):
				if asked++; asked == 1 {
					first = b.trimmed(l.span)
				}
			case strings.HasPrefix(line, "A: ") && asked > answered:
				answered++
			}
		}
	}
	if asked > 1 && answered > 1 {
		b.warn(codeNoCards, first, "lines with Q: and A: are cards in a file of cards only; here they are shown as text", `write "kind: cards" into the front matter`)
	}
}
