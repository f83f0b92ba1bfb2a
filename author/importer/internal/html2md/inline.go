package html2md

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The beginnings and ends of emphasis, and line breaks, are these signs until a
// paragraph is whole: whether Markdown reads a star depends on what stands
// around it. Texts do not have them.
const (
	strongOpen = '\uE002' + iota
	strongClose
	emOpen
	emClose
	strikeOpen
	strikeClose
	lineBreak
	lastMark = lineBreak
)

func isMark(r rune) bool { return r >= strongOpen && r <= strikeClose }

// markOf writes a sign as Markdown.
func markOf(r rune) string {
	switch r {
	case strongOpen, strongClose:
		return "**"
	case emOpen, emClose:
		return "*"
	}
	return "~~"
}

// inline writes nodes as the text of one paragraph, signs and all.
func (c *converter) inline(nodes []*node) string {
	parts := make([]string, 0, len(nodes))
	for _, n := range nodes {
		if n.tag == "" {
			parts = append(parts, c.words(n.text))
			continue
		}
		md := c.element(n)
		if last := len(parts) - 1; last >= 0 && strings.HasPrefix(strings.TrimLeftFunc(md, isMark), "[") {
			if text, ok := strings.CutSuffix(parts[last], "!"); ok {
				parts[last] = text + `\!` // or the link would be a picture
			}
		}
		parts = append(parts, md)
	}
	return strings.Join(parts, "")
}

// words writes text. Runs of spaces are one.
func (c *converter) words(text string) string {
	var b strings.Builder
	space := false
	for _, r := range text {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f' || r == '\u00A0' {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if !unicode.IsControl(r) {
			b.WriteRune(r)
		}
	}
	if space {
		b.WriteByte(' ')
	}
	return escapeSigns(b.String())
}

func (c *converter) element(n *node) string {
	switch n.tag {
	case "b", "strong":
		return c.emphasis(n, strongOpen, strongClose)
	case "i", "em", "cite", "dfn", "var":
		return c.emphasis(n, emOpen, emClose)
	case "s", "strike", "del":
		return c.emphasis(n, strikeOpen, strikeClose)
	case "code", "kbd", "samp", "tt":
		return codeSpan(c.plain(n.kids))
	case "br":
		return string(lineBreak)
	case "wbr":
		return ""
	case "sub":
		return script(c.inline(n.kids), "_", subscripts())
	case "sup":
		return script(c.inline(n.kids), "^", superscripts())
	case "a":
		return c.link(n)
	case "img", "image":
		return c.picture(n)
	case "q":
		return "“" + c.inline(n.kids) + "”"
	case "abbr", "acronym":
		return c.abbreviation(n)
	case "rt":
		return "(" + c.inline(n.kids) + ")"
	case "math":
		return c.mathML(n)
	}
	return c.other(n)
}

// other writes elements that Markdown has nothing for.
func (c *converter) other(n *node) string {
	switch n.tag {
	case "span", "font", "label", "ruby", "rb", "time", "data", "bdi", "bdo", "nobr", "big", "small", "body", "html":
		if style := n.attr("style") + n.attr("color"); style != "" {
			c.lose(n.line, "the look of <"+n.tag+">", "a course has no colours and fonts of its own")
		}
	case "rp", "col", "colgroup", "meta", "link", "base", "head", "title", "param", "source", "track", "area", "map":
		return ""
	case "audio", "video", "iframe", "object", "embed", "canvas", "svg", "script", "style", "noscript", "template",
		"applet", "frame", "frameset":
		c.lose(n.line, describe(n), "a terminal shows nothing of it")
		return ""
	case "input", "textarea", "select", "button", "option", "optgroup", "meter", "progress":
		c.lose(n.line, describe(n), "fields and buttons are not carried over")
		return c.inline(n.kids)
	default:
		if !isBlock(n.tag) && !strings.Contains(n.tag, ":") {
			c.loseTag(n, "Markdown has nothing for it; its text is kept")
		}
	}
	return c.inline(n.kids)
}

// describe names an element with the address that it shows.
func describe(n *node) string {
	for _, key := range []string{"src", "data", "href"} {
		if to := n.attr(key); to != "" {
			return "<" + n.tag + "> (" + to + ")"
		}
	}
	return "<" + n.tag + ">"
}

// emphasis writes an element with signs around it, unless it stands in another
// of its kind.
func (c *converter) emphasis(n *node, begin, end rune) string {
	if c.within[begin] {
		return c.inline(n.kids)
	}
	c.within[begin] = true
	defer delete(c.within, begin)
	return signed(begin, c.inline(n.kids), end)
}

// signed puts signs around a text, and the spaces at its ends outside.
func signed(begin rune, text string, end rune) string {
	inner := strings.Trim(text, " "+string(lineBreak))
	if inner == "" {
		return text
	}
	at := strings.Index(text, inner)
	return text[:at] + string(begin) + inner + string(end) + text[at+len(inner):]
}

// codeSpan writes code in a line.
func codeSpan(code string) string {
	code = strings.Join(strings.Fields(code), " ")
	if code == "" {
		return ""
	}
	fence := strings.Repeat("`", longestRun(code)+1)
	if strings.HasPrefix(code, "`") || strings.HasSuffix(code, "`") {
		code = " " + code + " "
	}
	return fence + code + fence
}

// longestRun counts the backticks that stand together in a text.
func longestRun(s string) int {
	longest, run := 0, 0
	for i := range len(s) {
		if run++; s[i] != '`' {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

// script writes what is raised or lowered, in small signs if there are some for
// all of it.
func script(text, sign string, small map[rune]rune) string {
	trimmed := strings.TrimSpace(text)
	var b strings.Builder
	for _, r := range trimmed {
		s, ok := small[r]
		if !ok {
			if utf8.RuneCountInString(trimmed) == 1 {
				return sign + trimmed
			}
			return sign + "(" + trimmed + ")"
		}
		b.WriteRune(s)
	}
	return b.String()
}

func subscripts() map[rune]rune {
	return pairs("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
}

func superscripts() map[rune]rune {
	return pairs("0123456789+-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
}

func pairs(from, to string) map[rune]rune {
	m, signs := map[rune]rune{}, []rune(to)
	for i, r := range []rune(from) {
		m[r] = signs[i]
	}
	return m
}

// link writes a link, or its words alone where it leads nowhere.
func (c *converter) link(n *node) string {
	words := c.inline(n.kids)
	href := c.rawFormulas(n.attr("href"))
	if href == "" {
		return words
	}
	to, ok := c.target(href, false)
	switch {
	case !ok:
		c.lose(n.line, "a link ("+href+")", "what it leads to is not part of the course")
		return words
	case strings.TrimSpace(words) == "":
		return ""
	case words == "<"+to+">":
		return words
	case strings.HasPrefix(words, "<http"): // a link within a link
		words = escapeSigns(strings.TrimPrefix(strings.Trim(words, "<>"), "http"))
	}
	return "[" + strings.ReplaceAll(words, string(lineBreak), " ") + "](" + destination(to) + ")"
}

// picture writes a picture, or what it shows in words.
func (c *converter) picture(n *node) string {
	src := c.rawFormulas(n.attr("src"))
	alt := escapeSigns(strings.Join(strings.Fields(n.attr("alt")), " "))
	to, ok := c.target(src, true)
	if src == "" || !ok {
		c.lose(n.line, "a picture ("+src+")", c.why(src)+"; what it shows stays, if it says so")
		return alt
	}
	return "![" + alt + "](" + destination(to) + ")"
}

// why says why a picture leads nowhere.
func (c *converter) why(src string) string {
	if c.src.Why == nil || src == "" {
		return "it is not at hand"
	}
	return c.src.Why()
}

func (c *converter) target(address string, picture bool) (string, bool) {
	if c.src.Target != nil {
		return c.src.Target(address, picture)
	}
	return address, isWeb(address) || !picture && strings.HasPrefix(strings.ToLower(address), "mailto:")
}

func isWeb(address string) bool {
	lower := strings.ToLower(address)
	return strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://")
}

// destination writes the address of a link so that nothing in it ends it.
func destination(to string) string {
	var b strings.Builder
	for _, r := range to {
		switch {
		case r == ' ':
			b.WriteString("%20")
		case r < ' ' || r == 0x7F:
		case r == '(' || r == ')' || r == '\\' || r == '<' || r == '>' || r == '*' || r == '_' || r == '&':
			b.WriteString(`\` + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// abbreviation writes what is short with what it is short for.
func (c *converter) abbreviation(n *node) string {
	words := c.inline(n.kids)
	if title := n.attr("title"); title != "" {
		return words + " (" + escapeSigns(title) + ")"
	}
	return words
}

// mathML writes a formula by the TeX that it was made of, if it says so.
func (c *converter) mathML(n *node) string {
	tex := c.rawFormulas(n.attr("alttext"))
	var find func(nodes []*node)
	find = func(nodes []*node) {
		for _, k := range nodes {
			if k.tag == "annotation" && strings.Contains(k.attr("encoding"), "tex") {
				tex = c.plain(k.kids)
			}
			find(k.kids)
		}
	}
	find(n.kids)
	if tex = strings.Join(strings.Fields(tex), " "); tex == "" || strings.ContainsAny(tex, "$`") {
		c.loseTag(n, "the formula is not given as TeX; its signs are kept")
		return c.inline(n.kids)
	}
	c.math = append(c.math, formula{source: tex, tex: tex})
	return string(mathOpen) + itoa(len(c.math)-1) + string(mathClose)
}
