package course

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// reportNoAnswers says why a question has nothing to grade, as exactly as the
// text allows.
func (r *questionReader) reportNoAnswers() {
	if r.broken {
		return // there is a finding about it
	}
	r.broken = true
	for _, pc := range r.pieces {
		if pc.refused {
			return // there is a finding about it
		}
		switch n := pc.node.(type) {
		case *ast.FencedCodeBlock:
			if _, info, _ := r.fence(pc); taskFenceWord(info) == "check" {
				r.fail(codeNoAnswers, r.name, "this question has checks and no answers", didYouMean("Task:"))
				return
			}
		case *ast.Paragraph:
			if at, ok := r.gluedBox(pc.span); ok {
				r.fail(codeGluedBox, at, "a space is missing between the dash and the box", `write "- [x] answer"`)
				return
			}
			if at, ok := r.tableWithoutRule(pc.span); ok {
				r.fail(codeNoAnswers, at, "this is no table yet, so there is nothing to match", `write a line "| --- | --- |" below this one`)
				return
			}
		case *ast.List:
			items := r.items(n, r.linesOf(pc.span))
			for _, it := range items {
				if near, word := almostLabel(it); near != "" {
					r.fail(codeUnknownAnswer, it.at, fmt.Sprintf("%s is no kind of answer", named(word)),
						didYouMean(capital(near)+":"))
					return
				}
			}
			if len(items) > 0 {
				r.fail(codeNothingMarked, items[0].at, "no answer of this question is marked as right",
					`begin each answer with "- [ ]" and the right one with "- [x]"`)
				return
			}
		}
	}
	r.fail(codeNoAnswers, r.name, "this question has no answers",
		`add a list with "- [x]" before the right answer, or "- Answer: …"`)
}

// almostLabel returns the label that an item was probably meant to begin with,
// and the word that it begins with.
func almostLabel(it listItem) (near, word string) {
	word, _, ok := strings.Cut(it.text, ":")
	if !ok || len(word) <= 2 {
		return "", word
	}
	return nearestName(strings.Trim(word, "*_ "), answerLabels()), word
}

// tableWithoutRule finds the first line of two or more that are rows of two columns,
// with no line of dashes below it.
func (b *body) tableWithoutRule(s span) (span, bool) {
	rows, first := 0, span{}
	for _, l := range b.linesOf(s) {
		at := b.trimmed(l.span)
		row := b.src[at.start:at.end]
		switch {
		case row == "":
			continue
		case !strings.HasPrefix(row, "|") || len(splitRow(row)) != 2:
			return span{}, false
		case rows == 0:
			first = at
		}
		rows++
	}
	return first, rows > 1
}

// gluedBox finds "-[x]" in a paragraph.
func (b *body) gluedBox(s span) (span, bool) {
	for _, l := range b.linesOf(s) {
		text := strings.TrimLeft(b.src[l.start:l.end], " \t")
		if len(text) > 3 && strings.ContainsRune("-*+", rune(text[0])) {
			if kind, _, _ := cutBox(text[1:]); kind != noBox {
				at := l.end - len(text)
				return span{at, at + strings.IndexByte(text, ']') + 1}, true
			}
		}
	}
	return span{}, false
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
