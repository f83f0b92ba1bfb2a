package lia

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/cairn-learn/cairn/author/importer/internal/page"
)

// inline writes what LiaScript adds to lines of text as Markdown: animations,
// macros, films and sounds, footnotes.
func (r *reader) inline(lines []page.Line) []page.Line {
	var out, notes []page.Line
	var open page.Fence // the block of code that the line above is in
	for i, l := range lines {
		switch {
		case l.Code && open.Mark == "":
			open, _ = page.OpenFence(l.Text)
			l.Text = r.fence(l)
		case l.Code && open.ClosedBy(l.Text):
			open = page.Fence{}
		case !l.Code:
			open = page.Fence{}
			if r.runs(l, i > 0 && lines[i-1].Code) {
				l.Text = ""
				break
			}
			l.Text = noQuote.ReplaceAllString(r.effects(l), `](${1} "${2}`)
			var note []page.Line
			l.Text, note = r.spans(l)
			notes = append(notes, note...)
		}
		if level, _ := heading(l); level > 0 && len(notes) > 0 {
			out = append(out, page.Line{N: l.N})
			out = append(out, notes...)
			out = append(out, page.Line{N: l.N})
			notes = nil
		}
		out = append(out, l)
	}
	if len(notes) > 0 {
		out = append(append(out, page.Line{N: len(lines)}), notes...)
	}
	return out
}

// fence writes the first line of a block of code. Behind its language may stand
// the name of a file, and a macro that runs it.
func (r *reader) fence(l page.Line) string {
	f, ok := page.OpenFence(l.Text)
	if !ok {
		return l.Text
	}
	language, rest, _ := strings.Cut(f.Info, " ")
	rest = strings.TrimSpace(rest)
	if strings.HasPrefix(language, "@") {
		language, rest = "", f.Info
	}
	if at := strings.Index(rest, "@"); at >= 0 {
		r.losses.Add(l.N, "code that runs: "+page.Excerpt(rest[at:]), "a course runs nothing; the code is kept")
		rest = strings.TrimSpace(rest[:at])
	}
	if rest != "" {
		r.losses.Add(l.N, "the name of a file of code: "+rest, "a block of code has no title")
	}
	return f.Indent + f.Mark + language
}

// runs reports whether a line does nothing but run the code above it.
func (r *reader) runs(l page.Line, behindCode bool) bool {
	word := strings.TrimSpace(l.Text)
	if !behindCode || !strings.HasPrefix(word, "@") || len(strings.Fields(word)) != 1 {
		return false
	}
	r.losses.Add(l.N, "code that runs: "+word, "a course runs nothing; the code is kept")
	return true
}

// noQuote is a picture of whose words below it the first quotation mark stands one
// place too early, which LiaScript forgives.
var noQuote = regexp.MustCompile(`\]\(([^\s()"<>]+)" *([\[_])`)

var (
	spoken   = regexp.MustCompile(`^(\s*)--\{\{[^{}]*\}\}--`)
	animated = regexp.MustCompile(`^(\s*(?:[-*+>|] *|\d+[.)] +)*)\{\{[0-9|>\-. ]*[^{}]*\}\}`)
	part     = regexp.MustCompile(`(^|[\s(>|*_])\{(?:[0-9]+(?:-[0-9]*)?|\|>[^{}]*)\}\{([^{}]*)\}`)
)

// effects takes the marks of animations and of what is spoken out of a line.
func (r *reader) effects(l page.Line) string {
	text := l.Text
	if !strings.Contains(text, "{") {
		return text
	}
	if spoken.MatchString(text) {
		r.losses.Count(l.N, "a mark that a text is spoken", "a course has no voice; the text is kept")
		text = spoken.ReplaceAllString(text, "$1")
	}
	if animated.MatchString(text) {
		r.losses.Count(l.N, "a mark that a text comes later", "all of a page is there at once")
		text = animated.ReplaceAllString(text, "$1")
	}
	if strings.TrimSpace(text) == "" {
		return ""
	}
	var b strings.Builder
	for _, s := range page.Spans(text) {
		piece := text[s.Start:s.End]
		if !s.Code && !strings.Contains(piece, "$") && part.MatchString(piece) {
			r.losses.Count(l.N, "a mark that a text comes later", "all of a page is there at once")
			piece = part.ReplaceAllString(piece, "$1$2")
		}
		b.WriteString(piece)
	}
	return b.String()
}

// spans writes macros, films and footnotes of a line. It returns the footnotes
// that were written in the text, too.
func (r *reader) spans(l page.Line) (string, []page.Line) {
	if !strings.ContainsAny(l.Text, "@?^") {
		return l.Text, nil
	}
	var b strings.Builder
	var notes []page.Line
	for _, s := range page.Spans(l.Text) {
		piece := l.Text[s.Start:s.End]
		if s.Code {
			b.WriteString(piece)
			continue
		}
		from := 0
		for i := 0; i < len(piece); {
			n, instead, note := r.special(l.N, piece, i)
			if n == 0 {
				i++
				continue
			}
			b.WriteString(piece[from:i] + instead)
			i += n
			from = i
			if note != "" {
				notes = append(notes, page.Line{N: l.N, Text: note})
			}
		}
		b.WriteString(piece[from:])
	}
	return b.String(), notes
}

var (
	macroName = regexp.MustCompile(`^@[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*`)
	inlineRef = regexp.MustCompile(`^\[\^([^\]\s]{1,40})\]\(`)
)

// special reads what stands at i of a text: a macro, the sign of a film or sound,
// or a footnote in place. It returns the length of it and what to write instead.
func (r *reader) special(n int, s string, i int) (length int, instead, note string) {
	rest := s[i:]
	switch rest[0] {
	case '\\':
		return min(2, len(rest)), rest[:min(2, len(rest))], ""
	case '@':
		name := macroName.FindString(rest)
		if name == "" || i > 0 && partOfWord(s[i-1]) {
			return 0, "", ""
		}
		length = len(name)
		if args := balanced(rest[length:]); args > 0 {
			length += args
		}
		r.losses.Add(n, "the macro "+page.Excerpt(rest[:length]), "a course has no macros; it stands as it was written")
		return length, page.CodeSpan(rest[:length]), ""
	case '!', '?':
		for sign, what := range map[string]string{"!?[": "a film", "??[": "something of another page"} {
			if strings.HasPrefix(rest, sign) {
				return r.media(n, rest, 2, what)
			}
		}
		if strings.HasPrefix(rest, "?[") && (i == 0 || s[i-1] == ' ') {
			return r.media(n, rest, 1, "a sound")
		}
	case '[':
		m := inlineRef.FindStringSubmatch(rest)
		if m == nil {
			return 0, "", ""
		}
		text := balanced(rest[len(m[0])-1:])
		if text == 0 {
			return 0, "", ""
		}
		r.notes++
		label := fmt.Sprintf("%s-%d", strings.Trim(page.Plain(m[1]), "-"), r.notes)
		return len(m[0]) - 1 + text, "[^" + label + "]", "[^" + label + "]: " + rest[len(m[0]):len(m[0])-2+text]
	}
	return 0, "", ""
}

// media writes a film or a sound as a link: what is behind the sign is one.
func (r *reader) media(n int, s string, sign int, what string) (int, string, string) {
	r.losses.Add(n, what, "it is a link now")
	if to, found := strings.CutPrefix(s[sign:], "[]("); found {
		// A link without words shows where it leads.
		if end := strings.IndexAny(to, " )"); end > 0 {
			return sign + 2, "[" + strings.NewReplacer("[", "", "]", "").Replace(to[:end]) + "]", ""
		}
	}
	return sign, "", ""
}

// partOfWord reports whether an @ behind c is part of an address.
func partOfWord(c byte) bool {
	return c == '/' || c == '.' || c == '@' || c == '-' || c == '_' || c >= 0x80 ||
		'0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// balanced returns the length of what stands in parentheses at the beginning of
// s, with them, or 0. It looks no further than 4,000 bytes.
func balanced(s string) int {
	if !strings.HasPrefix(s, "(") {
		return 0
	}
	depth := 0
	for i := 0; i < min(len(s), 4000); i++ {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}
