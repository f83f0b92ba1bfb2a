package course

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// What stands here finds answers and blanks that miss the signs which make them such:
// a dash from another keyboard, a blank that is not closed.

// checkSigns reports the first answer of the question that is no item of a list, or
// the first blank that is not closed. The question cannot be graded then.
func (r *questionReader) checkSigns() bool {
	for _, pc := range r.pieces {
		if kind := pc.node.Kind(); pc.refused || kind != ast.KindParagraph && kind != ast.KindList {
			continue
		}
		for _, l := range r.linesOf(pc.span) {
			at := r.trimmed(l.span)
			if sign, ok := r.oddSign(r.src[at.start:at.end]); ok {
				r.failSign(at, sign)
				return true
			}
		}
		if at, ok := r.openGap(pc.span); ok && (r.form == roleText || r.form == roleBlanks) {
			r.fail(codeOpenBlank, at, "this blank is not closed", `end it with "]]"`)
			return true
		}
	}
	return false
}

func (r *questionReader) failSign(at span, sign string) {
	if sign == "" {
		r.fail(codeAnswerSign, at, "this line is no answer: it does not begin with a dash", `begin it with "- "`)
		return
	}
	r.fail(codeAnswerSign, at, fmt.Sprintf("this line is no answer: it begins with %s, not with a dash and a space", named(sign)), `begin it with "- "`)
}

// oddSign tells a line that begins as an answer does, but for its first sign: another
// dash or a dot, a dash with a space that is none, or nothing.
func (r *questionReader) oddSign(line string) (sign string, ok bool) {
	first, n := utf8.DecodeRuneInString(line)
	rest := line
	switch {
	case strings.ContainsRune("–—−‐‑•●▪◦‣·", first), first == '-' && strings.HasPrefix(line[n:], "\u00a0"):
		sign, rest = line[:n], strings.TrimLeft(line[n:], " \u00a0")
	case r.form != roleText:
		return "", false
	}
	if box, _, _ := cutBox(rest); box != noBox {
		return sign, true
	}
	word, _, label := cutLabel(rest, answerLabels()...)
	return sign, label && (sign != "" || word == "answer")
}

// openGap finds a blank without its end: "[[word" or "[[word]", outside of code.
func (b *body) openGap(s span) (span, bool) {
	text := b.src[s.start:s.end]
	for i, n := range openings(text) {
		line, _, _ := strings.Cut(text[i:], "\n")
		if n == 0 && !strings.Contains(line, "]]") || n > 0 && opens(text[i+2:i+n]) {
			word, _, _ := strings.Cut(line, " ")
			return span{s.start + i, s.start + i + len(word)}, true
		}
	}
	return span{}, false
}

// opens reports "[[" outside of code.
func opens(text string) bool {
	for range openings(text) {
		return true
	}
	return false
}

// strayBlank reports a blank in lesson text. In a plain folder it may be a link of
// another program.
func (b *body) strayBlank(pieces []piece) {
	if b.doc.plain {
		return
	}
	for _, pc := range pieces {
		if pc.refused || pc.node.Kind() != ast.KindParagraph {
			continue
		}
		if gaps := b.gaps(pc.span); len(gaps) > 0 {
			b.warn(codeStrayBlank, gaps[0].span, "this is a blank in a question only; here it is shown as it stands", `begin a heading with "Question:" above it, or take the brackets away`)
			return
		}
	}
}
