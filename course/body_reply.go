package course

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// said is a part of a quote: what stands behind "Hint:" or "Why:", or the words
// before them.
type said struct {
	word  string // "hint", "why" or ""
	lines textLines
	kids  []child // of the whole quote
	at    span    // its first line
}

// quote cuts a quote at its hints and whys. Several may share one quote.
func (b *body) quote(n ast.Node, ls textLines) []said {
	inner := b.quoteLines(ls)
	kids := b.children(n, inner)
	var out []said
	cur := said{kids: kids}
	for _, l := range inner {
		if b.inParagraph(kids, l) {
			text := b.src[l.start:l.end]
			if word, rest, ok := cutLabel(strings.TrimSpace(text), "hint", "why"); ok {
				if !b.allBlank(cur.lines) || cur.word != "" {
					out = append(out, cur)
				}
				cur = said{word: word, kids: kids, at: l.span}
				from := l.start + strings.LastIndex(text, rest)
				l = textLine{span: span{from, from + len(rest)}}
			}
		}
		if len(cur.lines) == 0 && cur.word == "" {
			cur.at = l.span
		}
		cur.lines = append(cur.lines, l)
	}
	return append(out, cur)
}

func (b *body) allBlank(ls textLines) bool {
	for _, l := range ls {
		if !b.blank(l) {
			return false
		}
	}
	return true
}

// inParagraph reports whether a line belongs to a paragraph among the nodes,
// where labels count; in code they are code.
func (b *body) inParagraph(kids []child, l textLine) bool {
	for _, k := range kids {
		switch k.node.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			if n := len(k.lines); n > 0 && l.start >= k.lines[0].start && l.end <= k.lines[n-1].end {
				return true
			}
		}
	}
	return false
}

// isAlert reports whether a quote is one of GFM's call-outs.
func (b *body) isAlert(ls textLines) bool {
	if len(ls) == 0 {
		return false
	}
	first := strings.TrimSpace(b.text(b.quoteLines(ls[:1])))
	for _, kind := range []string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"} {
		if strings.EqualFold(first, "[!"+kind+"]") {
			return true
		}
	}
	return false
}

// reply reads feedback: its words, and the lines that change the road.
func (b *body) reply(s said) Reply {
	r := Reply{Pos: b.pos(b.trimmed(s.at).start)}
	var text textLines
	for _, l := range s.lines {
		if !b.inParagraph(s.kids, l) || !b.road(&r, l) {
			text = append(text, l)
		}
	}
	r.Text = b.linesMarkdown(text)
	return r
}

// road reads one line of feedback if it changes the road.
func (b *body) road(r *Reply, l textLine) bool {
	raw := b.src[l.start:l.end]
	word, rest, ok := cutLabel(strings.TrimSpace(raw), "mix-up", "mixup", "detour", "go to", "goto")
	if !ok {
		return false
	}
	from := l.start + strings.LastIndex(raw, rest)
	at := span{from, from + len(rest)}
	if rest == "" {
		at = b.trimmed(l.span)
	}
	var slot *string
	var value string
	place := &r.RoadPos
	switch word {
	case "mix-up", "mixup":
		slot, place, value = &r.Mixup, &r.MixupPos, strings.TrimRight(strings.Trim(rest, "`*_ "), ".")
		if value == "" || strings.ContainsAny(value, " \t") {
			b.fail(codeBadRoad, at, "a mix-up is named by one word", "write Mix-up: name, with a name from course.yaml")
			return true
		}
	default:
		slot = &r.Detour
		if word != "detour" {
			slot = &r.Go
		}
		if value, ok = b.target(at, rest); !ok {
			b.fail(codeBadRoad, at, "this leads nowhere", fmt.Sprintf("write %s: [title](file.md)", strings.ToUpper(word[:1])+word[1:]))
			return true
		}
	}
	if *slot != "" {
		b.fail(codeRepeatedRoad, at, "one answer can lead to one place only", "keep one of the two lines")
		return true
	}
	if r.Detour+r.Go != "" && slot != &r.Mixup {
		b.fail(codeRepeatedRoad, at, "one answer cannot both come back and go on", "keep either Detour or Go to")
		return true
	}
	*slot, *place = value, b.pos(at.start)
	return true
}

// target returns the file that a line of feedback leads to: a link, or a path.
func (b *body) target(at span, text string) (string, bool) {
	for i, l := range b.linksIn(at) {
		if !l.image {
			b.linksIn(at)[i].road = true
			return l.to, l.to != ""
		}
	}
	text = strings.Trim(text, "`<> ")
	return text, text != "" && !strings.ContainsAny(text, " \t[]()")
}

// add joins feedback that stands in two places.
func (r *Reply) add(more Reply) {
	if r.Text != "" && more.Text != "" {
		r.Text += "\n\n"
	}
	r.Text += more.Text
	if r.Mixup == "" {
		r.Mixup, r.MixupPos = more.Mixup, more.MixupPos
	}
	if r.Detour == "" && r.Go == "" {
		r.Detour, r.Go, r.RoadPos = more.Detour, more.Go, more.RoadPos
	}
	if r.Pos == (Pos{}) {
		r.Pos = more.Pos
	}
}

// notQuoted says what becomes of text under an answer.
const notQuoted = "this is read as feedback for the answer above it"

// cutSecondLine takes what stands right under a stated answer out of it: an
// answer is one line, so this is feedback that lacks its mark. A line may go on
// where it cannot end: behind the label, behind a comma and inside backticks.
// The words of an Otherwise may be as long as they like.
func (r *questionReader) cutSecondLine(it *listItem) Reply {
	open, n := true, 0 // whether the first n lines cannot be all
	ticks := 0
	for ; open && n < len(it.first); n++ {
		line := strings.TrimSpace(r.src[it.first[n].start:it.first[n].end])
		ticks += strings.Count(line, "`")
		open = ticks%2 != 0 || strings.HasSuffix(line, ",")
		if n == 0 {
			word, rest, ok := cutLabel(line, answerLabels()...)
			if !ok || word == "otherwise" {
				return Reply{}
			}
			open = open || rest == ""
		}
	}
	if n >= len(it.first) {
		return Reply{}
	}
	more := it.first[n:]
	it.first = it.first[:n]
	r.setText(it)
	at, hint := r.trimmed(more[0].span), `begin feedback with ">"`
	if word, _, ok := cutLabel(r.src[at.start:at.end], answerLabels()...); ok {
		hint = fmt.Sprintf(`for another answer, write "- %s:" at the margin`, capital(word))
	}
	r.warn(codeNotQuoted, at, notQuoted, hint)
	return Reply{Text: r.linesMarkdown(more), Pos: r.pos(at.start)}
}
