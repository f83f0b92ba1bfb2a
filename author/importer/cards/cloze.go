package cards

import (
	"strconv"
	"strings"

	"github.com/cairn-learn/cairn/author/draft"
)

// cloze is a text with gaps: a tree, as gaps may stand in gaps. A part without a
// group is text.
type cloze struct {
	text  string // Markdown, of a part without a group
	group string // gaps of one group are asked together
	hint  string // Markdown, one line
	parts []cloze
}

// shown writes parts with all gaps filled, but those of a group, which are
// hidden. Empty: none is hidden.
func shown(parts []cloze, hidden string) string {
	var b strings.Builder
	for _, p := range parts {
		switch {
		case p.group == "":
			b.WriteString(p.text)
		case p.group == hidden && p.hint != "":
			b.WriteString(`\[` + p.hint + `\]`)
		case p.group == hidden:
			b.WriteString("[…]")
		default:
			b.WriteString(shown(p.parts, hidden))
		}
	}
	return b.String()
}

// groups lists the groups of gaps in their order, with what each hides.
func groups(parts []cloze) (order []string, hides map[string][]string) {
	hides = map[string][]string{}
	var walk func(parts []cloze)
	walk = func(parts []cloze) {
		for _, p := range parts {
			if p.group == "" {
				continue
			}
			if hides[p.group] == nil {
				order = append(order, p.group)
			}
			hides[p.group] = append(hides[p.group], strings.TrimSpace(shown(p.parts, "")))
			walk(p.parts)
		}
	}
	walk(parts)
	return order, hides
}

// clozeCards makes cards of a text with gaps: one text with brackets where that
// says the same, and else a card for each group of gaps. extra is told with each
// answer.
func clozeCards(parts []cloze, extra, ref string, at draft.Place) []*draft.Card {
	order, hides := groups(parts)
	if md, ok := bracketed(parts, hides); ok && extra == "" {
		return []*draft.Card{{Ref: ref, Cloze: md, From: at}}
	}
	var out []*draft.Card
	for _, group := range order {
		back := strings.Join(hides[group], ", ")
		if strings.TrimSpace(back) == "" {
			continue
		}
		if extra != "" {
			back += "\n\n" + extra
		}
		c := &draft.Card{Front: shown(parts, group), Back: back, From: at}
		if ref != "" {
			c.Ref = ref + "-c" + group
		}
		out = append(out, c)
	}
	return out
}

// bracketed writes gaps in brackets. It reports false where that would say
// something else: gaps that are asked together, hints, gaps in gaps, and brackets
// of other meaning.
func bracketed(parts []cloze, hides map[string][]string) (string, bool) {
	var b strings.Builder
	for _, p := range parts {
		if p.group == "" {
			if openBracket(p.text) {
				return "", false
			}
			b.WriteString(p.text)
			continue
		}
		inner := shown(p.parts, "")
		nested := len(p.parts) != 1 || p.parts[0].group != ""
		if nested || p.hint != "" || len(hides[p.group]) > 1 || openBracket(inner) || strings.Contains(inner, "\n") ||
			strings.TrimSpace(inner) == "" || strings.HasPrefix(inner, "^") || strings.ContainsAny(inner, "()") {
			return "", false
		}
		if text := b.String(); strings.HasSuffix(text, "!") {
			return "", false
		}
		b.WriteString("[" + inner + "]")
	}
	return b.String(), true
}

// openBracket reports whether Markdown holds a bracket that is not escaped.
func openBracket(md string) bool {
	for i := 0; i < len(md); i++ {
		switch md[i] {
		case '\\':
			i++
		case '[', ']':
			return true
		}
	}
	return false
}

// Gaps of Anki are marked with these signs while HTML becomes Markdown.
const (
	gapOpen  = '\uE010'
	gapName  = '\uE011'
	gapClose = '\uE012'
)

// gapInfo is what the marks of a gap say.
type gapInfo struct{ group, hint string }

// markGaps replaces "{{c1::text::hint}}" by signs, so that what stands between
// them can become Markdown.
func markGaps(s string) (string, []gapInfo) {
	s = strings.Map(func(r rune) rune {
		if r >= gapOpen && r <= gapClose {
			return -1
		}
		return r
	}, s)
	var b strings.Builder
	var gaps []gapInfo
	var open []int
	for i := 0; i < len(s); {
		if group, n := gapStart(s[i:]); n > 0 && len(open) < 8 {
			b.WriteRune(gapOpen)
			b.WriteString(strconv.Itoa(len(gaps)))
			b.WriteRune(gapName)
			open = append(open, len(gaps))
			gaps = append(gaps, gapInfo{group: group})
			i += n
			continue
		}
		if len(open) > 0 && strings.HasPrefix(s[i:], "::") {
			if end := strings.Index(s[i:min(len(s), i+500)], "}}"); end >= 0 && !strings.Contains(s[i:i+end], "{{") {
				gaps[open[len(open)-1]].hint = s[i+2 : i+end]
				i += end
				continue
			}
		}
		if len(open) > 0 && strings.HasPrefix(s[i:], "}}") {
			b.WriteRune(gapClose)
			open = open[:len(open)-1]
			i += 2
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	for range open {
		b.WriteRune(gapClose)
	}
	return b.String(), gaps
}

// gapStart reads "{{c1::" and gives its number and length.
func gapStart(s string) (group string, n int) {
	rest, ok := strings.CutPrefix(s, "{{c")
	if !ok {
		return "", 0
	}
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if digits == 0 || digits > 3 || !strings.HasPrefix(rest[digits:], "::") {
		return "", 0
	}
	return rest[:digits], len("{{c") + digits + len("::")
}

// readGaps reads the signs of markGaps back. A sign without its other is passed
// over.
func readGaps(md string, gaps []gapInfo) []cloze {
	type frame struct {
		gap   gapInfo
		parts []cloze
	}
	stack := []frame{{}}
	say := func(s string) {
		if s != "" {
			top := &stack[len(stack)-1]
			top.parts = append(top.parts, cloze{text: s})
		}
	}
	closeGap := func() {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		under := &stack[len(stack)-1]
		under.parts = append(under.parts, cloze{group: top.gap.group, hint: strings.TrimSpace(top.gap.hint), parts: top.parts})
	}
	for md != "" {
		i := strings.IndexAny(md, string(gapOpen)+string(gapName)+string(gapClose))
		if i < 0 {
			say(md)
			break
		}
		say(md[:i])
		sign := md[i:]
		md = md[i+len(string(gapOpen)):]
		switch {
		case strings.HasPrefix(sign, string(gapOpen)):
			number, rest, _ := strings.Cut(md, string(gapName))
			if n, err := strconv.Atoi(number); err == nil && n >= 0 && n < len(gaps) {
				stack = append(stack, frame{gap: gaps[n]})
				md = rest
			}
		case strings.HasPrefix(sign, string(gapClose)) && len(stack) > 1:
			closeGap()
		}
	}
	for len(stack) > 1 {
		closeGap()
	}
	return stack[0].parts
}
